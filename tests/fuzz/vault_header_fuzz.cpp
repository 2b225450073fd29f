// The vault's header: any bytes are safe, and what is read writes back to itself. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "app/vault/vault_header.h"
#include "core/crypto/digest.h"

#include <algorithm>
#include <cstdlib>

using namespace guardline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto check = [](BytesView bytes) {
    const auto header = app::read_header(bytes);
    if (!header) return;
    if (!std::ranges::equal(app::write_header(*header), bytes)) std::abort();
  };
  check({data, size});
  // The checksum keeps mutated bytes out of what lies behind it: the same once more with a right one.
  Bytes summed(data, data + size);
  const auto sum = crypto::sha256(summed);
  summed.insert(summed.end(), sum.begin(), sum.end());
  check(summed);
  return 0;
}
