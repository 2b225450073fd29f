// Who attacks, and what the hub has to say to each. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/attack/cast.h"

#include "core/api/watch_rule.h"
#include "core/crypto/certificate_authority.h"
#include "core/wire/codec.h"
#include "hub/watch/defaults.h"
#include "hub/watch/seed.h"
#include "tests/attack/sample.h"

#include <map>
#include <set>

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace guardline::attack {
namespace {

using api::Role;
using edge::Need;
using edge::Permission;
using edge::test::Person;
using Device = Attacker::Device;
namespace json = boost::json;

constexpr Role kRoles[] = {Role::agent, Role::risk, Role::supervisor, Role::compliance, Role::admin};

// Separation of duties: who looks after accounts and devices sends nothing and looks at nobody; who watches risks sees
// no plain contact; figures are for those who answer for them; what a role does not see of its own, a route leaves out.
const std::map<Permission, std::set<Role>> kMay = {
    {Permission::own_session, {Role::agent, Role::risk, Role::supervisor, Role::compliance, Role::admin}},
    {Permission::stream_read, {Role::agent, Role::risk, Role::supervisor, Role::compliance, Role::admin}},
    {Permission::alert_read, {Role::agent, Role::risk, Role::supervisor, Role::compliance, Role::admin}},
    {Permission::alert_act, {Role::risk, Role::supervisor}},
    {Permission::rule_write, {Role::risk, Role::supervisor}},
    {Permission::notice_send, {Role::risk, Role::supervisor}},
    {Permission::notice_read, {Role::agent, Role::risk, Role::supervisor, Role::compliance}},
    {Permission::kpi_read, {Role::risk, Role::supervisor, Role::compliance}},
    {Permission::kpi_people, {Role::risk, Role::supervisor, Role::compliance}},
    {Permission::investor_write, {Role::agent, Role::risk, Role::supervisor}},
    {Permission::device_admin, {Role::admin}},
    {Permission::investor_look, {Role::agent, Role::risk, Role::supervisor, Role::compliance}},
    {Permission::investor_reveal, {Role::agent, Role::supervisor, Role::compliance}},
};

std::string word(Role role) { return std::to_string(static_cast<int>(role)); }

}  // namespace

std::string Attacker::fields() const {
  return authorization.empty() ? std::string() : "Authorization: " + authorization + "\r\n";
}

Cast::Cast(edge::Limits limits)
    : house(limits), alert(house.raise()), victim(house.add_person("victim", Role::supervisor)) {
  notice = house.notices.accept({}, {}, "k")->notice_id;
  EXPECT_TRUE(watch::seed_rules(house.house.spine->committer(), watch::default_rules()));
  house.notices.last_key.clear();
  add_ended();
  victim.token = house.house.signed_in("victim", victim.desk).token;
  add_thieves();
  add_roles();
}

Way Cast::way(const Person& person) const {
  return {.port = house.server->ops_port(), .ca = house.file("tls.crt"), .cert = person.cert, .key = person.key};
}

void Cast::add(std::string name, const Person& person, Device device, std::optional<Role> role, bool stepped_up) {
  attackers.push_back({.name = std::move(name),
                       .device = device,
                       .way = way(person),
                       .authorization = "Bearer " + person.token,
                       .role = role,
                       .stepped_up = stepped_up});
}

void Cast::step_up(const Person& person) {
  const auto done = house.house.access->sign_in().step_up({.session = person.session,
                                                           .code = house.house.code(person.desk),
                                                           .address = "10.0.0.7",
                                                           .reason = api::AccessReason::complaint,
                                                           .note = ""});
  EXPECT_TRUE(done);
  house.house.next_step();
}

/// Sessions that were good once, each ended in another way.
void Cast::add_ended() {
  auto& access = *house.house.access;
  auto& clock = house.house.clock;
  const auto old = house.add_person("old", Role::supervisor);
  for (int i = 0; i < 25; ++i) {  // never idle, and over all the same
    clock.advance(std::chrono::minutes(29));
    static_cast<void>(access.sessions().check(old.token, old.desk.device, true));
  }
  add("a session older than twelve hours", old, Device::approved);
  const auto idle = house.add_person("idle", Role::supervisor);
  clock.advance(std::chrono::minutes(31));
  add("a session idle for half an hour", idle, Device::approved);

  const auto left = house.add_person("left", Role::supervisor);
  EXPECT_TRUE(access.sessions().sign_out(left.session));
  add("a session that was signed out", left, Device::approved);
  const auto ended = house.add_person("ended", Role::supervisor);
  EXPECT_TRUE(access.sessions().revoke(ended.session, house.house.admin));
  add("a session that an administrator ended", ended, Device::approved);
  const auto renewed = house.add_person("renewed", Role::supervisor);
  EXPECT_TRUE(access.accounts().set_password(access.accounts().find("renewed")->id, "nine otters swim upstream",
                                             house.house.admin));
  add("a session of before the password was changed", renewed, Device::approved);
  const auto shut = house.add_person("shut", Role::supervisor);
  EXPECT_TRUE(access.accounts().set_active(access.accounts().find("shut")->id, false, house.house.admin));
  add("a session of an account that was shut", shut, Device::approved);
  const auto twice = house.add_person("twice", Role::supervisor);
  static_cast<void>(house.house.signed_in("twice", twice.desk));
  add("a session that a later one replaced", twice, Device::approved);
  const auto gone = house.add_person("gone", Role::supervisor);
  EXPECT_TRUE(access.devices().revoke(gone.desk.device, house.house.admin));
  add("a revoked device with its session", gone, Device::ended);
  const auto wiped = house.add_person("wiped", Role::supervisor);
  EXPECT_TRUE(access.devices().revoke(wiped.desk.device, house.house.admin));
  EXPECT_TRUE(access.devices().wiped(wiped.desk.device));
  add("a wiped device with its session", wiped, Device::ended);
}

/// Setting up takes the clock far: step-ups come last, and everybody gives a sign of life at the end.
void Cast::add_roles() {
  const auto stale = house.add_person("stale", Role::supervisor);
  step_up(stale);
  std::vector<Person> all{victim, stale};
  for (const auto role : kRoles) {
    all.push_back(house.add_person("plain" + word(role), role));
    add("role " + word(role), all.back(), Device::approved, role);
    all.push_back(house.add_person("lifted" + word(role), role));
    add("role " + word(role) + " with a step-up", all.back(), Device::approved, role, true);
  }
  for (const auto& person : all)
    EXPECT_TRUE(house.house.access->sessions().check(person.token, person.desk.device, true));
  house.house.clock.advance(edge::kStepUpLasts);
  for (const auto& person : all) {
    if (person.account.starts_with("lifted")) step_up(person);
    EXPECT_TRUE(house.house.access->sessions().check(person.token, person.desk.device, true));
  }
  add("a step-up older than fifteen minutes", stale, Device::approved, Role::supervisor);
}

/// Good tokens in the wrong hands, and what was never a token.
void Cast::add_thieves() {
  const auto thief = house.add_person("thief", Role::agent);
  const auto with = [&](std::string name, Device device, Way by, std::string authorization) {
    attackers.push_back(
        {.name = std::move(name), .device = device, .way = std::move(by), .authorization = std::move(authorization)});
  };
  const auto stolen = "Bearer " + victim.token;
  with("nobody", Device::none, way(), "");
  with("a stolen token without a certificate", Device::none, way(), stolen);
  with("a device without a session", Device::approved, way(thief), "");
  with("a stolen token from another device", Device::approved, way(thief), stolen);
  auto& token = victim.token;
  const auto changed = token.substr(0, token.size() - 1) + (token.ends_with('A') ? 'B' : 'A');
  const std::string none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ2aWN0aW0iLCJyb2xlIjoiYWRtaW4iLCJhdXRoX3RpbWUiOjR9.";
  const std::pair<const char*, std::string> garbage[] = {{"an empty token", "Bearer "},
                                                         {"only a scheme", "Bearer"},
                                                         {"a made-up token", "Bearer " + std::string(43, 'A')},
                                                         {"a token one character off", "Bearer " + changed},
                                                         {"half a token", "Bearer " + token.substr(0, 20)},
                                                         {"a token and more", stolen + "A"},
                                                         {"an endless token", "Bearer " + std::string(4000, 'a')},
                                                         {"an unsigned claim", "Bearer " + none},
                                                         {"a token without a scheme", token},
                                                         {"another scheme", "Basic " + token},
                                                         {"a ticket's scheme", "Ticket " + token},
                                                         {"a statement", "Bearer ' OR 1=1 --"},
                                                         {"bytes that are no text", "Bearer \xff\xfe\x80"}};
  // From the owner's own device: nothing but the token itself is wrong.
  for (const auto& [name, authorization] : garbage) with(name, Device::approved, way(victim), authorization);

  // The authority's own signature on a key that is on no file.
  const auto key = crypto::PrivateKey::generate();
  const auto now = house.house.clock.now();
  const auto authority = house.house.device_ca();
  const auto signed_by_us =
      authority.sign_device(*crypto::CertificateRequest::make(*key, "x"), "x", {now, now + std::chrono::days(300)});
  ASSERT_TRUE(signed_by_us) << signed_by_us.error().message;
  guardline::test::write_file(house.file("unknown.crt"), signed_by_us->pem());
  guardline::test::write_file(house.file("unknown.key"), key->pem()->text());
  auto unknown = way();
  unknown.cert = house.file("unknown.crt");
  unknown.key = house.file("unknown.key");
  with("a certificate of no device on file, with a stolen token", Device::unknown, unknown, stolen);
}

const Attacker& Cast::right(Role role) const {
  for (const auto& each : attackers)
    if (each.role == role && each.stepped_up) return each;
  std::abort();
}

std::string Cast::path_of(const edge::Route& route) const {
  auto path = route.spec.pattern;
  const auto open = path.find('{');
  if (open == std::string::npos) return path;
  std::string id = "0190b0c8-7a4e-7cc3-98c4-dc0c0c07398f";
  if (path.starts_with("/v1/alerts")) id = alert.text();
  if (path.starts_with("/v1/watch/rules")) id = "backlog";
  if (path.starts_with("/v1/notices")) id = notice.text();
  if (path.starts_with("/v1/investors")) id = house.desk.known.text();
  if (path.starts_with("/v1/deliveries")) id = house.desk.delivery.text();
  if (path.starts_with("/v1/devices") || path.starts_with("/v1/enrolment")) id = victim.desk.device.text();
  return path.replace(open, path.find('}') - open + 1, id);
}

std::string Cast::knock(const edge::Route& route, const std::string& fields) const {
  auto body = route.in != nullptr ? sample(*route.in) : std::string();
  if (route.in == &wire::type_of<api::WatchRuleChange>()) {  // members that must fit each other: no type says how
    auto rule = watch::default_rules().front();
    rule.enabled = false;
    body = wire::to_json(api::WatchRuleChange{.version = 1, .reason = "quiet at last", .rule = rule});
  }
  return request(name(route.spec.method), path_of(route), fields + "Idempotency-Key: k-1\r\n", body);
}

std::string Cast::state() {
  const auto reading = house.alerts->read(alert);
  const auto kept = house.rules->list();
  return std::to_string(house.house.events().size()) + " rows, " +
         (reading && reading->alert.state.acknowledged ? "acknowledged, " : "") +
         (kept && kept->rules.front().version == 1 ? "" : "rules changed, ") +
         (house.desk.last_viewer.account.empty() ? "" : "looked, ") + (house.notices.last_key.empty() ? "" : "sent, ") +
         std::to_string(house.desk.seen.size()) + " seen, device " +
         std::to_string(static_cast<int>(house.house.access->devices().get(victim.desk.device)->state));
}

std::string refusal(const edge::Policy& policy, const Attacker& attacker) {
  if (attacker.device == Device::none) return policy.need == Need::anyone ? "" : "device-required";
  if (attacker.device == Device::unknown) return "device-unknown";
  if (attacker.device == Device::ended) return policy.need == Need::device_state ? "" : "device-revoked";
  if (policy.need != Need::session) return "";
  if (!attacker.role) return "session-required";
  const auto who = kMay.find(policy.permission);
  if (who == kMay.end()) return "a permission that the table of this test does not know";
  if (!who->second.contains(*attacker.role)) return "role-not-allowed";
  return policy.second_factor && !attacker.stepped_up ? "step-up-required" : "";
}

void expect_clean(const Reply& reply, const std::string& what) {
  EXPECT_EQ(reply.field("Content-Type"), "application/problem+json") << what;
  EXPECT_EQ(reply.field("Cache-Control"), "no-store") << what;
  EXPECT_EQ(reply.field("X-Content-Type-Options"), "nosniff") << what;
  for (const auto* name : {"Server", "X-Powered-By", "Set-Cookie", "Access-Control-Allow-Origin", "Location"}) {
    EXPECT_EQ(reply.count(name), 0U) << what << name;
  }
  EXPECT_EQ(reply.count("WWW-Authenticate"), reply.status == 401 ? 1U : 0U) << what;
  boost::system::error_code error;
  const auto parsed = json::parse(reply.body, error);
  ASSERT_TRUE(!error && parsed.is_object()) << what << reply.body;
  static const std::set<std::string> kKnown{
      "type", "title", "status", "detail", "code", "trace", "errors", "retry_after_seconds", "attempts_left"};
  for (const auto& member : parsed.get_object()) {
    EXPECT_TRUE(kKnown.contains(std::string(member.key()))) << what << member.key();
  }
  EXPECT_EQ(parsed.at("status").to_number<int>(), reply.status) << what;
  // Nobody's name, number, account or id, no path, no table, no statement, no library.
  auto said = parsed.get_object();
  said.erase("trace");  // random digits
  const auto text = json::serialize(said);
  for (const auto* word : {"王", "138", "Person", "victim", "plain", "lifted", "boss", "0190", "01a0", "/tmp", ".cpp",
                           "SELECT", "sqlite", "postgres", "boost", "std::", "margin"}) {
    EXPECT_EQ(text.find(word), std::string::npos) << what << text;
  }
}

std::string forged_fields(const Person& victim) {
  const auto cookie = "session=" + victim.token + "; token=" + victim.token + "; second_factor_at=4102444800";
  std::string fields;
  const std::pair<const char*, std::string> forged[] = {{"Cookie", cookie},
                                                        {"X-Authorization", "Bearer " + victim.token},
                                                        {"Proxy-Authorization", "Bearer " + victim.token},
                                                        {"X-Access-Token", victim.token},
                                                        {"X-Forwarded-For", "127.0.0.1"},
                                                        {"X-Real-IP", "127.0.0.1"},
                                                        {"Forwarded", "for=127.0.0.1;host=hub;proto=https"},
                                                        {"X-Forwarded-User", "boss"},
                                                        {"X-Remote-User", "boss"},
                                                        {"X-User", "boss"},
                                                        {"X-Role", "admin"},
                                                        {"X-Client-Verify", "SUCCESS"},
                                                        {"X-SSL-Client-S-DN", "CN=boss"},
                                                        {"X-Device-Id", victim.desk.device.text()},
                                                        {"X-HTTP-Method-Override", "GET"},
                                                        {"X-Original-URL", "/v1/hub"},
                                                        {"X-Rewrite-URL", "/v1/hub"},
                                                        {"X-Second-Factor-At", "4102444800000000"},
                                                        {"X-Auth-Time", "4102444800"},
                                                        {"X-Step-Up", "true"}};
  for (const auto& [name, value] : forged) fields.append(name).append(": ").append(value).append("\r\n");
  return fields;
}

}  // namespace guardline::attack
