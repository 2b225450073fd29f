// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/inside.h"

#include "core/api/contact.h"
#include "core/text/bigrams.h"
#include "hub/history/said.h"
#include "hub/history/sealed_record.h"
#include "hub/history/wire_forms.h"

#include <algorithm>
#include <string>
#include <utility>

namespace guardline::history {
namespace {

constexpr std::size_t kMostTitle = 100;
constexpr std::size_t kMostText = 300;
constexpr std::size_t kScan = 200;        // entries whose pairs are looked at in one step
constexpr std::size_t kMostOpened = 300;  // words opened for one page: some ten milliseconds

bool has(std::span<const notices::ChannelText> words, const WordQuery& query) {
  return std::ranges::any_of(words,
                             [&](const auto& each) { return query.is_in(each.title) || query.is_in(each.body); });
}

/// What one person's words are masked by, and the key of their pairs; nothing once erased.
struct Person {
  notices::SealedRecord record;
  crypto::Secret key;
};
Result<std::optional<Person>> person_of(spine::Opener& opener, InvestorId investor) {
  auto record = record_of(opener, investor);
  if (!record) return std::unexpected(record.error());
  if (!*record) return std::nullopt;
  auto key = opener.derived(investor, kPairsLabel);
  if (!key) {
    if (key.error().code == ErrorCode::denied) return std::nullopt;  // erased a moment ago
    return std::unexpected(key.error());
  }
  return Person{std::move(**record), std::move(*key)};
}

std::string together(std::span<const notices::ChannelText> words) {
  std::string all;
  for (const auto& each : words) all.append(each.title).append("\n").append(each.body).append("\n");
  return all;
}

}  // namespace

Result<Lines> plain_page(Result<spine::TimelinePage> page) {
  if (!page) return std::unexpected(page.error());
  Lines lines{.entries = std::move(page->entries), .next = {}};
  if (page->more) lines.next = lines.entries.back().message;
  return lines;
}

void mask(notices::ChannelText& words, std::span<const text::Known> known) {
  words.title = text::masked_within(std::move(words.title), known);
  words.body = text::masked_within(std::move(words.body), known);
}

void show_words(std::span<const notices::ChannelText> masked, const WordQuery* query, api::HistoryEntry& entry) {
  const bool message = entry.kind == EntryKind::message;
  const auto most = message ? kMostText : static_cast<std::size_t>(api::kNoteLongest);
  for (const auto& words : masked) {
    if (query != nullptr && !query->is_in(words.title) && !query->is_in(words.body)) continue;
    auto title = query != nullptr ? query->around(words.title, kMostTitle) : beginning(words.title, kMostTitle);
    auto body = query != nullptr ? query->around(words.body, most) : beginning(words.body, most);
    if (!entry.title && !title.empty()) entry.title = std::move(title);
    if (!entry.text && !body.empty()) entry.text = std::move(body);
  }
}

Result<Lines> find_inside(const Reads& reads, InvestorId investor, const spine::TimelineFilter& filter,
                          MessageId before, std::size_t most, const WordQuery& query,
                          std::vector<spine::EntryPairs>& made) {
  Lines found;
  const auto person = person_of(reads.opener, investor);
  if (!person) return std::unexpected(person.error());
  if (!*person) return found;
  const auto known = known_of((*person)->record);
  const auto wanted = query.wanted((*person)->key);
  std::size_t opened = 0;
  for (bool more = true; more;) {
    const auto page = spine::read_timeline(reads.projections, investor, filter, before, kScan);
    if (!page) return std::unexpected(page.error());
    const auto pairs = spine::read_pairs(reads.projections, investor, page->entries);
    if (!pairs) return std::unexpected(pairs.error());
    more = page->more;
    for (const auto& entry : page->entries) {
      if (found.entries.size() == most || opened == kMostOpened) {
        found.next = before;
        return found;
      }
      before = entry.message;
      const auto at = std::ranges::find(*pairs, entry.message, &spine::EntryPairs::entry);
      if (at != pairs->end() && !std::ranges::includes(at->pairs, wanted)) continue;
      auto opened_words = words_of(reads.store, reads.opener, investor, {&entry, 1});
      if (!opened_words) return std::unexpected(opened_words.error());
      auto& words = opened_words->front();
      ++opened;
      if (at == pairs->end()) {
        const auto folded = text::fold(together(words));
        made.push_back({entry.message, folded ? pairs_of((*person)->key, *folded) : std::vector<std::uint16_t>{}});
      }
      for (auto& each : words) mask(each, known);
      if (has(words, query)) found.entries.push_back(entry);
    }
  }
  return found;
}

}  // namespace guardline::history
