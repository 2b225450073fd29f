// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/links/writer.h"

#include <algorithm>
#include <cctype>

namespace guardline::links {
namespace {

constexpr std::size_t kMostAddress = 2000;  // characters

bool of_an_address(unsigned char c) {
  return c > 0x20 && c < 0x7F && std::string_view("\"'<>\\^`|{}").find(static_cast<char>(c)) == std::string_view::npos;
}

/// The length of the address at the beginning of `text`. Punctuation behind it belongs to the sentence.
std::size_t address_length(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && of_an_address(static_cast<unsigned char>(text[size]))) ++size;
  while (size > 0 && std::string_view(".,;:!?)]").find(text[size - 1]) != std::string_view::npos) --size;
  return size;
}

}  // namespace

std::string Writer::letter(DeliveryId delivery) const {
  return base_ + "/m/" + tokens_.make(Purpose::letter, delivery);
}

std::string Writer::pixel(DeliveryId delivery) const {
  return base_ + "/o/" + tokens_.make(Purpose::pixel, delivery) + ".gif";
}

std::string Writer::click(DeliveryId delivery, std::uint8_t place) const {
  return base_ + "/c/" + std::to_string(place) + "/" + tokens_.make(Purpose::click, delivery, place);
}

std::vector<std::string> addresses_in(std::string_view text) {
  std::vector<std::string> found;
  while (found.size() < kMostClicks) {
    const auto at = text.find("http");
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    const auto size = address_length(text);
    const auto address = text.substr(0, size);
    // A brace right behind it opens a placeholder: the rest of the address is not known here.
    const bool whole = size == text.size() || text[size] != '{';
    if (whole && size <= kMostAddress && !host_of(address).empty() &&
        std::ranges::find(found, address) == found.end()) {
      found.emplace_back(address);
    }
    text.remove_prefix(std::max<std::size_t>(size, 4));
  }
  return found;
}

std::string with(std::string text, std::string_view mark, std::string_view value) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
  return text;
}

std::string host_of(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!address.starts_with(scheme)) continue;
    address.remove_prefix(scheme.size());
    std::string host(address.substr(0, address.find_first_of("/?#")));
    // "https://bank.example@evil.example/" reads like the bank: such addresses are not followed.
    if (host.find('@') != std::string::npos) return {};
    std::ranges::transform(host, host.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return host;
  }
  return {};
}

}  // namespace guardline::links
