// /v1/admin: the local operator, over the UNIX socket only. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/admin.h"
#include "core/api/problem_codes.h"
#include "hub/access/access.h"
#include "hub/edge/routes/device_row.h"
#include "hub/edge/routes/routes.h"
#include "hub/edge/stream_hub.h"

namespace guardline::edge {
namespace {

namespace codes = api::codes;

RouteSpec local(Method method, std::string pattern, std::string summary, unsigned status) {
  return {.method = method,
          .pattern = "/v1/admin/" + std::move(pattern),
          .summary = std::move(summary),
          .policy = {.need = Need::local},
          .status = status};
}

const access::Actor kOperator = access::Actor::local_operator();

Answer<Nothing> done(const Status& status) {
  if (!status) return std::unexpected(refuse(status.error()));
  return Nothing{};
}

/// Calls `act(device)` with the id in the path.
template <class Act>
auto with_device(const Call& call, Act act) -> decltype(act(DeviceId{})) {
  const auto device = call.id<DeviceId>("id");
  if (!device) return std::unexpected(refuse(404, codes::not_found));
  return act(*device);
}

void add_accounts(Router& router, access::Access& access) {
  router.add(make_route<api::AccountCreate, api::AccountCreated>(
      local(Method::post, "accounts", "Makes an account.", 201),
      [&access](const Call&, api::AccountCreate body) -> Answer<api::AccountCreated> {
        if (const auto fault = access::password_fault(body.password, body.account); !fault.empty()) {
          return std::unexpected(refuse(wire::Violations{{"/password", std::string(fault)}}));
        }
        auto account = access.accounts().create({.name = std::move(body.account),
                                                 .display_name = std::move(body.display_name),
                                                 .role = body.role,
                                                 .password = std::move(body.password)},
                                                kOperator);
        if (!account) return std::unexpected(refuse(account.error()));
        return api::AccountCreated{account->id};
      }));
  router.add(make_route<api::AccountName, Nothing>(
      local(Method::post, "accounts/unlock", "Forgets failures and locks of an account.", 204),
      [&access](const Call&, const api::AccountName& body) -> Answer<Nothing> {
        auto account = access.accounts().find(body.account);
        if (!account) return std::unexpected(refuse(account.error()));
        return done(access.accounts().unlock(account->id, kOperator));
      }));
  router.add(make_route<api::AccountName, api::EnrolmentCodeMade>(
      local(Method::post, "enrolment-codes", "Makes an enrolment code for an account.", 201),
      [&access](const Call&, const api::AccountName& body) -> Answer<api::EnrolmentCodeMade> {
        auto account = access.accounts().find(body.account);
        if (!account) return std::unexpected(refuse(account.error()));
        auto code = access.enrolment().issue_code(account->id, kOperator);
        if (!code) return std::unexpected(refuse(code.error()));
        return api::EnrolmentCodeMade{std::move(code->text), code->expires_at};
      }));
}

void add_devices(Router& router, access::Access& access, StreamHub& streams) {
  router.add(make_route<Nothing, api::DeviceList>(local(Method::get, "devices", "All devices, newest first.", 200),
                                                  [&access](const Call&) -> Answer<api::DeviceList> {
                                                    auto devices = access.devices().list();
                                                    if (!devices) return std::unexpected(refuse(devices.error()));
                                                    api::DeviceList list;
                                                    for (const auto& device : *devices)
                                                      list.devices.push_back(to_wire(device));
                                                    return list;
                                                  }));
  router.add(make_route<Nothing, api::DeviceRow>(
      local(Method::get, "devices/{id}", "One device; a submitted one counts as viewed from now on.", 200),
      [&access](const Call& call) {
        return with_device(call, [&](DeviceId id) -> Answer<api::DeviceRow> {
          auto device = access.devices().view(id, kOperator);
          if (!device) return std::unexpected(refuse(device.error()));
          return to_wire(*device);
        });
      }));
  router.add(make_route<api::DeviceApproval, Nothing>(
      local(Method::post, "devices/{id}/approve", "Signs the device's certificate.", 204),
      [&access](const Call& call, const api::DeviceApproval& body) {
        return with_device(call, [&](DeviceId id) -> Answer<Nothing> {
          return done(access.devices().approve(id, body.fingerprint_tail.value_or(""), kOperator));
        });
      }));
  router.add(make_route<Nothing, Nothing>(
      local(Method::post, "devices/{id}/refuse", "Turns the request down.", 204), [&access](const Call& call) {
        return with_device(call, [&](DeviceId id) { return done(access.devices().refuse(id, kOperator)); });
      }));
  router.add(make_route<Nothing, Nothing>(
      local(Method::post, "devices/{id}/revoke", "Ends the trust in a device, its sessions and streams.", 204),
      [&access, &streams](const Call& call) {
        return with_device(call, [&](DeviceId id) {
          auto answer = done(access.devices().revoke(id, kOperator));
          if (answer) streams.close_device(id);
          return answer;
        });
      }));
}

}  // namespace

void add_admin_routes(Router& router, const RouteParts& parts) {
  add_accounts(router, parts.access);
  add_devices(router, parts.access, parts.streams);
}

}  // namespace guardline::edge
