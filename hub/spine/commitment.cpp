// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/commitment.h"

#include "core/crypto/merkle.h"

#include <array>
#include <concepts>
#include <cstring>

namespace guardline::spine {
namespace {

/// Appends with one growth check a row; big-endian.
class Out {
 public:
  explicit Out(Bytes& bytes) : bytes_(bytes) {}
  void raw(BytesView view) { bytes_.insert(bytes_.end(), view.begin(), view.end()); }
  template <std::unsigned_integral T>
  void number(T value) {
    std::array<std::uint8_t, sizeof(T)> big{};
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      big[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * (sizeof(T) - 1 - i)));
    }
    raw(big);
  }
  void byte(std::uint8_t value) { bytes_.push_back(value); }
  void signed64(std::int64_t value) { number(static_cast<std::uint64_t>(value)); }
  void ref(EventRef ref) {
    number(ref.partition);
    signed64(ref.seq);
  }
  /// At most 255 bytes by the contract of the drafts.
  void short_text(std::string_view text) {
    byte(static_cast<std::uint8_t>(text.size()));
    raw(as_bytes(text));
  }

 private:
  Bytes& bytes_;
};

}  // namespace

void append_canonical(Bytes& bytes, const StoredEvent& event) {
  bytes.reserve(bytes.size() + 320);
  Out out(bytes);
  out.raw(as_bytes("GLR1"));
  out.ref(event.ref);
  out.raw(event.id.value);
  out.signed64(to_micros(event.recorded_at));
  out.signed64(to_micros(event.occurred_at));
  out.byte(event.drill ? 1 : 0);
  out.number(static_cast<std::uint16_t>(event.kind));
  out.number(event.v);
  out.byte(event.cause ? 1 : 0);
  if (event.cause) out.ref(*event.cause);
  out.byte(static_cast<std::uint8_t>(event.subject_type));
  out.raw(event.subject);
  out.raw(event.notice.value);
  out.raw(event.message.value);
  out.raw(event.delivery.value);
  out.raw(event.investor.value);
  out.byte(event.channel ? static_cast<std::uint8_t>(*event.channel) : std::uint8_t{0});
  out.short_text(event.carrier);
  out.raw(event.actor.value);
  out.byte(static_cast<std::uint8_t>(event.mark));
  out.number(static_cast<std::uint16_t>(event.reason));
  out.short_text(event.code);
  out.byte(event.detail_hash ? 1 : 0);
  if (event.detail_hash) out.raw(*event.detail_hash);
}

Digest leaf_of(crypto::Sha256& hash, Bytes& scratch, const StoredEvent& event) {
  scratch.clear();
  append_canonical(scratch, event);
  return crypto::merkle_leaf(hash, scratch);
}

Digest chain_of(crypto::Sha256& hash, const Digest& previous, const GroupSeal& group) {
  Bytes bytes;
  Out out(bytes);
  out.raw(as_bytes("GLC1"));
  out.raw(previous);
  out.number(group.partition);
  out.signed64(group.first_seq);
  out.signed64(group.last_seq);
  out.signed64(to_micros(group.committed_at));
  out.raw(group.root);
  return hash.update(bytes).finish();
}

}  // namespace guardline::spine
