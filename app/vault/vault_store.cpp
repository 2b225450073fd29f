// What the local copy holds. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault_store.h"

#include "core/text/bigrams.h"

#include <array>
#include <utility>

namespace guardline::app {
namespace {

// The index stands apart from the texts it was made of (contentless): hits are checked with instr() on the words.
constexpr std::array kSteps{db::Migration{1, "vault", R"sql(
CREATE TABLE lease (one {bigint} PRIMARY KEY CHECK (one = 1), granted_at {bigint} NOT NULL, length {bigint} NOT NULL,
  spent {bigint} NOT NULL, last_seen {bigint} NOT NULL) {strict};
CREATE TABLE person (id {bigint} PRIMARY KEY, investor {blob} NOT NULL UNIQUE, body TEXT NOT NULL, words TEXT NOT NULL,
  as_of {bigint} NOT NULL, opened_at {bigint} NOT NULL, followed {bigint} NOT NULL) {strict};
CREATE INDEX person_opened ON person (opened_at);
CREATE TABLE entry (investor {blob} NOT NULL, planned_at {bigint} NOT NULL, message {blob} NOT NULL, body TEXT NOT NULL,
  as_of {bigint} NOT NULL, PRIMARY KEY (investor, planned_at, message)) {strict} {without_rowid};
CREATE VIRTUAL TABLE person_search USING fts5(grams, content='', contentless_delete=1, detail=none,
  tokenize='unicode61 remove_diacritics 0')
)sql"}};

constexpr std::string_view kPerson = "SELECT p.investor, p.body, p.words, p.as_of, p.opened_at, p.followed FROM ";

PersonCopy person_of(const db::Row& row) {
  return {.investor = InvestorId::from_bytes(row.blob(0)).value_or(InvestorId{}),
          .body = std::string(row.text(1)),
          .words = std::string(row.text(2)),
          .as_of = from_micros(row.int64(3)),
          .opened_at = from_micros(row.int64(4)),
          .followed = row.int64(5) != 0};
}

Result<std::int64_t> run(db::Database& database, std::string_view sql, std::initializer_list<db::Param> params,
                         const db::RowFn& on_row = {}) {
  auto statement = database.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  return (*statement)->run(params, on_row);
}

Status done(const Result<std::int64_t>& ran) {
  if (!ran) return std::unexpected(ran.error());
  return {};
}

std::int64_t bound(std::size_t count) { return static_cast<std::int64_t>(count); }

}  // namespace

VaultStore::VaultStore(std::unique_ptr<db::Database> database, VaultLimits limits)
    : database_(std::move(database)), limits_(limits) {}

Status VaultStore::prepare() { return db::migrate(*database_, "vault", kSteps); }

Status VaultStore::put(const PersonCopy& person) {
  if (person.body.size() > limits_.text || person.words.size() > limits_.text) {
    return fail(ErrorCode::invalid_argument, "vault: a summary is too long");
  }
  const auto words = text::fold(person.words);
  if (!words) return std::unexpected(words.error());
  auto transaction = db::Transaction::begin(*database_);
  if (!transaction) return std::unexpected(transaction.error());
  const auto known = row_of(person.investor);
  if (!known) return std::unexpected(known.error());
  auto row = known->value_or(0);
  const auto put =
      *known ? run(*database_, "UPDATE person SET body = $2, words = $3, as_of = $4, opened_at = $5 WHERE id = $1",
                   {row, std::string_view(person.body), std::string_view(*words), to_micros(person.as_of),
                    to_micros(person.opened_at)})
             : run(*database_,
                   "INSERT INTO person (investor, body, words, as_of, opened_at, followed) VALUES ($1, $2, $3, $4, $5, "
                   "$6) RETURNING id",
                   {person.investor.bytes(), std::string_view(person.body), std::string_view(*words),
                    to_micros(person.as_of), to_micros(person.opened_at), std::int64_t{person.followed}},
                   [&](const db::Row& made) {
                     row = made.int64(0);
                     return true;
                   });
  if (!put) return done(put);
  const auto grams = text::bigram_column(*words);
  if (auto ok = run(*database_, "INSERT OR REPLACE INTO person_search (rowid, grams) VALUES ($1, $2)",
                    {row, std::string_view(grams)});
      !ok) {
    return done(ok);
  }
  if (!*known) {
    if (auto ok = trim_people(); !ok) return ok;
  }
  return transaction->commit();
}

Result<std::optional<std::int64_t>> VaultStore::row_of(InvestorId investor) {
  std::optional<std::int64_t> row;
  const auto ran =
      run(*database_, "SELECT id FROM person WHERE investor = $1", {investor.bytes()}, [&](const db::Row& found) {
        row = found.int64(0);
        return true;
      });
  if (!ran) return std::unexpected(ran.error());
  return row;
}

Status VaultStore::drop(std::int64_t row, BytesView investor) {
  if (auto ok = run(*database_, "DELETE FROM person_search WHERE rowid = $1", {row}); !ok) return done(ok);
  if (auto ok = run(*database_, "DELETE FROM entry WHERE investor = $1", {investor}); !ok) return done(ok);
  return done(run(*database_, "DELETE FROM person WHERE id = $1", {row}));
}

Status VaultStore::trim_people() {
  // Counting walks an index: only when the rows ever added could be too many.
  std::int64_t highest = 0;
  const auto top = run(*database_, "SELECT max(id) FROM person", {}, [&](const db::Row& row) {
    highest = row.int64(0);
    return true;
  });
  if (!top) return done(top);
  if (std::cmp_less_equal(highest, limits_.people)) return {};
  const auto count = count_people();
  if (!count) return std::unexpected(count.error());
  if (*count <= limits_.people) return {};
  std::vector<std::pair<std::int64_t, Bytes>> beyond;
  const auto found = run(*database_, "SELECT id, investor FROM person ORDER BY followed, opened_at LIMIT $1",
                         {bound(*count - limits_.people)}, [&](const db::Row& row) {
                           beyond.emplace_back(row.int64(0), Bytes(row.blob(1).begin(), row.blob(1).end()));
                           return true;
                         });
  if (!found) return done(found);
  for (const auto& [row, investor] : beyond) {
    if (auto ok = drop(row, investor); !ok) return ok;
  }
  return {};
}

Status VaultStore::forget(Timestamp before) {
  auto transaction = db::Transaction::begin(*database_);
  if (!transaction) return std::unexpected(transaction.error());
  std::vector<std::pair<std::int64_t, Bytes>> old;
  const auto found = run(*database_, "SELECT id, investor FROM person WHERE opened_at < $1 AND followed = 0",
                         {to_micros(before)}, [&](const db::Row& row) {
                           old.emplace_back(row.int64(0), Bytes(row.blob(1).begin(), row.blob(1).end()));
                           return true;
                         });
  if (!found) return done(found);
  for (const auto& [row, investor] : old) {
    if (auto ok = drop(row, investor); !ok) return ok;
  }
  return transaction->commit();
}

Status VaultStore::follow(InvestorId investor, bool followed) {
  if (followed) {
    const auto there = person(investor);
    if (!there) return std::unexpected(there.error());
    const auto all = count_followed();
    if (!all) return std::unexpected(all.error());
    if (*there && !(*there)->followed && *all >= limits_.followed) {
      return fail(ErrorCode::exhausted, "vault: too many are followed");
    }
  }
  const auto changed = run(*database_, "UPDATE person SET followed = $2 WHERE investor = $1",
                           {investor.bytes(), std::int64_t{followed}});
  if (changed && *changed == 0) return fail(ErrorCode::not_found, "vault: nobody of that id");
  return done(changed);
}

Status VaultStore::put(InvestorId investor, const std::vector<EntryCopy>& entries) {
  auto transaction = db::Transaction::begin(*database_);
  if (!transaction) return std::unexpected(transaction.error());
  const auto there = row_of(investor);
  if (!there) return std::unexpected(there.error());
  if (!*there) return fail(ErrorCode::not_found, "vault: nobody of that id");
  for (const auto& entry : entries) {
    if (entry.body.size() > limits_.text) return fail(ErrorCode::invalid_argument, "vault: a summary is too long");
    const auto put = run(*database_,
                         "INSERT INTO entry (investor, planned_at, message, body, as_of) VALUES ($1, $2, $3, $4, $5) "
                         "ON CONFLICT (investor, planned_at, message) DO UPDATE SET body = excluded.body, as_of = "
                         "excluded.as_of",
                         {investor.bytes(), to_micros(entry.planned_at), entry.message.bytes(),
                          std::string_view(entry.body), to_micros(entry.as_of)});
    if (!put) return done(put);
  }
  const auto cut = run(*database_,
                       "DELETE FROM entry WHERE investor = $1 AND (planned_at, message) < (SELECT planned_at, message "
                       "FROM entry WHERE investor = $1 ORDER BY planned_at DESC, message DESC LIMIT 1 OFFSET $2)",
                       {investor.bytes(), bound(limits_.entries) - 1});
  if (!cut) return done(cut);
  return transaction->commit();
}

Result<std::vector<PersonCopy>> VaultStore::read_people(std::string_view sql, std::initializer_list<db::Param> params) {
  std::vector<PersonCopy> all;
  const auto ran = run(*database_, sql, params, [&](const db::Row& row) {
    all.push_back(person_of(row));
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  return all;
}

Result<std::vector<PersonCopy>> VaultStore::people(std::size_t most) {
  return read_people(
      std::string(kPerson) + "person AS p ORDER BY p.followed DESC, p.opened_at DESC, p.id DESC LIMIT $1",
      {bound(most)});
}

Result<std::optional<PersonCopy>> VaultStore::person(InvestorId investor) {
  auto found = read_people(std::string(kPerson) + "person AS p WHERE p.investor = $1", {investor.bytes()});
  if (!found) return std::unexpected(found.error());
  if (found->empty()) return std::nullopt;
  return std::move(found->front());
}

Result<std::vector<PersonCopy>> VaultStore::search(std::string_view needle, std::size_t most) {
  const auto folded = text::fold(needle);
  if (!folded) return std::unexpected(folded.error());
  if (folded->find_first_not_of(' ') == std::string::npos) return std::vector<PersonCopy>();
  const auto query = text::bigram_query(*folded);
  if (query.empty()) {
    // Signs only ("***"): nothing to ask the index for.
    return read_people(std::string(kPerson) + "person AS p WHERE instr(p.words, $1) > 0 ORDER BY p.id DESC LIMIT $2",
                       {std::string_view(*folded), bound(most)});
  }
  return read_people(std::string(kPerson) +
                         "person_search AS s JOIN person AS p ON p.id = s.rowid WHERE person_search MATCH $1 AND "
                         "instr(p.words, $2) > 0 ORDER BY s.rowid DESC LIMIT $3",
                     {std::string_view(query), std::string_view(*folded), bound(most)});
}

Result<std::vector<EntryCopy>> VaultStore::entries(InvestorId investor, std::size_t most) {
  std::vector<EntryCopy> all;
  const auto ran = run(*database_,
                       "SELECT message, planned_at, body, as_of FROM entry WHERE investor = $1 ORDER BY planned_at "
                       "DESC, message DESC LIMIT $2",
                       {investor.bytes(), bound(most)}, [&](const db::Row& row) {
                         all.push_back({.message = MessageId::from_bytes(row.blob(0)).value_or(MessageId{}),
                                        .planned_at = from_micros(row.int64(1)),
                                        .body = std::string(row.text(2)),
                                        .as_of = from_micros(row.int64(3))});
                         return true;
                       });
  if (!ran) return std::unexpected(ran.error());
  return all;
}

Result<std::size_t> VaultStore::count(std::string_view sql) {
  std::size_t count = 0;
  const auto ran = run(*database_, sql, {}, [&](const db::Row& row) {
    count = static_cast<std::size_t>(row.int64(0));
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  return count;
}

Result<std::size_t> VaultStore::count_people() { return count("SELECT count(*) FROM person"); }

Result<std::size_t> VaultStore::count_followed() { return count("SELECT count(*) FROM person WHERE followed <> 0"); }

}  // namespace guardline::app
