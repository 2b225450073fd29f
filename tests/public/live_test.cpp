// The delivered hub and mail far side, real HTTP between them, curl as the browser. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "core/wire/codec.h"
#include "hub/links/writer.h"
#include "tests/hub/house.h"
#include "tests/hub/program.h"

#include <csignal>
#include <fstream>
#include <map>
#include <set>

#include <boost/json.hpp>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace guardline::test {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace json = boost::json;

int free_port() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  EXPECT_EQ(::bind(fd, reinterpret_cast<const sockaddr*>(&at), size), 0);
  EXPECT_EQ(::getsockname(fd, reinterpret_cast<sockaddr*>(&at), &size), 0);
  ::close(fd);
  return ntohs(at.sin_port);
}

/// The mail far side, until the test's end.
class MailSide {
 public:
  explicit MailSide(std::vector<std::string> words) {
    words.insert(words.begin(), FARSIDE_MAIL);
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    EXPECT_EQ(::posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::string line;
    for (char c = 0; ::read(ends[0], &c, 1) == 1 && c != '\n';) line += c;
    ::close(ends[0]);
    port = static_cast<int>(json::parse(line).at("port").to_number<std::int64_t>());
  }
  ~MailSide() {
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }
  MailSide(const MailSide&) = delete;
  MailSide& operator=(const MailSide&) = delete;
  int port{0};

 private:
  pid_t pid_{-1};
};

class Live : public testing::Test {
 protected:
  Live()
      : dir((folder.path / "hub").string()),
        base("http://127.0.0.1:" + std::to_string(free_port())),
        mail({"--ledger", ledger(), "--seed", "3", "--success-reports", "--open-person", "0.5", "--open-machine", "0.5",
              "--confirm", "0.6", "--click", "0.6", "--maildir", (folder.path / "bounces").string()}) {
    const auto open = base.substr(7);
    const auto made =
        hub({"init", dir, "--ops", "127.0.0.1:0", "--open", open, "--public", base, "--name", "示例证券"});
    EXPECT_EQ(made.code, 0) << made.err;
    auto config = json::parse(read_file(dir + "/hub.json")).as_object();
    const json::object account{{"id", "email-main"},
                               {"host", "127.0.0.1"},
                               {"port", mail.port},
                               {"tls", "none"},
                               {"ca_file", ""},
                               {"user", ""},
                               {"password_file", ""},
                               {"from_address", "notice@guardline.example"},
                               {"display_name", "示例证券"},
                               {"bounce_domain", "bounce.guardline.example"},
                               {"connections", 2},
                               {"success_reports", true}};
    json::array accounts;
    accounts.push_back(account);
    config["mail"] = accounts;
    std::ofstream(dir + "/hub.json") << json::serialize(config);
    const auto filled = hub({"demo", dir, "--investors", "60", "--messages", "0", "--seed", "7"});
    EXPECT_EQ(filled.code, 0) << filled.err;
  }
  [[nodiscard]] std::string ledger() const { return (folder.path / "mail.jsonl").string(); }
  std::string sql(const std::string& text) {
    const auto key = to_hex(as_bytes(read_file(dir + "/keys/db.key")));
    const auto done = run({"sqlcipher", "-batch", dir + "/spine.db"},
                          "PRAGMA key = \"x'" + key + "'\";\n.mode list\n" + text + ";\n");
    EXPECT_EQ(done.code, 0) << done.err;
    return done.out;
  }
  /// Deliveries with an event, as the store's hexadecimal ids in lower case.
  std::set<std::string> recorded(const std::string& which) {
    std::set<std::string> found;
    std::istringstream lines(sql("SELECT DISTINCT lower(hex(delivery)) FROM spine WHERE " + which));
    for (std::string line; std::getline(lines, line);)
      if (line.size() == 32) found.insert(line);
    return found;
  }
  /// Deliveries in the readers' ledger that were answered well.
  std::set<std::string> read_by(const std::string& event, const std::string& by) {
    std::set<std::string> found;
    std::ifstream file(ledger());
    for (std::string line; std::getline(file, line);) {
      const auto row = json::parse(line).as_object();
      if (row.at("event") != event.c_str() || row.at("by") != by.c_str()) continue;
      const auto status = row.at("status").to_number<int>();
      EXPECT_TRUE(status >= 200 && status < 400) << line;
      std::string id(row.at("delivery").as_string());
      std::erase(id, '-');
      found.insert(id);
    }
    return found;
  }
  /// Status and, in `body`, what came.
  Finished curl(std::vector<std::string> words) {
    words.insert(words.begin(), {"curl", "-s", "--max-time", "20", "-o", (folder.path / "body").string(), "-D",
                                 (folder.path / "head").string(), "-w", "%{http_code}"});
    return run(words);
  }
  std::string body() { return read_file(folder.path / "body"); }

  Folder folder;
  std::string dir;
  std::string base;
  MailSide mail;
};

TEST_F(Live, WhatReadersDidIsWhatTheRecordSays) {
  Serving serving(dir);
  ASSERT_NE(serving.ready(), "");
  const std::string notice =
      R"({"template":"statement","version":2,"category":"service","variables":[{"name":"month","value":"2026-10"}],)"
      R"("audience":{"tiers":["standard","important","vip"]},"route":[{"mode":"parallel","channels":["email"],"wait_seconds":0}],)"
      R"("drill":false})";
  ASSERT_EQ(hub({"admin", dir, "notice", "--key", "k"}, notice).code, 0);
  const auto sent = [&] { return recorded("kind = 113"); };
  ASSERT_TRUE(eventually([&] { return sent().size() > 40; }));
  // Everybody has read: the slowest person takes 6.5 s.
  std::set<std::string> people;
  std::set<std::string> machines;
  ASSERT_TRUE(eventually([&] {
    people = read_by("opened", "person");
    machines = read_by("opened", "machine");
    return people.size() > 10 && machines.size() > 10 && recorded("kind = 200 AND code = 'person'").size() > 10;
  }));
  const auto answers = [&] { return std::pair(read_by("confirmed", "person"), read_by("clicked", "person")); };
  ASSERT_TRUE(eventually([&] { return !answers().first.empty() && !answers().second.empty(); }));
  EXPECT_TRUE(eventually([&] {
    people = read_by("opened", "person");
    return recorded("kind = 200 AND code = 'person'") == people;
  }));
  EXPECT_TRUE(eventually([&] { return recorded("kind = 200 AND code = 'machine'") == read_by("opened", "machine"); }));
  EXPECT_TRUE(eventually([&] { return recorded("kind = 203") == answers().first; }));
  EXPECT_TRUE(eventually([&] { return recorded("kind = 201") == answers().second; }));
  EXPECT_THAT(sql("SELECT 'twice ' || count(*) FROM (SELECT delivery FROM spine WHERE kind IN (200, 201, 203) GROUP BY "
                  "delivery, kind, code HAVING count(*) > 1)"),
              HasSubstr("twice 0\n"));

  // curl as the browser of one reader.
  const links::Tokens tokens(crypto::Secret::copy_of(read_file(dir + "/keys/links.key")));
  std::vector<std::string> quiet;
  std::ranges::set_difference(sent(), people, std::back_inserter(quiet));
  ASSERT_FALSE(quiet.empty());
  const auto delivery = *DeliveryId::from_bytes(*from_hex(quiet.front()));
  const auto page = base + "/m/" + tokens.make(links::Purpose::letter, delivery);
  EXPECT_EQ(curl({"-H", "Accept-Language: en", page}).out, "200");
  EXPECT_THAT(body(), HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(body(), HasSubstr("示例证券"));
  EXPECT_THAT(read_file(folder.path / "head"), HasSubstr("Content-Security-Policy: default-src 'none'"));
  EXPECT_THAT(read_file(folder.path / "head"), HasSubstr("Cache-Control: no-store"));
  EXPECT_THAT(read_file(folder.path / "head"), HasSubstr("Referrer-Policy: no-referrer"));
  EXPECT_THAT(read_file(folder.path / "head"), Not(HasSubstr("Set-Cookie")));
  EXPECT_EQ(curl({"-I", page}).out, "405") << "a scanner's HEAD";
  EXPECT_EQ(curl({"-X", "POST", page + "/confirm"}).out, "200");
  EXPECT_EQ(recorded("kind = 203 AND delivery = x'" + quiet.front() + "'").size(), 1U);
  const auto click = base + "/c/0/" + tokens.make(links::Purpose::click, delivery, 0);
  EXPECT_EQ(curl({"-X", "POST", "-d", "", click}).out, "303");
  EXPECT_THAT(read_file(folder.path / "head"), HasSubstr("Location: https://www.example.com/statements"));

  // Ended by the operator, for good.
  const auto message =
      sql("SELECT 'm' || lower(hex(message)) FROM spine WHERE kind = 113 AND delivery = x'" + quiet.front() + "'");
  const auto at = message.rfind('m') + 1;
  const auto id = *MessageId::from_bytes(*from_hex(message.substr(at, 32)));
  EXPECT_EQ(hub({"admin", dir, "end-links", id.text()}).code, 0);
  EXPECT_EQ(curl({page}).out, "410");
  EXPECT_EQ(hub({"admin", dir, "end-links", DeliveryId{}.text()}).code, 1);

  // And the person erased: no key is left, the record's proofs still hold.
  const auto whom = sql("SELECT 'i' || lower(hex(investor)) FROM spine WHERE delivery = x'" + quiet.front() + "'");
  const auto hex = whom.substr(whom.rfind('i') + 1, 32);
  const auto person = InvestorId::from_bytes(*from_hex(hex))->text();
  const auto keys = [&] {
    return sql("SELECT 'n' || count(*) FROM data_key WHERE wrapped IS NOT NULL AND investor = x'" + hex + "'");
  };
  EXPECT_THAT(keys(), HasSubstr("n1"));
  const auto erased = hub({"admin", dir, "erase", person, "--confirm", person});
  EXPECT_EQ(erased.code, 0) << erased.err;
  EXPECT_THAT(erased.out, HasSubstr("\"scrubbed\":"));
  EXPECT_THAT(keys(), HasSubstr("n0"));
  EXPECT_THAT(sql("SELECT 'e' || count(*) FROM spine WHERE kind = 332 AND investor = x'" + hex + "'"), HasSubstr("e1"));
  const auto nobody = DeliveryId{}.text();
  EXPECT_EQ(hub({"admin", dir, "erase", nobody, "--confirm", nobody}).code, 1);
  EXPECT_EQ(serving.end(SIGTERM), 0);

  const auto log = read_file(dir + "/log/hub.log");
  EXPECT_THAT(log, HasSubstr("public POST /m/{token}/confirm 200"));
  EXPECT_EQ(log.find(tokens.make(links::Purpose::letter, delivery)), std::string::npos);
  EXPECT_EQ(hub({"verify", dir}).code, 0);
}

TEST_F(Live, AnAddressWithAPathIsRefused) {
  for (const auto* url : {"https://h.example/x", "ftp://h.example", "https://", "https://u@h.example"}) {
    const auto refused = hub({"init", (folder.path / "other").string(), "--public", url});
    EXPECT_EQ(refused.code, 2) << url;
    EXPECT_THAT(refused.err, HasSubstr("public_url"));
    EXPECT_FALSE(std::filesystem::exists(folder.path / "other"));
  }
}

}  // namespace
}  // namespace guardline::test
