// Returned mail: any bytes in the Maildir. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/bounces/verdict.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guardline;
  static const auto verp = mail::Verp::make(Bytes(32, 42), "bounce", "hub.test").value();
  const auto mail = receipts::read_returned({reinterpret_cast<const char*>(data), size});
  for (const bool success_reports : {false, true}) {
    const auto verdict = receipts::judge(mail, verp, success_reports);
    using Kind = receipts::Verdict::Kind;
    const bool moves = verdict.kind == Kind::failed || verdict.kind == Kind::delivered;
    // Nothing moves without a proven token; a failure always says whose it is; success needs the switch.
    if (moves && verdict.token.size() != mail::Verp::kTokenSize) std::abort();
    if (verdict.kind == Kind::failed && !failure_class(verdict.reason)) std::abort();
    if (verdict.kind == Kind::delivered && !success_reports) std::abort();
    if (mail.sent_to.size() > 16 || mail.recipients.size() > 64) std::abort();
  }
  return 0;
}
