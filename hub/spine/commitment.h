// What is proved about a row, byte by byte. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/crypto/digest.h"
#include "hub/spine/event.h"

#include <cstdint>

namespace guardline::spine {

/// The canonical row, version 1. Integers are big-endian two's complement; an id that is none is 16 zero bytes.
///
///   "GLR1"                            4
///   partition                         2
///   seq                               8
///   event_id                         16
///   recorded_at, occurred_at        8+8   microseconds since 1970
///   drill                             1   0/1
///   kind, v                         2+2
///   cause: present 0/1                1   and if present partition 2, seq 8
///   subject_type, subject          1+16
///   notice, message, delivery, investor   4 x 16
///   channel                           1   0 = none
///   carrier: length, bytes          1+n
///   actor                            16
///   mark                              1
///   reason                            2
///   code: length, bytes             1+n
///   detail: present 0/1               1   and if present SHA-256(salt ‖ detail), 32
///
/// The salt (16 random bytes) is sealed together with the detail and destroyed with it, so that a short detail can't be
/// guessed from its hash afterwards.
void append_canonical(Bytes& out, const StoredEvent& event);

/// RFC 6962 section 2.1 leaf: SHA-256(0x00 ‖ canonical row).
Digest leaf_of(crypto::Sha256& hash, Bytes& scratch, const StoredEvent& event);

/// One commit group's rows of one partition: table spine_group.
struct GroupSeal {
  std::uint16_t partition{};
  std::int64_t first_seq{};
  std::int64_t last_seq{};
  Timestamp committed_at{};
  Digest root{};   ///< RFC 6962 Merkle tree hash over the leaves first_seq..last_seq
  Digest chain{};  ///< see chain_of
};
/// SHA-256("GLC1" ‖ previous chain (32 zero bytes before the first) ‖ partition 2 ‖ first_seq 8 ‖ last_seq 8 ‖
/// committed_at 8 ‖ root 32).
Digest chain_of(crypto::Sha256& hash, const Digest& previous, const GroupSeal& group);

}  // namespace guardline::spine
