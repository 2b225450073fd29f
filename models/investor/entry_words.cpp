// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/investor/entry_words.h"

#include <QCoreApplication>

namespace guardline::models {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(EntryWords)
};

}  // namespace

QString direction_name(CallDirection direction) {
  return direction == CallDirection::incoming ? Words::tr("呼入") : Words::tr("呼出");
}

QString outcome_name(CallOutcome outcome) {
  switch (outcome) {
    case CallOutcome::answered:
      return Words::tr("已接通");
    case CallOutcome::no_answer:
      return Words::tr("未接听");
    case CallOutcome::busy:
      return Words::tr("占线");
    case CallOutcome::switched_off:
      return Words::tr("关机或停机");
    case CallOutcome::wrong_person:
      return Words::tr("非本人接听");
  }
  return {};
}

QString call_title(const CallFacts& call) {
  const bool incoming = call.direction == CallDirection::incoming;
  const auto outcome = outcome_name(call.outcome);
  if (call.minutes == 0) {
    return incoming ? Words::tr("来电，%1", "outcome").arg(outcome) : Words::tr("去电，%1", "outcome").arg(outcome);
  }
  const auto minutes = static_cast<int>(call.minutes);
  return incoming ? Words::tr("来电，%1 %n 分钟", "outcome", minutes).arg(outcome)
                  : Words::tr("去电，%1 %n 分钟", "outcome", minutes).arg(outcome);
}

}  // namespace guardline::models
