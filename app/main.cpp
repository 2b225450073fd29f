// guardline: the console. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include <QApplication>
#include <QCommandLineParser>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace {

/// Passwords and the device's key are in this process's memory: it must not end up in a core file or under another
/// process's debugger.
void harden() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  ::umask(077);
}

}  // namespace

int main(int argc, char** argv) {
  harden();
  QApplication application(argc, argv);
  // The assistive technologies' name for this program, and that of its folders.
  QApplication::setApplicationName(QStringLiteral("guardline"));
  QApplication::setApplicationVersion(QStringLiteral(GUARDLINE_VERSION));

  QCommandLineParser parser;
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption language(QStringLiteral("lang"), QStringLiteral("zh_CN or en."), QStringLiteral("language"));
  const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or system."),
                                 QStringLiteral("theme"));
  parser.addOptions({language, theme});
  parser.process(application);

  guardline::app::ConsoleOptions options;
  if (parser.isSet(language)) {
    const auto value = parser.value(language);
    if (value != QLatin1String("en") && value != QLatin1String("zh_CN")) parser.showHelp(2);
    options.english = value == QLatin1String("en");
  }
  if (parser.isSet(theme)) {
    const auto value = parser.value(theme);
    if (!QStringList{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")}.contains(value)) {
      parser.showHelp(2);
    }
    options.theme = value;
  }
  auto console = guardline::app::Console::open(application, options);
  if (!console) {
    qCritical("guardline: %s", console.error().message.c_str());
    return 1;
  }
  return QApplication::exec();
}
