// What the far side saw, line by line. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

namespace guardline::farside {

/// JSON Lines, appended; each line leaves in one write, before the far side answers, so that a killed far side has told
/// no one more than its ledger says. Lines are described in tools/farsides/README.md. One thread.
class Ledger {
 public:
  /// `salt` empty = random. Errors: io.
  static Result<Ledger> open(const std::string& path, Bytes salt);
  Ledger(Ledger&& other) noexcept;
  Ledger& operator=(Ledger&&) = delete;
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;
  ~Ledger();

  /// Adds the time ("at", µs since 1970) and writes. False where the disk refuses: the caller must not accept then.
  [[nodiscard]] bool write(std::string_view event, boost::json::object fields);
  /// SHA-256 over salt and the address in lower case, as hexadecimal: tells recipients apart without naming them.
  [[nodiscard]] std::string pseudonym(std::string_view address) const;

 private:
  Ledger(int fd, Bytes salt) : fd_(fd), salt_(std::move(salt)) {}
  int fd_;
  Bytes salt_;
};

std::int64_t now_micros();

}  // namespace guardline::farside
