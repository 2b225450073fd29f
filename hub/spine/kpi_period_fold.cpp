// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/kpi_period_fold.h"

#include "hub/spine/kpi_period.h"
#include "hub/spine/sql.h"

#include <algorithm>
#include <chrono>
#include <ranges>
#include <string>

namespace guardline::spine {
namespace {

constexpr std::array<const char*, KpiPeriodFold::kHourCounters> kHourNames{
    "deliveries", "accepted", "delivered", "failed_person", "failed_message", "failed_carrier", "failed_system",
    "suppressed", "expired",  "unknown",   "opened_person", "opened_machine", "confirmed",      "late"};
constexpr std::size_t kLate = 13;
constexpr std::array<const char*, KpiPeriodFold::kPersonCounters> kPersonNames{"deliveries", "due", "delivered",
                                                                               "opened", "confirmed"};

std::int64_t hour_of(Timestamp at) { return to_micros(std::chrono::floor<std::chrono::hours>(at)); }

/// It was meant to arrive. What was left out on purpose was not; that there is no way to the person is no purpose.
bool is_due(const DeliveryCell& cell) {
  if (cell.state == DeliveryState::cancelled) return false;
  if (cell.state != DeliveryState::suppressed) return true;
  return cell.reason == Reason::no_contact_point || cell.reason == Reason::contact_point_invalid ||
         cell.reason == Reason::unknown_not_resent;
}

bool failed_as(const DeliveryCell& cell, FailureClass failure) {
  return cell.state == DeliveryState::failed && failure_class(cell.reason).value_or(FailureClass::system) == failure;
}

/// "(name, name)" parted by ", ", each made by `write`.
template <class Names, class Write>
std::string joined(const Names& names, Write write) {
  std::string text;
  for (const auto* name : names) {
    if (!text.empty()) text += ", ";
    text += write(std::string(name));
  }
  return text;
}

/// INSERT of changes: what is there already is added to.
template <class Names>
std::string add_sql(const std::string& table, const std::string& keys, const std::string& row_keys,
                    const Names& counters) {
  return "INSERT INTO " + table + " (" + keys + ", " + joined(counters, [](auto n) { return n; }) + ") SELECT " +
         row_keys + ", " + joined(counters, [](auto n) { return "r." + n; }) +
         " FROM {rows} AS r WHERE true ON CONFLICT (" + keys + ") DO UPDATE SET " +
         joined(counters, [&](auto n) { return n + " = " + table + "." + n + " + excluded." + n; });
}

template <class Counts>
bool changes(const Counts& counts) {
  return std::ranges::any_of(counts, [](std::int64_t n) { return n != 0; });
}

Status ran(Result<std::int64_t> result) {
  if (!result) return std::unexpected(result.error());
  return {};
}

}  // namespace

void KpiPeriodFold::clear() {
  hours_.clear();
  people_.clear();
  first_.clear();
  messages_.clear();
}

void KpiPeriodFold::moved(const DeliveryCell& before, const DeliveryCell& after) {
  if (after.drill) return;
  if (before.state != DeliveryState{}) count(before, -1);
  count(after, 1);
}

void KpiPeriodFold::message_planned(const StoredEvent& event) {
  if (event.drill || event.message.empty()) return;
  auto& cell = messages_[event.message];
  cell.planned_at = std::min(cell.planned_at, to_micros(event.occurred_at));
}

void KpiPeriodFold::late(const StoredEvent& event) {
  if (event.drill || !event.channel) return;
  ++hours_[{hour_of(event.recorded_at), static_cast<std::int64_t>(*event.channel)}][kLate];
}

void KpiPeriodFold::count(const DeliveryCell& cell, std::int64_t sign) {
  const auto channel = static_cast<std::int64_t>(cell.channel);
  const bool taken = cell.accepted_at != Timestamp{};
  const bool arrived = cell.state == DeliveryState::delivered;
  const bool due = is_due(cell);
  const auto flag = [&](std::int64_t bits) { return (cell.flags & bits) != 0; };
  const auto share = [sign](bool it) { return it ? sign : 0; };
  const bool left_out = cell.state == DeliveryState::suppressed || cell.state == DeliveryState::cancelled;
  const HourCounts hour{sign,
                        share(taken),
                        share(arrived),
                        share(failed_as(cell, FailureClass::person)),
                        share(failed_as(cell, FailureClass::message)),
                        share(failed_as(cell, FailureClass::carrier)),
                        share(failed_as(cell, FailureClass::system)),
                        share(left_out),
                        share(cell.state == DeliveryState::expired),
                        share(cell.state == DeliveryState::unknown),
                        share(flag(kOpenedPerson)),
                        share(flag(kOpenedMachine)),
                        share(flag(kConfirmed)),
                        0};
  auto& hours = hours_[{hour_of(taken ? cell.accepted_at : cell.planned_at), channel}];
  for (std::size_t i = 0; i < hour.size(); ++i) hours[i] += hour[i];

  // Anything that only a person does is a trusted sign of reading.
  const bool opened = flag(kOpenedPerson | kClicked | kReplied | kConfirmed);
  const PersonCounts person{sign, share(due), share(arrived), share(opened), share(flag(kConfirmed))};
  auto& people = people_[{hour_of(cell.planned_at), cell.investor, channel}];
  for (std::size_t i = 0; i < person.size(); ++i) people[i] += person[i];

  auto& message = messages_[cell.message];
  message.due += share(due);
  if (due) {
    const auto step = arrived ? reach_step(cell.reached_at - cell.planned_at) : kNotReached;
    first_[{hour_of(cell.planned_at), channel, step}] += sign;
  }
  if (sign < 0) return;
  message.planned_at = std::min(message.planned_at, to_micros(cell.planned_at));
  if (arrived) message.first_at = std::min(message.first_at, to_micros(cell.reached_at));
}

void KpiPeriodFold::count(const MessageCell& cell, std::int64_t sign) {
  if (cell.due <= 0) return;
  const auto step = cell.first_at == INT64_MAX ? kNotReached : reach_step(Micros(cell.first_at - cell.planned_at));
  first_[{hour_of(from_micros(cell.planned_at)), 0, step}] += sign;
}

Status KpiPeriodFold::flush(db::Database& database) {
  auto ok = fold_messages(database);
  if (ok) ok = store_messages(database);
  if (ok) ok = store_hours(database);
  if (ok) ok = store_people(database);
  if (ok) ok = store_first(database);
  if (ok) clear();
  return ok;
}

Status KpiPeriodFold::fold_messages(db::Database& database) {
  if (messages_.empty()) return {};
  std::map<MessageId, MessageCell> known;
  db::Batch batch;
  batch.rows = messages_.size();
  batch.columns.push_back(bytes_column("message", db::Type::blob, batch.rows));
  for (const auto& [id, cell] : messages_) batch.columns[0].bytes.push_back(as_text(id.value));
  auto read = database.run_batch(
      "SELECT m.message, m.planned_at, m.first_at, m.due FROM {rows} AS r JOIN p_kpi_message AS m "
      "ON m.message = r.message",
      batch, [&](const db::Row& row) {
        known[id_from<MessageTag>(row, 0)] = {row.int64(1), row.int64(2), row.int64(3)};
        return true;
      });
  if (!read) return std::unexpected(read.error());
  for (auto& [id, cell] : messages_) {
    if (const auto found = known.find(id); found != known.end()) {
      count(found->second, -1);
      cell.planned_at = std::min(cell.planned_at, found->second.planned_at);
      cell.first_at = std::min(cell.first_at, found->second.first_at);
      cell.due += found->second.due;
    }
    count(cell, 1);
  }
  return {};
}

Status KpiPeriodFold::store_messages(db::Database& database) {
  if (messages_.empty()) return {};
  db::Batch batch;
  batch.rows = messages_.size();
  batch.columns.push_back(bytes_column("message", db::Type::blob, batch.rows));
  for (const auto* name : {"planned_at", "first_at", "due"}) batch.columns.push_back(int_column(name, batch.rows));
  for (const auto& [id, cell] : messages_) {
    batch.columns[0].bytes.push_back(as_text(id.value));
    batch.columns[1].ints.push_back(cell.planned_at);
    batch.columns[2].ints.push_back(cell.first_at);
    batch.columns[3].ints.push_back(cell.due);
  }
  return ran(database.run_batch(
      "INSERT INTO p_kpi_message (message, planned_at, first_at, due) SELECT r.message, r.planned_at, r.first_at, "
      "r.due "
      "FROM {rows} AS r WHERE true ON CONFLICT (message) DO UPDATE SET planned_at = excluded.planned_at, "
      "first_at = excluded.first_at, due = excluded.due",
      batch));
}

Status KpiPeriodFold::store_hours(db::Database& database) {
  db::Batch batch;
  for (const auto* name : {"hour", "channel"}) batch.columns.push_back(int_column(name, hours_.size()));
  for (const auto* name : kHourNames) batch.columns.push_back(int_column(name, hours_.size()));
  for (const auto& [key, counts] : hours_) {
    if (!changes(counts)) continue;
    ++batch.rows;
    batch.columns[0].ints.push_back(key.hour);
    batch.columns[1].ints.push_back(key.channel);
    for (std::size_t i = 0; i < counts.size(); ++i) batch.columns[2 + i].ints.push_back(counts[i]);
  }
  if (batch.rows == 0) return {};
  static const std::string sql = add_sql("p_kpi_hour", "hour, channel", "r.hour, r.channel", kHourNames);
  if (auto ok = ran(database.run_batch(sql, batch)); !ok) return ok;
  // A delivery that moved to another hour may have left nothing behind.
  return ran(
      database.run_batch("DELETE FROM p_kpi_hour WHERE (hour, channel) IN (SELECT r.hour, r.channel FROM {rows} AS r) "
                         "AND deliveries = 0 AND late = 0",
                         batch));
}

Status KpiPeriodFold::store_people(db::Database& database) {
  db::Batch batch;
  batch.columns.push_back(int_column("hour", people_.size()));
  batch.columns.push_back(bytes_column("investor", db::Type::blob, people_.size()));
  batch.columns.push_back(int_column("channel", people_.size()));
  for (const auto* name : kPersonNames) batch.columns.push_back(int_column(name, people_.size()));
  for (const auto& [key, counts] : people_) {
    if (!changes(counts)) continue;
    ++batch.rows;
    batch.columns[0].ints.push_back(key.hour);
    batch.columns[1].bytes.push_back(as_text(key.investor.value));
    batch.columns[2].ints.push_back(key.channel);
    for (std::size_t i = 0; i < counts.size(); ++i) batch.columns[3 + i].ints.push_back(counts[i]);
  }
  if (batch.rows == 0) return {};
  static const std::string sql =
      add_sql("p_kpi_person", "hour, investor, channel", "r.hour, r.investor, r.channel", kPersonNames);
  return ran(database.run_batch(sql, batch));
}

Status KpiPeriodFold::store_first(db::Database& database) {
  db::Batch batch;
  for (const auto* name : {"hour", "channel", "step", "messages"}) {
    batch.columns.push_back(int_column(name, first_.size()));
  }
  for (const auto& [key, messages] : first_) {
    if (messages == 0) continue;
    ++batch.rows;
    batch.columns[0].ints.push_back(key.hour);
    batch.columns[1].ints.push_back(key.channel);
    batch.columns[2].ints.push_back(key.step);
    batch.columns[3].ints.push_back(messages);
  }
  if (batch.rows == 0) return {};
  static const std::string sql = add_sql("p_kpi_first", "hour, channel, step", "r.hour, r.channel, r.step",
                                         std::array<const char*, 1>{"messages"});
  if (auto ok = ran(database.run_batch(sql, batch)); !ok) return ok;
  return ran(database.run_batch(
      "DELETE FROM p_kpi_first WHERE (hour, channel, step) IN (SELECT r.hour, r.channel, r.step FROM {rows} AS r) "
      "AND messages = 0",
      batch));
}

}  // namespace guardline::spine
