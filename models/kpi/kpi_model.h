// The figures of one period and how they were got. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/kpi_gateway.h"

#include <QObject>
#include <optional>

namespace guardline::models {

/// Asks when told to; the report before stays until the new one is here, also when that fails. GUI thread; gateway and
/// clock outlive it.
class KpiModel final : public QObject {
  Q_OBJECT
 public:
  enum class State {
    loading,  ///< nothing to show of these days yet
    ready,    ///< the report is of the query, or about to be (`waiting`)
    empty,    ///< the report says that nothing happened in the period
    failed,   ///< it could not be counted; what is shown is of an earlier answer, if there is one
    offline,  ///< the hub can't be reached; likewise
    denied,   ///< the role may not see figures
  };
  Q_ENUM(State)

  KpiModel(KpiGateway& gateway, const Clock& clock, QObject* parent = nullptr);

  /// The first one asks; a later one with the same query does nothing.
  void show(const KpiQuery& query);
  /// Asks for the same again (F5).
  void reload();
  /// Stops waiting; what is shown stays.
  void cancel();

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] bool waiting() const { return waiting_; }
  [[nodiscard]] const KpiQuery& query() const { return query_; }
  /// The last one that came, perhaps of another query; see `is_of_query`.
  [[nodiscard]] const std::optional<KpiReport>& report() const { return report_; }
  [[nodiscard]] bool is_of_query() const { return report_ && report_query_ == query_; }
  [[nodiscard]] const std::optional<SessionError>& error() const { return error_; }
  [[nodiscard]] const Clock& clock() const { return clock_; }

  /// Which figure the chart and the table show.
  [[nodiscard]] KpiFigureName chosen() const { return chosen_; }
  void choose(KpiFigureName figure);

  /// All channels', or one channel's; null when it isn't in the report.
  [[nodiscard]] const KpiScope* scope(std::optional<Channel> channel = {}) const;
  [[nodiscard]] const KpiFigure* figure(KpiFigureName name, std::optional<Channel> channel = {}) const;
  /// Those in the report, in the fixed order.
  [[nodiscard]] std::vector<Channel> channels() const;

 Q_SIGNALS:
  /// State, report, query or the chosen figure changed.
  void changed();

 private:
  void ask();
  void take(std::expected<KpiReport, SessionError> answer);

  KpiGateway& gateway_;
  const Clock& clock_;
  State state_{State::loading};
  bool waiting_{false};
  bool asked_{false};
  KpiQuery query_;
  KpiQuery report_query_;
  std::optional<KpiReport> report_;
  std::optional<SessionError> error_;
  KpiFigureName chosen_{KpiFigureName::people_reached};
  Handle asking_;
};

}  // namespace guardline::models
