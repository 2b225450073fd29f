// From measurements over time to "raise" and "clear". SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/condition.h"

#include <chrono>

namespace guardline::watch {
namespace {

enum class Side : std::uint8_t { bad, good, unknown };

Side side_of(const Rule& rule, const Measurement& seen, bool active) {
  if (!seen.value) return rule.no_data == NoData::raise ? Side::bad : Side::unknown;
  // While active, normal begins past the deadband: a value that trembles at the limit does not clear and raise again.
  const auto slack = active ? rule.deadband : 0;
  const bool bad =
      rule.comparison == Comparison::below ? *seen.value < rule.limit + slack : *seen.value > rule.limit - slack;
  return bad ? Side::bad : Side::good;
}

bool lasted(std::optional<Timestamp>& since, Timestamp now, std::int64_t seconds) {
  if (!since) since = now;
  return now - *since >= std::chrono::seconds(seconds);
}

}  // namespace

Verdict Condition::judge(const Rule& rule, const Measurement& seen, bool active, Timestamp now) {
  const auto side = side_of(rule, seen, active);
  if (side != Side::bad) bad_since_.reset();
  if (side != Side::good) good_since_.reset();
  if (side == Side::bad && !active && lasted(bad_since_, now, rule.for_seconds)) return Verdict::raise;
  if (side == Side::good && active && lasted(good_since_, now, rule.keep_firing_for_seconds)) return Verdict::clear;
  return Verdict::nothing;
}

}  // namespace guardline::watch
