// What the shell knows of a page: nothing but this. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <utility>
#include <vector>

namespace guardline::ui {

/// Where a page stands in the rail, and its key: Ctrl+1 .. Ctrl+9. A role that may not open one sees a gap in the
/// numbers, never another page behind a known key.
enum class Place : int { monitor = 1, investors, alerts, reach, kpi, opinion, approvals, audit, drills };

/// One line of the shortcuts overlay: what it does, and the keys ("Ctrl K", alternatives divided by '|').
struct KeyHelp {
  QString action;
  QString keys;
  /// What is pressed for it, for the list of commands, which does the same by sending this key to the page. Unknown: a
  /// way of moving, which means something only under the hand.
  QKeyCombination press{Qt::Key_unknown};
  /// It is what the chosen thing asks for now: the overlay tints it.
  bool fits{false};
};

/// Keys that belong together, under a head.
struct KeyGroup {
  QString title;
  QString where;  ///< grey words beside it: when they act
  std::vector<KeyHelp> keys;
};

class Page : public QWidget {
  Q_OBJECT
 public:
  /// The five states every page has (empty, loading, error, offline, no permission) and the usual one.
  enum class State { ready, empty, loading, error, offline, denied };
  Q_ENUM(State)

  using QWidget::QWidget;

  /// In the language of the moment.
  [[nodiscard]] virtual QString title() const = 0;
  /// The grey words beside the title; may be empty.
  [[nodiscard]] virtual QString context() const { return {}; }
  [[nodiscard]] virtual State state() const = 0;
  /// The page's own keys, for the overlay.
  [[nodiscard]] virtual std::vector<KeyHelp> keys() const { return {}; }
  /// Its named groups in reading order, for F6 and Shift+F6; each takes the focus or hands it on to a child.
  [[nodiscard]] virtual std::vector<QWidget*> panes() const { return {}; }
  /// F5: what could not be had is asked for again. The shell renews the connection by itself.
  virtual void retry() {}
  /// Called by another page's wish ("investor:<id>"); a page that does not know the subject ignores it.
  virtual void show_subject(const QString& subject) { static_cast<void>(subject); }

  /// The shell's own banner says that there is no hub: a page that would say just that keeps quiet meanwhile.
  void set_outage_told(bool told) {
    if (std::exchange(outage_told_, told) != told) outage_told_changed();
  }
  [[nodiscard]] bool outage_told() const { return outage_told_; }

 Q_SIGNALS:
  /// Title, context or state changed.
  void headline_changed();
  /// The person wants to go on there, with this subject.
  void page_wanted(guardline::ui::Place place, const QString& subject);

 protected:
  virtual void outage_told_changed() {}

 private:
  bool outage_told_{false};
};

}  // namespace guardline::ui
