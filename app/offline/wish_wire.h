// Acts between what pages speak in and what the outbox holds. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/outbox.h"
#include "models/gateway/alert_values.h"
#include "models/gateway/investor_values.h"
#include "models/gateway/offline_gateway.h"

#include <optional>
#include <string>
#include <string_view>

namespace guardline::app {

/// Nothing for an act that is not done without a hub: what ends a shelf needs the alert as it stands.
std::optional<api::OutboxKind> outbox_kind(AlertAct act);
/// Nothing for what is no act on an alert.
std::optional<AlertAct> act_of(api::OutboxKind kind);

/// `note` is put behind the person's words where there are some and they still fit.
std::optional<api::OutboxAct> outbox_act(const models::AlertWish& wish, const std::string& account,
                                         const QString& note);
std::optional<models::AlertWish> wish_of(const api::OutboxAct& act);

/// A note or a call, as it was written at `at`.
api::OutboxAct entry_act(InvestorId investor, const models::EntryWish& wish, const std::string& account, Timestamp at);
/// Nothing for what is no note and no call.
std::optional<models::EntryWish> entry_of(const api::OutboxAct& act);
/// What a list of what waits calls it; nothing for a look, and for what a later version wrote.
std::optional<models::QueuedKind> queued_kind(api::OutboxKind kind);
/// Why a note or a call was not taken, from a problem's code.
models::LookFailure entry_refusal(std::string_view code);

/// That somebody was shown in the local copy.
api::OutboxAct seen_act(InvestorId investor, const std::string& account, Timestamp at);

/// From a problem's code; internal for what this version does not know.
models::AlertRefusal::Kind refusal_kind(std::string_view code);

}  // namespace guardline::app
