// Writing notes and calls: drafts, the hub's answer, what waits on this computer. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "core/crypto/random.h"
#include "models/investor/desk_model.h"

#include <utility>

namespace guardline::models {

DraftBook::Place DeskModel::place(EntryKind kind) const {
  const auto* person = head();
  return {.account = session_.session() ? session_.session()->account : QString(),
          .investor = person != nullptr ? person->id : QString(),
          .kind = kind};
}

DraftBook::Draft DeskModel::draft(EntryKind kind) const { return drafts_.draft(place(kind)); }

bool DeskModel::begun(EntryKind kind) const { return head() != nullptr && drafts_.begun(place(kind)); }

bool DeskModel::keep_draft(EntryKind kind, const QString& text, const CallFacts& call) {
  if (head() == nullptr) return false;
  auto draft = drafts_.draft(place(kind));
  if (draft.text == text && draft.call == call) return true;
  // Other words under the key of a wish that may have arrived would be refused.
  draft = {.text = text, .call = call, .key = {}};
  const bool kept = drafts_.keep(place(kind), draft);
  if (writing_ == Writing::saved || writing_ == Writing::failed) begin_writing();
  return kept;
}

void DeskModel::begin_writing() {
  // One that is on its way goes on: its answer says what becomes of its draft.
  if (writing_ == Writing::saving) return;
  writing_ = Writing::idle;
  write_error_.reset();
  written_.reset();
}

void DeskModel::write(EntryKind kind) {
  const auto* person = head();
  if (person == nullptr || writing_ == Writing::saving) return;
  const auto where = place(kind);
  auto draft = drafts_.draft(where);
  if (draft.key.empty()) draft.key = to_hex(crypto::random_bytes(16));
  drafts_.keep(where, draft);
  writing_ = Writing::saving;
  write_error_.reset();
  written_.reset();
  Q_EMIT changed();
  tell_write(where, {.kind = kind, .text = draft.text, .call = draft.call, .key = draft.key}, person->name);
}

void DeskModel::tell_write(const DraftBook::Place& where, const EntryWish& wish, const QString& who) {
  telling_ = gateway_.write(where.investor, who, wish,
                            [this, where, wish, who](std::expected<HistoryEntry, LookError> answer) {
                              if (!answer) {
                                if (waits(answer.error(), [this, where, wish, who] { tell_write(where, wish, who); },
                                          {.who = who, .search = false}))
                                  return;
                                // Who is open by now has nothing to do with it; the draft stays and can be told again.
                                const bool same = head() != nullptr && head()->id == where.investor;
                                writing_ = same ? Writing::failed : Writing::idle;
                                if (same) write_error_ = answer.error();
                                return Q_EMIT changed();
                              }
                              written(where, wish, std::move(*answer));
                            });
}

void DeskModel::written(const DraftBook::Place& where, const EntryWish& wish, HistoryEntry entry) {
  // Only what was sent is done with: who went on typing meanwhile keeps that.
  const auto now = drafts_.draft(where);
  if (now.text == wish.text && now.call == wish.call) drafts_.drop(where);
  const auto* person = head();
  if (person == nullptr || person->id != where.investor) {
    writing_ = Writing::idle;
    return Q_EMIT changed();
  }
  writing_ = Writing::saved;
  show_written(entry);
  written_ = std::move(entry);
  Q_EMIT changed();
}

/// Among the rows that are there, if the filter lets it through.
void DeskModel::show_written(const HistoryEntry& entry) {
  const bool call = entry.kind == EntryKind::call;
  if (counts_) ++(call ? counts_->calls : counts_->notes);
  const bool channel = !filter_.channel || (call && *filter_.channel == Channel::phone);
  const bool kind = !filter_.kind || *filter_.kind == entry.kind;
  const bool words = filter_.words.isEmpty() || entry.text.contains(filter_.words, Qt::CaseInsensitive);
  if (history_ == History::ready && channel && kind && words && !filter_.unreached) timeline_.insert(entry);
}

void DeskModel::waiting_changed(const WaitingChange& change) {
  const auto* person = head();
  if (person == nullptr || person->id != change.investor) return;
  if (change.done) {
    timeline_.settle(change.id);
  } else {
    const auto kind = timeline_.remove(change.id);
    if (kind && counts_) --(*kind == EntryKind::call ? counts_->calls : counts_->notes);
  }
  if (change.now) show_written(*change.now);
  Q_EMIT changed();
}

void DeskModel::read_entry(const HistoryEntry& entry) {
  close_why();
  entry_read_ = entry;
  Q_EMIT changed();
}

}  // namespace guardline::models
