// Fills load, mix and shelves. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/load_strip.h"

#include "models/alerts/alert_centre.h"
#include "models/alerts/alert_words.h"
#include "models/live/words.h"
#include "ui/alerts/alert_row_painter.h"
#include "ui/alerts/load_bars.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meter.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {
namespace {

constexpr std::array kSeverities{Severity::urgent, Severity::high, Severity::medium};
constexpr std::array kInks{Token::crit, Token::high, Token::med};
constexpr int kHead = 32;

QString whole_percent(double part) { return QStringLiteral("%1%").arg(qRound(part * 100)); }

}  // namespace

LoadStrip::LoadStrip(Theme& theme, models::AlertCentre& centre, QWidget* parent)
    : QWidget(parent), theme_(theme), centre_(centre), texts_(theme, this) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  load_ = new Card(theme, this, kHead);
  bars_ = new LoadBars(theme, load_);
  load_->body()->setContentsMargins(12, 6, 12, 6);
  load_->body()->addWidget(bars_);
  row->addWidget(load_, 620);
  row->addWidget(make_mix(), 330);
  row->addWidget(make_shelves(), 330);
  connect(&centre_, &models::AlertCentre::changed, this, &LoadStrip::refresh);
  connect(&centre_, &models::AlertCentre::stateChanged, this, &LoadStrip::refresh);
  // Windows and shelves run on by themselves.
  auto* second = new QTimer(this);
  connect(second, &QTimer::timeout, this, [this] {
    if (isVisible()) refresh();
  });
  second->start(1000);
  texts_([this] {
    load_->set_title(tr("我的负荷"), tr("条 / 10 分钟；点线 1 为平稳，虚线 10 以上为洪泛"));
    bars_->setAccessibleName(tr("每 10 分钟的告警条数"));
    shelves_->set_title(tr("即将到期的搁置"), tr("到期前 10 分钟提醒"));
    none_->setText(tr("没有带期限的搁置"));
    refresh();
  });
}

Card* LoadStrip::make_mix() {
  mix_ = new Card(theme_, this, kHead);
  mix_->body()->setContentsMargins(12, 6, 12, 6);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(4);
  grid->setColumnStretch(2, 1);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto row = static_cast<int>(i);
    auto* mark = new ShapeMark(theme_, shape_of(kSeverities[i]), 14, mix_);
    rows_[i] = {make_label("small", mix_), make_label("small", mix_), new Meter(theme_, false, mix_)};
    rows_[i].meter->set_token(kInks[i]);
    rows_[i].meter->set_tick(models::PriorityMix::kTargets.at(i));
    grid->addWidget(mark, row, 0);
    grid->addWidget(rows_[i].name, row, 1);
    grid->addWidget(rows_[i].meter, row, 2);
    grid->addWidget(rows_[i].said, row, 3, Qt::AlignRight);
  }
  mix_->body()->addStretch(1);
  mix_->body()->addLayout(grid);
  mix_->body()->addStretch(1);
  return mix_;
}

Card* LoadStrip::make_shelves() {
  shelves_ = new Card(theme_, this, kHead);
  shelves_->body()->setContentsMargins(12, 4, 12, 4);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(10);
  grid->setVerticalSpacing(0);
  grid->setColumnStretch(1, 1);
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    const auto row = static_cast<int>(i);
    ends_[i] = {new QPushButton(shelves_), make_label("small", shelves_), make_label("small", shelves_), {}};
    ends_[i].number->setProperty("kind", QStringLiteral("link"));
    ends_[i].number->setCursor(Qt::PointingHandCursor);
    ends_[i].title->setMinimumWidth(0);
    ends_[i].title->installEventFilter(this);
    ends_[i].title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(ends_[i].number, &QPushButton::clicked, this, [this, i] { Q_EMIT alert_wanted(ends_[i].id); });
    grid->addWidget(ends_[i].number, row, 0);
    grid->addWidget(ends_[i].title, row, 1);
    grid->addWidget(ends_[i].left, row, 2, Qt::AlignRight);
  }
  none_ = make_label("hint", shelves_);
  shelves_->body()->addWidget(none_, 0, Qt::AlignLeft | Qt::AlignVCenter);
  shelves_->body()->addLayout(grid);
  shelves_->body()->addStretch(1);
  return shelves_;
}

void LoadStrip::refresh() {
  bars_->show(centre_.load().windows(centre_.clock().now()));
  refresh_mix();
  refresh_shelves();
}

void LoadStrip::refresh_mix() {
  const auto mix = models::priority_mix(centre_.store());
  const int all = mix.total();
  mix_->set_title(tr("优先级构成"), tr("未了结 %n 条，刻度为目标 5/15/80", nullptr, all));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto& [name, said, meter] = rows_[i];
    name->setText(i == 2 ? tr("一般与提示") : models::severity_name(kSeverities[i]));
    const double part = all > 0 ? static_cast<double>(mix.counts[i]) / all : 0;
    meter->set(part);
    said->setText(all > 0 ? tr("%1，%2", "count, share").arg(models::count_text(mix.counts[i]), whole_percent(part))
                          : QStringLiteral("—"));
  }
}

void LoadStrip::refresh_shelves() {
  const auto next = models::next_shelves(centre_.store(), kShelves);
  const auto now = centre_.clock().now();
  none_->setVisible(next.empty());
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    auto& row = ends_[i];
    const bool shown = i < next.size();
    for (QWidget* part :
         {static_cast<QWidget*>(row.number), static_cast<QWidget*>(row.title), static_cast<QWidget*>(row.left)})
      part->setVisible(shown);
    if (!shown) continue;
    const auto& alert = next[i]->alert;
    row.id = alert.id;
    row.number->setText(models::alert_number(alert));
    const auto title = models::alert_title(alert);
    row.number->setAccessibleName(tr("打开 %1，%2", "number, title").arg(models::alert_number(alert), title));
    row.title->setToolTip(title);
    elide(row.title);
    const auto left =
        std::max(std::chrono::seconds(0), std::chrono::floor<std::chrono::seconds>(*alert.shelved_until - now));
    row.left->setText(tr("剩 %1").arg(models::age_text(left)));
    const bool soon = left <= models::AlertCentre::shelf_warning;
    const auto kind = soon ? QStringLiteral("warn") : QStringLiteral("small");
    if (row.left->property("kind").toString() != kind) {
      row.left->setProperty("kind", kind);
      row.left->style()->unpolish(row.left);
      row.left->style()->polish(row.left);
    }
  }
}

/// As much of the whole title, which the tool tip has, as there is room for.
void LoadStrip::elide(QLabel* title) {
  title->setText(title->fontMetrics().elidedText(title->toolTip(), Qt::ElideRight, title->width()));
}

bool LoadStrip::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) elide(static_cast<QLabel*>(watched));
  return QWidget::eventFilter(watched, event);
}

}  // namespace guardline::ui
