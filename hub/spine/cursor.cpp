// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/cursor.h"

#include "core/base/bytes.h"

namespace guardline::spine {
namespace {

constexpr std::uint8_t kForm = 1;
constexpr std::size_t kMaxPartitions = 64;

}  // namespace

std::string Cursor::text() const {
  Bytes bytes{kForm};
  for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<std::uint8_t>(mark_ >> shift));
  bytes.push_back(static_cast<std::uint8_t>(last_.size()));
  for (const auto last : last_) {
    auto rest = static_cast<std::uint64_t>(last);
    for (; rest >= 0x80; rest >>= 7) bytes.push_back(static_cast<std::uint8_t>(rest | 0x80));
    bytes.push_back(static_cast<std::uint8_t>(rest));
  }
  return to_base64url(bytes);
}

Result<Cursor> Cursor::parse(std::string_view text) {
  const auto bad = [] { return fail(ErrorCode::invalid_argument, "not a cursor"); };
  if (text.size() > 1024) return bad();
  const auto bytes = from_base64url(text);
  if (!bytes || bytes->size() < 6 || (*bytes)[0] != kForm) return bad();
  Cursor cursor;
  for (std::size_t i = 1; i <= 4; ++i) cursor.mark_ = cursor.mark_ << 8 | (*bytes)[i];
  const std::size_t partitions = (*bytes)[5];
  if (partitions > kMaxPartitions) return bad();
  std::size_t at = 6;
  for (std::size_t p = 0; p < partitions; ++p) {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      if (at == bytes->size() || shift > 56) return bad();  // nine groups of seven bits: 63 bits, never negative
      const auto byte = (*bytes)[at++];
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) break;
    }
    cursor.last_.push_back(static_cast<std::int64_t>(value));
  }
  if (at != bytes->size()) return bad();
  return cursor;
}

bool Cursor::covers(const Cursor& other) const {
  if (mark_ != other.mark_ || last_.size() != other.last_.size()) return false;
  for (std::size_t p = 0; p < last_.size(); ++p) {
    if (last_[p] < other.last_[p]) return false;
  }
  return true;
}

std::int64_t Cursor::distance_from(const Cursor& from) const {
  std::int64_t sum = 0;
  for (std::size_t p = 0; p < last_.size(); ++p) sum += last_[p] - (p < from.last_.size() ? from.last_[p] : 0);
  return sum;
}

}  // namespace guardline::spine
