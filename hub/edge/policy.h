// Who may use a route: the permission table. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace guardline::edge {

/// How much must be known about the caller. Each stands for one row of the table in docs (who → what).
enum class Need : std::uint8_t {
  open,          ///< public listener: nobody in particular
  anyone,        ///< ops listener: no certificate, or an approved device's
  device_state,  ///< any device on file, revoked and wiped ones too
  device,        ///< an approved device
  session,       ///< an approved device and a session of a role that has the permission
  local,         ///< the UNIX socket only; elsewhere the route doesn't exist
};

enum class Permission : std::uint8_t {
  none,
  own_session,
  stream_read,
  notice_send,
  notice_read,
  alert_read,
  alert_act,
  kpi_read,
  kpi_people,
  device_admin,
  investor_look,
  investor_reveal,
  investor_write,
  rule_write
};

/// The table. Administrators look after accounts and devices; they send nothing to investors and look at none
/// (separation of duties). Risk officers see how investors are reached, never their plain contact data. Agents are to
/// see the figures of their own work only, and no delivery says yet whose work it was: they see none. Compliance reads
/// what others wrote about an investor and writes nothing there itself.
constexpr bool may(api::Role role, Permission permission) {
  using api::Role;
  switch (permission) {
    case Permission::none:
      return false;
    case Permission::own_session:
    case Permission::stream_read:
    case Permission::alert_read:  // what a role does not see, the route leaves out
      return true;
    case Permission::kpi_read:
    case Permission::kpi_people:  // names behind the figures: who may see both figures and investors
      return role == Role::risk || role == Role::supervisor || role == Role::compliance;
    case Permission::investor_write:
      return role == Role::agent || role == Role::risk || role == Role::supervisor;
    case Permission::notice_send:
    case Permission::alert_act:
    case Permission::rule_write:  // who answers for alerts says when they are raised
      return role == Role::risk || role == Role::supervisor;
    case Permission::device_admin:
      return role == Role::admin;
    case Permission::notice_read:
    case Permission::investor_look:
      return role != Role::admin;
    case Permission::investor_reveal:
      return role == Role::agent || role == Role::supervisor || role == Role::compliance;
  }
  return false;
}

/// How long a step-up lasts (standards: a second factor no older than 15 minutes for investors' data).
inline constexpr std::chrono::seconds kStepUpLasts = std::chrono::minutes(15);

/// A second factor of the future is one that the clock was set back behind: so much (clocks of several hubs differ) it
/// may be ahead, more would let a step-up last as long as the clock is wrong.
inline constexpr std::chrono::seconds kClocksDiffer = std::chrono::minutes(2);

struct Policy {
  Need need{Need::local};
  Permission permission{Permission::none};  ///< Need::session only
  bool local_too{false};                    ///< the local operator may use it as well
  bool activity{true};                      ///< counts as a sign of life of the person
  /// How fresh the second factor must be (RFC 9470); it must have come with a reason, too: a step-up.
  std::optional<std::chrono::seconds> second_factor{};
};

}  // namespace guardline::edge
