// Parts of long messages put together again. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/smsc/assembly.h"

#include "core/text/ucs2_parts.h"

#include <utility>

namespace guardline::farside {
namespace {

constexpr std::uint8_t kHasHeader = 0x40;
constexpr std::uint16_t kSarReference = 0x020C;
constexpr std::uint16_t kSarTotal = 0x020E;
constexpr std::uint16_t kSarNumber = 0x020F;

bool makes_sense(const Place& place) { return place.total > 0 && place.number > 0 && place.number <= place.total; }

std::optional<Place> by_header(const Bytes& message) {
  if (message.size() < 6 || message.size() < std::size_t{message[0]} + 1) return std::nullopt;
  const std::size_t end = std::size_t{message[0]} + 1;
  for (std::size_t at = 1; at + 1 < end; at += std::size_t{message[at + 1]} + 2) {
    const std::size_t length = message[at + 1];
    if (at + 2 + length > end) return std::nullopt;
    const std::uint8_t* value = &message[at + 2];
    Place place;
    if (message[at] == 0x00 && length == 3) {
      place.reference = value[0];
    } else if (message[at] == 0x08 && length == 4) {
      place.reference = static_cast<std::uint16_t>((value[0] << 8) | value[1]);
      ++value;
    } else {
      continue;
    }
    place.total = value[1];
    place.number = value[2];
    place.text.assign(message.begin() + static_cast<std::ptrdiff_t>(end), message.end());
    return place;
  }
  return std::nullopt;
}

std::optional<Place> by_parameters(const Submit& submit) {
  const auto reference = submit.parameters.find(kSarReference);
  const auto total = submit.parameters.find(kSarTotal);
  const auto number = submit.parameters.find(kSarNumber);
  const auto end = submit.parameters.end();
  if (reference == end || total == end || number == end) return std::nullopt;
  Place place;
  place.reference = static_cast<std::uint16_t>((reference->second.at(0) << 8) | reference->second.at(1));
  place.total = total->second.at(0);
  place.number = number->second.at(0);
  place.text = submit.message;
  return place;
}

std::string text_of(const Bytes& octets) {
  const auto units = text::from_ucs2_octets(octets);
  return units ? text::to_utf8(*units).value_or("") : "";
}

}  // namespace

Place place_of(const Submit& submit) {
  const auto found = (submit.esm_class & kHasHeader) != 0 ? by_header(submit.message) : by_parameters(submit);
  if (found && makes_sense(*found)) return *found;
  Place single;
  single.text = submit.message;
  return single;
}

std::optional<Whole> Assembly::add(const Submit& submit, const Place& place, const std::string& message_id) {
  if (place.total == 1) return Whole{{message_id}, text_of(place.text)};
  const Key key{submit.destination, submit.source, place.reference, place.total};
  auto [at, fresh] = open_.try_emplace(key);
  if (fresh) order_.push_back(key);
  at->second[place.number] = {message_id, place.text};
  if (at->second.size() < place.total) {
    while (open_.size() > kMostOpen || order_.size() > 2 * kMostOpen) {
      open_.erase(order_.front());
      order_.pop_front();
    }
    return std::nullopt;
  }
  Whole whole;
  Bytes octets;
  for (auto& [number, piece] : at->second) {
    whole.message_ids.push_back(std::move(piece.message_id));
    octets.insert(octets.end(), piece.text.begin(), piece.text.end());
  }
  whole.text = text_of(octets);
  open_.erase(at);
  return whole;
}

}  // namespace guardline::farside
