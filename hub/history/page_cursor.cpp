// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/page_cursor.h"

#include "core/wire/codec.h"

namespace guardline::history {

PageCursor::PageCursor(BytesView key, InvestorId investor, const std::optional<api::HistoryFilter>& filter)
    : list_(key, "\x01history cursor " + investor.text() + (filter ? wire::to_json(*filter) : "")) {}

std::string PageCursor::text(MessageId place) const { return list_.text(place.value); }

Result<MessageId> PageCursor::read(std::string_view text) const {
  const auto place = list_.read(text, MessageId{}.value.size());
  if (!place) return std::unexpected(place.error());
  return *MessageId::from_bytes(*place);
}

}  // namespace guardline::history
