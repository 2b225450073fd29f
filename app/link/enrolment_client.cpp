// Enrolment over the wire: from the pasted code to the certificate. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/enrolment_client.h"

#include "core/crypto/secret.h"

namespace guardline::app {

using models::EnrolmentReceipt;
using models::EnrolmentStatus;
using models::Failure;
using models::SessionError;

models::Role role_of(api::Role role) {
  switch (role) {
    case api::Role::agent:
      return models::Role::agent;
    case api::Role::risk:
      return models::Role::risk;
    case api::Role::supervisor:
      return models::Role::supervisor;
    case api::Role::compliance:
      return models::Role::compliance;
    case api::Role::admin:
      return models::Role::admin;
  }
  return models::Role::agent;
}

EnrolmentClient::EnrolmentClient(Link& link, DeviceStore& store, const Clock& clock,
                                 std::function<void()> identity_changed, QObject* parent)
    : QObject(parent), link_(link), store_(store), clock_(clock), identity_changed_(std::move(identity_changed)) {}

models::Handle EnrolmentClient::enrol(const QString& code, const QString& name, bool shared,
                                      models::Answer<EnrolmentReceipt> answer) {
  const Pending<EnrolmentReceipt> pending(std::move(answer));
  auto handle = pending.handle();
  const auto parsed = crypto::parse_enrolment_code(code.toStdString());
  if (!parsed) {
    const auto why = crypto::name(parsed.error());
    SessionError error{.failure = Failure::code_invalid, .attempts_left = {}, .until = {}, .reference = {}};
    error.reference = QStringLiteral("enrolment-code-") + QString::fromLatin1(why.data(), qsizetype(why.size()));
    pending.later(this, std::unexpected(error));
    return handle;
  }
  store_.prepare(*parsed, name.normalized(QString::NormalizationForm_C).toStdString(), shared,
                 [this, pending](std::expected<DeviceStore::Prepared, DeviceFailure> prepared) {
                   if (!prepared) return pending(std::unexpected(error_of(prepared.error())));
                   submit(*prepared, pending);
                 });
  return handle;
}

void EnrolmentClient::submit(const DeviceStore::Prepared& prepared, const Pending<EnrolmentReceipt>& pending) {
  api::EnrolmentRequest body{.secret = to_base64url(prepared.code.secret),
                             .csr_pem = prepared.csr_pem,
                             .device_name = prepared.device_name,
                             .shared = prepared.shared};
  HttpRequest request{.verb = Verb::post, .path = "/v1/enrolment", .body = wire::to_json(body), .authorization = {}};
  crypto::wipe(body.secret);
  DeviceIdentity hub{
      .hub_address = prepared.code.address, .hub_key = prepared.code.hub_key, .certificate_pem = {}, .key = {}};
  link_.ask<api::EnrolmentReceipt>(
      std::move(request),
      [this, prepared, pending](const auto& receipt, const Link::Envelope&) {
        if (!receipt) {
          store_.discard(prepared);
          return pending(std::unexpected(receipt.error()));
        }
        store_.submitted(prepared, *receipt, [this, pending](std::expected<void, DeviceFailure> kept) {
          if (!kept) return pending(std::unexpected(error_of(kept.error())));
          identity_changed_();
          pending(*this->pending());
        });
      },
      hub);
}

std::optional<EnrolmentReceipt> EnrolmentClient::pending() const {
  const auto& record = store_.record();
  if (!record || !record->open_steps || record->binding == Binding::revoked) return std::nullopt;
  if (clock_.now() - record->requested_at > kEnrolmentLife) return std::nullopt;
  return EnrolmentReceipt{.device_id = QString::fromStdString(record->device_id),
                          .fingerprint = QString::fromStdString(record->fingerprint),
                          .account = QString::fromStdString(record->account),
                          .display_name = QString::fromStdString(record->display_name),
                          .role = role_of(record->role),
                          .factor_bound = record->factor_bound};
}

/// The hub knows this enrolment no more: on the routes behind the first, its refusal means the device, not a code.
SessionError EnrolmentClient::refused(SessionError error) {
  if (error.failure != Failure::code_refused) return error;
  error.failure = Failure::device_unknown;
  if (store_.record() && store_.record()->binding == Binding::enrolling) {
    store_.forget();
    identity_changed_();
  } else {
    store_.steps_done();
  }
  return error;
}

template <class T, class Answer>
void EnrolmentClient::ask(Verb verb, std::string path, std::string body, Pending<Answer> answer,
                          std::function<void(T&&, const Pending<Answer>&)> then) {
  store_.enrolment_token([this, verb, path = std::move(path), body = std::move(body), answer,
                          then = std::move(then)](std::expected<crypto::Secret, DeviceFailure> token) {
    if (!token) return answer(std::unexpected(error_of(token.error())));
    if (!store_.record()) return answer(std::unexpected(error_of(Trouble::no_identity)));
    HttpRequest request{.verb = verb,
                        .path = "/v1/enrolment/" + store_.record()->device_id + path,
                        .body = body,
                        .authorization = "Enrolment " + QByteArray(token->text().data(), qsizetype(token->size()))};
    link_.ask<T>(std::move(request),
                 [this, answer, then](std::expected<T, SessionError> result, const Link::Envelope&) {
                   if (!result) return answer(std::unexpected(refused(result.error())));
                   then(std::move(*result), answer);
                 });
  });
}

models::Handle EnrolmentClient::state(models::Answer<EnrolmentStatus> answer) {
  const Pending<EnrolmentStatus> pending(std::move(answer));
  ask<api::EnrolmentStatus, EnrolmentStatus>(
      Verb::get, "", "", pending,
      [this](api::EnrolmentStatus&& status, const Pending<EnrolmentStatus>& to) { told(status, to); });
  return pending.handle();
}

void EnrolmentClient::told(const api::EnrolmentStatus& status, const Pending<EnrolmentStatus>& answer) {
  EnrolmentStatus result{.state = EnrolmentStatus::State::submitted,
                         .submitted_at = status.submitted_at,
                         .viewed_at = status.viewed_at,
                         .approved_at = status.approved_at,
                         .expires_at = status.expires_at,
                         .totp_verified = status.totp_verified,
                         .recovery_codes_issued = status.recovery_codes_issued};
  switch (status.state) {
    case api::DeviceState::submitted:
      break;
    case api::DeviceState::viewed:
      result.state = EnrolmentStatus::State::viewed;
      break;
    case api::DeviceState::approved: {
      result.state = EnrolmentStatus::State::approved;
      if (!status.certificate_pem || !status.ca_pem) return answer(std::unexpected(not_understood()));
      if (store_.record() && store_.record()->binding == Binding::enrolling) {
        if (auto kept = store_.approved(*status.certificate_pem, *status.ca_pem); !kept) {
          return answer(std::unexpected(error_of(kept.error())));
        }
        identity_changed_();
      }
      const bool bound_before = store_.record() && store_.record()->factor_bound;
      if (bound_before || status.recovery_codes_issued) store_.steps_done();
      break;
    }
    case api::DeviceState::refused:
    case api::DeviceState::expired:
    case api::DeviceState::revoked:
    case api::DeviceState::wiped:
      result.state =
          status.state == api::DeviceState::expired ? EnrolmentStatus::State::expired : EnrolmentStatus::State::refused;
      store_.forget();
      identity_changed_();
      break;
  }
  answer(result);
}

models::Handle EnrolmentClient::totp_secret(models::Answer<models::TotpSecret> answer) {
  const Pending<models::TotpSecret> pending(std::move(answer));
  ask<api::TotpSecret, models::TotpSecret>(
      Verb::post, "/totp", "", pending, [](api::TotpSecret&& secret, const Pending<models::TotpSecret>& to) {
        to(models::TotpSecret{.base32 = QString::fromStdString(secret.secret_base32),
                              .otpauth_uri = QString::fromStdString(secret.otpauth_uri)});
        crypto::wipe(secret.secret_base32);
        crypto::wipe(secret.otpauth_uri);
      });
  return pending.handle();
}

models::Handle EnrolmentClient::verify_totp(const QString& code, models::Answer<void> answer) {
  const Pending<void> pending(std::move(answer));
  ask<Link::Empty, void>(Verb::post, "/totp/verify", wire::to_json(api::TotpCode{code.toStdString()}), pending,
                         [](Link::Empty&&, const Pending<void>& to) { to({}); });
  return pending.handle();
}

models::Handle EnrolmentClient::recovery_codes(models::Answer<QStringList> answer) {
  const Pending<QStringList> pending(std::move(answer));
  ask<api::RecoveryCodes, QStringList>(Verb::post, "/recovery-codes", "", pending,
                                       [this](api::RecoveryCodes&& made, const Pending<QStringList>& to) {
                                         QStringList codes;
                                         for (auto& code : made.codes) {
                                           codes << QString::fromStdString(code);
                                           crypto::wipe(code);
                                         }
                                         if (store_.record() && store_.record()->binding == Binding::bound) {
                                           store_.steps_done();
                                         }
                                         to(codes);
                                       });
  return pending.handle();
}

}  // namespace guardline::app
