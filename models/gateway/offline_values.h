// The local copy, the lease and the queue, as values. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace guardline::models {

/// Why there is no readable local copy. Each has its own words (models/offline/words.h).
enum class VaultTrouble : std::uint8_t {
  absent,         ///< none was made yet on this computer for this person
  wrong_key,      ///< whole, but password, key store and hub together don't open it
  not_encrypted,  ///< the file is a database in the clear: none of ours, and not read
  older_format,   ///< made by a version whose form this one no longer reads
  newer_format,   ///< made by a later version
  corrupt,        ///< bytes are missing or changed
  lease_over,     ///< the time it may be kept without the hub is over; it has been destroyed
  offline_start,  ///< a start without the hub: the key is not on this computer
  unavailable,    ///< the disk or another program is in the way; trying again may help
};

/// How the copy on this computer stands.
struct VaultStatus {
  bool open{false};
  std::optional<VaultTrouble> trouble;  ///< only while not open
  std::size_t people{};                 ///< investors in it
  std::size_t followed{};               ///< of these, those that are followed
  Micros lease_left{};                  ///< zero while not open; by a clock that the system's time does not move
  Micros lease_length{};
  bool clock_set_back{false};  ///< the system's time was set back; it gains nobody anything
  friend bool operator==(const VaultStatus&, const VaultStatus&) = default;
};

}  // namespace guardline::models
