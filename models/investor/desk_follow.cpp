// Following who is open. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/investor/desk_model.h"

namespace guardline::models {

/// Another person: how they stand is not known yet.
void DeskModel::forget_follow() {
  following_.reset();
  followed_.reset();
  follow_fault_.reset();
}

void DeskModel::begin_following() {
  const auto* person = head();
  if (person == nullptr) return;
  following_ = gateway_.followed(person->id, [this](std::expected<bool, FollowFault> answer) {
    following_ = {};
    followed_.reset();
    follow_fault_.reset();
    if (answer) {
      followed_ = *answer;
    } else {
      follow_fault_ = answer.error();
    }
    Q_EMIT changed();
  });
}

void DeskModel::follow(bool on) {
  const auto* person = head();
  if (person == nullptr || !can_follow() || *followed_ == on) return;
  set_follow(person->id, person->name, on, false);
}

void DeskModel::undo_follow() {
  if (!follow_undo_ || following_.active()) return;
  const auto last = *follow_undo_;
  set_follow(last.id, last.who, !last.on, true);
}

void DeskModel::set_follow(const QString& id, const QString& who, bool on, bool undoing) {
  follow_fault_.reset();
  following_ = gateway_.follow(id, on, [this, id, who, on, undoing](std::expected<bool, FollowFault> answer) {
    following_ = {};
    const auto* person = head();
    const bool open = person != nullptr && person->id == id;
    if (answer) {
      if (open) followed_ = *answer;
      follow_undo_.reset();
      if (!undoing && *answer == on) {
        follow_undo_ = Undo{.id = id, .who = who, .on = on};
        follow_timer_.start();
      }
    } else if (open) {
      follow_fault_ = answer.error();
      if (answer.error() == FollowFault::no_copy) followed_.reset();
    }
    Q_EMIT changed();
  });
  Q_EMIT changed();
}

}  // namespace guardline::models
