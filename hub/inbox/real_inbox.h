// The web inbox over a real record. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/secret.h"
#include "hub/inbox/inbox.h"
#include "hub/links/token.h"
#include "hub/notices/intake.h"
#include "hub/receipts/tracking/tracking.h"
#include "hub/spine/spine.h"

#include <memory>

namespace guardline::inbox {

/// What it is made of; all outlive it.
struct InboxParts {
  spine::Spine& spine;
  const Clock& clock;
  notices::Intake& intake;  ///< takes the messages that carry codes
  receipts::Tracking& tracking;
  const links::Tokens& tokens;
  crypto::Secret wrap;       ///< 32 bytes; opens what was sealed
  crypto::Secret pseudonym;  ///< 32 bytes; keys the counters
};

std::unique_ptr<Inbox> make_inbox(InboxParts parts);

}  // namespace guardline::inbox
