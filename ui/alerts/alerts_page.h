// The alert centre. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/widgets/live_text.h"

#include <memory>

class QSplitter;
class QStackedWidget;

namespace guardline {
class Clock;
}

namespace guardline::models {
class AlertCentre;
class KpiLiveModel;
class LiveGateway;
}  // namespace guardline::models

namespace guardline::ui {

class AlertDetail;
class AlertList;
class Banner;
class EmptyState;
class KeyButton;
class LoadStrip;
class Theme;
class WaitLine;

/// Load, mix and shelves above, where the window is high enough; list at the left, the opened alert at the right. Keys:
/// J/K and arrows, A 确认知晓, F 处置完成, S 搁置, O 转交, C to the field, Esc back. Subject "alert:<id>" opens that
/// alert. `centre`, `live` and `clock` outlive the page.
class AlertsPage final : public Page {
  Q_OBJECT
 public:
  AlertsPage(Theme& theme, models::AlertCentre& centre, models::LiveGateway& live, const Clock& clock,
             QWidget* parent = nullptr);
  ~AlertsPage() override;

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString context() const override;
  [[nodiscard]] State state() const override;
  [[nodiscard]] std::vector<KeyHelp> keys() const override;
  [[nodiscard]] std::vector<QWidget*> panes() const override;
  void retry() override;
  void show_subject(const QString& subject) override;

  [[nodiscard]] AlertList* list() const { return list_; }
  [[nodiscard]] AlertDetail* detail() const { return detail_; }

 protected:
  void outage_told_changed() override { refresh_state(); }
  /// To the table, where the page's keys mean something.
  void focusInEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  models::KpiLiveModel& minutes();
  void refresh_state();
  void refresh_flood();

  Theme& theme_;
  models::AlertCentre& centre_;
  models::LiveGateway& live_;
  const Clock& clock_;
  std::unique_ptr<models::KpiLiveModel> minutes_;
  Banner* banner_;
  Banner* flood_;
  LoadStrip* load_;
  KeyButton* retry_;
  WaitLine* wait_;
  QStackedWidget* body_;
  QSplitter* split_{};
  EmptyState* denied_;
  AlertList* list_;
  AlertDetail* detail_;
  LiveText texts_;
};

}  // namespace guardline::ui
