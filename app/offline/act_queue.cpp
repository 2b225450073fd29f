// The outbox over a session's life: filled, shown, replayed. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offline/act_queue.h"

#include "app/link/alert_wire.h"
#include "app/offline/wish_wire.h"
#include "core/api/problem_codes.h"
#include "core/crypto/random.h"
#include "models/zone/wall_time.h"

#include <QDir>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace guardline::app {

using models::QueueTrouble;

namespace {

constexpr std::size_t kMostAtOnce = 20;
constexpr std::size_t kRoomForActs = 100;
constexpr Micros kSameLook = std::chrono::minutes(5);
constexpr std::size_t kMostBytes = 160'000;  // of boxes in one request; the hub takes 256 KiB

QueueTrouble trouble_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::exhausted:
      return QueueTrouble::full;
    case ErrorCode::not_found:
      return QueueTrouble::gone;
    case ErrorCode::invalid_argument:
      return QueueTrouble::sealing;
    default:
      return QueueTrouble::disk;
  }
}

QString id_text(OutboxId id) { return QString::fromStdString(id.text()); }
std::optional<OutboxId> id_of(const QString& text) { return OutboxId::parse(text.toStdString()); }

/// Tells everybody who listens, also if one of them ends its handle meanwhile.
template <class Watchers, class Value>
void tell_all(const Watchers& watchers, const Value& value) {
  const auto copy = watchers;
  for (const auto& watcher : copy) {
    if (const auto call = *watcher) call(value);
  }
}

template <class Watchers, class Watcher>
models::Handle ending(Watchers& watchers, const Watcher& watcher) {
  return models::Handle([&watchers, weak = std::weak_ptr(watcher)] {
    if (const auto held = weak.lock()) {
      *held = nullptr;
      std::erase(watchers, held);
    }
  });
}

}  // namespace

Outbox* ActQueue::Room::open() {
  if (outbox) return outbox.get();
  auto opened = Outbox::open(file);
  if (!opened) return nullptr;
  outbox = std::move(*opened);
  return outbox.get();
}

ActQueue::Seen ActQueue::Room::seen() const {
  Seen seen;
  if (!outbox) return seen;
  seen.open = true;
  for (const auto& item : outbox->waiting()) {
    seen.waiting.push_back({.id = item.id, .made_at = item.made_at, .kind = item.kind, .owner = item.owner, .box = {}});
  }
  return seen;
}

ActQueue::ActQueue(Link& link, DeviceStore& store, LocalCopy& copy, const Clock& clock, const QString& folder,
                   QObject* parent)
    : QObject(parent), link_(link), store_(store), copy_(copy), clock_(clock), room_(std::make_shared<Room>()) {
  room_->file = QDir(folder).filePath(QStringLiteral("outbox")).toStdString();
  connect(&copy_, &LocalCopy::status_changed, this, [this] {
    state_.vault = copy_.status();
    tell();
  });
  refresh();
}

void ActQueue::refresh() {
  static_cast<void>(copy_.post([this, room = room_] {
    room->open();
    copy_.later([this, now = room->seen()] { seen(now); });
  }));
}

void ActQueue::seen(Seen seen) {
  if (!seen.open) return;
  items_ = std::move(seen.waiting);
  tell();
}

void ActQueue::signed_in(const models::Session& session) {
  account_ = session.account.toStdString();
  author_ = session.display_name;
  owner_ = owner_tag(store_.record() ? store_.record()->device_id : "", *account_);
  not_now_.clear();
  step_up_.clear();
  fetch_key();
  tell();
  replay();
}

void ActQueue::stepped_up() {
  for (const auto& id : std::exchange(step_up_, {})) not_now_.erase(id);
  tell();
  replay();
}

void ActQueue::fetch_key() {
  link_.ask<api::OutboxKey>(
      {.path = "/v1/outbox/key"},
      [this](const std::expected<api::OutboxKey, models::SessionError>& got, const Link::Envelope&) {
        const auto raw = got ? from_hex(got->public_key) : std::nullopt;
        crypto::X25519PublicKey key{};
        if (!raw || raw->size() != key.size()) return;
        std::ranges::copy(*raw, key.begin());
        hub_key_ = key;
      });
}

void ActQueue::session_over() {
  account_.reset();
  owner_ = {};
  drafts_.clear();
  step_up_.clear();
  looked_.clear();
  state_.conflicts.clear();
  tell();
}

void ActQueue::connection(const models::Connection& connection) {
  using State = models::Connection::State;
  const bool was_away = state_.away;
  state_.away = connection.state == State::offline || connection.state == State::reconnecting;
  state_.since = state_.away ? connection.since : std::nullopt;
  tell();
  if (connection.state != State::online) return;
  if (was_away) {
    not_now_.clear();
    step_up_.clear();
  }
  if (!hub_key_ && account_) fetch_key();
  replay();
}

void ActQueue::write(const Draft& draft, std::optional<OutboxId> instead_of, Done done) {
  const auto now = clock_.now();
  const auto note = tr("（离线于 %1）").arg(models::wall_time(now).toString(QStringLiteral("MM-dd HH:mm:ss")));
  std::optional<api::OutboxAct> act;
  if (const auto* wish = draft.wish(); wish != nullptr && account_) act = outbox_act(*wish, *account_, note);
  if (const auto* entry = draft.entry(); entry != nullptr && account_) {
    act = entry_act(entry->investor, entry->wish, *account_, entry->at);
  }
  if (!act) return QTimer::singleShot(0, this, [done] { done(std::unexpected(QueueTrouble::sealing)); });
  seal(std::move(*act), now, instead_of,
       [this, draft, instead_of, done = std::move(done)](std::expected<OutboxId, QueueTrouble> added) {
         if (added && account_) drafts_.insert_or_assign(*added, draft);
         if (added && instead_of) {
           if (const auto* entry = draft.entry()) tell_waiting(*instead_of, false, shown(*added, *entry));
           drafts_.erase(*instead_of);
         }
         tell();
         done(added);
       });
}

void ActQueue::seal(api::OutboxAct act, Timestamp now, std::optional<OutboxId> instead_of, Done done) {
  if (!hub_key_) return QTimer::singleShot(0, this, [done] { done(std::unexpected(QueueTrouble::sealing)); });
  const bool posted =
      copy_.post([this, room = room_, act = std::move(act), key = *hub_key_, owner = owner_, now, instead_of, done] {
        std::expected<OutboxId, QueueTrouble> result = std::unexpected(QueueTrouble::disk);
        if (auto* outbox = room->open()) {
          const auto added = outbox->add(act, key, owner, now, instead_of);
          if (added) {
            result = *added;
          } else {
            result = std::unexpected(trouble_of(added.error()));
          }
        }
        copy_.later([this, result, done, now_waiting = room->seen()] {
          seen(now_waiting);
          done(result);
        });
      });
  if (!posted) QTimer::singleShot(0, this, [done] { done(std::unexpected(QueueTrouble::full)); });
}

void ActQueue::add_look(InvestorId investor, std::function<void(bool)> done) {
  const auto now = clock_.steady();
  const auto last = looked_.find(investor);
  if (last != looked_.end() && now - last->second < kSameLook) {
    return QTimer::singleShot(0, this, [done] { done(true); });
  }
  // Looks leave room for acts.
  if (!account_ || items_.size() >= kMostWaiting - kRoomForActs) {
    return QTimer::singleShot(0, this, [done] { done(false); });
  }
  const auto at = clock_.now();
  seal(seen_act(investor, *account_, at), at, {},
       [this, investor, now, done = std::move(done)](std::expected<OutboxId, QueueTrouble> added) {
         if (added) looked_.insert_or_assign(investor, now);
         done(added.has_value());
       });
}

void ActQueue::add(const models::AlertWish& wish, const QString& subject,
                   std::function<void(std::expected<Timestamp, QueueTrouble>)> done) {
  write({wish, subject}, {}, [this, done = std::move(done)](std::expected<OutboxId, QueueTrouble> added) {
    if (!added) return done(std::unexpected(added.error()));
    const auto item = std::ranges::find(items_, *added, &OutboxItem::id);
    done(item == items_.end() ? clock_.now() : item->made_at);
    if (!state_.away) replay();
  });
}

void ActQueue::add(InvestorId investor, const QString& who, const models::EntryWish& wish,
                   std::function<void(std::expected<models::HistoryEntry, QueueTrouble>)> done) {
  const Entry entry{.investor = investor, .wish = wish, .at = clock_.now()};
  write({entry, who}, {}, [this, entry, done = std::move(done)](std::expected<OutboxId, QueueTrouble> added) {
    if (!added) return done(std::unexpected(added.error()));
    done(shown(*added, entry));
    if (!state_.away) replay();
  });
}

models::HistoryEntry ActQueue::shown(OutboxId id, const Entry& entry) const {
  models::HistoryEntry out;
  out.message_id = id_text(id);
  out.planned_at = entry.at;
  out.kind = entry.wish.kind;
  out.text = entry.wish.text.trimmed();
  out.author = author_;
  if (entry.wish.kind == EntryKind::call) out.call = entry.wish.call;
  out.waiting = true;
  return out;
}

std::vector<models::HistoryEntry> ActQueue::waiting(InvestorId investor) const {
  std::vector<models::HistoryEntry> all;
  for (const auto& [id, draft] : drafts_) {
    const auto* entry = draft.entry();
    if (entry != nullptr && entry->investor == investor) all.push_back(shown(id, *entry));
  }
  std::ranges::sort(all, std::ranges::greater{}, &models::HistoryEntry::planned_at);
  return all;
}

models::Handle ActQueue::watch_waiting(std::function<void(const models::WaitingChange&)> changed) {
  auto watcher = std::make_shared<std::function<void(const models::WaitingChange&)>>(std::move(changed));
  waiting_watchers_.push_back(watcher);
  return ending(waiting_watchers_, watcher);
}

void ActQueue::tell_waiting(OutboxId id, bool done, std::optional<models::HistoryEntry> now) {
  const auto draft = drafts_.find(id);
  const auto* entry = draft == drafts_.end() ? nullptr : draft->second.entry();
  if (entry == nullptr) return;
  tell_all(waiting_watchers_, models::WaitingChange{.investor = QString::fromStdString(entry->investor.text()),
                                                    .id = id_text(id),
                                                    .done = done,
                                                    .now = std::move(now)});
}

void ActQueue::edit(const QString& id, const QString& text, std::function<void(std::optional<QueueTrouble>)> done) {
  const auto entry = id_of(id);
  const auto draft = entry ? drafts_.find(*entry) : drafts_.end();
  const bool busy = entry && sending_.contains(*entry);
  if (draft == drafts_.end() || busy) {
    const auto why = busy ? QueueTrouble::sending : QueueTrouble::gone;
    return QTimer::singleShot(0, this, [done, why] { done(why); });
  }
  auto changed = draft->second;
  // Another content under the same key would be refused, should the first have reached the hub after all.
  const auto put = [&text](auto& wish) {
    wish.text = text;
    wish.key = to_hex(crypto::random_bytes(16));
  };
  if (auto* wish = std::get_if<models::AlertWish>(&changed.what)) put(*wish);
  if (auto* written = std::get_if<Entry>(&changed.what)) put(written->wish);
  write(changed, *entry, [done = std::move(done)](std::expected<OutboxId, QueueTrouble> result) {
    done(result ? std::nullopt : std::optional(result.error()));
  });
}

void ActQueue::withdraw(const QString& id, std::function<void(std::optional<QueueTrouble>)> done) {
  const auto entry = id_of(id);
  const bool busy = entry && sending_.contains(*entry);
  if (!entry || busy) {
    const auto why = busy ? QueueTrouble::sending : QueueTrouble::gone;
    return QTimer::singleShot(0, this, [done, why] { done(why); });
  }
  const bool posted = copy_.post([this, room = room_, entry = *entry, done] {
    std::optional<QueueTrouble> result = QueueTrouble::disk;
    if (auto* outbox = room->open()) {
      const auto gone = outbox->withdraw(entry);
      result = gone ? std::nullopt : std::optional(trouble_of(gone.error()));
    }
    copy_.later([this, entry, result, done, now_waiting = room->seen()] {
      if (!result) {
        tell_waiting(entry, false);
        drafts_.erase(entry);
      }
      seen(now_waiting);
      done(result);
    });
  });
  if (!posted) QTimer::singleShot(0, this, [done] { done(QueueTrouble::full); });
}

/// One batch at a time, in order; the next follows when its answers are written down.
void ActQueue::replay() {
  if (state_.away || !account_ || state_.replaying) return;
  std::set<OutboxId> wanted;
  for (const auto& item : items_) {
    if (mine(item) && !not_now_.contains(item.id) && wanted.size() < kMostAtOnce) wanted.insert(item.id);
  }
  if (wanted.empty()) return;
  state_.replaying = true;
  const bool posted = copy_.post([this, room = room_, wanted, account = *account_] {
    api::OutboxReplay body;
    std::size_t bytes = 0;
    if (auto* outbox = room->open()) {
      for (const auto& item : outbox->waiting()) {
        if (!wanted.contains(item.id)) continue;
        auto box = to_base64url(item.box);
        bytes += box.size();
        if (!body.entries.empty() && bytes > kMostBytes) break;
        body.entries.push_back({.entry_id = item.id, .made_at = item.made_at, .box = std::move(box)});
      }
    }
    copy_.later([this, account, body = std::move(body)] {
      if (body.entries.empty() || account_ != account) {
        state_.replaying = false;
        return tell();
      }
      for (const auto& entry : body.entries) sending_.insert(entry.entry_id);
      tell();
      link_.ask<api::OutboxAnswer>(
          {.verb = Verb::post, .path = "/v1/outbox", .body = wire::to_json(body), .as_person = true},
          [this](const std::expected<api::OutboxAnswer, models::SessionError>& answer, const Link::Envelope&) {
            sending_.clear();
            // No answer: it may have been done. The same keys go again when the hub is back.
            if (!answer) {
              state_.replaying = false;
              return tell();
            }
            replayed(*answer);
          });
    });
  });
  if (!posted) state_.replaying = false;
  tell();
}

void ActQueue::replayed(const api::OutboxAnswer& answer) {
  using api::OutboxOutcome;
  std::vector<std::pair<OutboxId, OutboxOutcome>> settled;
  for (const auto& result : answer.results) {
    const bool stays = result.outcome == OutboxOutcome::later || result.outcome == OutboxOutcome::foreign;
    if (stays) {
      not_now_.insert(result.entry_id);
      if (result.code == api::codes::step_up_required) step_up_.insert(result.entry_id);
      continue;
    }
    const auto item = std::ranges::find(items_, result.entry_id, &OutboxItem::id);
    const bool look = item != items_.end() && item->kind == api::OutboxKind::investor_seen;
    if (result.outcome != OutboxOutcome::applied && !look) keep_conflict(result);
    settled.emplace_back(result.entry_id, result.outcome);
  }
  const bool posted = copy_.post([this, room = room_, settled] {
    if (auto* outbox = room->open()) {
      for (const auto& [id, outcome] : settled) static_cast<void>(outbox->settle(id, outcome));
    }
    copy_.later([this, settled, now_waiting = room->seen()] {
      for (const auto& [id, outcome] : settled) {
        tell_waiting(id, outcome == OutboxOutcome::applied);
        drafts_.erase(id);
      }
      state_.replaying = false;
      seen(now_waiting);
      replay();
    });
  });
  if (!posted) {
    state_.replaying = false;  // told again: the keys make it once
    tell();
  }
}

void ActQueue::keep_conflict(const api::OutboxResult& result) {
  models::OfflineConflict conflict{.id = id_text(result.entry_id),
                                   .mine = {},
                                   .made_at = clock_.now(),
                                   .why = refusal_kind(result.code.value_or("")),
                                   .hub = {}};
  if (const auto item = std::ranges::find(items_, result.entry_id, &OutboxItem::id); item != items_.end()) {
    conflict.made_at = item->made_at;
    conflict.kind = queued_kind(item->kind).value_or(models::QueuedKind::alert);
    conflict.mine.act = act_of(item->kind).value_or(AlertAct::acknowledged);
  }
  conflict.refused = entry_refusal(result.code.value_or(""));
  if (const auto draft = drafts_.find(result.entry_id); draft != drafts_.end())
    conflict.subject = draft->second.subject;
  if (result.mine) {
    if (auto wish = wish_of(*result.mine)) conflict.mine = std::move(*wish);
    conflict.entry = entry_of(*result.mine);
  }
  if (result.hub) conflict.hub = detail_of(api::AlertDetail(*result.hub));
  std::erase_if(state_.conflicts, [&](const auto& each) { return each.id == conflict.id; });
  state_.conflicts.push_back(std::move(conflict));
}

void ActQueue::resolve_conflict(const QString& id, bool mine) {
  const auto found = std::ranges::find(state_.conflicts, id, &models::OfflineConflict::id);
  if (found == state_.conflicts.end()) return;
  const auto conflict = *found;
  state_.conflicts.erase(found);
  tell();
  if (!mine || !conflict.hub) return;
  auto wish = conflict.mine;
  wish.occurrence = conflict.hub->alert.occurrence;
  wish.key = to_hex(crypto::random_bytes(16));
  add(wish, conflict.hub->alert.trigger.rule, [](const std::expected<Timestamp, QueueTrouble>&) {});
}

models::Handle ActQueue::watch(std::function<void(const models::OfflineState&)> changed) {
  auto watcher = std::make_shared<std::function<void(const models::OfflineState&)>>(std::move(changed));
  watchers_.push_back(watcher);
  QTimer::singleShot(0, this, [this, watcher] {
    if (const auto call = *watcher) call(state_);
  });
  return ending(watchers_, watcher);
}

void ActQueue::tell() {
  state_.queue.clear();
  state_.others = 0;
  for (const auto& item : items_) {
    if (!mine(item)) {
      ++state_.others;
      continue;
    }
    const auto kind = queued_kind(item.kind);
    if (!kind) continue;  // a look: neither edited nor taken back
    models::QueuedAct act{.id = id_text(item.id),
                          .kind = *kind,
                          .act = act_of(item.kind).value_or(AlertAct::acknowledged),
                          .made_at = item.made_at,
                          .wish = {},
                          .subject = {},
                          .sending = sending_.contains(item.id),
                          .step_up = step_up_.contains(item.id)};
    if (const auto draft = drafts_.find(item.id); draft != drafts_.end()) {
      if (const auto* wish = draft->second.wish()) act.wish = *wish;
      if (const auto* entry = draft->second.entry()) act.entry = entry->wish;
      act.subject = draft->second.subject;
    }
    state_.queue.push_back(std::move(act));
  }
  tell_all(watchers_, state_);
}

}  // namespace guardline::app
