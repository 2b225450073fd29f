// What was done without a hub, kept until the hub has it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/outbox.h"
#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/crypto/hpke.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace guardline::app {

/// Whose an entry is, without saying it: 8 bytes of a hash over this computer's folder and the account.
using OwnerTag = std::array<std::uint8_t, 8>;
OwnerTag owner_tag(std::string_view device, std::string_view account);

/// An entry as it stands in the file. Nobody on this computer can open `box`.
struct OutboxItem {
  OutboxId id;
  Timestamp made_at{};
  api::OutboxKind kind{};
  OwnerTag owner{};
  Bytes box;
};

struct OutboxDamage {
  std::size_t gaps{0};     ///< stretches of the file that are no whole frame
  std::size_t unknown{0};  ///< whole frames of a later version: kept, not understood
};

inline constexpr std::size_t kMostWaiting = 500;
inline constexpr std::size_t kMostOutboxFile = 16U << 20U;

/// A file that only grows: an edit is an entry that takes another's place, a withdrawal and the hub's answer are frames
/// of their own. What `add` has acknowledged is on disk. When nothing waits and the file is whole it may start over
/// empty. It stands apart from the vault: neither its lease nor its state matter here. One thread.
class Outbox {
 public:
  /// A file that isn't there is an empty outbox. Damage is no error: every whole entry is read. Errors: io, exhausted
  /// (longer than the bound: none of ours).
  static Result<std::unique_ptr<Outbox>> open(std::filesystem::path file);

  /// Seals and writes; durable when it returns. With `instead_of` it takes the place of a waiting entry (not_found).
  /// Errors: exhausted (500 wait, or the disk is full), io, invalid_argument (the act breaks its rules, or the key).
  Result<OutboxId> add(const api::OutboxAct& act, const crypto::X25519PublicKey& hub, const OwnerTag& owner,
                       Timestamp now, std::optional<OutboxId> instead_of = {});
  /// Errors: not_found (none waits by that id), io.
  Status withdraw(OutboxId entry);
  /// The hub has decided: it waits no longer. Errors as withdraw.
  Status settle(OutboxId entry, api::OutboxOutcome outcome);

  /// In the order in which they are to be done; an edited one stands where the first stood.
  [[nodiscard]] const std::vector<OutboxItem>& waiting() const { return waiting_; }
  [[nodiscard]] OutboxDamage damage() const { return damage_; }

 private:
  explicit Outbox(std::filesystem::path file) : file_(std::move(file)) {}
  void apply(BytesView payload);
  Status append(const Bytes& payload);
  Status end(OutboxId entry, std::uint8_t type, std::uint8_t outcome);
  void start_over();
  std::vector<OutboxItem>::iterator find(OutboxId entry);

  std::filesystem::path file_;
  std::vector<OutboxItem> waiting_;
  OutboxDamage damage_;
  std::size_t size_{0};
  /// Written before the next frame where the file ends in a cut one: without it the frame's first byte could be taken
  /// for the last one that the cut frame lacks, and the frame itself would be lost.
  Bytes filler_;
};

}  // namespace guardline::app
