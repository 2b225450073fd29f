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
  const double scale = qEnvironmentVariable("GALLERY_SCALE", QStringLiteral("1")).toDouble();
  theme.set_text_scale(scale);
  for (const bool english : {false, true}) {
    preferences.set_language(english ? ui::Preferences::Language::english : ui::Preferences::Language::chinese);
    for (const bool dark : {false, true}) {
      preferences.set_mode(dark ? ui::Theme::Mode::dark : ui::Theme::Mode::light);
      for (const auto& [name, make] : test::investor_scenes()) {
        if (args.size() > 2 && !args.mid(2).contains(name)) continue;
        const auto desk = make(preferences);
        // GALLERY_SCALE=2: texts of twice the size in a window of twice the size.
        if (scale != 1.0) {
          desk->window->resize(QSize(1440, 870) * scale);
          test::Desk::settle();
        }
        desk->window->grab().save(QStringLiteral("%1/investor-%2-%3-%4.png")
                                      .arg(args.at(1), name, dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                           english ? QStringLiteral("en") : QStringLiteral("zh")));
      }
    }
  }
  return 0;
}
