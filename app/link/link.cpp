// The link's thread, seen from the GUI thread. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/link.h"

#include "app/link/connector.h"
#include "app/link/https.h"
#include "core/api/problem_codes.h"

#include <utility>

namespace guardline::app {

/// What lives on the link thread.
class LinkWorker final : public QObject {
 public:
  LinkWorker(LinkOptions options, const Clock& clock, Connector::Hooks hooks)
      : options_(options),
        clock_(clock),
        https_(options, this),
        connector_(options, clock, https_, std::move(hooks), this) {}

  void send(const HttpRequest& request, const std::optional<DeviceIdentity>& as, Https::Done done) {
    if (!as) return https_.send(request, std::move(done));
    auto* once = new Https(options_, this);
    once->set_identity(as);
    once->send(request, [once, done = std::move(done)](HttpAnswer answer) {
      done(std::move(answer));
      once->deleteLater();
    });
  }

  const LinkOptions options_;
  const Clock& clock_;
  Https https_;
  Connector connector_;
};

Link::Link(LinkOptions options, const Clock& clock) : clock_(clock), queue_(options.batches), room_(new QObject) {
  // These run on the link thread; what they post is dropped when this object is gone.
  const auto post = [this](auto call) { QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection); };
  Connector::Hooks hooks{.connection =
                             [this, post](const models::Connection& connection) {
                               post([this, connection] { Q_EMIT connection_changed(connection); });
                             },
                         .batch =
                             [this, post](StreamBatch batch) {
                               switch (queue_.push(std::move(batch), clock_.now())) {
                                 case BatchQueue::Pushed::first:
                                   return post([this] { Q_EMIT batches_waiting(); });
                                 case BatchQueue::Pushed::overflow:
                                   return on_thread([this] { worker_->connector_.request_snapshot(); });
                                 case BatchQueue::Pushed::more:
                                   return;
                               }
                             },
                         .session_refused = [this, post] { post([this] { Q_EMIT session_refused(); }); },
                         .device_revoked = [this, post] { post([this] { Q_EMIT device_revoked(); }); }};
  room_->moveToThread(&thread_);
  connect(&thread_, &QThread::finished, room_, &QObject::deleteLater);
  thread_.setObjectName(QStringLiteral("link"));
  // Made over there, as soon as the thread runs: reading the system's TLS takes longer than the first picture may wait.
  // What is asked of it meanwhile is queued behind.
  QMetaObject::invokeMethod(
      room_,
      [this, options, hooks = std::move(hooks)]() mutable {
        worker_ = new LinkWorker(options, clock_, std::move(hooks));
        worker_->setParent(room_);
      },
      Qt::QueuedConnection);
}

Link::~Link() {
  if (!started_) delete room_;
  thread_.quit();
  thread_.wait();
}

template <class Call>
void Link::on_thread(Call call) {
  // A console that nobody has seen yet has nothing to ask, and its first picture needs both cores.
  if (!std::exchange(started_, true)) thread_.start();
  QMetaObject::invokeMethod(room_, std::move(call), Qt::QueuedConnection);
}

void Link::set_identity(std::optional<DeviceIdentity> identity) {
  token_.clear();
  on_thread([this, identity = std::move(identity)] {
    worker_->https_.set_identity(identity);
    worker_->connector_.identity_changed();
  });
}
void Link::set_session(const QByteArray& token, bool same_person) {
  token_ = token;
  on_thread([this, token, same_person] { worker_->connector_.set_session(token, same_person); });
}
void Link::set_topics(std::vector<api::Topic> topics) {
  on_thread([this, topics = std::move(topics)] { worker_->connector_.set_topics(topics); });
}
void Link::request_snapshot() {
  on_thread([this] { worker_->connector_.request_snapshot(); });
}
void Link::retry_now() {
  on_thread([this] { worker_->connector_.retry_now(); });
}
void Link::heard_session_refused() {
  on_thread([this] { worker_->connector_.heard_session_refused(); });
}
void Link::heard_device_revoked() {
  on_thread([this] { worker_->connector_.heard_device_revoked(); });
}

void Link::send(HttpRequest request, std::optional<DeviceIdentity> as, Decode decode) {
  const auto token = request.as_person ? token_ : QByteArray();
  if (request.as_person) request.authorization = "Bearer " + token;
  on_thread([this, request = std::move(request), as = std::move(as), decode = std::move(decode), token] {
    worker_->send(request, as, [this, decode, token](const HttpAnswer& answer) {
      const auto code = token.isEmpty() ? std::string() : problem_code(answer);
      QMetaObject::invokeMethod(
          this,
          [this, token, code, tell = decode(answer, clock_.now())] {
            // The end of a session that was replaced meanwhile is no news.
            if (code == api::codes::session_required && token == token_) heard_session_refused();
            if (code == api::codes::device_revoked) heard_device_revoked();
            tell();
          },
          Qt::QueuedConnection);
    });
  });
}

}  // namespace guardline::app
