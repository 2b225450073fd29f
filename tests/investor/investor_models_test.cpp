// Search terms, receipt tracks, the time line's rows, the desk's states. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/investor/desk_model.h"
#include "models/investor/reason_words.h"
#include "models/investor/why_words.h"
#include "tests/investor/sample_people.h"
#include "tests/support_qt/fake_session_gateway.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <memory>
#include <random>

using namespace guardline;
using namespace std::chrono_literals;
using models::DeskModel;
using models::LookFailure;
using models::StepMark;
using models::TermsProblem;
using models::TimelineModel;

namespace {

void settle() {
  QTest::qWait(5);
  for (int turn = 0; turn < 12; ++turn) QCoreApplication::processEvents();
}

struct Stage {
  Stage() : clock(test::picture_time()) {
    test::fill(sessions, clock.now());
    test::tell_people(hub, clock.now());
    session = std::make_unique<models::SessionModel>(sessions, clock);
    session->sign_in(QStringLiteral("linxiao"), QStringLiteral("secret"), QStringLiteral("407152"));
    settle();
    desk = std::make_unique<DeskModel>(hub, *session, drafts);
  }
  /// The first of the three found is open.
  void open() {
    QVERIFY(!desk->search(QStringLiteral("13800006204")));
    settle();
    desk->open_match(0);
    settle();
    QVERIFY(desk->history_state() == DeskModel::History::ready);
  }
  test::FixedClock clock;
  test::FakeSessionGateway sessions;
  test::FakeInvestorGateway hub;
  models::DraftBook drafts;
  std::unique_ptr<models::SessionModel> session;
  std::unique_ptr<DeskModel> desk;
};

std::vector<StepMark> marks(const models::DeliveryTrack& track) {
  std::vector<StepMark> all;
  for (const auto& step : models::receipt_track(track)) all.push_back(step.mark);
  return all;
}

}  // namespace

class InvestorModelsTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void terms_are_whole_or_none() {
    const auto only = [](const char16_t* typed) { return models::parse_terms(QString::fromUtf16(typed)); };
    QCOMPARE(only(u" 138 0000-6204 ")->phone, QStringLiteral("13800006204"));
    QCOMPARE(only(u"１３８００００６２０４")->phone,
             QStringLiteral("13800006204"));  // full-width, from an input method
    QCOMPARE(only(u"+85291234567")->phone, QStringLiteral("+85291234567"));
    QCOMPARE(only(u"chen@example.com")->email, QStringLiteral("chen@example.com"));
    QCOMPARE(only(u"019ac2f4-7d10-7c3e-9b1a-2f60c03a48e1")->reference,
             QStringLiteral("019ac2f4-7d10-7c3e-9b1a-2f60c03a48e1"));
    QCOMPARE(only(u"cmcc-03:77120")->reference, QStringLiteral("cmcc-03:77120"));
    const auto named = only(u"陈志明 6204");
    QVERIFY(named);
    QCOMPARE(named->name, QStringLiteral("陈志明"));
    QCOMPARE(named->phone_tail, QStringLiteral("6204"));
    QVERIFY(named->phone.isEmpty());
    const auto english = only(u"Anna Maria Li anna@example.com");
    QCOMPARE(english->name, QStringLiteral("Anna Maria Li"));
    QCOMPARE(english->email, QStringLiteral("anna@example.com"));
    QVERIFY(only(u"   ").error() == TermsProblem::empty);
    QVERIFY(only(u"陈志明").error() == TermsProblem::name_alone);
    QVERIFY(only(u"陈志明 先生").error() == TermsProblem::name_alone);
    QVERIFY(only(u"1380000").error() == TermsProblem::part);
    QVERIFY(only(u"6204").error() == TermsProblem::part);
    QVERIFY(only(u"陈志明 62").error() == TermsProblem::part);
    QVERIFY(only(u"a@example.com 13800006204").error() == TermsProblem::too_many);
  }
  void what_was_typed_is_masked() {
    QCOMPARE(models::masked_terms({.phone = QStringLiteral("13800006204")}), QStringLiteral("138****6204"));
    QCOMPARE(models::masked_terms({.phone = QStringLiteral("+85291234567")}), QStringLiteral("****67"));
    QCOMPARE(models::masked_terms({.email = QStringLiteral("chen@example.com")}), QStringLiteral("c***@example.com"));
    QVERIFY(!models::masked_terms({.name = QStringLiteral("陈志明"), .phone_tail = QStringLiteral("6204")})
                 .contains(QStringLiteral("志明")));
  }
  void a_track_tells_five_kinds_apart() {
    const auto at = test::picture_time();
    using enum StepMark;
    QCOMPARE(marks(test::track(Channel::email, DeliveryState::planned, at, 1)),
             (std::vector{done, waiting, waiting, waiting, waiting}));
    QCOMPARE(marks(test::track(Channel::email, DeliveryState::accepted, at, 1)),
             (std::vector{done, done, waiting, waiting, waiting}));
    QCOMPARE(marks(test::track(Channel::sms, DeliveryState::delivered, at, 1)),
             (std::vector{done, done, done, unknowable, waiting}));
    QCOMPARE(marks(test::track(Channel::sms, DeliveryState::unknown, at, 1)),
             (std::vector{done, done, unknowable, unknowable, waiting}));
    QCOMPARE(marks(test::track(Channel::email, DeliveryState::failed, at, 1)), (std::vector{done, done, failed}));
    QCOMPARE(marks(test::track(Channel::email, DeliveryState::suppressed, at, 1)), (std::vector{skipped}));
    auto never_left = test::track(Channel::email, DeliveryState::failed, at, 1);
    never_left.handed_at.reset();
    never_left.accepted_at.reset();
    QCOMPARE(marks(never_left), (std::vector{done, failed}));
    auto mail = test::track(Channel::email, DeliveryState::delivered, at, 1);
    mail.machine_opened_at = at + 1s;
    QCOMPARE(marks(mail), (std::vector{done, done, done, machine, waiting}));
    mail.opened_at = at + 2s;
    mail.confirmed_at = at + 3s;
    QCOMPARE(marks(mail), (std::vector{done, done, done, done, done}));
    mail.late_receipts = 2;
    QVERIFY(models::track_remark(mail).contains(QStringLiteral("2")));
  }
  /// Each failure and each "not sent" has its three sentences, whatever the reason.
  void every_reason_has_three_sentences() {
    int seen = 0;
    for (std::uint16_t number = 1; number < 600; ++number) {
      const auto reason = reason_from(number);
      if (!reason) continue;
      ++seen;
      const auto words = models::reason_words(*reason);
      for (const auto& sentence : {words.happened, words.means, words.next})
        QVERIFY2(sentence.endsWith(u'。'), qPrintable(QString::number(number)));
      auto track = test::track(Channel::sms, failure_class(*reason) ? DeliveryState::failed : DeliveryState::suppressed,
                               test::picture_time(), 1);
      track.reason = *reason;
      const auto why = models::why_words(track, {});
      QVERIFY(why.happened.contains(words.happened));
      QCOMPARE(why.bad, failure_class(*reason).has_value());
    }
    QVERIFY(seen >= 26);
  }
  void another_channel_that_delivered_is_named() {
    test::FakeInvestorGateway hub;
    test::tell_people(hub, test::picture_time());
    const auto& message = hub.entries.front();
    const auto words = models::why_words(message.deliveries.front(), message);
    QVERIFY(words.bad);
    QVERIFY(words.elsewhere.contains(QStringLiteral("邮件")));  // the opened one, not the first
    QVERIFY(words.happened.contains(QStringLiteral("REJECT")));
    QVERIFY(models::why_words(message.deliveries[1], message).elsewhere.isEmpty());
  }
  /// The hub's own remarks are told in words, a carrier's answer as it came.
  void the_record_speaks_the_readers_language() {
    const auto told = [](const char* kind, const char* code) {
      return models::step_text({.kind = QString::fromLatin1(kind), .code = QString::fromLatin1(code)});
    };
    QCOMPARE(told("delivery_planned", "step 0"), QStringLiteral("选定渠道：第 1 步"));
    QCOMPARE(told("delivery_intent", "attempt 2"), QStringLiteral("准备发送：第 2 次"));
    QCOMPARE(told("part_receipt", "part 1/2 DELIVRD 000"), QStringLiteral("分段回执：第 1/2 段　DELIVRD 000"));
    QCOMPARE(told("part_receipt", "part 1/2"), QStringLiteral("分段回执：第 1/2 段"));
    QCOMPARE(told("delivery_delivered", "DELIVRD 000"), QStringLiteral("送达回执：DELIVRD 000"));
    QCOMPARE(told("delivery_failed", "step aside"), QStringLiteral("失败回执：step aside"));
    QCOMPARE(told("opened", "machine"), QStringLiteral("打开：机器打开，不计入"));
    QCOMPARE(told("opened", "person"), QStringLiteral("打开：本人"));
    QCOMPARE(told("read_confirmed", "code"), QStringLiteral("确认阅读：输入一次性验证码后"));
    QCOMPARE(told("read_confirmed", "link"), QStringLiteral("确认阅读：凭链接"));
    QCOMPARE(told("something_new", ""), QStringLiteral("something_new"));
  }
  /// Whatever comes when: the rows are those of a page that had it all from the start.
  void what_is_written_stands_where_it_belongs() {
    const auto now = test::picture_time();
    test::FakeInvestorGateway hub;
    test::tell_people(hub, now);
    const auto said = [now](int number, std::chrono::minutes ago) {
      return test::written(number % 2 == 0 ? EntryKind::note : EntryKind::call, u"一句话", now - ago, number,
                           number % 2 == 0 ? std::nullopt : std::optional(CallFacts{}));
    };
    const std::vector<models::HistoryEntry> messages(hub.entries.begin(), hub.entries.begin() + 6);
    const std::vector<models::HistoryEntry> more{said(1, std::chrono::minutes(-9)), said(2, std::chrono::minutes(80)),
                                                 said(3, std::chrono::hours(19)),   said(4, std::chrono::hours(22)),
                                                 said(5, std::chrono::hours(30)),   said(6, std::chrono::hours(80))};
    const auto told = [](const TimelineModel& model) {
      QStringList all;
      for (int row = 0; row < model.rowCount(); ++row)
        all << (model.is_day(row) ? QStringLiteral("= ") : QString()) +
                   model.index(row, 0).data(Qt::AccessibleTextRole).toString() + QStringLiteral(" ") +
                   (model.is_day(row) ? QString() : model.entry(row)->message_id);
      return all;
    };
    auto order = more;
    std::mt19937 random(7);
    for (int round = 0; round < 40; ++round) {
      std::ranges::shuffle(order, random);
      TimelineModel model;
      const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
      model.begin(now);
      if (round % 4 != 0) model.append({.entries = messages, .next = {}});
      for (const auto& entry : order) model.insert(entry);
      auto whole = round % 4 != 0 ? messages : std::vector<models::HistoryEntry>{};
      whole.insert(whole.end(), more.begin(), more.end());
      std::ranges::stable_sort(whole, std::ranges::greater{}, &models::HistoryEntry::planned_at);
      TimelineModel at_once;
      at_once.begin(now);
      at_once.append({.entries = whole, .next = {}});
      QCOMPARE(told(model), told(at_once));
      QCOMPARE(model.messages(), static_cast<int>(whole.size()));
      // And taken back again, in another order.
      std::ranges::shuffle(order, random);
      for (const auto& entry : order) QVERIFY(model.remove(entry.message_id) == entry.kind);
      QVERIFY(!model.remove(order.front().message_id));
      QCOMPARE(model.messages(), round % 4 != 0 ? 6 : 0);
      if (round % 4 == 0) QCOMPARE(model.rowCount(), 0);
      if (round % 4 != 0) QCOMPARE(model.row_of(hub.entries[0].deliveries[0].id) > 0, true);
    }
  }
  void rows_of_notes_and_calls_say_what_they_are() {
    TimelineModel model;
    model.begin(test::picture_time());
    auto note = test::written(EntryKind::note, u"出差至周四", test::picture_time(), 1);
    note.waiting = true;
    model.insert(note);
    model.insert(test::written(EntryKind::call, u"", test::picture_time() - std::chrono::minutes(1), 2,
                               CallFacts{CallDirection::outgoing, CallOutcome::answered, 12}));
    const auto spoken = [&](int row, TimelineModel::Column column) {
      return model.index(row, static_cast<int>(column)).data(Qt::AccessibleTextRole).toString();
    };
    using Column = TimelineModel::Column;
    for (const auto* part : {"备注", "待同步", "林晓", "出差至周四"})
      QVERIFY2(spoken(1, Column::what).contains(QString::fromUtf8(part)), part);
    QVERIFY(spoken(1, Column::why).contains(QStringLiteral("全文")));
    QCOMPARE(model.index(2, 2).data().toString(), QStringLiteral("去电，已接通 12 分钟"));
    QVERIFY(spoken(2, Column::what).contains(QStringLiteral("呼出")));
    QCOMPARE(spoken(2, Column::why), QStringLiteral("没有文字"));
    QCOMPARE(model.index(2, 1).data(TimelineModel::ChannelRole).toInt(), static_cast<int>(Channel::phone));
    model.settle(note.message_id);
    QVERIFY(!spoken(1, Column::what).contains(QStringLiteral("待同步")));
  }
  void drafts_are_one_persons_about_one_investor() {
    models::DraftBook book;
    const models::DraftBook::Place mine{QStringLiteral("a"), QStringLiteral("1"), EntryKind::note};
    QVERIFY(book.keep(mine, {.text = QStringLiteral("x"), .call = {}, .key = "k"}));
    for (const auto& other : {models::DraftBook::Place{QStringLiteral("b"), QStringLiteral("1"), EntryKind::note},
                              models::DraftBook::Place{QStringLiteral("a"), QStringLiteral("2"), EntryKind::note},
                              models::DraftBook::Place{QStringLiteral("a"), QStringLiteral("1"), EntryKind::call}})
      QVERIFY(!book.begun(other) && book.draft(other) == models::DraftBook::Draft{});
    QCOMPARE(book.draft(mine).key, std::string("k"));
    for (std::size_t i = 1; i < models::DraftBook::kMost; ++i)
      QVERIFY(book.keep({QStringLiteral("a"), QString::number(i + 9), EntryKind::note}, {.text = QStringLiteral("y")}));
    QVERIFY(!book.keep({QStringLiteral("z"), QStringLiteral("1"), EntryKind::note}, {.text = QStringLiteral("y")}));
    QVERIFY(book.keep(mine, {.text = QStringLiteral("changed")}));
    QVERIFY(book.keep(mine, {}));
    QVERIFY(!book.begun(mine));
    QVERIFY(book.keep({QStringLiteral("z"), QStringLiteral("1"), EntryKind::note}, {.text = QStringLiteral("y")}));
  }
  void ten_thousand_rows_conform() {
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto now = test::picture_time();
    model.begin(now);
    int number = 0;
    for (const int rows : {9'900, 100}) {
      models::HistoryPage page;
      for (int i = 0; i < rows; ++i, ++number) {
        const auto at = now - std::chrono::minutes(10 * number);
        page.entries.push_back(
            test::message(u"日终通知", at, number, {test::track(Channel::sms, DeliveryState::delivered, at, number)}));
      }
      page.next = QStringLiteral("more");
      model.append(std::move(page));
    }
    QCOMPARE(model.messages(), 10'000);
    QVERIFY(model.rowCount() > 10'000);  // and the days
    QVERIFY(model.is_day(0));
  }
  void who_is_open_can_be_followed_and_that_taken_back() {
    Stage s;
    QVERIFY(!s.desk->can_follow());
    s.desk->follow(true);  // nobody is open
    s.open();
    settle();
    QVERIFY(s.desk->can_follow() && !s.desk->followed() && !s.desk->follow_fault());
    const auto first = s.desk->head()->id;
    s.desk->follow(true);
    QVERIFY2(!s.desk->followed(), "not before it is written");
    settle();
    QVERIFY(s.desk->followed());
    QCOMPARE(s.hub.follows, QStringList{first});
    QVERIFY(s.desk->follow_undo() && s.desk->follow_undo()->id == first && s.desk->follow_undo()->on);
    // Somebody else is open: taking back is about whom it was done to.
    s.desk->open_match(1);
    QVERIFY(!s.desk->can_follow());
    settle();
    QVERIFY(!s.desk->followed());
    s.desk->undo_follow();
    settle();
    QVERIFY(s.hub.follows.isEmpty());
    QVERIFY(!s.desk->follow_undo());
    s.desk->undo_follow();
    settle();
    QCOMPARE(s.hub.log.count(QStringLiteral("let go")), 1);
    // What can't be written is told, and what stands is shown.
    s.hub.follow_fault = models::FollowFault::full;
    s.desk->follow(true);
    settle();
    QVERIFY(!s.desk->followed());
    QVERIFY(s.desk->follow_fault() == models::FollowFault::full && s.desk->can_follow());
    QVERIFY(!s.desk->follow_undo());
    s.hub.follow_fault = models::FollowFault::no_copy;
    s.desk->open_match(0);
    settle();
    QVERIFY(s.desk->follow_fault() == models::FollowFault::no_copy && !s.desk->can_follow());
    s.desk->follow(true);
    settle();
    QVERIFY(s.hub.follows.isEmpty());
  }
  void rows_conform_and_stand_in_order() {
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    test::FakeInvestorGateway hub;
    test::tell_people(hub, test::picture_time());
    model.begin(test::picture_time());
    model.append({.entries = {hub.entries.begin(), hub.entries.begin() + 6}, .next = QStringLiteral("6")});
    QVERIFY(model.is_day(0));
    QVERIFY(model.index(0, 0).data().toString().startsWith(QStringLiteral("今天")));
    // The last attempt of a message first.
    QCOMPARE(model.delivery(1)->channel, Channel::email);
    int days = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
      days += model.is_day(row) ? 1 : 0;
      for (int column = 0; column < model.columnCount(); ++column) {
        const auto spoken = model.index(row, column).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(!spoken.isEmpty(), qPrintable(QStringLiteral("%1/%2").arg(row).arg(column)));
      }
    }
    QCOMPARE(days, 2);
    QCOMPARE(model.rowCount(), 8 + days);
    const auto row = model.row_of(hub.entries[0].deliveries[0].id);
    QVERIFY(row > 0);
    QVERIFY(model.index(row, static_cast<int>(TimelineModel::Column::what))
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("网关拒绝（失败）")));
    // A page that goes on within a day gets no second head for it.
    const auto before = model.rowCount();
    model.more_failed();  // the tester has asked already
    QVERIFY(model.canFetchMore({}));
    QSignalSpy wanted(&model, &TimelineModel::more_wanted);
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(wanted.count(), 1);
    auto same_day = hub.entries[5];
    same_day.deliveries[0].id += QStringLiteral("x");
    model.append({.entries = {same_day}, .next = {}});
    QCOMPARE(model.rowCount(), before + 1);
    QVERIFY(!model.canFetchMore({}));
  }
  void a_day_is_beijings() {
    TimelineModel model;
    // 23:59 and 00:01 in Beijing are one UTC day.
    const auto midnight = test::picture_time() - 10h - 42min - 17s;
    model.begin(test::picture_time());
    model.append(
        {.entries = {test::message(u"a", midnight + 1min, 1, {}), test::message(u"b", midnight - 1min, 2, {})}});
    QCOMPARE(model.rowCount(), 4);
    QVERIFY(model.is_day(0) && model.is_day(2));
    QVERIFY(model.delivery(1) == nullptr);  // a message that no delivery was made for yet
  }
  void the_only_one_who_fits_is_opened() {
    Stage s;
    s.hub.found.investors.resize(1);
    QVERIFY(!s.desk->search(QStringLiteral("13800006204")));
    QVERIFY(s.desk->search_state() == DeskModel::Search::asking);
    settle();
    QVERIFY(s.desk->head() != nullptr);
    QCOMPARE(s.desk->timeline().messages(), 30);
    QCOMPARE(s.desk->counts()->messages, 46);
    QCOMPARE(s.hub.log, (QStringList{QStringLiteral("search"), QStringLiteral("history")}));
  }
  void a_bad_term_asks_nobody() {
    Stage s;
    QVERIFY(s.desk->search(QStringLiteral("陈志明")) == TermsProblem::name_alone);
    settle();
    QVERIFY(s.hub.log.isEmpty());
  }
  void more_is_asked_for_by_cursor_until_the_end() {
    Stage s;
    s.open();
    s.desk->timeline().fetchMore({});
    settle();
    QCOMPARE(s.desk->timeline().messages(), 46);
    QVERIFY(!s.desk->timeline().more());
    QCOMPARE(s.desk->counts()->messages, 46);  // of the first page, kept
    s.desk->set_filter({.channel = Channel::sms, .unreached = false});
    settle();
    QCOMPARE(s.desk->timeline().messages(), 29);
    QVERIFY(!s.desk->timeline().more());
  }
  void a_failure_of_more_keeps_the_rows() {
    Stage s;
    s.open();
    s.hub.fail = models::LookError{.failure = LookFailure::journal};
    s.desk->timeline().fetchMore({});
    settle();
    QCOMPARE(s.desk->timeline().messages(), 30);
    QVERIFY(s.desk->more_error()->failure == LookFailure::journal);
    s.hub.fail.reset();
    s.desk->retry();
    settle();
    QCOMPARE(s.desk->timeline().messages(), 46);
    QVERIFY(!s.desk->more_error());
  }
  void what_needs_a_factor_waits_and_is_repeated() {
    Stage s;
    s.hub.stepped_up = false;
    QSignalSpy needed(s.desk.get(), &DeskModel::step_up_needed);
    QVERIFY(!s.desk->search(QStringLiteral("13800006204")));
    settle();
    QCOMPARE(needed.count(), 1);
    QVERIFY(s.desk->waits_for_step_up());
    QVERIFY(s.desk->step_up_subject().search);
    QCOMPARE(s.desk->step_up_subject().who, QStringLiteral("138****6204"));
    s.hub.stepped_up = true;
    s.desk->resume();
    settle();
    QVERIFY(s.desk->search_state() == DeskModel::Search::found);
    // It ran out meanwhile: the person is known now, and named by masked words.
    s.hub.stepped_up = false;
    s.desk->open_match(0);
    settle();
    QCOMPARE(needed.count(), 2);
    QVERIFY(s.desk->step_up_subject().who.contains(QStringLiteral("陈*明")));
    QVERIFY(s.desk->head() != nullptr);
    s.desk->drop();
    QVERIFY(s.desk->history_state() == DeskModel::History::failed);
    QVERIFY(s.desk->history_error()->failure == LookFailure::step_up);
    s.hub.stepped_up = true;
    s.desk->retry();
    settle();
    QVERIFY(s.desk->history_state() == DeskModel::History::ready);
  }
  void coming_back_to_a_person_is_another_look() {
    Stage s;
    s.open();
    s.desk->open_match(1);
    settle();
    QCOMPARE(s.desk->looked_at().size(), std::size_t{2});
    QCOMPARE(s.desk->current(), 1);
    s.hub.log.clear();
    s.desk->step_person(-1);
    QVERIFY(s.desk->head()->name == QStringLiteral("陈*明"));
    QCOMPARE(s.desk->timeline().rowCount(), 0);  // nothing of before is shown in place of an answer
    settle();
    QCOMPARE(s.hub.log, (QStringList{QStringLiteral("head"), QStringLiteral("history")}));
    s.desk->step_person(1);
    settle();
    s.desk->step_person(1);  // from the last to the first
    settle();
    QCOMPARE(s.desk->current(), 0);
  }
  void an_answer_for_somebody_else_comes_too_late() {
    Stage s;
    s.open();
    s.hub.hold = true;
    s.desk->open_match(1);
    s.hub.hold = false;
    s.desk->open_match(2);
    settle();
    QCOMPARE(s.desk->head()->name, QStringLiteral("欧阳*婷"));
    QCOMPARE(s.desk->timeline().messages(), 30);
  }
  void a_field_is_in_plain_for_thirty_seconds_at_most() {
    Stage s;
    s.sessions.stepped_up->until = s.clock.now() + 15min;
    const auto handle = s.session->step_up(
        {QStringLiteral("407152"), models::AccessReason::other, QStringLiteral("客户要求核对")}, [](const auto&) {});
    settle();
    s.open();
    s.hub.hide_at = s.clock.now() + 1h;  // a hub whose clock is wrong
    s.desk->reveal(models::RevealField::phone);
    settle();
    QCOMPARE(s.desk->revealed(models::RevealField::phone), QStringLiteral("13800006204"));
    QVERIFY(s.desk->revealed(models::RevealField::email).isEmpty());
    QVERIFY(s.hub.last_reason == models::AccessReason::other);  // the step-up's
    QCOMPARE(s.hub.last_note, QStringLiteral("客户要求核对"));
    QCOMPARE(s.desk->reveal_seconds_left(), 30);
    s.clock.advance(31s);
    QTRY_VERIFY(s.desk->revealed(models::RevealField::phone).isEmpty());
    // A lock hides it at once, another person as well.
    s.hub.hide_at = s.clock.now() + 30s;
    s.desk->reveal(models::RevealField::phone);
    settle();
    QVERIFY(!s.desk->revealed(models::RevealField::phone).isEmpty());
    s.session->lock();
    QVERIFY(s.desk->revealed(models::RevealField::phone).isEmpty());
  }
  void a_step_up_counts_down_and_ends_with_the_session() {
    Stage s;
    QVERIFY(!s.session->stepped_up());
    s.sessions.stepped_up->until = s.session->hub_now() + 15min;
    QSignalSpy changed(s.session.get(), &models::SessionModel::step_up_changed);
    bool answered = false;
    {
      // Nobody waits for the answer any more; the hub's word counts all the same.
      const auto handle = s.session->step_up({QStringLiteral("407152"), models::AccessReason::complaint, {}},
                                             [&answered](const auto&) { answered = true; });
    }
    settle();
    QVERIFY(!answered);
    QCOMPARE(changed.count(), 1);
    QVERIFY(s.session->stepped_up()->reason == models::AccessReason::complaint);
    QCOMPARE(s.session->step_up_left().count(), 900);
    s.clock.advance(899s);
    QCOMPARE(s.session->step_up_left().count(), 1);
    s.clock.advance(1s);
    QVERIFY(!s.session->stepped_up());
    s.session->sign_out();
    QVERIFY(!s.session->stepped_up());
    QCOMPARE(changed.count(), 2);
  }
};

QTEST_GUILESS_MAIN(InvestorModelsTest)
#include "investor_models_test.moc"
