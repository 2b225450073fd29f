// guardline-hub from init to verify. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/program.h"

#include "core/api/notice.h"
#include "core/wire/codec.h"
#include "tests/hub/house.h"

#include <csignal>
#include <fstream>

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace guardline::test {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

/// A new hub's folder with free ports.
class Program : public testing::Test {
 protected:
  Program()
      : dir((folder.path / "hub").string()), made(hub({"init", dir, "--ops", "127.0.0.1:0", "--open", "127.0.0.1:0"})) {
    EXPECT_EQ(made.code, 0) << made.err;
  }
  Finished fill(const std::string& investors = "20", const std::string& messages = "60") {
    return hub({"demo", dir, "--investors", investors, "--messages", messages, "--seed", "7", "--people",
                (folder.path / "people.txt").string()});
  }
  Finished admin(std::vector<std::string> words, const std::string& input = {}) {
    words.insert(words.begin(), {"admin", dir});
    return hub(std::move(words), input);
  }
  /// The store through the program that others wrote.
  std::string sql(const std::string& text) {
    std::string hex;
    for (const unsigned char c : read_file(dir + "/keys/db.key")) {
      static constexpr char kDigits[] = "0123456789abcdef";
      hex.append({kDigits[c >> 4U], kDigits[c & 15U]});
    }
    const auto done = run({"sqlcipher", dir + "/spine.db"}, "PRAGMA key = \"x'" + hex + "'\";\n" + text + ";\n");
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(done.err, "");
    return done.out;
  }
  static std::string notice(const std::string& tier) {
    return R"({"template":"margin-call","version":1,"category":"core_risk","variables":[{"name":"ratio","value":"130"},)"
           R"({"name":"line","value":"140"},{"name":"deadline","value":"15:00"}],"audience":{"tiers":[")" +
           tier + R"("]},"route":[{"mode":"parallel","channels":["sms","email"],"wait_seconds":0}],"drill":false})";
  }
  Folder folder;
  std::string dir;
  Finished made;
};

TEST_F(Program, InitMakesAFolderForItsOwnerOnlyAndOnlyOnce) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(dir)) {
    struct stat info {};
    ASSERT_EQ(::lstat(entry.path().c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 077U, 0U) << entry.path();
  }
  const auto before = read_file(dir + "/keys/db.key");
  const auto again = hub({"init", dir});
  EXPECT_EQ(again.code, 1);
  EXPECT_THAT(again.err, HasSubstr("there is a hub in this folder already"));
  EXPECT_EQ(read_file(dir + "/keys/db.key"), before);
}

TEST_F(Program, AnInitThatFailsLeavesNothingAndWhatWasThereBeforeStays) {
  const auto here = [&] {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path))
      names.push_back(entry.path().filename().string());
    return names;
  };
  const auto other = (folder.path / "other").string();
  const auto failed = hub({"init", other, "--postgres", "host=/nowhere connect_timeout=2"});
  EXPECT_EQ(failed.code, 1);
  EXPECT_THAT(here(), testing::ElementsAre("hub")) << "no keys of a hub that is none";

  // An empty folder is one to be filled: it stays empty until all is well.
  std::filesystem::create_directory(other);
  EXPECT_EQ(hub({"init", other, "--postgres", "host=/nowhere connect_timeout=2"}).code, 1);
  EXPECT_TRUE(std::filesystem::is_empty(other));
  EXPECT_EQ(here().size(), 2U);
  const auto again = hub({"init", other + "/"});
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_TRUE(std::filesystem::exists(other + "/hub.json"));
  EXPECT_EQ(hub({"verify", other}).code, 0);

  const auto full = folder.path / "full";
  std::filesystem::create_directory(full);
  std::ofstream(full / "letter") << "mine";
  const auto refused = hub({"init", full});
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.err, HasSubstr("not empty"));
  EXPECT_EQ(read_file(full / "letter"), "mine");
  EXPECT_EQ(here().size(), 3U);
}

TEST_F(Program, TheDemosPeopleReadWhatReachedThemAndNotInTheFuture) {
  ASSERT_EQ(fill("20", "400").code, 0);
  // 200 opened, 203 read_confirmed, 114 delivered: an act of a reader has a delivery that arrived before it.
  EXPECT_THAT(sql("SELECT 'acts ' || (count(*) > 50) || (max(occurred_at) <= max(recorded_at)) FROM spine "
                  "WHERE kind IN (200, 203)"),
              testing::EndsWith("acts 11\n"));
  EXPECT_THAT(
      sql("SELECT 'orphans ' || count(*) FROM spine r WHERE r.kind IN (200, 203) AND NOT EXISTS "
          "(SELECT 1 FROM spine d WHERE d.kind = 114 AND d.delivery = r.delivery AND d.occurred_at < r.occurred_at)"),
      testing::EndsWith("orphans 0\n"));
}

TEST_F(Program, ServingForgetsWhatIsOver) {
  ASSERT_EQ(fill().code, 0);  // opens the record, so that its tables are there
  sql("INSERT INTO access_ticket VALUES (x'01', x'02', x'03', '', 1)");
  ASSERT_THAT(sql("SELECT 'left ' || count(*) FROM access_ticket"), testing::EndsWith("left 1\n"));
  Serving serving(dir);
  ASSERT_NE(serving.ready(), "");
  EXPECT_TRUE(eventually([&] { return sql("SELECT 'left ' || count(*) FROM access_ticket").ends_with("left 0\n"); }));
  EXPECT_EQ(serving.end(SIGTERM), 0);
}

TEST_F(Program, WrongWordsAreExplained) {
  EXPECT_EQ(hub({}).code, 2);
  EXPECT_EQ(hub({"dance"}).code, 2);
  EXPECT_EQ(hub({"serve"}).code, 2);
  EXPECT_EQ(hub({"verify", dir, "--fast"}).code, 2);
  EXPECT_THAT(hub({"verify", dir, "--fast"}).err, HasSubstr("--fast"));
  EXPECT_EQ(hub({"init", folder.path / "x", "--partitions", "none"}).code, 2);
  EXPECT_EQ(hub({"init", folder.path / "y", "--ops", "somewhere"}).code, 2);
  EXPECT_EQ(hub({"demo", dir, "--investors"}).code, 2);
  const auto nowhere = hub({"serve", folder.path / "nowhere"});
  EXPECT_EQ(nowhere.code, 1);
  EXPECT_THAT(nowhere.err, HasSubstr("init"));
}

TEST_F(Program, AdminWithoutARunningHubSaysSo) {
  for (const auto& target : {dir, (folder.path / "nowhere").string()}) {
    const auto refused = hub({"admin", target, "devices"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("no hub is running on this folder"));
    EXPECT_EQ(refused.out, "");
  }
  EXPECT_EQ(admin({"dance"}).code, 2);
  EXPECT_EQ(admin({"approve", "not-an-id"}).code, 2);
  EXPECT_EQ(admin({"notice"}, "{}").code, 2) << "a notice needs a key";
  EXPECT_EQ(admin({"account", "li", "--role", "king"}, "x\n").code, 2);
}

TEST_F(Program, TheDemoIsIntactAndAnEditedRowIsNamed) {
  const auto filled = fill();
  ASSERT_EQ(filled.code, 0) << filled.err;
  EXPECT_THAT(filled.out, StartsWith("20 investors, 60 messages, "));
  const auto intact = hub({"verify", dir});
  EXPECT_EQ(intact.code, 0) << intact.out;
  EXPECT_THAT(intact.out, HasSubstr("\nintact\n"));

  // The row's number in its partition comes from the store, so the test can't pass by luck.
  const auto row = sql("SELECT partition || ' ' || seq FROM spine WHERE kind = 113 LIMIT 1 OFFSET 3");
  int partition = -1;
  int seq = -1;
  const auto digits = row.substr(row.find_last_not_of("0123456789 \n") + 1);
  ASSERT_EQ(std::sscanf(digits.c_str(), "%d %d", &partition, &seq), 2) << row;
  sql("UPDATE spine SET occurred_at = occurred_at + 1 WHERE partition = " + std::to_string(partition) +
      " AND seq = " + std::to_string(seq));
  const auto edited = hub({"verify", dir});
  EXPECT_EQ(edited.code, 1);
  EXPECT_THAT(edited.out, HasSubstr("NOT intact"));
  EXPECT_THAT(edited.out, MatchesRegex(".*\nDEFECT: [^\n]*" + std::to_string(partition) + "[^\n]*" +
                                       std::to_string(seq) + "[^\n]*\n.*"));
  EXPECT_EQ(edited.out.find("DEFECT", edited.out.find("DEFECT") + 1), std::string::npos)
      << "one defect: " << edited.out;
}

TEST_F(Program, RebuildMakesTheProjectionsAgain) {
  ASSERT_EQ(fill().code, 0);
  const auto rebuilt = hub({"rebuild", dir});
  EXPECT_EQ(rebuilt.code, 0) << rebuilt.err;
  const auto rows = hub({"verify", dir}).out;
  EXPECT_THAT(rebuilt.out, StartsWith("projections rebuilt from " + rows.substr(0, rows.find(' ')) + " rows"));
  EXPECT_THAT(rebuilt.out, HasSubstr("\nalerts rebuilt from 0 of them\n")) << "nobody has watched this firm yet";
  std::filesystem::remove(dir + "/projections.db");
  std::filesystem::remove(dir + "/projections.db-wal");
  std::filesystem::remove(dir + "/projections.db-shm");
  EXPECT_EQ(hub({"rebuild", dir}).out, rebuilt.out) << "they are made from the spine alone";
}

TEST_F(Program, ServesItsAdministratorAndEndsCleanly) {
  ASSERT_EQ(fill().code, 0);
  Serving serving(dir);
  ASSERT_THAT(serving.ready(), MatchesRegex("\\{\"ops_port\":[0-9]+,\"open_port\":[0-9]+\\}\n"));
  struct stat socket {};
  ASSERT_EQ(::stat((dir + "/admin.sock").c_str(), &socket), 0);
  EXPECT_EQ(socket.st_mode & 0777U, 0600U);

  const std::string password = "correct horse battery 7";
  const auto account = admin({"account", "zhoulan", "--display", "周岚", "--role", "supervisor"}, password + "\n");
  EXPECT_EQ(account.code, 0) << account.err;
  EXPECT_THAT(account.out, HasSubstr("account_id"));
  const auto doubled = admin({"account", "zhoulan"}, password + "\n");
  EXPECT_EQ(doubled.code, 1);
  EXPECT_THAT(doubled.err, HasSubstr("409"));
  EXPECT_EQ(admin({"account", "lee"}, "short\n").code, 1);
  const auto code = admin({"code", "zhoulan"});
  EXPECT_EQ(code.code, 0) << code.err;
  EXPECT_EQ(admin({"code", "nobody"}).code, 1);
  EXPECT_EQ(admin({"devices"}).code, 0);
  EXPECT_EQ(admin({"approve", "018f0000-0000-7000-8000-000000000000"}).code, 1);

  const auto first = admin({"notice", "--key", "k1"}, notice("vip"));
  ASSERT_EQ(first.code, 0) << first.err;
  EXPECT_EQ(admin({"notice", "--key", "k1"}, notice("vip")).out, first.out);
  EXPECT_EQ(admin({"notice", "--key", "k1"}, notice("standard")).code, 1);
  EXPECT_EQ(admin({"notice", "--key", "k2"}, "{}").code, 1);
  const auto accepted = wire::from_json<api::NoticeAccepted>(first.out.substr(0, first.out.find('\n')));
  ASSERT_TRUE(accepted) << first.out;
  EXPECT_GT(accepted->audience_count, 0);
  // No carrier is configured: every way fails or is suppressed, and the progress says so.
  const auto ended = eventually([&] {
    const auto answer = admin({"progress", accepted->notice_id.text()});
    const auto progress = wire::from_json<api::NoticeProgress>(answer.out.substr(0, answer.out.find('\n')));
    return progress && progress->failed > 0 && progress->failed + progress->suppressed == 2 * accepted->audience_count;
  });
  EXPECT_TRUE(ended);

  EXPECT_EQ(serving.end(SIGTERM), 0);
  EXPECT_THAT(read_file(dir + "/log/hub.log"), HasSubstr("ended"));
  EXPECT_EQ(hub({"verify", dir}).code, 0);
  EXPECT_EQ(read_file(dir + "/log/hub.log").find(password), std::string::npos);
}

TEST_F(Program, KilledInTheMiddleItKeepsWhatItHadAccepted) {
  ASSERT_EQ(fill("40", "0").code, 0);
  std::vector<std::string> accepted;
  {
    Serving serving(dir);
    for (int i = 0; i < 5; ++i) {
      const auto answer = admin({"notice", "--key", "k" + std::to_string(i)}, notice("standard"));
      ASSERT_EQ(answer.code, 0) << answer.err;
      accepted.push_back(answer.out);
    }
    EXPECT_EQ(serving.end(SIGKILL), 128 + SIGKILL);
  }
  EXPECT_EQ(admin({"devices"}).code, 1) << "the socket's file is still there, the hub is not";
  Serving serving(dir);
  ASSERT_NE(serving.ready(), "");
  for (std::size_t i = 0; i < accepted.size(); ++i) {
    EXPECT_EQ(admin({"notice", "--key", "k" + std::to_string(i)}, notice("standard")).out, accepted[i])
        << "the same key, the same answer";
    const auto given = wire::from_json<api::NoticeAccepted>(accepted[i].substr(0, accepted[i].find('\n')));
    ASSERT_TRUE(given);
    EXPECT_TRUE(eventually([&] {
      const auto answer = admin({"progress", given->notice_id.text()});
      const auto now = wire::from_json<api::NoticeProgress>(answer.out.substr(0, answer.out.find('\n')));
      return now && now->failed + now->suppressed == 2 * given->audience_count;
    })) << "planned to the end, nobody twice";
  }
  EXPECT_EQ(serving.end(SIGINT), 0);
  EXPECT_EQ(hub({"verify", dir}).code, 0);
}

/// Every file below a folder that holds one of the words.
std::vector<std::string> holding(const std::filesystem::path& where, const std::vector<std::string>& words) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(where)) {
    if (!entry.is_regular_file()) continue;
    const auto content = read_file(entry.path());
    for (const auto& word : words)
      if (content.find(word) != std::string::npos) found.push_back(entry.path().string() + ": " + word);
  }
  return found;
}

TEST_F(Program, NoNameNumberOrSecretStandsInAnyOfItsFiles) {
  ASSERT_EQ(fill("60", "200").code, 0);
  std::vector<std::string> canaries;
  std::istringstream people(read_file(folder.path / "people.txt"));
  for (std::string line; std::getline(people, line);) canaries.push_back(line);
  ASSERT_EQ(canaries.size(), 180U);
  const std::string password = "a canary of a password";
  canaries.push_back(password);
  {
    Serving serving(dir);
    ASSERT_EQ(admin({"account", "zhoulan"}, password + "\n").code, 0);
    const auto code = admin({"code", "zhoulan"}).out;
    ASSERT_EQ(admin({"notice", "--key", "k"}, notice("standard")).code, 0);
    ASSERT_TRUE(eventually([&] { return admin({"devices"}).code == 0; }));
    const auto at = code.find(":\"") + 2;
    canaries.push_back(code.substr(at, code.find('"', at) - at));
    ASSERT_GT(canaries.back().size(), 20U) << code;
    EXPECT_EQ(holding(dir, canaries), std::vector<std::string>()) << "while it runs, write-ahead logs and all";
    EXPECT_EQ(serving.end(SIGKILL), 128 + SIGKILL);
  }
  EXPECT_EQ(holding(dir, canaries), std::vector<std::string>());
  for (const auto* key :
       {"db.key", "wrap.key", "chain-sign.key", "pseudonym.key", "verp.key", "links.key", "outbox.key", "vault.key"}) {
    const auto found = holding(dir, {read_file(dir + "/keys/" + key)});
    ASSERT_EQ(found.size(), 1U) << key << " stands in its own file and nowhere else";
    EXPECT_THAT(found[0], HasSubstr(key));
  }
  // The search itself can find: the list it was made from lies beside the folder.
  EXPECT_FALSE(holding(folder.path, {canaries[0]}).empty());
}

}  // namespace
}  // namespace guardline::test
