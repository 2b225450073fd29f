// How somebody left their tables and panes, kept between starts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <optional>
#include <vector>

class QSettings;
class QSplitter;
class QTableView;
class QWidget;

namespace guardline::ui {

class Theme;

/// Widths that a person gave to columns, the places of splitters, and the last page. A table or splitter takes part by
/// the dynamic property "remember" with a name of its own. Kept per account under a name that does not tell the account
/// (salted hash), on a computer of one person only; on a shared one everything is as designed at each sign-in. Lengths
/// are kept in design px, so a change of the text's size keeps proportions. GUI thread; theme and settings outlive it.
class ViewMemory final : public QObject {
  Q_OBJECT
 public:
  ViewMemory(Theme& theme, QSettings& settings, QObject* parent = nullptr);
  /// Whose views are shown from now on; an empty account ends it.
  void enter(const QString& account, bool shared);
  /// What is not stored yet is.
  void leave();

  void keep_page(int place);
  /// Once for each start of the program: where that person was when it ended.
  [[nodiscard]] std::optional<int> take_page();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void attach(QWidget* widget);
  void apply(QTableView& table);
  void apply(QSplitter& splitter);
  void apply_all();
  void store();
  [[nodiscard]] QString key(const QObject& widget) const;

  Theme& theme_;
  QSettings& settings_;
  QString scope_;  ///< empty: nobody, or a shared computer
  bool page_taken_{false};
  bool hand_{false};  ///< a mouse button is down
  std::vector<QPointer<QWidget>> known_, touched_;
  QTimer later_, again_;
};

}  // namespace guardline::ui
