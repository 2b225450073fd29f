// The one form of an error on the wire. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::wire {

/// One wrong place in a request body.
struct ProblemField {
  std::string pointer;
  std::string detail;
};
GUARDLINE_WIRE(ProblemField, (pointer, detail),
               text("pointer", 0, 1024, "JSON Pointer (RFC 6901) to the place in the body; empty for the whole body."),
               text("detail", 1, 500, "What is wrong there, in English; never repeats the value."))

/// RFC 9457 problem details (application/problem+json). `code` is what programs branch on; title and detail are English
/// for operators. Never carries personal data, secrets or internals.
struct Problem {
  std::string type{"about:blank"};
  std::string title;
  std::int64_t status{500};
  std::string code;
  std::optional<std::string> detail;
  std::optional<std::string> trace;
  std::optional<std::vector<ProblemField>> errors;
  std::optional<std::int64_t> retry_after_seconds;
  std::optional<std::int64_t> attempts_left;
};
GUARDLINE_WIRE(Problem, (type, title, status, code, detail, trace, errors, retry_after_seconds, attempts_left),
               text("type", 1, 200, "RFC 9457 type; about:blank, the code tells the kinds apart."),
               text("title", 1, 200, "Short English name of the kind of problem."),
               integer("status", 400, 599, "The HTTP status again."),
               text("code", 1, 64, "Stable code of the kind of problem.", Format::name_id),
               text("detail", 1, 1000, "English explanation of this occurrence."),
               text("trace", 1, 64, "Names this request in the hub's log.", Format::name_id),
               list("errors", 1, 64, "Every wrong place of the body."),
               integer("retry_after_seconds", 0, 86400,
                       "Seconds after which the same request may work; as Retry-After."),
               integer("attempts_left", 0, 100,
                       "Sign-in only: tries left before the account waits; from the second failure on."))

}  // namespace guardline::wire
