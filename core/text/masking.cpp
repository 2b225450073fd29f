// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/masking.h"

#include "core/text/graphemes.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace guardline::text {
namespace {

using Characters = std::span<const std::string_view>;

constexpr std::string_view kStars = "****";
constexpr std::size_t kMostStars = 6;  // the length of a long name says something about its bearer, too

std::string stars(std::size_t count) { return std::string(count, '*'); }

std::string name_of(Characters all) {
  if (all.size() < 2) return stars(all.size());
  std::string out(all.front());
  if (all.size() == 2) return out + "*";
  out += stars(std::min(all.size() - 2, kMostStars));
  return out.append(all.back());
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string phone_of(std::string_view value) {
  auto national = value;
  if (national.starts_with("+86")) national.remove_prefix(3);
  if (national.size() == 11 && national.front() == '1' && all_digits(national)) {
    return std::string(national.substr(0, 3)) + "****" + std::string(national.substr(7));
  }
  auto digits = value;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  if (!all_digits(digits) || digits.size() < 8) return std::string(kStars);
  return std::string(kStars) + std::string(digits.substr(digits.size() - 2));
}

std::string email_of(std::string_view value) {
  const auto at = value.rfind('@');
  if (at == std::string_view::npos) return std::string(kStars);
  const auto local = text::graphemes(value.substr(0, at));
  // The only character of a local part is the whole of it.
  const std::string first(local && local->size() > 1 ? local->front() : "");
  return first + "***" + std::string(value.substr(at));
}

std::string certificate_of(Characters all) {
  if (all.size() < 6) return std::string(kStars);
  return std::string(all.front()) + stars(all.size() - 2) + std::string(all.back());
}

}  // namespace

DataClass data_class(PersonalColumn column) noexcept {
  switch (column) {
    case PersonalColumn::name:
    case PersonalColumn::phone:
    case PersonalColumn::email:
    case PersonalColumn::certificate:
      return DataClass::c2;
    case PersonalColumn::push_token:
      return DataClass::c3;
    case PersonalColumn::tier:
    case PersonalColumn::language:
      return DataClass::c1;
  }
  return DataClass::c3;
}

std::string masked(PersonalColumn column, std::string_view value) {
  const auto kind = data_class(column);
  if (kind == DataClass::c1) return std::string(value);
  if (kind == DataClass::c3 || value.empty()) return {};
  const auto characters = text::graphemes(value);
  if (!characters) return std::string(kStars);
  switch (column) {
    case PersonalColumn::name:
      return name_of(*characters);
    case PersonalColumn::phone:
      return phone_of(value);
    case PersonalColumn::email:
      return email_of(value);
    case PersonalColumn::certificate:
      return certificate_of(*characters);
    default:
      return std::string(kStars);
  }
}

std::string masked_within(std::string text, std::span<const Known> known) {
  // Longer values first: one may be a part of another.
  std::vector<Known> order(known.begin(), known.end());
  std::ranges::sort(order, std::greater<>{}, [](const Known& each) { return each.value.size(); });
  for (const auto& [column, value] : order) {
    if (value.size() < 2) continue;
    auto at = text.find(value);
    if (at == std::string::npos) continue;  // what a mask costs is paid where it is needed
    const auto mask = masked(column, value);
    for (; at != std::string::npos; at = text.find(value, at + mask.size())) text.replace(at, value.size(), mask);
  }
  return text;
}

}  // namespace guardline::text
