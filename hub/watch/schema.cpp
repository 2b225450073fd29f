// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/schema.h"

#include "core/db/database.h"

namespace guardline::watch {
namespace {

// alert and alert_log are made of the spine's alert events alone (rebuild.h); watch_rule is reference state.
constexpr db::Migration kSteps[] = {
    {1, "rules, alerts, their log", R"sql(
CREATE TABLE watch_rule(id TEXT NOT NULL PRIMARY KEY, definition TEXT NOT NULL) {strict}{without_rowid};
CREATE TABLE alert(
  id {blob} NOT NULL PRIMARY KEY, rule TEXT NOT NULL, channel {bigint} NOT NULL, severity {bigint} NOT NULL,
  metric {bigint} NOT NULL, comparison {bigint} NOT NULL, bound {bigint} NOT NULL, value {bigint},
  sample {bigint} NOT NULL, window_seconds {bigint} NOT NULL, occurrence {bigint} NOT NULL, active {bigint} NOT NULL,
  acknowledged {bigint} NOT NULL, resolved {bigint} NOT NULL, suppression {bigint} NOT NULL,
  suppressed_by TEXT NOT NULL, owner {blob}, raised_at {bigint} NOT NULL, cleared_at {bigint}, shelved_until {bigint},
  announced_at {bigint} NOT NULL, changed_at {bigint} NOT NULL, revision {bigint} NOT NULL) {strict}{without_rowid};
CREATE UNIQUE INDEX alert_point ON alert(rule, channel);
CREATE INDEX alert_newest ON alert(raised_at, id);
CREATE TABLE alert_log(
  alert {blob} NOT NULL, number {bigint} NOT NULL, at {bigint} NOT NULL, act {bigint} NOT NULL,
  occurrence {bigint} NOT NULL, actor {blob}, words TEXT NOT NULL, until {bigint}, owner {blob}, value {bigint},
  sample {bigint}, PRIMARY KEY(alert, number)) {strict}{without_rowid};
)sql"},
    {2, "acknowledgements that lapse", "ALTER TABLE alert ADD COLUMN acknowledged_until {bigint};"},
    {3, "contested acts", R"sql(
ALTER TABLE alert_log ADD COLUMN wanted {bigint};
ALTER TABLE alert_log ADD COLUMN written_at {bigint};
ALTER TABLE alert_log ADD COLUMN obstacle {bigint};
ALTER TABLE alert_log ADD COLUMN against {bigint};
)sql"},
    {4, "rules that people change", R"sql(
ALTER TABLE watch_rule ADD COLUMN version {bigint} NOT NULL DEFAULT 1;
ALTER TABLE watch_rule ADD COLUMN changed_at {bigint};
ALTER TABLE watch_rule ADD COLUMN changed_by {blob};
)sql"},
};

}  // namespace

Status migrate_watch(db::Database& database) { return db::migrate(database, "watch", kSteps); }

}  // namespace guardline::watch
