// Feed, opened alert and acts. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert_centre.h"

#include "models/live/kpi_live_model.h"

#include <QUuid>
#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace guardline::models {
namespace {

constexpr std::chrono::seconds kShelvesEvery{10};

}  // namespace

AlertCentre::AlertCentre(AlertGateway& gateway, const Clock& clock, QObject* parent)
    : QObject(parent), gateway_(gateway), clock_(clock), list_(store_, clock) {
  coalesce_.setSingleShot(true);
  coalesce_.setInterval(kCoalesce);
  connect(&coalesce_, &QTimer::timeout, this, &AlertCentre::flush);
  shelves_.setInterval(kShelvesEvery);
  connect(&shelves_, &QTimer::timeout, this, &AlertCentre::look_at_shelves);
  connect(&list_, &AlertListModel::history_wanted, this, &AlertCentre::ask_history);
}

void AlertCentre::begin(AlertRights rights, const QString& account) {
  end();
  rights_ = rights;
  account_ = account;
  running_ = true;
  heard_at_ = clock_.now();
  load_.begin(heard_at_);
  shelves_.start();
  subscription_ = gateway_.subscribe(rights.reach, [this](const AlertBatch& batch) { hear(batch); });
  Q_EMIT stateChanged();
}

void AlertCentre::end() {
  subscription_.reset();
  asking_detail_.reset();
  asking_history_.reset();
  acting_.reset();
  coalesce_.stop();
  waiting_.clear();
  shelves_.stop();
  warned_.clear();
  opened_.reset();
  log_.clear();
  log_error_.reset();
  unanswered_.reset();
  history_next_.clear();
  history_begun_ = false;
  running_ = false;
  told_ = false;
  rights_ = {};
  announced_until_ = {};
  store_.clear();
  list_.set_more(false);
  list_.show(AlertTab::to_acknowledge);
  state_ = AlertsState::loading;
  Q_EMIT changed();
  Q_EMIT openedChanged();
  Q_EMIT stateChanged();
}

void AlertCentre::hear(const AlertBatch& batch) {
  std::visit([this](const auto& told) { hear(told); }, batch);
}

void AlertCentre::hear(const AlertSnapshot& snapshot) {
  auto changes = store_.replace(snapshot.alerts, rights_.reach);
  const bool first = !std::exchange(told_, true);
  settle(std::move(changes));
  if (first) {
    flush();
    announced_until_ =
        std::max(announced_until_, from_micros(1));  // from here on everything is news, after nothing too
    enter(AlertsState::live);
    Q_EMIT changed();
  }
}

void AlertCentre::hear(const AlertChanges& changes) { settle(store_.apply(changes.alerts)); }

void AlertCentre::hear(const AlertFeed& feed) {
  heard_at_ = feed.at;
  switch (feed.kind) {
    case AlertFeed::Kind::live:
      return enter(told_ ? AlertsState::live : AlertsState::loading);
    case AlertFeed::Kind::stale:
      return enter(AlertsState::stale);
    case AlertFeed::Kind::offline:
      return enter(AlertsState::offline);
    case AlertFeed::Kind::denied:
      return enter(AlertsState::denied);
  }
}

void AlertCentre::enter(AlertsState state) {
  if (state_ == state && state != AlertsState::offline) return;
  state_ = state;
  const bool hears = state == AlertsState::live;
  if (state != AlertsState::loading) load_.deaf(hears ? std::nullopt : std::optional(heard_at_), clock_.now());
  Q_EMIT stateChanged();
}

/// The store has them already; lists and pages hear of them together, a little later.
void AlertCentre::settle(std::vector<AlertChange> changes) {
  if (changes.empty()) return;
  std::move(changes.begin(), changes.end(), std::back_inserter(waiting_));
  if (!coalesce_.isActive()) coalesce_.start();
}

void AlertCentre::flush() {
  coalesce_.stop();
  const auto changes = std::exchange(waiting_, {});
  if (changes.empty()) return;
  list_.take(changes);
  load_.hear(changes);
  announce(changes);
  look_at_shelves();
  Q_EMIT changed();
  if (!opened_) return;
  const bool about_it = std::any_of(changes.begin(), changes.end(), [this](const AlertChange& change) {
    return (change.after ? change.after : change.before)->alert.id == *opened_;
  });
  if (!about_it) return;
  ask_detail();
  Q_EMIT openedChanged();
}

void AlertCentre::announce(const std::vector<AlertChange>& changes) {
  const bool standing = announced_until_ == Timestamp{};
  std::unordered_set<AlertId> unknown;  // before this batch
  std::vector<AlertEntryPtr> news;
  auto until = announced_until_;
  for (const auto& [before, after] : changes) {
    if (!after) continue;
    const auto& alert = after->alert;
    if (!before) unknown.insert(alert.id);
    // Of several changes in a batch the store has the last word.
    if (store_.find(alert.id) != after || after->tab() != AlertTab::to_acknowledge) continue;
    if (alert.announced_at > announced_until_ || unknown.contains(alert.id)) news.push_back(after);
    until = std::max(until, alert.announced_at);
  }
  announced_until_ = std::max(until, from_micros(1));
  if (!news.empty()) Q_EMIT announced(news, standing);
}

void AlertCentre::look_at_shelves() {
  const auto now = clock_.now();
  std::vector<AlertEntryPtr> ending;
  std::unordered_map<AlertId, Timestamp> warned;  // what is on no shelf any more is forgotten
  for (const auto& entry : store_.on(AlertTab::shelved)) {
    const auto& until = entry->alert.shelved_until;
    if (!until) continue;
    const auto told = warned_.find(entry->alert.id);
    const bool known = told != warned_.end() && told->second == *until;
    // Who shelves for a few minutes knows when they are over.
    const bool near = *until - now <= shelf_warning && *until - entry->alert.changed_at > shelf_warning;
    if (!known && (!near || *until <= now)) continue;
    warned.emplace(entry->alert.id, *until);
    if (!known) ending.push_back(entry);
  }
  warned_ = std::move(warned);
  if (ending.empty()) return;
  std::sort(ending.begin(), ending.end(), [](const auto& a, const auto& b) {
    return std::tie(a->alert.shelved_until, a->alert.id) < std::tie(b->alert.shelved_until, b->alert.id);
  });
  Q_EMIT shelf_ending(ending);
}

void AlertCentre::show(AlertTab tab) {
  flush();
  list_.show(tab);
  if (tab == AlertTab::history && !history_begun_) ask_history();
  Q_EMIT changed();
}

void AlertCentre::ask_history() {
  if (asking_history_.active() || (history_begun_ && history_next_.empty())) return;
  asking_history_ = gateway_.history(history_next_, [this](std::expected<AlertHistoryPage, AlertRefusal> page) {
    asking_history_ = {};
    if (!page) return;  // scrolling or choosing the tab asks again
    history_begun_ = true;
    history_next_ = page->next;
    list_.set_more(!history_next_.empty() && store_.size() < AlertStore::kMost);
    settle(store_.apply(page->alerts));
    flush();
    Q_EMIT changed();
  });
}

void AlertCentre::open(const AlertId& id) {
  if (opened_ == (id.empty() ? std::nullopt : std::optional(id))) return;
  opened_.reset();
  asking_detail_.reset();
  log_.clear();
  log_revision_ = 0;
  log_error_.reset();
  if (!id.empty()) {
    opened_ = id;
    const auto now = entry();
    seen_ = now ? now->alert.occurrence : 0;
    ask_detail();
  }
  Q_EMIT openedChanged();
}

AlertEntryPtr AlertCentre::entry() const { return opened_ ? store_.find(*opened_) : nullptr; }

bool AlertCentre::raised_again() const {
  const auto now = entry();
  return now && now->alert.occurrence != seen_;
}

void AlertCentre::ask_detail() {
  const auto now = entry();
  if (!now || log_revision_ >= now->alert.revision) return;
  if (asking_detail_.active()) asking_detail_.reset();
  asking_detail_ = gateway_.detail(*opened_, [this](std::expected<AlertDetail, AlertRefusal> detail) {
    asking_detail_ = {};
    if (!detail) {
      log_error_ = detail.error();
      Q_EMIT openedChanged();
      return;
    }
    log_error_.reset();
    log_ = std::move(detail->log);
    log_revision_ = detail->alert.revision;
    settle(store_.apply({detail->alert}));
    Q_EMIT openedChanged();
  });
}

void AlertCentre::act(AlertAct act, const QString& text, std::optional<Timestamp> until, const QString& account) {
  const auto now = entry();
  if (!now || busy() || !rights_.act) return;
  if (raised_again()) {
    seen_ = now->alert.occurrence;
    AlertRefusal refusal{.kind = AlertRefusal::Kind::stale, .present = {}, .until = {}, .reference = {}};
    refusal.present = AlertDetail{.alert = now->alert, .log = log_};
    Q_EMIT refused(refusal, act);
    Q_EMIT openedChanged();
    return;
  }
  AlertWish wish{.alert = *opened_,
                 .occurrence = seen_,
                 .act = act,
                 .text = text.trimmed(),
                 .until = until,
                 .account = account.trimmed(),
                 .key = {}};
  const bool again = unanswered_ && unanswered_->alert == wish.alert && unanswered_->occurrence == wish.occurrence &&
                     unanswered_->act == wish.act && unanswered_->text == wish.text &&
                     unanswered_->account == wish.account && unanswered_->until == wish.until;
  wish.key = again ? unanswered_->key : QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
  unanswered_ = wish;
  acting_ = gateway_.act(wish, [this, wish](std::expected<AlertDone, AlertRefusal> answer) {
    acting_ = {};
    if (!answer) {
      if (answer.error().kind != AlertRefusal::Kind::unreachable) unanswered_.reset();
      return refuse(std::move(answer.error()), wish.act);
    }
    unanswered_.reset();
    settle(store_.apply({answer->alert}));
    if (answer->queued_at) settle(store_.queue(wish.alert, *answer->queued_at));
    set_draft(wish.alert, {});
    Q_EMIT done(*answer, wish.act);
    flush();
    Q_EMIT openedChanged();
  });
  Q_EMIT openedChanged();
}

void AlertCentre::refuse(AlertRefusal refusal, AlertAct act) {
  if (refusal.present) {
    const auto& present = refusal.present->alert;
    settle(store_.apply({present}));
    if (opened_ == present.id) {
      seen_ = present.occurrence;
      log_ = refusal.present->log;
      log_revision_ = present.revision;
    }
  }
  flush();
  Q_EMIT refused(refusal, act);
  Q_EMIT openedChanged();
}

void AlertCentre::set_draft(const AlertId& id, const QString& text) {
  std::erase_if(drafts_, [&](const Draft& draft) { return draft.account == account_ && draft.alert == id; });
  if (text.trimmed().isEmpty()) return;
  drafts_.push_front({account_, id, text});
  if (drafts_.size() > kDrafts) drafts_.pop_back();
}

QString AlertCentre::draft(const AlertId& id) const {
  const auto found = std::find_if(drafts_.begin(), drafts_.end(),
                                  [&](const Draft& draft) { return draft.account == account_ && draft.alert == id; });
  return found == drafts_.end() ? QString() : found->text;
}

void AlertCentre::retry_now() {
  gateway_.retry_now();
  if (log_error_) {
    log_revision_ = 0;
    ask_detail();
  }
  if (list_.tab() == AlertTab::history && !history_begun_) ask_history();
}

}  // namespace guardline::models
