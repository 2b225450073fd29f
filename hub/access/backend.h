// What the classes of this folder share; for its .cpp files only. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/access/actor.h"
#include "hub/access/hash_gate.h"
#include "hub/access/options.h"
#include "hub/access/sql.h"
#include "hub/spine/committer.h"
#include "hub/spine/connections.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::access {

/// Thread safe.
class Backend {
 public:
  Backend(spine::Committer& committer, OpenRead open_read, const Clock& clock, AccessOptions options,
          crypto::Secret seal_key, crypto::Secret throttle_key);

  [[nodiscard]] Timestamp now() const { return clock_.now(); }
  [[nodiscard]] const Limits& limits() const { return options_.limits; }
  [[nodiscard]] const AccessOptions& options() const { return options_; }
  [[nodiscard]] HashGate& hashes() { return hashes_; }
  [[nodiscard]] BytesView seal_key() const { return seal_key_.view(); }

  /// Lends a reading connection to `work` (a function of db::Database& that returns some Result).
  template <class Work>
  auto read(Work work) -> decltype(work(std::declval<db::Database&>())) {
    return connections_.with(std::move(work));
  }

  /// Events and changes in one durable transaction; blocks. `also` runs on the committer's thread, perhaps more than
  /// once.
  Status commit(std::vector<spine::EventDraft> events, std::function<Status(db::Database&)> also);

  [[nodiscard]] spine::EventDraft event(EventKind kind, SubjectType type, const Uuid& subject, AccountId actor,
                                        std::string_view code = {}) const;

  /// A keyed hash: what it counts for can't be read back from the store. `scope` keeps names, devices and addresses
  /// apart.
  [[nodiscard]] Digest throttle_id(std::string_view scope, std::string_view what) const;

 private:
  spine::Committer& committer_;
  const Clock& clock_;
  AccessOptions options_;
  crypto::Secret seal_key_;
  crypto::Secret throttle_key_;
  HashGate hashes_;
  spine::Connections connections_;
};

/// `denied` unless the actor is an administrator or the local operator.
Status require_admin(const Actor& actor);

struct Token {
  std::string text;  ///< 43 characters of base64url
  Digest hash{};     ///< what is stored
};
Token new_token();
/// What is stored for a token that somebody presents. Any text is safe.
Digest token_hash(std::string_view text);

}  // namespace guardline::access
