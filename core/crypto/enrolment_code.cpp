// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/enrolment_code.h"

#include "core/crypto/digest.h"

#include <algorithm>
#include <charconv>

#include <arpa/inet.h>

namespace guardline::crypto {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kHead = 1 + 16 + 32 + 1;
constexpr std::size_t kCheck = 4;
constexpr std::size_t kMaxAddress = 200;
constexpr std::size_t kMaxText =
    4096;  // codes have at most about 520 characters with their groups; pastes bring blanks
constexpr std::size_t kMaxDigits = 1024;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '-'; }

// What people type for a letter that base32 has.
char look_alike(char c) {
  switch (c) {
    case '0':
      return 'O';
    case '1':
      return 'I';
    case '8':
      return 'B';
    default:
      return c;
  }
}

bool is_dns_name(std::string_view host) {
  if (host.empty() || host.size() > 253) return false;
  std::size_t label = 0;
  char before = '.';
  for (const char c : host) {
    const bool alnum = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == '.') {
      if (label == 0 || before == '-') return false;
      label = 0;
    } else {
      if (!alnum && (c != '-' || label == 0)) return false;
      if (++label > 63) return false;
    }
    before = c;
  }
  return label > 0 && before != '-';
}

}  // namespace

bool is_hub_address(std::string_view address) {
  const auto colon = address.rfind(':');
  if (address.size() > kMaxAddress || colon == std::string_view::npos) return false;
  const std::string_view host = address.substr(0, colon);
  const std::string_view port = address.substr(colon + 1);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc() || end != port.data() + port.size() || number == 0 || number > 65535 || port[0] == '0') {
    return false;
  }
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    const std::string inner(host.substr(1, host.size() - 2));
    in6_addr parsed;
    // A zero byte would end the text for inet_pton and let anything follow it.
    return inner.find('\0') == std::string::npos && inet_pton(AF_INET6, inner.c_str(), &parsed) == 1;
  }
  return is_dns_name(host);  // dotted IPv4 has the form of a name too
}

std::string_view name(EnrolmentCodeError error) noexcept {
  switch (error) {
    case EnrolmentCodeError::empty:
      return "empty";
    case EnrolmentCodeError::foreign_character:
      return "foreign_character";
    case EnrolmentCodeError::cut_short:
      return "cut_short";
    case EnrolmentCodeError::too_long:
      return "too_long";
    case EnrolmentCodeError::mistyped:
      return "mistyped";
    case EnrolmentCodeError::newer_version:
      return "newer_version";
    case EnrolmentCodeError::invalid_address:
      return "invalid_address";
  }
  return "";
}

Result<std::string> format_enrolment_code(const EnrolmentCode& code) {
  if (!is_hub_address(code.address)) return fail(ErrorCode::invalid_argument, "the address must be host:port");
  Bytes raw{kVersion};
  raw.insert(raw.end(), code.secret.begin(), code.secret.end());
  raw.insert(raw.end(), code.hub_key.begin(), code.hub_key.end());
  raw.push_back(static_cast<std::uint8_t>(code.address.size()));
  raw.insert(raw.end(), code.address.begin(), code.address.end());
  const Digest check = sha256(raw);
  raw.insert(raw.end(), check.begin(), check.begin() + kCheck);
  const std::string digits = to_base32(raw);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 4 == 0) text.push_back('-');
    text.push_back(digits[i]);
  }
  return text;
}

std::expected<EnrolmentCode, EnrolmentCodeError> parse_enrolment_code(std::string_view text) {
  using enum EnrolmentCodeError;
  if (text.size() > kMaxText) return std::unexpected(too_long);
  std::string digits;
  for (const char c : text) {
    if (!is_blank(c)) digits.push_back(look_alike(c));
  }
  if (digits.empty()) return std::unexpected(empty);
  if (digits.size() > kMaxDigits) return std::unexpected(too_long);
  const bool foreign = std::any_of(digits.begin(), digits.end(), [](char c) {
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7'));
  });
  if (foreign) return std::unexpected(foreign_character);

  const auto raw = from_base32(digits);
  // Left-over bits that are not zero can't come from a code: a character is missing, doubled or wrong.
  if (!raw) return std::unexpected(digits.size() < (kHead + kCheck) * 8 / 5 ? cut_short : mistyped);
  if (raw->size() < kHead + kCheck) return std::unexpected(cut_short);
  const BytesView body(raw->data(), raw->size() - kCheck);
  const Digest check = sha256(body);
  if (!std::equal(check.begin(), check.begin() + kCheck, raw->end() - kCheck)) {
    // The length stands inside, so a code whose tail is missing can be told from one with a wrong character.
    const std::size_t announced = kHead + (*raw)[kHead - 1] + kCheck;
    return std::unexpected((*raw)[0] == kVersion && raw->size() < announced ? cut_short : mistyped);
  }
  if (body[0] != kVersion) return std::unexpected(newer_version);

  EnrolmentCode code;
  std::copy_n(body.begin() + 1, code.secret.size(), code.secret.begin());
  std::copy_n(body.begin() + 17, code.hub_key.size(), code.hub_key.begin());
  const BytesView address = body.subspan(kHead);
  if (address.size() != body[kHead - 1]) return std::unexpected(mistyped);
  code.address = as_text(address);
  if (!is_hub_address(code.address)) return std::unexpected(invalid_address);
  return code;
}

}  // namespace guardline::crypto
