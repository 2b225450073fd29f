// The store breaks at any access of a look: it says so, shows nothing, writes nothing down, and works afterwards.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/desk.h"
#include "hub/notices/investors.h"
#include "hub/spine/projector.h"
#include "tests/hub/house.h"
#include "tests/hub/record_on.h"
#include "tests/support/breaks.h"

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using spine::Use;
using test_support::Breaks;
using test_support::code_of;
using test_support::every_access_breaks;

const history::Viewer kViewer{
    .account = kStaff, .session = SessionId{Uuid{5, 5}}, .reason = api::AccessReason::complaint};

class BrokenDesk : public testing::Test {
 protected:
  void SetUp() override {
    auto& sms = house.add_carrier("sms-main", Channel::sms);
    house.add_carrier("mail-main", Channel::email);
    house.start();
    projector = std::make_unique<spine::Projector>(house.stores, house.spine->signal(), house.clock);
    ASSERT_TRUE(projector->start());
    record = std::make_unique<RecordOn>(*house.spine, breaks.over(house.stores, {Use::read, Use::read_projections}));
    desk = history::make_desk(
        *record,
        {.wrap = crypto::Secret::copy_of(Bytes(32, 0x17)), .pseudonym = crypto::Secret::copy_of(Bytes(32, 0x55))},
        house.clock);
    person = house.add();
    name = "王" + person.text().substr(0, 8);
    for (std::size_t i = 1; i <= 2; ++i) {
      house.send(request("info", Category::service, {person}, {together({Channel::sms, Channel::email})}));
      ASSERT_TRUE(house.wait(EventKind::delivery_accepted, 2 * i));
    }
    ASSERT_TRUE(sms.report("sms-main-0", DeliveryState::failed, Reason::handset_off).get());
    spine::Reader reader(std::move(*house.stores.open(Use::read)));
    ASSERT_TRUE(projector->wait_for(*reader.end(), std::chrono::seconds(20)));
    for (const auto& event : house.events(EventKind::delivery_failed)) {
      message = event.message;
      delivery = event.delivery;
    }
  }
  void TearDown() override {
    desk.reset();
    record.reset();
    projector.reset();
    house.stop();
  }

  std::size_t looks() {
    return house.events(EventKind::history_looked_at).size() + house.events(EventKind::field_revealed).size();
  }
  /// A look breaks at each of its accesses; none of these stands in the record, the one that worked does.
  void sweep(std::string_view what, int least, const std::function<std::optional<ErrorCode>()>& look) {
    SCOPED_TRACE(what);
    const auto before = looks();
    EXPECT_GE(every_access_breaks(breaks, look), least);
    EXPECT_EQ(looks(), before + 1);
  }

  Breaks breaks;
  House house;
  std::unique_ptr<spine::Projector> projector;
  std::unique_ptr<RecordOn> record;
  std::unique_ptr<history::Desk> desk;
  InvestorId person;
  std::string name;
  MessageId message;
  DeliveryId delivery;
};

TEST_F(BrokenDesk, ASearchByEachTermSaysSo) {
  const auto search = [&](std::string_view what, int least, const api::InvestorSearch& terms) {
    sweep(what, least, [&] {
      const auto found = desk->search(kViewer, terms);
      if (found) EXPECT_EQ(found->investors.size(), 1U);
      return code_of(found);
    });
  };
  search("phone", 8, {.phone = "138 0000 0001"});
  search("email", 8, {.email = "w@example.com"});
  search("email in capitals", 10, {.email = "W@Example.com"});
  search("investor", 8, {.reference = person.text()});
  search("message", 10, {.reference = message.text()});
  search("delivery", 12, {.reference = delivery.text()});
  search("carrier's", 8, {.reference = "sms-main:sms-main-0"});
  search("name and tail", 10, {.name = name, .phone_tail = "0001"});
  search("name and phone", 10, {.phone = "+8613800000001", .name = name});
  search("name and email", 10, {.email = "w@example.com", .name = name});
  for (const auto* nobody : {"sms-main:none", "no-colon", "00000000-0000-7000-8000-000000000001"}) {
    const auto none = desk->search(kViewer, {.reference = nobody});
    ASSERT_TRUE(none) << nobody;
    EXPECT_TRUE(none->investors.empty()) << nobody;
  }
}

TEST_F(BrokenDesk, EachLookSaysSo) {
  sweep("head", 8, [&] { return code_of(desk->head(kViewer, person)); });
  sweep("page", 12, [&] { return code_of(desk->page(kViewer, person, {})); });
  const api::HistoryFilter filter{.channel = Channel::sms,
                                  .unreached = true,
                                  .from = house.clock.now() - std::chrono::hours(1),
                                  .until = house.clock.now() + std::chrono::hours(1)};
  sweep("filtered page", 12, [&] {
    const auto page = desk->page(kViewer, person, {.filter = filter});
    if (page) EXPECT_LE(page->entries.size(), 2U);
    return code_of(page);
  });
  const auto first = desk->page(kViewer, person, {.limit = 1});
  ASSERT_TRUE(first && first->next);
  sweep("second page", 8, [&] { return code_of(desk->page(kViewer, person, {.cursor = first->next, .limit = 1})); });
  sweep("why", 12, [&] { return code_of(desk->why(kViewer, delivery)); });
  for (const auto field : {api::RevealField::name, api::RevealField::phone, api::RevealField::email}) {
    sweep("reveal", 4, [&] {
      const auto shown = desk->reveal(kViewer, person, {.field = field, .reason = api::AccessReason::complaint});
      if (shown) EXPECT_FALSE(shown->value.empty());
      return code_of(shown);
    });
  }
  sweep("offline", 4, [&] { return code_of(desk->seen_offline(kViewer, person, house.clock.now())); });
  const InvestorId nobody{Uuid{1}};
  EXPECT_EQ(code_of(desk->page(kViewer, nobody, {})), ErrorCode::not_found);
  EXPECT_EQ(code_of(desk->reveal(kViewer, nobody, {})), ErrorCode::not_found);
  EXPECT_EQ(code_of(desk->seen_offline(kViewer, nobody, house.clock.now())), ErrorCode::not_found);
}

TEST_F(BrokenDesk, WritingSaysSoAndWritesOnce) {
  int tries = 0;
  const auto write = [&] {
    ++tries;
    return code_of(desk->write(kViewer, person, {.text = "一句话", .key = "k"}));
  };
  EXPECT_GE(every_access_breaks(breaks, write), 4);
  EXPECT_GT(tries, 4);
  EXPECT_EQ(house.events(EventKind::note_written).size(), 1U);
  spine::Reader reader(std::move(*house.stores.open(Use::read)));
  ASSERT_TRUE(projector->wait_for(*reader.end(), std::chrono::seconds(20)));
  sweep("a page with a note", 14, [&] { return code_of(desk->page(kViewer, person, {})); });
  // A note whose row is not the one that was hashed.
  house.write("UPDATE spine SET detail = zeroblob(60) WHERE kind = 600");
  EXPECT_EQ(code_of(desk->page(kViewer, person, {})), ErrorCode::corrupt);
}

TEST_F(BrokenDesk, ASearchInsideSaysSo) {
  const api::HistoryRequest request{.filter = api::HistoryFilter{.words = "你好"}};
  sweep("inside", 12, [&] { return code_of(desk->page(kViewer, person, request)); });
  // Where what it opened can't be kept, the answer is the same.
  auto writes = house.stores.open(Use::project);
  ASSERT_TRUE(writes && (*writes)->execute("DROP TABLE p_erased; DELETE FROM p_words"));
  const auto page = desk->page(kViewer, person, request);
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->entries.size(), 2U);
}

TEST_F(BrokenDesk, WithoutAConnectionNothingIsShown) {
  const auto before = looks();
  for (const auto use : {Use::read, Use::read_projections}) {
    breaks.shut({use});
    EXPECT_EQ(code_of(desk->head(kViewer, person)), ErrorCode::unavailable);
    EXPECT_EQ(code_of(desk->page(kViewer, person, {})), ErrorCode::unavailable);
    EXPECT_EQ(code_of(desk->search(kViewer, {.email = "w@example.com"})), ErrorCode::unavailable);
    EXPECT_EQ(code_of(desk->why(kViewer, delivery)), ErrorCode::unavailable);
    EXPECT_EQ(code_of(desk->reveal(kViewer, person, {})), ErrorCode::unavailable);
  }
  EXPECT_EQ(looks(), before);
  breaks.shut({});
  EXPECT_TRUE(desk->head(kViewer, person));
}

TEST_F(BrokenDesk, ADamagedRecordIsSaidAndNotShown) {
  house.write("UPDATE notice SET request = '{'");
  const auto before = looks();
  EXPECT_EQ(code_of(desk->page(kViewer, person, {})), ErrorCode::corrupt);
  EXPECT_EQ(code_of(desk->why(kViewer, delivery)), ErrorCode::corrupt);
  house.write("DELETE FROM notice");
  const auto page = desk->page(kViewer, person, {});
  ASSERT_TRUE(page) << "a notice that is gone is no reason to hide what happened";
  EXPECT_FALSE(page->entries.at(0).template_);
  house.write("DELETE FROM message_body");
  EXPECT_EQ(code_of(desk->head(kViewer, person)), ErrorCode::corrupt) << "an investor without a record";
  EXPECT_EQ(code_of(desk->search(kViewer, {.name = name, .phone_tail = "0001"})), ErrorCode::not_found);
  EXPECT_EQ(looks(), before + 1);
}

}  // namespace
}  // namespace guardline::test
