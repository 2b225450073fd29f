// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/list_cursor.h"

#include "core/crypto/digest.h"

namespace guardline::history {
namespace {

constexpr std::size_t kTagSize = 16;

}  // namespace

Bytes ListCursor::sealed(BytesView place) const {
  const auto tag = crypto::hmac_sha256(key_, as_bytes(list_ + to_hex(place)));
  Bytes out(place.begin(), place.end());
  out.insert(out.end(), tag.begin(), tag.begin() + kTagSize);
  return out;
}

std::string ListCursor::text(BytesView place) const { return to_base64url(sealed(place)); }

Result<Bytes> ListCursor::read(std::string_view text, std::size_t size) const {
  auto bytes = from_base64url(text);
  if (bytes && bytes->size() == size + kTagSize) {
    Bytes place(bytes->begin(), bytes->begin() + static_cast<std::ptrdiff_t>(size));
    if (sealed(place) == *bytes) return place;
  }
  return fail(ErrorCode::invalid_argument, "not a cursor of this list");
}

}  // namespace guardline::history
