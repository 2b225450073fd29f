// Topic ticker: a masked sample of what moves. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/ticker_source.h"

#include <algorithm>
#include <charconv>

namespace guardline::edge {
namespace {

constexpr std::size_t kFresh = 40;  // more would be left out by the rate anyway
constexpr std::size_t kTold = 100;  // five seconds at full rate: enough for a poll to come back
constexpr std::size_t kFirst = 20;  // what a new reader sees
constexpr double kPerSecond = 20.0;

}  // namespace

std::optional<api::TickerItem> ticker_item(const spine::StoredEvent& event) {
  const auto state = target_state(event.kind);
  if (!state || event.mark != spine::Mark::applied || !event.channel) return std::nullopt;
  api::TickerItem item{.at = event.recorded_at,
                       .channel = *event.channel,
                       .state = *state,
                       .reason = {},
                       .carrier = {},
                       .notice = {},
                       .drill = event.drill};
  if (event.reason != Reason::none) item.reason = std::string(name(event.reason));
  if (!event.carrier.empty()) item.carrier = event.carrier;
  if (!event.notice.empty()) item.notice = event.notice;
  return item;
}

TickerSource::TickerSource(const Subscribe& subscribe, const Clock& clock)
    : clock_(clock),
      told_until_(static_cast<std::uint64_t>(to_micros(clock.now()))),
      allowance_(kPerSecond),
      refilled_(clock.steady()) {
  subscription_ = subscribe([this](const auto& delta) { on_delta(*delta); });
}

TickerSource::~TickerSource() { stop(); }

void TickerSource::start(std::function<void()> changed) {
  const std::lock_guard lock(mutex_);
  changed_ = std::move(changed);
}

void TickerSource::stop() {
  subscription_.reset();
  const std::lock_guard lock(mutex_);
  changed_ = nullptr;
}

void TickerSource::on_delta(const spine::ProjectionDelta& delta) {
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& event : delta.sample) {
      if (auto item = ticker_item(event)) fresh_.push_back(std::move(*item));
    }
    if (fresh_.empty()) return;
    while (fresh_.size() > kFresh) fresh_.pop_front();
    wake = changed_;
  }
  if (wake) wake();
}

std::optional<api::Frame> TickerSource::take() {
  const std::lock_guard lock(mutex_);
  const auto now = clock_.steady();
  allowance_ = std::min(kPerSecond, allowance_ + kPerSecond * std::chrono::duration<double>(now - refilled_).count());
  refilled_ = now;
  const auto count = std::min(fresh_.size(), static_cast<std::size_t>(allowance_));
  if (count == 0) {
    fresh_.clear();
    return std::nullopt;
  }
  allowance_ -= static_cast<double>(count);
  api::Frame frame{.type = api::FrameType::items,
                   .topic = api::Topic::ticker,
                   .from = {},
                   .to = {},
                   .events = {},
                   .data = {},
                   .items = std::vector<api::TickerItem>(),
                   .alerts = {}};
  frame.items->assign(fresh_.end() - static_cast<std::ptrdiff_t>(count), fresh_.end());
  fresh_.clear();
  told_.insert(told_.end(), frame.items->begin(), frame.items->end());
  told_until_ += count;
  while (told_.size() > kTold) told_.pop_front();
  return frame;
}

std::vector<api::Frame> TickerSource::catch_up(std::optional<std::string_view> position) {
  const std::lock_guard lock(mutex_);
  std::size_t count = std::min(told_.size(), kFirst);
  if (position) {
    std::uint64_t seen = 0;
    const auto [end, error] = std::from_chars(position->data(), position->data() + position->size(), seen);
    const bool ours = error == std::errc() && end == position->data() + position->size() && seen <= told_until_;
    if (ours) count = static_cast<std::size_t>(std::min<std::uint64_t>(told_.size(), told_until_ - seen));
  }
  if (count == 0) return {};
  api::Frame frame{.type = api::FrameType::items,
                   .topic = api::Topic::ticker,
                   .from = {},
                   .to = {},
                   .events = {},
                   .data = {},
                   .items = std::vector<api::TickerItem>(),
                   .alerts = {}};
  frame.items->assign(told_.end() - static_cast<std::ptrdiff_t>(count), told_.end());
  return {std::move(frame)};
}

std::string TickerSource::position() const {
  const std::lock_guard lock(mutex_);
  return std::to_string(told_until_);
}

}  // namespace guardline::edge
