// The people of the design's pictures behind a point. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/kpi_people_values.h"

#include <vector>

namespace guardline::test {

inline models::DeliveryTrack sent(Channel channel, DeliveryState state, Reason reason, Timestamp at) {
  return {.id = QStringLiteral("019ac2f4-7d10-7c3e-9b1a-2f60c03a48e1"),
          .channel = channel,
          .state = state,
          .reason = reason,
          .planned_at = at,
          .ended_at = at + std::chrono::minutes(3)};
}

/// `count` people on the first side, 321 and 5,988 on the others; 30 a page, cursors are row numbers.
inline models::KpiPeoplePage tell_people(const models::KpiPeopleQuery& query, const QString& cursor, int count = 33) {
  using models::KpiSide;
  using models::ReachState;
  struct One {
    const char16_t* name;
    Reason sms, other;
    ReachState reach;
  };
  static const One kPeople[] = {{u"孙*宇", Reason::carrier_rejected, Reason::no_contact_point, ReachState::weak},
                                {u"欧*婷", Reason::no_such_number, Reason::no_such_mailbox, ReachState::lost},
                                {u"黄*豪", Reason::handset_suspended, Reason::none, ReachState::lost},
                                {u"李*萍", Reason::handset_off, Reason::none, ReachState::reachable},
                                {u"司*", Reason::opted_out, Reason::no_contact_point, ReachState::weak},
                                {u"马*军", Reason::carrier_rejected, Reason::none, ReachState::reachable},
                                {u"周*", Reason::handset_off, Reason::mailbox_full, ReachState::reachable},
                                {u"林*娜", Reason::no_such_number, Reason::none, ReachState::lost},
                                {u"高*", Reason::carrier_rejected, Reason::carrier_busy, ReachState::reachable}};
  const std::int64_t elsewhere = query.channel ? 321 : 0;
  models::KpiPeoplePage page{.as_of = query.until,
                             .numerator = 5'988,
                             .denominator = 5'988 + count + elsewhere,
                             .sides = {count, elsewhere, 5'988}};
  const auto side = query.side.value_or(KpiSide::never);
  const auto all = static_cast<int>(page.sides.at(static_cast<std::size_t>(side) - 1));
  const int first = cursor.toInt();
  for (int i = first; i < std::min(all, first + 30); ++i) {
    const auto& one = kPeople[static_cast<std::size_t>(i) % std::size(kPeople)];
    models::KpiPerson person{.id = QStringLiteral("019ac2f4-7d10-7c3e-9b1a-%1").arg(i, 12, 10, QLatin1Char('0')),
                             .name = QString::fromUtf16(one.name),
                             .reach = one.reach,
                             .side = side};
    const auto at = query.from + std::chrono::minutes(9 + i);
    const bool met = side == KpiSide::counted;
    person.deliveries.push_back(
        sent(Channel::sms, met ? DeliveryState::delivered : DeliveryState::failed, met ? Reason::none : one.sms, at));
    if (side == KpiSide::elsewhere) {
      person.deliveries.push_back(sent(Channel::email, DeliveryState::delivered, Reason::none, at));
    } else if (one.other != Reason::none) {
      person.deliveries.push_back(sent(Channel::email, DeliveryState::failed, one.other, at));
    }
    page.people.push_back(std::move(person));
  }
  if (first + 30 < all) page.next = QString::number(first + 30);
  return page;
}

}  // namespace guardline::test
