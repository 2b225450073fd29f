// Receipt texts: any is read within its bounds, or is none. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"
#include "hub/dispatch/carriers/smpp/receipt_text.h"

#include <cstdlib>
#include <string>

using namespace guardline;
using namespace guardline::dispatch::smpp;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(as_text({data, size}));
  const auto receipt = parse_receipt_text(text);
  if (!receipt) return 0;
  if (receipt->id.empty() && receipt->stat.empty()) std::abort();
  if (receipt->id.size() > 64 || receipt->stat.size() > 16 || receipt->err.size() > 16) std::abort();
  // What follows "text:" is never read.
  const auto quoted = parse_receipt_text(text.substr(0, 900) + " text:id:999 stat:DELIVRD err:999");
  if (size <= 900 && (!quoted || quoted->id != receipt->id || quoted->stat != receipt->stat)) std::abort();
  return 0;
}
