// /v1/outbox: what was done without a hub is done now, each as its own request. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "core/api/outbox.h"
#include "core/api/problem_codes.h"
#include "core/crypto/key_wrap.h"
#include "core/wire/problem.h"
#include "hub/edge/gate.h"
#include "hub/edge/offline_keys.h"
#include "hub/edge/routes/routes.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace guardline::edge {
namespace {

namespace codes = api::codes;
using api::OutboxOutcome;

/// What of, and the act's own word; both stand in its path.
std::pair<std::string_view, std::string_view> place_of(api::OutboxKind kind) {
  using enum api::OutboxKind;
  switch (kind) {
    case alert_acknowledge:
      return {"alerts", "acknowledge"};
    case alert_resolve:
      return {"alerts", "resolve"};
    case alert_assign:
      return {"alerts", "assign"};
    case alert_shelve:
      return {"alerts", "shelve"};
    case alert_unshelve:
      return {"alerts", "unshelve"};
    case investor_seen:
      return {"investors", "seen-offline"};
    case investor_note:
      return {"investors", "notes"};
    case investor_call:
      return {"investors", "calls"};
  }
  return {};
}

/// What a problem's status means for somebody whose act comes late.
OutboxOutcome outcome_of(unsigned status) {
  if (status < 300) return OutboxOutcome::applied;
  if (status == 409) return OutboxOutcome::conflict;
  // 401: a step-up is due, or the session ended meanwhile; 429 and 5xx: not now.
  if (status == 401 || status == 408 || status == 429 || status >= 500) return OutboxOutcome::later;
  return OutboxOutcome::refused;
}

class Replay {
 public:
  Replay(const Router& router, const RouteParts& parts)
      : router_(router), gate_(parts.identities, parts.clock), keys_(parts.offline) {}

  [[nodiscard]] api::OutboxAnswer run(const Call& call, const api::OutboxReplay& body) const {
    api::OutboxAnswer answer;
    for (const auto& entry : body.entries) answer.results.push_back(one(call, entry));
    return answer;
  }

 private:
  [[nodiscard]] std::optional<api::OutboxAct> opened(const api::OutboxEntry& entry) const {
    const auto box = from_base64url(entry.box);
    if (!box) return std::nullopt;
    const auto plain = crypto::hpke_open(keys_->outbox, as_bytes(api::kOutboxInfo),
                                         api::outbox_aad(entry.entry_id, entry.made_at), *box);
    if (!plain) return std::nullopt;
    auto act = wire::from_json<api::OutboxAct>(plain->text());
    return act ? std::optional(std::move(*act)) : std::nullopt;
  }

  [[nodiscard]] api::OutboxResult one(const Call& call, const api::OutboxEntry& entry) const {
    api::OutboxResult result{.entry_id = entry.entry_id, .outcome = OutboxOutcome::unreadable};
    auto act = opened(entry);
    if (!act) return result;
    if (act->account != call.caller.session->account_name) {
      result.outcome = OutboxOutcome::foreign;
      return result;
    }
    const auto subject = parse_uuid(act->subject);
    if (!subject) {
      result.outcome = OutboxOutcome::refused;
      return result;
    }
    const auto [what, word] = place_of(act->kind);
    const auto path = "/v1/" + std::string(what) + "/" + format_uuid(*subject);
    const auto done = ask(call, Method::post, path + "/" + std::string(word), act->body, act->key, entry.made_at);
    result.outcome = outcome_of(done.status);
    if (!done.code.empty()) result.code = done.code;
    // The other side of a conflict: as it stands, with its log, if this person may see it.
    if (what == "alerts") {
      const auto now = ask(call, Method::get, path, {}, {});
      if (auto detail = wire::from_json<api::AlertDetail>(now.body)) result.hub = std::move(*detail);
    }
    result.mine = std::move(*act);
    return result;
  }

  /// A request of the same person on the same device: route, gate and rules as if it had just come in.
  [[nodiscard]] Response ask(const Call& call, Method method, std::string path, std::string body, std::string key,
                             std::optional<Timestamp> done_at = {}) const {
    Request request;
    request.done_at = done_at;
    request.door = call.request.door;
    request.method = method;
    request.address = call.request.address;
    request.path = std::move(path);
    request.headers.emplace_back("authorization", call.request.header("authorization"));
    if (method == Method::post) {
      request.headers.emplace_back("content-type", "application/json");
      request.headers.emplace_back("idempotency-key", std::move(key));
    }
    request.body = std::move(body);
    request.peer = call.request.peer;
    request.trace = call.request.trace;
    const auto match = router_.match(request);
    if (!match) return to_response(match.error(), request.trace);
    const auto caller = gate_.admit(request, match->route->spec.policy);
    if (!caller) return to_response(caller.error(), request.trace);
    std::optional<Response> answer;
    match->route->handle(Call{request, *caller, match->path},
                         [&answer](Response response) { answer = std::move(response); });
    // Every route of an act answers before its handler returns.
    return answer ? std::move(*answer) : to_response(refuse(503, codes::unavailable), request.trace);
  }

  const Router& router_;
  Gate gate_;
  std::shared_ptr<const OfflineKeys> keys_;
};

/// The same for the same person on the same device, another for everybody else.
Answer<api::VaultRelease> release(const OfflineKeys& keys, const Caller& caller) {
  const auto info = "guardline vault release 1/" + caller.session->account.text();
  const auto secret = crypto::hkdf_sha256(keys.vault.view(), caller.device->id.bytes(), info, 32);
  if (!secret) return std::unexpected(refuse(secret.error()));
  return api::VaultRelease{to_hex(secret->view())};
}

}  // namespace

void add_outbox_routes(Router& router, const RouteParts& parts) {
  if (!parts.offline) return;
  constexpr Policy kOwn{.need = Need::session, .permission = Permission::own_session};
  router.add(make_route<Nothing, api::OutboxKey>({.method = Method::get,
                                                  .pattern = "/v1/outbox/key",
                                                  .summary = "The public key that consoles seal their outbox to.",
                                                  .policy = {.need = Need::device}},
                                                 [keys = parts.offline](const Call&) -> Answer<api::OutboxKey> {
                                                   return api::OutboxKey{to_hex(keys->outbox.public_key())};
                                                 }));
  const auto replay = std::make_shared<const Replay>(router, parts);
  router.add(make_route<api::OutboxReplay, api::OutboxAnswer>(
      {.method = Method::post,
       .pattern = "/v1/outbox",
       .summary = "What was done without a hub, in order; each entry is its own request.",
       .policy = kOwn},
      [replay](const Call& call, const api::OutboxReplay& body) -> Answer<api::OutboxAnswer> {
        return replay->run(call, body);
      }));
  router.add(make_route<Nothing, api::VaultRelease>(
      {.method = Method::get,
       .pattern = "/v1/session/vault-key",
       .summary = "The hub's part of the key of this device's local copy.",
       .policy = kOwn},
      [keys = parts.offline](const Call& call) { return release(*keys, call.caller); }));
}

}  // namespace guardline::edge
