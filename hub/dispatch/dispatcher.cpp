// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/dispatcher.h"

#include "core/base/id_time.h"
#include "hub/dispatch/answers.h"
#include "hub/dispatch/schedule.h"
#include "hub/dispatch/survivors.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <random>
#include <thread>
#include <unordered_set>
#include <utility>

namespace guardline::dispatch {
namespace {

struct Prepared {
  Flight flight;
  Carrier* carrier{};
  Outgoing outgoing;
};
struct Answered {
  Flight flight;
  Answer answer;
};

constexpr std::size_t kMaxCategories = 4096;        // remembered notices; forgetting costs a look-up
constexpr Micros kHold = std::chrono::seconds(1);   // between tries at a store that fails
constexpr Micros kLate = std::chrono::minutes(10);  // an `add` of work that is in the record comes sooner by far

}  // namespace

struct Dispatcher::Impl : std::enable_shared_from_this<Dispatcher::Impl> {
  Impl(spine::Spine& s, const Clock& c, ContentSource& source, std::vector<Carrier*> all, DispatcherHooks h,
       DispatcherOptions o)
      : spine(s), clock(c), content(source), carriers(std::move(all)), hooks(std::move(h)), options(o) {}

  // --- dispatcher's thread -------------------------------------------------------------------------------------------

  void run() {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait_for(lock, options.poll, [this] { return stopping || woken; });
      woken = false;
      auto ended = std::exchange(answers, {});
      auto go = std::exchange(ready, {});
      const bool ending = stopping;
      lock.unlock();
      if (auto ok = follow_leases(); !ok) note(ok.error().message);
      give_up_foreign(go, ended);
      for (auto& prepared : go) hand_over(std::move(prepared));
      record_answers(std::move(ended));
      if (!ending) prepare_due();
      lock.lock();
      if (ending && flying == 0 && answers.empty() && ready.empty()) return;
      if (ending && clock.steady() > stop_deadline) return;
    }
  }

  /// Gives up what belongs to partitions that have changed hands, reads the work of those newly taken.
  Status follow_leases() {
    auto holdings = spine.holdings();
    std::vector<spine::Holding> gained;
    {
      const std::lock_guard lock(mutex);
      if (clock.steady() >= late_until) late.clear();
      if (holdings == followed) return {};
      std::erase_if(held, [&](const auto& one) {
        return std::ranges::find(holdings, spine::Holding{one.first, one.second}) == holdings.end();
      });
      schedule.drop([this](const spine::OutgoingWork& work) { return !holds(work); });
      std::ranges::copy_if(holdings, std::back_inserter(gained),
                           [this](const auto& holding) { return !held.contains(holding.partition); });
    }
    auto found = read_survivors(
        spine, gained, [this](NoticeId notice) { return category_of(notice); }, clock.now());
    if (!found) return std::unexpected(found.error());
    const std::lock_guard lock(mutex);
    followed = std::move(holdings);
    for (const auto& holding : gained) held[holding.partition] = holding.epoch;
    late_until = clock.steady() + kLate;
    for (auto& work : found->waiting) {
      if (running) late.insert(work.delivery);
      schedule.add(std::move(work));
    }
    for (auto& flight : found->uncertain) {
      if (running) late.insert(flight.work.delivery);
      ++flying;
      Answer lost;
      lost.reason = Reason::answer_lost;
      answers.push_back({std::move(flight), std::move(lost)});
    }
    if (!answers.empty()) woken = true;
    return {};
  }

  /// Another hub works on it by now, and holds what we have handed over for unknown.
  void give_up_foreign(std::deque<Prepared>& go, std::deque<Answered>& ended) {
    const std::lock_guard lock(mutex);
    const auto foreign = [this](const Flight& flight) {
      const auto at = held.find(spine.partition_of(flight.work.investor));
      return at == held.end() || at->second != flight.epoch;
    };
    stats.taken_over += std::erase_if(go, [&](const Prepared& prepared) {
      const bool gone = foreign(prepared.flight);
      if (gone) land(prepared.carrier);
      return gone;
    });
    const auto answers_gone = std::erase_if(ended, [&](const Answered& answer) { return foreign(answer.flight); });
    flying -= answers_gone;
    stats.taken_over += answers_gone;
  }

  void prepare_due() {
    const auto now = clock.now();
    auto batch = std::make_shared<std::vector<Prepared>>();
    Recorded ends;
    for (const auto channel : kChannels) take_due(channel, now, *batch, ends);
    if (!ends.submission.events.empty()) commit(std::make_shared<Recorded>(std::move(ends)), {});
    if (!batch->empty()) commit_intents(std::move(batch), now);
  }

  void take_due(Channel channel, Timestamp now, std::vector<Prepared>& batch, Recorded& ends) {
    while (batch.size() < options.batch && ends.submission.events.size() < options.batch) {
      bool any = false;
      bool up = false;
      Carrier* carrier = free_carrier(channel, any, up);
      std::optional<spine::OutgoingWork> work;
      std::int64_t epoch = 0;
      {
        const std::lock_guard lock(mutex);
        const auto next = schedule.next(channel);
        if (!next || next->ready > now) return;
        const bool give_up = !any || (!up && now - next->due > options.line_patience);
        if (carrier == nullptr && !give_up) return;
        work = schedule.take(channel, now);
        if (!work) return;
        const auto at = held.find(spine.partition_of(work->investor));
        if (at == held.end()) continue;
        epoch = at->second;
      }
      const auto category = category_of(work->notice);
      // What can't be read now can't be judged: it waits, and so does the rest.
      if (!category) return later(std::move(*work), category.error().message);
      const bool drill = work->drill;
      Flight flight{std::move(*work), *category, drill, {}, now, epoch};
      if (now > time_of(flight.work.delivery) + validity(flight.category)) {
        record_end(ends, flight, EventKind::delivery_expired, up ? Reason::retries_exhausted : Reason::carrier_down,
                   now);
      } else if (carrier == nullptr) {
        record_end(ends, flight, EventKind::delivery_failed, any ? Reason::carrier_down : Reason::no_carrier_configured,
                   now);
      } else if (!prepare(std::move(flight), *carrier, now, batch, ends)) {
        return;
      }
    }
  }

  /// False if the store can't be read at present.
  bool prepare(Flight flight, Carrier& carrier, Timestamp now, std::vector<Prepared>& batch, Recorded& ends) {
    auto opened = content.open(flight.work);
    if (!opened) {
      switch (opened.error().code) {
        case ErrorCode::denied:
          record_end(ends, flight, EventKind::delivery_suppressed, Reason::investor_erased, now);
          return true;
        case ErrorCode::not_found:
          record_end(ends, flight, EventKind::delivery_suppressed, Reason::no_contact_point, now);
          return true;
        case ErrorCode::corrupt:
          record_end(ends, flight, EventKind::delivery_failed, Reason::internal_error, now);
          return true;
        default:
          later(std::move(flight.work), opened.error().message);
          return false;
      }
    }
    flight.carrier = carrier.id();
    Prepared prepared{std::move(flight), &carrier, {}};
    auto& out = prepared.outgoing;
    out.delivery = prepared.flight.work.delivery;
    out.message = prepared.flight.work.message;
    out.notice = prepared.flight.work.notice;
    out.address = std::move(opened->address);
    out.title = std::move(opened->title);
    out.body = std::move(opened->body);
    out.html = std::move(opened->html);
    out.language = std::move(opened->language);
    out.valid_until = time_of(out.delivery) + validity(prepared.flight.category);
    {
      const std::lock_guard lock(mutex);
      ++in_flight[&carrier];
      ++flying;
    }
    batch.push_back(std::move(prepared));
    return true;
  }

  void commit_intents(std::shared_ptr<std::vector<Prepared>> batch, Timestamp now) {
    spine::Submission submission;
    for (const auto& prepared : *batch) {
      const auto& work = prepared.flight.work;
      spine::EventDraft event;
      event.id = EventId::make(now);
      event.occurred_at = now;
      event.drill = prepared.flight.drill;
      event.kind = EventKind::delivery_intent;
      event.subject_type = SubjectType::delivery;
      event.subject = work.delivery.value;
      event.notice = work.notice;
      event.message = work.message;
      event.delivery = work.delivery;
      event.investor = work.investor;
      event.channel = work.channel;
      event.carrier = prepared.flight.carrier;
      event.code = "attempt " + std::to_string(work.attempt);
      submission.events.push_back(std::move(event));
      auto marked = work;
      marked.sent_before = true;
      submission.add_outgoing.push_back(std::move(marked));
    }
    auto self = shared_from_this();
    auto done = [self, batch = std::move(batch)](const Result<spine::Committed>& committed) {
      const std::lock_guard lock(self->mutex);
      for (auto& prepared : *batch) {
        if (committed) {
          self->ready.push_back(std::move(prepared));
          continue;
        }
        self->land(prepared.carrier);
        self->put_back(std::move(prepared.flight.work), committed.error().message);
      }
      self->wake_locked();
    };
    if (auto ok = spine.committer().submit(std::move(submission), done); !ok) done(std::unexpected(ok.error()));
  }

  void hand_over(Prepared prepared) {
    prepared.flight.handed_at = clock.now();
    auto self = shared_from_this();
    auto* carrier = prepared.carrier;
    carrier->submit(std::move(prepared.outgoing), [self, carrier, flight = std::move(prepared.flight)](Answer answer) {
      const std::lock_guard lock(self->mutex);
      self->land(carrier);
      ++self->flying;  // still ours until the answer is durable
      self->answers.push_back({flight, std::move(answer)});
      self->wake_locked();
    });
  }

  void record_answers(std::deque<Answered> ended) {
    while (!ended.empty()) {
      auto recorded = std::make_shared<Recorded>();
      auto kept = std::make_shared<std::vector<Answered>>();
      const auto now = clock.now();
      while (!ended.empty() && kept->size() < options.batch) {
        record(*recorded, ended.front().flight, ended.front().answer, options.retry, now, unit());
        kept->push_back(std::move(ended.front()));
        ended.pop_front();
      }
      commit(std::move(recorded), std::move(kept));
    }
  }

  /// `kept` are the answers to put back if the store can't take them now: a carrier's word is never dropped.
  void commit(std::shared_ptr<Recorded> recorded, std::shared_ptr<std::vector<Answered>> kept) {
    auto self = shared_from_this();
    auto submission = std::move(recorded->submission);
    submission.also = [self, recorded](db::Database& database) -> Status {
      if (auto ok = store_references(database, recorded->references); !ok) return ok;
      for (const auto& message : recorded->ended)
        if (self->hooks.ended)
          if (auto ok = self->hooks.ended(database, message, self->clock.now()); !ok) return ok;
      for (const auto& [investor, channel] : recorded->gone)
        if (self->hooks.address_gone)
          if (auto ok = self->hooks.address_gone(database, investor, channel); !ok) return ok;
      return {};
    };
    auto done = [self, recorded = std::move(recorded), kept = std::move(kept)](
                    const Result<spine::Committed>& committed) { self->committed(*recorded, kept, committed); };
    if (auto ok = spine.committer().submit(std::move(submission), done); !ok) done(std::unexpected(ok.error()));
  }

  // --- any thread ----------------------------------------------------------------------------------------------------

  void committed(Recorded& recorded, const std::shared_ptr<std::vector<Answered>>& kept,
                 const Result<spine::Committed>& outcome) {
    const auto answered = kept ? kept->size() : 0;
    {
      const std::lock_guard lock(mutex);
      if (!outcome) {
        trouble = outcome.error().message;
        if (kept)
          for (auto& answer : *kept) answers.push_back(std::move(answer));
        for (auto& work : recorded.unanswered) put_back(std::move(work), outcome.error().message);
        return;  // the next poll tries again
      }
      flying -= answered;
      for (auto& work : recorded.again) schedule.add(std::move(work));
      stats.handed +=
          static_cast<std::uint64_t>(std::ranges::count(recorded.references, std::int64_t{0}, &Reference::part));
      stats.retried += recorded.retried;
      stats.resent_uncertain += recorded.resent_uncertain;
      trouble.clear();
      wake_locked();
    }
    if (!recorded.ended.empty() && hooks.ended_committed) hooks.ended_committed();
    if (hooks.references_known && !recorded.references.empty()) {
      std::map<std::string, std::vector<std::string>> by_carrier;
      for (const auto& reference : recorded.references) by_carrier[reference.carrier].push_back(reference.reference);
      for (const auto& [carrier, references] : by_carrier) hooks.references_known(carrier, references);
    }
  }

  // --- with the lock held --------------------------------------------------------------------------------------------

  void wake_locked() {
    woken = true;
    changed.notify_all();
  }
  void land(Carrier* carrier) {
    --in_flight[carrier];
    --flying;
  }
  /// Its due time stays: what waits for a line that is down must not begin to wait anew.
  void put_back(spine::OutgoingWork work, const std::string& why) {
    trouble = why;
    if (holds(work)) schedule.hold(std::move(work), clock.now() + kHold);
  }
  [[nodiscard]] bool holds(const spine::OutgoingWork& work) const {
    return held.contains(spine.partition_of(work.investor));
  }

  // --- dispatcher's thread, small ------------------------------------------------------------------------------------

  void later(spine::OutgoingWork work, const std::string& why) {
    const std::lock_guard lock(mutex);
    put_back(std::move(work), why);
  }

  void note(const std::string& why) {
    const std::lock_guard lock(mutex);
    trouble = why;
  }

  Carrier* free_carrier(Channel channel, bool& any, bool& up) {
    Carrier* free = nullptr;
    for (auto* carrier : carriers) {
      if (carrier->channel() != channel) continue;
      any = true;
      const auto line = carrier->line();
      if (line != LineState::up && line != LineState::throttled) continue;
      up = true;
      const std::lock_guard lock(mutex);
      if (free == nullptr && in_flight[carrier] < carrier->window()) free = carrier;
    }
    return free;
  }

  Result<Category> category_of(NoticeId notice) {
    if (const auto known = categories.find(notice); known != categories.end()) return known->second;
    const auto category = content.category(notice);
    if (!category && category.error().code != ErrorCode::not_found) return category;
    if (categories.size() >= kMaxCategories) categories.clear();
    // Work of a notice that nobody knows is none of the urgent ones and no advertisement either.
    return categories[notice] = category.value_or(Category::service);
  }

  double unit() { return std::uniform_real_distribution<double>(0.0, 1.0)(random); }

  spine::Spine& spine;
  const Clock& clock;
  ContentSource& content;
  std::vector<Carrier*> carriers;
  DispatcherHooks hooks;
  DispatcherOptions options;
  std::map<NoticeId, Category> categories;
  std::mt19937_64 random{std::random_device{}()};

  mutable std::mutex mutex;
  std::condition_variable changed;
  bool woken{false};
  bool running{false};
  bool stopping{false};
  Micros stop_deadline{0};
  std::vector<spine::Holding> followed;        // the holdings of which the work is here
  std::map<std::uint16_t, std::int64_t> held;  // the same to look up: partition, epoch
  // Read from partitions taken while running: an `add` of it that comes only now would be a second one.
  std::unordered_set<DeliveryId> late;
  Micros late_until{0};
  Schedule schedule;
  std::deque<Prepared> ready;
  std::deque<Answered> answers;
  std::map<Carrier*, std::size_t> in_flight;
  std::size_t flying{0};  // hand-overs and answers that are not settled; bounded by the carriers' windows
  DispatcherStats stats;
  std::string trouble;
  std::thread thread;
};

Dispatcher::Dispatcher(spine::Spine& spine, const Clock& clock, ContentSource& content, std::vector<Carrier*> carriers,
                       DispatcherHooks hooks, DispatcherOptions options)
    : impl_(std::make_shared<Impl>(spine, clock, content, std::move(carriers), std::move(hooks), options)) {}

Dispatcher::~Dispatcher() { stop(); }

Status Dispatcher::start() {
  if (auto ok = impl_->follow_leases(); !ok) return ok;
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->woken = true;
    impl_->running = true;
  }
  impl_->thread = std::thread([impl = impl_] { impl->run(); });
  return {};
}

void Dispatcher::stop() {
  {
    const std::lock_guard lock(impl_->mutex);
    if (!impl_->stopping) impl_->stop_deadline = impl_->clock.steady() + std::chrono::seconds(10);
    impl_->stopping = true;
    impl_->wake_locked();
  }
  if (impl_->thread.joinable()) impl_->thread.join();
}

void Dispatcher::add(std::vector<spine::OutgoingWork> work) {
  const std::lock_guard lock(impl_->mutex);
  for (auto& one : work) {
    // What is not held will be read from the record when it is; what was read there already is known.
    if (impl_->holds(one) && !impl_->late.contains(one.delivery)) impl_->schedule.add(std::move(one));
  }
  impl_->wake_locked();
}

std::size_t Dispatcher::backlog() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->schedule.size();
}

DispatcherStats Dispatcher::stats() const {
  const std::lock_guard lock(impl_->mutex);
  auto stats = impl_->stats;
  stats.waiting = impl_->schedule.size();
  stats.in_flight = impl_->flying;
  return stats;
}

std::string Dispatcher::trouble() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->trouble;
}

}  // namespace guardline::dispatch
