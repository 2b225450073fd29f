// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/kpi_period.h"

#include "core/base/id.h"
#include "hub/spine/kpi_met.h"
#include "hub/spine/sql.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace guardline::spine {
namespace {

constexpr double kFactor = 1.05;
constexpr std::int64_t kMostSteps = 450;

using People = std::unordered_map<InvestorId, Met>;

/// Counts a person among those of the channels in `of`.
void add(PeriodPeople& people, const Met& met, std::uint8_t of) {
  const auto on = [of](std::uint8_t bits) { return (bits & of) != 0; };
  if (!on(met.meant)) return;
  const auto readable = met.readable();
  people.due += on(met.due) ? 1 : 0;
  people.reached += on(met.reached) ? 1 : 0;
  people.on_purpose += on(met.due) ? 0 : 1;
  people.openable += on(readable) ? 1 : 0;
  const bool opened = on(readable & met.opened);
  people.opened += opened ? 1 : 0;
  people.cannot_report += on(met.reached) && !on(readable) ? 1 : 0;
  people.unproved += !opened && on(met.opened & reporting()) ? 1 : 0;
  people.confirmed += on(met.reached) && on(met.confirmed) ? 1 : 0;
}

void add(PeriodCounts& counts, const db::Row& row, int at) {
  for (auto* counter :
       {&counts.deliveries, &counts.accepted, &counts.delivered, &counts.failed_person, &counts.failed_message,
        &counts.failed_carrier, &counts.failed_system, &counts.suppressed, &counts.expired, &counts.unknown,
        &counts.opened_person, &counts.opened_machine, &counts.confirmed, &counts.late}) {
    *counter += row.int64(at++);
  }
}

/// All channels at 0, then one each.
class Scopes {
 public:
  PeriodScope& of(std::int64_t channel) {
    auto& scope = scopes_.at(static_cast<std::size_t>(channel));
    used_ |= 1U << channel;
    return scope;
  }
  void count(const People& people) {
    for (const auto& [investor, met] : people) {
      add(of(0).people, met, kEveryChannel);
      for (const auto channel : kChannels)
        if ((met.meant & bit(channel)) != 0) add(of(static_cast<std::int64_t>(channel)).people, met, bit(channel));
    }
  }
  [[nodiscard]] std::vector<PeriodScope> taken() {
    std::vector<PeriodScope> out;
    for (std::size_t i = 0; i < scopes_.size(); ++i) {
      if ((used_ >> i & 1U) == 0) continue;
      if (i != 0) scopes_[i].channel = static_cast<Channel>(i);
      out.push_back(std::move(scopes_[i]));
    }
    return out;
  }

 private:
  std::array<PeriodScope, 7> scopes_{};
  unsigned used_{};
};

class Reading {
 public:
  Reading(db::Database& database, Timestamp from, Timestamp until, Micros bucket)
      : database_(database), from_(to_micros(from)), until_(to_micros(until)), bucket_(bucket.count()) {}

  Result<PeriodFigures> run() {
    auto ok = read_hours();
    if (ok) ok = read_people();
    if (ok) ok = read_first();
    if (!ok) return std::unexpected(ok.error());
    PeriodFigures figures;
    figures.whole = whole_.taken();
    for (auto& [index, scopes] : buckets_)
      figures.buckets.push_back({from_micros(from_ + index * bucket_), scopes.taken()});
    return figures;
  }

 private:
  Scopes& bucket_at(std::int64_t hour) { return buckets_[(hour - from_) / bucket_]; }

  Status read_hours() {
    return do_sql(database_,
                  "SELECT hour, channel, deliveries, accepted, delivered, failed_person, failed_message, "
                  "failed_carrier, failed_system, suppressed, expired, unknown, opened_person, opened_machine, "
                  "confirmed, late FROM p_kpi_hour WHERE hour >= $1 AND hour < $2",
                  {from_, until_}, [this](const db::Row& row) {
                    if (!known_channel(row.int64(1))) return true;
                    for (auto* scopes : {&whole_, &bucket_at(row.int64(0))}) {
                      add(scopes->of(0).counts, row, 2);
                      add(scopes->of(row.int64(1)).counts, row, 2);
                    }
                    return true;
                  });
  }

  Status read_people() {
    People everybody;
    People here;
    std::int64_t index = -1;
    const auto close = [&] {
      if (index >= 0) buckets_[index].count(here);
      here.clear();
    };
    auto ok = do_sql(database_,
                     "SELECT hour, investor, channel, due, delivered, opened, confirmed FROM p_kpi_person "
                     "WHERE hour >= $1 AND hour < $2 ORDER BY hour, investor, channel",
                     {from_, until_}, [&](const db::Row& row) {
                       if (!known_channel(row.int64(2))) return true;
                       if (const auto now = (row.int64(0) - from_) / bucket_; now != index) {
                         close();
                         index = now;
                       }
                       const auto mine = bit(static_cast<Channel>(row.int64(2)));
                       const auto some = [&](int column) { return row.int64(column) > 0 ? mine : std::uint8_t{0}; };
                       const Met met{mine, some(3), some(4), some(5), some(6)};
                       const auto investor = id_from<InvestorTag>(row, 1);
                       everybody[investor] |= met;
                       here[investor] |= met;
                       return true;
                     });
    if (!ok) return ok;
    close();
    whole_.count(everybody);
    return {};
  }

  Status read_first() {
    return do_sql(database_, "SELECT hour, channel, step, messages FROM p_kpi_first WHERE hour >= $1 AND hour < $2",
                  {from_, until_}, [this](const db::Row& row) {
                    if (row.int64(1) != 0 && !known_channel(row.int64(1))) return true;
                    for (auto* scopes : {&whole_, &bucket_at(row.int64(0))}) {
                      scopes->of(row.int64(1)).times.add(row.int64(2), row.int64(3));
                    }
                    return true;
                  });
  }

  db::Database& database_;
  const std::int64_t from_;
  const std::int64_t until_;
  const std::int64_t bucket_;
  Scopes whole_;
  std::map<std::int64_t, Scopes> buckets_;
};

}  // namespace

std::int64_t reach_step(Micros took) {
  const auto ms = took.count() / 1000;
  if (ms <= 1) return 0;
  return std::min(kMostSteps,
                  static_cast<std::int64_t>(std::ceil(std::log(static_cast<double>(ms)) / std::log(kFactor))));
}

std::int64_t reach_border(std::int64_t step) {
  return std::llround(std::floor(std::pow(kFactor, static_cast<double>(step))));
}

std::int64_t ReachTimes::reached() const {
  std::int64_t sum = 0;
  for (const auto& [step, count] : steps_) sum += step == kNotReached ? 0 : count;
  return sum;
}

std::int64_t ReachTimes::due() const {
  std::int64_t sum = 0;
  for (const auto& [step, count] : steps_) sum += count;
  return sum;
}

std::optional<std::int64_t> ReachTimes::quantile(double share) const {
  const auto total = reached();
  if (total <= 0) return std::nullopt;
  const auto wanted =
      std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(share * static_cast<double>(total))));
  std::int64_t seen = 0;
  for (const auto& [step, count] : steps_) {
    if (step == kNotReached) continue;
    seen += count;
    if (seen >= wanted) return reach_border(step);
  }
  return std::nullopt;
}

Result<PeriodFigures> read_kpi_period(db::Database& projections, Timestamp from, Timestamp until, Micros bucket) {
  if (until <= from || bucket < std::chrono::hours(1)) return fail(ErrorCode::invalid_argument, "no such period");
  if (auto ok = projections.begin_read(); !ok) return std::unexpected(ok.error());
  auto figures = Reading(projections, from, until, bucket).run();
  projections.rollback();
  return figures;
}

Result<std::optional<Timestamp>> earliest_kpi(db::Database& projections) {
  std::optional<Timestamp> earliest;
  auto ok = do_sql(projections, "SELECT min(hour) FROM p_kpi_hour", {}, [&](const db::Row& row) {
    if (!row.is_null(0)) earliest = from_micros(row.int64(0));
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  return earliest;
}

}  // namespace guardline::spine
