// The outbox: cut anywhere, damaged anywhere, nothing lost that was acknowledged. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "app/outbox/outbox.h"

#include "app/outbox/frames.h"
#include "core/wire/codec.h"
#include "tests/support/process.h"

#include <algorithm>
#include <csignal>
#include <filesystem>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace guardline::app {
namespace {

using api::OutboxKind;
using guardline::test::read_file;
using guardline::test::write_file;

const Timestamp kNow(std::chrono::seconds(1'790'000'000));

api::OutboxAct act(int number) {
  return {.kind = OutboxKind::alert_acknowledge,
          .account = "risk",
          .subject = AlertId{Uuid{static_cast<std::uint8_t>(number)}}.text(),
          .key = "wish-" + std::to_string(number),
          .body = R"({"occurrence":1,"comment":"已电话告知 )" + std::to_string(number) + "\"}"};
}

class TheOutbox : public testing::Test {
 protected:
  TheOutbox() : hub(crypto::HpkeReceiver::from_raw(Bytes(32, 9)).value()) {}

  std::unique_ptr<Outbox> open() {
    auto opened = Outbox::open(file);
    EXPECT_TRUE(opened) << opened.error().message;
    return opened ? std::move(*opened) : nullptr;
  }
  OutboxId add(Outbox& outbox, int number, std::optional<OutboxId> instead_of = {}) {
    const auto added =
        outbox.add(act(number), hub.public_key(), owner, kNow + std::chrono::seconds(number), instead_of);
    EXPECT_TRUE(added) << added.error().message;
    return added.value_or(OutboxId{});
  }
  /// What the hub reads in an entry.
  api::OutboxAct opened(const OutboxItem& item) const {
    const auto plain =
        crypto::hpke_open(hub, as_bytes(api::kOutboxInfo), api::outbox_aad(item.id, item.made_at), item.box);
    EXPECT_TRUE(plain);
    return plain ? wire::from_json<api::OutboxAct>(plain->text()).value() : api::OutboxAct{};
  }
  static std::vector<OutboxId> ids(const Outbox& outbox) {
    std::vector<OutboxId> all;
    for (const auto& item : outbox.waiting()) all.push_back(item.id);
    return all;
  }

  guardline::test::TempFolder folder;
  std::filesystem::path file{folder.path() / "outbox"};
  crypto::HpkeReceiver hub;
  OwnerTag owner = owner_tag("device", "risk");
};

TEST_F(TheOutbox, KeepsWhatWasDoneForTheHubAlone) {
  {
    const auto outbox = open();
    add(*outbox, 1);
    add(*outbox, 2);
  }
  const auto outbox = open();
  ASSERT_EQ(outbox->waiting().size(), 2U);
  const auto& first = outbox->waiting().front();
  EXPECT_EQ(first.kind, OutboxKind::alert_acknowledge);
  EXPECT_EQ(first.owner, owner);
  EXPECT_EQ(first.made_at, kNow + std::chrono::seconds(1));
  EXPECT_EQ(opened(first).body, act(1).body);
  EXPECT_EQ(opened(first).account, "risk");
  const auto content = read_file(file);
  for (const auto* canary : {"已电话告知", "risk", "occurrence"}) EXPECT_EQ(content.find(canary), std::string::npos);
  struct stat info {};
  ASSERT_EQ(::stat(file.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
  // A box is bound to its entry: under another's name it does not open.
  const auto& second = outbox->waiting().back();
  EXPECT_FALSE(
      crypto::hpke_open(hub, as_bytes(api::kOutboxInfo), api::outbox_aad(second.id, second.made_at), first.box));
  EXPECT_NE(owner_tag("device", "other"), owner);
  EXPECT_NE(owner_tag("other", "risk"), owner);
}

TEST_F(TheOutbox, EditsTakeThePlaceAndWithdrawnOnesGo) {
  const auto outbox = open();
  const auto first = add(*outbox, 1);
  const auto second = add(*outbox, 2);
  const auto third = add(*outbox, 3);
  const auto edited = add(*outbox, 4, first);
  ASSERT_TRUE(outbox->withdraw(second));
  EXPECT_EQ(ids(*outbox), (std::vector{edited, third}));
  EXPECT_EQ(outbox->withdraw(second).error().code, ErrorCode::not_found);
  EXPECT_EQ(outbox->withdraw(first).error().code, ErrorCode::not_found) << "it has been replaced";
  EXPECT_EQ(outbox->add(act(5), hub.public_key(), owner, kNow, first).error().code, ErrorCode::not_found);
  ASSERT_TRUE(outbox->settle(third, api::OutboxOutcome::applied));
  EXPECT_EQ(ids(*open()), std::vector{edited}) << "and so it is after a restart";
  EXPECT_EQ(opened(open()->waiting().front()).body, act(4).body);
}

TEST_F(TheOutbox, RefusesWhatIsNoAct) {
  const auto outbox = open();
  auto wrong = act(1);
  wrong.subject = "x";
  EXPECT_EQ(outbox->add(wrong, hub.public_key(), owner, kNow).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(outbox->add(act(1), {}, owner, kNow).error().code, ErrorCode::invalid_argument)
      << "a public key of zeros agrees on nothing secret";
  EXPECT_TRUE(outbox->waiting().empty());
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(TheOutbox, CutAtEveryByteEachWholeEntryIsThereAndTheNextOneIsKept) {
  std::vector<std::size_t> ends{0};
  std::vector<OutboxId> added;
  {
    const auto outbox = open();
    for (int i = 1; i <= 3; ++i) {
      added.push_back(add(*outbox, i));
      ends.push_back(std::filesystem::file_size(file));
    }
  }
  const auto whole = read_file(file);
  ASSERT_EQ(whole.size(), ends.back());
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    write_file(file, std::string_view(whole).substr(0, size));
    const auto count = static_cast<std::size_t>(std::ranges::upper_bound(ends, size) - ends.begin()) - 1;
    const auto outbox = open();
    ASSERT_EQ(ids(*outbox), std::vector(added.begin(), added.begin() + static_cast<std::ptrdiff_t>(count))) << size;
    ASSERT_EQ(outbox->damage().gaps, std::ranges::find(ends, size) == ends.end() ? 1U : 0U) << size;
    const auto next = add(*outbox, 9);
    const auto again = open();
    ASSERT_EQ(again->waiting().size(), count + 1) << size;
    ASSERT_EQ(again->waiting().back().id, next) << size;
  }
}

TEST_F(TheOutbox, DamageAnywhereCostsAtMostTheEntryItHit) {
  {
    const auto outbox = open();
    for (int i = 1; i <= 3; ++i) add(*outbox, i);
  }
  const auto whole = read_file(file);
  const auto before = ids(*open());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x40);
    write_file(file, changed);
    const auto outbox = open();
    ASSERT_EQ(outbox->waiting().size(), 2U) << at;
    ASSERT_EQ(outbox->damage().gaps, 1U) << at;
    const auto hit = at * 3 / whole.size();
    std::vector<OutboxId> rest;
    for (std::size_t i = 0; i < 3; ++i) {
      if (i != hit) rest.push_back(before[i]);
    }
    ASSERT_EQ(ids(*outbox), rest) << at;
  }
}

TEST_F(TheOutbox, AFrameOfALaterVersionIsLeftAlone) {
  Bytes later(40, 0);
  later[0] = 2;
  const auto frame = frame_of(later);
  write_file(file, as_text(frame));
  const auto outbox = open();
  EXPECT_EQ(outbox->damage().unknown, 1U);
  EXPECT_EQ(outbox->damage().gaps, 0U);
  for (int i = 0; i < 400; ++i) ASSERT_TRUE(outbox->withdraw(add(*outbox, i % 200)));
  EXPECT_TRUE(read_file(file).starts_with(as_text(frame))) << "the file never starts over while it may hold work";
}

TEST_F(TheOutbox, StartsOverWhenAllIsSaidAndDone) {
  const auto outbox = open();
  const auto stays = add(*outbox, 1);
  for (int i = 0; i < 230; ++i) ASSERT_TRUE(outbox->settle(add(*outbox, i % 100), api::OutboxOutcome::applied));
  EXPECT_GT(std::filesystem::file_size(file), 65536U) << "not while something waits";
  EXPECT_EQ(ids(*open()), std::vector{stays});
  ASSERT_TRUE(outbox->settle(stays, api::OutboxOutcome::refused));
  EXPECT_FALSE(std::filesystem::exists(file));
  const auto next = add(*outbox, 2);
  EXPECT_EQ(ids(*open()), std::vector{next});
}

TEST_F(TheOutbox, IsBounded) {
  const auto outbox = open();
  for (std::size_t i = 0; i < kMostWaiting; ++i) add(*outbox, 1);
  const auto more = outbox->add(act(1), hub.public_key(), owner, kNow);
  EXPECT_EQ(more.error().code, ErrorCode::exhausted);
  EXPECT_TRUE(outbox->add(act(2), hub.public_key(), owner, kNow, outbox->waiting().front().id)) << "an edit is no more";
  write_file(file, "");
  std::filesystem::resize_file(file, kMostOutboxFile + 1);
  EXPECT_EQ(Outbox::open(file).error().code, ErrorCode::exhausted);
}

TEST_F(TheOutbox, AFullDiskIsSaidAndLosesNothing) {
  const auto outbox = open();
  const auto first = add(*outbox, 1);
  const auto size = std::filesystem::file_size(file);
  // As a disk that ends in the middle of a frame.
  const rlimit small{size + 50, RLIM_INFINITY};
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = ::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto refused = outbox->add(act(2), hub.public_key(), owner, kNow);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  ::signal(SIGXFSZ, handler);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::exhausted);
  const auto third = add(*outbox, 3);
  EXPECT_EQ(ids(*open()), (std::vector{first, third}));
  EXPECT_EQ(open()->damage().gaps, 1U);
}

/// Any sequence of adding, editing, withdrawing and settling, with restarts: the file says what a list would.
RC_GTEST_FIXTURE_PROP(TheOutbox, SaysAfterARestartWhatAListWould, ()) {
  std::filesystem::remove(file);
  auto outbox = open();
  std::vector<OutboxId> model;
  for (int i = 0; i < 25; ++i) {
    const auto wish = *rc::gen::inRange(0, 6);
    const auto place = model.empty() ? 0 : *rc::gen::inRange<std::size_t>(0, model.size());
    if (wish <= 1 || model.empty()) {
      model.push_back(add(*outbox, i));
    } else if (wish == 2) {
      model[place] = add(*outbox, i, model[place]);
    } else if (wish == 3) {
      RC_ASSERT(outbox->withdraw(model[place]).has_value());
      model.erase(model.begin() + static_cast<std::ptrdiff_t>(place));
    } else if (wish == 4) {
      RC_ASSERT(outbox->settle(model[place], api::OutboxOutcome::conflict).has_value());
      model.erase(model.begin() + static_cast<std::ptrdiff_t>(place));
    } else {
      outbox = open();
    }
    RC_ASSERT(ids(*outbox) == model);
  }
}

TEST(Frames, AreFoundAmongAnything) {
  rc::check([](const std::vector<Bytes>& payloads, const Bytes& noise) {
    Bytes file(noise);
    for (const auto& payload : payloads) {
      const auto frame = frame_of(payload);
      file.insert(file.end(), frame.begin(), frame.end());
    }
    const auto scan = scan_frames(file);
    RC_ASSERT(scan.payloads == payloads);
    RC_ASSERT(scan.gaps == (noise.empty() ? 0U : 1U));
  });
}

}  // namespace
}  // namespace guardline::app
