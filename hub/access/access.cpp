// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/access.h"

#include "core/crypto/enrolment_code.h"
#include "core/crypto/key_wrap.h"
#include "hub/access/backend.h"

namespace guardline::access {

struct Access::Parts {
  Parts(spine::Committer& committer, OpenRead open_read, const Clock& clock, AccessOptions options,
        crypto::Secret seal_key, crypto::Secret throttle_key)
      : backend(committer, std::move(open_read), clock, std::move(options), std::move(seal_key),
                std::move(throttle_key)) {}

  Backend backend;
  Accounts accounts{backend};
  Enrolment enrolment{backend};
  Devices devices{backend};
  SignIn sign_in{backend};
  Sessions sessions{backend};
  Tickets tickets{backend};
};

Access::Access(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Access::~Access() = default;

Accounts& Access::accounts() { return parts_->accounts; }
Enrolment& Access::enrolment() { return parts_->enrolment; }
Devices& Access::devices() { return parts_->devices; }
SignIn& Access::sign_in() { return parts_->sign_in; }
Sessions& Access::sessions() { return parts_->sessions; }
Tickets& Access::tickets() { return parts_->tickets; }

Result<std::unique_ptr<Access>> Access::open(spine::Committer& committer, OpenRead open_read, const Clock& clock,
                                             AccessOptions options) {
  if (options.wrap_key.size() != 32) return fail(ErrorCode::invalid_argument, "the wrapping key must have 32 bytes");
  if (!crypto::is_hub_address(options.hub_address)) {
    return fail(ErrorCode::invalid_argument, "the hub's address must be host:port");
  }
  // One key per purpose: a seed's box and a throttle's hash have nothing in common but their root.
  auto seal_key = crypto::hkdf_sha256(options.wrap_key.view(), {}, "guardline/access/seeds/1", 32);
  if (!seal_key) return std::unexpected(seal_key.error());
  auto throttle_key = crypto::hkdf_sha256(options.wrap_key.view(), {}, "guardline/access/throttle/1", 32);
  if (!throttle_key) return std::unexpected(throttle_key.error());
  return std::unique_ptr<Access>(new Access(std::make_unique<Parts>(
      committer, std::move(open_read), clock, std::move(options), *std::move(seal_key), *std::move(throttle_key))));
}

Status Access::tidy() {
  Backend& backend = parts_->backend;
  const Timestamp now = backend.now();
  const std::int64_t old_counter = us(now - backend.limits().throttle_forget);
  return backend.commit({}, [now, old_counter](db::Database& database) -> Status {
    const std::int64_t month_ago = us(now - std::chrono::days(30));
    struct Step {
      std::string_view sql;
      std::int64_t at;
    };
    const Step steps[] = {
        {"DELETE FROM access_ticket WHERE expires_at < $1", us(now)},
        // Kept a day longer than it works, so that a repeat still finds its device.
        {"DELETE FROM access_enrolment_code WHERE expires_at < $1", us(now - std::chrono::hours(24))},
        {"UPDATE access_device SET pending_seed = NULL, pending_step = NULL "
         "WHERE expires_at < $1 AND (pending_seed IS NOT NULL OR pending_step IS NOT NULL)",
         us(now)},
        {"DELETE FROM access_recovery_code WHERE active = 0 AND device IN "
         "(SELECT id FROM access_device WHERE expires_at < $1)",
         us(now)},
        {"DELETE FROM access_session WHERE expires_at < $1", month_ago},
        {"DELETE FROM access_throttle WHERE keep = 0 AND touched_at < $1", old_counter},
    };
    for (const Step& step : steps) {
      if (const auto ok = change(database, step.sql, {step.at}); !ok) return std::unexpected(ok.error());
    }
    return {};
  });
}

}  // namespace guardline::access
