// Pictures of the KPI page: both looks, both languages, all states. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kpi/stage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QTranslator>
#include <cstdio>
#include <vector>

using namespace guardline;

namespace {

enum class End { answered, waiting, failed, old, denied };

struct Scene {
  const char* name;
  test::KpiStory story{};
  End end{End::answered};
  models::KpiFigureName figure{models::KpiFigureName::people_reached};
  int steps{0};  ///< of the cross-hair, from the right
  QSize size{1356, 792};
  enum class People { none, shown, elsewhere, waiting, refused } people{People::none};
  double scale{1.0};
};

bool draw(ui::Theme& theme, const Scene& scene, const QString& look, const QString& language, const QDir& out) {
  theme.set_text_scale(scene.scale);
  test::KpiStage stage(theme);
  auto& gateway = stage.gateway;
  auto& page = stage.page;
  page.resize(scene.size * scene.scale);
  page.setAttribute(Qt::WA_DontShowOnScreen);
  page.show();
  page.model().choose(scene.figure);
  if (scene.end == End::answered || scene.end == End::old) gateway.answer(test::tell_report(scene.story));
  if (scene.end == End::old) page.retry();
  if (scene.end == End::old) gateway.fail(models::Failure::unreachable);
  if (scene.end == End::failed) gateway.fail(models::Failure::internal, u"E-1008");
  if (scene.end == End::denied) gateway.fail(models::Failure::role);
  QTest::qWait(scene.end == End::waiting ? 500 : 60);
  auto* chart = page.findChild<ui::ChartView*>();
  if (scene.steps > 0) chart->setFocus();
  for (int i = 0; i < scene.steps; ++i) QTest::keyClick(chart, Qt::Key_Left);
  if (scene.people != Scene::People::none) {
    stage.prove();
    gateway.hold_people = scene.people == Scene::People::waiting;
    if (scene.people == Scene::People::refused) gateway.people_fault = models::LookFailure::journal;
    QTest::keyClick(chart, Qt::Key_PageDown);
    QTest::keyClick(chart, Qt::Key_Return);
    test::KpiStage::settle();
    if (scene.people == Scene::People::elsewhere) stage.people().model().show(models::KpiSide::elsewhere);
    QTest::qWait(scene.people == Scene::People::waiting ? 500 : 60);
  }
  QTest::qWait(60);
  return page.grab().save(
      out.filePath(QStringLiteral("kpi-%1-%2-%3.png").arg(QLatin1String(scene.name), look, language)));
}

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  const QDir out(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
  const auto only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
  if (!out.exists() && !QDir().mkpath(out.path())) return 2;
  ui::Theme theme(app);
  using Name = models::KpiFigureName;
  const std::vector<Scene> scenes{
      {.name = "ready", .steps = 9},
      {.name = "hours", .story = {.days = 1}, .figure = Name::delivery_rate, .steps = 3},
      {.name = "reach-time", .figure = Name::first_reach, .steps = 5},
      {.name = "opens", .figure = Name::trusted_open},
      {.name = "unknown", .figure = Name::first_response},
      {.name = "people", .steps = 9, .people = Scene::People::shown},
      {.name = "people-elsewhere", .steps = 9, .people = Scene::People::elsewhere},
      {.name = "people-waiting", .steps = 9, .people = Scene::People::waiting},
      {.name = "people-refused", .steps = 9, .people = Scene::People::refused},
      {.name = "people-narrow", .steps = 9, .size = {1180 - 84, 642}, .people = Scene::People::shown},
      {.name = "people-150", .steps = 9, .people = Scene::People::shown, .scale = 1.5},
      {.name = "people-200", .steps = 9, .people = Scene::People::shown, .scale = 2.0},
      {.name = "narrow", .story = {.days = 7}, .size = {1180 - 84, 642}},
      {.name = "loading", .end = End::waiting},
      {.name = "empty", .story = {.channels = {}}},
      {.name = "error", .end = End::failed},
      {.name = "offline", .end = End::old},
      {.name = "denied", .end = End::denied},
  };
  int failed = 0;
  for (const auto& language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
    QTranslator translator;
    if (!translator.load(QStringLiteral(":/guardline/i18n/guardline_%1.qm").arg(language))) {
      std::fprintf(stderr, "no translation for %s\n", qPrintable(language));
    }
    QApplication::installTranslator(&translator);
    for (const bool dark : {false, true}) {
      theme.set_mode(dark ? ui::Theme::Mode::dark : ui::Theme::Mode::light);
      for (const auto& scene : scenes) {
        if (!only.isEmpty() && only != QLatin1String(scene.name)) continue;
        if (!draw(theme, scene, dark ? QStringLiteral("dark") : QStringLiteral("light"), language, out)) ++failed;
      }
    }
    QApplication::removeTranslator(&translator);
  }
  return failed == 0 ? 0 : 1;
}
