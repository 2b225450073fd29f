// Every trouble of the local copy has words of its own, and says what becomes of what waits. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "models/offline/words.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace guardline::models {
namespace {

constexpr VaultTrouble kTroubles[] = {
    VaultTrouble::wrong_key, VaultTrouble::not_encrypted, VaultTrouble::older_format,  VaultTrouble::newer_format,
    VaultTrouble::corrupt,   VaultTrouble::lease_over,    VaultTrouble::offline_start, VaultTrouble::unavailable};

TEST(OfflineWords, EachTroubleHasItsOwnAndNamesWhatWaits) {
  std::set<QString> all;
  for (const auto trouble : kTroubles) {
    const auto words = vault_trouble_text(trouble, 37);
    EXPECT_TRUE(all.insert(words).second) << "said twice: " << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("37"))) << words.toStdString();
    // What to do stands in the sentence that a button belongs to.
    EXPECT_EQ(words.contains(QStringLiteral("重建副本")), can_rebuild(trouble)) << words.toStdString();
  }
  EXPECT_TRUE(all.insert(vault_trouble_text(VaultTrouble::absent, 0)).second);
  EXPECT_FALSE(can_rebuild(VaultTrouble::absent));
}

TEST(OfflineWords, TheLeaseIsToldInHoursAndMinutesAndWarnedOfTwice) {
  using std::chrono::hours;
  using std::chrono::minutes;
  EXPECT_EQ(lease_text(hours(72) - minutes(1)), QStringLiteral("71:59"));
  EXPECT_EQ(lease_text(minutes(59) + std::chrono::seconds(59)), QStringLiteral("00:59"));
  EXPECT_EQ(lease_text(Micros::zero()), QStringLiteral("00:00"));
  EXPECT_TRUE(lease_warning_text(hours(9)).isEmpty());
  const auto eight = lease_warning_text(hours(8));
  const auto one = lease_warning_text(hours(1));
  EXPECT_FALSE(eight.isEmpty());
  EXPECT_FALSE(one.isEmpty());
  EXPECT_NE(eight, one);
  EXPECT_TRUE(lease_warning_text(Micros::zero()).isEmpty());
}

TEST(OfflineWords, TheBannerSaysSinceWhenAndUntilWhen) {
  const Timestamp now(std::chrono::seconds(1'790'000'000));
  OfflineState state;
  state.away = true;
  state.since = now - std::chrono::minutes(5);
  const auto none = offline_banner_text(state, now);
  state.vault.open = true;
  state.vault.lease_left = std::chrono::hours(3);
  const auto open = offline_banner_text(state, now);
  EXPECT_NE(none, open);
  for (const auto& words : {none, open}) EXPECT_FALSE(words.contains(QLatin1Char('%'))) << words.toStdString();
  state.vault.lease_left = std::chrono::hours(4);
  EXPECT_NE(offline_banner_text(state, now), open);
}

TEST(OfflineWords, EveryTroubleOfTheQueueIsSaid) {
  std::set<QString> all;
  for (const auto trouble :
       {QueueTrouble::full, QueueTrouble::sealing, QueueTrouble::sending, QueueTrouble::gone, QueueTrouble::disk}) {
    EXPECT_TRUE(all.insert(queue_trouble_text(trouble)).second);
  }
  EXPECT_FALSE(all.contains(QString()));
}

}  // namespace
}  // namespace guardline::models
