// Enrolment codes: any text is safe, and what is accepted formats back to itself. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "core/crypto/digest.h"
#include "core/crypto/enrolment_code.h"

#include <cstdlib>

using namespace guardline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto check = [](std::string_view text) {
    const auto code = crypto::parse_enrolment_code(text);
    if (!code) return;
    const auto again = crypto::format_enrolment_code(*code);
    if (!again || crypto::parse_enrolment_code(*again) != code) std::abort();
  };
  check(as_text({data, size}));
  // The check digits keep mutated texts out of what lies behind them: the same bytes once more as a body with right
  // digits.
  Bytes raw(data, data + size);
  const Digest digest = crypto::sha256(raw);
  raw.insert(raw.end(), digest.begin(), digest.begin() + 4);
  check(to_base32(raw));
  return 0;
}
