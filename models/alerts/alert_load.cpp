// How many alerts came, ten minutes at a time. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert_load.h"

#include <algorithm>
#include <tuple>

namespace guardline::models {
namespace {

/// By the clock: the windows of an hour begin at :00, :10, :20.
std::int64_t number_of(Timestamp when) { return to_micros(when) / Micros(AlertLoad::kWindow).count(); }

Timestamp begin_of(std::int64_t number) { return from_micros(number * Micros(AlertLoad::kWindow).count()); }

bool asks(const AlertEntryPtr& entry) { return entry && entry->alert.suppression == Suppression::none; }

}  // namespace

void AlertLoad::begin(Timestamp now) {
  begun_ = now;
  latest_ = now;
  deaf_since_.reset();
  counts_.clear();
}

AlertLoad::Count& AlertLoad::at(Timestamp when) {
  const auto number = number_of(when);
  const auto [found, fresh] = counts_.try_emplace(number);
  if (fresh) {
    const auto oldest = number_of(std::max(latest_, when)) - static_cast<std::int64_t>(kWindows);
    std::erase_if(counts_, [&](const auto& each) { return each.first < oldest && each.first != number; });
  }
  return counts_[number];
}

void AlertLoad::mark(Timestamp from, Timestamp until) {
  const auto last = number_of(until);
  const auto first = std::max(number_of(from), last - static_cast<std::int64_t>(kWindows));
  for (auto number = first; number <= last; ++number) at(begin_of(number)).whole = false;
}

void AlertLoad::hear(const std::vector<AlertChange>& changes) {
  for (const auto& [before, after] : changes) {
    if (!asks(after)) continue;
    // Of an alert that flutters the occurrences between two words of the hub are counted though their times are not
    // known.
    const bool again = !before || after->alert.announced_at > before->alert.announced_at;
    const auto since = before ? after->alert.occurrence - before->alert.occurrence : std::int64_t{1};
    const auto count = std::max(since, std::int64_t{again ? 1 : 0});
    if (count <= 0) continue;
    latest_ = std::max(latest_, after->alert.announced_at);
    at(after->alert.announced_at).raised += static_cast<int>(count);
  }
}

void AlertLoad::deaf(std::optional<Timestamp> since, Timestamp now) {
  if (deaf_since_ && !since) mark(*deaf_since_, now);
  if (since && !deaf_since_) deaf_since_ = since;
  if (!since) deaf_since_.reset();
}

std::vector<AlertLoad::Window> AlertLoad::windows(Timestamp now) const {
  std::vector<Window> all;
  const auto running = number_of(now);
  for (auto number = running - static_cast<std::int64_t>(kWindows) + 1; number <= running; ++number) {
    const auto found = counts_.find(number);
    const auto count = found == counts_.end() ? Count{} : found->second;
    const bool deaf = deaf_since_ && number >= number_of(*deaf_since_);
    all.push_back({begin_of(number), count.raised, count.whole && !deaf && begin_of(number) >= begun_});
  }
  return all;
}

std::optional<Timestamp> AlertLoad::flood(Timestamp now) const {
  std::optional<Timestamp> since;
  const auto all = windows(now);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool over = i + 1 < all.size();
    if (all[i].raised > kFlood && !since) since = all[i].from;
    // Few that were heard of are no calm.
    if (since && over && all[i].whole && all[i].raised < kCalm) since.reset();
  }
  return since;
}

PriorityMix priority_mix(const AlertStore& store) {
  PriorityMix mix;
  for (const auto tab : {AlertTab::to_acknowledge, AlertTab::in_hand, AlertTab::returned}) {
    for (const auto& entry : store.on(tab)) {
      const auto severity = entry->alert.severity;
      const std::size_t place = severity == Severity::urgent ? 0 : severity == Severity::high ? 1 : 2;
      ++mix.counts.at(place);
    }
  }
  return mix;
}

std::vector<AlertEntryPtr> next_shelves(const AlertStore& store, std::size_t most) {
  auto all = store.on(AlertTab::shelved);
  std::erase_if(all, [](const auto& entry) { return !entry->alert.shelved_until; });
  const auto sooner = [](const AlertEntryPtr& a, const AlertEntryPtr& b) {
    return std::tie(a->alert.shelved_until, a->alert.id) < std::tie(b->alert.shelved_until, b->alert.id);
  };
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  std::partial_sort(all.begin(), end, all.end(), sooner);
  all.erase(end, all.end());
  return all;
}

}  // namespace guardline::models
