// Encodes and decodes PostgreSQL's binary forms. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgres_wire.h"

#include "core/db/text_check.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace guardline::db {
namespace {

template <class T>
void put_big_endian(std::vector<char>& out, T value) {
  const auto at = out.size();
  out.resize(at + sizeof value);
  if constexpr (std::endian::native == std::endian::little) value = std::byteswap(value);
  std::memcpy(out.data() + at, &value, sizeof value);
}

template <class T>
T get_big_endian(const char* bytes) {
  T value{};
  std::memcpy(&value, bytes, sizeof value);
  if constexpr (std::endian::native == std::endian::little) value = std::byteswap(value);
  return value;
}

struct Numeric {
  int digits{0};
  int weight{0};
  bool negative{false};
  bool number{false};
  BytesView bytes;

  explicit Numeric(BytesView from) : bytes(from) {
    if (from.size() < 8) return;
    const auto* p = reinterpret_cast<const char*>(from.data());
    digits = get_big_endian<std::uint16_t>(p);
    weight = get_big_endian<std::int16_t>(p + 2);
    const auto sign = get_big_endian<std::uint16_t>(p + 4);
    negative = sign == 0x4000;
    number = (sign == 0 || negative) && from.size() >= 8 + 2 * static_cast<std::size_t>(digits);
  }
  // The i-th digit counts 10000^(weight - i).
  [[nodiscard]] int digit(int i) const {
    return get_big_endian<std::uint16_t>(reinterpret_cast<const char*>(bytes.data()) + 8 + 2 * i);
  }
};

}  // namespace

unsigned type_oid(Type type) noexcept {
  switch (type) {
    case Type::int64:
      return oid::kInt8;
    case Type::real:
      return oid::kFloat8;
    case Type::text:
      return oid::kText;
    case Type::blob:
      return oid::kBytea;
  }
  return oid::kBytea;
}

unsigned array_oid(Type type) noexcept {
  switch (type) {
    case Type::int64:
      return oid::kInt8Array;
    case Type::real:
      return oid::kFloat8Array;
    case Type::text:
      return oid::kTextArray;
    case Type::blob:
      return oid::kByteaArray;
  }
  return oid::kByteaArray;
}

void put_int16(std::vector<char>& out, std::int16_t value) { put_big_endian(out, value); }
void put_int32(std::vector<char>& out, std::int32_t value) { put_big_endian(out, value); }
void put_int64(std::vector<char>& out, std::int64_t value) { put_big_endian(out, value); }
void put_real(std::vector<char>& out, double value) { put_big_endian(out, std::bit_cast<std::uint64_t>(value)); }

std::int64_t get_integer(const char* bytes, int size) noexcept {
  switch (size) {
    case 1:
      return static_cast<signed char>(bytes[0]);
    case 2:
      return get_big_endian<std::int16_t>(bytes);
    case 4:
      return get_big_endian<std::int32_t>(bytes);
    default:
      return get_big_endian<std::int64_t>(bytes);
  }
}

double get_real(const char* bytes, int size) noexcept {
  if (size == 4) return std::bit_cast<float>(get_big_endian<std::uint32_t>(bytes));
  return std::bit_cast<double>(get_big_endian<std::uint64_t>(bytes));
}

Status put_array(std::vector<char>& out, const Column& column, std::size_t rows) {
  constexpr std::int32_t kNull = -1;
  out.clear();
  put_int32(out, 1);
  put_int32(out, column.nulls.empty() ? 0 : 1);
  put_int32(out, static_cast<std::int32_t>(type_oid(column.type)));
  put_int32(out, static_cast<std::int32_t>(rows));
  put_int32(out, 1);
  for (std::size_t i = 0; i < rows; ++i) {
    if (!column.nulls.empty() && column.nulls[i] != 0) {
      put_int32(out, kNull);
    } else if (column.type == Type::int64) {
      put_int32(out, 8);
      put_int64(out, column.ints[i]);
    } else if (column.type == Type::real) {
      put_int32(out, 8);
      put_real(out, column.reals[i]);
    } else {
      const auto value = column.bytes[i];
      if (column.type == Type::text && !is_bindable_text(value)) {
        return fail(ErrorCode::invalid_argument, "bind: text is not UTF-8");
      }
      put_int32(out, static_cast<std::int32_t>(value.size()));
      out.insert(out.end(), value.begin(), value.end());
    }
  }
  return {};
}

double get_numeric(BytesView bytes) noexcept {
  const Numeric numeric(bytes);
  if (!numeric.number) return std::numeric_limits<double>::quiet_NaN();
  double value = 0;
  for (int i = 0; i < numeric.digits; ++i) value = value * 10000 + numeric.digit(i);
  value *= std::pow(10000.0, numeric.weight - numeric.digits + 1);
  return numeric.negative ? -value : value;
}

std::optional<std::int64_t> get_numeric_integer(BytesView bytes) noexcept {
  const Numeric numeric(bytes);
  if (!numeric.number || numeric.weight > 4) return std::nullopt;
  __extension__ using Wide = __int128;
  Wide value = 0;
  // Trailing zero digits are not sent; digits behind the point are a fraction.
  for (int i = 0; i <= numeric.weight; ++i) value = value * 10000 + (i < numeric.digits ? numeric.digit(i) : 0);
  for (int i = numeric.weight + 1; i < numeric.digits; ++i) {
    if (i >= 0 && numeric.digit(i) != 0) return std::nullopt;
  }
  if (numeric.negative) value = -value;
  if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(value);
}

}  // namespace guardline::db
