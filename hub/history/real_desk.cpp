// The desk over a real record. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log.h"
#include "core/text/masking.h"
#include "hub/history/desk.h"
#include "hub/history/finder.h"
#include "hub/history/inside.h"
#include "hub/history/journal.h"
#include "hub/history/notice_heads.h"
#include "hub/history/page_cursor.h"
#include "hub/history/said.h"
#include "hub/history/sealed_record.h"
#include "hub/history/wire_forms.h"
#include "hub/history/word_search.h"
#include "hub/notices/content.h"
#include "hub/notices/investors.h"
#include "hub/spine/connections.h"
#include "hub/spine/progress.h"

namespace guardline::history {
namespace {

constexpr std::size_t kMostMatches = 20;
constexpr std::size_t kPage = 30;
constexpr std::size_t kMostCauses = 64;
constexpr auto kRevealed = std::chrono::seconds(30);

std::optional<std::string> shown(text::PersonalColumn column, const std::string& value) {
  return value.empty() ? std::nullopt : std::optional(text::masked(column, value));
}

class RealDesk final : public Desk {
 public:
  RealDesk(spine::Spine& spine, DeskKeys keys, const Clock& clock, StaffNames names)
      : spine_(spine), keys_(std::move(keys)), clock_(clock), names_(std::move(names)) {}

  Result<api::InvestorMatches> search(const Viewer& viewer, const api::InvestorSearch& terms) override;
  Result<api::InvestorHead> head(const Viewer& viewer, InvestorId investor) override;
  Result<api::HistoryPage> page(const Viewer& viewer, InvestorId investor, const api::HistoryRequest& request) override;
  Result<api::Revealed> reveal(const Viewer& viewer, InvestorId investor, const api::RevealRequest& request) override;
  Status seen_offline(const Viewer& viewer, InvestorId investor, Timestamp at) override;
  Result<api::DeliveryWhy> why(const Viewer& viewer, DeliveryId delivery) override;
  Result<api::HistoryEntry> write(const Viewer& viewer, InvestorId investor, const NewEntry& entry) override;

 private:
  /// `work(store, projections, opener)` with connections of its own.
  template <class Work>
  auto read(Work work) {
    return stores_.with([&](db::Database& store) {
      return projections_.with([&](db::Database& projections) {
        spine::Opener opener(store, keys_.wrap.clone());
        return work(store, projections, opener);
      });
    });
  }
  Status note(const Viewer& viewer, std::string_view what, std::span<const InvestorId> investors) {
    return write_down(spine_, clock_, viewer, {.what = what, .reason = viewer.reason}, investors);
  }
  Result<api::InvestorHead> read_head(db::Database& store, db::Database& projections, spine::Opener& opener,
                                      InvestorId investor);
  /// `entries` are the wire's form of `lines`, one by one.
  Status add_words(db::Database& store, spine::Opener& opener, InvestorId investor,
                   std::span<const spine::TimelineEntry> lines, std::span<api::HistoryEntry> entries,
                   const WordQuery* query = nullptr);
  void keep(InvestorId investor, std::span<const spine::EntryPairs> made);

  spine::Spine& spine_;
  DeskKeys keys_;
  const Clock& clock_;
  StaffNames names_;
  NoticeHeads heads_;
  spine::Connections stores_{[this] { return spine_.stores().open(spine::Use::read); }};
  spine::Connections projections_{[this] { return spine_.stores().open(spine::Use::read_projections); }};
  spine::Connections writes_{[this] { return spine_.stores().open(spine::Use::project); }};
};

Result<api::InvestorHead> RealDesk::read_head(db::Database& store, db::Database& projections, spine::Opener& opener,
                                              InvestorId investor) {
  const auto row = notices::read_investor(store, investor);
  if (!row) return std::unexpected(row.error());
  const auto reach = spine::read_reach(projections, investor);
  if (!reach) return std::unexpected(reach.error());
  const auto record = record_of(opener, investor);
  if (!record) return std::unexpected(record.error());
  api::InvestorHead head;
  head.investor_id = investor;
  if (*record) {
    head.name = text::masked(text::PersonalColumn::name, (*record)->name);
    head.phone = shown(text::PersonalColumn::phone, (*record)->phone);
    head.email = shown(text::PersonalColumn::email, (*record)->email);
  }
  head.tier = text::masked(text::PersonalColumn::tier, row->tier);
  head.language = text::masked(text::PersonalColumn::language, row->language);
  head.time_zone = row->time_zone;
  head.marketing_consent = row->marketing_consent;
  head.erased = row->erased || !*record;
  head.since = row->created_at;
  head.reach = static_cast<api::ReachState>(reach->reach);
  head.contacts = contacts_of(*row, *reach);
  return head;
}

Result<api::InvestorMatches> RealDesk::search(const Viewer& viewer, const api::InvestorSearch& terms) {
  if (auto ok = check_terms(terms); !ok) return std::unexpected(ok.error());
  auto matches =
      read([&](db::Database& store, db::Database& projections, spine::Opener& opener) -> Result<api::InvestorMatches> {
        auto found = find_investors(store, projections, opener, keys_.pseudonym.view(), terms, kMostMatches + 1);
        if (!found) return std::unexpected(found.error());
        api::InvestorMatches all;
        all.more = found->size() > kMostMatches;
        if (all.more) found->resize(kMostMatches);
        for (const auto& investor : *found) {
          auto head = read_head(store, projections, opener, investor);
          if (!head) return std::unexpected(head.error());
          all.investors.push_back(std::move(*head));
        }
        return all;
      });
  if (!matches) return matches;
  std::vector<InvestorId> seen;
  for (const auto& head : matches->investors) seen.push_back(head.investor_id);
  if (auto ok = note(viewer, "search", seen); !ok) return std::unexpected(ok.error());
  return matches;
}

Result<api::InvestorHead> RealDesk::head(const Viewer& viewer, InvestorId investor) {
  auto head = read([&](db::Database& store, db::Database& projections, spine::Opener& opener) {
    return read_head(store, projections, opener, investor);
  });
  if (!head) return head;
  if (auto ok = note(viewer, "head", {&investor, 1}); !ok) return std::unexpected(ok.error());
  return head;
}

Status RealDesk::add_words(db::Database& store, spine::Opener& opener, InvestorId investor,
                           std::span<const spine::TimelineEntry> lines, std::span<api::HistoryEntry> entries,
                           const WordQuery* query) {
  const auto record = record_of(opener, investor);
  if (!record) return std::unexpected(record.error());
  std::vector<text::Known> known;
  if (*record) known = known_of(**record);
  std::vector<NoticeId> notices_named;
  for (const auto& entry : entries)
    if (entry.notice_id) notices_named.push_back(*entry.notice_id);
  // One state for all: and where others commit meanwhile, the pages that lead to each row are opened once.
  if (auto ok = store.begin_read(); !ok) return ok;
  const auto heads = heads_.of(store, notices_named);
  auto words = *record ? words_of(store, opener, investor, lines) : std::vector<Words>(lines.size());
  store.rollback();
  if (!heads) return std::unexpected(heads.error());
  if (!words) return std::unexpected(words.error());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto& entry = entries[i];
    if (lines[i].said) add_facts(names_, lines[i].said->author, call_from(lines[i].said->code), entry);
    if (const auto head = entry.notice_id ? heads->find(*entry.notice_id) : heads->end(); head != heads->end()) {
      entry.template_ = head->second.template_id;
      entry.version = head->second.version;
      entry.category = head->second.category;
    }
    // Masked before it is shortened: a value cut in two would not be found.
    for (auto& text : (*words)[i]) mask(text, known);
    show_words((*words)[i], query, entry);
  }
  return {};
}

/// What a later search is spared; this one has its answer without it.
void RealDesk::keep(InvestorId investor, std::span<const spine::EntryPairs> made) {
  if (made.empty()) return;
  const auto kept = writes_.with([&](db::Database& projections) -> Result<bool> {
    if (auto ok = spine::keep_pairs(projections, investor, made); !ok) return std::unexpected(ok.error());
    return true;
  });
  if (!kept) log::warn("what a search has opened can't be kept for the next one: {}", kept.error().message);
}

Result<api::HistoryPage> RealDesk::page(const Viewer& viewer, InvestorId investor, const api::HistoryRequest& request) {
  const PageCursor cursors(keys_.pseudonym.view(), investor, request.filter);
  MessageId before;
  if (request.cursor) {
    auto read_back = cursors.read(*request.cursor);
    if (!read_back) return std::unexpected(read_back.error());
    before = *read_back;
  }
  std::optional<WordQuery> query;
  spine::TimelineFilter filter;
  if (request.filter) {
    if (request.filter->words) {
      auto made = WordQuery::make(*request.filter->words);
      if (!made) return std::unexpected(made.error());
      query = std::move(*made);
    }
    filter.kind = request.filter->kind;
    filter.channel = request.filter->channel;
    filter.unreached = request.filter->unreached.value_or(false);
    filter.from = request.filter->from.value_or(filter.from);
    filter.until = request.filter->until.value_or(filter.until);
  }
  std::vector<spine::EntryPairs> pairs_made;
  auto page =
      read([&](db::Database& store, db::Database& projections, spine::Opener& opener) -> Result<api::HistoryPage> {
        if (auto there = notices::read_investor(store, investor); !there) return std::unexpected(there.error());
        const auto most = static_cast<std::size_t>(request.limit.value_or(kPage));
        const auto lines =
            query ? find_inside({store, projections, opener}, investor, filter, before, most, *query, pairs_made)
                  : plain_page(spine::read_timeline(projections, investor, filter, before, most));
        if (!lines) return std::unexpected(lines.error());
        api::HistoryPage out;
        for (const auto& entry : lines->entries) out.entries.push_back(wire_form(entry));
        if (lines->next) out.next = cursors.text(*lines->next);
        if (auto ok = add_words(store, opener, investor, lines->entries, out.entries, query ? &*query : nullptr); !ok) {
          return std::unexpected(ok.error());
        }
        if (request.cursor) return out;
        const auto counts = spine::count_timeline(projections, investor, filter);
        if (!counts) return std::unexpected(counts.error());
        out.counts = wire_form(*counts);
        return out;
      });
  keep(investor, pairs_made);
  if (!page) return page;
  if (auto ok = note(viewer, query ? "inside" : "history", {&investor, 1}); !ok) return std::unexpected(ok.error());
  return page;
}

Result<api::Revealed> RealDesk::reveal(const Viewer& viewer, InvestorId investor, const api::RevealRequest& request) {
  auto record = read(
      [&](db::Database& store, db::Database&, spine::Opener& opener) -> Result<std::optional<notices::SealedRecord>> {
        if (auto there = notices::read_investor(store, investor); !there) return std::unexpected(there.error());
        return record_of(opener, investor);
      });
  if (!record) return std::unexpected(record.error());
  api::Revealed out;
  out.field = request.field;
  std::string_view what;
  switch (request.field) {
    case api::RevealField::name:
      what = "name";
      if (*record) out.value = (*record)->name;
      break;
    case api::RevealField::phone:
      what = "phone";
      if (*record) out.value = (*record)->phone;
      break;
    case api::RevealField::email:
      what = "email";
      if (*record) out.value = (*record)->email;
      break;
  }
  if (out.value.empty()) return fail(ErrorCode::not_found, "that is not on file");
  const Look look{.kind = EventKind::field_revealed,
                  .what = what,
                  .reason = request.reason,
                  .note = request.note ? std::string_view(*request.note) : std::string_view()};
  if (auto ok = write_down(spine_, clock_, viewer, look, {&investor, 1}); !ok) return std::unexpected(ok.error());
  out.hide_at = clock_.now() + kRevealed;
  return out;
}

Status RealDesk::seen_offline(const Viewer& viewer, InvestorId investor, Timestamp at) {
  const auto there = read([&](db::Database& store, db::Database& projections, spine::Opener& opener) {
    return read_head(store, projections, opener, investor);
  });
  if (!there) return std::unexpected(there.error());
  const Look look{.what = "offline", .reason = viewer.reason, .at = at};
  return write_down(spine_, clock_, viewer, look, {&investor, 1});
}

Result<api::DeliveryWhy> RealDesk::why(const Viewer& viewer, DeliveryId delivery) {
  auto answer =
      read([&](db::Database& store, db::Database& projections, spine::Opener& opener) -> Result<api::DeliveryWhy> {
        const auto progress = spine::read_delivery(projections, delivery);
        if (!progress) return std::unexpected(progress.error());
        const auto entry = spine::read_timeline_entry(projections, progress->investor, progress->message);
        if (!entry) return std::unexpected(entry.error());
        api::DeliveryWhy out;
        out.investor_id = progress->investor;
        out.delivery_id = delivery;
        out.message = wire_form(*entry);
        if (auto ok = add_words(store, opener, progress->investor, {&*entry, 1}, {&out.message, 1}); !ok) {
          return std::unexpected(ok.error());
        }
        auto reader = spine_.reader();
        if (!reader) return std::unexpected(reader.error());
        for (const auto& track : entry->tracks) {
          if (track.delivery != delivery) continue;
          const auto causes = reader->why(track.last, kMostCauses);
          if (!causes) return std::unexpected(causes.error());
          for (const auto& event : *causes) out.steps.push_back(wire_form(event));
        }
        return out;
      });
  if (!answer) return answer;
  if (auto ok = note(viewer, "why", {&answer->investor_id, 1}); !ok) return std::unexpected(ok.error());
  return answer;
}

Result<api::HistoryEntry> RealDesk::write(const Viewer& viewer, InvestorId investor, const NewEntry& entry) {
  const auto record = read(
      [&](db::Database& store, db::Database&, spine::Opener& opener) -> Result<std::optional<notices::SealedRecord>> {
        if (auto there = notices::read_investor(store, investor); !there) return std::unexpected(there.error());
        return record_of(opener, investor);
      });
  if (!record) return std::unexpected(record.error());
  if (!*record) return fail(ErrorCode::denied, "the investor was erased");
  return put_down(spine_, clock_, viewer, investor, entry, names_, known_of(**record));
}

}  // namespace

std::unique_ptr<Desk> make_desk(spine::Spine& spine, DeskKeys keys, const Clock& clock, StaffNames names) {
  return std::make_unique<RealDesk>(spine, std::move(keys), clock, std::move(names));
}

}  // namespace guardline::history
