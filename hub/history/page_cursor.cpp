// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/page_cursor.h"

#include "core/crypto/digest.h"
#include "core/wire/codec.h"

namespace guardline::history {
namespace {

constexpr std::size_t kPlaceSize = 16;
constexpr std::size_t kTagSize = 16;

}  // namespace

PageCursor::PageCursor(BytesView key, InvestorId investor, const std::optional<api::HistoryFilter>& filter)
    : key_(key), list_("\x01history cursor " + investor.text() + (filter ? wire::to_json(*filter) : "")) {}

Bytes PageCursor::sealed(MessageId place) const {
  const auto tag = crypto::hmac_sha256(key_, as_bytes(list_ + place.text()));
  Bytes out(place.value.begin(), place.value.end());
  out.insert(out.end(), tag.begin(), tag.begin() + kTagSize);
  return out;
}

std::string PageCursor::text(MessageId place) const { return to_base64url(sealed(place)); }

Result<MessageId> PageCursor::read(std::string_view text) const {
  const auto bytes = from_base64url(text);
  if (bytes && bytes->size() == kPlaceSize + kTagSize) {
    const auto place = MessageId::from_bytes(BytesView(*bytes).first(kPlaceSize));
    if (place && sealed(*place) == *bytes) return *place;
  }
  return fail(ErrorCode::invalid_argument, "not a cursor of this list");
}

}  // namespace guardline::history
