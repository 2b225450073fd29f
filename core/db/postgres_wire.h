// PostgreSQL's binary forms. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/db/database.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::db {

/// Object ids of the types the driver speaks (catalog pg_type of PostgreSQL; they never change).
namespace oid {
inline constexpr unsigned kBool = 16, kBytea = 17, kName = 19, kInt8 = 20, kInt2 = 21, kInt4 = 23, kText = 25,
                          kFloat4 = 700, kFloat8 = 701, kBpchar = 1042, kVarchar = 1043, kNumeric = 1700, kVoid = 2278;
inline constexpr unsigned kByteaArray = 1001, kTextArray = 1009, kInt8Array = 1016, kFloat8Array = 1022;
}  // namespace oid

[[nodiscard]] unsigned type_oid(Type type) noexcept;
[[nodiscard]] unsigned array_oid(Type type) noexcept;

/// Network byte order, appended.
void put_int16(std::vector<char>& out, std::int16_t value);
void put_int32(std::vector<char>& out, std::int32_t value);
void put_int64(std::vector<char>& out, std::int64_t value);
void put_real(std::vector<char>& out, double value);
[[nodiscard]] std::int64_t get_integer(const char* bytes, int size) noexcept;  ///< 1, 2, 4 or 8 bytes, signed
[[nodiscard]] double get_real(const char* bytes, int size) noexcept;           ///< 4 or 8 bytes

/// A one-dimensional array of `column` (array_send of the server): `out` is emptied, its memory kept for the next
/// batch. Error: invalid_argument where a text is not bindable.
Status put_array(std::vector<char>& out, const Column& column, std::size_t rows);

/// The NUMERIC that sum() and avg() answer: sign, weight and digits in base 10,000.
[[nodiscard]] double get_numeric(BytesView bytes) noexcept;
/// Nothing where the value has a fraction or does not fit in 64 bits.
[[nodiscard]] std::optional<std::int64_t> get_numeric_integer(BytesView bytes) noexcept;

}  // namespace guardline::db
