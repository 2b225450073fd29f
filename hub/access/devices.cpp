// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/devices.h"

#include "hub/access/backend.h"
#include "hub/access/factors.h"

#include <algorithm>
#include <cctype>

namespace guardline::access {
namespace {

using api::DeviceState;

constexpr std::string_view kSelect =
    "SELECT d.id, d.account, a.name, d.name, d.shared, d.state, d.spki, d.submitted_at, d.viewed_at, d.approved_at, "
    "d.ended_at, d.expires_at FROM access_device d JOIN access_account a ON a.id = d.account";

Device device_at(const db::Row& row, Timestamp now) {
  Device device;
  device.id = id_at<DeviceId>(row, 0);
  device.account = id_at<AccountId>(row, 1);
  device.account_name = row.text(2);
  device.name = row.text(3);
  device.shared = row.int64(4) != 0;
  device.state = static_cast<DeviceState>(row.int64(5));
  const BytesView key = row.blob(6);
  std::copy_n(key.begin(), std::min(key.size(), device.key.size()), device.key.begin());
  device.submitted_at = from_micros(row.int64(7));
  device.viewed_at = time_at(row, 8);
  device.approved_at = time_at(row, 9);
  device.ended_at = time_at(row, 10);
  const bool waiting = device.state == DeviceState::submitted || device.state == DeviceState::viewed;
  if (waiting && from_micros(row.int64(11)) <= now) device.state = DeviceState::expired;
  return device;
}

Result<Device> load(Backend& backend, std::string_view condition, BytesView key) {
  return backend.read([&](db::Database& database) -> Result<Device> {
    Device device;
    const auto found = first(database, std::string(kSelect) + std::string(condition), {key}, [&](const db::Row& row) {
      device = device_at(row, backend.now());
      return false;
    });
    if (!found) return std::unexpected(found.error());
    if (!*found) return fail(ErrorCode::not_found, "no such device");
    return device;
  });
}

constexpr std::int64_t number_of(DeviceState state) { return static_cast<std::int64_t>(state); }

Error wrong_state() { return {ErrorCode::conflict, "the device is not in a state for this"}; }

// "1234 abcd" as people read it out.
std::string digits_of(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c != ' ' && c != '-') out.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  }
  return out;
}

}  // namespace

Result<Device> Devices::view(DeviceId id, const Actor& actor) {
  if (const auto ok = require_admin(actor); !ok) return std::unexpected(ok.error());
  const auto device = get(id);
  if (!device || device->state != DeviceState::submitted) return device;
  const auto viewed = backend_.commit(
      {backend_.event(EventKind::device_viewed, SubjectType::device, id.value, actor.account)},
      [&](db::Database& database) {
        return change_one(
            database,
            "UPDATE access_device SET state = $2, viewed_at = $3 "
            "WHERE id = $1 AND state = $4",
            {id.bytes(), number_of(DeviceState::viewed), us(backend_.now()), number_of(DeviceState::submitted)},
            wrong_state());
      });
  // Another administrator was quicker: the device as it is now is the right answer all the same.
  if (!viewed && viewed.error().code != ErrorCode::conflict) return std::unexpected(viewed.error());
  return get(id);
}

Status Devices::approve(DeviceId id, std::string_view fingerprint_tail, const Actor& actor) {
  if (const auto ok = require_admin(actor); !ok) return ok;
  const auto device = get(id);
  if (!device) return std::unexpected(device.error());
  if (!actor.is_local() && actor.account == device->account) {
    return fail(ErrorCode::denied, "nobody approves their own device");
  }
  if (device->state != DeviceState::submitted && device->state != DeviceState::viewed) {
    return std::unexpected(wrong_state());
  }
  if (const std::string tail = digits_of(fingerprint_tail); !tail.empty()) {
    if (tail.size() != 8 || !device->fingerprint().ends_with(tail)) {
      return fail(ErrorCode::invalid_argument, "the digits are not the end of this device's fingerprint");
    }
  }

  std::string csr;
  const auto found = backend_.read([&](db::Database& database) {
    return first(database, "SELECT csr FROM access_device WHERE id = $1", {id.bytes()}, [&](const db::Row& row) {
      csr = row.text(0);
      return false;
    });
  });
  if (!found) return std::unexpected(found.error());
  const auto request = crypto::CertificateRequest::from_pem(csr);
  if (!request) return fail(ErrorCode::corrupt, "the stored certificate request can't be read");
  const Timestamp now = backend_.now();
  // Begins five minutes early: the console's clock may be a little behind.
  const auto certificate = backend_.options().device_ca.sign_device(
      *request, id.text(), {now - std::chrono::minutes(5), now + backend_.limits().certificate_life});
  if (!certificate) return std::unexpected(certificate.error());
  const std::string pem = certificate->pem();

  return backend_.commit(
      {backend_.event(EventKind::device_approved, SubjectType::device, id.value, actor.account)},
      [&](db::Database& database) -> Status {
        const auto approved = change_one(
            database,
            "UPDATE access_device SET state = $2, approved_at = $3, decided_by = $4, certificate = $5, expires_at = $6 "
            "WHERE id = $1 AND state IN ($7, $8) AND expires_at > $3",
            {id.bytes(), number_of(DeviceState::approved), us(now), id_or_null(actor.account), std::string_view(pem),
             us(now + backend_.limits().enrolment_life), number_of(DeviceState::submitted),
             number_of(DeviceState::viewed)},
            wrong_state());
        if (!approved) return approved;
        const auto verified = number(
            database, "SELECT count(*) FROM access_device WHERE id = $1 AND pending_step IS NOT NULL", {id.bytes()});
        if (!verified) return std::unexpected(verified.error());
        // Nothing verified yet: the person may still bind an authenticator, which then counts at once.
        if (*verified == 0) return {};
        return activate_factors(database, device->account, id, now);
      });
}

Status Devices::refuse(DeviceId id, const Actor& actor) {
  if (const auto ok = require_admin(actor); !ok) return ok;
  if (const auto device = get(id); !device) return std::unexpected(device.error());
  return backend_.commit(
      {backend_.event(EventKind::device_refused, SubjectType::device, id.value, actor.account)},
      [&](db::Database& database) -> Status {
        const auto refused =
            change_one(database,
                       "UPDATE access_device SET state = $2, ended_at = $3, decided_by = $4 "
                       "WHERE id = $1 AND state IN ($5, $6)",
                       {id.bytes(), number_of(DeviceState::refused), us(backend_.now()), id_or_null(actor.account),
                        number_of(DeviceState::submitted), number_of(DeviceState::viewed)},
                       wrong_state());
        if (!refused) return refused;
        return drop_pending_factors(database, id);
      });
}

Status Devices::revoke(DeviceId id, const Actor& actor) {
  if (const auto ok = require_admin(actor); !ok) return ok;
  if (const auto device = get(id); !device) return std::unexpected(device.error());
  const std::int64_t now = us(backend_.now());
  return backend_.commit(
      {backend_.event(EventKind::device_revoked, SubjectType::device, id.value, actor.account)},
      [&](db::Database& database) -> Status {
        const auto revoked = change_one(
            database, "UPDATE access_device SET state = $2, ended_at = $3 WHERE id = $1 AND state = $4",
            {id.bytes(), number_of(DeviceState::revoked), now, number_of(DeviceState::approved)}, wrong_state());
        if (!revoked) return revoked;
        const auto sessions =
            change(database, "UPDATE access_session SET ended_at = $2 WHERE device = $1 AND ended_at IS NULL",
                   {id.bytes(), now});
        if (!sessions) return std::unexpected(sessions.error());
        const auto tickets = change(database, "DELETE FROM access_ticket WHERE device = $1", {id.bytes()});
        if (!tickets) return std::unexpected(tickets.error());
        return drop_pending_factors(database, id);
      });
}

Status Devices::wiped(DeviceId id) {
  const auto device = get(id);
  if (!device) return std::unexpected(device.error());
  if (device->state == DeviceState::wiped) return {};
  return backend_.commit(
      {backend_.event(EventKind::device_wiped, SubjectType::device, id.value, {})}, [&](db::Database& database) {
        return change_one(database, "UPDATE access_device SET state = $2 WHERE id = $1 AND state = $3",
                          {id.bytes(), number_of(DeviceState::wiped), number_of(DeviceState::revoked)}, wrong_state());
      });
}

Result<Device> Devices::by_key(const Digest& key) { return load(backend_, " WHERE d.spki = $1", BytesView(key)); }

Result<Device> Devices::get(DeviceId device) { return load(backend_, " WHERE d.id = $1", device.bytes()); }

Result<std::vector<Device>> Devices::list(std::size_t max) {
  return backend_.read([&](db::Database& database) -> Result<std::vector<Device>> {
    std::vector<Device> devices;
    const auto ok = each(database, std::string(kSelect) + " ORDER BY d.submitted_at DESC, d.id DESC LIMIT $1",
                         {static_cast<std::int64_t>(max)}, [&](const db::Row& row) {
                           devices.push_back(device_at(row, backend_.now()));
                           return true;
                         });
    if (!ok) return std::unexpected(ok.error());
    return devices;
  });
}

}  // namespace guardline::access
