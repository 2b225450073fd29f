// When the console's sign-in takes a key. SPDX-License-Identifier: GPL-3.0-or-later
// The console as app/main.cpp composes it, on a folder ($GUARDLINE_HOME) that this program fills with an approved
// device, so that the sign-in page is first. Real keys come from outside, through the X server. Prints {"ms":N}: from
// $GUARDLINE_BENCH_T0 (CLOCK_MONOTONIC, µs, taken just before exec) to the moment when a field has taken the first
// one. `--prepare` only fills the folder.
#include "app/console.h"
#include "app/device/device_record.h"
#include "bench/start/since_exec.h"

#include <QApplication>
#include <QLineEdit>
#include <QTimer>
#include <cstring>

namespace {

using namespace guardline;

/// What an enrolment leaves behind. Nobody answers at the address: a start does not wait for the hub.
int prepare() {
  const auto folder = app::home_folder();
  if (!folder) return 1;
  const std::string digest(64, 'a');
  app::DeviceRecord record;
  record.binding = app::Binding::bound;
  record.slot = digest.substr(0, 32);
  record.hub_address = "127.0.0.1:9";
  record.hub_key = record.fingerprint = digest;
  record.device_id = "0193a0b0-0000-7000-8000-000000000001";
  record.device_name = "bench";
  record.account = record.display_name = "bench";
  record.role = api::Role::supervisor;
  record.requested_at = SystemClock().now();
  return app::save_record(*folder, record) ? 0 : 1;
}

/// Prints and ends at the first field whose text a key has changed.
void end_at_first_key(QApplication& application) {
  for (auto* widget : QApplication::allWidgets()) {
    auto* field = qobject_cast<QLineEdit*>(widget);
    if (field == nullptr) continue;
    QObject::connect(field, &QLineEdit::textEdited, &application, [done = false]() mutable {
      if (done) return;
      done = true;
      bench::print_since_exec("ms");
      QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    });
  }
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("guardline"));
  if (argc > 1 && std::strcmp(argv[1], "--prepare") == 0) return prepare();
  auto console = app::Console::open(application, {.english = false, .theme = QStringLiteral("light")});
  if (!console) {
    std::fprintf(stderr, "console: %s\n", console.error().message.c_str());
    return 1;
  }
  end_at_first_key(application);
  return QApplication::exec();
}
