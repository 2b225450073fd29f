// Invented investors, deterministic by seed. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace guardline::demo {

/// One invented investor. Nobody real: numbers and mailboxes are drawn, mail domains are reserved (RFC 2606).
struct Person {
  std::string name;       ///< Han characters, 2 to 4, some beyond the BMP
  std::string phone;      ///< E.164, "+861" and ten digits
  std::string email;      ///< lower-case mailbox at an example domain
  std::string tier;       ///< standard | important | vip
  std::string language;   ///< zh-CN | en
  std::string time_zone;  ///< IANA name
  bool has_sms{true};
  bool has_email{true};
  bool has_push{false};
  bool sms_opted_out{false};
  bool marketing_consent{false};
};

/// Draws people one after another; the same seed gives the same people in the same order on every machine (mt19937_64
/// and own scaling: the standard's distributions differ between libraries).
class People {
 public:
  explicit People(std::uint64_t seed) : random_(seed) {}
  Person next();

 private:
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  bool chance(unsigned percent) { return below(100) < percent; }

  std::mt19937_64 random_;
  std::uint64_t count_{0};
};

}  // namespace guardline::demo
