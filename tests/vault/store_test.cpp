// What the vault holds: bounds, order, search in Chinese. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bigrams.h"
#include "tests/vault/room.h"

#include <algorithm>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace guardline::app {
namespace {

using test::person;

class TheStore : public test::VaultRoom {
 protected:
  void SetUp() override {
    options.limits.people = 20;
    options.limits.entries = 5;
    options.limits.followed = 3;
    vault = make();
    ASSERT_TRUE(vault);
    store = &vault->store();
  }
  std::vector<std::string> found(std::string_view needle) {
    const auto hits = store->search(needle, 50);
    EXPECT_TRUE(hits) << hits.error().message;
    std::vector<std::string> words;
    for (const auto& hit : *hits) words.push_back(hit.words);
    return words;
  }
  std::unique_ptr<Vault> vault;
  VaultStore* store{};
};

TEST_F(TheStore, FindsAnyPieceOfTheWords) {
  ASSERT_TRUE(store->put(person(1, "陈*明 138****6204 N-0417")));
  ASSERT_TRUE(store->put(person(2, "欧阳*婷 ＡＢＣ１２３ Müller")));
  ASSERT_TRUE(store->put(person(3, "𠮷野 6088****7712")));
  using Words = std::vector<std::string>;
  EXPECT_EQ(found("陈"), Words{"陈*明 138****6204 n-0417"});
  EXPECT_EQ(found("*明"), Words{"陈*明 138****6204 n-0417"});
  EXPECT_EQ(found("陈*明"), Words{"陈*明 138****6204 n-0417"});
  EXPECT_EQ(found("陈明"), Words{}) << "the index alone would say yes";
  EXPECT_EQ(found("6204 N"), Words{"陈*明 138****6204 n-0417"});
  EXPECT_EQ(found("欧阳").size(), 1U);
  EXPECT_EQ(found("阳").size(), 1U);
  EXPECT_EQ(found("abc123").size(), 1U) << "full width and case are folded";
  EXPECT_EQ(found("ÜLL").size(), 1U);
  EXPECT_EQ(found("𠮷").size(), 1U) << "beyond the basic plane";
  EXPECT_EQ(found("𠮷野").size(), 1U);
  EXPECT_EQ(found("****").size(), 2U) << "signs only";
  EXPECT_EQ(found("王"), Words{});
  EXPECT_EQ(found(""), Words{});
  EXPECT_EQ(found("  "), Words{});
  EXPECT_EQ(found("\" OR *"), Words{});
  EXPECT_FALSE(store->search("\xff", 5)) << "no text";
}

TEST_F(TheStore, SearchAndPlainLookingAgree) {
  const std::vector<std::string> letters{"陈", "明", "周", "1", "2", "a", "B", "*", " ", "𠮷"};
  rc::check([&] {
    const auto word = [&](int least, int most) {
      std::string text;
      for (auto left = *rc::gen::inRange(least, most); left > 0; --left) {
        text += *rc::gen::elementOf(letters);
      }
      return text;
    };
    std::vector<std::string> words;
    for (int i = 0; i < 8; ++i) {
      words.push_back(word(0, 9));
      RC_ASSERT(store->put(person(i, words.back())).has_value());
    }
    const auto needle = word(1, 4);
    const auto folded = text::fold(needle).value();
    std::vector<std::string> expected;
    if (folded.find_first_not_of(' ') != std::string::npos) {
      for (const auto& each : words) {
        const auto plain = text::fold(each).value();
        if (plain.find(folded) != std::string::npos) expected.push_back(plain);
      }
    }
    auto got = found(needle);
    std::ranges::sort(got);
    std::ranges::sort(expected);
    RC_ASSERT(got == expected);
  });
}

TEST_F(TheStore, APersonPutAgainIsFoundByTheNewWordsOnly) {
  ASSERT_TRUE(store->put(person(1, "陈*明")));
  ASSERT_TRUE(store->follow(person(1).investor, true));
  auto again = person(1, "陈*华");
  again.opened_at += std::chrono::hours(1);
  ASSERT_TRUE(store->put(again));
  EXPECT_TRUE(found("明").empty());
  EXPECT_EQ(found("华").size(), 1U);
  const auto kept = store->person(again.investor);
  ASSERT_TRUE(kept && *kept);
  EXPECT_TRUE((*kept)->followed) << "looking at somebody again does not end following them";
  EXPECT_EQ((*kept)->opened_at, again.opened_at);
  EXPECT_EQ(store->count_people().value(), 1U);
}

TEST_F(TheStore, FollowsNoMoreThanItMay) {
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(store->put(person(i)));
  ASSERT_EQ(options.limits.followed, 3U);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(store->follow(person(i).investor, true));
  EXPECT_EQ(store->count_followed().value(), 3U);
  EXPECT_EQ(store->follow(person(3).investor, true).error().code, ErrorCode::exhausted);
  EXPECT_FALSE((*store->person(person(3).investor))->followed);
  EXPECT_TRUE(store->follow(person(0).investor, true)) << "who is followed already may be told so again";
  ASSERT_TRUE(store->follow(person(1).investor, false));
  ASSERT_TRUE(store->follow(person(1).investor, false));
  EXPECT_TRUE(store->follow(person(3).investor, true));
  EXPECT_EQ(store->count_followed().value(), 3U);
  // Let go of, somebody is forgotten like anybody else.
  ASSERT_TRUE(store->forget(person(9).opened_at));
  EXPECT_EQ(store->count_people().value(), 3U);
  EXPECT_FALSE(store->person(person(1).investor)->has_value());
}

TEST_F(TheStore, IsBoundedAndForgetsTheLeastUseful) {
  ASSERT_TRUE(store->put(person(0, "甲零")));
  ASSERT_TRUE(store->follow(person(0).investor, true));
  for (int i = 1; i <= 30; ++i) {
    ASSERT_TRUE(store->put(person(i, "甲" + std::to_string(i))));
    ASSERT_TRUE(store->put(person(i).investor, {{.message = MessageId{person(i).investor.value},
                                                 .planned_at = clock.now(),
                                                 .body = "x",
                                                 .as_of = clock.now()}}));
  }
  const auto people = store->people(100).value();
  ASSERT_EQ(people.size(), 20U);
  EXPECT_EQ(people.front().investor, person(0).investor) << "followed: stays although opened first, and leads the list";
  EXPECT_EQ(people[1].investor, person(30).investor) << "then last opened first";
  EXPECT_EQ(people.back().investor, person(12).investor);
  EXPECT_TRUE(found("甲5").empty());
  EXPECT_TRUE(store->entries(person(5).investor, 10)->empty());
  EXPECT_EQ(store->entries(person(30).investor, 10)->size(), 1U);
  EXPECT_EQ(store->put(person(5).investor, std::vector<EntryCopy>{}).error().code, ErrorCode::not_found);
  EXPECT_EQ(store->follow(person(5).investor, true).error().code, ErrorCode::not_found);

  ASSERT_TRUE(store->forget(person(28).opened_at));
  EXPECT_EQ(store->count_people().value(), 4U) << "28, 29, 30 and the one followed";
  auto large = person(40);
  large.body.assign(options.limits.text + 1, 'x');
  EXPECT_EQ(store->put(large).error().code, ErrorCode::invalid_argument);
}

TEST_F(TheStore, KeepsTheNewestEntriesOfAPerson) {
  ASSERT_TRUE(store->put(person(1)));
  std::vector<EntryCopy> entries;
  for (int i = 0; i < 8; ++i) {
    entries.push_back({.message = MessageId{person(i).investor.value},
                       .planned_at = clock.now() + std::chrono::minutes(i),
                       .body = std::to_string(i),
                       .as_of = clock.now()});
  }
  ASSERT_TRUE(store->put(person(1).investor, entries));
  entries.resize(8);
  entries[7].body = "seven";
  ASSERT_TRUE(store->put(person(1).investor, {entries[7]}));
  const auto kept = store->entries(person(1).investor, 10).value();
  ASSERT_EQ(kept.size(), 5U);
  EXPECT_EQ(kept.front().body, "seven");
  EXPECT_EQ(kept.back().body, "3");
}

TEST_F(TheStore, SurvivesClosingAndOpening) {
  ASSERT_TRUE(store->put(person(1, "陈*明")));
  vault.reset();
  auto again = open();
  ASSERT_TRUE(again) << again.error().detail;
  EXPECT_EQ((*again)->store().search("陈", 5)->size(), 1U);
}

TEST(Bigrams, SayWhatTheyLookFor) {
  EXPECT_EQ(text::bigram_column("陈*明华 ab1"), "陈 明华 华 ab b1 1");
  EXPECT_EQ(text::bigram_query("明华"), "\"明华\"");
  EXPECT_EQ(text::bigram_query("陈*明华"), "\"陈\"* \"明华\"");
  EXPECT_EQ(text::bigram_query("***"), "");
  EXPECT_EQ(text::fold("ＡＢＣ１").value(), "abc1");
  EXPECT_EQ(text::fold("\xc3\x28").error().code, ErrorCode::invalid_argument);
}

}  // namespace
}  // namespace guardline::app
