// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/word_search.h"

#include "core/crypto/digest.h"
#include "core/text/bigrams.h"
#include "core/text/graphemes.h"
#include "hub/history/wire_forms.h"

#include <algorithm>
#include <set>

namespace guardline::history {
namespace {

/// The first character (code point) of a well-formed text.
std::string_view first_of(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return text.substr(0, size);
}

/// The words of a bigram column: pairs, and the last character of each run.
std::vector<std::string_view> words_of(std::string_view column) {
  std::vector<std::string_view> words;
  while (!column.empty()) {
    const auto end = std::min(column.find(' '), column.size());
    words.push_back(column.substr(0, end));
    column.remove_prefix(std::min(end + 1, column.size()));
  }
  return words;
}

std::uint16_t number_of(const crypto::Secret& key, std::string_view word) {
  const auto digest = crypto::hmac_sha256(key.view(), as_bytes(word));
  return static_cast<std::uint16_t>(digest[0] | (digest[1] << 8));
}

std::vector<std::uint16_t> numbers_of(const crypto::Secret& key, const std::set<std::string_view>& words) {
  std::vector<std::uint16_t> numbers;
  numbers.reserve(words.size());
  for (const auto word : words) numbers.push_back(number_of(key, word));
  std::ranges::sort(numbers);
  numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
  return numbers;
}

}  // namespace

std::vector<std::uint16_t> pairs_of(const crypto::Secret& key, std::string_view folded) {
  const auto column = text::bigram_column(folded);
  std::set<std::string_view> words;
  for (const auto word : words_of(column)) {
    words.insert(word);
    words.insert(first_of(word));  // what is looked for may be one character
  }
  return numbers_of(key, words);
}

Result<WordQuery> WordQuery::make(std::string_view typed) {
  const auto folded = text::fold(typed);
  if (!folded) return std::unexpected(folded.error());
  const auto begin = folded->find_first_not_of(" \t\n");
  if (begin == std::string::npos) return fail(ErrorCode::invalid_argument, "nothing to look for");
  WordQuery query;
  query.folded_ = folded->substr(begin, folded->find_last_not_of(" \t\n") - begin + 1);
  return query;
}

std::vector<std::uint16_t> WordQuery::wanted(const crypto::Secret& key) const {
  const auto column = text::bigram_column(folded_);
  const auto words = words_of(column);
  return numbers_of(key, {words.begin(), words.end()});
}

bool WordQuery::is_in(std::string_view text) const {
  const auto folded = text::fold(text);
  return folded && folded->find(folded_) != std::string::npos;
}

std::string WordQuery::around(std::string_view text, std::size_t most) const {
  auto head = beginning(text, most);
  if (head.size() == text.size() || is_in(head) || !is_in(text)) return head;
  const auto characters = text::graphemes(text);
  if (!characters) return head;
  // Folding may change lengths, so the place is found in the text itself: the last character from which on it is there.
  std::size_t low = 0;
  std::size_t high = characters->size();
  const auto from = [&](std::size_t at) {
    return text.substr(static_cast<std::size_t>((*characters)[at].data() - text.data()));
  };
  while (high - low > 1) {
    const auto middle = low + (high - low) / 2;
    (is_in(from(middle)) ? low : high) = middle;
  }
  constexpr std::size_t kBefore = 20;
  const auto start = low > kBefore ? low - kBefore : 0;
  return "…" + beginning(from(start), most - 1);
}

}  // namespace guardline::history
