// Whatever becomes of the local copy: a typed answer, words of its own that name what waits, and an outbox that nothing
// of it touches. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outbox/outbox.h"
#include "app/vault/files.h"
#include "app/vault/vault_header.h"
#include "core/wire/codec.h"
#include "models/offline/words.h"
#include "tests/vault/room.h"

#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <set>

namespace guardline::app {
namespace {

using guardline::test::read_file;
using guardline::test::run_program;
using guardline::test::write_file;
using models::VaultTrouble;
using test::secrets;

constexpr int kWaiting = 3;

class ADamagedCopy : public test::VaultRoom {
 protected:
  void SetUp() override {
    fill();
    head = read_file(place.head());
    whole = read_file(database());
    const auto opened = Outbox::open(outbox);
    ASSERT_TRUE(opened);
    for (int i = 0; i < kWaiting; ++i) ASSERT_TRUE((*opened)->add(act(i), hub.public_key(), owner, clock.now()));
    sealed = read_file(outbox);
  }
  static api::OutboxAct act(int number) {
    return {.kind = api::OutboxKind::alert_acknowledge,
            .account = "risk",
            .subject = AlertId{Uuid{static_cast<std::uint8_t>(number + 1)}}.text(),
            .key = "wish-" + std::to_string(number),
            .body = R"({"occurrence":1,"comment":"已电话告知"})"};
  }
  void restore() {
    write_file(place.head(), head);
    write_file(database(), whole);
  }
  /// All three are there, in their order, and the hub reads each.
  void expect_outbox(const std::string& what) {
    ASSERT_EQ(read_file(outbox), sealed) << what;
    const auto opened = Outbox::open(outbox);
    ASSERT_TRUE(opened) << what;
    ASSERT_EQ((*opened)->waiting().size(), std::size_t{kWaiting}) << what;
    for (int i = 0; i < kWaiting; ++i) {
      const auto& item = (*opened)->waiting()[static_cast<std::size_t>(i)];
      const auto plain =
          crypto::hpke_open(hub, as_bytes(api::kOutboxInfo), api::outbox_aad(item.id, item.made_at), item.box);
      ASSERT_TRUE(plain) << what;
      EXPECT_EQ(wire::from_json<api::OutboxAct>(plain->text())->key, "wish-" + std::to_string(i)) << what;
    }
  }
  void put_format(std::uint16_t format) {
    const auto bytes = write_header(*read_header(as_bytes(head)), format);
    write_file(place.head(), as_text(bytes));
  }

  std::filesystem::path outbox{folder.path() / "outbox"};
  crypto::HpkeReceiver hub{crypto::HpkeReceiver::from_raw(Bytes(32, 9)).value()};
  OwnerTag owner{owner_tag("device", "risk")};
  std::string head;
  std::string whole;
  std::string sealed;
};

TEST_F(ADamagedCopy, IsSaidInItsOwnWordsWhichNameWhatWaits) {
  struct Case {
    const char* name;
    VaultTrouble trouble;
    std::function<void()> damage;
    VaultSecrets with;
  };
  const auto nothing = [] {};
  std::vector<Case> cases;
  const auto add = [&](const char* name, VaultTrouble trouble, std::function<void()> damage,
                       VaultSecrets with = secrets()) {
    cases.push_back({name, trouble, std::move(damage), std::move(with)});
  };
  add("another password", VaultTrouble::wrong_key, nothing, secrets("another password"));
  add("another computer's secret", VaultTrouble::wrong_key, nothing, secrets("a long enough password", 3, 2));
  add("another hub's secret", VaultTrouble::wrong_key, nothing, secrets("a long enough password", 1, 3));
  add("a database in the clear", VaultTrouble::not_encrypted, [&] {
    std::filesystem::remove(database());
    run_program({"python3", "-c",
                 "import sqlite3,sys;c=sqlite3.connect(sys.argv[1]);c.execute('create table person(a)');c.commit()",
                 database()});
  });
  add("an older format", VaultTrouble::older_format, [&] { put_format(0); });
  add("a newer format", VaultTrouble::newer_format, [&] { put_format(kVaultFormat + 1); });
  add("no header", VaultTrouble::corrupt, [&] { std::filesystem::remove(place.head()); });
  add("no database", VaultTrouble::corrupt, [&] { std::filesystem::remove(database()); });
  add("an empty database", VaultTrouble::corrupt, [&] { write_file(database(), ""); });
  add("half a header", VaultTrouble::corrupt, [&] { write_file(place.head(), head.substr(0, head.size() / 2)); });
  add("a header of noise", VaultTrouble::corrupt, [&] { write_file(place.head(), std::string(200, 'x')); });
  add("pages in another order", VaultTrouble::corrupt, [&] {
    write_file(database(),
               whole.substr(0, 4096) + whole.substr(8192, 4096) + whole.substr(4096, 4096) + whole.substr(12288));
  });
  add("a folder in its place", VaultTrouble::unavailable, [&] {
    std::filesystem::remove(place.head());
    std::filesystem::create_directory(place.head());
  });
  std::map<VaultTrouble, QString> words;
  for (auto& each : cases) {
    each.damage();
    ASSERT_EQ(trouble(each.with), each.trouble) << each.name;
    const auto text = models::vault_trouble_text(each.trouble, kWaiting);
    EXPECT_TRUE(text.contains(QString::number(kWaiting))) << each.name;
    words.emplace(each.trouble, text);
    expect_outbox(each.name);
    std::filesystem::remove_all(place.head());
    restore();
    ASSERT_EQ(trouble(), std::nullopt) << each.name << ": put right it opens again";
  }
  std::set<QString> different;
  for (const auto& [trouble, text] : words) different.insert(text);
  EXPECT_EQ(different.size(), words.size());
  EXPECT_EQ(words.size(), 6U);
}

TEST_F(ADamagedCopy, CutAtEveryPageAndChangedAtFiveHundredBytesLeavesTheOutbox) {
  for (std::size_t size = 0; size < whole.size(); size += 4096) {
    write_file(database(), std::string_view(whole).substr(0, size));
    ASSERT_EQ(trouble(), VaultTrouble::corrupt) << size;
    ASSERT_EQ(read_file(outbox), sealed) << size;
  }
  std::mt19937 random(20261123);
  const auto all = whole + head;
  std::uniform_int_distribution<std::size_t> any(0, all.size() - 1);
  std::uniform_int_distribution<int> bits(1, 255);
  for (int i = 0; i < 500; ++i) {
    auto changed = all;
    const auto at = any(random);
    changed[at] = static_cast<char>(changed[at] ^ bits(random));
    write_file(database(), std::string_view(changed).substr(0, whole.size()));
    write_file(place.head(), std::string_view(changed).substr(whole.size()));
    ASSERT_EQ(trouble(), VaultTrouble::corrupt) << at;
    ASSERT_EQ(read_file(outbox), sealed) << at;
  }
  restore();
  EXPECT_EQ(trouble(), std::nullopt);
  expect_outbox("all of it");
}

TEST_F(ADamagedCopy, TheLeasesEndAndAClockSetBackTakeNothingThatWaits) {
  {
    const auto vault = open();
    ASSERT_TRUE(vault);
    clock.pass(options.lease - std::chrono::minutes(5));
    ASSERT_TRUE((*vault)->keep_lease());
  }
  // Back to the day on which it was given: not a minute is won.
  clock.wall -= std::chrono::hours(72);
  {
    const auto vault = open();
    ASSERT_TRUE(vault);
    EXPECT_TRUE((*vault)->lease().clock_set_back());
    EXPECT_EQ((*vault)->lease().left(), std::chrono::minutes(5));
    clock.pass(std::chrono::minutes(6));
    EXPECT_TRUE((*vault)->lease().over());
    ASSERT_TRUE((*vault)->keep_lease());
  }
  expect_outbox("set back");
  EXPECT_EQ(trouble(), VaultTrouble::lease_over);
  EXPECT_FALSE(std::filesystem::exists(place.head()));
  EXPECT_FALSE(std::filesystem::exists(place.database()));
  EXPECT_TRUE(models::vault_trouble_text(VaultTrouble::lease_over, kWaiting).contains(QString::number(kWaiting)));
  expect_outbox("over");
  EXPECT_EQ(trouble(), VaultTrouble::absent);
  ASSERT_TRUE(make()) << "online again";
  expect_outbox("begun anew");
}

/// And the other way round: what is wrong with the outbox is no trouble of the copy.
TEST_F(ADamagedCopy, ADamagedOutboxLeavesTheCopyAlone) {
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> any(0, sealed.size() - 1);
  for (int i = 0; i < 500; ++i) {
    auto changed = sealed;
    const auto at = any(random);
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    write_file(outbox, changed);
    const auto opened = Outbox::open(outbox);
    ASSERT_TRUE(opened) << at;
    ASSERT_EQ((*opened)->waiting().size(), std::size_t{kWaiting} - 1) << at << ": the entry that was hit, and no other";
    ASSERT_EQ((*opened)->damage().gaps, 1U) << at;
  }
  EXPECT_EQ(trouble(), std::nullopt);
}

}  // namespace
}  // namespace guardline::app
