// Cutting a text into the parts of a long short message. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/ucs2_parts.h"

#include <climits>
#include <memory>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

namespace guardline::text {
namespace {

// ICU counts in 32 bits.
constexpr std::size_t kMostInput = INT_MAX / 4;

struct CloseBreaks {
  void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};
using Breaks = std::unique_ptr<UBreakIterator, CloseBreaks>;

// Opening an iterator loads rules: once a thread, then re-used with new text.
UBreakIterator* grapheme_breaks(std::u16string_view text) {
  thread_local Breaks breaks;
  UErrorCode status = U_ZERO_ERROR;
  if (!breaks) breaks.reset(ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &status));
  if (U_FAILURE(status)) return nullptr;
  ubrk_setText(breaks.get(), text.data(), static_cast<int32_t>(text.size()), &status);
  return U_FAILURE(status) ? nullptr : breaks.get();
}

/// The last place to cut in (begin, limit]; `limit` is inside the text.
std::size_t cut_before(std::u16string_view text, UBreakIterator* breaks, std::size_t begin, std::size_t limit) {
  // First out of a pair: ICU takes a place inside one for its beginning, and would then go one cluster too far back.
  if (U16_IS_TRAIL(text[limit]) && U16_IS_LEAD(text[limit - 1])) --limit;
  if (breaks == nullptr) return limit;
  const auto at = static_cast<int32_t>(limit);
  const auto found = ubrk_isBoundary(breaks, at) ? at : ubrk_preceding(breaks, at);
  return found != UBRK_DONE && static_cast<std::size_t>(found) > begin ? static_cast<std::size_t>(found) : limit;
}

}  // namespace

Result<std::u16string> to_utf16(std::string_view utf8) {
  if (utf8.size() > kMostInput) return fail(ErrorCode::invalid_argument, "text too long");
  std::u16string out(utf8.size(), u'\0');  // never more units than octets
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(out.data(), static_cast<int32_t>(out.size()), &length, utf8.data(), static_cast<int32_t>(utf8.size()),
                &status);
  if (U_FAILURE(status)) return fail(ErrorCode::invalid_argument, "text is not well-formed UTF-8");
  out.resize(static_cast<std::size_t>(length));
  return out;
}

Result<std::string> to_utf8(std::u16string_view utf16) {
  if (utf16.size() > kMostInput) return fail(ErrorCode::invalid_argument, "text too long");
  std::string out(utf16.size() * 3, '\0');
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8(out.data(), static_cast<int32_t>(out.size()), &length, utf16.data(), static_cast<int32_t>(utf16.size()),
              &status);
  if (U_FAILURE(status)) return fail(ErrorCode::invalid_argument, "text is not well-formed UTF-16");
  out.resize(static_cast<std::size_t>(length));
  return out;
}

Bytes to_ucs2_octets(std::u16string_view text) {
  Bytes out;
  out.reserve(text.size() * 2);
  for (const char16_t unit : text) {
    out.push_back(static_cast<std::uint8_t>(unit >> 8));
    out.push_back(static_cast<std::uint8_t>(unit & 0xFF));
  }
  return out;
}

Result<std::u16string> from_ucs2_octets(BytesView octets) {
  if (octets.size() % 2 != 0) return fail(ErrorCode::invalid_argument, "odd count of octets");
  std::u16string out;
  out.reserve(octets.size() / 2);
  for (std::size_t i = 0; i < octets.size(); i += 2) {
    out.push_back(static_cast<char16_t>((octets[i] << 8) | octets[i + 1]));
  }
  return out;
}

std::vector<std::u16string> split_ucs2(std::u16string_view text, std::size_t single, std::size_t part) {
  if (text.size() <= single || text.size() > kMostInput) return {std::u16string(text)};
  std::vector<std::u16string> parts;
  UBreakIterator* breaks = grapheme_breaks(text);
  std::size_t begin = 0;
  while (text.size() - begin > part) {
    const std::size_t end = cut_before(text, breaks, begin, begin + part);
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  parts.emplace_back(text.substr(begin));
  return parts;
}

}  // namespace guardline::text
