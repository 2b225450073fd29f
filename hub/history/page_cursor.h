// A place in one investor's time line as opaque text; internal to hub/history. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/api/history.h"
#include "hub/history/list_cursor.h"

#include <optional>
#include <string>
#include <string_view>

namespace guardline::history {

/// Cursors of one list: an investor under one filter.
class PageCursor {
 public:
  /// `key` outlives it.
  PageCursor(BytesView key, InvestorId investor, const std::optional<api::HistoryFilter>& filter);

  [[nodiscard]] std::string text(MessageId place) const;
  /// invalid_argument: not a cursor of this list.
  [[nodiscard]] Result<MessageId> read(std::string_view text) const;

 private:
  ListCursor list_;
};

}  // namespace guardline::history
