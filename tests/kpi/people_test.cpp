// The people behind a point: model, step-up, keys, names, files. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kpi/people_words.h"
#include "tests/kpi/stage.h"
#include "tests/support_qt/text_fit.h"
#include "ui/stepup/step_up_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTranslator>
#include <memory>

using namespace guardline;
using models::KpiFigureName;
using models::KpiPeopleQuery;
using models::KpiSide;
using models::LookFailure;
using models::PeopleModel;
using ui::Page;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

KpiPeopleQuery day_point(std::optional<Channel> channel = Channel::sms) {
  const auto from = from_micros(1'795'276'800'000'000);  // 2026-11-22 00:00 in Beijing
  return {.figure = KpiFigureName::people_reached,
          .channel = channel,
          .from = from,
          .until = from + std::chrono::days(1),
          .side = KpiSide::never};
}

struct Stage : test::KpiStage {
  explicit Stage(ui::Theme& theme, bool proved = true) : KpiStage(theme) {
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    play();
    if (proved) prove();
  }
  void open_by_keys() {
    chart().setFocus();
    QTest::keyClick(&chart(), Qt::Key_Left);
    QTest::keyClick(&chart(), Qt::Key_PageDown);  // the first line: SMS
    QTest::keyClick(&chart(), Qt::Key_Return);
    settle();
  }
  [[nodiscard]] PeopleModel& list() const { return people().model(); }
  [[nodiscard]] QTableView& table() const {
    for (auto* table : page.findChildren<QTableView*>()) {
      if (table != people().view()) return *table;
    }
    return *people().view();
  }
  [[nodiscard]] bool says(const char16_t* words) const {
    for (const auto* label : people().findChildren<QLabel*>()) {
      if (label->isVisible() && label->text().contains(QStringView(words))) return true;
    }
    return false;
  }
};

}  // namespace

class PeopleTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { theme_ = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() { theme_.reset(); }

  void pages_come_when_asked_for() {
    test::FakeKpiGateway gateway;
    gateway.stepped_up = [] { return true; };
    gateway.unreached = 70;
    PeopleModel model(gateway);
    const QAbstractItemModelTester tester(&model, kFatal);
    model.open(day_point());
    QVERIFY(model.state() == PeopleModel::State::asking);
    QTRY_COMPARE(model.rowCount(), 30);
    QVERIFY(model.has_more());
    QCOMPARE(model.on_side(KpiSide::elsewhere), 321);
    // The same again asks for nothing: a look is a row of the record.
    model.open(day_point());
    test::KpiStage::settle();
    QCOMPARE(gateway.people_asked.size(), 1U);
    model.more();
    model.more();  // one at a time
    QTRY_COMPARE(model.rowCount(), 60);
    QCOMPARE(gateway.people_asked.size(), 2U);
    QCOMPARE(gateway.people_asked[1].second, QStringLiteral("30"));
    model.more();
    QTRY_COMPARE(model.rowCount(), 70);
    QVERIFY(!model.has_more());
    model.more();
    QCOMPARE(gateway.people_asked.size(), 3U);
    // Another side begins anew, and keeps the point's numbers meanwhile.
    model.show(KpiSide::elsewhere);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.numbers().has_value());
    QTRY_COMPARE(model.rowCount(), 30);
    QVERIFY(gateway.people_asked.back().first.side == KpiSide::elsewhere);
    QVERIFY(gateway.people_asked.back().second.isEmpty());
    model.close();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.numbers());
  }

  void another_point_ends_the_wait_for_the_one_before() {
    test::FakeKpiGateway gateway;
    gateway.stepped_up = [] { return true; };
    PeopleModel model(gateway);
    model.open(day_point(Channel::sms));
    model.open(day_point(Channel::email));
    QSignalSpy inserted(&model, &PeopleModel::rowsInserted);
    test::KpiStage::settle();
    QCOMPARE(inserted.size(), 1);
    QVERIFY(model.query().channel == Channel::email);
  }

  void a_step_up_is_waited_for_and_may_be_dropped() {
    test::FakeKpiGateway gateway;
    bool fresh = false;
    gateway.stepped_up = [&fresh] { return fresh; };
    PeopleModel model(gateway);
    QSignalSpy needed(&model, &PeopleModel::step_up_needed);
    model.open(day_point());
    QTRY_COMPARE(needed.size(), 1);
    model.drop();
    QVERIFY(model.state() == PeopleModel::State::failed);
    QVERIFY(model.error()->failure == LookFailure::step_up);
    model.retry();
    QTRY_COMPARE(needed.size(), 2);
    fresh = true;
    model.resume();
    QTRY_COMPARE(model.rowCount(), 30);
    // It runs out between two pages: what is there stays.
    fresh = false;
    model.more();
    QTRY_COMPARE(needed.size(), 3);
    model.drop();
    QCOMPARE(model.rowCount(), 30);
    QVERIFY(model.state() == PeopleModel::State::ready && model.error().has_value());
    fresh = true;
    model.retry();
    QTRY_COMPARE(model.rowCount(), 33);
    // A list that moved on is read from its beginning.
    model.show(KpiSide::elsewhere);
    QTRY_COMPARE(model.rowCount(), 30);
    gateway.people_fault = LookFailure::stale;
    model.more();
    QTRY_VERIFY(model.error().has_value());
    gateway.people_fault.reset();
    model.retry();
    QVERIFY(gateway.people_asked.back().second.isEmpty());
    QTRY_VERIFY(!model.error() && model.rowCount() == 30);
  }

  void words_say_what_the_point_asks() {
    const auto page = test::tell_people(day_point(), {});
    QCOMPARE(models::kpi_point_name(day_point()), QStringLiteral("11-22 周日，短信"));
    auto hour = day_point(std::nullopt);
    hour.until = hour.from + std::chrono::hours(1);
    QCOMPARE(models::kpi_point_name(hour), QStringLiteral("11-22 00:00，全部渠道"));
    QCOMPARE(models::kpi_point_numbers(KpiFigureName::people_reached, page),
             QStringLiteral("未触达 354 人（已触达 5,988 ÷ 应达 6,342）"));
    for (const auto figure : models::kKpiFigures) {
      QStringList names;
      for (const auto side : models::kKpiSides) names << models::kpi_side_name(figure, side);
      names.removeDuplicates();
      QCOMPARE(names.size(), 3);
      QVERIFY(!models::kpi_point_numbers(figure, page).contains(u'%'));
    }
    QCOMPARE(models::kpi_happened(page.people[1], Channel::sms), QStringLiteral("短信 空号，邮件 邮箱不存在"));
    QCOMPARE(models::kpi_happened(page.people[1], Channel::email), QStringLiteral("邮件 邮箱不存在，短信 空号"));
    // Of two on one channel the newest speaks; a reader beats a receipt.
    auto person = page.people[2];
    person.deliveries.push_back(test::sent(Channel::sms, DeliveryState::delivered, Reason::none, page.as_of));
    QCOMPARE(models::kpi_happened(person, std::nullopt), QStringLiteral("短信 停机"));
    person.deliveries.front() = test::sent(Channel::email, DeliveryState::delivered, Reason::none, page.as_of);
    person.deliveries.front().opened_at = page.as_of;
    QCOMPARE(models::kpi_happened(person, std::nullopt), QStringLiteral("短信 已送达，邮件 已打开"));
    person.deliveries.clear();
    QVERIFY(!models::kpi_happened(person, std::nullopt).isEmpty());
    person.name.clear();
    QCOMPARE(models::kpi_person_name(person), QStringLiteral("（资料已删除）"));
  }

  void enter_on_a_point_asks_who_one_is_and_shows_the_never_reached() {
    Stage stage(*theme_, false);
    stage.open_by_keys();
    QVERIFY(stage.people().isVisible());
    QCOMPARE(stage.list().rowCount(), 0);
    auto* dialog = stage.step_up.dialog();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    bool told = false;
    for (const auto* label : dialog->findChildren<QLabel*>())
      told = told || label->text().contains(QStringLiteral("11-22 周日，短信"));
    QVERIFY2(told, "the dialog says which list it is about");
    QTest::keyClick(dialog, Qt::Key_3);
    auto* code = dialog->findChild<ui::CodeField*>();
    QTest::keyClicks(code, QStringLiteral("407152"));
    QTest::keyClick(code, Qt::Key_Return);
    test::KpiStage::settle();
    QCOMPARE(stage.sessions.step_ups, 1);
    QCOMPARE(stage.list().rowCount(), 30);
    const auto& [query, cursor] = stage.gateway.people_asked.back();
    QVERIFY(query.side == KpiSide::never && query.channel == Channel::sms);
    QVERIFY(query.until - query.from == std::chrono::days(1));
    QVERIFY(stage.people().view()->hasFocus());
    QVERIFY(stage.says(u"未触达 354 人"));

    // Esc closes it, and the focus is where it was.
    QTest::keyClick(stage.people().view(), Qt::Key_Escape);
    QVERIFY(!stage.people().isVisible());
    QVERIFY(stage.chart().hasFocus());
    QCOMPARE(stage.list().rowCount(), 0);
  }

  void whoever_does_not_prove_it_sees_nobody() {
    Stage stage(*theme_, false);
    stage.open_by_keys();
    auto* dialog = stage.step_up.dialog();
    QVERIFY(dialog != nullptr);
    QTest::keyClick(dialog, Qt::Key_Escape);
    test::KpiStage::settle();
    QCOMPARE(stage.list().rowCount(), 0);
    QVERIFY(stage.says(u"需要再次验证"));
    QVERIFY(!stage.people().view()->isVisible());
  }

  void enter_on_a_person_opens_them() {
    Stage stage(*theme_);
    QSignalSpy wanted(&stage.page, &Page::page_wanted);
    stage.open_by_keys();
    auto* view = stage.people().view();
    QVERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key_J);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<ui::Place>() == ui::Place::investors);
    QCOMPARE(wanted[0][1].toString(), QStringLiteral("investor:") + stage.list().person(1)->id);
  }

  void rows_are_copied_as_they_are_seen() {
    Stage stage(*theme_);
    stage.open_by_keys();
    auto* view = stage.people().view();
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    const auto lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QStringLiteral("投资者\t经过\t现在"));
    QCOMPARE(lines[2], QStringLiteral("欧*婷\t短信 空号，邮件 邮箱不存在\t失联"));
  }

  void a_click_means_the_line_it_is_near_or_all_of_them() {
    Stage stage(*theme_);
    auto& chart = stage.chart();
    // In the plot, but far below every line.
    const QPoint below(chart.width() / 2, chart.height() * 3 / 4);
    QTest::mouseMove(&chart, below);
    QTest::mouseClick(&chart, Qt::LeftButton, Qt::NoModifier, below);
    test::KpiStage::settle();
    QCOMPARE(stage.gateway.people_asked.size(), 1U);
    QVERIFY(!stage.gateway.people_asked.back().first.channel);
    QVERIFY(chart.crosshair().has_value());
    const auto at = *chart.crosshair();
    QVERIFY(stage.gateway.people_asked.back().first.from == at);
    QTest::mouseMove(&stage.page, QPoint(5, 5));
    QVERIFY2(chart.crosshair() == at, "what is being read stays marked");
    QVERIFY(stage.list().rowCount() > 0);
  }

  void a_figure_of_the_table_opens_too() {
    Stage stage(*theme_);
    auto& table = stage.table();
    using Column = models::KpiTableModel::Column;
    const auto click = [&](int row, Column column, Qt::KeyboardModifiers with = Qt::NoModifier) {
      const auto index = table.model()->index(row, static_cast<int>(column));
      QTest::mouseClick(table.viewport(), Qt::LeftButton, with, table.visualRect(index).center());
      test::KpiStage::settle();
    };
    click(0, Column::time);
    QCOMPARE(stage.gateway.people_asked.size(), 0U);
    click(1, Column::email, Qt::ControlModifier);
    QCOMPARE(stage.gateway.people_asked.size(), 0U);
    click(0, Column::email);
    QCOMPARE(stage.gateway.people_asked.size(), 1U);
    QVERIFY(stage.gateway.people_asked.back().first.channel == Channel::email);
    const auto day = stage.gateway.people_asked.back().first.from;
    // The period before is another day.
    click(0, Column::before);
    QVERIFY(stage.gateway.people_asked.back().first.from == day - std::chrono::days(7));
    QVERIFY(!stage.gateway.people_asked.back().first.channel);
    table.setFocus();
    table.setCurrentIndex(table.model()->index(1, static_cast<int>(Column::sms)));
    QTest::keyClick(&table, Qt::Key_Return);
    test::KpiStage::settle();
    QVERIFY(stage.gateway.people_asked.back().first.channel == Channel::sms);
    QVERIFY(stage.people().view()->hasFocus());
  }

  void other_days_and_other_figures_close_it() {
    Stage stage(*theme_);
    stage.open_by_keys();
    QVERIFY(stage.people().isVisible());
    stage.page.model().choose(KpiFigureName::delivery_rate);
    QVERIFY(!stage.people().isVisible());
    QVERIFY(stage.list().state() == PeopleModel::State::closed);
    stage.open_by_keys();
    QVERIFY(stage.people().isVisible());
    // The same days counted again keep it.
    stage.page.retry();
    stage.play();
    QVERIFY(stage.people().isVisible());
    stage.page.model().show({.period = models::KpiPeriodName::today});
    QVERIFY(!stage.people().isVisible());
  }

  void nobody_on_a_side_is_said() {
    Stage stage(*theme_);
    stage.gateway.unreached = 0;
    stage.open_by_keys();
    QVERIFY(stage.says(u"没有始终未触达的人"));
    stage.list().show(KpiSide::counted);
    QTRY_COMPARE(stage.list().rowCount(), 30);
    stage.gateway.people_fault = LookFailure::journal;
    stage.list().show(KpiSide::elsewhere);
    QTRY_VERIFY(stage.says(u"审计暂时写不进去"));
    QCOMPARE(stage.list().rowCount(), 0);
  }

  void texts_fit_and_controls_have_names_data() {
    QTest::addColumn<bool>("english");
    QTest::addColumn<double>("scale");
    for (const bool english : {false, true})
      for (const double scale : {1.0, 1.5, 2.0})
        QTest::addRow("%s-%d", english ? "en" : "zh", static_cast<int>(scale * 100)) << english << scale;
  }
  void texts_fit_and_controls_have_names() {
    QFETCH(bool, english);
    QFETCH(double, scale);
    QTranslator translator;
    if (english) {
      QVERIFY(translator.load(QStringLiteral(":/guardline/i18n/guardline_en.qm")));
      QApplication::installTranslator(&translator);
    }
    theme_->set_text_scale(scale);
    {
      Stage stage(*theme_);
      for (const auto size : {QSize(1356, 792), QSize(1180 - 84, 642)}) {
        stage.page.resize(size * scale);
        for (const auto figure : models::kKpiFigures) {
          if (figure == KpiFigureName::first_response) continue;  // nothing to open
          stage.page.model().choose(figure);
          stage.open_by_keys();
          QVERIFY(stage.people().isVisible());
          const auto found = test::clipped_texts(stage.page) + test::unnamed_controls(stage.page);
          QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        }
      }
      for (const auto fault : {LookFailure::journal, LookFailure::busy, LookFailure::unreachable}) {
        stage.gateway.people_fault = fault;
        stage.list().close();
        stage.people().hide();
        stage.open_by_keys();
        const auto found = test::clipped_texts(stage.people()) + test::unnamed_controls(stage.people());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
      }
    }
    theme_->set_text_scale(1.0);
    QApplication::removeTranslator(&translator);
  }

 private:
  std::unique_ptr<ui::Theme> theme_;
};

QTEST_MAIN(PeopleTest)
#include "people_test.moc"
