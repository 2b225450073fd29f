// Messages of the stream as a console reads them, a line each: any text is safe, and whatever comes, the places that
// pages hear of follow on one another. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/frames.h"

#include <cstdlib>
#include <string_view>
#include <variant>

using namespace guardline;
using Verdict = app::FrameReader::Verdict;

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

/// What a page is told must fit what it was told before.
void follows(const app::FrameReader& reader, const std::optional<std::string>& before, const models::LiveBatch& batch) {
  if (const auto* delta = std::get_if<models::KpiDelta>(&batch)) {
    check(before && delta->from == *before && reader.cursor() == delta->to);
  } else if (const auto* snapshot = std::get_if<models::KpiSnapshot>(&batch)) {
    check((!snapshot->from || snapshot->from == before) && reader.cursor() == snapshot->to);
  } else if (std::holds_alternative<models::StreamNotice>(batch)) {
    check(!reader.cursor());
  } else {
    check(reader.cursor() == before);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  app::FrameReader reader;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto before = reader.cursor();
    const auto read = reader.text(rest.substr(0, end), 64 * 1024, Timestamp(Micros(1)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (read.verdict == Verdict::deliver) {
      follows(reader, before, read.batch);
    } else {
      check(reader.cursor() == before);  // nothing that is not told moves the place
    }
  }
  return 0;
}
