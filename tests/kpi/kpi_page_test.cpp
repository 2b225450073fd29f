// The KPI page with a fake gateway: states, keys, names, files. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_page.h"

#include "tests/kpi/stage.h"
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"
#include "ui/charts/chart_view.h"
#include "ui/kpi/kpi_card.h"
#include "ui/kpi/period_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/wait_line.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <memory>

using namespace guardline;
using models::Failure;
using models::KpiFigureName;
using models::KpiPeriodName;
using ui::KpiPage;
using ui::Page;

namespace {

struct Stage : test::KpiStage {
  explicit Stage(ui::Theme& theme) : KpiStage(theme) {
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
  }
  [[nodiscard]] ui::KpiCard& card(KpiFigureName name) const { return *page.card(name); }
  [[nodiscard]] QString banner() const {
    auto* shown = page.findChild<ui::Banner*>();
    return shown->isVisible() ? shown->text() : QString();
  }
  [[nodiscard]] QTableView& table() const {
    for (auto* table : page.findChildren<QTableView*>()) {
      if (table != people().view()) return *table;
    }
    return *people().view();
  }
};

}  // namespace

class KpiPageTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { theme_ = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() { theme_.reset(); }

  void loading_then_figures_with_what_they_are_made_of() {
    Stage stage(*theme_);
    QVERIFY(stage.page.state() == Page::State::loading);
    QCOMPARE(stage.gateway.asked.size(), 1U);
    QCOMPARE(stage.card(KpiFigureName::delivery_rate).value(), QStringLiteral("—"));
    QVERIFY(stage.chart().data().series.empty());
    stage.play();
    QVERIFY(stage.page.state() == Page::State::ready);
    QVERIFY(stage.page.context().contains(QStringLiteral("10:42")));
    QCOMPARE(stage.card(KpiFigureName::delivery_rate).value(), QStringLiteral("97.84%"));
    const auto spoken = stage.card(KpiFigureName::delivery_rate).accessibleDescription();
    for (const auto* part : {"97.84%", "↓ 0.2 点", "531,806 ÷ 543,547 条", "按规则不发 1,802", "已送达条数 ÷"}) {
      QVERIFY2(spoken.contains(QString::fromUtf8(part)), qPrintable(spoken));
    }
    QCOMPARE(stage.card(KpiFigureName::first_response).value(), QStringLiteral("无法计算"));
    QVERIFY(stage.card(KpiFigureName::first_response).accessibleDescription().contains(QStringLiteral("尚未接入")));
    QVERIFY(stage.banner().isEmpty());
    QCOMPARE(stage.chart().data().series.size(), 4U);
    QCOMPARE(stage.chart().data().before.size(), 4U);
  }

  void an_empty_period_says_since_when_there_is_something() {
    Stage stage(*theme_);
    stage.play({.days = 7, .channels = {}});
    QVERIFY(stage.page.state() == Page::State::empty);
    QCOMPARE(stage.chart().data().empty_title, QStringLiteral("该区间无数据"));
    QVERIFY(stage.chart().data().empty_text.contains(QStringLiteral("08-18")));
    QCOMPARE(stage.card(KpiFigureName::people_reached).value(), QStringLiteral("—"));
    QCOMPARE(stage.table().model()->rowCount(), 0);
  }

  void a_failure_keeps_the_formula_and_says_why() {
    Stage stage(*theme_);
    QVERIFY(stage.gateway.fail(Failure::internal, u"E-1008"));
    QVERIFY(stage.page.state() == Page::State::error);
    auto& card = stage.card(KpiFigureName::delivery_rate);
    QCOMPARE(card.value(), QStringLiteral("无法计算"));
    QVERIFY(card.accessibleDescription().contains(QStringLiteral("已送达条数 ÷")));
    QVERIFY(stage.banner().contains(QStringLiteral("E-1008")));
    QVERIFY(stage.banner().contains(QStringLiteral("F5")));
    stage.page.retry();  // F5 is the window's
    QCOMPARE(stage.gateway.asked.size(), 2U);
    stage.play();
    QVERIFY(stage.banner().isEmpty());

    // What was there stays, grey and with its time.
    stage.page.retry();
    QVERIFY(stage.gateway.fail(Failure::unreachable));
    QVERIFY(stage.page.state() == Page::State::offline);
    QCOMPARE(card.value(), QStringLiteral("97.84%"));
    QVERIFY(stage.chart().data().greyed);
    QVERIFY(stage.banner().contains(QStringLiteral("10:42")));

    // Under other days nothing of it may stand.
    stage.page.model().show({.period = KpiPeriodName::today});
    QCOMPARE(card.value(), QStringLiteral("—"));
    QVERIFY(stage.gateway.fail(Failure::unreachable));
    QCOMPARE(card.value(), QStringLiteral("无法计算"));
    QVERIFY(stage.chart().data().series.empty());
    QCOMPARE(stage.table().model()->rowCount(), 0);
    QVERIFY(!stage.page.export_to(QStringLiteral("/nowhere")));
  }

  void a_role_without_figures_is_told_who_can_help() {
    Stage stage(*theme_);
    QVERIFY(stage.gateway.fail(Failure::role, u"role-not-allowed"));
    QVERIFY(stage.page.state() == Page::State::denied);
    QVERIFY(!stage.card(KpiFigureName::people_reached).isVisible());
    QVERIFY(stage.page.panes().empty());
    bool found = false;
    for (const auto* label : stage.page.findChildren<QLabel*>()) {
      found = found || (label->isVisible() && label->text().contains(QStringLiteral("值班主管")));
    }
    QVERIFY(found);
  }

  void the_chosen_card_is_what_chart_and_table_show() {
    Stage stage(*theme_);
    stage.play();
    auto& first = stage.card(KpiFigureName::people_reached);
    QVERIFY(first.isChecked());
    first.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&first, Qt::Key_Right);
    QVERIFY(stage.page.model().chosen() == KpiFigureName::delivery_rate);
    QVERIFY(stage.card(KpiFigureName::delivery_rate).hasFocus());
    QVERIFY(stage.chart().accessibleName().contains(QStringLiteral("送达率")));
    QCOMPARE(stage.table().model()->headerData(9, Qt::Horizontal).toString(), QStringLiteral("已受理条数"));
    QTest::mouseClick(&stage.card(KpiFigureName::first_reach), Qt::LeftButton);
    const auto& data = stage.chart().data();
    QVERIFY(!data.series.empty() && data.value_words != nullptr);
    QVERIFY(data.floor == 0 && data.ceiling >= 3.5 && data.ceiling <= 5);  // minutes
  }

  void t_goes_from_chart_to_table_and_back_at_the_same_step() {
    Stage stage(*theme_);
    stage.play();
    stage.chart().setFocus();
    for (int i = 0; i < 3; ++i) QTest::keyClick(&stage.chart(), Qt::Key_Left);
    QVERIFY(stage.chart().accessibleDescription().contains(QStringLiteral("11-20 周五")));
    QTest::keyClick(&stage.chart(), Qt::Key_T);
    QVERIFY(stage.table().hasFocus());
    QCOMPARE(stage.table().currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("11-20 周五"));
    QTest::keyClick(&stage.table(), Qt::Key_T);
    QVERIFY(stage.chart().hasFocus());
  }

  void rows_are_copied_as_they_are_seen() {
    Stage stage(*theme_);
    stage.play();
    stage.table().setFocus();
    stage.table().selectRow(0);
    QTest::keyClick(&stage.table(), Qt::Key_C, Qt::ControlModifier);
    const auto lines = QApplication::clipboard()->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[0].startsWith(QStringLiteral("日期\t全部渠道\t短信\t邮件\t推送\t网页\t上一周期")),
             qPrintable(lines[0]));
    QVERIFY(lines[1].startsWith(QStringLiteral("11-22 周日\t")));
  }

  void the_report_is_written_whole_or_said_to_be_not() {
    Stage stage(*theme_);
    stage.play();
    const QTemporaryDir dir;
    const auto path = dir.filePath(QStringLiteral("report.csv"));
    QVERIFY(stage.page.export_to(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    QVERIFY(bytes.contains("delivery-rate.v1"));
    QVERIFY(!stage.page.export_to(dir.filePath(QStringLiteral("none/report.csv"))));
    QVERIFY(stage.banner().contains(QStringLiteral("不能写入")));
    QVERIFY(stage.page.export_to(path));
    QVERIFY(stage.banner().isEmpty());
    // Ctrl+E asks where to, and does not hold the program up.
    QTest::keyClick(&stage.page, Qt::Key_E, Qt::ControlModifier);
    auto* dialog = stage.page.findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->reject();
  }

  void days_are_chosen_by_keyboard_and_checked() {
    Stage stage(*theme_);
    stage.play();
    auto* bar = stage.page.findChild<ui::PeriodBar*>();
    const auto named = bar->findChildren<QPushButton*>();
    QTest::mouseClick(named[3], Qt::LeftButton);
    QVERIFY(stage.gateway.asked.back().period == KpiPeriodName::days_30);
    stage.play({.days = 30});
    named[3]->setFocus();
    QTest::keyClick(named[3], Qt::Key_Right);
    const auto fields = bar->findChildren<QLineEdit*>();
    QVERIFY(fields[0]->isVisible());
    QTest::keyClick(named[4], Qt::Key_Tab);
    QVERIFY(fields[0]->hasFocus());
    const auto before = stage.gateway.asked.size();
    const auto type = [&](const char* first, const char* last) {
      fields[0]->setText(QString::fromLatin1(first));
      fields[1]->setText(QString::fromLatin1(last));
      QTest::keyClick(fields[1], Qt::Key_Return);
      return stage.gateway.asked.size() > before;
    };
    QVERIFY(!type("yesterday", "2026-11-22"));
    QVERIFY(fields[0]->hasFocus() && !fields[0]->accessibleDescription().isEmpty());
    QVERIFY(!type("2026-11-22", "2026-11-21"));
    QVERIFY(!type("2026-11-20", "2026-11-23"));
    QVERIFY(!type("2026-08-22", "2026-11-22"));
    QVERIFY(type("2026-08-23", "2026-11-22"));
    const auto& query = stage.gateway.asked.back();
    QVERIFY(query.period == KpiPeriodName::custom);
    QVERIFY(*query.until - *query.from == std::chrono::days(92));
    QVERIFY(*query.until == test::tell_report({}).until);
    QVERIFY(fields[0]->accessibleDescription().isEmpty());
  }

  void waiting_can_be_ended() {
    Stage stage(*theme_);
    auto* wait = stage.page.findChild<ui::WaitLine*>();
    QTRY_VERIFY(wait->shown());
    QTest::keyClick(&stage.page, Qt::Key_Escape);
    QVERIFY(!wait->shown());
    QVERIFY(stage.page.state() == Page::State::error);
    QVERIFY(stage.banner().contains(QStringLiteral("已停止等待")));
  }

  void texts_fit_and_controls_have_names_data() {
    QTest::addColumn<bool>("english");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("width");
    for (const bool english : {false, true}) {
      for (const double scale : {1.0, 1.5, 2.0}) {
        for (const int width : {1440 - 84, 1180 - 84}) {
          QTest::addRow("%s-%d-%d", english ? "en" : "zh", static_cast<int>(scale * 100), width)
              << english << scale << width;
        }
      }
    }
  }
  void texts_fit_and_controls_have_names() {
    QFETCH(bool, english);
    QFETCH(double, scale);
    QFETCH(int, width);
    QTranslator translator;
    if (english) {
      QVERIFY(translator.load(QStringLiteral(":/guardline/i18n/guardline_en.qm")));
      QApplication::installTranslator(&translator);
    }
    theme_->set_text_scale(scale);
    {
      Stage stage(*theme_);
      const QSize size(static_cast<int>(width * scale), static_cast<int>((width > 1200 ? 792 : 642) * scale));
      const auto check = [&](const char* when) {
        stage.page.resize(size);
        QTest::qWait(30);
        const auto found =
            test::clipped_texts(stage.page) + test::cut_texts(stage.page) + test::unnamed_controls(stage.page);
        QVERIFY2(found.isEmpty(), qPrintable(QString::fromLatin1(when) + u'\n' + found.join(u'\n')));
      };
      check("loading");
      stage.play({.days = 30});
      for (const auto figure : models::kKpiFigures) {
        stage.page.model().choose(figure);
        check("ready");
      }
      stage.page.retry();
      stage.gateway.fail(Failure::unreachable);
      check("offline");
      stage.page.model().show({.period = KpiPeriodName::today});
      stage.gateway.fail(Failure::internal, u"E-1008");
      check("error");
      stage.page.retry();
      stage.gateway.fail(Failure::role);
      check("denied");
    }
    theme_->set_text_scale(1.0);
    QApplication::removeTranslator(&translator);
  }

 private:
  std::unique_ptr<ui::Theme> theme_;
};

QTEST_MAIN(KpiPageTest)
#include "kpi_page_test.moc"
