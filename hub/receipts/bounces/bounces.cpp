// Returned mail becomes receipts: the watching thread. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/bounces/bounces.h"

#include "core/log/log.h"
#include "hub/mail/verp.h"
#include "hub/receipts/bounces/dsn.h"
#include "hub/receipts/bounces/maildir.h"
#include "hub/receipts/bounces/verdict.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <vector>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace guardline::receipts {
namespace {

using Kind = Verdict::Kind;

constexpr std::size_t kScan = 4096;
constexpr Micros kSweepEvery = std::chrono::minutes(1);
constexpr Micros kOldest = std::chrono::hours(24 * 30);
constexpr Micros kAhead = std::chrono::minutes(5);

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int fd() const noexcept { return fd_; }
  void drain() const {
    char buffer[4096];
    while (fd_ >= 0 && ::read(fd_, buffer, sizeof buffer) > 0) {
    }
  }

 private:
  int fd_;
};

const char* name(Kind kind) {
  switch (kind) {
    case Kind::failed:
      return "failed";
    case Kind::delivered:
      return "delivered";
    case Kind::delayed:
      return "delayed";
    case Kind::no_news:
      return "no news";
    case Kind::automatic:
      return "automatic answer";
    case Kind::forged:
      return "forged return path";
    case Kind::unknown:
      break;
  }
  return "not understood";
}

}  // namespace

struct BounceWatch::State : std::enable_shared_from_this<State> {
  State(BounceConfig c, mail::Verp v, Maildir m, dispatch::ReceiptSink& s, const Clock& k)
      : config(std::move(c)), verp(std::move(v)), maildir(std::move(m)), sink(s), clock(k) {}

  void run();
  void scan();
  /// False where the sink takes nothing more at the moment.
  bool take(const std::string& file);
  void settle();
  void file_away(const std::string& file, bool flagged);
  void sweep();
  void count(Kind kind);
  void wake() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto n = ::write(event.fd(), &one, sizeof one);
  }

  const BounceConfig config;
  const mail::Verp verp;
  const Maildir maildir;
  dispatch::ReceiptSink& sink;
  const Clock& clock;
  const Descriptor event{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};

  mutable std::mutex mutex;
  bool ending{false};
  BounceCounts counts;
  struct Done {
    std::string file;
    Kind kind;
    bool durable;
  };
  std::vector<Done> done;  ///< answered by the sink, not yet filed away; at most max_in_flight

  // The watching thread's own.
  std::unordered_set<std::string> in_flight;
  std::map<std::string, Micros> not_before;  ///< mail whose receipt was not stored waits here (steady time)
  bool full{false};                          ///< the sink refused: pause instead of asking again at once
  Micros next_sweep{0};
  std::thread thread;
};

void BounceWatch::State::count(Kind kind) {
  const std::lock_guard lock(mutex);
  switch (kind) {
    case Kind::failed:
      ++counts.failed;
      break;
    case Kind::delivered:
      ++counts.delivered;
      break;
    case Kind::delayed:
      ++counts.delayed;
      break;
    case Kind::no_news:
      ++counts.no_news;
      break;
    case Kind::automatic:
      ++counts.automatic;
      break;
    case Kind::forged:
      ++counts.forged;
      break;
    case Kind::unknown:
      ++counts.unknown;
      break;
  }
}

void BounceWatch::State::file_away(const std::string& file, bool flagged) {
  if (const auto ok = maildir.file_away(file, flagged); !ok) {
    log::warn("bounces {}: {}", config.carrier, ok.error().message);
    not_before[file] = clock.steady() + config.poll;
  }
}

bool BounceWatch::State::take(const std::string& file) {
  auto mail = maildir.read(file, config.max_bytes);
  if (!mail) {
    if (mail.error().code == ErrorCode::not_found) return true;
    log::warn("bounces {}: {}", config.carrier, mail.error().message);
    count(Kind::unknown);
    file_away(file, true);
    return true;
  }
  const Verdict verdict = judge(read_returned(mail->bytes), verp, config.success_reports);
  if (verdict.kind != Kind::failed && verdict.kind != Kind::delivered) {
    const bool quarantined = verdict.kind == Kind::forged || verdict.kind == Kind::unknown;
    if (quarantined) log::warn("bounces {}: quarantined, {}", config.carrier, name(verdict.kind));
    count(verdict.kind);
    file_away(file, quarantined);
    return true;
  }
  const Timestamp now = clock.now();
  const bool plausible = verdict.stated_at && *verdict.stated_at <= now + kAhead && *verdict.stated_at >= now - kOldest;
  dispatch::Receipt receipt{
      .carrier = config.carrier,
      .reference = verdict.token,
      .state = verdict.kind == Kind::delivered ? DeliveryState::delivered : DeliveryState::failed,
      .reason = verdict.reason,
      .occurred_at = plausible ? std::min(*verdict.stated_at, now) : mail->arrived_at,
      .code = verdict.code,
  };
  in_flight.insert(file);
  // The callback holds the state weakly: the sink may keep it longer than the watch lives.
  const bool taken =
      sink.on_receipt(std::move(receipt), [weak = weak_from_this(), file, kind = verdict.kind](bool durable) {
        const auto self = weak.lock();
        if (!self) return;
        {
          const std::lock_guard lock(self->mutex);
          self->done.push_back({file, kind, durable});
        }
        self->wake();
      });
  if (!taken) in_flight.erase(file);
  return taken;
}

void BounceWatch::State::settle() {
  std::vector<Done> ready;
  {
    const std::lock_guard lock(mutex);
    ready.swap(done);
  }
  for (const auto& [file, kind, durable] : ready) {
    in_flight.erase(file);
    if (durable) {
      count(kind);
      file_away(file, false);
      continue;
    }
    not_before[file] = clock.steady() + config.poll;
    const std::lock_guard lock(mutex);
    ++counts.not_stored;
  }
}

void BounceWatch::State::scan() {
  full = false;
  const auto files = maildir.waiting(kScan);
  if (!files) {
    log::error("bounces {}: {}", config.carrier, files.error().message);
    return;
  }
  for (const auto& file : *files) {
    settle();
    {
      const std::lock_guard lock(mutex);
      if (ending) return;
    }
    if (in_flight.contains(file)) continue;
    if (const auto it = not_before.find(file); it != not_before.end()) {
      if (it->second > clock.steady()) continue;
      not_before.erase(it);
    }
    if (in_flight.size() >= config.max_in_flight) return;  // the next answer wakes us
    if (!take(file)) {
      full = true;
      return;
    }
  }
}

void BounceWatch::State::sweep() {
  if (clock.steady() < next_sweep) return;
  next_sweep = clock.steady() + std::min(kSweepEvery, std::max(config.keep, config.poll));
  static_cast<void>(maildir.remove_older(clock.now() - config.keep));
  // Names that someone else took away must not stay here for ever.
  std::erase_if(not_before,
                [now = clock.steady(), this](const auto& item) { return item.second + 10 * config.poll < now; });
}

void BounceWatch::State::run() {
  const Descriptor notify(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
  // Mail is moved (rename) or linked (link) into new/. Where this fails, polling alone does it.
  if (notify.fd() >= 0) ::inotify_add_watch(notify.fd(), maildir.new_folder().c_str(), IN_MOVED_TO | IN_CREATE);
  const int pause = static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(config.poll).count());
  while (true) {
    notify.drain();
    event.drain();
    {
      const std::lock_guard lock(mutex);
      if (ending) return;
    }
    settle();
    scan();
    sweep();
    // While the sink is full, new mail is no reason to ask it again.
    pollfd waits[2] = {{.fd = event.fd(), .events = POLLIN, .revents = 0},
                       {.fd = full ? -1 : notify.fd(), .events = POLLIN, .revents = 0}};
    ::poll(waits, 2, pause);
  }
}

BounceWatch::BounceWatch(std::shared_ptr<State> state) : state_(std::move(state)) {}
BounceWatch::~BounceWatch() { stop(); }

Result<std::unique_ptr<BounceWatch>> BounceWatch::make(BounceConfig config, dispatch::ReceiptSink& sink,
                                                       const Clock& clock) {
  if (config.max_in_flight < 1 || config.max_in_flight > 10'000) {
    return fail(ErrorCode::invalid_argument, "max_in_flight: 1..10000");
  }
  if (config.poll < std::chrono::milliseconds(1) || config.poll > std::chrono::minutes(10) || config.keep < Micros(0)) {
    return fail(ErrorCode::invalid_argument, "poll: 1 ms..10 min; keep: not negative");
  }
  auto verp = mail::Verp::make(config.verp_key, config.bounce_local, config.bounce_domain);
  if (!verp) return std::unexpected(verp.error());
  auto maildir = Maildir::open(config.maildir);
  if (!maildir) return std::unexpected(maildir.error());
  auto state = std::make_shared<State>(std::move(config), std::move(*verp), std::move(*maildir), sink, clock);
  if (state->event.fd() < 0) return fail(ErrorCode::io, "no event descriptor");
  return std::unique_ptr<BounceWatch>(new BounceWatch(std::move(state)));
}

void BounceWatch::start() {
  if (state_->thread.joinable()) return;
  state_->thread = std::thread([state = state_.get()] { state->run(); });
}

void BounceWatch::stop() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->ending = true;
  }
  state_->wake();
  if (state_->thread.joinable()) state_->thread.join();
}

BounceCounts BounceWatch::counts() const {
  const std::lock_guard lock(state_->mutex);
  return state_->counts;
}

}  // namespace guardline::receipts
