// Ending the links of a message. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "hub/spine/spine.h"

namespace guardline::receipts {

/// From its commit on every link of the message is over, on all its channels, for good; an event `links_ended` says who
/// did it. Again changes nothing. Errors: not_found (no such message), those of the committer.
Status revoke_links(spine::Spine& spine, MessageId message, AccountId actor, Timestamp now);

}  // namespace guardline::receipts
