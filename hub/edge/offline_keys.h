// The hub's keys for consoles that work without it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/hpke.h"
#include "core/crypto/secret.h"

namespace guardline::edge {

struct OfflineKeys {
  crypto::HpkeReceiver outbox;  ///< opens what consoles have sealed in their outbox
  crypto::Secret vault;         ///< from it comes the hub's part of every local copy's key
};

}  // namespace guardline::edge
