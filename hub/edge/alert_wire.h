// Alerts as clients see them. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/alert.h"
#include "hub/access/accounts.h"
#include "hub/watch/table.h"

#include <functional>
#include <string>

namespace guardline::edge {

/// The display name of a member of staff; empty if there is no such account. May block on a database.
using NameOf = std::function<std::string(AccountId)>;

api::Alert to_wire(const watch::AlertRecord& record, const NameOf& name_of);
api::AlertLogEntry to_wire(const watch::LogLine& line, const NameOf& name_of);
/// Asks once for each account: for one answer. `accounts` outlives it.
NameOf names_of(access::Accounts& accounts);

}  // namespace guardline::edge
