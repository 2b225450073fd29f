// The people behind the point that was chosen. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kpi/people_model.h"
#include "ui/widgets/live_text.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class Card;
class EmptyState;
class KeyButton;
class Segmented;
class StepUp;
class Theme;
class WaitLine;

/// At the right of the figures. What needs a second factor opens the step-up and goes on after it. Enter opens the
/// person, Ctrl+C copies the chosen rows (masked), Esc stops waiting, then closes; the focus goes back to where it was.
/// `gateway`, `session` and `step_up` outlive it.
class PeopleDrawer final : public QWidget {
  Q_OBJECT
 public:
  PeopleDrawer(Theme& theme, models::KpiGateway& gateway, models::SessionModel& session, StepUp& step_up,
               QWidget* parent);

  /// Those never reached first; by keyboard the list gets the focus.
  void open(models::KpiPeopleQuery point, bool by_keyboard);
  void shut();
  void retry();
  [[nodiscard]] models::PeopleModel& model() { return model_; }
  [[nodiscard]] QTableView* view() const { return table_; }

 Q_SIGNALS:
  void person_wanted(const QString& investor);
  void closed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* make_list();
  void refresh();
  void refresh_empty();
  void ask_step_up();
  void open_person();
  void copy_rows();

  Theme& theme_;
  models::SessionModel& session_;
  StepUp& step_up_;
  models::PeopleModel model_;
  Card* card_;
  KeyButton* close_;
  QLabel* point_;
  QLabel* numbers_;
  Segmented* sides_;
  WaitLine* wait_;
  QStackedWidget* body_;
  QTableView* table_;
  EmptyState* empty_;
  KeyButton* again_;
  QLabel* note_;
  KeyButton* more_;
  KeyButton* person_;
  QPointer<QWidget> opener_;
  bool to_list_{false};  ///< the focus goes to the rows once they are there
  LiveText text_;
};

}  // namespace guardline::ui
