// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/enrolment.h"

#include "core/crypto/digest.h"
#include "core/crypto/enrolment_code.h"
#include "core/crypto/random.h"
#include "hub/access/accounts.h"
#include "hub/access/attempt.h"
#include "hub/access/backend.h"
#include "hub/access/names.h"

#include <algorithm>

namespace guardline::access {
namespace {

using api::DeviceState;

constexpr std::int64_t number_of(DeviceState state) { return static_cast<std::int64_t>(state); }

struct CodeRow {
  AccountId account;
  Timestamp expires_at{};
  DeviceId device;  ///< none = not used
};

Result<std::optional<CodeRow>> find_code(Backend& backend, const Digest& secret) {
  return backend.read([&](db::Database& database) -> Result<std::optional<CodeRow>> {
    CodeRow code;
    const auto found =
        first(database, "SELECT account, expires_at, device FROM access_enrolment_code WHERE secret = $1",
              {BytesView(secret)}, [&](const db::Row& row) {
                code = {id_at<AccountId>(row, 0), from_micros(row.int64(1)), id_at<DeviceId>(row, 2)};
                return false;
              });
    if (!found) return std::unexpected(found.error());
    return *found ? std::optional(code) : std::nullopt;
  });
}

// Waiting and approved devices of an account, which is locked first: two hubs that count at once must not both find
// room.
Result<std::int64_t> devices_of(db::Database& database, AccountId account, Timestamp now) {
  const auto locked = first(database, "SELECT id FROM access_account WHERE id = $1 {lock}", {account.bytes()}, {});
  if (!locked) return std::unexpected(locked.error());
  return number(database,
                "SELECT count(*) FROM access_device WHERE account = $1 AND "
                "(state = $2 OR (state IN ($3, $4) AND expires_at > $5))",
                {account.bytes(), number_of(DeviceState::approved), number_of(DeviceState::submitted),
                 number_of(DeviceState::viewed), us(now)});
}

Refusal unknown_secret() {
  return {.code = ErrorCode::unauthenticated, .message = "the enrolment code is unknown, used or over"};
}

/// Counts the failure against the address; the same words whatever the reason. 128 bits can't be guessed: this slows
/// down whoever tries, and tells the journal, but never lets them write it full: of each address the first failure of
/// every row of failures is an event and the one that locks it, no other.
Refusal refuse_secret(Backend& backend, const ThrottleKey& key, std::string_view address, std::string_view why,
                      AccountId account) {
  const auto counted = reserve_attempt(backend, {&key, 1});
  if (!counted) return counted.error();
  const auto& state = counted->front();
  const bool first = state.failures % key.rule.per_lock == 1;
  if (!first && !is_lock(state, key.rule)) return unknown_secret();
  auto event = backend.event(EventKind::device_enrolment_failed,
                             account.empty() ? SubjectType::none : SubjectType::account, account.value, {}, why);
  const auto source = as_bytes(address.substr(0, 64));
  event.detail.assign(source.begin(), source.end());
  std::vector<spine::EventDraft> events{std::move(event)};
  if (const auto told = backend.commit(std::move(events), {}); !told) return refusal(told.error());
  return unknown_secret();
}

}  // namespace

Result<IssuedCode> Enrolment::issue_code(AccountId id, const Actor& actor) {
  if (const auto ok = require_admin(actor); !ok) return std::unexpected(ok.error());
  Accounts accounts(backend_);
  const auto account = accounts.get(id);
  if (!account) return std::unexpected(account.error());
  if (!account->active) return fail(ErrorCode::conflict, "the account is not active");

  crypto::EnrolmentCode code{.address = backend_.options().hub_address,
                             .hub_key = backend_.options().hub_key,
                             .secret = crypto::random_array<16>()};
  auto text = crypto::format_enrolment_code(code);
  if (!text) return std::unexpected(text.error());
  const Digest hash = crypto::sha256(code.secret);
  crypto::wipe(code.secret);
  const Timestamp now = backend_.now();
  const Timestamp expires_at = now + backend_.limits().code_life;
  const auto stored = backend_.commit(
      {backend_.event(EventKind::device_enrolment_code, SubjectType::account, id.value, actor.account)},
      [&](db::Database& database) -> Status {
        const auto devices = devices_of(database, id, now);
        if (!devices) return std::unexpected(devices.error());
        if (*devices >= backend_.limits().devices_per_account) {
          return fail(ErrorCode::conflict, "the account has its number of devices");
        }
        return change_one(database,
                          "INSERT INTO access_enrolment_code (secret, account, issued_at, issued_by, expires_at) "
                          "VALUES ($1, $2, $3, $4, $5)",
                          {BytesView(hash), id.bytes(), us(now), id_or_null(actor.account), us(expires_at)},
                          {ErrorCode::internal, "the code was not stored"});
      });
  if (!stored) return std::unexpected(stored.error());
  return IssuedCode{*std::move(text), expires_at};
}

Checked<EnrolmentReceipt> Enrolment::request(const EnrolmentRequest& request) {
  const ThrottleKey address = address_key(backend_, request.address);
  const Timestamp now = backend_.now();
  const auto waits = backend_.read([&](db::Database& database) {
    return throttle_check(database, {&address, 1}, now);
  });
  if (!waits) return std::unexpected(refusal(waits.error()));
  if (*waits) return std::unexpected(**waits);

  const auto csr = crypto::CertificateRequest::from_pem(request.csr_pem);
  if (!csr) return std::unexpected(refusal(csr.error()));
  if (!is_label(request.device_name, 64)) {
    return std::unexpected(
        Refusal{.code = ErrorCode::invalid_argument, .message = "a device name has 1 to 64 characters"});
  }
  const auto raw = from_base64url(request.secret);
  const Digest secret = crypto::sha256(raw ? BytesView(*raw) : BytesView{});
  const auto code = find_code(backend_, secret);
  if (!code) return std::unexpected(refusal(code.error()));
  const auto refuse = [&](std::string_view why, AccountId whose) {
    return std::unexpected(refuse_secret(backend_, address, request.address, why, whose));
  };
  if (!*code) return refuse("unknown", {});
  if ((*code)->expires_at <= now) return refuse("expired", (*code)->account);

  Accounts accounts(backend_);
  const auto account = accounts.get((*code)->account);
  if (!account) return std::unexpected(refusal(account.error()));
  if (!account->active) return refuse("inactive", account->id);
  const Digest key = csr->spki_sha256();
  const bool repeat = !(*code)->device.empty();
  const DeviceId device = repeat ? (*code)->device : DeviceId::make(now);
  Token poll = new_token();
  std::vector<spine::EventDraft> events;
  if (!repeat) {
    events.push_back(backend_.event(EventKind::device_enrolment_requested, SubjectType::device, device.value,
                                    account->id, request.shared ? "shared" : "own"));
  }
  const auto stored = backend_.commit(std::move(events), [&](db::Database& database) -> Status {
    const Error refused{ErrorCode::unauthenticated, unknown_secret().message};
    if (repeat) {
      return change_one(database,
                        "UPDATE access_device SET poll = $2 WHERE id = $1 AND spki = $3 AND state IN ($4, $5)",
                        {device.bytes(), BytesView(poll.hash), BytesView(key), number_of(DeviceState::submitted),
                         number_of(DeviceState::viewed)},
                        refused);
    }
    const auto used =
        change_one(database, "UPDATE access_enrolment_code SET device = $2 WHERE secret = $1 AND device IS NULL",
                   {BytesView(secret), device.bytes()}, refused);
    if (!used) return used;
    const auto devices = devices_of(database, account->id, now);
    if (!devices) return std::unexpected(devices.error());
    if (*devices >= backend_.limits().devices_per_account) {
      return fail(ErrorCode::conflict, "the account has its number of devices");
    }
    return change_one(
        database,
        "INSERT INTO access_device (id, account, name, shared, spki, state, submitted_at, expires_at, poll, "
        "csr, recovery_issued) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0) "
        "ON CONFLICT (spki) DO NOTHING",
        {device.bytes(), account->id.bytes(), std::string_view(request.device_name),
         std::int64_t{request.shared ? 1 : 0}, BytesView(key), number_of(DeviceState::submitted), us(now),
         us(now + backend_.limits().enrolment_life), BytesView(poll.hash), std::string_view(request.csr_pem)},
        {ErrorCode::conflict, "this key was enrolled before"});
  });
  if (!stored && stored.error().code == ErrorCode::unauthenticated) return refuse("used", account->id);
  if (!stored) return std::unexpected(refusal(stored.error()));
  return EnrolmentReceipt{.device = device,
                          .fingerprint = to_hex(key),
                          .account = account->name,
                          .display_name = account->display_name,
                          .role = account->role,
                          .factor_bound = account->factor_bound,
                          .poll_token = std::move(poll.text)};
}

}  // namespace guardline::access
