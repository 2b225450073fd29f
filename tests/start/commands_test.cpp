// verify, rebuild and demo on a record that is broken or breaks. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/demo/demo.h"
#include "tests/start/hub_folder.h"
#include "tests/support/breaks.h"

#include <set>

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using test_support::Breaks;

class Commands : public HubFolder {
 protected:
  Commands() {
    const auto filled = command(cli::demo, {dir.string(), "--investors", "12", "--messages", "40"});
    EXPECT_EQ(filled.code, 0) << filled.text;
    EXPECT_EQ(trouble(), "");  // the projections stand, and so do the tables of every part
  }
};

TEST_F(Commands, EachSaysWhichTableItCantRead) {
  struct Word {
    int (*run)(cli::Args);
    std::set<std::string> refused{};
  };
  Word words[] = {{cli::verify}, {cli::rebuild}};
  without_each_table([&](const std::string& table) {
    for (auto& word : words) {
      const auto said = command(word.run, {dir.string()});
      EXPECT_THAT(said.code, testing::AnyOf(0, 1, 2));
      if (said.code == 0) continue;
      word.refused.insert(table);
      EXPECT_NE(said.text, "");
    }
  });
  for (const auto& word : words) EXPECT_GE(word.refused.size(), 3U);
  EXPECT_TRUE(words[0].refused.contains("spine"));
  EXPECT_TRUE(words[1].refused.contains("spine"));
  EXPECT_EQ(command(cli::rebuild, {dir.string()}).code, 0);
  EXPECT_EQ(verify().code, 0);
}

TEST(DemoBreaks, AtEachAccessOfTheStoreAndSaysSo) {
  int refused = 0;
  // The first accesses one by one, then ever more rarely: each round makes a hub.
  for (int n = 1; n < 4000; n += n < 8 ? 1 : n / 4) {
    SCOPED_TRACE(n);
    const TempFolder folder;
    const auto dir = folder.path() / "hub";
    ASSERT_EQ(init(dir).code, 0);
    const auto config = setup::load_config(dir / "hub.json");
    const auto keys = setup::load_keys(dir / "keys");
    ASSERT_TRUE(config && keys);
    Breaks breaks;
    const SystemClock clock;
    auto spine =
        setup::open_spine(breaks.over(setup::stores_of(dir, *config, *keys), {spine::Use::commit}), *keys, clock);
    ASSERT_TRUE(spine) << spine.error().message;
    breaks.shut({spine::Use::commit});  // what is lost is not found again
    breaks.arm(n);
    const auto done =
        demo::fill(**spine, keys->pseudonym.view(), clock, {.investors = 110, .messages = 700, .seed = 3});
    const bool broke = breaks.broke();
    breaks.disarm();
    (*spine)->stop();
    if (!broke) {
      ASSERT_TRUE(done) << done.error().message;
      EXPECT_EQ(done->investors, 110U);
      EXPECT_EQ(done->messages, 700U);
      EXPECT_GT(refused, 8);
      return;
    }
    if (!done) {
      ++refused;
      EXPECT_THAT(done.error().code, testing::AnyOf(ErrorCode::io, ErrorCode::unavailable, ErrorCode::exhausted))
          << done.error().message;
    }
    EXPECT_EQ(command(cli::verify, {dir.string()}).code, 0) << "what is there is whole";
  }
  ADD_FAILURE() << "no end";
}

TEST_F(Commands, DemoNeedsSomebody) {
  const auto config = setup::load_config(dir / "hub.json");
  const auto keys = setup::load_keys(dir / "keys");
  ASSERT_TRUE(config && keys);
  auto spine = setup::open_spine(setup::stores_of(dir, *config, *keys), *keys, clock);
  ASSERT_TRUE(spine);
  const auto nobody = demo::fill(**spine, keys->pseudonym.view(), clock, {.investors = 0, .messages = 1, .seed = 1});
  ASSERT_FALSE(nobody);
  EXPECT_EQ(nobody.error().code, ErrorCode::invalid_argument);
}

}  // namespace
}  // namespace guardline::test
