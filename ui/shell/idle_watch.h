// Notices that nobody is at the desk. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>

namespace guardline::ui {

/// Emits `idle` once after `limit` without key, mouse or touch anywhere in the program; starts anew with the next
/// input.
class IdleWatch final : public QObject {
  Q_OBJECT
 public:
  explicit IdleWatch(std::chrono::milliseconds limit, QObject* parent = nullptr);

  /// As if somebody had just touched a key: a session begins its own idle time, however long the sign-in took.
  void restart() { timer_.start(); }

 Q_SIGNALS:
  void idle();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QTimer timer_;
};

}  // namespace guardline::ui
