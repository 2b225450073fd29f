// Pictures of the alert centre: both looks, both languages, all states. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/alerts/scenes.h"

#include <QApplication>
#include <QDir>
#include <QTranslator>

using namespace guardline;

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  QApplication::setCursorFlashTime(0);
  const QDir out(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
  const auto only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
  if (!out.exists() && !QDir().mkpath(out.path())) return 2;
  ui::Theme theme(app);
  // GALLERY_SCALE=2: texts of twice the size on a page of twice the size.
  const double scale = qEnvironmentVariable("GALLERY_SCALE", QStringLiteral("1")).toDouble();
  theme.set_text_scale(scale);
  int failed = 0;
  for (const auto& language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
    QTranslator translator;
    if (!translator.load(QStringLiteral(":/guardline/i18n/guardline_%1.qm").arg(language))) return 3;
    QApplication::installTranslator(&translator);
    for (const bool dark : {false, true}) {
      theme.set_mode(dark ? ui::Theme::Mode::dark : ui::Theme::Mode::light);
      for (const auto& scene : test::scenes()) {
        if (!only.isEmpty() && only != QLatin1String(scene.name)) continue;
        test::Stage stage(theme, models::rights_of(scene.role));
        if (scale != 1.0) stage.page.resize(stage.page.size() * scale);
        stage.show_unseen();
        scene.play(stage);
        test::Stage::settle();
        const auto look = dark ? QStringLiteral("dark") : QStringLiteral("light");
        const auto file = QStringLiteral("alerts-%1-%2-%3.png").arg(QLatin1String(scene.name), look, language);
        if (!stage.page.grab().save(out.filePath(file))) ++failed;
      }
    }
    QApplication::removeTranslator(&translator);
  }
  return failed == 0 ? 0 : 1;
}
