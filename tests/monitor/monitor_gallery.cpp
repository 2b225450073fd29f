// Pictures of the live monitor: both looks, both languages, all states. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitor/scenes.h"
#include "ui/charts/chart_frame.h"
#include "ui/charts/plot_painter.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QKeyEvent>
#include <QPainter>
#include <QTest>
#include <QTranslator>
#include <algorithm>
#include <cstdio>
#include <functional>

using namespace guardline;

namespace {

bool draw(ui::Theme& theme, const test::MonitorScene& scene, const QString& look, const QString& language,
          const QDir& out) {
  test::MonitorStage stage(theme, scene);
  const auto file = out.filePath(QStringLiteral("monitor-%1-%2-%3.png").arg(QLatin1String(scene.name), look, language));
  return stage.page.grab().save(file);
}

double median_ms(const std::function<void()>& work) {
  std::vector<double> all;
  for (int i = 0; i < 60; ++i) {
    QElapsedTimer timer;
    timer.start();
    work();
    all.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  std::nth_element(all.begin(), all.begin() + 30, all.end());
  return all[30];
}

/// What a frame of the chart costs, with Qt Charts' part of it: docs/decisions/0030-chart-drawing.md.
int measure(const ui::Theme& theme) {
  for (const int minutes : {60, 1440}) {
    ui::ChartData data;
    data.to = from_micros(1'795'315'320'000'000);
    data.from = data.to - minutes * models::kMinute;
    for (int i = 0; i < 8; ++i) {
      ui::ChartSeries series{.channel = kChannels[static_cast<std::size_t>(i) % models::kChannelCount],
                             .name = {},
                             .line = models::LiveSeries(models::LiveSeries::Level::minute, std::chrono::hours(26)),
                             .cells = {}};
      for (int m = 0; m < minutes; ++m) {
        const auto at = data.from + m * models::kMinute;
        const auto value = 90.5 + i + 0.4 * ((m * 7919 + i * 31) % 13) / 13.0;
        series.line.put(at, value);
        series.cells.push_back({.at = at, .value = value, .numerator = 99, .denominator = 100});
      }
      data.series.push_back(std::move(series));
    }
    const QSize size(1200, 500);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    ui::ChartFrame frame(theme);
    const auto whole = median_ms([&] {
      // The window moves on, as it does live: axes and labels are laid out anew.
      data.from += models::kMinute / 6;
      data.to += models::kMinute / 6;
      const auto scale = frame.fit(size, data, data.from, data.to);
      QPainter painter(&image);
      frame.paint(painter, data, scale);
    });
    const auto scale = frame.fit(size, data, data.from, data.to);
    const auto lines = median_ms([&] {
      QPainter painter(&image);
      ui::paint_over(painter, data, scale, theme);
    });
    std::printf("8 series, %d min: frame %.2f ms, of it lines and markers %.2f ms\n", minutes, whole, lines);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  const QDir out(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
  const auto only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
  if (!out.exists() && !QDir().mkpath(out.path())) return 2;
  ui::Theme theme(app);
  if (only == QLatin1String("--measure")) return measure(theme);
  const auto scenes = test::monitor_scenes();
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
