// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/box.h"

#include "core/crypto/aead.h"
#include "core/crypto/random.h"
#include "hub/spine/key_ring.h"

namespace guardline::spine {

Status seal_detail(crypto::Sha256& hash, const crypto::Secret& key, BytesView detail, StoredEvent& event) {
  Bytes salted(kSaltSize + detail.size());
  crypto::fill_random(std::span(salted).first<kSaltSize>());
  std::copy(detail.begin(), detail.end(), salted.begin() + kSaltSize);
  event.detail_hash = hash.update(salted).finish();
  auto box = crypto::seal(key.view(), salted, detail_context(event.id));
  crypto::wipe(salted);
  if (!box) return std::unexpected(box.error());
  event.sealed_detail = std::move(*box);
  return {};
}

Result<crypto::Secret> open_detail(const crypto::Secret& key, const StoredEvent& event) {
  auto salted = crypto::open(key.view(), event.sealed_detail, detail_context(event.id));
  if (!salted) return salted;
  if (salted->size() < kSaltSize || !event.detail_hash || crypto::sha256(salted->view()) != *event.detail_hash) {
    return fail(ErrorCode::corrupt, "the detail is not the one that was committed");
  }
  return crypto::Secret::copy_of(salted->view().subspan(kSaltSize));
}

}  // namespace guardline::spine
