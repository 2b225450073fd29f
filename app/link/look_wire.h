// Looking at investors: between the wire and what pages speak in. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/contact.h"
#include "core/api/history.h"
#include "core/api/investor.h"
#include "models/gateway/investor_values.h"

#include <optional>

namespace guardline::app {

api::AccessReason wire_form(models::AccessReason reason);
api::RevealField wire_form(models::RevealField field);
api::InvestorSearch wire_form(const models::InvestorTerms& terms);
/// The first page without cursor; 30 messages a page.
api::HistoryRequest wire_form(const models::HistoryFilter& filter, const QString& cursor);

/// `at`: when it was written, where that was without a hub.
api::NewNote note_form(const models::EntryWish& wish, std::optional<Timestamp> at = {});
api::NewCall call_form(const models::EntryWish& wish, std::optional<Timestamp> at = {});

/// A reason's word that this version does not know becomes Reason::none.
models::InvestorMatches value_of(const api::InvestorMatches& matches);
models::InvestorHead value_of(const api::InvestorHead& head);
models::HistoryEntry value_of(const api::HistoryEntry& entry);
models::HistoryPage value_of(const api::HistoryPage& page);
models::DeliveryWhy value_of(const api::DeliveryWhy& why);
models::Revealed value_of(const api::Revealed& revealed);
models::DeliveryTrack value_of(const api::DeliveryTrack& track);

/// The failures of a look, from the ones that every request may have.
models::LookError look_error(const models::SessionError& error);

}  // namespace guardline::app
