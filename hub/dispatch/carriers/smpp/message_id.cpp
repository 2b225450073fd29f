// One form for message ids that carriers write in two bases. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/message_id.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

namespace guardline::dispatch::smpp {
namespace {

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<std::uint64_t> number(std::string_view text, int base) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string digits(std::uint64_t value, int base) {
  std::array<char, 24> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, base).ptr;
  return {buffer.data(), end};
}

/// As it stands, but hexadecimal digits in lower case and without leading zeros.
std::string plain(std::string_view raw) {
  const std::string_view text = trim(raw);
  const auto value = number(text, 16);
  return value ? digits(*value, 16) : std::string(text);
}

std::optional<std::string> rebase(std::string_view raw, int from, int to) {
  const auto value = number(trim(raw), from);
  return value ? std::optional<std::string>(digits(*value, to)) : std::nullopt;
}

}  // namespace

std::string canonical_id(std::string_view raw, IdBase base) {
  const std::string_view text = trim(raw);
  if (base == IdBase::hexadecimal) return rebase(text, 16, 10).value_or(std::string(text));
  if (base == IdBase::decimal) return rebase(text, 10, 10).value_or(std::string(text));
  return std::string(text);
}

void IdFolder::remember(const std::string& id) {
  if (!known_.insert(id).second) return;
  order_.push_back(id);
  if (order_.size() > kRemembered) {
    known_.erase(order_.front());
    order_.pop_front();
  }
}

std::string IdFolder::from_response(std::string_view raw) {
  if (responses_ != IdBase::automatic) return canonical_id(raw, responses_);
  std::string id = plain(raw);
  remember(id);
  return id;
}

std::string IdFolder::from_receipt(std::string_view raw) {
  if (receipts_ != IdBase::automatic) return canonical_id(raw, receipts_);
  std::string same = plain(raw);
  // A receipt in decimal is a hexadecimal answer written with base 10, and the reverse.
  const std::array<std::pair<Relation, std::optional<std::string>>, 3> readings{{
      {Relation::same, same},
      {Relation::hex_to_decimal, rebase(raw, 10, 16)},
      {Relation::decimal_to_hex, rebase(raw, 16, 10)},
  }};
  std::vector<const std::pair<Relation, std::optional<std::string>>*> fitting;
  for (const auto& reading : readings) {
    if (reading.second && known_.contains(*reading.second)) fitting.push_back(&reading);
  }
  if (fitting.size() == 1) {
    learned_ = fitting.front()->first;
    return *fitting.front()->second;
  }
  // More than one fits (a number that reads in both bases), or none: what was learned decides.
  const Relation relation = learned_.value_or(Relation::same);
  const auto& chosen =
      *std::find_if(readings.begin(), readings.end(), [&](const auto& r) { return r.first == relation; });
  return chosen.second.value_or(same);
}

}  // namespace guardline::dispatch::smpp
