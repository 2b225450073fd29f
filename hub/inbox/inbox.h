// The web inbox as the public routes see it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/domain/delivery.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::inbox {

/// What everybody who has the link may see.
struct Letter {
  std::string title;     ///< empty = the message has none
  std::string language;  ///< the investor's: "zh-CN" or "en"
  Timestamp sent{};
  bool confirmed{false};
  /// Its words stand in the inbox alone: it can be confirmed only by who has read them there. Else the channel carried
  /// them, and the link is enough.
  bool sealed{false};
  /// Where a code would go, masked ("138****1234"); empty = there is no contact to send one to.
  std::string code_to;
  Channel code_channel{};
};

/// Why not. `over`: the link is ended (old, revoked); `unknown`: there is no such link; `wait`: too many tries, nothing
/// was done; `wrong`: the code is not right; `spent`: no code is open (none asked for, too old, used, five wrong ones);
/// `nowhere`: no contact to send a code to; `locked`: the words have not been read; `later`: the record can't be read
/// or written now.
enum class No : std::uint8_t { unknown, over, wait, wrong, spent, nowhere, locked, later };
struct Refused {
  No why{};
  Micros wait{0};                 ///< with wait, and with wrong if the next try must wait
  std::optional<int> tries_left;  ///< with wrong: of this code
};
template <class T>
using Answer = std::expected<T, Refused>;

struct CodeSent {
  std::string to;  ///< masked
  Timestamp until{};
};

struct Words {
  Letter letter;
  std::string body;  ///< UTF-8, lines end with LF
  std::string pass;  ///< proves for kPassLife that its bearer was let in; for confirming and for reading again
};

inline constexpr auto kCodeLife = std::chrono::minutes(10);
inline constexpr auto kPassLife = std::chrono::minutes(30);

/// Thread safe; every call may block on the store.
class Inbox {
 public:
  virtual ~Inbox() = default;
  /// Changes nothing.
  virtual Answer<Letter> look(DeliveryId delivery) = 0;
  /// A new code goes to a contact on file, over another channel than the link came by where there is one. Waits grow
  /// per investor: 1, 2, 4, 8 minutes, then 15 minutes and doubling.
  virtual Answer<CodeSent> send_code(DeliveryId delivery) = 0;
  /// Opens the words with a code, once. Counted before compared: five wrong tries end a code; failures of an investor
  /// wait 1, 2, 4, 8 s, and every fifth locks, 15 minutes and doubling. Records an opening.
  virtual Answer<Words> read(DeliveryId delivery, std::string_view code) = 0;
  /// The words once more, by the pass of an earlier reading. Changes nothing.
  virtual Answer<Words> again(DeliveryId delivery, std::string_view pass) = 0;
  /// 确认知晓, durable. `pass` empty = by the link alone.
  virtual Answer<Letter> confirm(DeliveryId delivery, std::string_view pass) = 0;

  /// Where a link of the message's own words leads; changes nothing.
  virtual Answer<std::string> destination(DeliveryId delivery, std::uint8_t place) = 0;
  /// The same, recorded as a click, durable.
  virtual Answer<std::string> follow(DeliveryId delivery, std::uint8_t place) = 0;
};

}  // namespace guardline::inbox
