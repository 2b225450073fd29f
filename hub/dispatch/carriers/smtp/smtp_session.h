// One connection to a mail relay. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/dispatch/carrier.h"
#include "hub/dispatch/carriers/smtp/smtp_config.h"

#include <atomic>
#include <memory>
#include <string>

namespace guardline::dispatch {

/// Owns one libcurl handle and with it one connection, kept open between messages. Every call blocks, at most for the
/// configured answer time-out. One thread at a time.
class SmtpSession {
 public:
  /// `config` is checked and outlives the session; `abort` turning true ends a call within a second.
  SmtpSession(const SmtpConfig& config, const std::atomic<bool>& abort);
  SmtpSession(const SmtpSession&) = delete;
  SmtpSession& operator=(const SmtpSession&) = delete;
  ~SmtpSession();

  struct Sent {
    Answer answer;     ///< without references
    LineState line{};  ///< what this try tells about the line
  };
  /// Hands over one composed message. A kept connection that proves dead before the message has left is replaced once.
  Sent send(const std::string& return_path, const std::string& recipient, const std::string& message);
  /// Connects, greets, signs in and says NOOP.
  Sent probe();

 private:
  struct Curl;
  std::unique_ptr<Curl> curl_;
};

}  // namespace guardline::dispatch
