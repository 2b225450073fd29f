// What the delivered program says to words and folders that are wrong, and how it ends.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/house.h"
#include "tests/hub/program.h"

#include <fstream>

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace guardline::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr auto kId = "018f0000-0000-7000-8000-000000000000";

TEST(Usage, EachCommandExplainsItselfAndEndsWithTwo) {
  const Folder folder;
  const auto dir = (folder.path / "hub").string();
  const std::vector<std::vector<std::string>> wrong{
      {"init"},
      {"init", dir, "more"},
      {"init", dir, "--ops", ":7443"},
      {"init", dir, "--open", "127.0.0.1:70000"},
      {"init", dir, "--open", "127.0.0.1"},
      {"init", dir, "--partitions", "0"},
      {"init", dir, "--partitions", "8x"},
      {"init", dir, "--partitions"},
      {"init", dir, "--colour", "red"},
      {"serve", dir, "more"},
      {"demo"},
      {"demo", dir, "more"},
      {"demo", dir, "--investors", "0"},
      {"demo", dir, "--messages", "-1"},
      {"demo", dir, "--seed", "one"},
      {"demo", dir, "--fast"},
      {"verify"},
      {"verify", dir, "more"},
      {"rebuild"},
      {"rebuild", dir, "more"},
      {"rebuild", dir, "--fast"},
      {"admin"},
      {"admin", dir},
      {"admin", dir, "devices", "more"},
      {"admin", dir, "account"},
      {"admin", dir, "unlock"},
      {"admin", dir, "code", "a", "b"},
      {"admin", dir, "view", "no-id"},
      {"admin", dir, "refuse", "no-id"},
      {"admin", dir, "revoke", "no-id"},
      {"admin", dir, "progress", "no-id"},
      {"admin", dir, "end-links", "no-id"},
      {"admin", dir, "erase", "no-id", "--confirm", "no-id"},
      {"admin", dir, "erase", kId},
      {"admin", dir, "erase", kId, "--confirm", "another"},
      {"admin", dir, "dance", "x"},
      {"admin", dir, "devices", "--fast"},
  };
  for (const auto& words : wrong) {
    const auto done = hub(words);
    std::string line;
    for (const auto& word : words) line += word + " ";
    EXPECT_EQ(done.code, 2) << line;
    EXPECT_THAT(done.err, StartsWith("guardline-hub: ")) << line;
    EXPECT_EQ(done.out, "") << line;
  }
  EXPECT_FALSE(std::filesystem::exists(dir)) << "none of these made anything";
}

TEST(Usage, WithoutARunningHubEachOrderEndsWithOne) {
  const Folder folder;
  for (const std::vector<std::string>& order : {std::vector<std::string>{"unlock", "li"},
                                                {"code", "li"},
                                                {"account", "li"},
                                                {"progress", kId},
                                                {"end-links", kId},
                                                {"erase", kId, "--confirm", kId},
                                                {"view", kId},
                                                {"approve", kId, "--tail", "AABBCCDD"},
                                                {"refuse", kId},
                                                {"revoke", kId},
                                                {"notice", "--key", "k"}}) {
    std::vector<std::string> words{"admin", folder.path.string()};
    words.insert(words.end(), order.begin(), order.end());
    const auto done = hub(words, "{}\n");
    EXPECT_EQ(done.code, 1) << order[0];
    EXPECT_THAT(done.err, HasSubstr("no hub is running on this folder")) << order[0];
  }
}

TEST(Usage, EachCommandNamesWhatIsWrongWithTheFolder) {
  const Folder folder;
  const auto dir = (folder.path / "hub").string();
  const auto made = hub({"init", dir, "--ops", "127.0.0.1:0", "--open", "127.0.0.1:0"});
  ASSERT_EQ(made.code, 0) << made.err;
  const auto config = read_file(dir + "/hub.json");
  const std::vector<std::string> commands{"serve", "demo", "verify", "rebuild"};
  const auto each_says = [&](std::string_view what) {
    for (const auto& command : commands) {
      const auto done = hub({command, dir});
      EXPECT_NE(done.code, 0) << command;
      EXPECT_THAT(done.err, HasSubstr(std::string(what))) << command;
    }
  };
  const auto put = [&](const std::string& name, const std::string& text, mode_t mode = 0600) {
    std::ofstream(dir + "/" + name, std::ios::binary | std::ios::trunc) << text;
    ::chmod((dir + "/" + name).c_str(), mode);
  };
  put("hub.json", "{");
  each_says("hub.json");
  put("hub.json", config, 0644);
  each_says("hub.json is open to others");
  put("hub.json", config);

  const auto key = read_file(dir + "/keys/wrap.key");
  put("keys/wrap.key", "short");
  each_says("wrap.key");
  put("keys/wrap.key", key);
  const auto database = read_file(dir + "/keys/db.key");
  put("keys/db.key", std::string(32, 'x'));
  for (const auto& command : commands) EXPECT_NE(hub({command, dir}).code, 0) << command << " with another file's key";
  put("keys/db.key", database);
  EXPECT_EQ(hub({"verify", dir}).code, 0) << "nothing of this has hurt it";

  std::filesystem::rename(dir + "/log", dir + "/log.aside");
  put("log", "a file where a folder belongs");
  const auto served = hub({"serve", dir});
  EXPECT_EQ(served.code, 1);
  EXPECT_THAT(served.err, HasSubstr("the log can't be written"));
  std::filesystem::remove(dir + "/log");
  std::filesystem::rename(dir + "/log.aside", dir + "/log");

  const auto people = (folder.path / "no" / "people.txt").string();
  EXPECT_EQ(hub({"demo", dir, "--investors", "2", "--messages", "0", "--people", people}).code, 1);
  const auto public_url = hub({"init", (folder.path / "second").string(), "--public", "hub.example/path"});
  EXPECT_EQ(public_url.code, 2) << public_url.err;
  EXPECT_FALSE(std::filesystem::exists(folder.path / "second"));
  EXPECT_NE(hub({"init", (folder.path / "third").string(), "--partitions", "65"}).code, 0) << "at most 64";
  EXPECT_FALSE(std::filesystem::exists(folder.path / "third"));
}

}  // namespace
}  // namespace guardline::test
