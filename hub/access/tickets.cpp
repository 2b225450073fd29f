// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/tickets.h"

#include "core/db/text_check.h"
#include "hub/access/backend.h"
#include "hub/access/sessions.h"

namespace guardline::access {

Result<IssuedTicket> Tickets::issue(SessionId session, DeviceId device, std::string_view grant) {
  if (grant.size() > 4096 || !db::is_bindable_text(grant)) {
    return fail(ErrorCode::invalid_argument, "a ticket's grant is text of at most 4096 bytes");
  }
  Sessions sessions(backend_);
  if (const auto ok = sessions.still_valid(session, device); !ok) return std::unexpected(ok.error());
  const Timestamp now = backend_.now();
  const Timestamp expires_at = now + backend_.limits().ticket_life;
  Token token = new_token();
  const auto stored = backend_.commit({}, [&](db::Database& database) -> Status {
    const auto dropped = change(database, "DELETE FROM access_ticket WHERE session = $1 AND expires_at <= $2",
                                {session.bytes(), us(now)});
    if (!dropped) return std::unexpected(dropped.error());
    const auto unused = number(database, "SELECT count(*) FROM access_ticket WHERE session = $1", {session.bytes()});
    if (!unused) return std::unexpected(unused.error());
    if (*unused >= backend_.limits().tickets_per_session) {
      return fail(ErrorCode::exhausted, "too many unused tickets of this session");
    }
    return change_one(
        database,
        "INSERT INTO access_ticket (ticket, session, device, content, expires_at) VALUES ($1, $2, $3, $4, $5)",
        {BytesView(token.hash), session.bytes(), device.bytes(), grant, us(expires_at)},
        {ErrorCode::internal, "the ticket was not stored"});
  });
  if (!stored) return std::unexpected(stored.error());
  return IssuedTicket{std::move(token.text), expires_at};
}

Result<RedeemedTicket> Tickets::redeem(std::string_view ticket, DeviceId device) {
  const Error refused{ErrorCode::unauthenticated, "the ticket is unknown, used, expired or not this device's"};
  const Digest hash = token_hash(ticket);
  RedeemedTicket redeemed;
  // Looked up first, so that rubbish costs no transaction; the delete is what makes it work once.
  const auto found = backend_.read([&](db::Database& database) {
    return first(database,
                 "SELECT session, content FROM access_ticket WHERE ticket = $1 AND device = $2 AND expires_at > $3",
                 {BytesView(hash), device.bytes(), us(backend_.now())}, [&](const db::Row& row) {
                   redeemed.session = id_at<SessionId>(row, 0);
                   redeemed.grant = row.text(1);
                   return false;
                 });
  });
  if (!found) return std::unexpected(found.error());
  if (!*found) return std::unexpected(refused);
  const auto used = backend_.commit({}, [&](db::Database& database) {
    return change_one(database, "DELETE FROM access_ticket WHERE ticket = $1", {BytesView(hash)}, refused);
  });
  if (!used) return std::unexpected(used.error());
  Sessions sessions(backend_);
  if (const auto ok = sessions.still_valid(redeemed.session, device); !ok) {
    const bool over = ok.error().code == ErrorCode::unauthenticated || ok.error().code == ErrorCode::denied;
    return std::unexpected(over ? refused : ok.error());
  }
  return redeemed;
}

}  // namespace guardline::access
