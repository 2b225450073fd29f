// Chance that depends on the seed and the thing itself. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/common/dice.h"

#include "core/crypto/digest.h"

#include <string>

namespace guardline::farside {

double Dice::roll(std::string_view purpose, std::string_view subject) const {
  std::string text = std::to_string(seed_) + "|";
  text += purpose;
  text += "|";
  text += subject;
  const Digest digest = crypto::sha256(as_bytes(text));
  std::uint64_t bits = 0;
  for (int i = 0; i < 8; ++i) bits = bits << 8 | digest[static_cast<std::size_t>(i)];
  return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

}  // namespace guardline::farside
