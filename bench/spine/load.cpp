// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/spine/load.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

#include <sys/resource.h>

namespace guardline::bench {
namespace {

constexpr EventKind kStages[] = {EventKind::delivery_planned, EventKind::delivery_intent, EventKind::delivery_handed,
                                 EventKind::delivery_accepted, EventKind::delivery_delivered};
constexpr std::uint64_t kStageSize = 200;  // deliveries that go through the stages side by side

InvestorId investor(std::uint64_t number) {
  // Spread over the whole range, as ids of people who came at different times are.
  InvestorId id;
  std::uint64_t mixed = number * 0x9E3779B97F4A7C15ULL;
  for (auto& byte : id.value) {
    mixed = mixed * 6364136223846793005ULL + 1442695040888963407ULL;
    byte = static_cast<std::uint8_t>(mixed >> 56);
  }
  return id;
}

}  // namespace

std::vector<spine::Submission> Load::make(std::size_t events) {
  std::vector<spine::Submission> all;
  all.reserve(events);
  std::vector<DeliveryId> ids;
  std::vector<MessageId> messages;
  const NoticeId notice = NoticeId::make(clock_.now());
  for (std::size_t i = 0; i < events; ++i, ++event_) {
    const std::uint64_t in_block = event_ % (kStageSize * 5);
    const std::uint64_t stage = in_block / kStageSize;
    const std::uint64_t slot = in_block % kStageSize;
    if (in_block == 0 || ids.empty()) {
      ids.clear();
      messages.clear();
      for (std::uint64_t d = 0; d < kStageSize; ++d) {
        ids.push_back(DeliveryId::make(clock_.now()));
        messages.push_back(MessageId::make(clock_.now()));
      }
    }
    const std::uint64_t delivery = event_ / (kStageSize * 5) * kStageSize + slot;
    spine::EventDraft draft;
    draft.id = EventId::make(clock_.now());
    draft.occurred_at = clock_.now();
    draft.kind = kStages[stage];
    draft.subject_type = SubjectType::delivery;
    draft.notice = notice;
    draft.message = messages[slot];
    draft.delivery = ids[slot];
    draft.investor = investor(delivery * 7919 % options_.investors);
    draft.channel = Channel::sms;
    draft.carrier = "sms-main";
    if (options_.detail_every != 0 && event_ % options_.detail_every == 0)
      draft.detail.assign(options_.detail_bytes, 'x');
    spine::Submission submission;
    if (stage == 0) {
      spine::OutgoingWork work;
      work.delivery = draft.delivery;
      work.due = draft.occurred_at;
      work.channel = Channel::sms;
      work.notice = notice;
      work.message = draft.message;
      work.investor = draft.investor;
      work.lane = "sms-main";
      submission.add_outgoing.push_back(work);
    }
    if (stage == 4) submission.remove_outgoing.push_back(draft.delivery);
    if (event_ % 50 == 0) {
      submission.idempotency = spine::IdempotencyRecord{"bench", draft.id.text(), Digest{}, Bytes(60, 'a')};
    }
    submission.events.push_back(std::move(draft));
    all.push_back(std::move(submission));
  }
  return all;
}

std::vector<spine::Submission> Load::introduce() {
  std::vector<spine::Submission> all;
  for (std::uint64_t n = 0; n < options_.investors; ++n) {
    spine::EventDraft draft;
    draft.id = EventId::make(clock_.now());
    draft.occurred_at = clock_.now();
    draft.kind = EventKind::investor_changed;
    draft.subject_type = SubjectType::investor;
    draft.investor = investor(n);
    draft.detail.assign(options_.detail_bytes, 'x');
    all.emplace_back().events.push_back(std::move(draft));
  }
  return all;
}

double cpu_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Rate run_committer(spine::Committer& committer, std::vector<spine::Submission> work) {
  const std::size_t total = work.size();
  std::atomic<std::size_t> answered{0};
  std::mutex mutex;
  std::condition_variable end;
  const auto cpu = cpu_seconds();
  const auto start = std::chrono::steady_clock::now();
  for (auto& submission : work) {
    // The queue refuses what is beyond its bound and keeps nothing of it, so a copy is what is tried again: rare.
    while (answered.load(std::memory_order_relaxed) + 15'000 < static_cast<std::size_t>(&submission - work.data())) {
      std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
    auto queued = committer.submit(std::move(submission), [&](Result<spine::Committed> answer) {
      if (!answer) {
        std::fprintf(stderr, "committer: %s\n", answer.error().message.c_str());
        std::abort();
      }
      if (answered.fetch_add(1) + 1 == total) {
        const std::lock_guard lock(mutex);
        end.notify_one();
      }
    });
    if (!queued) {
      std::fprintf(stderr, "submit: %s\n", queued.error().message.c_str());
      std::abort();
    }
  }
  std::unique_lock lock(mutex);
  end.wait(lock, [&] { return answered == total; });
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const auto rows = static_cast<double>(total);
  return {rows / took.count(), (cpu_seconds() - cpu) / rows * 1e6};
}

}  // namespace guardline::bench
