// /v1/notices: something to tell investors. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::api {

/// A value for one placeholder of the template.
struct Variable {
  std::string name;
  std::string value;
};
GUARDLINE_WIRE(Variable, (name, value), shaped("name", Format::name_id, "The placeholder's name."),
               text("value", 0, 500, "What stands in its place.", Format::prose))

/// Exactly one of the two is given.
struct Audience {
  std::optional<std::vector<InvestorId>> investors;
  std::optional<std::vector<std::string>> tiers;
};
GUARDLINE_WIRE(Audience, (investors, tiers), list("investors", 1, 5000, "These investors; each once."),
               list("tiers", 1, 16, "Everybody of these tiers.").each(1, 64, Format::name_id))

/// Channels of a `parallel` step go out at once; a `then` step starts if nobody was reached `wait_seconds` after the
/// step before it.
struct RouteStepSpec {
  StepMode mode{StepMode::parallel};
  std::vector<Channel> channels;
  std::int64_t wait_seconds{};
};
GUARDLINE_WIRE(RouteStepSpec, (mode, channels, wait_seconds), choice("mode", "At once, or after the step before."),
               list("channels", 1, 6, "Each once."),
               integer("wait_seconds", 0, 604800, "Seconds the step before is given; 0 in a parallel step."))

/// POST /v1/notices with `Idempotency-Key` -> 201 NoticeAccepted once it is durable. The same key with the same content
/// gives the same answer again (24 h), with other content 422 idempotency-key-reused. A core-risk notice needs two
/// parallel channels in its first step (422 notice-refused). The template's version is frozen here.
struct NoticeRequest {
  std::string template_;
  std::int64_t version{};
  Category category{Category::service};
  std::vector<Variable> variables;
  Audience audience;
  std::vector<RouteStepSpec> route;
  bool drill{false};
};
GUARDLINE_WIRE(NoticeRequest, (template_, version, category, variables, audience, route, drill),
               shaped("template", Format::name_id, "The template's id."),
               integer("version", 1, 1000000, "The template's version."), choice("category", "What the notice is for."),
               list("variables", 0, 64, "Values for the template's placeholders; each name once."),
               object("audience", "Whom to tell."), list("route", 1, 6, "How to reach them, in order."),
               flag("drill", "A rehearsal: everything happens, marked, on drill carriers only."))

struct NoticeAccepted {
  NoticeId notice_id;
  std::int64_t audience_count{};
  Timestamp accepted_at;
};
GUARDLINE_WIRE(NoticeAccepted, (notice_id, audience_count, accepted_at), id("notice_id", "Names the notice."),
               count("audience_count", "Investors meant, before consent and contact points are looked at."),
               time("accepted_at", "When it became durable."))

/// GET /v1/notices/{id} -> 200. Counts of deliveries (attempts on one channel), each in the state it has now.
struct NoticeProgress {
  NoticeId notice_id;
  Timestamp accepted_at;
  Category category{Category::service};
  std::int64_t audience_count{};
  std::int64_t planned{};
  std::int64_t handed{};
  std::int64_t accepted{};
  std::int64_t delivered{};
  std::int64_t failed{};
  std::int64_t suppressed{};
  std::int64_t expired{};
  std::int64_t unknown{};
  std::int64_t cancelled{};
};
GUARDLINE_WIRE(NoticeProgress,
               (notice_id, accepted_at, category, audience_count, planned, handed, accepted, delivered, failed,
                suppressed, expired, unknown, cancelled),
               id("notice_id", "Names the notice."), time("accepted_at", "When it became durable."),
               choice("category", "What the notice is for."), count("audience_count", "Investors meant."),
               count("planned", "Waiting for their turn, intents included."), count("handed", "Bytes have left."),
               count("accepted", "The carrier took responsibility."), count("delivered", "Proof of delivery came."),
               count("failed", "Failed for good."), count("suppressed", "Not sent, on purpose."),
               count("expired", "Validity ended."), count("unknown", "We can't tell whether the carrier has it."),
               count("cancelled", "Called back before it left."))

}  // namespace guardline::api
