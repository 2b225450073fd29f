// The text of a delivery receipt. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/receipt_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>

namespace guardline::dispatch::smpp {
namespace {

constexpr std::size_t kMostText = 1000;
constexpr std::size_t kMostId = 64;
constexpr std::size_t kMostCode = 16;

enum class Field { id, sub, dlvrd, submit_date, done_date, stat, err, text };

struct Key {
  std::string_view name;  // lower case; a blank stands for any run of blanks and underscores, also for none
  Field field;
};
constexpr std::array<Key, 8> kKeys{{{"id", Field::id},
                                    {"sub", Field::sub},
                                    {"dlvrd", Field::dlvrd},
                                    {"submit date", Field::submit_date},
                                    {"done date", Field::done_date},
                                    {"stat", Field::stat},
                                    {"err", Field::err},
                                    {"text", Field::text}}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
/// What stands round a value and is no part of it.
bool is_rim(char c) { return is_blank(c) || c == ',' || c == ';' || c == '"' || c == '\0'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

struct Found {
  Field field;
  std::size_t begin;  // of the name
  std::size_t value;  // after the colon
};

/// Does `text` hold this name, then a colon, at `at`?
std::optional<Found> match(std::string_view text, std::size_t at, const Key& key) {
  std::size_t i = at;
  for (const char c : key.name) {
    if (c == ' ') {
      while (i < text.size() && (is_blank(text[i]) || text[i] == '_')) ++i;
    } else {
      if (i >= text.size() || lower(text[i]) != c) return std::nullopt;
      ++i;
    }
  }
  while (i < text.size() && is_blank(text[i])) ++i;
  if (i >= text.size() || text[i] != ':') return std::nullopt;
  return Found{key.field, at, i + 1};
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_rim(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_rim(text.back())) text.remove_suffix(1);
  return text;
}

int two_digits(std::string_view text, std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); }

void take(ReceiptText& out, Field field, std::string_view value) {
  switch (field) {
    case Field::id:
      if (out.id.empty()) out.id = value.substr(0, kMostId);
      break;
    case Field::stat:
      out.stat = value.substr(0, kMostCode);
      std::transform(out.stat.begin(), out.stat.end(), out.stat.begin(), upper);
      break;
    case Field::err:
      out.err = value.substr(0, kMostCode);
      break;
    case Field::done_date:
      out.done = parse_stated_time(value);
      break;
    case Field::sub:
    case Field::dlvrd:
    case Field::submit_date:
    case Field::text:
      break;
  }
}

}  // namespace

std::optional<StatedTime> parse_stated_time(std::string_view text) {
  const bool numeric = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!numeric || (text.size() != 10 && text.size() != 12 && text.size() != 14)) return std::nullopt;
  int year = 2000 + two_digits(text, 0);
  if (text.size() == 14) {
    year = two_digits(text, 0) * 100 + two_digits(text, 2);
    text.remove_prefix(2);
  }
  const int month = two_digits(text, 2);
  const int day = two_digits(text, 4);
  const int hour = two_digits(text, 6);
  const int minute = two_digits(text, 8);
  const int second = text.size() >= 12 ? two_digits(text, 10) : 0;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const Timestamp at = std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
                       std::chrono::seconds(second);
  return StatedTime{at, text.size() >= 12};
}

std::optional<ReceiptText> parse_receipt_text(std::string_view text) {
  text = text.substr(0, kMostText);
  ReceiptText out;
  std::optional<Found> open;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    std::optional<Found> next;
    // A name begins where a word begins: "grid:" holds no "id:".
    const bool word = i == 0 || is_rim(text[i - 1]);
    for (const Key& key : kKeys) {
      if (word && !next) next = match(text, i, key);
    }
    if (!next && i < text.size()) continue;
    if (open) take(out, open->field, trim(text.substr(open->value, i - open->value)));
    if (!next || next->field == Field::text) break;
    open = next;
    i = next->value - 1;
  }
  if (out.id.empty() && out.stat.empty()) return std::nullopt;
  return out;
}

}  // namespace guardline::dispatch::smpp
