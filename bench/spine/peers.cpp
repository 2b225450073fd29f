// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/spine/peers.h"

#include "core/crypto/random.h"
#include "hub/spine/row.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <numeric>

#include <libpq-fe.h>

namespace guardline::bench {
namespace {

using spine::StoredEvent;

constexpr std::string_view kTable =
    "CREATE TABLE plain (partition {bigint} NOT NULL, seq {bigint} NOT NULL, event_id {blob} NOT NULL, "
    "recorded_at {bigint} NOT NULL, occurred_at {bigint} NOT NULL, drill {bigint} NOT NULL, kind {bigint} NOT NULL, "
    "v {bigint} NOT NULL, cause {bigint}, subject_type {bigint} NOT NULL, subject_id {blob}, notice {blob}, "
    "message {blob}, delivery {blob}, investor {blob}, channel {bigint}, carrier TEXT, actor {blob}, "
    "mark {bigint} NOT NULL, reason {bigint} NOT NULL, code TEXT, detail {blob}, detail_hash {blob}, "
    "commitment {blob} NOT NULL, PRIMARY KEY (partition, seq)) {strict}";

std::vector<StoredEvent> rows_of(const std::vector<spine::Submission>& work, std::int64_t& seq, std::size_t group,
                                 bool details) {
  std::vector<StoredEvent> rows;
  rows.reserve(work.size());
  for (const auto& submission : work) {
    const auto& draft = submission.events[0];
    StoredEvent row;
    // Eight partitions, like the spine's groups after sorting.
    row.ref = {static_cast<std::uint16_t>(draft.investor.value[0] % 8), seq++};
    row.id = draft.id;
    row.recorded_at = row.occurred_at = draft.occurred_at;
    row.kind = draft.kind;
    row.subject_type = draft.subject_type;
    row.subject = draft.delivery.value;
    row.notice = draft.notice;
    row.message = draft.message;
    row.delivery = draft.delivery;
    row.investor = draft.investor;
    row.channel = draft.channel;
    row.carrier = draft.carrier;
    row.mark = spine::Mark::applied;
    if (!draft.detail.empty()) row.detail_hash = crypto::random_array<32>();
    if (details && !draft.detail.empty()) row.sealed_detail = crypto::random_bytes(draft.detail.size() + 44);
    row.commitment = crypto::random_array<32>();
    rows.push_back(std::move(row));
  }
  for (std::size_t at = 0; at < rows.size(); at += group) {
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(at + group, rows.size()));
    std::sort(rows.begin() + static_cast<std::ptrdiff_t>(at), end,
              [](const auto& a, const auto& b) { return a.ref < b.ref; });
  }
  return rows;
}

template <class Write>
Result<Rate> timed(const std::vector<StoredEvent>& rows, std::size_t group, Write write) {
  const auto cpu = cpu_seconds();
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t at = 0; at < rows.size(); at += group) {
    const auto piece = std::span(rows).subspan(at, std::min(group, rows.size() - at));
    if (auto ok = write(piece); !ok) return std::unexpected(ok.error());
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const auto count = static_cast<double>(rows.size());
  return Rate{count / took.count(), (cpu_seconds() - cpu) / count * 1e6};
}

/// PostgreSQL's binary COPY form.
class CopyBuffer {
 public:
  void header() { raw("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19); }
  void trailer() { number(static_cast<std::uint16_t>(0xFFFF)); }
  void row(std::uint16_t columns) { number(columns); }
  void null() { number(static_cast<std::uint32_t>(0xFFFFFFFF)); }
  void int64(std::int64_t value) {
    number(std::uint32_t{8});
    number(static_cast<std::uint64_t>(value));
  }
  void bytes(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    text_.append(value);
  }
  void maybe(std::string_view value) { value.empty() ? null() : bytes(value); }
  std::string& text() { return text_; }

 private:
  void raw(const char* data, std::size_t size) { text_.append(data, size); }
  template <class T>
  void number(T value) {
    for (std::size_t i = sizeof(T); i-- > 0;)
      text_.push_back(static_cast<char>(static_cast<std::uint8_t>(value >> (8 * i))));
  }
  std::string text_;
};

void put(CopyBuffer& out, const StoredEvent& row) {
  const auto id = [&](const auto& value) { out.maybe(value.empty() ? std::string_view() : as_text(value.value)); };
  out.row(24);
  out.int64(row.ref.partition);
  out.int64(row.ref.seq);
  id(row.id);
  out.int64(to_micros(row.recorded_at));
  out.int64(to_micros(row.occurred_at));
  out.int64(row.drill ? 1 : 0);
  out.int64(static_cast<std::int64_t>(row.kind));
  out.int64(row.v);
  out.null();
  out.int64(static_cast<std::int64_t>(row.subject_type));
  out.null();
  id(row.notice);
  id(row.message);
  id(row.delivery);
  id(row.investor);
  out.int64(1);
  out.maybe(row.carrier);
  out.null();
  out.int64(static_cast<std::int64_t>(row.mark));
  out.int64(static_cast<std::int64_t>(row.reason));
  out.null();
  out.maybe(as_text(row.sealed_detail));
  out.maybe(row.detail_hash ? as_text(*row.detail_hash) : std::string_view());
  out.bytes(as_text(row.commitment));
}

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

Status refuse(PGconn* connection) { return fail(ErrorCode::io, PQerrorMessage(connection)); }

Status copy_group(PGconn* connection, std::span<const StoredEvent> rows) {
  const Answer begun(PQexec(connection, "COPY plain FROM STDIN (FORMAT binary)"), &PQclear);
  if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return refuse(connection);
  CopyBuffer buffer;
  buffer.text().reserve(rows.size() * 700);
  buffer.header();
  for (const auto& row : rows) put(buffer, row);
  buffer.trailer();
  if (PQputCopyData(connection, buffer.text().data(), static_cast<int>(buffer.text().size())) != 1 ||
      PQputCopyEnd(connection, nullptr) != 1) {
    return refuse(connection);
  }
  const Answer ended(PQgetResult(connection), &PQclear);
  if (PQresultStatus(ended.get()) != PGRES_COMMAND_OK) return refuse(connection);
  while (PGresult* rest = PQgetResult(connection)) PQclear(rest);
  return {};
}

}  // namespace

Status PlainRows::make_table() { return database_.execute(kTable); }

Result<Rate> PlainRows::write(std::vector<spine::Submission> work, std::size_t group) {
  const auto rows = rows_of(work, seq_, group, false);
  return timed(rows, group, [&](std::span<const StoredEvent> piece) -> Status {
    auto transaction = db::Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto ok = database_.append("plain", spine::batch_of(piece)); !ok) return ok;
    return transaction->commit();
  });
}

Status CopyRows::make_table() {
  auto database = db::open_postgres({conninfo_, schema_});
  if (!database) return std::unexpected(database.error());
  return (*database)->execute(kTable);
}

Result<Rate> CopyRows::write(std::vector<spine::Submission> work, std::size_t group) {
  const auto rows = rows_of(work, seq_, group, true);
  const Connection connection(PQconnectdb(conninfo_.c_str()), &PQfinish);
  if (PQstatus(connection.get()) != CONNECTION_OK) return std::unexpected(refuse(connection.get()).error());
  PQclear(PQexec(connection.get(), ("SET search_path = " + schema_).c_str()));
  return timed(rows, group, [&](std::span<const StoredEvent> piece) { return copy_group(connection.get(), piece); });
}

}  // namespace guardline::bench
