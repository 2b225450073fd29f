// The bar above the pages. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class ConnectionPill;
class FactorPill;
class PersonButton;
class Preferences;
class SearchBox;

class TopBar final : public QFrame {
  Q_OBJECT
 public:
  TopBar(Preferences& preferences, models::SessionModel& model, QWidget* parent = nullptr);
  [[nodiscard]] SearchBox* search_box() const { return search_; }
  [[nodiscard]] PersonButton* person_button() const { return person_; }
  void set_headline(const QString& title, const QString& context);
  /// Takes over a tool of somebody else's (the bell), left of look and lock.
  void add_tool(QWidget* tool);
  /// Takes over what stands for the connection while there is none: left of everything else.
  void add_outage_pill(QWidget* pill);
  /// The connection pill keeps quiet: another one says it.
  void set_outage_told(bool told);

 Q_SIGNALS:
  void lock_wanted();
  /// The person's button was used.
  void person_wanted();
  void search_wanted();
  void step_up_wanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
  Preferences& preferences_;
  models::SessionModel& model_;
  QHBoxLayout* row_;
  QLabel *title_, *context_;
  SearchBox* search_;
  ConnectionPill* connection_;
  FactorPill* factor_;
  QPushButton *look_, *lock_;
  PersonButton* person_;
  QMenu* look_menu_;
  LiveText text_;
};

}  // namespace guardline::ui
