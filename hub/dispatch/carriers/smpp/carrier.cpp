// Short messages over SMPP 3.4. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/carrier.h"

#include "hub/dispatch/carriers/smpp/line.h"

#include <atomic>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <pthread.h>

namespace guardline::dispatch::smpp {

namespace asio = boost::asio;

namespace {

Answer turned_away(Reason reason, const char* diagnostic) {
  Answer answer;
  answer.outcome = Answer::Outcome::retry;
  answer.reason = reason;
  answer.diagnostic = diagnostic;
  return answer;
}

}  // namespace

struct SmppCarrier::Impl {
  Impl(SmppConfig settings, const Clock& clock)
      : config(std::move(settings)), line(std::make_shared<Line>(config, clock)) {}

  const SmppConfig config;
  std::shared_ptr<Line> line;
  // Outlives the carrier where an answer function is still held by a handler.
  std::shared_ptr<std::atomic<std::size_t>> under_way = std::make_shared<std::atomic<std::size_t>>(0);
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work;
  std::thread thread;
  std::mutex gate;       // between submit and the end of stop: no delivery is posted to a loop that has ended
  bool started = false;  // under gate
  bool running = false;  // under gate
};

SmppCarrier::SmppCarrier(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

SmppCarrier::~SmppCarrier() { stop(Micros{0}); }

Result<std::unique_ptr<SmppCarrier>> SmppCarrier::make(SmppConfig config, const Clock& clock) {
  if (const Status valid = validate(config); !valid) return std::unexpected(valid.error());
  auto impl = std::make_unique<Impl>(std::move(config), clock);
  return std::unique_ptr<SmppCarrier>(new SmppCarrier(std::move(impl)));
}

std::string_view SmppCarrier::id() const noexcept { return impl_->config.id; }
std::size_t SmppCarrier::window() const noexcept { return impl_->config.window; }
LineState SmppCarrier::line() const noexcept { return impl_->line->state(); }

void SmppCarrier::submit(Outgoing outgoing, AnswerFn answer) {
  {
    const std::lock_guard lock(impl_->gate);
    if (impl_->running) {
      const bool full = impl_->under_way->fetch_add(1) >= impl_->config.window;
      auto once = [count = impl_->under_way, answer = std::move(answer)](Answer result) {
        count->fetch_sub(1);
        answer(std::move(result));
      };
      asio::post(impl_->line->io(),
                 [line = impl_->line.get(), full, out = std::move(outgoing), once = std::move(once)] {
                   if (full) return once(turned_away(Reason::carrier_busy, "over the window"));
                   line->submit(out, once);
                 });
      return;
    }
  }
  answer(turned_away(Reason::carrier_down, "not running"));
}

void SmppCarrier::start(ReceiptSink& receipts) {
  const std::lock_guard lock(impl_->gate);
  if (std::exchange(impl_->started, true)) return;
  impl_->running = true;
  impl_->work.emplace(impl_->line->io().get_executor());
  asio::post(impl_->line->io(), [line = impl_->line.get(), &receipts] { line->begin(receipts); });
  impl_->thread = std::thread([line = impl_->line] { line->io().run(); });
  pthread_setname_np(impl_->thread.native_handle(), "smpp");
}

void SmppCarrier::stop(Micros grace) {
  {
    const std::lock_guard lock(impl_->gate);
    if (!impl_->running) return;
    impl_->running = false;
  }
  std::promise<void> finished;
  asio::post(impl_->line->io(),
             [this, grace, &finished] { impl_->line->finish(grace, [&finished] { finished.set_value(); }); });
  finished.get_future().wait();
  // The loop drains what is posted (late confirmations of receipts), then ends for want of work.
  impl_->work.reset();
  impl_->thread.join();
}

}  // namespace guardline::dispatch::smpp
