// Who is signed in on this computer, as the pages see it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "models/gateway/session_gateway.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace guardline::models {

/// A clock further off than this makes codes fail and is told in words.
inline constexpr Milliseconds allowed_clock_offset{15'000};

/// signed_out -> verifying -> signed_in -> locked -> verifying ... A failure goes back to where it came from. Texts are
/// the pages' business: this speaks in values. GUI thread; the gateway and the clock outlive it.
class SessionModel final : public QObject {
  Q_OBJECT
 public:
  enum class State { not_enrolled, signed_out, verifying, signed_in, locked };
  Q_ENUM(State)

  SessionModel(SessionGateway& gateway, const Clock& clock, QObject* parent = nullptr);

  [[nodiscard]] State state() const { return state_; }
  /// True while the screen's content must be hidden though a session lives (locked, or verifying to unlock).
  [[nodiscard]] bool unlocking() const { return session_.has_value() && state_ != State::signed_in; }
  [[nodiscard]] const LocalDevice& device() const { return device_; }
  [[nodiscard]] const Connection& connection() const { return connection_; }
  /// Of the last answer; kept while offline.
  [[nodiscard]] const std::optional<HubInfo>& hub() const { return hub_; }
  /// Set only when it matters: beyond `allowed_clock_offset`. Positive: this computer is fast.
  [[nodiscard]] std::optional<Milliseconds> clock_skew() const;
  /// Of the last sign-in; cleared by the next one.
  [[nodiscard]] const std::optional<SessionError>& error() const { return error_; }
  [[nodiscard]] const std::optional<Session>& session() const { return session_; }
  [[nodiscard]] const std::optional<SessionEnd>& ended() const { return ended_; }
  /// While it lasts.
  [[nodiscard]] std::optional<StepUp> stepped_up() const;
  /// Until it ends, rounded up; 0 without one.
  [[nodiscard]] std::chrono::seconds step_up_left() const;
  /// Now, by the hub's clock as far as it is known.
  [[nodiscard]] Timestamp hub_now() const;
  /// Seconds until the next try is looked at (rounded up); 0 when there is nothing to wait for.
  [[nodiscard]] int wait_seconds() const;
  /// A sign-in under way has taken more than 3 s.
  [[nodiscard]] bool slow() const { return slow_; }
  [[nodiscard]] bool online() const { return connection_.state == Connection::State::online; }
  [[nodiscard]] const Clock& clock() const { return clock_; }

  /// Ignored while one runs, while waiting, or when a part is empty. Unlocking keeps the account of the session.
  void sign_in(const QString& account, const QString& password, const QString& code);
  /// Stops waiting for the answer of a sign-in: back to where it began. The hub may have looked at it, so its code may
  /// be used up.
  void cancel();
  void sign_out();
  /// A fresh second factor for looking at investors. `answer` comes at most once and not after the handle's end, but
  /// the hub's word counts even then. Only when signed in; else the answer never comes.
  [[nodiscard]] Handle step_up(const StepUpRequest& request, Answer<StepUp> answer);
  /// Where the person is signed in, and the end of one of those. Only when signed in; else the answer never comes.
  [[nodiscard]] Handle own_sessions(Answer<std::vector<OwnSession>> answer);
  [[nodiscard]] Handle end_session(const QString& id, Answer<void> answer);
  /// The hub says that it is over (a clock may differ).
  void step_up_over();
  /// Only when signed in.
  void lock();
  void retry_now() { gateway_.retry_now(); }
  /// Reads this computer's standing again (after an enrolment).
  void reload_device();

 Q_SIGNALS:
  void changed();
  void connection_changed();
  /// A session began (not: was unlocked).
  void entered();
  /// Began, was renewed, or ended before its time. That it runs out is the reader's to count.
  void step_up_changed();

 private:
  void set_state(State state);
  void ask_hub();
  void finish(std::expected<Session, SessionError> answer, State before);
  void end(SessionEnd why);
  void forget_step_up();

  SessionGateway& gateway_;
  const Clock& clock_;
  State state_{State::signed_out};
  LocalDevice device_;
  Connection connection_;
  std::optional<HubInfo> hub_;
  std::optional<SessionError> error_;
  std::optional<Session> session_;
  std::optional<SessionEnd> ended_;
  std::optional<StepUp> stepped_up_;
  bool slow_{false};
  QTimer slow_timer_;
  QTimer hub_timer_;
  Handle signing_in_, stepping_up_, asking_hub_, watching_connection_, watching_end_;
};

}  // namespace guardline::models
