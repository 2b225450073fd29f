// What clients send to the stream: a request, and the place that they say they have. Any text is safe, and the answer
// is one that the next request may carry on from. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/codec.h"
#include "hub/edge/alert_source.h"
#include "hub/edge/kpi_source.h"
#include "hub/edge/stream_hub.h"
#include "hub/edge/ticker_source.h"

#include <cstdlib>

using namespace guardline;

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

spine::Cursor at(std::int64_t last) {
  spine::Cursor cursor(0x4D41524B, 2);
  for (std::uint16_t p = 0; p < 2; ++p) cursor.advance(EventRef{.partition = p, .seq = last});
  return cursor;
}

/// A stream with something to tell on each topic.
struct Stream {
  SystemClock clock;
  spine::DeltaFn push;
  std::unique_ptr<edge::KpiSource> kpi;
  std::unique_ptr<edge::TickerSource> ticker;
  std::unique_ptr<edge::AlertSource> alerts;
  edge::StreamHub hub;

  Stream() {
    const auto none = [](spine::DeltaFn) { return spine::Subscription(); };
    const auto keep = [this](spine::DeltaFn fn) {
      push = std::move(fn);
      return spine::Subscription();
    };
    kpi = std::move(*edge::KpiSource::open(
        keep, []() -> Result<spine::KpiSnapshot> { return spine::KpiSnapshot{.at = at(100), .buckets = {}}; }, 2));
    ticker = std::make_unique<edge::TickerSource>(none, clock);
    const auto load = []() -> Result<std::vector<api::Alert>> {
      api::Alert alert;
      alert.alert_id = AlertId{Uuid{1}};
      alert.occurrence = 1;
      alert.revision = 1;
      alert.trigger.rule = "backlog";
      alert.active = true;
      return std::vector{alert};
    };
    alerts = std::make_unique<edge::AlertSource>(load, clock);
    check(alerts->refresh().has_value());
    for (std::int64_t step = 101; step < 105; ++step) {
      auto delta = std::make_shared<spine::ProjectionDelta>();
      delta->from = at(step - 1);
      delta->to = at(step);
      delta->events = 2;
      push(delta);
      check(kpi->take().has_value());
    }
    hub.add(*kpi);
    hub.add(*ticker);
    hub.add(*alerts);
    hub.start();
  }
};

void ask(Stream& stream, const api::PollRequest& request) {
  stream.hub.poll(request.topics, request.cursor, std::chrono::seconds(0), [&](Result<api::PollAnswer> answer) {
    check(answer.has_value());
    // It is what the contract says, and its place is one of ours: asked with it, there is nothing more.
    const auto read = wire::from_json<api::PollAnswer>(wire::to_json(*answer), {.ignore_unknown = true});
    check(read.has_value());
    stream.hub.poll(request.topics, answer->cursor, std::chrono::seconds(0), [&](Result<api::PollAnswer> again) {
      check(again.has_value() && again->frames.empty() && again->cursor == answer->cursor);
    });
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static auto* stream = new Stream;  // until the process ends
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(wire::from_json<api::StreamTicketRequest>(text));
  if (const auto request = wire::from_json<api::PollRequest>(text)) ask(*stream, *request);
  // The same text as a place, where a place may have it.
  if (wire::matches(wire::Format::cursor, text) && size <= 512) {
    const std::vector all{api::Topic::kpi, api::Topic::ticker, api::Topic::alerts};
    for (const auto& topics : {all, std::vector{api::Topic::kpi}, std::vector{api::Topic::alerts}}) {
      ask(*stream, {.topics = topics, .cursor = std::string(text), .wait_seconds = 0});
    }
  }
  if (const auto cursor = spine::Cursor::parse(text)) check(spine::Cursor::parse(cursor->text()) == *cursor);
  return 0;
}
