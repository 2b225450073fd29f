// The SMTP carrier: queue, threads, line state. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smtp/smtp_carrier.h"

#include "core/log/log.h"
#include "hub/dispatch/carriers/smtp/mime_message.h"
#include "hub/dispatch/carriers/smtp/smtp_session.h"
#include "hub/mail/verp.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace guardline::dispatch {
namespace {

struct Job {
  Outgoing outgoing;
  Carrier::AnswerFn answer;
};

Answer not_sent(Answer::Outcome outcome, Reason reason, std::string why) {
  return {
      .outcome = outcome, .reason = reason, .references = {}, .retry_after = Micros(0), .diagnostic = std::move(why)};
}

}  // namespace

struct SmtpCarrier::Pool {
  Pool(SmtpConfig c, mail::Verp v, const Clock& k) : config(std::move(c)), verp(std::move(v)), clock(k) {}

  void work(bool probes);
  Answer hand_over(SmtpSession& session, const Outgoing& outgoing);
  void note(LineState now, const Answer& answer);

  const SmtpConfig config;
  const mail::Verp verp;
  const Clock& clock;

  std::mutex mutex;
  std::condition_variable wake;   ///< work or the end
  std::condition_variable quiet;  ///< nothing outstanding
  std::deque<Job> queue;
  std::size_t outstanding{0};  ///< queued and under way
  bool taking{false};
  bool ending{false};
  std::atomic<bool> abort{false};
  std::atomic<LineState> line{LineState::connecting};
  std::vector<std::thread> threads;
};

void SmtpCarrier::Pool::note(LineState now, const Answer& answer) {
  const LineState before = line.exchange(now);
  if (before == now) return;
  if (now == LineState::up) {
    log::info("mail relay {}: up", config.id);
  } else {
    log::warn("mail relay {}: {} ({})", config.id, now == LineState::throttled ? "throttled" : "down",
              answer.diagnostic);
  }
}

Answer SmtpCarrier::Pool::hand_over(SmtpSession& session, const Outgoing& outgoing) {
  const Timestamp now = clock.now();
  if (outgoing.valid_until != Timestamp{} && outgoing.valid_until <= now) {
    return not_sent(Answer::Outcome::refused, Reason::carrier_expired, "validity ended before the hand-over");
  }
  const auto to = ascii_mailbox(outgoing.address);
  if (!to) {
    return not_sent(Answer::Outcome::refused, Reason::no_such_mailbox, "not a mailbox");
  }
  const auto message = compose(config, outgoing, now);
  if (!message) return not_sent(Answer::Outcome::refused, Reason::content_refused, message.error().message);
  auto sent = session.send(verp.return_path(outgoing.delivery), *to, *message);
  // A hand-over that we ended ourselves tells nothing about the line.
  if (!abort) note(sent.line, sent.answer);
  using enum Answer::Outcome;
  if (sent.answer.outcome == accepted || sent.answer.outcome == unknown) {
    sent.answer.references.push_back(verp.token(outgoing.delivery));
  }
  return std::move(sent.answer);
}

void SmtpCarrier::Pool::work(bool probes) {
  SmtpSession session(config, abort);
  std::unique_lock lock(mutex);
  bool first = true;
  while (true) {
    const auto pause = first ? Micros(0) : config.probe_every;
    first = false;
    const bool woken = wake.wait_for(lock, pause, [this] { return !queue.empty() || ending; });
    if (!woken) {
      if (!probes || line == LineState::up) continue;
      lock.unlock();
      const auto sent = session.probe();
      if (!abort) note(sent.line, sent.answer);
      lock.lock();
      continue;
    }
    if (queue.empty()) return;  // the end, and nothing left to answer
    Job job = std::move(queue.front());
    queue.pop_front();
    lock.unlock();
    Answer answer = abort ? not_sent(Answer::Outcome::retry, Reason::carrier_down, "stopped before the hand-over")
                          : hand_over(session, job.outgoing);
    job.answer(std::move(answer));
    job = {};
    lock.lock();
    if (--outstanding == 0) quiet.notify_all();
  }
}

SmtpCarrier::SmtpCarrier(std::unique_ptr<Pool> pool) : pool_(std::move(pool)) {}

SmtpCarrier::~SmtpCarrier() { stop(Micros(0)); }

Result<std::unique_ptr<SmtpCarrier>> SmtpCarrier::make(SmtpConfig config, const Clock& clock) {
  if (auto ok = check(config); !ok) return std::unexpected(ok.error());
  auto verp = mail::Verp::make(config.verp_key, config.bounce_local, config.bounce_domain);
  if (!verp) return std::unexpected(verp.error());
  return std::unique_ptr<SmtpCarrier>(
      new SmtpCarrier(std::make_unique<Pool>(std::move(config), std::move(*verp), clock)));
}

std::string_view SmtpCarrier::id() const noexcept { return pool_->config.id; }
std::size_t SmtpCarrier::window() const noexcept { return pool_->config.window; }
LineState SmtpCarrier::line() const noexcept { return pool_->line; }

void SmtpCarrier::submit(Outgoing outgoing, AnswerFn answer) {
  bool full = false;
  {
    const std::lock_guard lock(pool_->mutex);
    full = pool_->taking && pool_->outstanding >= pool_->config.window;
    if (pool_->taking && !full) {
      ++pool_->outstanding;
      pool_->queue.push_back({std::move(outgoing), std::move(answer)});
      pool_->wake.notify_one();
      return;
    }
  }
  answer(not_sent(Answer::Outcome::retry, full ? Reason::queue_full : Reason::carrier_down,
                  full ? "window is full" : "carrier is not running"));
}

void SmtpCarrier::start(ReceiptSink&) {
  const std::lock_guard lock(pool_->mutex);
  if (pool_->taking || pool_->ending) return;
  pool_->taking = true;
  for (std::size_t i = 0; i < pool_->config.pool_size; ++i) {
    pool_->threads.emplace_back([pool = pool_.get(), probes = i == 0] { pool->work(probes); });
  }
}

void SmtpCarrier::stop(Micros grace) {
  std::vector<std::thread> threads;
  {
    std::unique_lock lock(pool_->mutex);
    pool_->taking = false;
    pool_->quiet.wait_for(lock, grace, [this] { return pool_->outstanding == 0; });
    pool_->ending = true;
    pool_->abort = true;
    threads.swap(pool_->threads);
  }
  pool_->wake.notify_all();
  for (auto& thread : threads) thread.join();
  pool_->line = LineState::down;
}

}  // namespace guardline::dispatch
