// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/schema.h"

#include "core/db/database.h"

namespace guardline::notices {
namespace {

// Names and addresses are not here: they stand sealed under the investor's data key (investors.h), so that destroying
// the key erases them. address_tag is a keyed hash for exact search.
constexpr db::Migration kSteps[] = {
    {1, "investors, templates, notices, messages", R"sql(
CREATE TABLE investor(
  id {blob} NOT NULL PRIMARY KEY, tier TEXT NOT NULL, language TEXT NOT NULL, time_zone TEXT NOT NULL,
  marketing_consent {bigint} NOT NULL, created_at {bigint} NOT NULL, erased_at {bigint}) {strict}{without_rowid};
CREATE TABLE contact_point(
  investor {blob} NOT NULL, channel {bigint} NOT NULL, address_tag {blob} NOT NULL, valid {bigint} NOT NULL,
  opted_out {bigint} NOT NULL, PRIMARY KEY(investor, channel)) {strict}{without_rowid};
CREATE TABLE marketing_sms(
  investor {blob} NOT NULL, month {bigint} NOT NULL, sent {bigint} NOT NULL,
  PRIMARY KEY(investor, month)) {strict}{without_rowid};
CREATE TABLE template(
  id TEXT NOT NULL, version {bigint} NOT NULL, language TEXT NOT NULL, channel {bigint} NOT NULL,
  category {bigint} NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY(id, version, language, channel)) {strict}{without_rowid};
CREATE TABLE notice(
  id {blob} NOT NULL PRIMARY KEY, request TEXT NOT NULL, category {bigint} NOT NULL, actor {blob} NOT NULL,
  accepted_at {bigint} NOT NULL, audience {bigint} NOT NULL, planned {bigint} NOT NULL) {strict}{without_rowid};
CREATE INDEX notice_unplanned ON notice(accepted_at) WHERE planned < audience;
CREATE TABLE notice_audience(
  notice {blob} NOT NULL, position {bigint} NOT NULL, investor {blob} NOT NULL,
  PRIMARY KEY(notice, position)) {strict}{without_rowid};
CREATE TABLE message(
  id {blob} NOT NULL PRIMARY KEY, notice {blob} NOT NULL, investor {blob} NOT NULL, step {bigint} NOT NULL,
  wait_until {bigint}, due_at {bigint}) {strict}{without_rowid};
CREATE INDEX message_due ON message(due_at) WHERE due_at IS NOT NULL;
CREATE TABLE message_delivery(
  message {blob} NOT NULL, delivery {blob} NOT NULL, channel {bigint} NOT NULL, step {bigint} NOT NULL,
  PRIMARY KEY(message, delivery)) {strict}{without_rowid};
)sql"},
    // Exact search. investor_name.tag is a keyed hash like address_tag; it goes with the investor's erasure.
    {2, "exact search by contact and name", R"sql(
CREATE INDEX contact_point_tag ON contact_point(address_tag);
CREATE TABLE investor_name(
  tag {blob} NOT NULL, investor {blob} NOT NULL, PRIMARY KEY(tag, investor)) {strict}{without_rowid};
CREATE INDEX investor_name_of ON investor_name(investor);
)sql"},
};

}  // namespace

Status migrate_notices(db::Database& database) { return db::migrate(database, "notices", kSteps); }

}  // namespace guardline::notices
