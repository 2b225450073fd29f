// Pictures of the live monitor: both looks, both languages, all states. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/draw_log.h"
#include "tests/monitor/fake_live_gateway.h"
#include "tests/monitor/sample_data.h"
#include "ui/charts/chart_view.h"
#include "ui/monitor/monitor_page.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTest>
#include <QTranslator>
#include <cstdio>

using namespace guardline;

namespace {

// The page's place in the 1440 x 900 window: rail 84, title 30, top bar 52, status bar 26.
constexpr QSize kPage{1356, 792};

struct Scene {
  const char* name;
  test::Story story;
  models::StreamNotice::Kind end{models::StreamNotice::Kind::live};
  bool snapshot{true};
  ui::MonitorPage::Access access{ui::MonitorPage::Access::full};
  const char* keys{""};
};

void settle(int ms) { QTest::qWait(ms); }

bool draw(ui::Theme& theme, const Scene& scene, const QString& look, const QString& language, const QDir& out) {
  test::SetClock clock(from_micros(1'795'315'350'000'000));
  test::FakeLiveGateway gateway;
  models::DrawLog log(clock, {});
  ui::MonitorPage page(theme, gateway, clock, log, scene.access);
  page.resize(kPage);
  page.setAttribute(Qt::WA_DontShowOnScreen);
  page.show();
  if (scene.snapshot) {
    gateway.tell(models::KpiSnapshot{.to = "1", .from = {}, .buckets = test::tell_story(clock.now(), scene.story)});
    gateway.tell(models::TickerItems{test::tell_ticker(clock.now(), 60, scene.story.channels)});
    settle(250);
    // An alarm needs a minute below its line.
    clock.advance(std::chrono::seconds(61));
    gateway.tell(models::KpiDelta{
        .from = "1", .to = "2", .event_count = 5, .buckets = test::tell_story(clock.now(), scene.story)});
  }
  gateway.tell(models::StreamNotice{.kind = scene.end, .at = clock.now()});
  settle(300);
  for (const char* key = scene.keys; *key != 0; ++key) {
    auto* chart = page.findChild<ui::ChartView*>();
    const auto code = *key == 'L'   ? Qt::Key_Left
                      : *key == 'T' ? Qt::Key_T
                      : *key == 'P' ? Qt::Key_PageDown
                                    : Qt::Key_Space;
    chart->setFocus();
    QTest::keyClick(chart, code);
  }
  settle(120);
  const auto file = out.filePath(QStringLiteral("monitor-%1-%2-%3.png").arg(QLatin1String(scene.name), look, language));
  return page.grab().save(file);
}

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  const QDir out(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
  const auto only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
  if (!out.exists() && !QDir().mkpath(out.path())) return 2;
  ui::Theme theme(app);
  const std::vector<Channel> all{Channel::sms, Channel::email, Channel::push, Channel::web};
  const std::vector<Scene> scenes{
      {.name = "ready", .story = {.channels = {Channel::sms, Channel::email}}, .keys = "LLLLLLL"},
      {.name = "four", .story = {.channels = all, .push_gap = true}, .keys = "LLLLLLLPP"},
      {.name = "table", .story = {}, .keys = "T"},
      {.name = "loading", .story = {}, .snapshot = false},
      {.name = "empty", .story = {.channels = {}}},
      {.name = "error", .story = {}, .end = models::StreamNotice::Kind::stale},
      {.name = "offline", .story = {}, .end = models::StreamNotice::Kind::offline},
      {.name = "tiles", .story = {}, .access = ui::MonitorPage::Access::tiles},
  };
  int failed = 0;
  for (const auto& language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
    QTranslator translator;
    if (argc > 3) {
      if (language == QLatin1String("en") && !translator.load(QString::fromLocal8Bit(argv[3]))) return 3;
    } else if (!translator.load(QStringLiteral(":/guardline/i18n/guardline_%1.qm").arg(language))) {
      std::fprintf(stderr, "no translation for %s\n", qPrintable(language));
    }
    app.installTranslator(&translator);
    for (const bool dark : {false, true}) {
      theme.set_mode(dark ? ui::Theme::Mode::dark : ui::Theme::Mode::light);
      for (const auto& scene : scenes) {
        if (!only.isEmpty() && only != QLatin1String(scene.name)) continue;
        if (!draw(theme, scene, dark ? QStringLiteral("dark") : QStringLiteral("light"), language, out)) ++failed;
      }
    }
    app.removeTranslator(&translator);
  }
  return failed == 0 ? 0 : 1;
}
