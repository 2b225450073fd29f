// Draws the investor page in every state to PNG: investor_gallery DIR [scene...]. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "tests/investor/scenes.h"

using namespace guardline;

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  QApplication::setApplicationVersion(QStringLiteral("1.0.0"));
  QApplication::setCursorFlashTime(0);
  const auto args = QApplication::arguments();
  if (args.size() < 2) return 2;
  const QTemporaryDir home;
  QSettings settings(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
  ui::Theme theme(app);
  ui::Preferences preferences(theme, settings);
  for (const bool english : {false, true}) {
    preferences.set_language(english ? ui::Preferences::Language::english : ui::Preferences::Language::chinese);
    for (const bool dark : {false, true}) {
      preferences.set_mode(dark ? ui::Theme::Mode::dark : ui::Theme::Mode::light);
      for (const auto& [name, make] : test::investor_scenes()) {
        if (args.size() > 2 && !args.mid(2).contains(name)) continue;
        const auto desk = make(preferences);
        desk->window->grab().save(QStringLiteral("%1/investor-%2-%3-%4.png")
                                      .arg(args.at(1), name, dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                           english ? QStringLiteral("en") : QStringLiteral("zh")));
      }
    }
  }
  return 0;
}
