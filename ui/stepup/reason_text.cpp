// The words of the reasons for looking at investors. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stepup/reason_text.h"

#include <QCoreApplication>

namespace guardline::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(AccessReason)
};

}  // namespace

QString reason_text(models::AccessReason reason) {
  using models::AccessReason;
  switch (reason) {
    case AccessReason::caller_check:
      return Words::tr("来电核实");
    case AccessReason::complaint:
      return Words::tr("投诉处理");
    case AccessReason::risk_case:
      return Words::tr("风险处置");
    case AccessReason::regulator:
      return Words::tr("监管/司法协查");
    case AccessReason::quality_review:
      return Words::tr("质检复核");
    case AccessReason::other:
      break;
  }
  return Words::tr("其他，须说明");
}

}  // namespace guardline::ui
