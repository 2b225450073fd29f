// The `code` values of problem documents: what a console branches on. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace guardline::api::codes {

// The request itself
inline constexpr std::string_view bad_request = "bad-request";    ///< 400 no HTTP we understand
inline constexpr std::string_view invalid_body = "invalid-body";  ///< 400 with `errors`: each place and what is wrong
inline constexpr std::string_view unsupported_type = "unsupported-type";  ///< 415 body is not application/json
inline constexpr std::string_view body_too_large = "body-too-large";      ///< 413
inline constexpr std::string_view header_too_large = "header-too-large";  ///< 431
inline constexpr std::string_view too_slow = "too-slow";                  ///< 408 body did not arrive in time
inline constexpr std::string_view not_found = "not-found";  ///< 404 no such resource, or none that you may see
inline constexpr std::string_view method_not_allowed = "method-not-allowed";  ///< 405 with Allow
inline constexpr std::string_view upgrade_required = "upgrade-required";      ///< 426 the stream is a WebSocket
inline constexpr std::string_view conflict = "conflict";                      ///< 409 a newer state exists

// Who
inline constexpr std::string_view device_required =
    "device-required";  ///< 403 this needs an enrolled device's certificate
inline constexpr std::string_view device_revoked =
    "device-revoked";  ///< 403 only /v1/device/state and /v1/device/wiped
inline constexpr std::string_view device_unknown =
    "device-unknown";  ///< 403 a certificate of ours, but of no device on file
inline constexpr std::string_view session_required = "session-required";  ///< 401 no, unknown, ended or foreign session
inline constexpr std::string_view step_up_required = "step-up-required";  ///< 401 RFC 9470: second factor too old
inline constexpr std::string_view role_not_allowed = "role-not-allowed";  ///< 403
inline constexpr std::string_view local_only = "local-only";              ///< 404 on network listeners (hidden)
inline constexpr std::string_view origin_refused =
    "origin-refused";  ///< 403 an Origin header: browsers have no business here
inline constexpr std::string_view ticket_refused = "ticket-refused";  ///< 401 unknown, used, expired or foreign ticket

// Enrolment and sign-in
inline constexpr std::string_view enrolment_refused = "enrolment-refused";  ///< 403 unknown, used or expired secret
inline constexpr std::string_view csr_invalid = "csr-invalid";          ///< 400 the certificate request can't be used
inline constexpr std::string_view totp_wrong = "totp-wrong";            ///< 403 the code is wrong or was used already
inline constexpr std::string_view totp_bound = "totp-bound";            ///< 409 the authenticator is bound already
inline constexpr std::string_view sign_in_refused = "sign-in-refused";  ///< 401; never says which part was wrong
inline constexpr std::string_view account_waits = "account-waits";      ///< 429 with retry_after_seconds
inline constexpr std::string_view account_locked = "account-locked";    ///< 403 until an administrator unlocks it

// Notices
inline constexpr std::string_view idempotency_key_missing = "idempotency-key-missing";  ///< 400
inline constexpr std::string_view idempotency_key_reused = "idempotency-key-reused";    ///< 422 same key, other content
inline constexpr std::string_view idempotency_busy = "idempotency-busy";  ///< 409 the first request with it still runs
inline constexpr std::string_view notice_refused =
    "notice-refused";  ///< 422 well formed, but breaks a rule (detail says)

// Looking at investors
inline constexpr std::string_view search_refused = "search-refused";  ///< 422 not a term, or too few, to search by
inline constexpr std::string_view cursor_refused = "cursor-refused";  ///< 400 not a cursor of this list and filter
inline constexpr std::string_view journal_unavailable =
    "journal-unavailable";  ///< 503 the look can't be written down, so nothing is shown
inline constexpr std::string_view investor_erased = "investor-erased";  ///< 409 nobody any more to write about

// Figures
inline constexpr std::string_view period_refused = "period-refused";  ///< 422 the bounds are no period (detail says)

// Alerts
inline constexpr std::string_view alert_stale =
    "alert-stale";  ///< 409 the act names another occurrence than the present
inline constexpr std::string_view alert_already_acknowledged = "alert-already-acknowledged";  ///< 409
inline constexpr std::string_view alert_not_acknowledged = "alert-not-acknowledged";  ///< 409 resolving comes after
inline constexpr std::string_view alert_already_resolved = "alert-already-resolved";  ///< 409
inline constexpr std::string_view alert_not_shelvable = "alert-not-shelvable";        ///< 409 suppressed in another way
inline constexpr std::string_view alert_not_shelved = "alert-not-shelved";            ///< 409
inline constexpr std::string_view alert_shelf_refused = "alert-shelf-refused";  ///< 422 the shelf's end is no good
inline constexpr std::string_view alert_owner_refused = "alert-owner-refused";  ///< 422 can't be given to that account

// The hub
inline constexpr std::string_view busy = "busy";  ///< 429 with Retry-After: a queue is full
inline constexpr std::string_view unavailable =
    "unavailable";                                        ///< 503 a store is down; the same request may work later
inline constexpr std::string_view stopping = "stopping";  ///< 503 the hub goes down
inline constexpr std::string_view internal = "internal";  ///< 500

}  // namespace guardline::api::codes
