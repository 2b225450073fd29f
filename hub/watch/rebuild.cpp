// Alerts made again from the spine. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/rebuild.h"

#include "hub/spine/sealing.h"
#include "hub/watch/table.h"

#include <map>
#include <utility>
#include <vector>

namespace guardline::watch {
namespace {

constexpr std::size_t kAtOnce = 2000;

Result<std::vector<AlertFact>> read_facts(spine::Spine& spine, crypto::Secret wrap_key) {
  auto reader = spine.reader();
  if (!reader) return std::unexpected(reader.error());
  spine::Opener opener(reader->database(), std::move(wrap_key));
  std::vector<AlertFact> facts;
  spine::Cursor at;
  for (bool more = true; more;) {
    auto batch = reader->read(at, kAtOnce);
    if (!batch) return std::unexpected(batch.error());
    for (const auto& event : batch->events) {
      if (!is_alert_kind(event.kind)) continue;
      auto detail = opener.detail(event);
      if (!detail) return std::unexpected(detail.error());
      auto fact = fact_of(event, as_text(detail->view()));
      if (!fact) return std::unexpected(fact.error());
      facts.push_back(std::move(*fact));
    }
    at = batch->to;
    more = batch->more;
  }
  return facts;
}

Result<std::int64_t> count_lines(db::Database& database) {
  auto statement = database.prepare("SELECT count(*) FROM alert_log");
  if (!statement) return std::unexpected(statement.error());
  std::int64_t lines = 0;
  auto ran = (*statement)->run({}, [&](const db::Row& row) {
    lines = row.int64(0);
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  return lines;
}

}  // namespace

Result<std::size_t> rebuild_alerts(spine::Spine& spine, crypto::Secret wrap_key) {
  auto before = [&]() -> Result<std::int64_t> {
    auto reader = spine.reader();
    if (!reader) return std::unexpected(reader.error());
    return count_lines(reader->database());
  }();
  if (!before) return std::unexpected(before.error());
  const auto facts = read_facts(spine, std::move(wrap_key));
  if (!facts) return std::unexpected(facts.error());
  spine::Submission submission;
  submission.also = [&](db::Database& database) -> Status {
    const auto lines = count_lines(database);
    if (!lines) return std::unexpected(lines.error());
    if (*lines != *before) return fail(ErrorCode::conflict, "alerts are being recorded");
    if (auto ok = database.execute("DELETE FROM alert_log; DELETE FROM alert"); !ok) return ok;
    // Rows of one alert stand in one partition, so they come in their order; those of different alerts don't meet.
    std::map<AlertId, AlertRecord> records;
    for (const auto& fact : *facts) {
      auto& record = records[fact.alert];
      auto after = apply(record, fact);
      if (!after) return fail(ErrorCode::corrupt, "an alert's row does not follow the one before it");
      if (auto ok = write_fact(database, *after, fact); !ok) return ok;
      record = std::move(*after);
    }
    return {};
  };
  auto committed = spine.committer().submit_and_wait(std::move(submission));
  if (!committed) return std::unexpected(committed.error());
  return facts->size();
}

}  // namespace guardline::watch
