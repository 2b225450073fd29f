// Delivery status notifications into a Maildir. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace guardline::farside {

/// What a report is about.
struct Report {
  std::string return_path;  ///< whom it goes to
  std::string recipient;
  std::string action;         ///< "failed" or "delivered" (RFC 3464 section 2.3.3)
  std::string status;         ///< "5.1.1"
  std::string headers;        ///< of the message it is about
  std::int64_t arrived_at{};  ///< µs
};

/// An RFC 3464 message (multipart/report) with CRLF line ends turned to LF, as a mail system leaves it in a Maildir.
std::string format_report(const Report& report, std::string_view host, std::string_view boundary, std::int64_t now);

/// Delivers into a Maildir in its way: written in tmp/, then moved to new/. One thread.
class MaildirWriter {
 public:
  /// Makes what is missing. Errors: io.
  static Result<MaildirWriter> open(std::string folder);
  [[nodiscard]] Status deliver(std::string_view text);

 private:
  explicit MaildirWriter(std::string folder) : folder_(std::move(folder)) {}
  std::string folder_;
  std::uint64_t count_{0};
};

}  // namespace guardline::farside
