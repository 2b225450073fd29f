// The investor gateway with the local copy behind it. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offline/offline_investors.h"

#include "app/offline/either.h"
#include "app/offline/summary.h"

#include <QTimer>
#include <algorithm>
#include <utility>

namespace guardline::app {

using models::HistoryPage;
using models::InvestorHead;
using models::InvestorMatches;
using models::LookError;
using models::LookFailure;

namespace {

constexpr std::size_t kMostMatches = 20;
constexpr std::size_t kMostHits = 200;
constexpr std::size_t kMostSeen = 100;

template <class T>
using Look = Either<std::expected<T, LookError>>;

LookError unreachable() { return {.failure = LookFailure::unreachable, .until = {}, .reference = {}}; }

template <class T>
bool is_unreachable(const std::expected<T, LookError>& got) {
  return !got && got.error().failure == LookFailure::unreachable;
}

/// Who is shown in an answer.
std::vector<InvestorId> shown_in(const InvestorMatches& matches) {
  std::vector<InvestorId> ids;
  for (const auto& head : matches.investors) {
    if (const auto id = InvestorId::parse(head.id.toStdString())) ids.push_back(*id);
  }
  return ids;
}

/// The looks one after another, then the answer; the first that can't be written down ends it.
template <class T>
void write_down(ActQueue& queue, std::vector<InvestorId> ids, T answer, const Look<T>& look) {
  if (ids.empty()) return look(std::move(answer));
  const auto next = ids.back();
  ids.pop_back();
  queue.add_look(next, [&queue, ids = std::move(ids), answer = std::move(answer), look](bool written) {
    if (!written)
      return look(std::unexpected(LookError{.failure = LookFailure::journal, .until = {}, .reference = {}}));
    write_down(queue, ids, answer, look);
  });
}

/// What the copy gave, or the word that there is no hub.
template <class T>
std::function<void(std::optional<T>)> given(ActQueue& queue, std::function<std::vector<InvestorId>(const T&)> shown,
                                            const Look<T>& look) {
  return [&queue, shown = std::move(shown), look](std::optional<T> got) {
    if (!look.wanted()) return;
    if (!got) return look(std::unexpected(unreachable()));
    auto ids = shown(*got);
    write_down<T>(queue, std::move(ids), std::move(*got), look);
  };
}

/// One person, by the id that was asked for.
template <class T>
std::function<std::vector<InvestorId>(const T&)> just(std::optional<InvestorId> id) {
  return [id](const T&) { return id ? std::vector{*id} : std::vector<InvestorId>(); };
}

void find_here(LocalCopy& copy, ActQueue& queue, const models::InvestorTerms& terms,
               const Look<InvestorMatches>& look) {
  copy.ask<InvestorMatches>(
      [needles = needles_of(terms)](VaultStore& store) -> std::optional<InvestorMatches> {
        if (needles.empty()) return std::nullopt;
        const auto hits = store.search(needles.front(), kMostHits);
        if (!hits) return std::nullopt;
        InvestorMatches matches;
        for (const auto& hit : *hits) {
          const bool all =
              std::ranges::all_of(needles, [&](const auto& each) { return hit.words.find(each) != std::string::npos; });
          if (!all) continue;
          if (matches.investors.size() == kMostMatches) {
            matches.more = true;
            break;
          }
          if (auto head = head_of(hit)) matches.investors.push_back(std::move(*head));
        }
        return matches;
      },
      given<InvestorMatches>(queue, shown_in, look));
}

void head_here(LocalCopy& copy, ActQueue& queue, const QString& investor, const Look<InvestorHead>& look) {
  const auto id = InvestorId::parse(investor.toStdString());
  copy.ask<InvestorHead>(
      [id](VaultStore& store) -> std::optional<InvestorHead> {
        if (!id) return std::nullopt;
        const auto found = store.person(*id);
        return found && *found ? head_of(**found) : std::nullopt;
      },
      given<InvestorHead>(queue, just<InvestorHead>(id), look));
}

void history_here(LocalCopy& copy, ActQueue& queue, const QString& investor, const models::HistoryFilter& filter,
                  const Look<HistoryPage>& look) {
  const auto asked = InvestorId::parse(investor.toStdString());
  copy.ask<HistoryPage>(
      [id = asked, filter](VaultStore& store) -> std::optional<HistoryPage> {
        if (!id) return std::nullopt;
        const auto person = store.person(*id);
        if (!person || !*person) return std::nullopt;
        const auto entries = store.entries(*id, store.limits().entries);
        if (!entries) return std::nullopt;
        auto page = page_of(*entries, filter);
        if (!page.as_of) page.as_of = (*person)->as_of;
        return page;
      },
      given<HistoryPage>(queue, just<HistoryPage>(asked), look));
}

/// What waits about this person, among what the hub or the copy has.
void add_waiting(const ActQueue& queue, std::optional<InvestorId> investor, const models::HistoryFilter& filter,
                 HistoryPage& page) {
  if (!investor) return;
  for (auto& entry : queue.waiting(*investor)) {
    if (page.counts) ++(entry.kind == EntryKind::call ? page.counts->calls : page.counts->notes);
    const bool channel = !filter.channel || (*filter.channel == Channel::phone && entry.kind == EntryKind::call);
    if (!channel || filter.unreached || (filter.kind && *filter.kind != entry.kind)) continue;
    if (!filter.words.isEmpty() && !entry.text.contains(filter.words.trimmed(), Qt::CaseInsensitive)) continue;
    const auto before =
        std::ranges::find_if(page.entries, [&](const auto& each) { return each.planned_at <= entry.planned_at; });
    page.entries.insert(before, std::move(entry));
  }
}

/// E-6201 the queue is full · E-6202 no key to seal to · E-6203 the disk
LookError not_kept(models::QueueTrouble trouble) {
  const auto* code = trouble == models::QueueTrouble::full      ? "E-6201"
                     : trouble == models::QueueTrouble::sealing ? "E-6202"
                                                                : "E-6203";
  return {.failure = LookFailure::unreachable, .until = {}, .reference = QString::fromLatin1(code)};
}

}  // namespace

void OfflineInvestors::remember(const InvestorHead& head) {
  std::erase_if(seen_, [&](const auto& each) { return each.id == head.id; });
  seen_.push_back(head);
  if (seen_.size() > kMostSeen) seen_.pop_front();
}

models::Handle OfflineInvestors::search(const models::InvestorTerms& terms,
                                        models::LookAnswer<InvestorMatches> answer) {
  const Look<InvestorMatches> look(std::move(answer));
  if (queue_.away()) {
    find_here(copy_, queue_, terms, look);
    return look.handle();
  }
  look.keep(hub_.search(terms, [this, terms, look](std::expected<InvestorMatches, LookError> got) {
    if (is_unreachable(got)) return find_here(copy_, queue_, terms, look);
    if (got) std::ranges::for_each(got->investors, [this](const auto& head) { remember(head); });
    look(std::move(got));
  }));
  return look.handle();
}

models::Handle OfflineInvestors::kept(models::LookAnswer<InvestorMatches> answer) {
  if (!queue_.away()) return hub_.kept(std::move(answer));
  const Look<InvestorMatches> look(std::move(answer));
  copy_.ask<InvestorMatches>(
      [](VaultStore& store) -> std::optional<InvestorMatches> {
        const auto people = store.people(kMostMatches + 1);
        if (!people) return std::nullopt;
        InvestorMatches matches;
        matches.more = people->size() > kMostMatches;
        for (const auto& person : *people) {
          if (matches.investors.size() == kMostMatches) break;
          if (auto head = head_of(person)) matches.investors.push_back(std::move(*head));
        }
        return matches;
      },
      given<InvestorMatches>(queue_, shown_in, look));
  return look.handle();
}

models::Handle OfflineInvestors::head(const QString& investor, models::LookAnswer<InvestorHead> answer) {
  const Look<InvestorHead> look(std::move(answer));
  if (queue_.away()) {
    head_here(copy_, queue_, investor, look);
    return look.handle();
  }
  look.keep(hub_.head(investor, [this, investor, look](std::expected<InvestorHead, LookError> got) {
    if (is_unreachable(got)) return head_here(copy_, queue_, investor, look);
    if (got) remember(*got);
    look(std::move(got));
  }));
  return look.handle();
}

models::Handle OfflineInvestors::history(const QString& investor, const models::HistoryFilter& filter,
                                         const QString& cursor, models::LookAnswer<HistoryPage> answer) {
  // The copy has one page: what lies behind it needs the hub.
  const bool first = cursor.isEmpty();
  const Look<HistoryPage> look(
      [this, investor, filter, first, answer = std::move(answer)](std::expected<HistoryPage, LookError> got) {
        if (got && first) add_waiting(queue_, InvestorId::parse(investor.toStdString()), filter, *got);
        answer(std::move(got));
      });
  if (queue_.away() && first) {
    history_here(copy_, queue_, investor, filter, look);
    return look.handle();
  }
  look.keep(hub_.history(investor, filter, cursor,
                         [this, investor, filter, first, look](std::expected<HistoryPage, LookError> got) {
                           if (first && is_unreachable(got)) return history_here(copy_, queue_, investor, filter, look);
                           const auto id = InvestorId::parse(investor.toStdString());
                           if (got && id) {
                             const auto now = copy_.clock().now();
                             const auto seen = std::ranges::find(seen_, investor, &InvestorHead::id);
                             copy_.record([id = *id, person = seen == seen_.end() ? std::nullopt : copy_of(*seen, now),
                                           entries = copies_of(*got, now)](VaultStore& store) {
                               // Without its head a time line belongs to nobody: it is left out.
                               if (person) static_cast<void>(store.put(*person));
                               static_cast<void>(store.put(id, entries));
                             });
                           }
                           look(std::move(got));
                         }));
  return look.handle();
}

models::Handle OfflineInvestors::why(const QString& delivery, models::LookAnswer<models::DeliveryWhy> answer) {
  return hub_.why(delivery, std::move(answer));
}

models::Handle OfflineInvestors::reveal(const QString& investor, models::RevealField field, models::AccessReason reason,
                                        const QString& note, models::LookAnswer<models::Revealed> answer) {
  return hub_.reveal(investor, field, reason, note, std::move(answer));
}

models::Handle OfflineInvestors::write(const QString& investor, const QString& who, const models::EntryWish& wish,
                                       models::LookAnswer<models::HistoryEntry> answer) {
  const Look<models::HistoryEntry> look(std::move(answer));
  const auto keep = [this, id = InvestorId::parse(investor.toStdString()), who, wish,
                     look](const LookError& otherwise) {
    if (!id) return look(std::unexpected(otherwise));
    queue_.add(*id, who, wish, [look](std::expected<models::HistoryEntry, models::QueueTrouble> kept) {
      if (kept) return look(std::move(*kept));
      look(std::unexpected(not_kept(kept.error())));
    });
  };
  if (queue_.away()) {
    // From the event loop, as every answer.
    QTimer::singleShot(0, &queue_, [keep] { keep(unreachable()); });
    return look.handle();
  }
  look.keep(hub_.write(investor, who, wish, [keep, look](std::expected<models::HistoryEntry, LookError> got) {
    if (is_unreachable(got)) return keep(got.error());
    look(std::move(got));
  }));
  return look.handle();
}

models::Handle OfflineInvestors::followed(const QString& investor, models::FollowAnswer answer) {
  return ask_copy(
      investor, [](VaultStore&, InvestorId) -> std::optional<models::FollowFault> { return {}; }, std::move(answer));
}

static_assert(VaultLimits{}.followed == models::kMostFollowed);  // the page says the number

models::Handle OfflineInvestors::follow(const QString& investor, bool on, models::FollowAnswer answer) {
  return ask_copy(
      investor,
      [on](VaultStore& store, InvestorId id) -> std::optional<models::FollowFault> {
        const auto done = store.follow(id, on);
        if (done) return std::nullopt;
        switch (done.error().code) {
          case ErrorCode::not_found:
            return models::FollowFault::no_copy;
          case ErrorCode::exhausted:
            // The bound, not a full disk, when so many are followed.
            return store.count_followed().value_or(0) >= store.limits().followed ? models::FollowFault::full
                                                                                 : models::FollowFault::disk;
          default:
            return models::FollowFault::disk;
        }
      },
      std::move(answer));
}

/// Jobs of the copy run in order: who was just opened is in it before this asks.
models::Handle OfflineInvestors::ask_copy(
    const QString& investor, std::function<std::optional<models::FollowFault>(VaultStore&, InvestorId)> change,
    models::FollowAnswer answer) {
  using Told = std::expected<bool, models::FollowFault>;
  const Either<Told> told(std::move(answer));
  copy_.ask<Told>(
      [id = InvestorId::parse(investor.toStdString()),
       change = std::move(change)](VaultStore& store) -> std::optional<Told> {
        if (!id) return std::nullopt;
        if (const auto fault = change(store, *id)) return Told(std::unexpected(*fault));
        const auto person = store.person(*id);
        if (!person) return Told(std::unexpected(models::FollowFault::disk));
        if (!*person) return std::nullopt;
        return Told((*person)->followed);
      },
      [told](std::optional<Told> got) { told(got ? *got : Told(std::unexpected(models::FollowFault::no_copy))); });
  return told.handle();
}

models::Handle OfflineInvestors::watch_waiting(std::function<void(const models::WaitingChange&)> changed) {
  return queue_.watch_waiting(std::move(changed));
}

}  // namespace guardline::app
