// One form for message ids that carriers write in two bases. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/dispatch/carriers/smpp/config.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace guardline::dispatch::smpp {

/// The canonical form under a fixed base: numbers of up to 64 bits become decimal without leading zeros; what is no
/// such number, and everything under `text`, stays as it stands, without blanks at its ends. `automatic` is treated as
/// `text`.
std::string canonical_id(std::string_view raw, IdBase base);

/// Folds the ids of submit answers and of receipts into one form.
///
/// With fixed bases it keeps nothing. With `automatic` the form is that of the answers (lower case, without leading
/// zeros where it is a hexadecimal number), and a receipt's id is compared as it stands, as decimal of a hexadecimal
/// answer, and as the reverse, with the last `kRemembered` answers; the relation last seen to fit in one way only is
/// used for ids that fit none (receipts before their answer, after a restart). Until one is learned such ids stay as
/// they stand: a carrier whose bases differ should therefore be configured with them. Thread: one at a time.
class IdFolder {
 public:
  static constexpr std::size_t kRemembered = 65'536;

  IdFolder(IdBase responses, IdBase receipts) : responses_(responses), receipts_(receipts) {}
  std::string from_response(std::string_view raw);
  std::string from_receipt(std::string_view raw);

 private:
  enum class Relation { same, hex_to_decimal, decimal_to_hex };  ///< answer's base to receipt's base
  void remember(const std::string& id);

  IdBase responses_;
  IdBase receipts_;
  std::optional<Relation> learned_;
  std::unordered_set<std::string> known_;
  std::deque<std::string> order_;
};

}  // namespace guardline::dispatch::smpp
