// Each function of the hub's tables on a connection that breaks at any access: it says so, and leaves nothing.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/references.h"
#include "hub/dispatch/schema.h"
#include "hub/dispatch/survivors.h"
#include "hub/inbox/schema.h"
#include "hub/notices/investors.h"
#include "hub/notices/lookup.h"
#include "hub/notices/messages.h"
#include "hub/notices/schema.h"
#include "hub/notices/templates.h"
#include "hub/receipts/parked.h"
#include "hub/receipts/tracking/schema.h"
#include "hub/spine/outgoing.h"
#include "tests/hub/house.h"
#include "tests/hub/record_on.h"
#include "tests/support/breaks.h"

#include <functional>

namespace guardline::test {
namespace {

using spine::Use;
using test_support::Breaks;
using test_support::code_of;
using test_support::every_access_breaks;

crypto::Secret wrap_key() { return crypto::Secret::copy_of(Bytes(32, 0x17)); }

class BrokenReads : public testing::Test {
 protected:
  BrokenReads() {
    house.start();
    who = house.add({.push = true});
    notice = house.send(request("info", Category::service, {who}, {together({Channel::sms, Channel::email})}));
    EXPECT_TRUE(house.wait(EventKind::delivery_failed, 2)) << "without carriers both ways end";
    for (const auto& event : house.events(EventKind::delivery_failed)) {
      message = event.message;
      delivery = event.delivery;
    }
    house.crash();  // the record alone: no part of the hub runs
  }

  /// Breaks each access of a function of a connection; at least `least` of them.
  void sweep(std::string_view what, int least, const std::function<std::optional<ErrorCode>(db::Database&)>& call) {
    SCOPED_TRACE(what);
    EXPECT_GE(every_access_breaks(house.stores, call), least);
  }

  House house;
  InvestorId who;
  NoticeId notice;
  MessageId message;
  DeliveryId delivery;
};

TEST_F(BrokenReads, OfInvestorsSaySo) {
  const auto phone = notices::address_tag(Bytes(32, 0x55), "+8613800000001");
  const auto name = notices::name_tag(Bytes(32, 0x55), "王" + who.text().substr(0, 8));
  sweep("investor", 4, [&](auto& database) { return code_of(notices::read_investor(database, who)); });
  sweep("by address", 2, [&](auto& database) {
    const auto found = notices::find_by_address(database, phone, 5);
    if (found) EXPECT_EQ(*found, std::vector{who});
    return code_of(found);
  });
  sweep("by name", 2, [&](auto& database) {
    const auto found = notices::find_by_name(database, name, 5);
    if (found) EXPECT_EQ(*found, std::vector{who});
    return code_of(found);
  });
  sweep("profile", 6, [&](auto& database) { return code_of(notices::read_profile(database, who, Timestamp{})); });
  sweep("language", 2, [&](auto& database) { return code_of(notices::read_language(database, who)); });
  sweep("record", 2, [&](auto& database) {
    spine::Opener opener(database, wrap_key());
    return code_of(notices::read_record(opener, who));
  });
  const InvestorId nobody{Uuid{1}};
  const auto database = *house.stores.open(Use::read);
  EXPECT_EQ(code_of(notices::read_profile(*database, nobody, Timestamp{})), ErrorCode::not_found);
  EXPECT_EQ(code_of(notices::read_language(*database, nobody)), ErrorCode::not_found);
}

TEST_F(BrokenReads, OfNoticesAndMessagesSaySo) {
  sweep("head", 1, [&](auto& database) { return code_of(notices::read_notice_head(database, notice)); });
  sweep("investor of", 2, [&](auto& database) { return code_of(notices::investor_of(database, message)); });
  sweep("template", 2, [&](auto& database) { return code_of(notices::read_template(database, "info", 1)); });
  sweep("message", 2, [&](auto& database) {
    spine::Opener opener(database, wrap_key());
    return code_of(notices::open_message(opener, message));
  });
  spine::OutgoingWork work;
  work.delivery = delivery;
  work.message = message;
  work.notice = notice;
  work.investor = who;
  work.channel = Channel::sms;
  sweep("content", 4, [&](auto& database) {
    spine::Opener opener(database, wrap_key());
    return code_of(notices::Content(database, opener).open(work));
  });
  sweep("category", 2, [&](auto& database) {
    spine::Opener opener(database, wrap_key());
    return code_of(notices::Content(database, opener).category(notice));
  });
  const auto database = *house.stores.open(Use::read);
  EXPECT_EQ(code_of(notices::investor_of(*database, MessageId{Uuid{1}})), ErrorCode::not_found);
  EXPECT_EQ(code_of(notices::read_notice_head(*database, NoticeId{Uuid{1}})), ErrorCode::not_found);
  EXPECT_EQ(code_of(notices::read_template(*database, "info", 2)), ErrorCode::not_found);
  spine::Opener opener(*database, wrap_key());
  notices::Content content(*database, opener);
  EXPECT_EQ(code_of(content.category(NoticeId{Uuid{1}})), ErrorCode::not_found);
  work.channel = Channel::phone;
  EXPECT_EQ(code_of(content.open(work)), ErrorCode::not_found) << "no words for a call";
  work.channel = Channel::chat;
  EXPECT_EQ(code_of(content.open(work)), ErrorCode::not_found) << "no address";
  house.write("UPDATE notice SET request = '{'");
  EXPECT_EQ(code_of(notices::read_notice_head(*database, notice)), ErrorCode::corrupt);
}

TEST_F(BrokenReads, OfWritingLeaveNothing) {
  const auto now = house.clock.now();
  notices::TemplateText fresh{"fresh", 1, "zh-CN", Channel::sms, Category::service, "", "words"};
  sweep("template", 4, [&](auto& database) { return code_of(notices::add_template(database, fresh)); });
  EXPECT_EQ(house.number("SELECT count(*) FROM template WHERE id = 'fresh'"), 0);
  sweep("contact", 2,
        [&](auto& database) { return code_of(notices::invalidate_contact(database, who, Channel::sms)); });
  sweep("due", 2, [&](auto& database) { return code_of(notices::mark_due(database, message, now)); });
  const std::vector people{who, InvestorId{Uuid{1}}};
  sweep("marketing", 3,
        [&](auto& database) { return code_of(notices::count_marketing_sms(database, people, Timestamp{})); });
  const std::vector<notices::DeliveryRow> rows{{message, DeliveryId{Uuid{3}}, Channel::web, 1}};
  sweep("deliveries", 1, [&](auto& database) { return code_of(notices::store_deliveries(database, rows)); });
  EXPECT_TRUE(notices::store_deliveries(**house.stores.open(Use::read), {})) << "nothing to store, nothing asked";

  bool before_fails = false;
  spine::Submission adding;
  adding.also = [&](db::Database&) -> Status {
    if (before_fails) return fail(ErrorCode::invalid_argument, "the part before");
    return {};
  };
  notices::NewInvestor investor;
  investor.id = InvestorId::make(now);
  investor.record = {"王", "+8613800000002", "x@example.com", "token"};
  investor.tier = "vip";
  investor.language = "en";
  investor.time_zone = "Asia/Shanghai";
  notices::add_investor(adding, investor, Bytes(32, 0x55), now);
  sweep("add", 8, [&](auto& database) { return code_of(adding.also(database)); });
  EXPECT_EQ(house.number("SELECT count(*) FROM investor"), 1);

  spine::Submission erasing;
  erasing.also = adding.also;
  before_fails = true;
  notices::erase_investor(erasing, who, kStaff, now);
  const auto plain = *house.stores.open(Use::commit);
  EXPECT_EQ(code_of(adding.also(*plain)), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of(erasing.also(*plain)), ErrorCode::invalid_argument);
  spine::Submission only;
  notices::erase_investor(only, who, kStaff, now);
  sweep("erase", 6, [&](auto& database) { return code_of(only.also(database)); });
  EXPECT_EQ(house.number("SELECT count(*) FROM investor WHERE erased_at IS NULL"), 1);
  EXPECT_EQ(house.number("SELECT count(*) FROM contact_point"), 3);
}

TEST_F(BrokenReads, OfReferencesAndParkedReceiptsSaySo) {
  const auto now = house.clock.now();
  dispatch::Reference part;
  part.carrier = "sms-main";
  part.delivery = delivery;
  part.message = message;
  part.notice = notice;
  part.investor = who;
  part.channel = Channel::sms;
  part.parts = 2;
  part.accepted_at = now;
  std::vector<dispatch::Reference> parts{part, part};
  parts[0].reference = "a";
  parts[1].reference = "b";
  parts[1].part = 1;
  sweep("store", 6, [&](auto& database) { return code_of(dispatch::store_references(database, parts)); });
  EXPECT_EQ(house.number("SELECT count(*) FROM carrier_reference"), 0);
  sweep("find", 2, [&](auto& database) {
    const auto found = dispatch::find_reference(database, "sms-main", "a");
    return found || found.error().code == ErrorCode::not_found ? std::nullopt : code_of(found);
  });
  sweep("parts", 2, [&](auto& database) { return code_of(dispatch::parts_of(database, delivery)); });
  sweep("state", 2, [&](auto& database) {
    return code_of(dispatch::set_part_state(database, "sms-main", "a", DeliveryState::delivered));
  });
  const dispatch::Receipt receipt{"sms-main", "a", DeliveryState::delivered, Reason::none, now, "DELIVRD"};
  sweep("park", 2, [&](auto& database) { return code_of(receipts::park(database, receipt, now)); });
  sweep("unpark", 2, [&](auto& database) { return code_of(receipts::unpark(database, "sms-main", "a")); });
  sweep("drop", 2, [&](auto& database) { return code_of(receipts::drop_old(database, now)); });
  sweep("parked", 2, [&](auto& database) { return code_of(receipts::parked_for(database, "sms-main", "a")); });
  sweep("keys", 2, [&](auto& database) { return code_of(receipts::parked_keys(database)); });
  EXPECT_EQ(house.number("SELECT count(*) FROM receipt_parked"), 0);
}

TEST(BrokenMigrations, AreMadeAgain) {
  for (const auto migrate :
       {notices::migrate_notices, dispatch::migrate_dispatch, receipts::migrate_tracking, inbox::migrate_inbox}) {
    Folder folder;
    const auto stores = spine::embedded_stores(folder.path.string(), Bytes(32, 0x42), true);
    int failed = 0;
    for (int n = 1; n < 200; ++n) {
      std::int64_t accesses = 0;
      const auto database = db::with_fault(*stores.open(Use::commit), n, &accesses);
      const auto ok = migrate(*database);
      if (accesses < n) {
        EXPECT_TRUE(ok) << ok.error().message;
        break;
      }
      ++failed;
      EXPECT_EQ(code_of(ok), ErrorCode::io) << n;
    }
    EXPECT_GT(failed, 3);
    EXPECT_TRUE(migrate(**stores.open(Use::commit))) << "made once";
  }
}

TEST(Survivors, AreReadWholeWhateverBreaks) {
  House house;
  const auto who = house.add();
  Breaks breaks;
  const RecordOn record(*house.spine, breaks.over(house.stores, {Use::read}));
  constexpr std::size_t kPage = 5000;  // as many as one page holds
  spine::Submission submission;
  std::size_t there = 0;
  const auto add = [&](std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      spine::OutgoingWork work;
      work.delivery = DeliveryId::make(house.clock.now());
      work.message = MessageId{Uuid{1}};
      work.notice = NoticeId{Uuid{2}};
      work.investor = who;
      work.channel = Channel::sms;
      work.due = house.clock.now();
      work.sent_before = there++ == 0;
      submission.add_outgoing.push_back(std::move(work));
    }
    const auto ok = house.spine->committer().submit_and_wait(std::exchange(submission, {}));
    ASSERT_TRUE(ok) << ok.error().message;
  };
  ErrorCode judged{};
  const auto survivors = [&] {
    return dispatch::read_survivors(
        record, record.holdings(),
        [&](NoticeId) -> Result<Category> {
          if (judged != ErrorCode{}) return fail(judged, "can't be judged");
          return Category::service;
        },
        house.clock.now());
  };
  for (const std::size_t more : {kPage - 1, std::size_t{1}, std::size_t{1}}) {
    add(more);
    const auto all = survivors();
    ASSERT_TRUE(all);
    EXPECT_EQ(all->uncertain.size(), 1U);
    EXPECT_EQ(all->waiting.size(), there - 1);
  }
  EXPECT_GT(every_access_breaks(breaks, [&] { return code_of(survivors()); }), 2);
  judged = ErrorCode::unavailable;
  EXPECT_EQ(code_of(survivors()), ErrorCode::unavailable) << "by a guess it might be sent twice";
  breaks.shut({Use::read});
  EXPECT_EQ(code_of(survivors()), ErrorCode::unavailable);
}

}  // namespace
}  // namespace guardline::test
