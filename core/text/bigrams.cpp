// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bigrams.h"

#include "core/text/ucs2_parts.h"

#include <vector>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

namespace guardline::text {
namespace {

constexpr std::size_t kMostPairs = 32;

/// Runs of letters and digits, each a list of characters (views into the text).
std::vector<std::vector<std::string_view>> runs_of(std::string_view text) {
  std::vector<std::vector<std::string_view>> runs;
  bool open = false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const auto begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c < 0 || u_isalnum(c) == 0) {
      open = false;
      continue;
    }
    if (!open) runs.emplace_back();
    open = true;
    runs.back().push_back(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
  }
  return runs;
}

}  // namespace

Result<std::string> fold(std::string_view utf8) {
  const auto wide = to_utf16(utf8);
  if (!wide) return std::unexpected(wide.error());
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const folder = unorm2_getNFKCCasefoldInstance(&status);
  if (U_FAILURE(status)) return fail(ErrorCode::internal, "no tables for folding text");
  std::u16string folded(wide->size() + 16, u'\0');
  const auto run = [&] {
    status = U_ZERO_ERROR;
    return unorm2_normalize(folder, wide->data(), static_cast<std::int32_t>(wide->size()), folded.data(),
                            static_cast<std::int32_t>(folded.size()), &status);
  };
  auto length = run();
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    folded.resize(static_cast<std::size_t>(length));
    length = run();
  }
  if (U_FAILURE(status)) return fail(ErrorCode::internal, "the text could not be folded");
  folded.resize(static_cast<std::size_t>(length));
  return to_utf8(folded);
}

std::string bigram_column(std::string_view folded) {
  std::string column;
  column.reserve(folded.size() * 3);
  for (const auto& run : runs_of(folded)) {
    for (std::size_t i = 0; i < run.size(); ++i) {
      if (!column.empty()) column += ' ';
      column += run[i];
      if (i + 1 < run.size()) column += run[i + 1];
    }
  }
  return column;
}

std::string bigram_query(std::string_view folded) {
  std::string query;
  std::size_t pairs = 0;
  const auto add = [&](std::string_view first, std::string_view second, std::string_view after) {
    if (pairs++ >= kMostPairs) return;
    query.append(query.empty() ? "\"" : " \"").append(first).append(second).append("\"").append(after);
  };
  for (const auto& run : runs_of(folded)) {
    // A single character begins some pair of the text, or ends a run there.
    if (run.size() == 1) add(run[0], {}, "*");
    for (std::size_t i = 0; i + 1 < run.size(); ++i) add(run[i], run[i + 1], {});
  }
  return query;
}

}  // namespace guardline::text
