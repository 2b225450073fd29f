// A frame of the live chart beside QCustomPlot. SPDX-License-Identifier: GPL-3.0-or-later
//   guardline-bench-chart [--rounds N] [--frames N] [--pictures FOLDER]
#include "bench/base/compare.h"
#include "bench/base/must.h"
#include "bench/chart/our_chart.h"
#include "bench/chart/peer_chart.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>

namespace guardline::bench {
namespace {

constexpr QSize kSize(1200, 500);
constexpr std::array kShapes{
    LineShape{"chart_frame_6x1440", 6, 1440, std::chrono::minutes(1)},
    LineShape{"chart_frame_8x36000", 8, 36'000, std::chrono::seconds(1)},
};

struct Settings {
  Rounds rounds{.rounds = 5, .pairs = 60, .warm_up = 10};
  QString pictures;
};

/// A picture without lines would be drawn quickly.
void check(const QImage& image, const ui::Theme& theme, const char* whose) {
  const auto ground = theme.color(ui::Token::bg_surface).rgb();
  int drawn = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) drawn += image.pixel(x, y) != ground ? 1 : 0;
  }
  if (drawn < image.width() * image.height() / 20) give_up(std::string(whose) + ": the picture is empty");
}

void measure(const ui::Theme& theme, const LineShape& shape, const Settings& settings) {
  QImage mine(kSize, QImage::Format_ARGB32_Premultiplied);
  QImage other(kSize, QImage::Format_ARGB32_Premultiplied);
  OurChart ours(theme, shape, kSize);
  PeerChart theirs(theme, shape, kSize, false);
  PeerChart fast(theme, shape, kSize, true);
  QApplication::processEvents();
  const auto draw_ours = [&](std::size_t) { ours.frame(mine); };
  const auto found = compare(settings.rounds, 0.5, draw_ours, [&](std::size_t) { theirs.frame(other); });
  check(mine, theme, "ours");
  check(other, theme, "QCustomPlot");
  if (!settings.pictures.isEmpty()) {
    const QDir folder(settings.pictures);
    mine.save(folder.filePath(QLatin1String(shape.name) + QStringLiteral("_ours.png")));
    other.save(folder.filePath(QLatin1String(shape.name) + QStringLiteral("_peer.png")));
  }
  const auto against_fast = compare(settings.rounds, 0.5, draw_ours, [&](std::size_t) { fast.frame(other); });
  char more[128];
  std::snprintf(more, sizeof more, ",\"frames\":%zu,\"fast_polylines\":%.3f,\"fast_polylines_ratio\":%.3f",
                settings.rounds.rounds * settings.rounds.pairs, against_fast.theirs / 1000, against_fast.ratio);
  print_comparison(shape.name, "ms", "QCustomPlot 2.1, same pens, antialiasing and size", found, 1.0, more);
}

}  // namespace
}  // namespace guardline::bench

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  guardline::bench::Settings settings;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::string value = argv[i + 1];
    if (name == "--rounds") settings.rounds.rounds = std::stoul(value);
    if (name == "--frames") settings.rounds.pairs = std::stoul(value);
    if (name == "--pictures") settings.pictures = QString::fromStdString(value);
  }
  guardline::ui::Theme theme(app, guardline::ui::Theme::Mode::light);
  for (const auto& shape : guardline::bench::kShapes) guardline::bench::measure(theme, shape, settings);
  return 0;
}
