// Words for the people behind a figure, translated. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kpi/people_words.h"

#include "models/kpi/kpi_words.h"
#include "models/live/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace guardline::models {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(KpiPeople)
};

/// What a delivery came to, as few words as tell it.
QString outcome(const DeliveryTrack& track) {
  if (track.confirmed_at) return Words::tr("已确认");
  if (track.opened_at || track.clicked_at || track.replied_at) return Words::tr("已打开");
  if (track.state == DeliveryState::delivered) return state_in_sentence(track.state);
  const auto reason = reason_name(track.reason);
  return reason.isEmpty() ? state_in_sentence(track.state) : reason;
}

}  // namespace

QString kpi_side_name(KpiFigureName figure, KpiSide side) {
  const auto pick = [side](const QString& never, const QString& elsewhere, const QString& counted) {
    return side == KpiSide::never ? never : side == KpiSide::elsewhere ? elsewhere : counted;
  };
  switch (figure) {
    case KpiFigureName::delivery_rate:
      return pick(Words::tr("始终未送达"), Words::tr("另有送达"), Words::tr("全部送达"));
    case KpiFigureName::trusted_open:
      return pick(Words::tr("始终未打开"), Words::tr("他渠道已打开"), Words::tr("已打开", "side"));
    case KpiFigureName::confirm_rate:
      return pick(Words::tr("始终未确认"), Words::tr("他渠道已确认"), Words::tr("已确认", "side"));
    case KpiFigureName::people_reached:
    case KpiFigureName::first_reach:
    case KpiFigureName::first_response:
      break;
  }
  return pick(Words::tr("始终未触达"), Words::tr("他渠道已达"), Words::tr("已触达"));
}

QString kpi_point_name(const KpiPeopleQuery& query) {
  const auto length = query.until - query.from;
  const auto time = length <= std::chrono::hours(1)  ? kpi_step_time(query.from, true)
                    : length <= std::chrono::days(1) ? kpi_step_time(query.from, false)
                                                     : kpi_days(query.from, query.until);
  return Words::tr("%1，%2", "time, channel")
      .arg(time, query.channel ? channel_name(*query.channel) : Words::tr("全部渠道"));
}

QString kpi_point_numbers(KpiFigureName figure, const KpiPeoplePage& page) {
  const auto without = count_text(page.sides[0] + page.sides[1]);
  const auto above = count_text(page.numerator);
  const auto below = count_text(page.denominator);
  switch (figure) {
    case KpiFigureName::delivery_rate:
      return Words::tr("%1 人有未送达的（已送达 %2 ÷ 已受理 %3 条）").arg(without, above, below);
    case KpiFigureName::trusted_open:
      return Words::tr("未打开 %1 人（已打开 %2 ÷ 可知送达 %3）").arg(without, above, below);
    case KpiFigureName::confirm_rate:
      return Words::tr("未确认 %1 人（已确认 %2 ÷ 送达 %3）").arg(without, above, below);
    case KpiFigureName::people_reached:
    case KpiFigureName::first_reach:
    case KpiFigureName::first_response:
      break;
  }
  return Words::tr("未触达 %1 人（已触达 %2 ÷ 应达 %3）").arg(without, above, below);
}

QStringList kpi_outcomes(const KpiPerson& person, std::optional<Channel> channel) {
  std::vector<const DeliveryTrack*> newest;  // one a channel: they come newest first
  for (const auto& track : person.deliveries) {
    const bool known = std::ranges::any_of(newest, [&](const auto* each) { return each->channel == track.channel; });
    if (!known) newest.push_back(&track);
  }
  std::ranges::stable_sort(
      newest, {}, [&](const auto* each) { return each->channel == channel ? 0 : static_cast<int>(each->channel); });
  QStringList parts;
  for (const auto* track : newest) {
    parts << Words::tr("%1 %2", "channel, outcome").arg(channel_short_name(track->channel), outcome(*track));
  }
  if (parts.isEmpty()) parts << Words::tr("没有投递记录");
  return parts;
}

QString kpi_happened(const KpiPerson& person, std::optional<Channel> channel) {
  return kpi_outcomes(person, channel).join(Words::tr("，", "between outcomes"));
}

QString reach_name(ReachState reach) {
  switch (reach) {
    case ReachState::reachable:
      return Words::tr("可触达");
    case ReachState::weak:
      return Words::tr("弱");
    case ReachState::lost:
      break;
  }
  return Words::tr("失联");
}

QString kpi_person_name(const KpiPerson& person) {
  return person.name.isEmpty() ? Words::tr("（资料已删除）") : person.name;
}

}  // namespace guardline::models
