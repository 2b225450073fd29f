// Looking at investors, as a page shows it. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/investor/desk_model.h"

#include <algorithm>
#include <utility>

namespace guardline::models {
namespace {

constexpr std::size_t kMostLookedAt = 50;  // more than a shift; the oldest goes
constexpr std::chrono::seconds kRevealMost{30};

}  // namespace

DeskModel::DeskModel(InvestorGateway& gateway, SessionModel& session, DraftBook& drafts, QObject* parent)
    : QObject(parent), gateway_(gateway), session_(session), drafts_(drafts) {
  waiting_ = gateway_.watch_waiting([this](const WaitingChange& change) { waiting_changed(change); });
  connect(&timeline_, &TimelineModel::more_wanted, this, &DeskModel::ask_more);
  follow_timer_.setSingleShot(true);
  follow_timer_.setInterval(kUndo);
  connect(&follow_timer_, &QTimer::timeout, this, [this] {
    follow_undo_.reset();
    Q_EMIT changed();
  });
  reveal_timer_.setInterval(200);
  connect(&reveal_timer_, &QTimer::timeout, this, &DeskModel::tick_reveal);
  connect(&session_, &SessionModel::changed, this, [this] {
    // Behind the lock page nothing goes on being in plain.
    if (session_.state() != SessionModel::State::signed_in) hide_revealed();
  });
}

DeskModel::~DeskModel() = default;

bool DeskModel::waits(const LookError& error, std::function<void()> again, StepUpSubject subject) {
  if (error.failure != LookFailure::step_up) return false;
  session_.step_up_over();
  repeat_.push_back(std::move(again));
  subject_ = std::move(subject);
  Q_EMIT changed();
  Q_EMIT step_up_needed();
  return true;
}

void DeskModel::resume() {
  for (const auto& again : std::exchange(repeat_, {})) again();
}

/// The person does not want to prove anything now: what was asked for fails, and may be asked again.
void DeskModel::drop() {
  if (std::exchange(repeat_, {}).empty()) return;
  const LookError error{.failure = LookFailure::step_up, .until = {}, .reference = {}};
  if (search_ == Search::asking) {
    search_ = Search::failed;
    search_error_ = error;
  }
  if (history_ == History::asking) {
    history_ = History::failed;
    history_error_ = error;
  }
  if (why_ == Why::asking) {
    why_ = Why::failed;
    why_error_ = error;
  }
  if (timeline_.asking()) {
    timeline_.more_failed();
    more_error_ = error;
  }
  if (writing_ == Writing::saving) {
    writing_ = Writing::failed;
    write_error_ = error;
  }
  Q_EMIT changed();
}

void DeskModel::cancel() {
  repeat_.clear();
  searching_.reset();
  heading_.reset();
  reading_.reset();
  reasoning_.reset();
  if (search_ == Search::asking) search_ = matches_.investors.empty() ? Search::idle : Search::found;
  if (history_ == History::asking) history_ = History::none;
  if (why_ == Why::asking) why_ = Why::none;
  if (timeline_.asking()) timeline_.more_failed();
  Q_EMIT changed();
}

void DeskModel::retry() {
  if (search_ == Search::failed) ask_search();
  if (history_ == History::failed || (history_ == History::none && head() != nullptr)) {
    head() != nullptr ? ask_history() : ask_head(wanted_person_);
  }
  if (why_ == Why::failed) ask_why_now();
  if (more_error_) timeline_.fetchMore({});
}

// --- search

std::optional<TermsProblem> DeskModel::search(const QString& typed) {
  auto terms = parse_terms(typed);
  if (!terms) return terms.error();
  terms_ = std::move(*terms);
  searched_ = masked_terms(terms_);
  listing_ = false;
  ask_search();
  return std::nullopt;
}

void DeskModel::list_local() {
  searched_.clear();
  listing_ = true;
  ask_search();
}

void DeskModel::search_again() {
  if (!searched_.isEmpty() || listing_) ask_search();
}

void DeskModel::ask_search() {
  search_ = Search::asking;
  search_error_.reset();
  Q_EMIT changed();
  const auto told = [this](std::expected<InvestorMatches, LookError> answer) {
    if (!answer) {
      if (waits(answer.error(), [this] { ask_search(); }, {.who = searched_, .search = true})) return;
      search_ = Search::failed;
      search_error_ = answer.error();
      return Q_EMIT changed();
    }
    matches_ = std::move(*answer);
    search_ = matches_.investors.empty() ? Search::none : Search::found;
    // The only one who fits is meant; who asks for a list wants to see it.
    if (matches_.investors.size() == 1 && !matches_.more && !listing_) return open_match(0);
    Q_EMIT changed();
  };
  searching_ = listing_ ? gateway_.kept(told) : gateway_.search(terms_, told);
}

// --- one person

const InvestorHead* DeskModel::head() const {
  return current_ < 0 ? nullptr : &looked_at_[static_cast<std::size_t>(current_)].head;
}

StepUpSubject DeskModel::person_subject() const {
  const auto* person = head();
  if (person == nullptr) return {.who = wanted_person_, .search = false};
  QStringList parts{person->name, person->phone, person->email};
  parts.removeAll(QString());
  return {.who = parts.join(u'　'), .search = false};
}

void DeskModel::open_match(int index) {
  if (index < 0 || index >= static_cast<int>(matches_.investors.size())) return;
  show_person(matches_.investors[static_cast<std::size_t>(index)], true);
}

void DeskModel::open_person(const QString& id) {
  const auto known = std::ranges::find(looked_at_, id, [](const LookedAt& each) { return each.head.id; });
  if (known != looked_at_.end()) return show_person(known->head, false);
  ask_head(id);
}

void DeskModel::step_person(int step) {
  const auto count = static_cast<int>(looked_at_.size());
  if (count < 2) return;
  const int next = current_ < 0 ? 0 : (current_ + step + count) % count;
  if (next != current_) show_person(looked_at_[static_cast<std::size_t>(next)].head, false);
}

void DeskModel::ask_head(const QString& id) {
  wanted_person_ = id;
  current_ = -1;
  forget_follow();
  close_why();
  begin_writing();
  hide_revealed();
  timeline_.begin(session_.hub_now());
  counts_.reset();
  as_of_.reset();
  history_ = History::asking;
  history_error_.reset();
  Q_EMIT changed();
  heading_ = gateway_.head(id, [this, id](std::expected<InvestorHead, LookError> answer) {
    if (!answer) {
      if (waits(
              answer.error(), [this, id] { ask_head(id); }, person_subject()))
        return;
      history_ = History::failed;
      history_error_ = answer.error();
      return Q_EMIT changed();
    }
    show_person(std::move(*answer), true);
  });
}

/// `fresh`: the head came from the hub just now. One that is older is asked for anew beside the rows.
void DeskModel::show_person(InvestorHead person, bool fresh) {
  const auto id = person.id;
  const auto now = session_.clock().now();
  const auto known = std::ranges::find(looked_at_, id, [](const LookedAt& each) { return each.head.id; });
  if (known == looked_at_.end()) {
    if (looked_at_.size() >= kMostLookedAt) looked_at_.erase(looked_at_.begin());
    looked_at_.push_back({.head = std::move(person), .at = now});
    current_ = static_cast<int>(looked_at_.size()) - 1;
  } else {
    known->head = std::move(person);
    known->at = now;
    current_ = static_cast<int>(known - looked_at_.begin());
  }
  forget_follow();
  close_why();
  begin_writing();
  hide_revealed();
  reveal_error_.reset();
  filter_ = {};
  counts_.reset();
  heading_.reset();
  if (!fresh) {
    heading_ = gateway_.head(id, [this, id](std::expected<InvestorHead, LookError> answer) {
      // Without one the rows' request tells what is wrong.
      if (!answer || head() == nullptr || head()->id != id) return;
      looked_at_[static_cast<std::size_t>(current_)].head = std::move(*answer);
      Q_EMIT changed();
    });
  }
  ask_history();
}

void DeskModel::set_filter(const HistoryFilter& filter) {
  if (head() == nullptr || filter == filter_) return;
  filter_ = filter;
  ask_history();
}

void DeskModel::ask_history() {
  const auto* person = head();
  if (person == nullptr) return;
  timeline_.begin(session_.hub_now());
  history_ = History::asking;
  history_error_.reset();
  more_error_.reset();
  as_of_.reset();
  Q_EMIT changed();
  reading_ = gateway_.history(person->id, filter_, {}, [this](std::expected<HistoryPage, LookError> answer) {
    if (!answer) {
      if (waits(
              answer.error(), [this] { ask_history(); }, person_subject()))
        return;
      history_ = History::failed;
      history_error_ = answer.error();
      return Q_EMIT changed();
    }
    history_ = History::ready;
    from_copy_ = answer->as_of.has_value();
    as_of_ = answer->as_of.value_or(session_.hub_now());
    if (answer->counts) counts_ = answer->counts;
    timeline_.append(std::move(*answer));
    // Who is opened stands in the copy with the rows, not before.
    if (!followed_) begin_following();
    Q_EMIT changed();
  });
}

void DeskModel::ask_more() {
  const auto* person = head();
  if (person == nullptr || history_ != History::ready) return timeline_.more_failed();
  more_error_.reset();
  Q_EMIT changed();
  const auto cursor = timeline_.next();
  reading_ = gateway_.history(person->id, filter_, cursor, [this](std::expected<HistoryPage, LookError> answer) {
    if (!answer) {
      if (waits(
              answer.error(), [this] { ask_more(); }, person_subject()))
        return;
      timeline_.more_failed();
      more_error_ = answer.error();
      return Q_EMIT changed();
    }
    timeline_.append(std::move(*answer));
    Q_EMIT changed();
  });
}

// --- why

void DeskModel::ask_why(const QString& delivery) {
  if (delivery.isEmpty() || (delivery == why_delivery_ && why_ == Why::ready)) return;
  why_delivery_ = delivery;
  entry_read_.reset();
  ask_why_now();
}

void DeskModel::ask_why_now() {
  why_ = Why::asking;
  why_answer_.reset();
  why_error_.reset();
  Q_EMIT changed();
  reasoning_ = gateway_.why(why_delivery_, [this](std::expected<DeliveryWhy, LookError> answer) {
    if (!answer) {
      if (waits(
              answer.error(), [this] { ask_why_now(); }, person_subject()))
        return;
      why_ = Why::failed;
      why_error_ = answer.error();
    } else {
      why_ = Why::ready;
      why_answer_ = std::move(*answer);
    }
    Q_EMIT changed();
  });
}

void DeskModel::close_why() {
  reasoning_.reset();
  why_ = Why::none;
  why_delivery_.clear();
  why_answer_.reset();
  why_error_.reset();
  entry_read_.reset();
  Q_EMIT changed();
}

// --- a field in plain

void DeskModel::reveal(RevealField field) {
  const auto* person = head();
  if (person == nullptr) return;
  hide_revealed();
  reveal_error_.reset();
  Q_EMIT changed();
  // The step-up's reason is the field's: whoever asks twice gives the same answer.
  const auto why = session_.stepped_up().value_or(StepUp{});
  revealing_ = gateway_.reveal(person->id, field, why.reason, why.note,
                               [this, field](std::expected<Revealed, LookError> answer) {
                                 if (!answer) {
                                   if (waits(
                                           answer.error(), [this, field] { reveal(field); }, person_subject()))
                                     return;
                                   reveal_error_ = answer.error();
                                   return Q_EMIT changed();
                                 }
                                 revealed_ = std::move(*answer);
                                 // A wrong clock must not show it longer.
                                 revealed_->hide_at = std::min(revealed_->hide_at, session_.hub_now() + kRevealMost);
                                 reveal_timer_.start();
                                 Q_EMIT reveal_changed();
                               });
}

QString DeskModel::revealed(RevealField field) const {
  return revealed_ && revealed_->field == field ? revealed_->value : QString();
}

int DeskModel::reveal_seconds_left() const {
  if (!revealed_) return 0;
  const auto left = std::chrono::ceil<std::chrono::seconds>(revealed_->hide_at - session_.hub_now());
  return std::max(0, static_cast<int>(left.count()));
}

void DeskModel::tick_reveal() {
  if (revealed_ && session_.hub_now() >= revealed_->hide_at) return hide_revealed();
  Q_EMIT reveal_changed();
}

void DeskModel::hide_revealed() {
  revealing_.reset();
  reveal_timer_.stop();
  if (!revealed_) return;
  revealed_->value.fill(u' ');
  revealed_.reset();
  Q_EMIT reveal_changed();
}

}  // namespace guardline::models
