// Looking at investors on a real record: what is shown, what is masked, and that each look stands in the record first.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id_time.h"
#include "hub/history/desk.h"
#include "hub/history/finder.h"
#include "hub/history/page_cursor.h"
#include "hub/history/word_search.h"
#include "hub/notices/investors.h"
#include "hub/spine/projector.h"
#include "tests/hub/house.h"

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using api::AccessReason;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kName = "欧阳𬱖";
constexpr std::string_view kPhone = "+8613812345678";
constexpr std::string_view kEmail = "ouyang@example.com";

const history::Viewer kViewer{.account = kStaff, .session = SessionId{Uuid{5, 5}}, .reason = AccessReason::complaint};

crypto::Secret filled(std::uint8_t with) { return crypto::Secret::copy_of(Bytes(32, with)); }

class Looks : public testing::TestWithParam<Store> {
 protected:
  House house{GetParam()};
  std::unique_ptr<Interposed> between;
  std::unique_ptr<spine::Projector> projector;
  std::unique_ptr<history::Desk> desk;
  std::atomic<bool> broken{false};
  InvestorId person;

  void SetUp() override {
    auto& sms = house.add_carrier("sms-main", Channel::sms);
    house.add_carrier("mail-main", Channel::email);
    sms_ = &sms;
    // Ids of one process never go back: another test's clock may have been ahead of this one's.
    const auto ahead = time_of(InvestorId::make(house.clock.now())) - house.clock.now();
    if (ahead > Micros(0)) house.clock.push(std::chrono::duration_cast<Micros>(ahead) + std::chrono::milliseconds(2));
    house.start();
    projector = std::make_unique<spine::Projector>(house.stores, house.spine->signal(), house.clock);
    ASSERT_TRUE(projector->start());
    between = std::make_unique<Interposed>(*house.spine, [this](const spine::Submission&) -> Status {
      if (broken) return fail(ErrorCode::io, "no room on the disk");
      return {};
    });
    desk = history::make_desk(*between, {.wrap = filled(0x17), .pseudonym = filled(0x55)}, house.clock,
                              [](AccountId id) { return id == kStaff ? std::string("林晓") : std::string(); });
    person = add(kName, kPhone, kEmail);
  }
  void TearDown() override {
    desk.reset();
    projector.reset();
    house.stop();
  }

  InvestorId add(std::string_view name, std::string_view phone, std::string_view email) {
    notices::NewInvestor investor;
    investor.id = InvestorId::make(house.clock.now());
    investor.record = {std::string(name), std::string(phone), std::string(email), ""};
    investor.tier = "vip";
    investor.language = "zh-CN";
    investor.time_zone = "Asia/Shanghai";
    const auto id = investor.id;
    spine::Submission submission;
    notices::add_investor(submission, std::move(investor), Bytes(32, 0x55), house.clock.now());
    EXPECT_TRUE(house.spine->committer().submit_and_wait(std::move(submission)));
    return id;
  }
  void catch_up() {
    spine::Reader reader(std::move(*house.stores.open(spine::Use::read)));
    const auto ok = projector->wait_for(*reader.end(), std::chrono::seconds(20));
    ASSERT_TRUE(ok) << ok.error().message;
  }
  /// A notice by SMS that fails for the person, and by mail that is taken.
  void send() {
    house.send(request("info", Category::service, {person}, {together({Channel::sms, Channel::email})}));
    ASSERT_TRUE(house.wait(EventKind::delivery_accepted, 2));
    ASSERT_TRUE(sms_->report("sms-main-0", DeliveryState::failed, Reason::handset_off).get());
    ASSERT_TRUE(house.wait(EventKind::delivery_failed, 1));
    catch_up();
  }
  /// The rows of looks so far, as "code investor".
  std::vector<std::string> looks(EventKind kind = EventKind::history_looked_at) {
    std::vector<std::string> all;
    for (const auto& event : house.events(kind)) {
      EXPECT_EQ(event.actor, kStaff);
      all.push_back(event.code + " " + (event.investor.empty() ? "-" : event.investor == person ? "person" : "other"));
    }
    return all;
  }

  FakeCarrier* sms_{nullptr};
};
INSTANTIATE_TEST_SUITE_P(Hub, Looks, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(Looks, AHeadIsMaskedAndTheLookIsOnRecord) {
  const auto head = desk->head(kViewer, person);
  ASSERT_TRUE(head) << head.error().message;
  EXPECT_EQ(head->name, "欧*𬱖");
  EXPECT_EQ(head->phone, "138****5678");
  EXPECT_EQ(head->email, "o***@example.com");
  EXPECT_EQ(head->tier, "vip");
  EXPECT_EQ(head->reach, api::ReachState::reachable);
  ASSERT_EQ(head->contacts.size(), 2U);
  EXPECT_TRUE(head->contacts[0].on_file);
  EXPECT_EQ(looks(), std::vector<std::string>{"head:complaint person"});
  EXPECT_EQ(desk->head(kViewer, InvestorId::make(house.clock.now())).error().code, ErrorCode::not_found);
  EXPECT_EQ(looks().size(), 1U) << "nobody was shown";
}

TEST_P(Looks, ASearchIsExactAndEachHitIsALook) {
  const auto other = add(kName, "+8613900000001", "");
  const auto found = [&](const api::InvestorSearch& terms) {
    const auto matches = desk->search(kViewer, terms);
    EXPECT_TRUE(matches) << matches.error().message;
    std::vector<InvestorId> ids;
    if (matches)
      for (const auto& each : matches->investors) ids.push_back(each.investor_id);
    return ids;
  };
  const std::vector only{person};
  EXPECT_EQ(found({.phone = "138 1234-5678"}), only);
  EXPECT_EQ(found({.phone = std::string(kPhone)}), only);
  EXPECT_EQ(found({.email = "Ouyang@Example.com"}), only);
  EXPECT_EQ(found({.reference = person.text()}), only);
  EXPECT_EQ(found({.name = std::string(kName), .phone_tail = "5678"}), only);
  EXPECT_EQ(found({.name = std::string(kName), .phone_tail = "0001"}), std::vector{other});
  EXPECT_TRUE(found({.name = std::string(kName), .phone_tail = "9999"}).empty());
  EXPECT_TRUE(found({.phone = "1381234567"}).empty()) << "a part of a number is no number";
  EXPECT_TRUE(found({.reference = "sms-main:nothing"}).empty());
  // Rows are read by partition: no order across investors.
  EXPECT_THAT(looks(), testing::UnorderedElementsAre("search:complaint person", "search:complaint person",
                                                     "search:complaint person", "search:complaint person",
                                                     "search:complaint person", "search:complaint other",
                                                     "search:complaint -", "search:complaint -", "search:complaint -"));
  for (const api::InvestorSearch& bad :
       {api::InvestorSearch{}, api::InvestorSearch{.name = "王"}, api::InvestorSearch{.phone_tail = "5678"},
        api::InvestorSearch{.phone = "13812345678", .email = "a@b"},
        api::InvestorSearch{.phone = "13812345678", .phone_tail = "5678"}}) {
    EXPECT_EQ(desk->search(kViewer, bad).error().code, ErrorCode::invalid_argument);
  }
}

TEST_P(Looks, HistoryShowsEveryDeliveryAndMasksWhatIsPersonalInItsWords) {
  send();
  const auto page = desk->page(kViewer, person, {});
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->entries.size(), 1U);
  EXPECT_FALSE(page->next);
  const auto& entry = page->entries[0];
  EXPECT_EQ(entry.template_, "info");
  EXPECT_EQ(entry.version, 1);
  EXPECT_EQ(entry.category, Category::service);
  EXPECT_EQ(entry.text, "你好 欧*𬱖");
  ASSERT_EQ(entry.deliveries.size(), 2U);
  EXPECT_EQ(entry.deliveries[0].channel, Channel::sms);
  EXPECT_EQ(entry.deliveries[0].state, DeliveryState::failed);
  EXPECT_EQ(entry.deliveries[0].attempts, 1);
  EXPECT_EQ(entry.deliveries[1].state, DeliveryState::accepted);
  ASSERT_TRUE(page->counts);
  EXPECT_EQ(page->counts->messages, 1);
  EXPECT_EQ(page->counts->unreached, 1);
  EXPECT_EQ(looks(), std::vector<std::string>{"history:complaint person"});
  // By the ids that staff have at hand.
  EXPECT_EQ(desk->search(kViewer, {.reference = entry.message_id.text()})->investors.size(), 1U);
  EXPECT_EQ(desk->search(kViewer, {.reference = entry.deliveries[0].delivery_id.text()})->investors.size(), 1U);
  EXPECT_EQ(desk->search(kViewer, {.reference = "sms-main:sms-main-0"})->investors.size(), 1U);
}

TEST_P(Looks, PagesGoOnByTheirCursorAndByNoOther) {
  for (int i = 0; i < 3; ++i) house.send(request("info", Category::service, {person}, {together({Channel::email})}));
  ASSERT_TRUE(house.wait(EventKind::delivery_accepted, 3));
  catch_up();
  const auto first = desk->page(kViewer, person, {.limit = 2});
  ASSERT_TRUE(first) << first.error().message;
  ASSERT_EQ(first->entries.size(), 2U);
  ASSERT_TRUE(first->next);
  const auto second = desk->page(kViewer, person, {.cursor = first->next, .limit = 2});
  ASSERT_TRUE(second) << second.error().message;
  ASSERT_EQ(second->entries.size(), 1U);
  EXPECT_FALSE(second->next);
  EXPECT_FALSE(second->counts);
  EXPECT_LT(second->entries[0].message_id, first->entries[1].message_id);
  // Another investor's list, another filter, one character changed.
  const auto other = add("王伟", "", "w@example.com");
  auto changed = *first->next;
  changed[3] = changed[3] == 'A' ? 'B' : 'A';
  EXPECT_EQ(desk->page(kViewer, other, {.cursor = first->next}).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(desk->page(kViewer, person, {.cursor = first->next, .filter = api::HistoryFilter{.unreached = true}})
                .error()
                .code,
            ErrorCode::invalid_argument);
  EXPECT_EQ(desk->page(kViewer, person, {.cursor = changed}).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(looks().size(), 2U);
}

TEST_P(Looks, OneFieldInPlainHasARowOfItsOwn) {
  const auto shown = desk->reveal(
      kViewer, person, {.field = api::RevealField::phone, .reason = AccessReason::other, .note = "call back at once"});
  ASSERT_TRUE(shown) << shown.error().message;
  EXPECT_EQ(shown->value, kPhone);
  EXPECT_GT(shown->hide_at, house.clock.now());
  EXPECT_LE(shown->hide_at, house.clock.now() + std::chrono::seconds(30));
  EXPECT_EQ(looks(EventKind::field_revealed), std::vector<std::string>{"phone:other person"});
  // The note is sealed with the investor's data, not in the clear.
  const auto row = house.events(EventKind::field_revealed).at(0);
  EXPECT_EQ(house.opener->detail(row)->text(), "call back at once");
  EXPECT_THAT(std::string(as_text(row.sealed_detail)), Not(HasSubstr("call")));
  const auto no_mail = add("王伟", "+8613900000002", "");
  EXPECT_EQ(desk->reveal(kViewer, no_mail, {.field = api::RevealField::email}).error().code, ErrorCode::not_found);
  EXPECT_EQ(looks(EventKind::field_revealed).size(), 1U);
}

TEST_P(Looks, WhyWalksFromTheLastEventBackToTheDecision) {
  send();
  const auto page = desk->page(kViewer, person, {});
  ASSERT_TRUE(page) << page.error().message;
  const auto failed = page->entries.at(0).deliveries.at(0).delivery_id;
  const auto why = desk->why(kViewer, failed);
  ASSERT_TRUE(why) << why.error().message;
  EXPECT_EQ(why->investor_id, person);
  EXPECT_EQ(why->message.deliveries.size(), 2U) << "what else was tried";
  std::vector<std::string> kinds;
  for (const auto& step : why->steps) kinds.push_back(step.kind);
  EXPECT_THAT(kinds, testing::ElementsAre("delivery_failed", "delivery_accepted", "delivery_handed", "delivery_intent",
                                          "delivery_planned", "message_planned"));
  EXPECT_EQ(why->steps.front().mark, api::EventMark::applied);
  EXPECT_EQ(looks().back(), "why:complaint person");
  EXPECT_EQ(desk->why(kViewer, DeliveryId::make(house.clock.now())).error().code, ErrorCode::not_found);
}

TEST_P(Looks, WhatCantBeWrittenDownIsNotShown) {
  send();
  const auto delivery = desk->page(kViewer, person, {})->entries.at(0).deliveries.at(0).delivery_id;
  const auto before = looks().size();
  broken = true;
  EXPECT_EQ(desk->head(kViewer, person).error().code, ErrorCode::unavailable);
  EXPECT_EQ(desk->page(kViewer, person, {}).error().code, ErrorCode::unavailable);
  EXPECT_EQ(desk->search(kViewer, {.phone = std::string(kPhone)}).error().code, ErrorCode::unavailable);
  EXPECT_EQ(desk->search(kViewer, {.phone = "13900000000"}).error().code, ErrorCode::unavailable);
  EXPECT_EQ(desk->why(kViewer, delivery).error().code, ErrorCode::unavailable);
  EXPECT_EQ(desk->reveal(kViewer, person, {.field = api::RevealField::phone}).error().code, ErrorCode::unavailable);
  EXPECT_EQ(looks().size(), before);
  EXPECT_TRUE(looks(EventKind::field_revealed).empty());
  broken = false;
  EXPECT_TRUE(desk->head(kViewer, person));
}

TEST_P(Looks, ANoteIsSealedShownMaskedAndWrittenOnce) {
  send();
  const auto text = "客户 " + std::string(kName) + " 要求改打 " + std::string(kPhone) + "。\n下午三点后。";
  const history::NewEntry note{.kind = EntryKind::note, .text = text, .key = "k1"};
  const auto written = desk->write(kViewer, person, note);
  ASSERT_TRUE(written) << written.error().message;
  EXPECT_EQ(written->kind, EntryKind::note);
  EXPECT_EQ(written->text, "客户 欧*𬱖 要求改打 138****5678。\n下午三点后。");
  EXPECT_EQ(written->author, "林晓");
  const auto row = house.events(EventKind::note_written).at(0);
  EXPECT_EQ(row.actor, kStaff);
  EXPECT_EQ(row.investor, person);
  EXPECT_EQ(house.opener->detail(row)->text(), text);
  EXPECT_THAT(std::string(as_text(row.sealed_detail)), Not(HasSubstr("下午")));
  EXPECT_TRUE(looks().empty()) << "writing shows nothing of the investor's";

  // The same wish again, also with another time: one row, the first answer.
  auto again = note;
  again.at = house.clock.now() - std::chrono::hours(3);
  const auto repeated = desk->write(kViewer, person, again);
  ASSERT_TRUE(repeated) << repeated.error().message;
  EXPECT_EQ(repeated->message_id, written->message_id);
  EXPECT_EQ(repeated->planned_at, written->planned_at);
  auto other = note;
  other.text = "别的话";
  EXPECT_EQ(desk->write(kViewer, person, other).error().code, ErrorCode::conflict);
  EXPECT_EQ(house.events(EventKind::note_written).size(), 1U);

  catch_up();
  const auto page = desk->page(kViewer, person, {});
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->entries.size(), 2U);
  EXPECT_EQ(page->entries[0].message_id, written->message_id) << "newest first";
  EXPECT_EQ(page->entries[0].text, written->text);
  EXPECT_EQ(page->entries[0].author, "林晓");
  EXPECT_FALSE(page->entries[0].notice_id);
  EXPECT_TRUE(page->entries[0].deliveries.empty());
  EXPECT_TRUE(page->entries[1].notice_id);
  EXPECT_EQ(page->counts->notes, 1);
  EXPECT_EQ(page->counts->messages, 1);
}

TEST_P(Looks, ACallStandsWhereItHappenedAndIsFoundByItsChannel) {
  send();
  const history::NewEntry call{.kind = EntryKind::call,
                               .call = CallFacts{CallDirection::outgoing, CallOutcome::answered, 4},
                               .text = "已告知追保期限",
                               .at = house.clock.now() - std::chrono::hours(2),
                               .key = "k1"};
  const auto written = desk->write(kViewer, person, call);
  ASSERT_TRUE(written) << written.error().message;
  EXPECT_EQ(written->planned_at, *call.at);
  auto later = call;
  later.key = "k2";
  later.text.clear();
  later.at = house.clock.now() + std::chrono::hours(9);
  const auto clamped = desk->write(kViewer, person, later);
  ASSERT_TRUE(clamped) << clamped.error().message;
  EXPECT_LE(clamped->planned_at, house.clock.now()) << "nothing was written tomorrow";
  EXPECT_FALSE(clamped->text);
  catch_up();
  const auto page = desk->page(kViewer, person, {.filter = api::HistoryFilter{.channel = Channel::phone}});
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->entries.size(), 2U);
  EXPECT_EQ(page->entries[1].message_id, written->message_id);
  EXPECT_EQ(page->entries[1].call, call.call);
  EXPECT_EQ(page->entries[1].text, "已告知追保期限");
  EXPECT_EQ(page->counts->calls, 2);
  const auto all = desk->page(kViewer, person, {});
  ASSERT_EQ(all->entries.size(), 3U);
  EXPECT_EQ(all->entries[2].message_id, written->message_id) << "it came last and happened first";
}

TEST_P(Looks, ANoteThatCantBeWrittenIsNotSaidToBe) {
  broken = true;
  EXPECT_EQ(desk->write(kViewer, person, {.text = "x", .key = "k"}).error().code, ErrorCode::unavailable);
  broken = false;
  EXPECT_TRUE(house.events(EventKind::note_written).empty());
  EXPECT_TRUE(desk->write(kViewer, person, {.text = "x", .key = "k"}));
  const InvestorId nobody = InvestorId::make(house.clock.now());
  EXPECT_EQ(desk->write(kViewer, nobody, {.text = "x", .key = "k"}).error().code, ErrorCode::not_found);
}

TEST_P(Looks, ErasureTakesTheWordsOfNotesAndLeavesThatTheyWere) {
  ASSERT_TRUE(desk->write(kViewer, person, {.text = "很私人的话", .key = "k1"}));
  ASSERT_TRUE(desk->write(kViewer, person,
                          {.kind = EntryKind::call,
                           .call = CallFacts{CallDirection::incoming, CallOutcome::answered, 1},
                           .text = "也很私人",
                           .key = "k2"}));
  house.erase(person);
  catch_up();
  const auto page = desk->page(kViewer, person, {});
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->entries.size(), 2U);
  for (const auto& entry : page->entries) EXPECT_FALSE(entry.text);
  EXPECT_TRUE(page->entries[0].call);
  EXPECT_EQ(page->entries[0].author, "林晓");
  EXPECT_EQ(house.opener->detail(house.events(EventKind::note_written).at(0)).error().code, ErrorCode::denied);
  EXPECT_EQ(desk->write(kViewer, person, {.text = "还有话", .key = "k3"}).error().code, ErrorCode::denied);
}

TEST_P(Looks, WordsAreFoundInsideAsTheyAreShown) {
  send();
  const auto say = [&](const std::string& key, const std::string& text) {
    const auto written = desk->write(kViewer, person, {.text = text, .key = key});
    EXPECT_TRUE(written);
    return written ? written->message_id : MessageId{};
  };
  const auto money = say("k1", "客户询问追加保证金，ＥＴＦ 与 Margin Call 的区别");
  const auto rare = say("k2", "𬱖先生出差，改打 " + std::string(kPhone));
  catch_up();
  const auto letter = desk->page(kViewer, person, {.filter = api::HistoryFilter{.kind = EntryKind::message}});
  ASSERT_TRUE(letter && letter->entries.size() == 1U);
  const auto message = letter->entries[0].message_id;
  const auto found = [&](const std::string& words) {
    const auto page = desk->page(kViewer, person, {.filter = api::HistoryFilter{.words = words}});
    EXPECT_TRUE(page) << words;
    std::vector<MessageId> ids;
    if (page)
      for (const auto& entry : page->entries) ids.push_back(entry.message_id);
    return ids;
  };
  const auto pairs = [&] {
    std::int64_t count = -1;
    auto database = house.stores.open(spine::Use::read_projections);
    auto statement = (*database)->prepare("SELECT count(*) FROM p_words");
    EXPECT_TRUE((*statement)->run({}, [&](const db::Row& row) {
      count = row.int64(0);
      return true;
    }));
    return count;
  };
  EXPECT_EQ(pairs(), 0) << "made when somebody looks";
  using Ids = std::vector<MessageId>;
  for (int again = 0; again < 2; ++again) {
    EXPECT_EQ(found("保证"), Ids{money}) << "two characters";
    EXPECT_EQ(found("证金"), Ids{money});
    EXPECT_EQ(found("金"), Ids{money}) << "one";
    EXPECT_EQ(found("margin call"), Ids{money});
    EXPECT_EQ(found("etf"), Ids{money}) << "full width and case don't count";
    EXPECT_EQ(found("𬱖先"), Ids{rare}) << "beyond the BMP";
    EXPECT_EQ(found("𬱖"), (Ids{rare, message}));
    EXPECT_EQ(found("你好"), Ids{message});
    EXPECT_EQ(found("138****5678"), Ids{rare}) << "as it is shown";
    EXPECT_EQ(found("，"), (Ids{rare, money}));
    for (const auto* hidden : {"13812345678", "12345", "欧阳", "阳"})
      EXPECT_TRUE(found(hidden).empty()) << "a search is no way round the masks: " << hidden;
    EXPECT_TRUE(found("保金").empty()) << "both characters, but not side by side";
    EXPECT_TRUE(found("nothing of the kind").empty());
    EXPECT_EQ(pairs(), 3);
  }
  EXPECT_EQ(desk->page(kViewer, person, {.filter = api::HistoryFilter{.words = " "}}).error().code,
            ErrorCode::invalid_argument);
  EXPECT_EQ(looks().back(), "inside:complaint person");
  // With another filter at once.
  const api::HistoryFilter both{.words = "𬱖", .kind = EntryKind::note};
  EXPECT_EQ(desk->page(kViewer, person, {.filter = both})->entries.size(), 1U);

  house.erase(person);
  catch_up();
  EXPECT_EQ(pairs(), 0);
  for (const auto* words : {"保证", "𬱖", "你好"}) EXPECT_TRUE(found(words).empty());
  EXPECT_EQ(pairs(), 0) << "nobody puts any back";
}

TEST_P(Looks, PagesGoOnUnderASearch) {
  std::vector<MessageId> wanted;
  for (int i = 0; i < 14; ++i) {
    const auto text = i % 2 == 0 ? "提到 保证金 第 " + std::to_string(i) : "别的话 " + std::to_string(i);
    const auto written = desk->write(kViewer, person, {.text = text, .key = "k" + std::to_string(i)});
    ASSERT_TRUE(written);
    if (i % 2 == 0) wanted.insert(wanted.begin(), written->message_id);
    house.clock.push(std::chrono::seconds(1));
  }
  catch_up();
  std::vector<MessageId> walked;
  api::HistoryRequest request{.filter = api::HistoryFilter{.words = "保证金"}, .limit = 3};
  for (int pages = 0; pages < 6; ++pages) {
    const auto page = desk->page(kViewer, person, request);
    ASSERT_TRUE(page) << page.error().message;
    for (const auto& entry : page->entries) walked.push_back(entry.message_id);
    if (!page->next) break;
    EXPECT_EQ(page->entries.size(), 3U);
    request.cursor = page->next;
  }
  EXPECT_EQ(walked, wanted);
  auto other = request;
  other.filter->words = "保证";
  EXPECT_EQ(desk->page(kViewer, person, other).error().code, ErrorCode::invalid_argument) << "a cursor of other words";
}

TEST(WordQuery, ShowsThePlaceAndNotTheBeginning) {
  std::string text = "开头";
  for (int i = 0; i < 400; ++i) text += "长";
  text += "ＮＥＥＤＬＥ 尾";
  const auto query = history::WordQuery::make(" needle ");
  ASSERT_TRUE(query);
  EXPECT_TRUE(query->is_in(text));
  const auto place = query->around(text, 60);
  EXPECT_THAT(place, testing::StartsWith("…长"));
  EXPECT_THAT(place, testing::EndsWith("ＮＥＥＤＬＥ 尾"));
  EXPECT_THAT(query->around("先看 needle 再说", 60), "先看 needle 再说");
  EXPECT_THAT(query->around(std::string(200, 'x'), 10), std::string(10, 'x')) << "nothing to show but the beginning";
  for (const auto* none : {"", " ", "\n", "\xff"}) EXPECT_FALSE(history::WordQuery::make(none)) << none;
}

TEST(WordQuery, PairsLetThroughWhatHasItAndHardlyAnythingElse) {
  const auto key = filled(1);
  const auto other = filled(2);
  const std::string text = "客户询问追加保证金 etf 𬱖";
  const auto pairs = history::pairs_of(key, text);
  EXPECT_TRUE(std::ranges::is_sorted(pairs));
  EXPECT_NE(pairs, history::pairs_of(other, text)) << "the same words of somebody else";
  const auto passes = [&](std::string_view words) {
    return std::ranges::includes(pairs, history::WordQuery::make(words)->wanted(key));
  };
  for (const auto* inside :
       {"客户", "户询", "金 e", "保证金", "T", "tf", "𬱖", "客户询问追加保证金 ETF 𬱖"})
    EXPECT_TRUE(passes(inside)) << inside;
  int through = 0;
  for (int i = 0; i < 2000; ++i) {
    const char32_t wide = 0x4E00 + static_cast<char32_t>(i) * 7;
    std::string word;
    for (const char32_t c : {wide, static_cast<char32_t>(wide + 3)}) {
      word += static_cast<char>(0xE0U | (c >> 12U));
      word += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
      word += static_cast<char>(0x80U | (c & 0x3FU));
    }
    through += passes(word) ? 1 : 0;
  }
  EXPECT_LT(through, 10);
}

TEST_P(Looks, AnErasedInvestorLeavesWhatHappenedAndNothingPersonal) {
  send();
  house.erase(person);
  EXPECT_TRUE(desk->search(kViewer, {.phone = std::string(kPhone)})->investors.empty());
  EXPECT_TRUE(desk->search(kViewer, {.name = std::string(kName), .phone_tail = "5678"})->investors.empty());
  EXPECT_EQ(house.number("SELECT count(*) FROM investor_name"), 0);
  const auto head = desk->head(kViewer, person);
  ASSERT_TRUE(head) << head.error().message;
  EXPECT_TRUE(head->erased);
  EXPECT_EQ(head->name, "");
  EXPECT_FALSE(head->phone);
  const auto page = desk->page(kViewer, person, {});
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->entries.size(), 1U);
  EXPECT_FALSE(page->entries[0].text);
  EXPECT_EQ(desk->reveal(kViewer, person, {.field = api::RevealField::phone}).error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace guardline::test
