// Named shapes of text. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/format.h"

#include <algorithm>

namespace guardline::wire {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_alnum(char c) { return is_digit(c) || is_lower(c) || is_upper(c); }
constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
constexpr bool is_atext(char c) {
  return is_alnum(c) || std::string_view("!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}
constexpr bool is_uri_char(char c) {
  return is_alnum(c) || std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

template <class Pred>
bool all(std::string_view text, Pred pred) {
  return std::all_of(text.begin(), text.end(), pred);
}

/// Parts between dots, each non-empty and made of `pred` characters.
template <class Pred>
bool dotted(std::string_view text, Pred pred) {
  while (true) {
    const auto dot = text.find('.');
    const auto part = text.substr(0, dot);
    if (part.empty() || !all(part, pred)) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

bool is_email(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || text.size() > 254) return false;
  const auto host = text.substr(at + 1);
  if (at > 64 || !dotted(text.substr(0, at), is_atext)) return false;
  if (!dotted(host, [](char c) { return is_alnum(c) || c == '-'; })) return false;
  return host.find("-.") == std::string_view::npos && host.find(".-") == std::string_view::npos &&
         host.front() != '-' && host.back() != '-';
}

bool is_uri(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_lower(text.front())) return false;
  const auto scheme = text.substr(0, colon);
  return all(scheme, [](char c) { return is_lower(c) || is_digit(c) || c == '+' || c == '.' || c == '-'; }) &&
         all(text, is_uri_char);
}

}  // namespace

bool matches(Format format, std::string_view text) noexcept {
  const auto within = [&](std::size_t least, std::size_t most) { return text.size() >= least && text.size() <= most; };
  switch (format) {
    case Format::line:
      return all(text, [](char c) { return !is_control(c); });
    case Format::prose:
      return all(text, [](char c) { return !is_control(c) || c == '\t' || c == '\n'; });
    case Format::pem:
      return !text.empty() && all(text, [](char c) { return (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\r'; });
    case Format::cursor:
      return within(1, 2048) &&
             all(text, [](char c) { return is_alnum(c) || c == '.' || c == '_' || c == '~' || c == '-'; });
    case Format::token:
      return within(16, 128) && all(text, [](char c) { return is_alnum(c) || c == '_' || c == '-'; });
    case Format::base32:
      return within(8, 128) && all(text, [](char c) { return is_upper(c) || (c >= '2' && c <= '7'); });
    case Format::digits:
      return all(text, is_digit);
    case Format::hex:
      return all(text, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
    case Format::name_id:
      return within(1, 64) && (is_lower(text.front()) || is_digit(text.front())) &&
             all(text, [](char c) { return is_lower(c) || is_digit(c) || c == '.' || c == '_' || c == '-'; });
    case Format::email:
      return is_email(text);
    case Format::e164:
      return within(8, 16) && text[0] == '+' && text[1] != '0' && all(text.substr(1), is_digit);
    case Format::uri:
      return is_uri(text);
  }
  return false;
}

std::string_view pattern(Format format) noexcept {
  switch (format) {
    case Format::line:
      return R"(^[^\x00-\x1f\x7f]*$)";
    case Format::prose:
      return R"(^[^\x00-\x08\x0b-\x1f\x7f]*$)";
    case Format::pem:
      return R"(^[\x20-\x7e\r\n]+$)";
    case Format::cursor:
      return R"(^[A-Za-z0-9._~-]{1,2048}$)";
    case Format::token:
      return R"(^[A-Za-z0-9_-]{16,128}$)";
    case Format::base32:
      return R"(^[A-Z2-7]{8,128}$)";
    case Format::digits:
      return R"(^[0-9]*$)";
    case Format::hex:
      return R"(^[0-9a-f]*$)";
    case Format::name_id:
      return R"(^[a-z0-9][a-z0-9._-]{0,63}$)";
    case Format::email:
      return R"(^(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@)"
             R"([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$)";
    case Format::e164:
      return R"(^\+[1-9][0-9]{6,14}$)";
    case Format::uri:
      return R"(^[a-z][a-z0-9+.-]*:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*$)";
  }
  return "";
}

std::string_view label(Format format) noexcept {
  switch (format) {
    case Format::line:
      return "text on one line";
    case Format::prose:
      return "text without control characters";
    case Format::pem:
      return "PEM text";
    case Format::cursor:
      return "opaque cursor";
    case Format::token:
      return "opaque token";
    case Format::base32:
      return "base32 text";
    case Format::digits:
      return "digits";
    case Format::hex:
      return "lower-case hexadecimal digits";
    case Format::name_id:
      return "id of lower-case letters, digits, '.', '_' and '-'";
    case Format::email:
      return "e-mail address";
    case Format::e164:
      return "telephone number in E.164 form";
    case Format::uri:
      return "URI";
  }
  return "text";
}

}  // namespace guardline::wire
