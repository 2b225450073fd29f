// Draws working without a hub in every state to PNG: offline_gallery DIR [scene...]. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "tests/offline/scenes.h"

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
  int failed = 0;
  const auto draw = [&](const QString& name, const QString& mark, double scale) {
    for (const auto& [scene, make] : test::away_scenes()) {
      if (scene != name) continue;
      const auto away = make(preferences);
      away->desk.window->resize(static_cast<int>(1440 * scale), static_cast<int>(870 * scale));
      test::Desk::settle();
      const auto file = QStringLiteral("%1/offline-%2-%3.png").arg(args.at(1), name, mark);
      if (!away->desk.window->grab().save(file)) ++failed;
    }
  };
  for (const auto& [name, make] : test::away_scenes()) {
    if (args.size() > 2 && !args.mid(2).contains(name)) continue;
    for (const bool english : {false, true}) {
      preferences.set_language(english ? ui::Preferences::Language::english : ui::Preferences::Language::chinese);
      for (const bool dark : {false, true}) {
        preferences.set_mode(dark ? ui::Theme::Mode::dark : ui::Theme::Mode::light);
        draw(name,
             (dark ? QStringLiteral("dark") : QStringLiteral("light")) + (english ? QStringLiteral("-en") : QString()),
             1.0);
      }
    }
    preferences.set_mode(ui::Theme::Mode::light);
    preferences.set_language(ui::Preferences::Language::chinese);
    for (const double scale : {1.5, 2.0}) {
      theme.set_text_scale(scale);
      draw(name, QStringLiteral("%1").arg(static_cast<int>(scale * 100)), scale);
    }
    theme.set_text_scale(1.0);
  }
  return failed == 0 ? 0 : 1;
}
