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

 Q_SIGNALS:
  void idle();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QTimer timer_;
};

}  // namespace guardline::ui
