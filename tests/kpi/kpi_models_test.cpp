// The KPI page's model, words, table and file. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kpi/csv.h"
#include "models/kpi/kpi_csv.h"
#include "models/kpi/kpi_model.h"
#include "models/kpi/kpi_table_model.h"
#include "models/kpi/kpi_words.h"
#include "tests/kpi/fake_kpi_gateway.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace guardline;
using models::KpiFigureName;
using models::KpiModel;
using models::KpiPeriodName;
using models::KpiQuery;
using models::KpiUnknown;
using models::KpiValue;
using Column = models::KpiTableModel::Column;

class KpiModelsTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void asks_once_and_keeps_what_it_has() {
    KpiModel model(gateway_, clock_);
    QSignalSpy changed(&model, &KpiModel::changed);
    QVERIFY(gateway_.asked.empty());
    model.show({.period = KpiPeriodName::days_30});
    model.show({.period = KpiPeriodName::days_30});
    QCOMPARE(gateway_.asked.size(), 1U);
    QVERIFY(model.state() == KpiModel::State::loading && model.waiting());
    QVERIFY(gateway_.answer(test::tell_report({})));
    QVERIFY(model.state() == KpiModel::State::ready && !model.waiting() && model.is_of_query());
    QCOMPARE(model.channels().size(), 4U);
    QVERIFY(model.figure(KpiFigureName::delivery_rate, Channel::sms) != nullptr);
    QVERIFY(model.figure(KpiFigureName::delivery_rate, Channel::phone) == nullptr);

    // The same again, in vain: what is there stays and says that it is old.
    model.reload();
    QVERIFY(model.waiting() && model.is_of_query());
    gateway_.fail(models::Failure::internal, u"E-1008");
    QVERIFY(model.state() == KpiModel::State::failed && model.is_of_query());
    // Other days, in vain: nothing may stand under their name.
    model.show({.period = KpiPeriodName::today});
    gateway_.fail(models::Failure::unreachable);
    QVERIFY(model.state() == KpiModel::State::offline && !model.is_of_query());
    QVERIFY(model.report().has_value());
    QVERIFY(changed.count() >= 6);
  }

  void ends_as_its_answers_say() {
    KpiModel model(gateway_, clock_);
    model.show({});
    QVERIFY(gateway_.answer(test::tell_report({.days = 7, .channels = {}})));
    QVERIFY(model.state() == KpiModel::State::empty);
    model.reload();
    QVERIFY(gateway_.fail(models::Failure::role, u"role-not-allowed"));
    QVERIFY(model.state() == KpiModel::State::denied && !model.report());
  }

  void waits_no_longer_when_told() {
    KpiModel model(gateway_, clock_);
    model.show({.period = KpiPeriodName::days_7});
    model.cancel();
    QVERIFY(!model.waiting() && model.state() == KpiModel::State::failed);
    QVERIFY2(!gateway_.answer(test::tell_report({})), "nobody hears an answer that is no longer wanted");
    model.reload();
    QVERIFY(gateway_.answer(test::tell_report({.days = 7})));
    model.show({.period = KpiPeriodName::days_30});
    model.cancel();
    QVERIFY2(model.query().period == KpiPeriodName::days_7, "back to what is shown");
    QVERIFY(model.is_of_query());
    // A later question ends the one before.
    model.show({.period = KpiPeriodName::today});
    model.show({.period = KpiPeriodName::yesterday});
    QVERIFY(gateway_.asked.back().period == KpiPeriodName::yesterday);
  }

  void words_of_a_figure() {
    const KpiValue rate{.numerator = 531'806, .denominator = 543'547};
    QCOMPARE(kpi_value(KpiFigureName::delivery_rate, rate), QStringLiteral("97.84%"));
    QCOMPARE(kpi_made_of(KpiFigureName::delivery_rate, rate), QStringLiteral("531,806 ÷ 543,547 条"));
    QCOMPARE(kpi_change(KpiFigureName::delivery_rate, rate, {.numerator = 980, .denominator = 1000}),
             QStringLiteral("↓ 0.2 点"));
    QCOMPARE(kpi_change(KpiFigureName::delivery_rate, rate, rate), QStringLiteral("持平"));
    QCOMPARE(kpi_change(KpiFigureName::delivery_rate, rate, {.unknown = KpiUnknown::nothing_counted}),
             QStringLiteral("上一周期无数据"));
    const KpiValue none{.unknown = KpiUnknown::channel_cannot_report, .numerator = 0, .denominator = 0};
    QCOMPARE(kpi_value(KpiFigureName::trusted_open, none), QStringLiteral("无法计算"));
    QCOMPARE(kpi_made_of(KpiFigureName::trusted_open, none), QStringLiteral("送达的渠道都无法得知打开"));
    QVERIFY(kpi_change(KpiFigureName::trusted_open, none, rate).isEmpty());
    // A denominator of nought is no value even where nobody said so.
    QVERIFY(!kpi_number(KpiFigureName::delivery_rate, {.numerator = 0, .denominator = 0}));
    const KpiValue time{.numerator = 9, .denominator = 10, .p50_ms = 6'000, .p95_ms = 168'000, .p99_ms = 860'000};
    QCOMPARE(kpi_value(KpiFigureName::first_reach, time), QStringLiteral("2 分 48 秒"));
    QCOMPARE(kpi_change(KpiFigureName::first_reach, time, {.p95_ms = 180'000}), QStringLiteral("↓ 12 秒"));
  }

  void words_of_days() {
    const auto report = test::tell_report({.days = 7});
    QCOMPARE(models::kpi_days(report.from, report.until), QStringLiteral("11-16 至 11-22"));
    QCOMPARE(models::kpi_days(report.until - std::chrono::days(1), report.until), QStringLiteral("11-22"));
    QCOMPARE(models::kpi_step_time(report.from, false), QStringLiteral("11-16 周一"));
    QCOMPARE(models::kpi_step_time(report.from + std::chrono::hours(9), true), QStringLiteral("11-16 09:00"));
  }

  void the_table_says_what_the_chart_shows() {
    KpiModel model(gateway_, clock_);
    models::KpiTableModel table;
    QAbstractItemModelTester tester(&table);
    model.show({});
    gateway_.answer(test::tell_report({.days = 30}));
    model.choose(KpiFigureName::delivery_rate);
    table.show(model);
    QCOMPARE(table.rowCount(), 30);
    QVERIFY(table.used(Column::sms) && table.used(Column::push) && !table.used(Column::phone));
    const auto text = [&](int row, Column column, int role = Qt::DisplayRole) {
      return table.index(row, static_cast<int>(column)).data(role);
    };
    QCOMPARE(text(0, Column::time).toString(), QStringLiteral("11-22 周日"));
    const auto gap = table.row_of(model.report()->from + std::chrono::days(7));
    QCOMPARE(text(gap, Column::push).toString(), QStringLiteral("—"));
    QVERIFY2(!text(gap, Column::push, models::KpiTableModel::kRawRole).isValid(), "a gap is no nought");
    QVERIFY(text(gap, Column::sms).toString().endsWith(u'%'));
    QVERIFY(text(gap, Column::push, Qt::AccessibleTextRole).toString().contains(QStringLiteral("无数据")));
    QVERIFY(text(0, Column::sms, Qt::AccessibleTextRole).toString().contains(u'÷'));
    QVERIFY(text(0, Column::before).toString().endsWith(u'%'));
    QCOMPARE(table.headerData(static_cast<int>(Column::denominator), Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("已受理条数"));
    model.choose(KpiFigureName::first_response);
    table.show(model);
    QCOMPARE(text(0, Column::all).toString(), QStringLiteral("—"));
  }

  void cells_of_a_file_are_no_formulas() {
    models::Csv csv;
    csv.row({QStringLiteral("=1+1"), QStringLiteral("+86"), QStringLiteral("-3.5"),
             QStringLiteral("-cmd|' /C calc'!A0"), QStringLiteral("@x"), QStringLiteral("\tx"),
             QStringLiteral("a,\"b\"\r\nc"), QStringLiteral("＝1"), QStringLiteral("平常")});
    QCOMPARE(csv.bytes(), QByteArray("\xEF\xBB\xBF"
                                     "'=1+1,+86,-3.5,'-cmd|' /C calc'!A0,'@x,\"'\tx\",\"a,\"\"b\"\"\r\nc\",'") +
                              QStringLiteral("＝1,平常\r\n").toUtf8());
  }

  void the_file_has_every_figure_and_step() {
    const auto report = test::tell_report({.days = 7});
    const auto lines = QString::fromUtf8(models::kpi_csv(report)).split(QStringLiteral("\r\n"));
    // Head, blank, 1 + 5 scopes x 6 figures, blank, 1 + points, and the end of the last line.
    QCOMPARE(lines.size(), 2 + 31 + 1 + 1 + static_cast<qsizetype>(report.points.size()) + 1);
    QVERIFY(lines[0].contains(QStringLiteral("11-16 至 11-22")));
    QVERIFY(lines[4].contains(QStringLiteral("531806,543547")));
    QVERIFY(lines[4].contains(QStringLiteral("delivery-rate.v1")));
    QCOMPARE(models::kpi_file_name(report), QStringLiteral("kpi-20261116-20261122.csv"));
  }

 private:
  test::KpiClock clock_;
  test::FakeKpiGateway gateway_;
};

QTEST_MAIN(KpiModelsTest)
#include "kpi_models_test.moc"
