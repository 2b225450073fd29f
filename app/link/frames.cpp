// From frames of the stream to what live pages hear, with the gap check. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/frames.h"

#include "app/link/alert_wire.h"
#include "core/wire/codec.h"

#include <algorithm>
#include <iterator>

namespace guardline::app {
namespace {

using Verdict = FrameReader::Verdict;

std::vector<models::KpiBucket> buckets_of(std::vector<api::KpiBucket>&& from) {
  std::vector<models::KpiBucket> to;
  to.reserve(from.size());
  std::transform(from.begin(), from.end(), std::back_inserter(to), [](const api::KpiBucket& bucket) {
    return models::KpiBucket{.minute = bucket.minute,
                             .channel = bucket.channel,
                             .planned = bucket.planned,
                             .handed = bucket.handed,
                             .accepted = bucket.accepted,
                             .delivered = bucket.delivered,
                             .failed_person = bucket.failed_person,
                             .failed_message = bucket.failed_message,
                             .failed_carrier = bucket.failed_carrier,
                             .failed_system = bucket.failed_system,
                             .suppressed = bucket.suppressed,
                             .expired = bucket.expired,
                             .unknown = bucket.unknown,
                             .backlog = bucket.backlog,
                             .opened_person = bucket.opened_person,
                             .opened_machine = bucket.opened_machine,
                             .latency_p50_ms = bucket.latency_p50_ms,
                             .latency_p95_ms = bucket.latency_p95_ms};
  });
  return to;
}

/// Reasons travel by name; one this version doesn't know is shown as none rather than refusing the whole frame.
Reason reason_named(const std::optional<std::string>& text) {
  if (!text) return Reason::none;
  for (std::uint16_t number = 0; number < 1000; ++number) {
    const auto reason = reason_from(number);
    if (reason && name(*reason) == *text) return *reason;
  }
  return Reason::none;
}

models::TickerItems ticker_of(std::vector<api::TickerItem>&& from) {
  models::TickerItems to;
  to.items.reserve(from.size());
  for (auto& item : from) {
    to.items.push_back({.at = item.at,
                        .channel = item.channel,
                        .state = item.state,
                        .reason = reason_named(item.reason),
                        .carrier = std::move(item.carrier).value_or(""),
                        .notice = item.notice ? item.notice->text() : std::string(),
                        .drill = item.drill});
  }
  return to;
}

FrameReader::Read only(Verdict verdict) { return {.verdict = verdict, .batch = {}, .alerts = {}}; }
FrameReader::Read deliver(models::LiveBatch batch) {
  return {.verdict = Verdict::deliver, .batch = std::move(batch), .alerts = {}};
}

/// Alerts are told as they stand, so no range has to follow on another.
FrameReader::Read alerts(api::Frame&& frame) {
  const bool snapshot = frame.type == api::FrameType::snapshot;
  if (!snapshot && frame.type != api::FrameType::items) return only(Verdict::skip);
  if (!frame.alerts) return only(Verdict::broken);
  auto read = only(Verdict::alerts);
  if (snapshot) {
    read.alerts = models::AlertSnapshot{alerts_of(std::move(*frame.alerts))};
  } else {
    read.alerts = models::AlertChanges{alerts_of(std::move(*frame.alerts))};
  }
  return read;
}

}  // namespace

FrameReader::Read FrameReader::text(std::string_view json, std::size_t bytes, Timestamp now) {
  auto read = wire::from_json<api::Frame>(json, {.max_bytes = bytes, .max_depth = 16, .ignore_unknown = true});
  if (!read) return only(Verdict::broken);
  return frame(std::move(*read), now);
}

FrameReader::Read FrameReader::frame(api::Frame&& frame, Timestamp now) {
  if (frame.topic == api::Topic::ticker) {
    if (frame.type != api::FrameType::items) return only(Verdict::skip);
    if (!frame.items) return only(Verdict::broken);
    return deliver(ticker_of(std::move(*frame.items)));
  }
  if (frame.topic == api::Topic::alerts) return alerts(std::move(frame));
  switch (frame.type) {
    case api::FrameType::snapshot: {
      if (!frame.to || !frame.data) return only(Verdict::broken);
      if (frame.from && frame.from != cursor_) return only(Verdict::gap);
      cursor_ = frame.to;
      return deliver(models::KpiSnapshot{.to = std::move(*frame.to),
                                         .from = std::move(frame.from),
                                         .buckets = buckets_of(std::move(frame.data->buckets))});
    }
    case api::FrameType::delta: {
      if (!frame.from || !frame.to || !frame.data) return only(Verdict::broken);
      if (frame.from != cursor_) return only(Verdict::gap);
      cursor_ = frame.to;
      return deliver(models::KpiDelta{.from = std::move(*frame.from),
                                      .to = std::move(*frame.to),
                                      .event_count = frame.events.value_or(0),
                                      .buckets = buckets_of(std::move(frame.data->buckets))});
    }
    case api::FrameType::resync_required:
      cursor_.reset();
      return deliver(models::StreamNotice{models::StreamNotice::Kind::resync, now});
    case api::FrameType::items:
      break;
  }
  return only(Verdict::skip);
}

}  // namespace guardline::app
