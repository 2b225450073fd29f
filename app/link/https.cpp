// HTTPS requests to the one pinned hub. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/https.h"

#include "app/link/pin.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace guardline::app {
namespace {

/// What happened to one request beside what the reply itself says.
struct Course {
  QElapsedTimer clock;
  bool foreign{false};
  bool large{false};
  bool late{false};
};

std::optional<Trouble> trouble_of(const QNetworkReply& reply, const Course& course) {
  if (course.foreign) return Trouble::foreign_hub;
  if (course.large) return Trouble::too_large;
  if (course.late) return Trouble::timed_out;
  if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()) return std::nullopt;
  switch (reply.error()) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
      return Trouble::timed_out;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
      return Trouble::proxy;
    case QNetworkReply::SslHandshakeFailedError:
      return Trouble::foreign_hub;
    default:
      // TLS 1.3: the hub judges our certificate only after our side of the handshake is over, and the library has no
      // name for that.
      return reply.errorString().contains(QStringLiteral("alert")) ? Trouble::own_certificate : Trouble::unreachable;
  }
}

}  // namespace

Https::Https(LinkOptions options, QObject* parent) : QObject(parent), options_(options) {}
Https::~Https() = default;

void Https::set_identity(std::optional<DeviceIdentity> identity) {
  identity_ = std::move(identity);
  if (manager_) {
    // Replies are the manager's children: their callers must hear before they go.
    for (auto* reply : manager_->findChildren<QNetworkReply*>()) reply->abort();
    manager_.release()->deleteLater();
  }
  if (!identity_) return;
  auto tls = make_tls(*identity_);
  if (!tls) {
    identity_.reset();
    return;
  }
  tls_ = *tls;
  manager_ = std::make_unique<QNetworkAccessManager>();
  manager_->setAutoDeleteReplies(true);
  if (const auto url = hub_url("https", identity_->hub_address, ""); url.host() == QLatin1String("127.0.0.1") ||
                                                                     url.host() == QLatin1String("localhost") ||
                                                                     url.host() == QLatin1String("::1")) {
    manager_->setProxy(QNetworkProxy::NoProxy);
  }
}

void Https::drop_connections() {
  if (manager_) manager_->clearConnectionCache();
}

void Https::send(const HttpRequest& request, Done done) {
  const auto refuse = [&](Trouble trouble) {
    QTimer::singleShot(0, this, [done, trouble] {
      HttpAnswer answer;
      answer.trouble = trouble;
      done(std::move(answer));
    });
  };
  if (!identity_) return refuse(Trouble::no_identity);
  if (under_way_ >= options_.requests) return refuse(Trouble::too_many_requests);

  const auto limit = request.limit.count() > 0 ? request.limit : options_.request;
  QNetworkRequest wire(hub_url("https", identity_->hub_address, request.path));
  wire.setSslConfiguration(tls_);
  wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
  wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
  wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
  wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
  wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
  if (!request.authorization.isEmpty()) wire.setRawHeader("Authorization", request.authorization);
  if (!request.idempotency_key.empty()) {
    wire.setRawHeader("Idempotency-Key", QByteArray::fromStdString(request.idempotency_key));
  }

  QNetworkReply* reply = nullptr;
  switch (request.verb) {
    case Verb::get:
      reply = manager_->get(wire);
      break;
    case Verb::post:
      wire.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
      reply = manager_->post(wire, QByteArray::fromStdString(request.body));
      break;
    case Verb::del:
      reply = manager_->deleteResource(wire);
      break;
  }
  ++under_way_;
  auto course = std::make_shared<Course>();
  course->clock.start();
  reply->setReadBufferSize(0);
  connect(reply, &QNetworkReply::sslErrors, reply,
          [reply, course, pin = identity_->hub_key](const QList<QSslError>& objections) {
            if (acceptable(reply->sslConfiguration().peerCertificate(), objections, pin)) {
              reply->ignoreSslErrors(objections);
            } else {
              course->foreign = true;
            }
          });
  connect(reply, &QNetworkReply::encrypted, reply, [reply, course, pin = identity_->hub_key] {
    course->clock.restart();  // the handshake is no part of the round trip
    // The library always objects, so the pin was checked above; this holds even if one day it should not.
    if (has_key(reply->sslConfiguration().peerCertificate(), pin)) return;
    course->foreign = true;
    reply->abort();
  });
  connect(reply, &QNetworkReply::downloadProgress, reply, [reply, course, most = options_.answer_bytes](qint64 got) {
    if (got <= static_cast<qint64>(most) || course->large) return;
    course->large = true;
    reply->abort();
  });
  // Our own clock: the library's counts only from the last byte that moved.
  QTimer::singleShot(limit, reply, [reply, course] {
    course->late = true;
    reply->abort();
  });
  connect(reply, &QNetworkReply::finished, this, [this, reply, course, done = std::move(done)] {
    --under_way_;
    HttpAnswer answer;
    answer.trouble = trouble_of(*reply, *course);
    answer.elapsed = std::chrono::milliseconds(course->clock.elapsed());
    if (!answer.trouble) {
      answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
      answer.body = reply->readAll().toStdString();
      answer.protocol = QStringLiteral("TLS 1.3");  // nothing older is offered
      answer.mutual = !tls_.localCertificate().isNull();
    }
    done(std::move(answer));
  });
}

}  // namespace guardline::app
