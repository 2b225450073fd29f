// Words of thresholds and gaps stand where no line runs. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_words.h"

#include "models/live/kpi_store.h"
#include "ui/charts/chart_frame.h"
#include "ui/charts/plot_painter.h"
#include "ui/charts/series_style.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <functional>
#include <memory>

using namespace guardline;

namespace {

const Timestamp kNow = from_micros(1'795'315'320'000'000);
constexpr QSize kSize(866, 250);
const QString kHint = QStringLiteral("提示线 97%");

ui::ChartSeries series(Channel channel, const std::function<double(int)>& value, int from = 0, int to = 60) {
  ui::ChartSeries out{.channel = channel,
                      .name = {},
                      .line = models::LiveSeries(models::LiveSeries::Level::minute, std::chrono::hours(26)),
                      .cells = {}};
  for (int m = from; m < to; ++m) {
    const auto at = kNow - (60 - m) * models::kMinute;
    out.line.put(at, value(m));
    out.cells.push_back({.at = at, .value = value(m), .numerator = 95, .denominator = 100});
  }
  return out;
}

ui::ChartData chart(std::vector<ui::ChartSeries> lines) {
  return {.from = kNow - 60 * models::kMinute,
          .to = kNow,
          .series = std::move(lines),
          .thresholds = {{.value = 97, .band_low = 95, .words = kHint},
                         {.value = 95,
                          .band_low = 0,
                          .words = QStringLiteral("告警线 95%（持续 60 秒）"),
                          .text = ui::Token::crit_text,
                          .band = ui::Token::crit_soft}},
          .hatches = {},
          .empty_title = {},
          .empty_text = {}};
}

}  // namespace

class PlotWordsTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { theme_ = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() { theme_.reset(); }

  void words_leave_the_place_to_a_line() {
    // Quiet above the line: the words stand below it at the left, as in the design.
    const auto quiet = words_of(chart({series(Channel::sms, [](int) { return 98.5; })}), kHint);
    QVERIFY(!quiet.own_ground);
    QVERIFY(quiet.box.left() < 120);
    // A line that swings about the threshold in the first half sends them to the other end.
    const auto swing = [](int m) { return m < 30 ? 97 + (m % 2 == 0 ? 1.5 : -1.5) : 99; };
    const auto moved = words_of(chart({series(Channel::push, swing)}), kHint);
    QVERIFY(!moved.own_ground);
    QVERIFY(moved.box.left() > kSize.width() / 2.0);
    // Everywhere: they keep a place and get a ground.
    const auto all = [](int m) { return 97 + (m % 2 == 0 ? 1.5 : -1.5); };
    QVERIFY(words_of(chart({series(Channel::push, all)}), kHint).own_ground);
  }

  void no_line_is_seen_through_words() {
    const auto all = [](int m) { return 97 + (m % 2 == 0 ? 1.8 : -1.8); };
    const auto low = [](int m) { return 91 + (m % 2 == 0 ? 1.0 : -1.0); };
    auto data = chart({series(Channel::push, all), series(Channel::sms, low)});
    data.hatches.push_back(
        {kNow - 30 * models::kMinute, kNow - 20 * models::kMinute, QStringLiteral("推送无数据\n10 分钟")});
    for (const auto mode : {ui::Theme::Mode::light, ui::Theme::Mode::dark}) {
      theme_->set_mode(mode);
      const auto image = paint(data);
      int seen = 0;
      for (const auto& words : placed(data)) {
        ++seen;
        for (int y = static_cast<int>(words.box.top()) + 1; y < static_cast<int>(words.box.bottom()); ++y) {
          for (int x = static_cast<int>(words.box.left()) + 1; x < static_cast<int>(words.box.right()); ++x) {
            for (const auto channel : {Channel::push, Channel::sms}) {
              QVERIFY2(image.pixelColor(x, y) != theme_->color(ui::channel_token(channel)), qPrintable(words.text));
            }
          }
        }
      }
      QCOMPARE(seen, 3);
    }
    theme_->set_mode(ui::Theme::Mode::light);
  }

  void a_narrow_gap_is_hatched_without_words() {
    const auto gap = [](int minutes) {
      auto data = chart({series(
                             Channel::sms, [](int) { return 98.5; }, 0, 20),
                         series(Channel::email, [](int) { return 99.0; })});
      data.thresholds.clear();
      data.hatches.push_back({kNow - 40 * models::kMinute, kNow - (40 - minutes) * models::kMinute,
                              QStringLiteral("无数据\n%1 分钟").arg(minutes)});
      return data;
    };
    QCOMPARE(placed(gap(20)).size(), std::size_t{1});
    QVERIFY(placed(gap(1)).empty());
    // The hatch itself stands all the same: the picture differs from one without it.
    auto none = gap(1);
    none.hatches.clear();
    QVERIFY(paint(gap(1)) != paint(none));
  }

  void words_of_neighbours_stay_apart() {
    auto data = chart({series(Channel::sms, [](int) { return 99.5; })});
    for (int i = 0; i < 5; ++i) {
      data.hatches.push_back({kNow - (40 - i) * models::kMinute, kNow - (36 - i) * models::kMinute,
                              QStringLiteral("渠道 %1 无数据\n4 分钟").arg(i)});
    }
    const auto words = placed(data);
    QVERIFY(words.size() >= 5);
    for (std::size_t a = 0; a < words.size(); ++a) {
      for (std::size_t b = a + 1; b < words.size(); ++b) QVERIFY(!words[a].box.intersects(words[b].box));
    }
  }

 private:
  std::vector<ui::PlotWords> placed(const ui::ChartData& data) {
    ui::ChartFrame frame(*theme_);
    const auto scale = frame.fit(kSize, data, data.from, data.to);
    return ui::place_words(data, scale, ui::plot_lines(data, scale), ui::axis_font(*theme_));
  }
  ui::PlotWords words_of(const ui::ChartData& data, const QString& text) {
    for (auto& words : placed(data)) {
      if (words.text == text) return words;
    }
    return {};
  }
  QImage paint(const ui::ChartData& data) {
    ui::ChartFrame frame(*theme_);
    const auto scale = frame.fit(kSize, data, data.from, data.to);
    QImage image(kSize, QImage::Format_RGB32);
    image.fill(theme_->color(ui::Token::bg_surface));
    QPainter painter(&image);
    frame.paint(painter, data, scale);
    return image;
  }
  std::unique_ptr<ui::Theme> theme_;
};

QTEST_MAIN(PlotWordsTest)
#include "plot_words_test.moc"
