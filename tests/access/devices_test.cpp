// The states of a device, from the administrator's side. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/access/house.h"

#include <cctype>

#include <gtest/gtest.h>

namespace guardline::access::test {
namespace {

using api::DeviceState;

class DevicesTest : public testing::Test {
 protected:
  House house;
  AccountId account = house.add_account("li.wei");
  Devices& devices() { return house.access->devices(); }
  DeviceState state(DeviceId id) { return devices().get(id)->state; }
};

TEST_F(DevicesTest, ListedWithWhatAnAdministratorNeeds) {
  const Desk desk = house.enrol(account, false, true);
  const auto list = devices().list();
  ASSERT_TRUE(list.has_value());
  ASSERT_EQ(list->size(), 1U);
  const Device& device = list->front();
  EXPECT_EQ(device.id, desk.device);
  EXPECT_EQ(device.account, account);
  EXPECT_EQ(device.account_name, "li.wei");
  EXPECT_EQ(device.name, "Desk 12");
  EXPECT_TRUE(device.shared);
  EXPECT_EQ(device.fingerprint(), desk.fingerprint);
  EXPECT_EQ(devices().by_key(desk.key.spki_sha256())->id, desk.device);
  EXPECT_EQ(devices().by_key(Digest{}).error().code, ErrorCode::not_found);
}

TEST_F(DevicesTest, EveryTransitionAndNoOther) {
  enum class Act { view, approve, refuse, revoke, wiped };
  const auto act = [&](DeviceId id, Act what) -> Status {
    switch (what) {
      case Act::view: {
        const auto seen = devices().view(id, house.admin);
        return seen ? Status() : std::unexpected(seen.error());
      }
      case Act::approve:
        return devices().approve(id, "", house.admin);
      case Act::refuse:
        return devices().refuse(id, house.admin);
      case Act::revoke:
        return devices().revoke(id, house.admin);
      case Act::wiped:
        return devices().wiped(id);
    }
    return {};
  };
  struct Row {
    std::vector<Act> before;
    DeviceState from;
    DeviceState after_view, after_approve, after_refuse, after_revoke, after_wiped;
  };
  using enum DeviceState;
  const Row rows[] = {
      {{}, submitted, viewed, approved, refused, submitted, submitted},
      {{Act::view}, viewed, viewed, approved, refused, viewed, viewed},
      {{Act::approve}, approved, approved, approved, approved, revoked, approved},
      {{Act::refuse}, refused, refused, refused, refused, refused, refused},
      {{Act::approve, Act::revoke}, revoked, revoked, revoked, revoked, revoked, wiped},
      {{Act::approve, Act::revoke, Act::wiped}, wiped, wiped, wiped, wiped, wiped, wiped},
  };
  int number = 0;
  for (const Row& row : rows) {
    const std::pair<Act, DeviceState> cases[] = {{Act::view, row.after_view},
                                                 {Act::approve, row.after_approve},
                                                 {Act::refuse, row.after_refuse},
                                                 {Act::revoke, row.after_revoke},
                                                 {Act::wiped, row.after_wiped}};
    for (const auto& [what, expected] : cases) {
      const AccountId owner = house.add_account("user" + std::to_string(++number));
      const auto key = crypto::PrivateKey::generate().value();
      const DeviceId id = house.access->enrolment().request(house.request(key, house.new_secret(owner))).value().device;
      for (const Act earlier : row.before) ASSERT_TRUE(act(id, earlier).has_value());
      ASSERT_EQ(state(id), row.from);
      const auto done = act(id, what);
      EXPECT_EQ(state(id), expected) << static_cast<int>(row.from) << " " << static_cast<int>(what);
      const bool harmless = what == Act::view || (what == Act::wiped && row.from == wiped);
      if (expected == row.from && !harmless) {
        ASSERT_FALSE(done.has_value());
        EXPECT_EQ(done.error().code, ErrorCode::conflict);
      } else {
        EXPECT_TRUE(done.has_value());
      }
    }
  }
}

TEST_F(DevicesTest, OnlyAdministratorsAndNeverOnesOwn) {
  const Desk desk = house.enrol(account, false);
  const Actor supervisor{account, api::Role::supervisor};
  EXPECT_EQ(devices().view(desk.device, supervisor).error().code, ErrorCode::denied);
  EXPECT_EQ(devices().approve(desk.device, "", supervisor).error().code, ErrorCode::denied);
  EXPECT_EQ(devices().refuse(desk.device, supervisor).error().code, ErrorCode::denied);
  EXPECT_EQ(devices().revoke(desk.device, supervisor).error().code, ErrorCode::denied);
  const Desk own = house.enrol(house.admin.account, false);
  EXPECT_EQ(devices().approve(own.device, "", house.admin).error().code, ErrorCode::denied);
  EXPECT_TRUE(devices().approve(own.device, "", Actor::local_operator()).has_value());
}

TEST_F(DevicesTest, TheDigitsReadOutMustFit) {
  const Desk desk = house.enrol(account, false);
  std::string wrong = desk.fingerprint.substr(56);
  wrong[7] = wrong[7] == '0' ? '1' : '0';
  EXPECT_EQ(devices().approve(desk.device, wrong, house.admin).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(devices().approve(desk.device, desk.fingerprint.substr(60), house.admin).error().code,
            ErrorCode::invalid_argument)
      << "four digits are too few";
  std::string spoken = desk.fingerprint.substr(56, 4) + " " + desk.fingerprint.substr(60);
  for (char& c : spoken) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_TRUE(devices().approve(desk.device, spoken, house.admin).has_value());
}

TEST_F(DevicesTest, ARevokedDeviceIsRefusedAtOnceEverywhere) {
  const Desk desk = house.enrol(account);
  const SignedIn in = house.signed_in("li.wei", desk);
  Sessions& sessions = house.access->sessions();
  const auto ticket = house.access->tickets().issue(in.session, desk.device, "kpi").value();
  ASSERT_TRUE(sessions.check(in.token, desk.device, true).has_value());
  ASSERT_TRUE(devices().revoke(desk.device, house.admin).has_value());

  EXPECT_EQ(sessions.check(in.token, desk.device, true).error().code, ErrorCode::denied);
  EXPECT_EQ(sessions.still_valid(in.session, desk.device).error().code, ErrorCode::denied);
  EXPECT_EQ(house.access->tickets().redeem(ticket.ticket, desk.device).error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(house.access->tickets().issue(in.session, desk.device, "kpi").error().code, ErrorCode::denied);
  EXPECT_EQ(house.sign_in("li.wei", desk).error().code, ErrorCode::denied);
  EXPECT_EQ(devices().by_key(desk.key.spki_sha256())->state, DeviceState::revoked) << "the gate still knows it";
  EXPECT_TRUE(house.access->enrolment().state(desk.device, desk.poll_token)->certificate_pem.empty());
  house.restart();
  EXPECT_EQ(house.access->sessions().check(in.token, desk.device, true).error().code, ErrorCode::denied);
}

TEST_F(DevicesTest, EachStepIsJournalled) {
  const Desk desk = house.enrol(account, false);
  ASSERT_TRUE(devices().view(desk.device, house.admin).has_value());
  ASSERT_TRUE(devices().view(desk.device, house.admin).has_value());
  ASSERT_TRUE(devices().approve(desk.device, "", house.admin).has_value());
  ASSERT_TRUE(devices().revoke(desk.device, house.admin).has_value());
  ASSERT_TRUE(devices().wiped(desk.device).has_value());
  ASSERT_TRUE(devices().wiped(desk.device).has_value());
  std::vector<EventKind> kinds;
  for (const auto& event : house.events()) {
    if (event.subject_type != SubjectType::device || event.subject != desk.device.value) continue;
    kinds.push_back(event.kind);
    const bool by_admin = event.kind == EventKind::device_viewed || event.kind == EventKind::device_approved ||
                          event.kind == EventKind::device_revoked;
    if (by_admin) EXPECT_EQ(event.actor, house.admin.account);
  }
  const std::vector<EventKind> expected{EventKind::device_enrolment_requested, EventKind::device_viewed,
                                        EventKind::device_approved, EventKind::device_revoked, EventKind::device_wiped};
  EXPECT_EQ(kinds, expected);
}

}  // namespace
}  // namespace guardline::access::test
