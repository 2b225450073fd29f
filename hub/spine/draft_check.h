// The contract of drafts and submissions, checked before they are queued. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/spine/committer.h"

namespace guardline::spine {

/// Errors: invalid_argument, naming the field. Fills in a subject that is left out but named by its type's own id.
Status check_submission(Submission& submission, const CommitterOptions& options);

/// FNV-1a (64 bits) of the 16 bytes, modulo the count: fixed for ever, rows are found by it.
std::uint16_t partition_of(const Uuid& id, std::uint16_t partitions);
/// By the investor, or by the subject where no investor is meant.
std::uint16_t partition_of(const EventDraft& draft, std::uint16_t partitions);

}  // namespace guardline::spine
