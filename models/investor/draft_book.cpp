// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/investor/draft_book.h"

namespace guardline::models {

DraftBook::Draft DraftBook::draft(const Place& place) const {
  const auto found = drafts_.find(place);
  return found == drafts_.end() ? Draft{} : found->second;
}

bool DraftBook::keep(const Place& place, const Draft& draft) {
  if (draft.text.isEmpty() && draft.call == CallFacts{} && draft.key.empty()) {
    drafts_.erase(place);
    return true;
  }
  if (drafts_.size() >= kMost && !drafts_.contains(place)) return false;
  drafts_.insert_or_assign(place, draft);
  return true;
}

}  // namespace guardline::models
