// A byte buffer that is overwritten when it dies. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace guardline::crypto {

/// Keys, seeds and pass phrases: fixed length, moved but never copied by accident, zeroed before the memory is freed.
/// (It can't keep the pages out of swap: the hub's host is expected to encrypt or disable swap.)
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::size_t size);  ///< zero bytes
  static Secret random(std::size_t size);
  static Secret copy_of(BytesView bytes);
  static Secret copy_of(std::string_view text) { return copy_of(as_bytes(text)); }

  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret();

  [[nodiscard]] Secret clone() const { return copy_of(view()); }
  [[nodiscard]] BytesView view() const { return {data_.get(), size_}; }
  [[nodiscard]] std::span<std::uint8_t> writable() { return {data_.get(), size_}; }
  [[nodiscard]] std::string_view text() const { return as_text(view()); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  std::unique_ptr<std::uint8_t[]> data_;
  std::size_t size_{0};
};

/// Overwrites in a way that the compiler may not drop.
void wipe(std::span<std::uint8_t> bytes);
/// Overwrites all of the string's storage (not only its length) and empties it.
void wipe(std::string& text);

/// Compares in a time that depends on the lengths only.
bool equal(BytesView a, BytesView b);

}  // namespace guardline::crypto
