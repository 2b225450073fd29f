// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/schema.h"

#include "hub/spine/sql.h"

#include <array>
#include <string>

namespace guardline::spine {
namespace {

constexpr std::string_view kSpine = R"(
CREATE TABLE spine_meta (
  only_row {bigint} NOT NULL PRIMARY KEY CHECK (only_row = 1),
  mark {bigint} NOT NULL,
  partitions {bigint} NOT NULL,
  made_at {bigint} NOT NULL,
  wrap_check {blob}
) {strict};
CREATE TABLE lease (
  partition {bigint} NOT NULL PRIMARY KEY,
  epoch {bigint} NOT NULL,
  owner TEXT NOT NULL,
  expires_at {bigint} NOT NULL,
  next_seq {bigint} NOT NULL
) {strict};
CREATE TABLE spine (
  partition {bigint} NOT NULL,
  seq {bigint} NOT NULL,
  event_id {blob} NOT NULL,
  recorded_at {bigint} NOT NULL,
  occurred_at {bigint} NOT NULL,
  drill {bigint} NOT NULL,
  kind {bigint} NOT NULL,
  v {bigint} NOT NULL,
  cause {bigint},
  subject_type {bigint} NOT NULL,
  subject_id {blob},
  notice {blob},
  message {blob},
  delivery {blob},
  investor {blob},
  channel {bigint},
  carrier TEXT,
  actor {blob},
  mark {bigint} NOT NULL,
  reason {bigint} NOT NULL,
  code TEXT,
  detail {blob},
  detail_hash {blob},
  commitment {blob} NOT NULL,
  PRIMARY KEY (partition, seq)
) {strict};
CREATE TABLE spine_group (
  partition {bigint} NOT NULL,
  first_seq {bigint} NOT NULL,
  last_seq {bigint} NOT NULL,
  committed_at {bigint} NOT NULL,
  root {blob} NOT NULL,
  chain {blob} NOT NULL,
  PRIMARY KEY (partition, first_seq)
) {strict} {without_rowid};
CREATE TABLE spine_head (
  number {bigint} NOT NULL PRIMARY KEY,
  signed_at {bigint} NOT NULL,
  body {blob} NOT NULL,
  signature {blob} NOT NULL
) {strict};
CREATE TABLE commit_mark (
  owner TEXT NOT NULL PRIMARY KEY,
  last_group {bigint} NOT NULL
) {strict};
CREATE TABLE delivery (
  delivery {blob} NOT NULL PRIMARY KEY,
  state {bigint} NOT NULL,
  rank {bigint} NOT NULL,
  rank_before {bigint} NOT NULL
) {strict} {without_rowid};
CREATE TABLE outgoing (
  delivery {blob} NOT NULL PRIMARY KEY,
  partition {bigint} NOT NULL,
  due_at {bigint} NOT NULL,
  channel {bigint} NOT NULL,
  attempt {bigint} NOT NULL,
  sent_before {bigint} NOT NULL,
  notice {blob} NOT NULL,
  message {blob} NOT NULL,
  investor {blob} NOT NULL,
  lane TEXT NOT NULL
) {strict} {without_rowid};
CREATE TABLE message_body (
  message {blob} NOT NULL PRIMARY KEY,
  investor {blob} NOT NULL,
  box {blob} NOT NULL
) {strict};
CREATE TABLE data_key (
  investor {blob} NOT NULL PRIMARY KEY,
  wrapped {blob},
  erased_at {bigint}
) {strict} {without_rowid};
CREATE TABLE idempotency (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  request {blob} NOT NULL,
  answer {blob} NOT NULL,
  recorded_at {bigint} NOT NULL,
  PRIMARY KEY (scope, key)
) {strict};
)";

// A row of `delivery` also knows its last event, so that the next one can name it as its cause.
constexpr std::string_view kLastEvent = R"(
ALTER TABLE delivery ADD COLUMN last_event {bigint};
ALTER TABLE delivery ADD COLUMN event_before {bigint};
ALTER TABLE outgoing ADD COLUMN drill {bigint} NOT NULL DEFAULT 0;
)";

constexpr std::string_view kProjection = R"(
CREATE TABLE projection_cursor (
  only_row {bigint} NOT NULL PRIMARY KEY CHECK (only_row = 1),
  cursor TEXT NOT NULL
) {strict};
CREATE TABLE p_delivery (
  delivery {blob} NOT NULL PRIMARY KEY,
  message {blob} NOT NULL,
  notice {blob} NOT NULL,
  investor {blob} NOT NULL,
  channel {bigint} NOT NULL,
  state {bigint} NOT NULL,
  reason {bigint} NOT NULL,
  carrier TEXT NOT NULL,
  drill {bigint} NOT NULL,
  planned_at {bigint} NOT NULL,
  accepted_at {bigint} NOT NULL,
  changed_at {bigint} NOT NULL,
  minute {bigint} NOT NULL,
  flags {bigint} NOT NULL
) {strict} {without_rowid};
CREATE TABLE p_message (
  notice {blob} NOT NULL,
  message {blob} NOT NULL,
  delivery {blob} NOT NULL,
  PRIMARY KEY (notice, message, delivery)
) {strict} {without_rowid};
CREATE TABLE p_kpi (
  minute {bigint} NOT NULL,
  channel {bigint} NOT NULL,
  planned {bigint} NOT NULL,
  handed {bigint} NOT NULL,
  accepted {bigint} NOT NULL,
  delivered {bigint} NOT NULL,
  failed_person {bigint} NOT NULL,
  failed_message {bigint} NOT NULL,
  failed_carrier {bigint} NOT NULL,
  failed_system {bigint} NOT NULL,
  suppressed {bigint} NOT NULL,
  expired {bigint} NOT NULL,
  unknown {bigint} NOT NULL,
  backlog {bigint} NOT NULL,
  opened_person {bigint} NOT NULL,
  opened_machine {bigint} NOT NULL,
  histogram {blob} NOT NULL,
  PRIMARY KEY (minute, channel)
) {strict} {without_rowid};
CREATE TABLE p_reach (
  investor {blob} NOT NULL,
  channel {bigint} NOT NULL,
  failures {bigint} NOT NULL,
  hard {bigint} NOT NULL,
  reason {bigint} NOT NULL,
  PRIMARY KEY (investor, channel)
) {strict} {without_rowid};
)";

// The time line: rows of an investor stand together, in the order of their ids (an entry is a message's id, and ids
// are time-ordered). Projections from before it are emptied and made again from the first row.
constexpr std::string_view kTimeline = R"(
CREATE TABLE p_entry (
  investor {blob} NOT NULL,
  entry {blob} NOT NULL,
  notice {blob} NOT NULL,
  planned_at {bigint} NOT NULL,
  drill {bigint} NOT NULL,
  PRIMARY KEY (investor, entry)
) {strict} {without_rowid};
CREATE TABLE p_track (
  investor {blob} NOT NULL,
  entry {blob} NOT NULL,
  delivery {blob} NOT NULL,
  carrier TEXT NOT NULL,
  code TEXT NOT NULL,
  channel {bigint} NOT NULL,
  state {bigint} NOT NULL,
  reason {bigint} NOT NULL,
  attempts {bigint} NOT NULL,
  late {bigint} NOT NULL,
  resent {bigint} NOT NULL,
  planned_at {bigint} NOT NULL,
  handed_at {bigint} NOT NULL,
  accepted_at {bigint} NOT NULL,
  ended_at {bigint} NOT NULL,
  opened_at {bigint} NOT NULL,
  machine_at {bigint} NOT NULL,
  clicked_at {bigint} NOT NULL,
  replied_at {bigint} NOT NULL,
  confirmed_at {bigint} NOT NULL,
  partition {bigint} NOT NULL,
  seq {bigint} NOT NULL,
  PRIMARY KEY (investor, entry, delivery)
) {strict} {without_rowid};
DELETE FROM projection_cursor;
DELETE FROM p_delivery;
DELETE FROM p_message;
DELETE FROM p_kpi;
DELETE FROM p_reach;
)";

// Figures of periods, by hour: what deliveries add up to, who was met, how long it took to reach somebody.
constexpr std::string_view kPeriods = R"(
ALTER TABLE p_delivery ADD COLUMN reached_at {bigint} NOT NULL DEFAULT 0;
CREATE TABLE p_kpi_hour (
  hour {bigint} NOT NULL,
  channel {bigint} NOT NULL,
  deliveries {bigint} NOT NULL,
  accepted {bigint} NOT NULL,
  delivered {bigint} NOT NULL,
  failed_person {bigint} NOT NULL,
  failed_message {bigint} NOT NULL,
  failed_carrier {bigint} NOT NULL,
  failed_system {bigint} NOT NULL,
  suppressed {bigint} NOT NULL,
  expired {bigint} NOT NULL,
  unknown {bigint} NOT NULL,
  opened_person {bigint} NOT NULL,
  opened_machine {bigint} NOT NULL,
  confirmed {bigint} NOT NULL,
  late {bigint} NOT NULL,
  PRIMARY KEY (hour, channel)
) {strict} {without_rowid};
CREATE TABLE p_kpi_person (
  hour {bigint} NOT NULL,
  investor {blob} NOT NULL,
  channel {bigint} NOT NULL,
  deliveries {bigint} NOT NULL,
  due {bigint} NOT NULL,
  delivered {bigint} NOT NULL,
  opened {bigint} NOT NULL,
  confirmed {bigint} NOT NULL,
  PRIMARY KEY (hour, investor, channel)
) {strict} {without_rowid};
CREATE TABLE p_kpi_message (
  message {blob} NOT NULL PRIMARY KEY,
  planned_at {bigint} NOT NULL,
  first_at {bigint} NOT NULL,
  due {bigint} NOT NULL
) {strict} {without_rowid};
CREATE TABLE p_kpi_first (
  hour {bigint} NOT NULL,
  channel {bigint} NOT NULL,
  step {bigint} NOT NULL,
  messages {bigint} NOT NULL,
  PRIMARY KEY (hour, channel, step)
) {strict} {without_rowid};
DELETE FROM projection_cursor;
DELETE FROM p_delivery;
DELETE FROM p_message;
DELETE FROM p_kpi;
DELETE FROM p_reach;
DELETE FROM p_entry;
DELETE FROM p_track;
)";

// Which deliveries carriers took over in some hours: the people behind a delivery rate. Entries come at the right end,
// for acceptances come in their order, and what no carrier took has none.
constexpr std::string_view kTaken = R"(
CREATE INDEX p_delivery_taken ON p_delivery (accepted_at) WHERE accepted_at > 0;
)";

// What staff write stands between the messages; the words stay sealed in the spine's row.
constexpr std::string_view kSaid = R"(
ALTER TABLE p_entry ADD COLUMN kind {bigint} NOT NULL DEFAULT 1;
CREATE TABLE p_said (
  investor {blob} NOT NULL,
  entry {blob} NOT NULL,
  author {blob} NOT NULL,
  code TEXT NOT NULL,
  partition {bigint} NOT NULL,
  seq {bigint} NOT NULL,
  PRIMARY KEY (investor, entry)
) {strict} {without_rowid};
DELETE FROM projection_cursor;
DELETE FROM p_delivery;
DELETE FROM p_message;
DELETE FROM p_kpi;
DELETE FROM p_reach;
DELETE FROM p_entry;
DELETE FROM p_track;
DELETE FROM p_kpi_hour;
DELETE FROM p_kpi_person;
DELETE FROM p_kpi_message;
DELETE FROM p_kpi_first;
)";

// What a search inside one investor's history needs: keyed pairs of characters by entry, made when somebody first
// searches there. Who was erased is known here, so that no reader puts any back afterwards.
constexpr std::string_view kWords = R"(
CREATE TABLE p_words (
  investor {blob} NOT NULL,
  entry {blob} NOT NULL,
  pairs {blob} NOT NULL,
  PRIMARY KEY (investor, entry)
) {strict} {without_rowid};
CREATE TABLE p_erased (
  investor {blob} NOT NULL PRIMARY KEY
) {strict} {without_rowid};
DELETE FROM projection_cursor;
DELETE FROM p_delivery;
DELETE FROM p_message;
DELETE FROM p_kpi;
DELETE FROM p_reach;
DELETE FROM p_entry;
DELETE FROM p_track;
DELETE FROM p_said;
DELETE FROM p_kpi_hour;
DELETE FROM p_kpi_person;
DELETE FROM p_kpi_message;
DELETE FROM p_kpi_first;
)";

constexpr std::string_view kDropProjection = R"(
DROP TABLE p_words;
DROP TABLE p_erased;
DROP TABLE p_said;
DROP TABLE p_kpi_hour;
DROP TABLE p_kpi_person;
DROP TABLE p_kpi_message;
DROP TABLE p_kpi_first;
DROP TABLE p_entry;
DROP TABLE p_track;
DROP TABLE projection_cursor;
DROP TABLE p_delivery;
DROP TABLE p_message;
DROP TABLE p_kpi;
DROP TABLE p_reach;
DELETE FROM schema_migration WHERE component = 'projection';
)";

}  // namespace

Status migrate_spine(db::Database& database) {
  constexpr std::array steps{db::Migration{1, "the spine", kSpine},
                             db::Migration{2, "the last event of a delivery, drills", kLastEvent}};
  return db::migrate(database, "spine", steps);
}

Status migrate_projections(db::Database& database) {
  constexpr std::array steps{db::Migration{1, "reach, KPI, progress", kProjection},
                             db::Migration{2, "the time line", kTimeline},
                             db::Migration{3, "figures of periods", kPeriods},
                             db::Migration{4, "deliveries by their acceptance", kTaken},
                             db::Migration{5, "notes and calls", kSaid},
                             db::Migration{6, "search inside", kWords}};
  return db::migrate(database, "projection", steps);
}

Status reset_projections(db::Database& database) {
  if (auto ok = migrate_projections(database); !ok) return ok;
  if (auto ok = database.execute(kDropProjection); !ok) return ok;
  return migrate_projections(database);
}

Result<SpineMeta> read_meta(db::Database& database) {
  std::optional<SpineMeta> meta;
  auto ok = do_sql(database, "SELECT mark, partitions FROM spine_meta", {}, [&](const db::Row& row) {
    meta = SpineMeta{static_cast<std::uint32_t>(row.int64(0)), static_cast<std::uint16_t>(row.int64(1))};
    return true;
  });
  if (!ok) {
    // A store without the table has no spine; a broken connection says unavailable or io.
    if (ok.error().code == ErrorCode::invalid_argument) return fail(ErrorCode::not_found, "there is no spine here");
    return std::unexpected(ok.error());
  }
  if (!meta) return fail(ErrorCode::not_found, "there is no spine here");
  return *meta;
}

}  // namespace guardline::spine
