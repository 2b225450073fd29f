// A place in a list as opaque text; internal to hub/history. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

#include <string>
#include <string_view>

namespace guardline::history {

/// Cursors of one list, which `list` names with all that it depends on. Each carries a keyed hash of its list and
/// place, so that none can be made up, nor used for another list.
class ListCursor {
 public:
  /// `key` outlives it.
  ListCursor(BytesView key, std::string list) : key_(key), list_(std::move(list)) {}

  [[nodiscard]] std::string text(BytesView place) const;
  /// A place of `size` bytes; invalid_argument: not a cursor of this list.
  [[nodiscard]] Result<Bytes> read(std::string_view text, std::size_t size) const;

 private:
  [[nodiscard]] Bytes sealed(BytesView place) const;
  BytesView key_;
  std::string list_;
};

}  // namespace guardline::history
