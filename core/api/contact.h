// /v1/investors/{id}/notes and /calls: what staff write into an investor's history. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <optional>
#include <string>

namespace guardline::api {

// Under the same step-up as core/api/history.h, with `Idempotency-Key`; each answers 201 HistoryEntry, masked as it
// will be shown. `at` is the word of a console that had no hub: it is kept as the event's own time, never later than
// now, and is not part of what the key stands for. 409 investor-erased: there is nobody any more to write about.

inline constexpr std::int64_t kNoteLongest = 1000;

/// POST /v1/investors/{id}/notes.
struct NewNote {
  std::string text;
  std::optional<Timestamp> at{};
};
GUARDLINE_WIRE(NewNote, (text, at), text("text", 1, kNoteLongest, "What is worth knowing.", Format::prose),
               time("at", "When it was written, if that was without a hub."))

/// POST /v1/investors/{id}/calls: direction, outcome and length stay when the investor is erased, the words go.
struct NewCall {
  CallFacts call;
  std::optional<std::string> text{};
  std::optional<Timestamp> at{};
};
GUARDLINE_WIRE(NewCall, (call, text, at), object("call", "Who called, and what became of it."),
               text("text", 1, kNoteLongest, "What was said.", Format::prose),
               time("at", "When it was written down, if that was without a hub."))

}  // namespace guardline::api
