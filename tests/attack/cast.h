// Who attacks, and what the hub has to say to each. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/attack/raw_line.h"
#include "tests/edge/edge_house.h"

#include <optional>
#include <string>
#include <vector>

namespace guardline::attack {

/// One caller: a certificate or none, an Authorization or none, and what that amounts to.
struct Attacker {
  enum class Device { none, unknown, approved, ended };
  std::string name;
  Device device{Device::none};
  Way way;
  std::string authorization{};      ///< the field's value; empty = no such field
  std::optional<api::Role> role{};  ///< of a live session on this very device
  bool stepped_up{false};           ///< a fresh second factor with a reason
  [[nodiscard]] std::string fields() const;
};

/// A whole edge with things in it that somebody would like to have, and everybody who has no right to them.
class Cast {
 public:
  explicit Cast(edge::Limits limits = {});

  /// A request to a route with everything in it that would make it succeed: a body of its type, ids of things that are
  /// there, a key.
  [[nodiscard]] std::string knock(const edge::Route& route, const std::string& fields) const;
  [[nodiscard]] std::string path_of(const edge::Route& route) const;
  [[nodiscard]] Way way() const { return {.port = house.server->ops_port(), .ca = house.file("tls.crt")}; }
  [[nodiscard]] Way way(const edge::test::Person& person) const;
  /// A live session of this role; with a fresh step-up.
  [[nodiscard]] const Attacker& right(api::Role role) const;
  void step_up(const edge::test::Person& person);
  /// Rows of the record, and what a request could have changed beside it: the same text = nothing happened.
  std::string state();

  edge::test::EdgeHouse house;
  AlertId alert;
  NoticeId notice;
  edge::test::Person victim;  ///< somebody's device and session
  std::vector<Attacker> attackers;

 private:
  void add_ended();
  void add_roles();
  void add_thieves();
  void add(std::string name, const edge::test::Person& person, Attacker::Device device,
           std::optional<api::Role> role = {}, bool stepped_up = false);
};

/// What the gate must say, from the permission table as people wrote it down (docs and standards), not from the
/// program; "" = it lets this caller through.
std::string refusal(const edge::Policy& policy, const Attacker& attacker);

/// An answer that refuses, and nothing else: the problem's form, its headers, none of the words that would tell
/// something about who and what is there.
void expect_clean(const Reply& reply, const std::string& what);

/// Fields by which other servers let callers say who they are.
std::string forged_fields(const edge::test::Person& victim);

}  // namespace guardline::attack
