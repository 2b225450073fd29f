// What stands in the files: nothing that opens a door. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/access/house.h"

#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

namespace guardline::access::test {
namespace {

/// Every text and blob of every access table, as the store gives it with the key.
std::string everything(db::Database& database) {
  std::string all;
  const std::pair<const char*, int> queries[] = {
      {"SELECT id, name, display_name, password FROM access_account", 4},
      {"SELECT account, seed FROM access_factor", 2},
      {"SELECT account, selector, hash FROM access_recovery_code", 3},
      {"SELECT id FROM access_throttle", 1},
      {"SELECT id, name, spki, poll, csr, certificate, pending_seed FROM access_device", 7},
      {"SELECT secret FROM access_enrolment_code", 1},
      {"SELECT id, token FROM access_session", 2},
      {"SELECT ticket, content FROM access_ticket", 2},
      {"SELECT event_id, code, detail FROM spine", 3}};
  for (const auto& [sql, columns] : queries) {
    int rows = 0;
    const auto ran = database.prepare(sql).value()->run({}, [&](const db::Row& row) {
      for (int i = 0; i < columns; ++i) {
        if (row.is_null(i)) continue;
        const std::string_view from = sql;
        const auto names = std::string(from.substr(7, from.find(" FROM") - 7));
        std::size_t at = 0;
        for (int skip = 0; skip < i; ++skip) at = names.find(", ", at) + 2;
        const std::string column = names.substr(at, names.find(',', at) - at);
        static const std::set<std::string> kTexts{"name", "display_name", "password", "selector", "hash",
                                                  "csr",  "certificate",  "content",  "code"};
        all += kTexts.contains(column) ? row.text(i) : as_text(row.blob(i));
        all += '\n';
      }
      ++rows;
      return true;
    });
    EXPECT_TRUE(ran.has_value()) << sql << ": " << (ran ? "" : ran.error().message);
    EXPECT_GT(rows, 0) << sql << ": an empty table proves nothing";
  }
  return all;
}

std::vector<std::string> forms(std::string_view text) {
  return {std::string(text), to_hex(as_bytes(text)), to_base32(as_bytes(text)), to_base64url(as_bytes(text))};
}

TEST(Secrecy, NothingThatOpensADoorStandsInTheStore) {
  House house;
  const AccountId account = house.add_account("li.wei");
  const Desk desk = house.enrol(account);
  const Desk waiting = house.enrol(house.add_account("waiting"), false);
  const SignedIn in = house.signed_in("li.wei", desk);
  const auto ticket = house.access->tickets().issue(in.session, desk.device, "kpi").value();
  EXPECT_FALSE(house.sign_in("li.wei", desk, "canary-wrong-password", "000000", "canary-address").has_value());

  std::vector<std::string> canaries;
  const auto add = [&](std::string_view text) {
    for (std::string& form : forms(text)) canaries.push_back(std::move(form));
  };
  add(kPassword);
  add("canary-wrong-password");
  add("canary-address");
  add(in.token);
  add(ticket.ticket);
  for (const Desk* d : {&desk, &waiting}) {
    add(d->secret);
    add(as_text(from_base64url(d->secret).value()));
    add(d->poll_token);
    add(as_text(d->seed));
    for (const std::string& code : d->recovery_codes) add(code.substr(2));  // the first two are the stored selector
  }
  add(as_text(from_base64url(in.token).value()));

  const std::string rows = everything(*house.database());
  EXPECT_NE(rows.find("li.wei"), std::string::npos) << "the search must be able to find something";
  for (const std::string& canary : canaries) EXPECT_EQ(rows.find(canary), std::string::npos) << canary;

  // Without the key not even names can be read, neither in the file nor in its log.
  canaries.push_back("li.wei");
  canaries.push_back("Desk 12");
  canaries.push_back("CERTIFICATE");
  canaries.push_back("access_account");
  std::size_t read = 0;
  for (const auto& entry : std::filesystem::directory_iterator(house.directory)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    read += bytes.size();
    for (const std::string& canary : canaries) EXPECT_EQ(bytes.find(canary), std::string::npos) << entry.path();
  }
  EXPECT_GT(read, 4096U);
}

TEST(Secrecy, ASeedMovedToAnotherAccountDoesNotOpen) {
  House house;
  const AccountId mine = house.add_account("mallory");
  const Desk desk = house.enrol(mine);
  const AccountId victim = house.add_account("victim");
  const Desk theirs = house.enrol(victim);
  // Someone who can write the store puts their own authenticator into the victim's row.
  spine::Submission edit;
  edit.also = [&](db::Database& database) -> Status {
    const auto done = database
                          .prepare(
                              "UPDATE access_factor SET seed = (SELECT seed FROM access_factor WHERE account = $1) "
                              "WHERE account = $2")
                          .value()
                          ->run({mine.bytes(), victim.bytes()});
    return done ? Status() : std::unexpected(done.error());
  };
  ASSERT_TRUE(house.spine->committer().submit_and_wait(std::move(edit)).has_value());
  EXPECT_FALSE(house.sign_in("victim", theirs, std::string(kPassword), house.code(desk)).has_value());
}

TEST(Tidy, ForgetsWhatIsOverAndKeepsWhatIsNot) {
  House house;
  const AccountId account = house.add_account("li.wei");
  const Desk desk = house.enrol(account);
  const Desk waiting = house.enrol(house.add_account("waiting"), false);
  const SignedIn in = house.signed_in("li.wei", desk);
  ASSERT_TRUE(house.access->tickets().issue(in.session, desk.device, "kpi").has_value());
  const auto count = [&](std::string_view sql) {
    std::int64_t rows = -1;
    const auto ran = house.database()->prepare(sql).value()->run({}, [&](const db::Row& row) {
      rows = row.int64(0);
      return false;
    });
    EXPECT_TRUE(ran.has_value()) << sql;
    return rows;
  };
  ASSERT_TRUE(house.access->tidy().has_value());
  EXPECT_EQ(count("SELECT count(*) FROM access_ticket"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM access_enrolment_code"), 2);
  EXPECT_EQ(count("SELECT count(*) FROM access_device WHERE pending_seed IS NOT NULL"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM access_recovery_code"), 20);

  house.clock.advance(std::chrono::hours(40));
  ASSERT_TRUE(house.access->tidy().has_value());
  EXPECT_EQ(count("SELECT count(*) FROM access_ticket"), 0);
  EXPECT_EQ(count("SELECT count(*) FROM access_enrolment_code"), 0);
  EXPECT_EQ(count("SELECT count(*) FROM access_device WHERE pending_seed IS NOT NULL"), 0);
  EXPECT_EQ(count("SELECT count(*) FROM access_recovery_code"), 10) << "those in force stay";
  EXPECT_EQ(count("SELECT count(*) FROM access_session"), 1);
  EXPECT_TRUE(house.sign_in("li.wei", desk).has_value());

  house.clock.advance(std::chrono::days(32));
  ASSERT_TRUE(house.access->tidy().has_value());
  EXPECT_EQ(count("SELECT count(*) FROM access_session"), 0);
}

}  // namespace
}  // namespace guardline::access::test
