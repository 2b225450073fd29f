// Keeps the link up: proves it, opens the stream, falls back, waits, tries again. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "app/link/connector.h"

#include "app/link/errors.h"
#include "app/link/pin.h"
#include "core/api/hub.h"
#include "core/api/problem_codes.h"
#include "core/wire/codec.h"

#include <QRandomGenerator>
#include <ctime>

namespace guardline::app {
namespace {

namespace codes = api::codes;
using models::Failure;
using Notice = models::StreamNotice::Kind;

/// CLOCK_BOOTTIME goes on while the machine sleeps, CLOCK_MONOTONIC does not: their difference grows by every sleep.
Micros slept_so_far() {
  const auto read = [](clockid_t id) {
    timespec time{};
    ::clock_gettime(id, &time);
    return std::chrono::duration_cast<Micros>(std::chrono::seconds(time.tv_sec) +
                                              std::chrono::nanoseconds(time.tv_nsec));
  };
  return read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC);
}

}  // namespace

Connector::Connector(LinkOptions options, const Clock& clock, Https& https, Hooks hooks, QObject* parent)
    : QObject(parent),
      options_(options),
      clock_(clock),
      https_(https),
      hooks_(std::move(hooks)),
      tracker_(options.attempts_until_offline),
      backoff_(options.backoff_first, options.backoff_most),
      retry_(this),
      tick_(this),
      pulse_(this),
      awake_(slept_so_far()),
      last_heard_(clock.now()) {
  retry_.setSingleShot(true);
  connect(&retry_, &QTimer::timeout, this, &Connector::begin_round);
  connect(&tick_, &QTimer::timeout, this, &Connector::tick);
  connect(&pulse_, &QTimer::timeout, this, &Connector::pulse);
  silence_.start();
  tick_.start(options_.tick);
  pulse_.start(options_.pulse);
}

Connector::~Connector() { end_stream(); }

void Connector::identity_changed() {
  end_stream();
  retry_.stop();
  backoff_.reset();
  reader_.forget();
  poll_cursor_.reset();
  websocket_refusals_ = 0;
  denied_ = false;
  token_.clear();
  tracker_.begin();
  say();
  if (https_.identity()) return begin_round();
  ++round_;
  phase_ = Phase::idle;
}

void Connector::set_session(const QByteArray& token, bool same_person) {
  token_ = token;
  denied_ = false;
  if (!same_person) {
    reader_.forget();
    poll_cursor_.reset();
  }
  if (token_.isEmpty()) notice(Notice::offline);
  reopen();
}

void Connector::set_topics(std::vector<api::Topic> topics) {
  if (topics == topics_) return;
  topics_ = std::move(topics);
  denied_ = false;
  reopen();
}

void Connector::request_snapshot() {
  reader_.forget();
  poll_cursor_.reset();
  reopen();
}

void Connector::retry_now() {
  if (phase_ == Phase::waiting) begin_round();
}

/// A new round that changes nothing for those who look: the link is not in doubt.
void Connector::reopen() {
  if (phase_ == Phase::idle || phase_ == Phase::waiting) return;
  begin_round();
}

void Connector::begin_round() {
  end_stream();
  retry_.stop();
  if (!https_.identity()) return;
  phase_ = Phase::proving;
  tracker_.trying();
  say();
  https_.send({.path = "/v1/hub"}, [this, round = round_](const HttpAnswer& answer) {
    if (round == round_) proved(answer);
  });
}

/// Ends what runs, and makes its late answers worthless.
void Connector::end_stream() {
  ++round_;
  if (socket_) {
    // We may be inside one of its hooks.
    socket_->stop();
    socket_.release()->deleteLater();
  }
  probing_ = false;
}

void Connector::proved(const HttpAnswer& answer) {
  if (!answer.good() || !wire::from_json<api::HubInfo>(answer.body, {.ignore_unknown = true})) return refused(answer);
  heard();
  latency_ = answer.elapsed;
  if (!stream_wanted()) {
    phase_ = Phase::resting;
    backoff_.reset();
    tracker_.proved(answer.elapsed);
    return say();
  }
  tracker_.measured(answer.elapsed);
  const bool fallen_back = websocket_refusals_ >= options_.websocket_tries;
  if (fallen_back && fallback_.isValid() && !fallback_.hasExpired(options_.websocket_again.count())) {
    phase_ = Phase::polling;
    // HTTPS works, and that is all a poll needs: the first one asks for what is there now.
    backoff_.reset();
    tracker_.proved(answer.elapsed);
    say();
    return poll(std::chrono::seconds(0));
  }
  get_ticket();
}

void Connector::get_ticket() {
  phase_ = Phase::ticket;
  api::StreamTicketRequest body{.topics = topics_, .cursor = reader_.cursor()};
  https_.send({.verb = Verb::post,
               .path = "/v1/stream/tickets",
               .body = wire::to_json(body),
               .authorization = "Bearer " + token_},
              [this, round = round_](const HttpAnswer& answer) {
                if (round != round_) return;
                if (!answer.good()) return refused(answer);
                auto ticket = wire::from_json<api::StreamTicket>(answer.body, {.ignore_unknown = true});
                if (!ticket) return lose(Failure::version);
                open_socket(ticket->ticket);
              });
}

void Connector::open_socket(const std::string& ticket) {
  phase_ = Phase::opening;
  Socket::Hooks hooks{.opened =
                          [this] {
                            phase_ = Phase::streaming;
                            websocket_refusals_ = 0;
                            fallback_.invalidate();
                            backoff_.reset();
                            heard();
                            tracker_.proved(latency_);
                            say();
                            notice(Notice::live);
                            socket_->ping();
                          },
                      .message =
                          [this](const QString& text) {
                            heard();
                            take(reader_.text(text.toStdString(), options_.answer_bytes, clock_.now()));
                          },
                      .pong =
                          [this](std::chrono::milliseconds latency) {
                            heard();
                            tracker_.measured(latency);
                            say();
                          },
                      .ended = [this](Socket::End how, std::uint16_t code) { socket_ended(how, code); }};
  const auto& identity = *https_.identity();
  socket_ = std::make_unique<Socket>(hub_url("wss", identity.hub_address, "/v1/stream"),
                                     "Ticket " + QByteArray::fromStdString(ticket), https_.tls(), identity.hub_key,
                                     options_, std::move(hooks), nullptr);
}

void Connector::socket_ended(Socket::End how, std::uint16_t code) {
  if (how == Socket::End::foreign_hub) return lose(Failure::certificate_refused);
  if (how == Socket::End::refused) {
    // HTTPS had just worked twice: it is the upgrade that something on the way forbids.
    if (++websocket_refusals_ < options_.websocket_tries) return lose(Failure::unreachable);
    fallback_.start();
    return begin_round();
  }
  switch (code) {
    case api::kCloseSessionEnded:
      return lose_session();
    case api::kCloseDeviceRevoked:
      return revoke();
    case api::kCloseTooSlow:
      return begin_round();  // the cursor brings back what the hub dropped
    default:
      return lose(Failure::unreachable);
  }
}

void Connector::poll(std::chrono::seconds wait) {
  api::PollRequest body{
      .topics = topics_, .cursor = poll_cursor_ ? poll_cursor_ : reader_.cursor(), .wait_seconds = wait.count()};
  https_.send({.verb = Verb::post,
               .path = "/v1/stream/poll",
               .body = wire::to_json(body),
               .authorization = "Bearer " + token_,
               .limit = options_.request + wait},
              [this, round = round_](const HttpAnswer& answer) {
                if (round == round_) polled(answer);
              });
}

void Connector::polled(const HttpAnswer& answer) {
  if (!answer.good()) return refused(answer);
  const wire::ReadOptions read{.max_bytes = options_.answer_bytes, .max_depth = 16, .ignore_unknown = true};
  auto polled = wire::from_json<api::PollAnswer>(answer.body, read);
  if (!polled) return lose(Failure::version);
  heard();
  notice(Notice::live);
  const auto round = round_;
  for (auto& frame : polled->frames) {
    if (!take(reader_.frame(std::move(frame), clock_.now()))) return;
    if (round != round_) return;
  }
  poll_cursor_ = std::move(polled->cursor);
  // A new round tries the WebSocket again; the place in the stream goes with it.
  if (fallback_.hasExpired(options_.websocket_again.count())) {
    websocket_refusals_ = options_.websocket_tries - 1;
    return begin_round();
  }
  poll(options_.poll_wait);
}

/// False when the round is over.
bool Connector::take(FrameReader::Read read) {
  using Verdict = FrameReader::Verdict;
  switch (read.verdict) {
    case Verdict::skip:
      return true;
    case Verdict::broken:
      lose(Failure::version);
      return false;
    case Verdict::gap:
      // Once from where we stand; if that is no cure, from the beginning.
      if (++gaps_ > 1) {
        reader_.forget();
        poll_cursor_.reset();
        notice(Notice::resync);
      }
      begin_round();
      return false;
    case Verdict::alerts:
      hooks_.batch(std::move(read.alerts));
      return true;
    case Verdict::deliver:
      break;
  }
  if (reader_.cursor() && !std::holds_alternative<models::TickerItems>(read.batch)) {
    gaps_ = 0;
    tracker_.position(*reader_.cursor(), clock_.now());
    say();
  }
  if (const auto* told = std::get_if<models::StreamNotice>(&read.batch)) said_ = told->kind;
  hooks_.batch(std::move(read.batch));
  if (said_ == Notice::resync) notice(Notice::live);
  return true;
}

void Connector::pulse() {
  if (phase_ == Phase::streaming) return socket_->ping();
  if ((phase_ != Phase::resting && phase_ != Phase::polling) || probing_) return;
  probing_ = true;
  https_.send({.path = "/v1/hub"}, [this, round = round_](const HttpAnswer& answer) {
    if (round != round_) return;
    probing_ = false;
    if (!answer.good()) return refused(answer);
    heard();
    tracker_.measured(answer.elapsed);
    say();
  });
}

void Connector::tick() {
  if (const auto now = slept_so_far(); now - awake_ > options_.slept) {
    awake_ = now;
    if (phase_ == Phase::idle) return;
    tracker_.doubt(last_heard_);
    notice(Notice::offline);
    https_.drop_connections();
    return begin_round();
  }
  if (phase_ != Phase::streaming) return;
  if (silence_.hasExpired(options_.silent.count())) return lose(Failure::unreachable);
  if (silence_.hasExpired(options_.stale.count())) notice(Notice::stale);
}

/// An answer that is not what was asked for.
void Connector::refused(const HttpAnswer& answer) {
  const auto code = problem_code(answer);
  if (code == codes::device_revoked) return revoke();
  if (code == codes::session_required) return lose_session();
  if (code == codes::role_not_allowed) {
    denied_ = true;
    notice(Notice::denied);
    return begin_round();
  }
  lose(cause_of(answer));
}

Failure Connector::cause_of(const HttpAnswer& answer) const {
  const auto failure = error_of(answer, clock_.now()).failure;
  return failure == Failure::certificate_refused || failure == Failure::version ? failure : Failure::unreachable;
}

void Connector::lose(Failure cause) {
  end_stream();
  https_.drop_connections();
  phase_ = Phase::waiting;
  const auto wait = backoff_.next(QRandomGenerator::global()->generateDouble());
  tracker_.lost(cause, last_heard_, clock_.now() + wait);
  notice(Notice::offline);
  say();
  retry_.start(wait);  // the monotonic clock counts it
}

void Connector::lose_session() {
  if (token_.isEmpty()) return;
  token_.clear();
  notice(Notice::offline);
  hooks_.session_refused();
  reopen();
}

void Connector::revoke() {
  end_stream();
  retry_.stop();
  token_.clear();
  phase_ = Phase::idle;
  tracker_.ended(Failure::device_revoked, last_heard_);
  notice(Notice::offline);
  say();
  hooks_.device_revoked();
}

void Connector::heard() {
  silence_.restart();
  last_heard_ = clock_.now();
  if (said_ == Notice::stale) notice(Notice::live);
}

void Connector::notice(Notice kind) {
  if (said_ == kind && kind != Notice::resync) return;
  said_ = kind;
  hooks_.batch(models::LiveBatch(models::StreamNotice{kind, last_heard_}));
}

void Connector::say() { hooks_.connection(tracker_.connection()); }

}  // namespace guardline::app
