// The peer of the console's start: an empty QMainWindow. SPDX-License-Identifier: GPL-3.0-or-later
// Prints {"ms":N}, from $GUARDLINE_BENCH_T0 (CLOCK_MONOTONIC, µs, taken just before exec) to the end of its first
// paint.
#include "bench/start/since_exec.h"

#include <QApplication>
#include <QMainWindow>
#include <QTimer>

namespace {

class Window final : public QMainWindow {
 protected:
  void paintEvent(QPaintEvent* event) override {
    QMainWindow::paintEvent(event);
    if (painted_) return;
    painted_ = true;
    guardline::bench::print_since_exec("ms");
    QTimer::singleShot(0, qApp, &QCoreApplication::quit);
  }

 private:
  bool painted_{false};
};

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  Window window;
  window.resize(1000, 700);
  window.show();
  return QApplication::exec();
}
