// Words for working without the hub, translated. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/offline_gateway.h"

#include <QString>
#include <QStringList>

namespace guardline::models {

/// "71:59", hours and minutes, rounded down.
QString lease_text(Micros left);
/// What happened, what it means, what to do; `waiting`: how many acts are kept apart from the copy.
QString vault_trouble_text(VaultTrouble trouble, std::size_t waiting);
/// Whether "rebuild" helps against it.
bool can_rebuild(VaultTrouble trouble);

/// The banner: since when, what works, when the lease ends.
QString offline_banner_text(const OfflineState& state, Timestamp now);
/// When the lease ends, "11-23 10:41".
QString lease_end_text(const OfflineState& state, Timestamp now);
/// At 8 h and at 1 h; empty before.
QString lease_warning_text(Micros left);
/// "告警 A-3401F2 确认知晓"; without the number after a restart, when only the hub can read it.
QString queued_title(const QueuedAct& act);
/// What the person wrote, on one line, or to whom it goes; empty for what only the hub can read.
QString queued_text(const QueuedAct& act);
/// The grey line below: when, and what happens with it.
QString queued_note(const QueuedAct& act);
QString queue_trouble_text(QueueTrouble trouble);

/// What may be done without a hub, and what may not: lines of a list.
QStringList offline_can();
QStringList offline_cannot();

/// What it is about: "告警 A-3401F2 确认知晓".
QString conflict_title(const OfflineConflict& conflict);
/// Why the hub did not take it.
QString conflict_reason(const OfflineConflict& conflict);
/// What the person did on this computer, in lines.
QString conflict_mine(const OfflineConflict& conflict);
/// How the alert stands at the hub: who did what, and when.
QString conflict_hub(const OfflineConflict& conflict);
/// Whether sending one's own act on the alert as it stands now makes sense.
bool can_send_again(const OfflineConflict& conflict);

}  // namespace guardline::models
