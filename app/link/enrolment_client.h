// Enrolment over the wire: from the pasted code to the certificate. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_store.h"
#include "app/link/link.h"
#include "app/link/pending.h"

#include <QObject>
#include <functional>

namespace guardline::app {

/// The enrolment part of the session gateway; contracts stand there. GUI thread.
class EnrolmentClient final : public QObject {
  Q_OBJECT
 public:
  /// `identity_changed` is called when the link should speak as somebody else.
  EnrolmentClient(Link& link, DeviceStore& store, const Clock& clock, std::function<void()> identity_changed,
                  QObject* parent);

  models::Handle enrol(const QString& code, const QString& name, bool shared,
                       models::Answer<models::EnrolmentReceipt> answer);
  [[nodiscard]] std::optional<models::EnrolmentReceipt> pending() const;
  models::Handle state(models::Answer<models::EnrolmentStatus> answer);
  models::Handle totp_secret(models::Answer<models::TotpSecret> answer);
  models::Handle verify_totp(const QString& code, models::Answer<void> answer);
  models::Handle recovery_codes(models::Answer<QStringList> answer);

 private:
  void submit(const DeviceStore::Prepared& prepared, const Pending<models::EnrolmentReceipt>& answer);
  void told(const api::EnrolmentStatus& status, const Pending<models::EnrolmentStatus>& answer);
  /// One request with the enrolment's credential. `path` is what follows the device's id.
  template <class T, class Answer>
  void ask(Verb verb, std::string path, std::string body, Pending<Answer> answer,
           std::function<void(T&&, const Pending<Answer>&)> then);
  [[nodiscard]] models::SessionError refused(models::SessionError error);

  Link& link_;
  DeviceStore& store_;
  const Clock& clock_;
  std::function<void()> identity_changed_;
};

models::Role role_of(api::Role role);

}  // namespace guardline::app
