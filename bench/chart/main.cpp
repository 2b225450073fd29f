// A frame of the live chart beside QCustomPlot. SPDX-License-Identifier: GPL-3.0-or-later
//   guardline-bench-chart [--rounds N] [--frames N] [--warm-up N] [--pictures FOLDER]
#include "bench/base/compare.h"
#include "bench/base/must.h"
#include "bench/chart/our_chart.h"
#include "bench/chart/peer_chart.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <algorithm>
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
  PeerChart theirs(theme, shape, kSize, true);
  PeerChart plain(theme, shape, kSize, false);
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
  // Its default draws each line as one outline that crosses itself: seconds, so a few frames tell enough.
  const Rounds few{.rounds = 1, .pairs = std::max<std::size_t>(1, settings.rounds.pairs / 10), .warm_up = 0};
  const auto as_default = compare(few, 0.5, draw_ours, [&](std::size_t) { plain.frame(other); });
  char more[128];
  std::snprintf(more, sizeof more, ",\"frames\":%zu,\"peer_default\":%.3f,\"peer_default_ratio\":%.3f",
                settings.rounds.rounds * settings.rounds.pairs, as_default.theirs / 1000, as_default.ratio);
  print_comparison(shape.name, "ms", "QCustomPlot 2.1 with phFastPolylines, same pens, antialiasing and size", found,
                   1.0, more);
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
    if (name == "--warm-up") settings.rounds.warm_up = std::stoul(value);
    if (name == "--pictures") settings.pictures = QString::fromStdString(value);
  }
  guardline::ui::Theme theme(app, guardline::ui::Theme::Mode::light);
  for (const auto& shape : guardline::bench::kShapes) guardline::bench::measure(theme, shape, settings);
  return 0;
}
