// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/backend.h"

#include "core/crypto/digest.h"
#include "core/crypto/random.h"

namespace guardline::access {

Backend::Backend(spine::Committer& committer, OpenRead open_read, const Clock& clock, AccessOptions options,
                 crypto::Secret seal_key, crypto::Secret throttle_key)
    : committer_(committer),
      clock_(clock),
      options_(std::move(options)),
      seal_key_(std::move(seal_key)),
      throttle_key_(std::move(throttle_key)),
      hashes_(options_.limits.hashes_at_once, options_.limits.hash_wait, options_.limits.password),
      connections_(std::move(open_read)) {}

Status Backend::commit(std::vector<spine::EventDraft> events, std::function<Status(db::Database&)> also) {
  spine::Submission submission;
  submission.events = std::move(events);
  submission.also = std::move(also);
  const auto done = committer_.submit_and_wait(std::move(submission));
  if (!done) return std::unexpected(done.error());
  return {};
}

spine::EventDraft Backend::event(EventKind kind, SubjectType type, const Uuid& subject, AccountId actor,
                                 std::string_view code) const {
  const Timestamp at = now();
  spine::EventDraft draft;
  draft.id = EventId::make(at);
  draft.occurred_at = at;
  draft.kind = kind;
  draft.subject_type = type;
  draft.subject = subject;
  draft.actor = actor;
  draft.code = code;
  return draft;
}

Digest Backend::throttle_id(std::string_view scope, std::string_view what) const {
  std::string text(scope);
  text.push_back('\0');  // no scope contains it, so scope and value can't run together
  text += what;
  return crypto::hmac_sha256(throttle_key_.view(), as_bytes(text));
}

Status require_admin(const Actor& actor) {
  if (actor.role != api::Role::admin) return fail(ErrorCode::denied, "only an administrator may do this");
  return {};
}

Token new_token() {
  Token token;
  token.text = to_base64url(crypto::random_bytes(32));
  token.hash = token_hash(token.text);
  return token;
}

Digest token_hash(std::string_view text) { return crypto::sha256(as_bytes(text)); }

}  // namespace guardline::access
