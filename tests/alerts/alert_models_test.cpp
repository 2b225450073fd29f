// The alert models: store, list, centre, notifications, sound. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alarm_sound.h"
#include "models/alerts/alert_centre.h"
#include "models/alerts/alert_load.h"
#include "models/alerts/alert_words.h"
#include "models/alerts/notification_model.h"
#include "tests/alerts/sample_alerts.h"
#include "tests/support_qt/fake_session_gateway.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace guardline;
using namespace std::chrono_literals;
using namespace guardline::models;
using test::FixedClock;

namespace {

const Timestamp kNow = from_micros(1'795'315'350'000'000);
constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
constexpr AlertRights kRisk = rights_of(Role::risk);

/// The store's rule, told again in the plainest way: newest revision wins.
struct Oracle {
  std::map<AlertId, Alert> all;
  void apply(const Alert& alert) {
    const auto known = all.find(alert.id);
    if (known == all.end() || known->second.revision < alert.revision) all[alert.id] = alert;
  }
  [[nodiscard]] std::vector<Alert> on(AlertTab tab) const {
    std::vector<Alert> found;
    for (const auto& [id, alert] : all) {
      if (tab_of(alert) == tab) found.push_back(alert);
    }
    std::sort(found.begin(), found.end(), [tab](const Alert& a, const Alert& b) {
      if (tab == AlertTab::history) return std::tie(b.raised_at, b.id) < std::tie(a.raised_at, a.id);
      return std::tie(a.severity, a.raised_at, a.id) < std::tie(b.severity, b.raised_at, b.id);
    });
    return found;
  }
};

Alert any_change(std::mt19937& random, const Oracle& oracle, int kinds) {
  const auto id = test::alert_id(static_cast<int>(random() % static_cast<unsigned>(kinds)));
  const auto known = oracle.all.find(id);
  auto alert = known != oracle.all.end() ? known->second
                                         : test::make_alert(static_cast<int>(random() % static_cast<unsigned>(kinds)),
                                                            static_cast<Severity>(1 + random() % 4),
                                                            kNow - std::chrono::seconds(random() % 9000));
  alert.id = id;
  // Sometimes told late: then it must change nothing.
  alert.revision += random() % 8 == 0 ? -1 : 1;
  alert.active = random() % 2 == 0;
  alert.acknowledged = random() % 2 == 0;
  alert.suppression = random() % 3 == 0 ? static_cast<Suppression>(random() % 4) : Suppression::none;
  if (random() % 5 == 0) {
    ++alert.occurrence;
    alert.raised_at = kNow + std::chrono::seconds(random() % 100);
    alert.announced_at = alert.raised_at;
  }
  return alert;
}

void check_rows(const AlertListModel& list, const std::vector<Alert>& wanted) {
  QCOMPARE(list.rowCount(), static_cast<int>(wanted.size()));
  for (int row = 0; row < list.rowCount(); ++row) {
    QVERIFY(list.entry(row).alert == wanted[static_cast<std::size_t>(row)]);
    QCOMPARE(list.row_of(wanted[static_cast<std::size_t>(row)].id), row);
  }
}

}  // namespace

class AlertModelsTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void every_state_of_the_axes_has_one_tab() {
    // Written from the words of the standard: B unacknowledged, C in hand, D returned, A normal; G, H, I win.
    for (const bool active : {false, true}) {
      for (const bool acknowledged : {false, true}) {
        for (const auto way :
             {Suppression::none, Suppression::shelved, Suppression::by_design, Suppression::out_of_service}) {
          auto wanted = active ? (acknowledged ? AlertTab::in_hand : AlertTab::to_acknowledge)
                               : (acknowledged ? AlertTab::history : AlertTab::returned);
          if (way == Suppression::shelved) wanted = AlertTab::shelved;
          if (way == Suppression::by_design) wanted = AlertTab::by_design;
          if (way == Suppression::out_of_service) wanted = AlertTab::out_of_service;
          QVERIFY(tab_of(active, acknowledged, way) == wanted);
        }
      }
    }
  }

  void rows_follow_the_oracle() {
    const FixedClock clock(kNow);
    for (unsigned seed = 1; seed <= 25; ++seed) {
      std::mt19937 random(seed);
      AlertStore store;
      AlertListModel list(store, clock);
      const QAbstractItemModelTester tester(&list, kFatal);
      Oracle oracle;
      auto tab = AlertTab::to_acknowledge;
      for (int step = 0; step < 120; ++step) {
        std::vector<Alert> batch;
        for (unsigned i = 0; i < 1 + random() % 6; ++i) {
          batch.push_back(any_change(random, oracle, 40));
          oracle.apply(batch.back());
        }
        list.take(store.apply(batch));
        if (random() % 10 == 0) {
          tab = kAlertTabs[random() % kAlertTabCount];
          list.show(tab);
        }
        check_rows(list, oracle.on(tab));
        for (const auto each : kAlertTabs) {
          QCOMPARE(store.count(each), static_cast<int>(oracle.on(each).size()));
        }
      }
    }
  }

  void a_held_list_keeps_every_row_where_it_is() {
    const FixedClock clock(kNow);
    for (unsigned seed = 1; seed <= 25; ++seed) {
      std::mt19937 random(seed);
      AlertStore store;
      AlertListModel list(store, clock);
      const QAbstractItemModelTester tester(&list, kFatal);
      Oracle oracle;
      std::vector<Alert> first;
      for (int i = 0; i < 60; ++i) {
        first.push_back(any_change(random, oracle, 30));
        oracle.apply(first.back());
      }
      list.take(store.apply(first));
      std::vector<AlertId> order;
      for (int row = 0; row < list.rowCount(); ++row) order.push_back(list.entry(row).alert.id);
      list.set_held(true);
      for (int step = 0; step < 40; ++step) {
        const auto change = any_change(random, oracle, 50);
        oracle.apply(change);
        list.take(store.apply({change}));
        QCOMPARE(list.rowCount(), static_cast<int>(order.size()));
        int moved = 0;
        for (int row = 0; row < list.rowCount(); ++row) {
          const auto& shown = list.entry(row).alert;
          QVERIFY(shown.id == order[static_cast<std::size_t>(row)]);
          QVERIFY(shown == oracle.all[shown.id]);  // where it was, but as it is
          if (tab_of(shown) != list.tab()) ++moved;
        }
        QCOMPARE(list.moved(), moved);
        int waiting = 0;
        for (const auto& alert : oracle.on(list.tab())) {
          if (std::find(order.begin(), order.end(), alert.id) == order.end()) ++waiting;
        }
        QCOMPARE(list.queued(), waiting);
      }
      // The choice moves on to some row: what belongs elsewhere leaves but for that row; what is new goes on waiting.
      if (!order.empty() && seed % 2 == 0) {
        const auto stays = order[random() % order.size()];
        const int waiting = list.queued();
        list.let_leave(stays);
        QVERIFY(list.row_of(stays) >= 0);
        int moved = 0;
        for (int row = 0; row < list.rowCount(); ++row) {
          const auto& shown = list.entry(row).alert;
          if (tab_of(shown) == list.tab()) continue;
          ++moved;
          QVERIFY(shown.id == stays);
        }
        QCOMPARE(list.moved(), moved);
        QCOMPARE(list.queued(), waiting);
      }
      list.set_held(false);
      QCOMPARE(list.queued(), 0);
      QCOMPARE(list.moved(), 0);
      check_rows(list, oracle.on(list.tab()));
    }
  }

  void load_is_counted_by_the_clock_and_says_where_it_is_not_whole() {
    using Load = models::AlertLoad;
    const auto at = [](int minutes) { return from_micros(1'795'315'200'000'000) + std::chrono::minutes(minutes); };
    AlertStore store;
    Load load;
    int number = 0;
    const auto raise = [&](int minutes, Suppression suppression = Suppression::none) {
      auto alert = test::make_alert(++number, Severity::high, at(minutes));
      alert.suppression = suppression;
      load.hear(store.apply({alert}));
      return alert;
    };
    const auto raised = [&](int now) {
      std::vector<int> all;
      for (const auto& window : load.windows(at(now))) all.push_back(window.raised);
      return all;
    };
    const auto whole = [&](int now) {
      std::vector<bool> all;
      for (const auto& window : load.windows(at(now))) all.push_back(window.whole);
      return all;
    };
    load.begin(at(25));
    raise(3);  // it stood already when this desk began
    auto again = raise(27);
    raise(28, Suppression::by_design);
    raise(29, Suppression::shelved);
    raise(31);
    // A change that asks nobody is none; one that asks again is one more.
    ++again.revision;
    again.acknowledged = true;
    load.hear(store.apply({again}));
    ++again.revision;
    ++again.occurrence;
    again.acknowledged = false;
    again.announced_at = at(33);
    load.hear(store.apply({again}));
    QCOMPARE(raised(35), (std::vector<int>{0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2}));
    // One that flutters: three more occurrences by the next word of it.
    ++again.revision;
    again.occurrence += 3;
    again.announced_at = at(34);
    load.hear(store.apply({again}));
    QCOMPARE(raised(35).back(), 5);
    // The running window began after the desk did; the one in which it began, and those before, are not whole.
    QCOMPARE(whole(35),
             std::vector<bool>({false, false, false, false, false, false, false, false, false, false, false, true}));
    QCOMPARE(load.windows(at(35)).back().from, at(30));
    // Nothing heard for a while: what was missed there is not known, whoever goes on counting.
    load.deaf(at(44), at(45));
    QVERIFY(!load.windows(at(45)).back().whole);
    load.deaf({}, at(52));
    const auto after = whole(75);
    QCOMPARE(std::vector<bool>(after.end() - 5, after.end()), std::vector<bool>({true, false, false, true, true}));
  }

  void a_flood_ends_with_a_calm_window_that_was_heard() {
    using Load = models::AlertLoad;
    const auto at = [](int minutes) { return from_micros(1'795'315'200'000'000) + std::chrono::minutes(minutes); };
    AlertStore store;
    Load load;
    load.begin(at(0));
    int number = 0;
    const auto raise = [&](int minutes, int count) {
      for (int i = 0; i < count; ++i) load.hear(store.apply({test::make_alert(++number, Severity::high, at(minutes))}));
    };
    raise(21, Load::kFlood);
    QVERIFY(!load.flood(at(25)));
    raise(26, 1);
    QVERIFY(load.flood(at(27)) == at(20));
    QVERIFY2(load.flood(at(31)) == at(20), "a window that has just begun is no calm");
    raise(31, Load::kCalm);
    QVERIFY(load.flood(at(41)) == at(20));
    raise(41, Load::kCalm - 1);
    QVERIFY(load.flood(at(49)) == at(20));
    QVERIFY(!load.flood(at(50)));
    // Silence of the line is no calm either.
    raise(61, Load::kFlood + 1);
    load.deaf(at(69), at(70));
    QVERIFY(load.flood(at(85)) == at(60));
    load.deaf({}, at(85));
    QVERIFY(load.flood(at(89)) == at(60));
    QVERIFY(!load.flood(at(100)));
  }

  void the_mix_and_the_next_shelves() {
    AlertStore store;
    store.apply(test::desk(kNow));
    const auto mix = models::priority_mix(store);
    QCOMPARE(mix.counts[0], 3);
    QCOMPARE(mix.total(),
             store.count(AlertTab::to_acknowledge) + store.count(AlertTab::in_hand) + store.count(AlertTab::returned));
    const auto next = models::next_shelves(store, 2);
    QCOMPARE(next.size(), std::size_t{2});
    QVERIFY(next[0]->alert.id == test::alert_id(0x3351));  // in eight minutes
    QVERIFY(*next[0]->alert.shelved_until < *next[1]->alert.shelved_until);
    QCOMPARE(models::next_shelves(store, 100).size(), std::size_t{3});
    QVERIFY(models::next_shelves(AlertStore(), 3).empty());
  }

  void ten_thousand_rows_are_told_in_batches() {
    const FixedClock clock(kNow);
    AlertStore store;
    AlertListModel list(store, clock);
    std::vector<Alert> many;
    for (int i = 0; i < 10'000; ++i) {
      many.push_back(test::make_alert(i, static_cast<Severity>(1 + i % 4), kNow - std::chrono::seconds(i)));
    }
    QSignalSpy inserted(&list, &AlertListModel::rowsInserted);
    QSignalSpy reset(&list, &AlertListModel::modelReset);
    QSignalSpy changed(&list, &AlertListModel::dataChanged);
    list.take(store.apply(many));
    QCOMPARE(list.rowCount(), 10'000);
    QCOMPARE(inserted.size() + reset.size(), 1);
    for (auto& alert : many) ++alert.revision;
    list.take(store.apply(many));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(inserted.size() + reset.size(), 1);
    // Every second row goes: one new list instead of five thousand signals.
    inserted.clear();
    reset.clear();
    QSignalSpy removed(&list, &AlertListModel::rowsRemoved);
    for (std::size_t i = 0; i < many.size(); i += 2) {
      ++many[i].revision;
      many[i].acknowledged = true;
    }
    list.take(store.apply(many));
    QCOMPARE(list.rowCount(), 5'000);
    QCOMPARE(reset.size() + removed.size(), 1);
    // A block that lies together is one removal.
    removed.clear();
    reset.clear();
    std::vector<Alert> block;
    for (int row = 100; row < 150; ++row) {
      block.push_back(list.entry(row).alert);
      ++block.back().revision;
      block.back().acknowledged = true;
    }
    list.take(store.apply(block));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(list.row_of(list.entry(3'000).alert.id), 3'000);
  }

  void ten_thousand_rows_conform() {
    const FixedClock clock(kNow);
    AlertStore store;
    AlertListModel list(store, clock);
    const QAbstractItemModelTester tester(&list, kFatal);
    std::vector<Alert> many;
    for (int i = 0; i < 10'000; ++i) {
      many.push_back(test::make_alert(i, static_cast<Severity>(1 + i % 4), kNow - std::chrono::seconds(i)));
    }
    list.take(store.apply(many));
    QCOMPARE(list.rowCount(), 10'000);
    std::vector<Alert> some;
    for (std::size_t i = 0; i < 40; ++i) {
      some.push_back(many[i * 37]);
      ++some.back().revision;
      some.back().acknowledged = i % 2 == 0;
    }
    list.take(store.apply(some));
    QCOMPARE(list.rowCount(), 9'980);
    list.show(AlertTab::in_hand);
    QCOMPARE(list.rowCount(), 20);
  }

  void a_shelf_is_told_of_ten_minutes_before_its_end() {
    FixedClock clock(kNow);
    test::FakeAlertGateway gateway;
    AlertCentre centre(gateway, clock);
    NotificationModel notes(centre);
    const QAbstractItemModelTester tester(&notes, kFatal);
    QSignalSpy ending(&centre, &AlertCentre::shelf_ending);
    QSignalSpy arrived(&notes, &NotificationModel::arrived);
    QSignalSpy announced(&centre, &AlertCentre::announced);
    centre.begin(kRisk, QStringLiteral("shen"));
    gateway.tell_snapshot({});
    const auto shelve = [&](int number, std::chrono::minutes length) {
      auto alert = test::make_alert(number, Severity::urgent, kNow - 1h);
      alert.suppression = Suppression::shelved;
      alert.changed_at = clock.now();
      alert.shelved_until = clock.now() + length;
      alert.revision += 3;
      gateway.tell_change(alert);
      QTest::qWait(150);
      return alert;
    };
    auto alert = shelve(1, 30min);
    shelve(2, 5min);  // who shelves for five minutes needs no warning
    QCOMPARE(ending.size(), 0);
    clock.advance(19min);
    const auto look = [&] {  // any change makes it look; else a timer does
      gateway.tell_change(test::make_alert(100 + ++looks_, Severity::low, clock.now()));
      QTest::qWait(150);
    };
    look();
    QCOMPARE(ending.size(), 0);
    clock.advance(1min);
    const auto rung = announced.size();
    look();
    QCOMPARE(ending.size(), 1);
    const auto told = ending[0][0].value<std::vector<AlertEntryPtr>>();
    QCOMPARE(told.size(), std::size_t{1});
    QVERIFY(told[0]->alert.id == alert.id);
    QCOMPARE(announced.size(), rung + 1);  // the low one's; a shelf's end rings no bell
    const auto row = [&]() -> int {
      for (int i = 0; i < notes.rowCount(); ++i) {
        if (notes.entry(i).alert.id == alert.id) return i;
      }
      return -1;
    };
    QVERIFY(row() >= 0);
    QVERIFY(notes.index(row()).data(NotificationModel::SecondRole).toString().contains(QStringLiteral("到期")));
    QVERIFY(!notes.index(row()).data(NotificationModel::OverRole).toBool());
    look();
    QCOMPARE(ending.size(), 1);  // once
    // A longer shelf is another end.
    alert.shelved_until = *alert.shelved_until + 2h;
    alert.changed_at = clock.now();
    ++alert.revision;
    gateway.tell_change(alert);
    QTest::qWait(150);
    QCOMPARE(ending.size(), 1);
    clock.advance(2h);
    look();
    QCOMPARE(ending.size(), 2);
    // It ends: nothing waits for an answer any more.
    alert.suppression = Suppression::none;
    alert.shelved_until.reset();
    alert.acknowledged = true;
    ++alert.revision;
    gateway.tell_change(alert);
    QTRY_VERIFY(notes.index(row()).data(NotificationModel::OverRole).toBool());
    QVERIFY(arrived.size() >= 2);
  }

  void every_cell_has_words() {
    const FixedClock clock(kNow);
    AlertStore store;
    AlertListModel list(store, clock);
    store.apply(test::desk(kNow));
    for (const auto tab : kAlertTabs) {
      list.show(tab);
      for (int row = 0; row < list.rowCount(); ++row) {
        for (int column = 0; column < list.columnCount(); ++column) {
          const auto at = list.index(row, column);
          QVERIFY(!at.data(Qt::DisplayRole).toString().isEmpty());
          const auto said = at.data(Qt::AccessibleTextRole).toString();
          QVERIFY(said.contains(at.data(Qt::DisplayRole).toString()));
          QVERIFY(said.startsWith(list.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
          QVERIFY(at.data(AlertListModel::SortRole).isValid());
        }
      }
    }
    list.show(AlertTab::to_acknowledge);
    QCOMPARE(list.index(0, 1).data().toString(), QStringLiteral("短信送达率 92.6%，低于 97%"));
    QCOMPARE(list.index(0, 2).data().toString(), QStringLiteral("A-003402#1"));
    QCOMPARE(list.index(0, 5).data().toString(), QStringLiteral("0:13:26"));
    QCOMPARE(list.index(1, 1).data().toString(), QStringLiteral("短信回执率无数据"));
    QCOMPARE(list.index(5, 5).data().toString(), QStringLiteral("1 天 3:03:00"));
  }

  void a_snapshot_is_the_whole_of_what_asks() {
    AlertStore store;
    auto a = test::make_alert(1, Severity::high, kNow);
    auto b = test::make_alert(2, Severity::high, kNow);
    store.apply({a, b});
    // Seen by all: what the snapshot leaves out is over.
    auto changes = store.replace({a}, AlertReach::all);
    QCOMPARE(changes.size(), std::size_t{1});
    QVERIFY(store.find(b.id)->tab() == AlertTab::history);
    // Seen in part: it may be somebody else's now, and is not ours to say.
    store.apply({[&] {
      auto again = b;
      again.revision = 5;
      return again;
    }()});
    changes = store.replace({a}, AlertReach::own);
    QVERIFY(store.find(b.id) == nullptr);
    QCOMPARE(store.count(AlertTab::to_acknowledge), 1);
  }

  void a_wish_carries_what_the_person_saw() {
    FixedClock clock(kNow);
    test::FakeAlertGateway gateway;
    AlertCentre centre(gateway, clock);
    QSignalSpy refused(&centre, &AlertCentre::refused);
    QSignalSpy done(&centre, &AlertCentre::done);
    centre.begin(kRisk, QStringLiteral("shen"));
    QVERIFY(gateway.reach == AlertReach::all);
    auto alert = test::make_alert(7, Severity::urgent, kNow);
    gateway.tell_snapshot({alert});
    centre.open(alert.id);
    QTest::qWait(20);
    // It ends and is raised again while the person writes.
    alert.occurrence = 2;
    alert.revision = 4;
    gateway.tell_change(alert);
    QTRY_VERIFY(centre.raised_again());
    centre.act(AlertAct::acknowledged, QStringLiteral("已联系"));
    QVERIFY(gateway.wishes.empty());  // refused here already
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refusal_text(refused[0][0].value<AlertRefusal>(), AlertAct::acknowledged),
             QStringLiteral("该触发已恢复并再次触发（#2）。请确认新的触发。"));
    centre.act(AlertAct::acknowledged, QStringLiteral("已联系"));
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(gateway.wishes.size(), std::size_t{1});
    QCOMPARE(gateway.wishes[0].occurrence, 2);
    QVERIFY(centre.store().find(alert.id)->tab() == AlertTab::in_hand);
  }

  void stale_at_the_hub_shows_the_new_occurrence() {
    FixedClock clock(kNow);
    test::FakeAlertGateway gateway;
    AlertCentre centre(gateway, clock);
    QSignalSpy refused(&centre, &AlertCentre::refused);
    centre.begin(kRisk, QStringLiteral("shen"));
    auto alert = test::make_alert(7, Severity::urgent, kNow);
    gateway.tell_snapshot({alert});
    centre.open(alert.id);
    QTest::qWait(20);
    auto again = alert;
    again.occurrence = 3;
    again.revision = 9;
    gateway.refuse = AlertRefusal{.kind = AlertRefusal::Kind::stale,
                                  .present = AlertDetail{.alert = again, .log = {}},
                                  .until = {},
                                  .reference = QStringLiteral("alert-stale")};
    centre.act(AlertAct::acknowledged, QStringLiteral("已联系"));
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(centre.entry()->alert.occurrence, 3);
    QVERIFY(!centre.raised_again());
    gateway.details[alert.id].alert = again;
    centre.act(AlertAct::acknowledged, QStringLiteral("已联系"));
    QTRY_COMPARE(gateway.wishes.size(), std::size_t{2});
    QCOMPARE(gateway.wishes[1].occurrence, 3);
    QVERIFY(gateway.wishes[0].key != gateway.wishes[1].key);
  }

  void a_lost_answer_keeps_its_key() {
    FixedClock clock(kNow);
    test::FakeAlertGateway gateway;
    AlertCentre centre(gateway, clock);
    QSignalSpy refused(&centre, &AlertCentre::refused);
    centre.begin(kRisk, QStringLiteral("shen"));
    const auto alert = test::make_alert(7, Severity::urgent, kNow);
    gateway.tell_snapshot({alert});
    centre.open(alert.id);
    const auto lost =
        AlertRefusal{.kind = AlertRefusal::Kind::unreachable, .present = {}, .until = {}, .reference = {}};
    gateway.refuse = lost;
    centre.act(AlertAct::acknowledged, QStringLiteral("一"));
    QTRY_COMPARE(refused.size(), 1);
    gateway.refuse = lost;
    centre.act(AlertAct::acknowledged, QStringLiteral("一"));
    QTRY_COMPARE(refused.size(), 2);
    QVERIFY(gateway.wishes[0].key == gateway.wishes[1].key);
    centre.act(AlertAct::acknowledged, QStringLiteral("二"));  // another content is another wish
    QTRY_COMPARE(gateway.wishes.size(), std::size_t{3});
    QVERIFY(gateway.wishes[1].key != gateway.wishes[2].key);
    for (const auto& wish : gateway.wishes) QVERIFY(!wish.key.empty() && wish.key.size() <= 128);
  }

  void drafts_stay_with_their_person() {
    FixedClock clock(kNow);
    test::FakeAlertGateway gateway;
    AlertCentre centre(gateway, clock);
    const auto id = test::alert_id(7);
    centre.begin(kRisk, QStringLiteral("shen"));
    centre.set_draft(id, QStringLiteral("写了一半"));
    centre.end();
    QCOMPARE(gateway.readers(), std::size_t{0});
    centre.begin(kRisk, QStringLiteral("lin"));
    QVERIFY(centre.draft(id).isEmpty());
    centre.end();
    centre.begin(kRisk, QStringLiteral("shen"));
    QCOMPARE(centre.draft(id), QStringLiteral("写了一半"));
    for (int i = 0; i < 200; ++i) centre.set_draft(test::alert_id(100 + i), QStringLiteral("x"));
    QVERIFY(centre.draft(id).isEmpty());  // bounded: the oldest goes
    QCOMPARE(centre.draft(test::alert_id(299)), QStringLiteral("x"));
  }

  void nothing_is_left_for_the_next_person() {
    FixedClock clock(kNow);
    test::FakeAlertGateway gateway;
    AlertCentre centre(gateway, clock);
    NotificationModel notes(centre);
    centre.begin(kRisk, QStringLiteral("shen"));
    gateway.tell_snapshot(test::desk(kNow));
    centre.open(test::alert_id(0x3402));
    QVERIFY(centre.list().rowCount() > 0 && notes.rowCount() > 0);
    centre.end();
    QCOMPARE(centre.list().rowCount(), 0);
    QCOMPARE(notes.rowCount(), 0);
    QCOMPARE(notes.unread(), 0);
    QVERIFY(!centre.opened() && !centre.entry() && centre.store().size() == 0);
  }

  void history_comes_page_by_page() {
    FixedClock clock(kNow);
    test::FakeAlertGateway gateway;
    for (int page = 0; page < 3; ++page) {
      AlertHistoryPage one;
      for (int i = 0; i < 100; ++i) {
        auto alert =
            test::make_alert(1000 + page * 100 + i, Severity::high, kNow - std::chrono::hours(1 + page * 100 + i));
        alert.active = false;
        alert.acknowledged = true;
        one.alerts.push_back(alert);
      }
      gateway.pages.push_back(one);
    }
    AlertCentre centre(gateway, clock);
    centre.begin(kRisk, QStringLiteral("shen"));
    gateway.tell_snapshot({});
    centre.show(AlertTab::history);
    QTRY_COMPARE(centre.list().rowCount(), 100);
    centre.list().set_held(true);  // a row is read meanwhile
    QSignalSpy inserted(&centre.list(), &AlertListModel::rowsInserted);
    QVERIFY(centre.list().canFetchMore({}));
    centre.list().fetchMore({});
    QTRY_COMPARE(centre.list().rowCount(), 200);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted[0][1].toInt(), 100);  // below: nothing moved
    centre.list().fetchMore({});
    QTRY_COMPARE(centre.list().rowCount(), 300);
    QVERIFY(!centre.list().canFetchMore({}));
    QCOMPARE(gateway.histories, 3);
  }

  void news_is_told_once_and_only_news() {
    FixedClock clock(kNow);
    test::FakeAlertGateway gateway;
    AlertCentre centre(gateway, clock);
    NotificationModel notes(centre);
    const QAbstractItemModelTester tester(&notes, kFatal);
    QSignalSpy arrived(&notes, &NotificationModel::arrived);
    centre.begin(kRisk, QStringLiteral("shen"));
    auto old = test::make_alert(1, Severity::high, kNow - 10min);
    gateway.tell_snapshot({old});
    QCOMPARE(notes.unread(), 1);  // listed, but nobody is startled by what stood already
    QCOMPARE(arrived.size(), 0);
    auto fresh = test::make_alert(2, Severity::urgent, kNow);
    gateway.tell_change(fresh);
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(notes.unread(), 2);
    // The link was lost: the same picture again is no news, the third alert is.
    const auto third = test::make_alert(3, Severity::low, kNow + 1s);
    gateway.tell_snapshot({old, fresh, third});
    QTRY_COMPARE(arrived.size(), 2);
    QCOMPARE(arrived[1][0].value<std::vector<AlertEntryPtr>>().size(), std::size_t{1});
    // Raised again: one row, told twice.
    ++fresh.occurrence;
    fresh.revision += 2;
    fresh.announced_at = kNow + 2s;
    gateway.tell_change(fresh);
    QTRY_COMPARE(arrived.size(), 3);
    QCOMPARE(notes.rowCount(), 3);
    QVERIFY(notes.index(0).data(NotificationModel::SecondRole).toString().contains(QStringLiteral("2 次")));
    // Somebody sees to it: nothing waits any more.
    ++fresh.revision;
    fresh.acknowledged = true;
    gateway.tell_change(fresh);
    QTRY_COMPARE(notes.unread(), 2);
    QVERIFY(notes.index(0).data(NotificationModel::OverRole).toBool());
    notes.mark_all_read();
    QCOMPARE(notes.unread(), 0);
  }

  void the_first_alert_after_an_empty_list_is_news() {
    FixedClock clock(kNow);
    test::FakeAlertGateway gateway;
    AlertCentre centre(gateway, clock);
    NotificationModel notes(centre);
    QSignalSpy arrived(&notes, &NotificationModel::arrived);
    centre.begin(kRisk, QStringLiteral("shen"));
    gateway.tell_snapshot({});
    gateway.tell_change(test::make_alert(1, Severity::urgent, kNow));
    QTRY_COMPARE(arrived.size(), 1);
  }

  void only_urgent_alerts_ring_and_not_often() {
    FixedClock clock(kNow);
    int rings = 0;
    AlarmSound sound(clock, [&rings] { ++rings; });
    const auto entry = [](Severity severity) {
      return std::make_shared<const AlertEntry>(AlertEntry{test::make_alert(1, severity, kNow), {}});
    };
    for (const auto severity : {Severity::high, Severity::medium, Severity::low})
      QVERIFY(!sound.hear({entry(severity)}));
    QVERIFY(sound.hear({entry(Severity::low), entry(Severity::urgent)}));
    clock.advance(59s);
    QVERIFY(!sound.hear({entry(Severity::urgent)}));
    clock.advance(1s);
    QVERIFY(sound.hear({entry(Severity::urgent)}));
    QCOMPARE(rings, 2);
  }

  void every_act_and_refusal_has_words() {
    for (int act = 1; act <= 11; ++act) {
      AlertLogLine line;
      line.act = static_cast<AlertAct>(act);
      line.occurrence = 2;
      line.text = QStringLiteral("原话");
      for (const bool measured : {false, true}) {
        if (measured) line.value = 9260;
        QVERIFY(!log_text(line, AlertMetric::delivery_rate).isEmpty());
      }
    }
    std::set<QString> contested;
    for (int obstacle = 1; obstacle <= 6; ++obstacle) {
      AlertLogLine line;
      line.act = AlertAct::contested;
      line.actor = AlertPerson{{}, QStringLiteral("沈砚")};
      line.text = QStringLiteral("原话");
      line.contest = AlertContest{.wanted = static_cast<AlertAct>(obstacle % 5 + 3),
                                  .written_at = from_micros(1'795'142'525'000'000),
                                  .obstacle = static_cast<AlertObstacle>(obstacle)};
      const auto text = log_text(line, AlertMetric::delivery_rate);
      QVERIFY(text.startsWith(QStringLiteral("沈砚 离线于 11-20 10:42 的")) && !text.contains(u'%'));
      QVERIFY(contested.insert(text.section(u'，', 1)).second);
    }
    for (int kind = 0; kind <= static_cast<int>(AlertRefusal::Kind::internal); ++kind) {
      AlertRefusal refusal;
      refusal.kind = static_cast<AlertRefusal::Kind>(kind);
      const auto bare = refusal_text(refusal, AlertAct::acknowledged);
      QVERIFY(bare.size() > 8 && !bare.contains(u'%') && bare.endsWith(u'。'));
    }
    AlertRefusal late;
    late.kind = AlertRefusal::Kind::already_acknowledged;
    late.present.emplace();
    late.present->alert = test::make_alert(1, Severity::high, kNow);
    AlertLogLine line;
    line.act = AlertAct::acknowledged;
    line.occurrence = 1;
    line.at = from_micros(1'795'142'525'000'000);
    line.actor = AlertPerson{{}, QStringLiteral("沈砚")};
    late.present->log = {line};
    QCOMPARE(refusal_text(late, AlertAct::acknowledged),
             QStringLiteral("该告警已由沈砚于 10:42:05 确认，无需再次确认。您的说明仍在输入框里。"));
  }

 private:
  int looks_{0};
};

QTEST_MAIN(AlertModelsTest)
#include "alert_models_test.moc"
