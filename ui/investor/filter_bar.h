// The chips above the time line: all, one channel, only what reached nobody. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"
#include "ui/widgets/live_text.h"

#include <QWidget>
#include <array>
#include <optional>

class QLineEdit;

namespace guardline::ui {

/// Keys 1 to 6 (channels; again: all) and U are the page's. Counts are of the whole line, whatever is filtered; calls
/// count with the telephone. Words are looked for at Enter; Esc takes them back.
class FilterBar final : public QWidget {
  Q_OBJECT
 public:
  FilterBar(Theme& theme, QWidget* parent = nullptr);
  /// Without the channels' words where room is short; their icons and accessible names stay.
  void set_narrow(bool narrow);
  [[nodiscard]] QSize minimumSizeHint() const override;
  /// To the field of words (/).
  void focus_words();
  void show_filter(const models::HistoryFilter& filter, const std::optional<models::HistoryCounts>& counts);

 Q_SIGNALS:
  void chosen(const guardline::models::HistoryFilter& filter);
  /// Esc in the field of words: the time line wants the focus back.
  void left();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Chip;
  void name_chips();
  void name_field();
  void name_chips(bool narrow);
  Theme& theme_;
  Chip* all_;
  std::array<Chip*, models::kHistoryChannels> channels_{};
  Chip* notes_;
  Chip* unreached_;
  QLineEdit* words_;
  models::HistoryFilter filter_;
  std::optional<models::HistoryCounts> counts_;
  bool narrow_{false};
  LiveText text_;
};

}  // namespace guardline::ui
