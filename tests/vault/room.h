// A vault in a folder of the test's own, and a clock to move. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault.h"
#include "tests/support/process.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace guardline::app::test {

/// Wall and monotonic time apart, as they are.
class TwoClocks final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override { return wall; }
  [[nodiscard]] Micros steady() const override { return monotonic; }
  void pass(Micros time) {
    wall += time;
    monotonic += time;
  }
  Timestamp wall{std::chrono::seconds(1'790'000'000)};
  Micros monotonic{std::chrono::hours(5)};
};

inline VaultSecrets secrets(std::string_view password = "a long enough password", std::uint8_t keychain = 1,
                            std::uint8_t hub = 2) {
  return {crypto::Secret::copy_of(password), crypto::Secret::copy_of(Bytes(32, keychain)),
          crypto::Secret::copy_of(Bytes(32, hub))};
}

inline PersonCopy person(int number, std::string words = "陈*明 138****6204 6088****2917") {
  Uuid id{};
  id[0] = 1;
  for (int i = 0; i < 4; ++i) id[static_cast<std::size_t>(15 - i)] = static_cast<std::uint8_t>(number >> (8 * i));
  const Timestamp at(std::chrono::seconds(1'789'999'000 + number));
  return {.investor = InvestorId{id},
          .body = "{\"name\":\"" + words + "\"}",
          .words = std::move(words),
          .as_of = at,
          .opened_at = at,
          .followed = false};
}

class VaultRoom : public testing::Test {
 protected:
  VaultRoom() {
    // Cheap on purpose: what is tested here is not the price of the hash.
    options.kdf = {.passes = 1, .memory_kib = 64, .lanes = 1};
  }
  std::unique_ptr<Vault> make() {
    auto made = Vault::make(place, secrets(), clock, options);
    EXPECT_TRUE(made) << made.error().detail;
    return made ? std::move(*made) : nullptr;
  }
  auto open(const VaultSecrets& with = secrets()) { return Vault::open(place, with, clock, options); }
  /// What stands in the way; nothing when it opens.
  std::optional<models::VaultTrouble> trouble(const VaultSecrets& with = secrets()) {
    const auto opened = open(with);
    return opened ? std::nullopt : std::optional(opened.error().trouble);
  }
  /// Sixty people with three entries each, closed.
  void fill() {
    const auto vault = make();
    ASSERT_TRUE(vault);
    for (int i = 0; i < 60; ++i) {
      const auto one = person(i, "周" + std::to_string(i) + "* 139****" + std::to_string(7000 + i));
      ASSERT_TRUE(vault->store().put(one));
      std::vector<EntryCopy> entries;
      for (int k = 0; k < 3; ++k) {
        entries.push_back({.message = MessageId{one.investor.value},
                           .planned_at = one.as_of + std::chrono::minutes(k),
                           .body = std::string(300, 'x'),
                           .as_of = one.as_of});
      }
      ASSERT_TRUE(vault->store().put(one.investor, entries));
    }
  }
  std::string database() const { return place.database().string(); }

  guardline::test::TempFolder folder;
  TwoClocks clock;
  VaultOptions options;
  VaultPlace place{folder.path() / "vault", "p1"};
};

}  // namespace guardline::app::test
