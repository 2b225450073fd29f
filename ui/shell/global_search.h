// Ctrl+K: one field to every page, person, alert and command. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/search_entries.h"
#include "ui/widgets/live_text.h"
#include "ui/widgets/popover.h"

class QLabel;
class QLineEdit;
class QListWidget;

namespace guardline::ui {

/// Opens over its box in the top bar. Enter takes the first line, down goes into the list, up from its first line back
/// to the field; letters typed in the list go to the field. What was typed is gone when it closes; the box keeps what
/// the line says may stay.
class GlobalSearch final : public Popover {
  Q_OBJECT
 public:
  /// `box` stands in the window; `sources` are asked for when it opens.
  GlobalSearch(Theme& theme, QWidget* box, QWidget* window);
  void open_with(SearchSources sources);

  [[nodiscard]] QLineEdit* field() const { return field_; }
  [[nodiscard]] QListWidget* list() const { return list_; }

 Q_SIGNALS:
  /// A line was taken; what may stay on the screen of what was typed.
  void taken(const QString& kept);

 protected:
  [[nodiscard]] QRect place() const override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void take(int row);
  void leave_field(int row);

  QWidget* box_;
  QLineEdit* field_;
  QListWidget* list_;
  QLabel* hint_;
  SearchSources sources_;
  std::vector<SearchEntry> entries_;
  LiveText text_;
};

}  // namespace guardline::ui
