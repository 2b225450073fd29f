// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/row.h"

#include "hub/spine/sql.h"

#include <algorithm>
#include <cstring>

namespace guardline::spine {
namespace {

constexpr int kSeqBits = 48;

/// The id column that holds the subject already; the subject is then not stored a second time.
const Uuid* own_column(const StoredEvent& event) {
  switch (event.subject_type) {
    case SubjectType::notice:
      return &event.notice.value;
    case SubjectType::message:
      return &event.message.value;
    case SubjectType::delivery:
      return &event.delivery.value;
    case SubjectType::investor:
      return &event.investor.value;
    default:
      return nullptr;
  }
}

template <std::size_t N>
void copy_into(std::array<std::uint8_t, N>& to, BytesView from) {
  if (from.size() == N) std::copy(from.begin(), from.end(), to.begin());
}

/// One column under construction, with its NULLs.
struct Builder {
  db::Column column;
  std::size_t rows;
  void null(std::size_t at) {
    if (column.nulls.empty()) column.nulls.assign(rows, 0);
    column.nulls[at] = 1;
    if (column.type == db::Type::int64) {
      column.ints.push_back(0);
    } else {
      column.bytes.emplace_back();
    }
  }
  void uuid(std::size_t at, const Uuid& value) {
    if (value == Uuid{}) return null(at);
    column.bytes.push_back(as_text(value));
  }
  void text(std::size_t at, std::string_view value) {
    if (value.empty()) return null(at);
    column.bytes.push_back(value);
  }
};

}  // namespace

std::int64_t pack(EventRef ref) { return static_cast<std::int64_t>(ref.partition) << kSeqBits | ref.seq; }

EventRef unpack(std::int64_t packed) {
  return {static_cast<std::uint16_t>(packed >> kSeqBits), packed & ((std::int64_t{1} << kSeqBits) - 1)};
}

StoredEvent row_from(const db::Row& row) {
  StoredEvent event;
  event.ref = {static_cast<std::uint16_t>(row.int64(0)), row.int64(1)};
  copy_into(event.id.value, row.blob(2));
  event.recorded_at = from_micros(row.int64(3));
  event.occurred_at = from_micros(row.int64(4));
  event.drill = row.int64(5) != 0;
  event.kind = static_cast<EventKind>(row.int64(6));
  event.v = static_cast<std::uint16_t>(row.int64(7));
  if (!row.is_null(8)) event.cause = unpack(row.int64(8));
  event.subject_type = static_cast<SubjectType>(row.int64(9));
  event.notice = id_from<NoticeTag>(row, 11);
  event.message = id_from<MessageTag>(row, 12);
  event.delivery = id_from<DeliveryTag>(row, 13);
  event.investor = id_from<InvestorTag>(row, 14);
  if (!row.is_null(10)) {
    copy_into(event.subject, row.blob(10));
  } else if (const auto* own = own_column(event)) {
    event.subject = *own;
  }
  if (!row.is_null(15)) event.channel = static_cast<Channel>(row.int64(15));
  event.carrier = row.text(16);
  event.actor = id_from<AccountTag>(row, 17);
  event.mark = static_cast<Mark>(row.int64(18));
  event.reason = static_cast<Reason>(row.int64(19));
  event.code = row.text(20);
  if (!row.is_null(21)) event.sealed_detail.assign(row.blob(21).begin(), row.blob(21).end());
  if (!row.is_null(22)) copy_into(event.detail_hash.emplace(), row.blob(22));
  copy_into(event.commitment, row.blob(23));
  return event;
}

db::Batch batch_of(std::span<const StoredEvent> rows) {
  const std::size_t n = rows.size();
  const auto ints = [&](const char* name, auto value) {
    auto column = int_column(name, n);
    for (const auto& row : rows) column.ints.push_back(static_cast<std::int64_t>(value(row)));
    return column;
  };
  const auto build = [&](const char* name, db::Type type, auto add) {
    Builder builder{type == db::Type::int64 ? int_column(name, n) : bytes_column(name, type, n), n};
    for (std::size_t i = 0; i < n; ++i) add(builder, i, rows[i]);
    return std::move(builder.column);
  };
  using db::Type;
  db::Batch batch;
  batch.rows = n;
  auto& columns = batch.columns;
  columns.reserve(24);
  columns.push_back(ints("partition", [](const auto& e) { return e.ref.partition; }));
  columns.push_back(ints("seq", [](const auto& e) { return e.ref.seq; }));
  columns.push_back(build("event_id", Type::blob, [](Builder& b, auto i, const auto& e) { b.uuid(i, e.id.value); }));
  columns.push_back(ints("recorded_at", [](const auto& e) { return to_micros(e.recorded_at); }));
  columns.push_back(ints("occurred_at", [](const auto& e) { return to_micros(e.occurred_at); }));
  columns.push_back(ints("drill", [](const auto& e) { return e.drill ? 1 : 0; }));
  columns.push_back(ints("kind", [](const auto& e) { return static_cast<std::int64_t>(e.kind); }));
  columns.push_back(ints("v", [](const auto& e) { return e.v; }));
  columns.push_back(build("cause", Type::int64, [](Builder& b, auto i, const auto& e) {
    if (!e.cause) return b.null(i);
    b.column.ints.push_back(pack(*e.cause));
  }));
  columns.push_back(ints("subject_type", [](const auto& e) { return static_cast<std::int64_t>(e.subject_type); }));
  columns.push_back(build("subject_id", Type::blob, [](Builder& b, auto i, const auto& e) {
    const auto* own = own_column(e);
    if (own != nullptr && *own == e.subject) return b.null(i);
    b.uuid(i, e.subject);
  }));
  columns.push_back(build("notice", Type::blob, [](Builder& b, auto i, const auto& e) { b.uuid(i, e.notice.value); }));
  columns.push_back(
      build("message", Type::blob, [](Builder& b, auto i, const auto& e) { b.uuid(i, e.message.value); }));
  columns.push_back(
      build("delivery", Type::blob, [](Builder& b, auto i, const auto& e) { b.uuid(i, e.delivery.value); }));
  columns.push_back(
      build("investor", Type::blob, [](Builder& b, auto i, const auto& e) { b.uuid(i, e.investor.value); }));
  columns.push_back(build("channel", Type::int64, [](Builder& b, auto i, const auto& e) {
    if (!e.channel) return b.null(i);
    b.column.ints.push_back(static_cast<std::int64_t>(*e.channel));
  }));
  columns.push_back(build("carrier", Type::text, [](Builder& b, auto i, const auto& e) { b.text(i, e.carrier); }));
  columns.push_back(build("actor", Type::blob, [](Builder& b, auto i, const auto& e) { b.uuid(i, e.actor.value); }));
  columns.push_back(ints("mark", [](const auto& e) { return static_cast<std::int64_t>(e.mark); }));
  columns.push_back(ints("reason", [](const auto& e) { return static_cast<std::int64_t>(e.reason); }));
  columns.push_back(build("code", Type::text, [](Builder& b, auto i, const auto& e) { b.text(i, e.code); }));
  columns.push_back(
      build("detail", Type::blob, [](Builder& b, auto i, const auto& e) { b.text(i, as_text(e.sealed_detail)); }));
  columns.push_back(build("detail_hash", Type::blob, [](Builder& b, auto i, const auto& e) {
    if (!e.detail_hash) return b.null(i);
    b.column.bytes.push_back(as_text(*e.detail_hash));
  }));
  columns.push_back(build("commitment", Type::blob,
                          [](Builder& b, auto, const auto& e) { b.column.bytes.push_back(as_text(e.commitment)); }));
  return batch;
}

}  // namespace guardline::spine
