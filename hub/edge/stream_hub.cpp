// The live stream: topics in, subscribers out. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/stream_hub.h"

#include "core/wire/codec.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace guardline::edge {
namespace {

using SteadyClock = std::chrono::steady_clock;

std::shared_ptr<const std::string> encode(const api::Frame& frame) {
  return std::make_shared<const std::string>(wire::to_json(frame));
}

bool has(const std::vector<api::Topic>& topics, api::Topic topic) {
  return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

// A place has at most 512 characters (core/wire/format.h): two numbers of 64 bits, two '~', and the rest.
constexpr std::size_t kLongestNumber = 20;
constexpr std::size_t kLongestKpi = 512 - 2 * (kLongestNumber + 1);

/// A client's cursor is the kpi position, behind '~' the ticker's, and behind another the alerts'. None contains '~'.
struct Positions {
  std::optional<std::string_view> kpi;
  std::optional<std::string_view> ticker;
  std::optional<std::string_view> alerts;

  explicit Positions(const std::optional<std::string>& cursor) {
    if (!cursor) return;
    std::string_view text = *cursor;
    for (auto* part : {&kpi, &ticker, &alerts}) {
      const auto tilde = text.find('~');
      if (tilde != 0 && !text.empty()) *part = text.substr(0, tilde);
      if (tilde == std::string_view::npos) break;
      text.remove_prefix(tilde + 1);
    }
  }
  [[nodiscard]] std::optional<std::string_view> of(api::Topic topic) const {
    switch (topic) {
      case api::Topic::kpi:
        return kpi;
      case api::Topic::ticker:
        return ticker;
      case api::Topic::alerts:
        return alerts;
    }
    return std::nullopt;
  }
};

struct Subscriber {
  std::shared_ptr<StreamSink> sink;
  std::vector<api::Topic> topics;
};

struct Waiting {
  std::vector<api::Topic> topics;
  std::optional<std::string> cursor;
  SteadyClock::time_point until;
  StreamHub::PollDone done;
};

}  // namespace

struct StreamHub::State {
  explicit State(StreamOptions given) : options(given) {}

  const StreamOptions options;
  mutable std::mutex mutex;  // guards all below, and makes take + deliver one step against catch_up + attach
  std::condition_variable wake;
  std::vector<StreamSource*> sources;
  std::vector<Subscriber> subscribers;
  std::vector<Waiting> waiting;
  bool changed{false};
  bool running{false};
  bool stopping{false};
  std::thread pacer;

  [[nodiscard]] Status may_add() const {
    if (stopping || !running) return fail(ErrorCode::unavailable, "the stream is stopping");
    if (subscribers.size() + waiting.size() >= options.subscribers) {
      return fail(ErrorCode::exhausted, "too many streams");
    }
    return {};
  }

  api::PollAnswer answer(const std::vector<api::Topic>& topics, const std::optional<std::string>& cursor) {
    const Positions positions(cursor);
    api::PollAnswer result;
    for (auto* source : sources) {
      if (!has(topics, source->topic())) continue;
      auto frames = source->catch_up(positions.of(source->topic()));
      std::move(frames.begin(), frames.end(), std::back_inserter(result.frames));
    }
    // A topic not asked for keeps the place the client had.
    const auto place = [&](api::Topic topic) -> std::string {
      for (auto* source : sources) {
        if (source->topic() == topic && has(topics, topic)) return source->position();
      }
      // Only what could be ours: a place that a client made up must not make the answer's longer than a place may be.
      const auto kept = positions.of(topic).value_or("");
      return kept.size() <= (topic == api::Topic::kpi ? kLongestKpi : kLongestNumber) ? std::string(kept)
                                                                                      : std::string();
    };
    result.cursor = place(api::Topic::kpi) + "~" + place(api::Topic::ticker) + "~" + place(api::Topic::alerts);
    return result;
  }

  void step(std::unique_lock<std::mutex>& lock) {
    changed = false;
    for (auto* source : sources) {
      auto frame = source->take();
      if (!frame) continue;
      std::shared_ptr<const std::string> text;
      for (const auto& each : subscribers) {
        if (!has(each.topics, source->topic())) continue;
        if (!text) text = encode(*frame);  // once for all, and not at all for nobody
        each.sink->push(text);
      }
    }
    std::vector<std::pair<PollDone, api::PollAnswer>> ready;
    const auto now = SteadyClock::now();
    std::erase_if(waiting, [&](Waiting& each) {
      auto result = answer(each.topics, each.cursor);
      if (result.frames.empty() && now < each.until && !stopping) return false;
      ready.emplace_back(std::move(each.done), std::move(result));
      return true;
    });
    lock.unlock();
    for (auto& [done, result] : ready) done(std::move(result));
    lock.lock();
  }

  void run() {
    std::unique_lock lock(mutex);
    auto last = SteadyClock::now() - options.step;
    while (!stopping) {
      // Sleeps until something changed or the first poll has waited long enough; then keeps the distance between steps.
      auto until = SteadyClock::time_point::max();
      for (const auto& each : waiting) until = std::min(until, each.until);
      if (until == SteadyClock::time_point::max()) {
        wake.wait(lock, [this] { return stopping || changed || !waiting.empty(); });
        if (!changed && !stopping) continue;  // a first poll came: its end is not in `until` yet
      } else {
        const auto polls = waiting.size();
        wake.wait_until(lock, until, [&] { return stopping || changed || waiting.size() != polls; });
        if (!changed && !stopping && SteadyClock::now() < until) continue;
      }
      wake.wait_until(lock, last + options.step, [this] { return stopping; });
      last = SteadyClock::now();
      step(lock);
    }
    step(lock);  // answers the waiting polls
  }
};

StreamHub::StreamHub(StreamOptions options) : state_(std::make_unique<State>(options)) {}
StreamHub::~StreamHub() { stop(); }

void StreamHub::add(StreamSource& source) { state_->sources.push_back(&source); }

void StreamHub::start() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->running = true;
  }
  state_->pacer = std::thread([state = state_.get()] { state->run(); });
  for (auto* source : state_->sources) {
    source->start([state = state_.get()] {
      {
        const std::lock_guard lock(state->mutex);
        state->changed = true;
      }
      state->wake.notify_one();
    });
  }
}

void StreamHub::stop() {
  std::vector<Subscriber> closing;
  {
    const std::lock_guard lock(state_->mutex);
    if (!state_->running || state_->stopping) return;
    state_->stopping = true;
    closing.swap(state_->subscribers);
  }
  state_->wake.notify_one();
  for (auto* source : state_->sources) source->stop();
  if (state_->pacer.joinable()) state_->pacer.join();
  for (const auto& each : closing) each.sink->close(1001, "the hub stops");
}

Status StreamHub::attach(std::shared_ptr<StreamSink> sink, const std::vector<api::Topic>& topics,
                         const std::optional<std::string>& cursor) {
  const std::lock_guard lock(state_->mutex);
  if (auto ok = state_->may_add(); !ok) return ok;
  const Positions positions(cursor);
  for (auto* source : state_->sources) {
    if (!has(topics, source->topic())) continue;
    for (const auto& frame : source->catch_up(positions.of(source->topic()))) sink->push(encode(frame));
  }
  state_->subscribers.push_back({std::move(sink), topics});
  return {};
}

void StreamHub::detach(const StreamSink* sink) {
  std::shared_ptr<StreamSink> last;  // dies outside the lock
  const std::lock_guard lock(state_->mutex);
  std::erase_if(state_->subscribers, [&](Subscriber& each) {
    if (each.sink.get() != sink) return false;
    last = std::move(each.sink);
    return true;
  });
}

void StreamHub::close_device(DeviceId device) {
  const std::lock_guard lock(state_->mutex);
  for (const auto& each : state_->subscribers) {
    if (each.sink->device() == device) each.sink->close(api::kCloseDeviceRevoked, "device revoked");
  }
}

void StreamHub::close_session(SessionId session) {
  const std::lock_guard lock(state_->mutex);
  for (const auto& each : state_->subscribers) {
    if (each.sink->session() == session) each.sink->close(api::kCloseSessionEnded, "session ended");
  }
}

void StreamHub::poll(const std::vector<api::Topic>& topics, const std::optional<std::string>& cursor,
                     std::chrono::milliseconds wait, PollDone done) {
  std::unique_lock lock(state_->mutex);
  if (auto ok = state_->may_add(); !ok) {
    lock.unlock();
    return done(std::unexpected(ok.error()));
  }
  auto now = state_->answer(topics, cursor);
  if (!now.frames.empty() || wait <= std::chrono::milliseconds(0)) {
    lock.unlock();
    return done(std::move(now));
  }
  state_->waiting.push_back({topics, cursor, SteadyClock::now() + wait, std::move(done)});
  lock.unlock();
  state_->wake.notify_one();
}

std::size_t StreamHub::subscribers() const {
  const std::lock_guard lock(state_->mutex);
  return state_->subscribers.size() + state_->waiting.size();
}

}  // namespace guardline::edge
