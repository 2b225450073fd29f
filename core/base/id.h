// Strong ids. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace guardline {

using Uuid = std::array<std::uint8_t, 16>;

/// A new UUIDv7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, then a 12-bit counter that keeps ids of one
/// process in order within a millisecond, then 62 random bits. Time-ordered on purpose: random ids cost the stores a
/// factor of two to three (they land on a random page). Thread safe. Not a secret: never use one as a token.
Uuid make_uuid_v7(Timestamp now);
/// 8-4-4-4-12 lower-case text.
std::string format_uuid(const Uuid& uuid);
/// Accepts exactly the canonical 36 characters, both cases.
std::optional<Uuid> parse_uuid(std::string_view text);

/// An id that can't be mixed with another kind's. All-zero means "none".
template <class Tag>
struct Id {
  Uuid value{};

  static Id make(Timestamp now) { return Id{make_uuid_v7(now)}; }
  static std::optional<Id> parse(std::string_view text) {
    const auto uuid = parse_uuid(text);
    return uuid ? std::optional<Id>(Id{*uuid}) : std::nullopt;
  }
  /// From 16 stored bytes; nothing on any other length.
  static std::optional<Id> from_bytes(BytesView bytes) {
    if (bytes.size() != 16) return std::nullopt;
    Id id;
    std::memcpy(id.value.data(), bytes.data(), 16);
    return id;
  }
  [[nodiscard]] std::string text() const { return format_uuid(value); }
  [[nodiscard]] BytesView bytes() const { return value; }
  [[nodiscard]] bool empty() const { return value == Uuid{}; }
  friend auto operator<=>(const Id&, const Id&) = default;
};

using EventId = Id<struct EventTag>;
using NoticeId = Id<struct NoticeTag>;
using MessageId = Id<struct MessageTag>;    ///< one notice to one investor
using DeliveryId = Id<struct DeliveryTag>;  ///< one attempt of a message on one channel
using InvestorId = Id<struct InvestorTag>;
using AccountId = Id<struct AccountTag>;  ///< a member of staff
using DeviceId = Id<struct DeviceTag>;
using SessionId = Id<struct SessionTag>;
using TemplateId = Id<struct TemplateTag>;

}  // namespace guardline

template <class Tag>
struct std::hash<guardline::Id<Tag>> {
  std::size_t operator()(const guardline::Id<Tag>& id) const noexcept {
    // The tail is random: its bytes are already a hash.
    std::size_t h = 0;
    std::memcpy(&h, id.value.data() + 8, sizeof h);
    return h;
  }
};
