// What a person sees while an answer is out. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <chrono>

class QLabel;

namespace guardline::ui {

class KeyButton;

/// Nothing at first (most answers are quick, and a flash tells nobody anything), then a thin moving bar, then also how
/// long it has taken, and a way to stop waiting. The owner says when waiting begins and ends.
class WaitLine final : public QWidget {
  Q_OBJECT
 public:
  enum class Stage { none, quiet, moving, told };
  Q_ENUM(Stage)
  static constexpr std::chrono::milliseconds move_after{200};
  static constexpr std::chrono::milliseconds tell_after{3000};

  /// `key`: what the way out prints as its key, if it has one; the shortcut is the owner's.
  WaitLine(Theme& theme, const QString& key, QWidget* parent = nullptr);
  /// Begins, goes on or ends waiting; `may_stop` shows the way out.
  void set(bool waiting, bool may_stop = true);
  /// px at both sides of the words; the bar goes from edge to edge.
  void set_indent(int px);
  [[nodiscard]] Stage stage() const { return stage_; }
  /// From `moving` on: the owner's controls may show that they wait.
  [[nodiscard]] bool shown() const { return stage_ >= Stage::moving; }

 Q_SIGNALS:
  void stage_changed();
  void stop_wanted();

 private:
  void enter(Stage stage);
  void tick();
  class Bar;
  Bar* bar_;
  QWidget* row_;
  QLabel* words_;
  KeyButton* stop_;
  Stage stage_{Stage::none};
  bool may_stop_{true};
  QElapsedTimer since_;
  QTimer timer_;
  LiveText text_;
};

}  // namespace guardline::ui
