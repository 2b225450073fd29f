// The live monitor with a fake gateway: states, keys, names. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/monitor_page.h"

#include "models/live/draw_log.h"
#include "tests/monitor/fake_live_gateway.h"
#include "tests/monitor/sample_data.h"
#include "ui/charts/chart_frame.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/legend.h"
#include "ui/monitor/channel_tile_view.h"
#include "ui/monitor/stack_legend.h"
#include "ui/monitor/ticker_list.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <cmath>
#include <memory>

using namespace guardline;
using ui::MonitorPage;
using Kind = models::StreamNotice::Kind;

namespace {

const Timestamp kNow = from_micros(1'795'315'350'000'000);

/// The program's texts in English for as long as this lives.
struct English {
  English() {
    QVERIFY(translator.load(QStringLiteral(":/guardline/i18n/guardline_en.qm")));
    QApplication::installTranslator(&translator);
    QCoreApplication::sendPostedEvents();
  }
  ~English() { QApplication::removeTranslator(&translator); }
  QTranslator translator;
};

struct Stage {
  explicit Stage(ui::Theme& theme, MonitorPage::Access access = MonitorPage::Access::full)
      : log(clock, dir.filePath(QStringLiteral("draw"))), page(theme, gateway, clock, log, access) {
    page.resize(1356, 792);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
  }
  void play(const test::Story& story = {}) {
    gateway.tell(models::KpiSnapshot{.to = "1", .from = {}, .buckets = test::tell_story(kNow, story)});
    QTest::qWait(200);
  }
  [[nodiscard]] QByteArray drawn() const {
    QFile file(dir.filePath(QStringLiteral("draw")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  QTemporaryDir dir;
  test::SetClock clock{kNow};
  test::FakeLiveGateway gateway;
  models::DrawLog log;
  MonitorPage page;
};

}  // namespace

class MonitorPageTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { theme_ = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() { theme_.reset(); }

  void states() {
    Stage stage(*theme_);
    QVERIFY(stage.page.state() == ui::Page::State::loading);
    for (const auto* tile : stage.page.findChildren<ui::ChannelTileView*>()) {
      QVERIFY2(tile->accessibleName().contains(QStringLiteral("—")), qPrintable(tile->accessibleName()));
    }
    stage.play({.channels = {}});
    QVERIFY(stage.page.state() == ui::Page::State::empty);
    stage.gateway.tell(models::KpiSnapshot{.to = "2", .from = {}, .buckets = test::tell_story(kNow, {})});
    QTest::qWait(200);
    QVERIFY(stage.page.state() == ui::Page::State::ready);
    auto* banner = stage.page.findChild<ui::Banner*>();
    QVERIFY(!banner->isVisible());
    stage.gateway.tell(models::StreamNotice{.kind = Kind::stale, .at = kNow});
    QVERIFY(stage.page.state() == ui::Page::State::error);
    QVERIFY(banner->isVisible());
    stage.gateway.tell(models::StreamNotice{.kind = Kind::offline, .at = kNow});
    QVERIFY(stage.page.state() == ui::Page::State::offline);
    QVERIFY(banner->isVisible());
    QVERIFY(stage.page.findChild<ui::ChartView*>()->data().greyed);
    QTest::keyClick(&stage.page, Qt::Key_F5);
    QCOMPARE(stage.gateway.retries, 1);
    stage.gateway.tell(models::StreamNotice{.kind = Kind::denied, .at = kNow});
    QVERIFY(stage.page.state() == ui::Page::State::denied);
    stage.gateway.tell(models::StreamNotice{.kind = Kind::live, .at = kNow});
    QVERIFY(stage.page.state() == ui::Page::State::ready);
    QVERIFY(!banner->isVisible());
  }

  void an_empty_range_offers_a_longer_one() {
    Stage stage(*theme_);
    stage.play({.channels = {}});
    QVERIFY(stage.page.state() == ui::Page::State::empty);
    const auto offered = [&stage]() -> QPushButton* {
      for (auto* button : stage.page.findChild<ui::ChartView*>()->findChildren<QPushButton*>()) {
        if (button->isVisible()) return button;
      }
      return nullptr;
    };
    auto* wider = offered();
    QVERIFY(wider != nullptr);
    QTest::mouseClick(wider, Qt::LeftButton);
    QVERIFY(stage.page.model().range() == models::LiveRange::today);
    QVERIFY(offered() == nullptr);  // there is no longer one
    stage.play();
    QVERIFY(stage.page.state() == ui::Page::State::ready);
    QVERIFY(offered() == nullptr);
  }

  // The axes are laid out by Qt Charts, the lines by us: a value must stand on its own grid line, in both looks.
  void the_grid_stands_where_the_scale_says() {
    const ui::ChartData data{.from = kNow - 60 * models::kMinute,
                             .to = kNow,
                             .series = {},
                             .thresholds = {},
                             .hatches = {},
                             .empty_title = {},
                             .empty_text = {}};
    ui::ChartFrame frame(*theme_);  // one for both: the look changes at run time
    for (const auto mode : {ui::Theme::Mode::light, ui::Theme::Mode::dark}) {
      theme_->set_mode(mode);
      for (const QSize size : {QSize(866, 250), QSize(345, 180)}) {
        const auto scale = frame.fit(size, data, data.from, data.to);
        QImage image(size, QImage::Format_RGB32);
        image.fill(theme_->color(ui::Token::bg_surface));
        QPainter painter(&image);
        frame.paint(painter, data, scale);
        painter.end();
        QVERIFY(scale.plot.width() > size.width() * 0.75);
        const auto x = static_cast<int>(scale.plot.center().x());
        for (const double value : {95.0, 100.0}) {
          int strokes = 0;
          for (int y = static_cast<int>(scale.y(value)) - 1; y <= static_cast<int>(scale.y(value)) + 1; ++y) {
            if (image.pixelColor(x, y) == theme_->color(ui::Token::grid)) ++strokes;
          }
          // 95 % stands between two lines on the tall chart (steps of 2), on one on the low chart (steps of 5).
          QCOMPARE(strokes, std::fmod(value - scale.low, scale.step) < 1e-6 ? 1 : 0);
        }
      }
    }
    theme_->set_mode(ui::Theme::Mode::light);
  }

  void agents_get_tiles_only() {
    Stage stage(*theme_, MonitorPage::Access::tiles);
    stage.play();
    QVERIFY(stage.page.state() == ui::Page::State::denied);
    QVERIFY(stage.page.findChildren<ui::ChartView*>().isEmpty());
    QCOMPARE(stage.page.findChildren<ui::ChannelTileView*>().size(), 6);
    QCOMPARE(stage.drawn().count('\n'), 1);
  }

  void drawn_ranges_are_whole_and_once() {
    Stage stage(*theme_);
    stage.play();
    std::string cursor = "1";
    for (int i = 0; i < 12; ++i) {
      const auto next = "d" + std::to_string(i);
      stage.gateway.tell(models::KpiDelta{.from = cursor, .to = next, .event_count = 4, .buckets = {}});
      cursor = next;
      QTest::qWait(35);
    }
    QTRY_VERIFY(stage.drawn().contains("\"to\":\"d11\""));
    QByteArray last;
    int events = 0;
    for (const auto& line : stage.drawn().split('\n')) {
      if (line.isEmpty()) continue;
      const auto field = [&line](const char* name) {
        const auto at = line.indexOf(name) + static_cast<int>(qstrlen(name));
        return line.mid(at, line.indexOf('"', at) - at);
      };
      if (!last.isEmpty()) QCOMPARE(field("\"from\":\""), last);
      last = field("\"to\":\"");
      const auto at = line.indexOf("\"events\":") + 9;
      events += line.mid(at, line.indexOf(',', at) - at).toInt();
    }
    QCOMPARE(events, 48);
  }

  void keys_alone() {
    Stage stage(*theme_);
    stage.play();
    auto* chart = stage.page.findChild<ui::ChartView*>();
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Left);
    QVERIFY(chart->crosshair().has_value());
    const auto first = *chart->crosshair();
    QTest::keyClick(chart, Qt::Key_Left);
    QVERIFY(*chart->crosshair() == first - models::kMinute);
    const auto both = chart->accessibleDescription();
    QTest::keyClick(chart, Qt::Key_PageDown);
    QVERIFY(chart->accessibleDescription() != both);
    QTest::keyClick(chart, Qt::Key_Plus);
    QCOMPARE(chart->zoom(), 2);
    QTest::keyClick(chart, Qt::Key_0);
    QCOMPARE(chart->zoom(), 1);
    QTest::keyClick(chart, Qt::Key_Escape);
    QVERIFY(!chart->crosshair());
    QTest::keyClick(chart, Qt::Key_Space);
    QVERIFY(stage.page.model().paused());
    QTest::keyClick(chart, Qt::Key_Space);
    QVERIFY(!stage.page.model().paused());
    QTest::keyClick(chart, Qt::Key_T);
    QVERIFY(stage.page.table_shown());
    auto* table = stage.page.findChild<QTableView*>();
    QVERIFY(table->model()->rowCount() > 60);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().contains(QLatin1Char('\t')));
    QTest::keyClick(&stage.page, Qt::Key_T);
    QVERIFY(!stage.page.table_shown());
  }

  void everything_has_a_name() {
    Stage stage(*theme_);
    stage.play();
    int seen = 0;
    for (const auto* widget : stage.page.findChildren<QWidget*>()) {
      if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
      if (widget->inherits("QScrollBar") || widget->inherits("QHeaderView")) continue;
      const auto* button = qobject_cast<const QAbstractButton*>(widget);
      const auto name = !widget->accessibleName().isEmpty() ? widget->accessibleName()
                        : button != nullptr                 ? button->text()
                                                            : QString();
      QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
      ++seen;
    }
    QVERIFY(seen >= 8);
    QVERIFY(!stage.page.findChild<ui::ChartView*>()->accessibleDescription().isEmpty());
  }

  void a_held_row_stays() {
    Stage stage(*theme_);
    stage.play();
    stage.gateway.tell(models::TickerItems{test::tell_ticker(kNow, 30, {Channel::sms})});
    QTest::qWait(200);
    auto* list = stage.page.findChild<ui::TickerList*>();
    list->view()->selectRow(2);
    stage.gateway.tell(models::TickerItems{test::tell_ticker(kNow, 12, {Channel::email})});
    QTest::qWait(200);
    QVERIFY(list->news()->isVisible());
    QVERIFY(list->news()->text().contains(QStringLiteral("12")));
    QCOMPARE(list->view()->currentIndex().row(), 2);
    QTest::keyClick(list->view(), Qt::Key_Escape);
    QCOMPARE(stage.page.ticker().rowCount(), 42);
    QVERIFY(!list->news()->isVisible());
  }

  void a_time_without_sending_is_hatched() {
    Stage stage(*theme_);
    auto buckets = test::tell_story(kNow, {});
    std::erase_if(buckets, [](const models::KpiBucket& b) {
      return b.minute > kNow - 30 * models::kMinute && b.minute <= kNow - 20 * models::kMinute;
    });
    stage.gateway.tell(models::KpiSnapshot{.to = "1", .from = {}, .buckets = buckets});
    QTest::qWait(200);
    const auto& hatches = stage.page.findChild<ui::ChartView*>()->data().hatches;
    QCOMPARE(hatches.size(), std::size_t{1});
    QCOMPARE(hatches[0].words, QStringLiteral("无数据\n10 分钟"));
  }

  void the_pause_key_follows_the_language() {
    Stage stage(*theme_);
    const auto key = [&stage] {
      for (const auto* button : stage.page.findChildren<ui::KeyButton*>()) {
        if (button->accessibleName().contains(QStringLiteral("暂停")) ||
            button->accessibleName().contains(QStringLiteral("Pause"))) {
          return button->key();
        }
      }
      return QString();
    };
    QCOMPARE(key(), QStringLiteral("空格"));
    const English english;
    QCOMPARE(key(), QStringLiteral("Space"));
  }

  void nothing_is_clipped_data() {
    QTest::addColumn<bool>("in_english");
    QTest::addColumn<int>("width");
    // Beside the rail of 84 px: the designed window (1440) and the smallest (1180).
    for (const bool english : {false, true})
      for (const int width : {1356, 1096}) QTest::addRow("%s-%d", english ? "en" : "zh", width) << english << width;
  }
  void nothing_is_clipped() {
    QFETCH(bool, in_english);
    QFETCH(int, width);
    std::unique_ptr<English> english;
    if (in_english) english = std::make_unique<English>();
    Stage stage(*theme_);
    stage.play({.channels = {std::begin(kChannels), std::end(kChannels)}});
    stage.page.resize(width, 792);
    QTest::qWait(50);
    QCOMPARE(stage.page.width(), width);  // a layout that needs more would have made it wider
    for (const auto* label : stage.page.findChildren<QLabel*>()) {
      if (!label->isVisible() || label->text().isEmpty()) continue;
      const auto need = label->fontMetrics().size(0, label->text()).width();
      QVERIFY2(
          need <= label->contentsRect().width() + 1,
          qPrintable(QStringLiteral("%1: %2 > %3").arg(label->text()).arg(need).arg(label->contentsRect().width())));
    }
    const auto* legend = stage.page.findChild<ui::Legend*>();
    QVERIFY(legend->minimumSizeHint().width() <= legend->width());
    const auto* stack = stage.page.findChild<ui::StackLegend*>();
    QVERIFY(stack->minimumSizeHint().width() <= stack->width());
    QCOMPARE(stack->height(), stack->heightForWidth(stack->width()));
    QVERIFY(stack->heightForWidth(stack->width()) <= 2 * stack->minimumSizeHint().height());
  }

 private:
  std::unique_ptr<ui::Theme> theme_;
};

QTEST_MAIN(MonitorPageTest)
#include "monitor_page_test.moc"
