// How a computer becomes known to the hub, step by step. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/crypto/enrolment_code.h"
#include "models/gateway/session_gateway.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace guardline::models {

/// code -> authenticator (1) -> approval (2) -> recovery (3) -> done. Approval runs beside everything after `code`: it
/// is asked for at intervals, and step 3 doesn't wait for it. `done` needs both the saved codes and the approval. A
/// person who has an authenticator already goes from `code` to `approval` to `done`. GUI thread; gateway and clock
/// outlive it.
class EnrolmentModel final : public QObject {
  Q_OBJECT
 public:
  enum class Step { code, authenticator, approval, recovery, done };
  Q_ENUM(Step)

  EnrolmentModel(SessionGateway& gateway, const Clock& clock, QObject* parent = nullptr);

  /// Why a pasted text is no enrolment code; nothing when it is one.
  [[nodiscard]] static std::optional<crypto::EnrolmentCodeError> problem_of(const QString& text);
  /// "host:port" of a valid code, else empty.
  [[nodiscard]] static QString address_of(const QString& text);

  /// Takes up an enrolment that is under way on this computer, or begins at `code`.
  void begin();
  /// Forgets secret and codes and stops asking; `begin` takes it up again with a new secret.
  void pause();

  [[nodiscard]] Step step() const { return step_; }
  [[nodiscard]] bool busy() const { return busy_; }
  [[nodiscard]] const std::optional<SessionError>& error() const { return error_; }
  [[nodiscard]] const std::optional<EnrolmentReceipt>& receipt() const { return receipt_; }
  [[nodiscard]] const std::optional<EnrolmentStatus>& status() const { return status_; }
  /// Only in step authenticator.
  [[nodiscard]] const std::optional<TotpSecret>& secret() const { return secret_; }
  /// Only in step recovery, as given out.
  [[nodiscard]] const QStringList& codes() const { return codes_; }
  /// The codes were shown earlier (before a restart) and can't be shown again.
  [[nodiscard]] bool codes_spent() const { return codes_spent_; }
  [[nodiscard]] bool codes_saved() const { return codes_saved_; }
  [[nodiscard]] bool approved() const;
  /// The administrator refused, or the time ran out: only `restart` is left.
  [[nodiscard]] bool over() const;
  /// The last question about the approval got no answer.
  [[nodiscard]] bool asking_failed() const { return asking_failed_; }
  [[nodiscard]] int wait_seconds() const;
  [[nodiscard]] const Clock& clock() const { return clock_; }
  [[nodiscard]] LocalDevice device() const { return gateway_.local_device(); }

  void submit(const QString& code, const QString& name, bool shared);
  void verify(const QString& digits);
  /// A new secret, after one could not be fetched.
  void renew_secret();
  /// Stops waiting for the answer under way. The hub may have acted on it: what can be used once may be used up.
  void cancel();
  /// approval -> recovery, or done when there is nothing to save.
  void go_on();
  /// The person has kept the codes: recovery -> done, or back to approval while that is out.
  void confirm_saved();
  void fetch_codes();
  void restart();

 Q_SIGNALS:
  void changed();
  /// The step `done` was reached: the device can be signed in on.
  void finished();

 private:
  void enter(Step step);
  void fail(SessionError error);
  void ask();
  void take(const EnrolmentStatus& status);
  [[nodiscard]] bool nothing_to_save() const;

  SessionGateway& gateway_;
  const Clock& clock_;
  Step step_{Step::code};
  bool busy_{false};
  bool codes_spent_{false};
  bool codes_saved_{false};
  bool asking_failed_{false};
  bool resumed_{false};
  std::optional<SessionError> error_;
  std::optional<EnrolmentReceipt> receipt_;
  std::optional<EnrolmentStatus> status_;
  std::optional<TotpSecret> secret_;
  QStringList codes_;
  QTimer ask_timer_;
  Handle request_, asking_;
};

}  // namespace guardline::models
