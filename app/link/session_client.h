// The session gateway over the link. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_store.h"
#include "app/link/enrolment_client.h"
#include "app/link/link.h"
#include "core/api/session.h"
#include "core/crypto/secret.h"
#include "models/gateway/session_gateway.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace guardline::app {

/// GUI thread. Outlived by `link` and `store`.
class SessionClient final : public QObject, public models::SessionGateway {
  Q_OBJECT
 public:
  SessionClient(Link& link, DeviceStore& store, const Clock& clock, QObject* parent = nullptr);

  /// What else on this computer lives as long as a session, or goes with the device. Called on the GUI thread.
  struct Followers {
    /// Both factors have just been proved.
    std::function<void(crypto::Secret password, const models::Session& session)> signed_in;
    /// A fresh second factor was taken.
    std::function<void()> stepped_up{};
    /// Signed out, or ended at the hub.
    std::function<void()> over;
    /// The device is trusted no more: what it holds goes, before anything else is asked or told.
    std::function<void(std::function<void(bool gone)> done)> wipe;
  };
  void set_followers(Followers followers) { followers_ = std::move(followers); }

  /// Brings the link up as who this computer is; after DeviceStore::open.
  void start();
  /// A person used mouse or keyboard: the hub's idle time starts over (told at most once a minute).
  void person_active();

  [[nodiscard]] models::LocalDevice local_device() const override;
  models::Handle hub_info(models::Answer<models::HubInfo> answer) override;
  models::Handle enrol(const QString& code, const QString& name, bool shared,
                       models::Answer<models::EnrolmentReceipt> answer) override;
  [[nodiscard]] std::optional<models::EnrolmentReceipt> pending_enrolment() const override;
  models::Handle enrolment_state(models::Answer<models::EnrolmentStatus> answer) override;
  models::Handle totp_secret(models::Answer<models::TotpSecret> answer) override;
  models::Handle verify_totp(const QString& code, models::Answer<void> answer) override;
  models::Handle recovery_codes(models::Answer<QStringList> answer) override;
  models::Handle sign_in(const models::SignInRequest& request, models::Answer<models::Session> answer) override;
  models::Handle step_up(const models::StepUpRequest& request, models::Answer<models::StepUp> answer) override;
  models::Handle own_sessions(models::Answer<std::vector<models::OwnSession>> answer) override;
  models::Handle end_session(const QString& id, models::Answer<void> answer) override;
  void sign_out() override;
  models::Handle watch_connection(std::function<void(const models::Connection&)> changed) override;
  models::Handle watch_session_end(std::function<void(models::SessionEnd)> ended) override;
  void retry_now() override;

 private:
  struct Live {
    QByteArray token;
    models::Session session;
    QElapsedTimer used;  ///< since a person's last request; monotonic
  };
  template <class Call>
  using Watchers = std::vector<std::shared_ptr<std::function<Call>>>;

  void apply_identity(std::function<void(std::optional<models::SessionError>)> done);
  void post_session(const models::SignInRequest& request, const Pending<models::Session>& answer);
  void signed_in(api::SessionGrant grant, crypto::Secret password, const Pending<models::Session>& answer);
  void session_over(models::SessionEnd why);
  void session_refused();
  void device_revoked();
  void forget_device(bool tell);
  void say_farewell();
  void tell_connection();

  Link& link_;
  DeviceStore& store_;
  const Clock& clock_;
  EnrolmentClient enrolment_;
  Followers followers_;
  std::optional<Live> live_;
  QString last_person_;
  bool as_device_{false};  ///< the link has the device's certificate
  bool revoking_{false};
  std::deque<QByteArray> farewells_;  ///< tokens of sessions signed out while the hub was away; at most four
  models::Connection connection_;
  QTimer coalesce_;
  Watchers<void(const models::Connection&)> connection_watchers_;
  Watchers<void(models::SessionEnd)> end_watchers_;
};

}  // namespace guardline::app
