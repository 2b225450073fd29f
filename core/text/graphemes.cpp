// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/graphemes.h"

#include "core/text/ucs2_parts.h"

#include <memory>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace guardline::text {
namespace {

struct CloseBreaks {
  void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};
struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

Result<std::vector<std::string_view>> graphemes(std::string_view utf8) {
  // ICU's iterator reads ill-formed octets as U+FFFD; here they are refused.
  if (auto checked = to_utf16(utf8); !checked) return std::unexpected(checked.error());
  std::vector<std::string_view> all;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> text(
      utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status));
  // Opening an iterator loads rules: once a thread, then re-used with new text.
  thread_local std::unique_ptr<UBreakIterator, CloseBreaks> breaks;
  if (!breaks) breaks.reset(ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &status));
  if (breaks && U_SUCCESS(status)) ubrk_setUText(breaks.get(), text.get(), &status);
  if (!breaks || U_FAILURE(status)) return fail(ErrorCode::internal, "no rules for the borders of characters");
  std::int32_t begin = ubrk_first(breaks.get());
  for (auto end = ubrk_next(breaks.get()); end != UBRK_DONE; end = ubrk_next(breaks.get())) {
    all.push_back(utf8.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
    begin = end;
  }
  return all;
}

}  // namespace guardline::text
