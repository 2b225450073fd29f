// /v1/outbox: what people did while a console had no hub; and the hub's part of its local copy's key.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/alert.h"
#include "core/base/bytes.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline {
using OutboxId = Id<struct OutboxTag>;  ///< one entry of a console's outbox
}

namespace guardline::api {

/// What may be done without a hub. Numbers stand in consoles' files: never renumber.
enum class OutboxKind : std::uint8_t {
  alert_acknowledge = 1,
  alert_resolve = 2,
  alert_assign = 3,
  alert_shelve = 4,
  alert_unshelve = 5,
  investor_seen = 6,  ///< looked at in the local copy: core/api/investor.h, SeenOffline
  investor_note = 7,  ///< core/api/contact.h, NewNote
  investor_call = 8,  ///< core/api/contact.h, NewCall
};
GUARDLINE_WIRE_ENUM(OutboxKind, alert_acknowledge, alert_resolve, alert_assign, alert_shelve, alert_unshelve,
                    investor_seen, investor_note, investor_call)

/// What an entry's box holds, as JSON. `body` is that of the act's own request (core/api/alert.h), `subject` the id in
/// its path, `account` whose session it was made in: an entry of another person's is not done.
struct OutboxAct {
  OutboxKind kind{OutboxKind::alert_acknowledge};
  std::string account;
  std::string subject;
  std::string key;
  std::string body;
};
GUARDLINE_WIRE(OutboxAct, (kind, account, subject, key, body), choice("kind", "What was done."),
               shaped("account", Format::name_id, "Who did it."), text("subject", 36, 36, "To what: an id."),
               text("key", 1, 128, "Its Idempotency-Key."),
               text("body", 2, 4096, "The request's own body.", Format::prose))

/// What seals and opens a box (core/crypto/hpke.h). The aad binds a box to its entry.
inline constexpr std::string_view kOutboxInfo = "guardline outbox entry 1";
inline Bytes outbox_aad(OutboxId entry, Timestamp made_at) {
  Bytes aad(entry.value.begin(), entry.value.end());
  const auto at = static_cast<std::uint64_t>(to_micros(made_at));
  for (int i = 0; i < 8; ++i) aad.push_back(static_cast<std::uint8_t>(at >> (8 * i)));
  return aad;
}

/// GET /v1/outbox/key -> 200, for any approved device.
struct OutboxKey {
  std::string public_key;
};
GUARDLINE_WIRE(OutboxKey, (public_key), text("public_key", 64, 64, "X25519; entries are sealed to it.", Format::hex))

struct OutboxEntry {
  OutboxId entry_id;
  Timestamp made_at;
  std::string box;
};
GUARDLINE_WIRE(OutboxEntry, (entry_id, made_at, box), id("entry_id", "Names the entry."),
               time("made_at", "When it was done, by that computer's clock."),
               text("box", 64, 16384, "The sealed OutboxAct, base64url."))

/// POST /v1/outbox -> 200 OutboxAnswer. Each entry is done in order as its own request in the present session: gate,
/// role and rules decide as ever, under the act's own Idempotency-Key, so a try from before the outage and the entry
/// are done once; only a look (investor_seen) may be written twice, with the same time. One that fails does not stop
/// the next. An act on an alert that ends as a conflict has its own row in the record before it is answered.
struct OutboxReplay {
  std::vector<OutboxEntry> entries;
};
GUARDLINE_WIRE(OutboxReplay, (entries), list("entries", 1, 20, "In the order in which they were done."))

enum class OutboxOutcome : std::uint8_t {
  applied = 1,     ///< done now, or by this very entry before
  conflict = 2,    ///< somebody was first, or it is another occurrence: a person chooses
  refused = 3,     ///< will never be done: role, rule, or the thing is gone
  unreadable = 4,  ///< the box does not open here
  foreign = 5,     ///< another person's: wait for their session
  later = 6,       ///< a step-up is due, or the hub is busy: send it again
};
GUARDLINE_WIRE_ENUM(OutboxOutcome, applied, conflict, refused, unreadable, foreign, later)

struct OutboxResult {
  OutboxId entry_id;
  OutboxOutcome outcome{OutboxOutcome::applied};
  std::optional<std::string> code{};
  std::optional<OutboxAct> mine{};
  std::optional<AlertDetail> hub{};
};
GUARDLINE_WIRE(OutboxResult, (entry_id, outcome, code, mine, hub), id("entry_id", "Which entry."),
               choice("outcome", "What became of it."), shaped("code", Format::name_id, "The problem's code."),
               object("mine", "What the box held; absent when it is not this person's."),
               object("hub", "Of an act on an alert: how it stands at the hub now, where this person may see it."))

struct OutboxAnswer {
  std::vector<OutboxResult> results{};
};
GUARDLINE_WIRE(OutboxAnswer, (results), list("results", 0, 20, "One an entry, in their order."))

/// GET /v1/session/vault-key -> 200: the hub's part of the key of this device's local copy, the same for the same
/// person on the same device. Given to a live session only, so after both factors.
struct VaultRelease {
  std::string secret;
};
GUARDLINE_WIRE(VaultRelease, (secret), text("secret", 64, 64, "32 bytes; never stored.", Format::hex).hidden())

}  // namespace guardline::api
