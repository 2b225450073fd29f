// The people behind one point of a figure, page by page. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/kpi_gateway.h"

#include <QAbstractTableModel>
#include <array>
#include <optional>
#include <vector>

namespace guardline::models {

/// Every page is a look that the hub writes down, so a page is asked for by a person's act only and nothing is kept
/// once the list is closed. A request that the hub answers with step_up waits: `step_up_needed` tells it, `resume`
/// repeats it, `drop` lets it be. Rows are masked. GUI thread; the gateway outlives it.
class PeopleModel final : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum class Column : int { name, happened, reach, count };
  enum Role : int {
    IdRole = Qt::UserRole + 1,  ///< QString, the investor's id
    ReachRole,                  ///< int of ReachState
    OutcomesRole,               ///< QStringList: what became of what was sent, one part a channel
  };
  enum class State {
    closed,
    asking,  ///< nothing of this point to show yet
    ready,
    failed,  ///< `error` says why; no rows
  };

  explicit PeopleModel(KpiGateway& gateway, QObject* parent = nullptr);
  ~PeopleModel() override;

  /// Those on `query.side` of this point; with another query the rows before are gone at once.
  void open(const KpiPeopleQuery& query);
  void close();
  /// Another side of the same point.
  void show(std::optional<KpiSide> side);
  /// The next page, where there is one.
  void more();
  /// What failed is asked for again.
  void retry();
  void resume();
  void drop();

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] const KpiPeopleQuery& query() const { return query_; }
  /// Of the point as of the last page that came; nothing before the first.
  [[nodiscard]] const std::optional<KpiPeoplePage>& numbers() const { return numbers_; }
  [[nodiscard]] std::int64_t on_side(KpiSide side) const;
  /// Of the list, or of the page that was to follow it.
  [[nodiscard]] const std::optional<LookError>& error() const { return error_; }
  [[nodiscard]] bool has_more() const { return !next_.isEmpty(); }
  [[nodiscard]] bool waiting() const { return asking_.active() || waits_; }
  [[nodiscard]] const KpiPerson* person(int row) const;
  /// Header and these rows as tab-separated text, masked as they are seen.
  [[nodiscard]] QString tsv(const QList<int>& rows) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 Q_SIGNALS:
  void changed();
  void step_up_needed();

 private:
  void ask();
  void take(KpiPeoplePage page);
  void clear_rows();

  KpiGateway& gateway_;
  State state_{State::closed};
  KpiPeopleQuery query_;
  std::vector<KpiPerson> people_;
  std::optional<KpiPeoplePage> numbers_;  ///< without people
  QString next_;
  std::optional<LookError> error_;
  bool waits_{false};  ///< for a step-up
  Handle asking_;
};

}  // namespace guardline::models
