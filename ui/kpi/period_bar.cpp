// Chooses the days. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/period_bar.h"

#include "models/kpi/kpi_words.h"
#include "models/zone/wall_time.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"

#include <QDate>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

namespace guardline::ui {

using models::KpiPeriodName;
using models::KpiQuery;

namespace {

constexpr KpiPeriodName kPeriods[] = {KpiPeriodName::today, KpiPeriodName::yesterday, KpiPeriodName::days_7,
                                      KpiPeriodName::days_30, KpiPeriodName::custom};
constexpr int kCustom = 4;

/// Midnight of that day in the screen's zone.
Timestamp midnight(const QDate& day) {
  const auto days = std::chrono::days(QDate(1970, 1, 1).daysTo(day));
  return Timestamp(days) - std::chrono::seconds(models::kZoneSeconds);
}

QDate day_in(const QLineEdit& field) { return QDate::fromString(field.text().trimmed(), Qt::ISODate); }

}  // namespace

PeriodBar::PeriodBar(Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent),
      clock_(clock),
      names_(new Segmented(theme, 5, this)),
      days_(new QWidget(this)),
      first_(new QLineEdit(days_)),
      last_(new QLineEdit(days_)),
      apply_(new QPushButton(days_)),
      fault_(make_label("fault", days_)),
      text_(theme, this) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  row->addWidget(names_);
  auto* inside = new QHBoxLayout(days_);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->setSpacing(8);
  auto* to = make_label("secondary", days_);
  inside->addWidget(first_);
  inside->addWidget(to);
  inside->addWidget(last_);
  inside->addWidget(apply_);
  inside->addWidget(fault_);
  row->addWidget(days_);
  days_->hide();
  fault_->hide();
  for (auto* field : {first_, last_}) {
    field->setMaxLength(10);
    connect(field, &QLineEdit::returnPressed, this, &PeriodBar::take_days);
  }
  connect(apply_, &QPushButton::clicked, this, &PeriodBar::take_days);
  connect(names_, &Segmented::chosen, this, [this](int index) {
    days_->setVisible(index == kCustom);
    if (index != kCustom) return Q_EMIT chosen({.period = kPeriods[index]});
    if (first_->text().isEmpty()) {
      const auto today = models::wall_time(clock_.now()).date();
      first_->setText(today.addDays(-13).toString(Qt::ISODate));
      last_->setText(today.toString(Qt::ISODate));
    }
    first_->setFocus(Qt::OtherFocusReason);
    first_->selectAll();
  });
  text_([this, to, &theme] {
    setAccessibleName(tr("区间与日期"));
    names_->setAccessibleName(tr("统计区间"));
    for (int i = 0; i < 5; ++i) names_->set_text(i, models::kpi_period_name(kPeriods[i]));
    to->setText(tr("至", "between two days"));
    apply_->setText(tr("统计"));
    apply_->setAccessibleName(tr("统计所选的日期"));
    first_->setAccessibleName(tr("首日，例如 2026-11-16"));
    last_->setAccessibleName(tr("末日，例如 2026-11-22"));
    for (auto* field : {first_, last_}) {
      field->setPlaceholderText(tr("年-月-日"));
      field->setFixedWidth(theme.px(112));
    }
    if (fault_->isVisibleTo(this)) say_fault({});
  });
}

void PeriodBar::set_period(KpiPeriodName period) {
  for (int i = 0; i < 5; ++i) {
    if (kPeriods[i] == period) names_->set_current(i);
  }
  days_->setVisible(period == KpiPeriodName::custom);
}

void PeriodBar::say_fault(const QString& fault) {
  fault_->setText(fault);
  fault_->setVisible(!fault.isEmpty());
  for (auto* field : {first_, last_}) {
    field->setProperty("fault", !fault.isEmpty());
    field->setAccessibleDescription(fault);
    field->style()->unpolish(field);
    field->style()->polish(field);
  }
}

void PeriodBar::take_days() {
  const auto first = day_in(*first_);
  const auto last = day_in(*last_);
  const auto today = models::wall_time(clock_.now()).date();
  const auto refuse = [this](QLineEdit* field, const QString& why) {
    say_fault(why);
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
  };
  if (!first.isValid()) return refuse(first_, tr("首日不是日期，请按 2026-11-16 填写"));
  if (!last.isValid()) return refuse(last_, tr("末日不是日期，请按 2026-11-22 填写"));
  if (last < first) return refuse(last_, tr("末日早于首日"));
  if (last > today) return refuse(last_, tr("末日在今天之后"));
  if (first.daysTo(last) >= models::kMostKpiDays) return refuse(first_, tr("一次至多统计 92 天"));
  say_fault({});
  Q_EMIT chosen({.period = KpiPeriodName::custom, .from = midnight(first), .until = midnight(last.addDays(1))});
}

}  // namespace guardline::ui
