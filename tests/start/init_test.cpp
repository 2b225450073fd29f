// guardline-hub init, with each call of the system that it makes failing in turn. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "tests/start/failing_calls.h"
#include "tests/start/hub_folder.h"

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::size_t entries(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

/// Each call of `kinds` fails in turn, until an init comes through without: nothing is left, or a whole hub.
void each_call_fails(std::initializer_list<Call> kinds, int least) {
  int refused = 0;
  for (int n = 0; n < 2000; ++n) {
    SCOPED_TRACE(n);
    const TempFolder folder;
    const auto dir = folder.path() / "hub";
    Said said;
    bool happened = false;
    {
      const FailingCall call(kinds, n);
      said = init(dir);
      happened = call.happened();
    }
    if (said.code != 0) {
      EXPECT_EQ(said.code, 1);
      EXPECT_THAT(said.text, StartsWith("guardline-hub: "));
      ++refused;
    }
    if (std::filesystem::exists(dir)) {
      // After the last rename only the folder above can fail to be synced: said, but the hub is whole.
      EXPECT_EQ(entries(folder.path()), 1U);
      EXPECT_EQ(command(cli::verify, {dir.string()}).code, 0) << "there, so whole";
    } else {
      EXPECT_NE(said.code, 0) << "what is not there was not made";
      EXPECT_EQ(entries(folder.path()), 0U) << "no keys of a hub that is none";
    }
    if (!happened) {
      EXPECT_EQ(said.code, 0) << said.text;
      EXPECT_GE(refused, least);
      return;
    }
  }
  ADD_FAILURE() << "no end";
}

TEST(InitBreaks, AtEachOpening) { each_call_fails({Call::open}, 10); }
TEST(InitBreaks, AtEachWrite) { each_call_fails({Call::write}, 10); }
TEST(InitBreaks, AtEachSync) { each_call_fails({Call::fsync}, 10); }
TEST(InitBreaks, AtEachNameAndFolder) { each_call_fails({Call::rename, Call::mkdir}, 15); }

TEST(Init, HostsOfItsOwn) {
  const TempFolder folder;
  const auto dir = folder.path() / "hub";
  const auto said = command(cli::init, {dir.string(), "--name", "示例证券", "--ops", "localhost:0", "--open",
                                        "[::1]:65535", "--public", "https://hub.example"});
  ASSERT_EQ(said.code, 0) << said.text;
  const auto config = setup::load_config(dir / "hub.json");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->name, "示例证券");
  EXPECT_EQ(config->ops.host, "localhost");
  EXPECT_EQ(config->open.port, 65535);
  EXPECT_EQ(config->public_url, "https://hub.example");
  const auto again = command(cli::init, {dir.string()});
  EXPECT_EQ(again.code, 1);
  EXPECT_THAT(again.text, HasSubstr("already"));
}

}  // namespace
}  // namespace guardline::test
