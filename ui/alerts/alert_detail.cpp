// Builds and fills the pane of the opened alert. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_detail.h"

#include "models/alerts/alert_centre.h"
#include "models/alerts/alert_words.h"
#include "models/live/kpi_live_model.h"
#include "models/live/words.h"
#include "ui/alerts/act_panel.h"
#include "ui/alerts/alert_row_painter.h"
#include "ui/alerts/axis_box.h"
#include "ui/alerts/cause_chart.h"
#include "ui/charts/chart_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

constexpr int kLogShown = 40;  // a person reads the newest; the hub has them all

}  // namespace

AlertDetail::AlertDetail(Theme& theme, models::AlertCentre& centre, std::function<models::KpiLiveModel&()> live,
                         QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      centre_(centre),
      live_(std::move(live)),
      stack_(new QStackedWidget(this)),
      none_(new EmptyState(theme, QStringLiteral("bell"), stack_)),
      texts_(theme, this) {
  setProperty("kind", QStringLiteral("card"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(1, 1, 1, 1);
  outer->addWidget(stack_);
  auto* open = new QWidget(stack_);
  stack_->addWidget(none_);
  stack_->addWidget(open);
  auto* column = new QVBoxLayout(open);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);

  auto* head = make_frame("cardhead", open);
  head->setMinimumHeight(theme.px(38));
  auto* head_row = new QHBoxLayout(head);
  head_row->setContentsMargins(12, 4, 12, 4);
  head_row->setSpacing(8);
  badge_ = new Badge(theme, Family::low, ui::Shape::low, head);
  title_ = make_text("h2", head);
  number_ = make_label("secondary", head);
  head_row->addWidget(badge_);
  head_row->addWidget(title_, 1);
  head_row->addWidget(number_);
  column->addWidget(head);

  scroll_ = new QScrollArea(open);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* inside = new QWidget(scroll_);
  inside->setObjectName(QStringLiteral("scrolled"));
  auto* body = new QVBoxLayout(inside);
  body->setContentsMargins(12, 12, 12, 8);
  body->setSpacing(8);
  again_ = new Banner(theme, Family::crit, inside);
  body->addWidget(again_);
  auto* axes = new QHBoxLayout;
  axes->setSpacing(8);
  for (auto** box : {&active_, &acknowledged_, &quiet_}) {
    *box = new AxisBox(theme, inside);
    axes->addWidget(*box, 1);
  }
  body->addLayout(axes);
  facts_ = new QGridLayout;
  facts_->setHorizontalSpacing(12);
  facts_->setVerticalSpacing(3);
  facts_->setColumnStretch(1, 1);
  int row = 0;
  const auto fact = [&](QLabel*& name, QLabel*& value) {
    name = make_label("hint", inside);
    value = make_text("small", inside);
    facts_->addWidget(name, row, 0, Qt::AlignTop);
    facts_->addWidget(value, row++, 1);
  };
  fact(trigger_name_, trigger_);
  fact(measured_name_, measured_);
  fact(rule_name_, rule_);
  fact(owner_name_, owner_);
  body->addLayout(facts_);
  chart_title_ = make_label("label", inside);
  chart_ = new ChartView(theme, inside);
  chart_->setFixedHeight(theme.px(150));
  body->addWidget(chart_title_);
  body->addWidget(chart_);
  log_title_ = make_label("label", inside);
  body->addWidget(log_title_);
  log_ = new QWidget(inside);
  log_rows_ = new QVBoxLayout(log_);
  log_rows_->setContentsMargins(0, 0, 0, 0);
  log_rows_->setSpacing(2);
  body->addWidget(log_);
  body->addStretch(1);
  scroll_->setWidget(inside);
  column->addWidget(scroll_, 1);

  auto* foot = make_frame("cardfoot", open);
  auto* foot_column = new QVBoxLayout(foot);
  foot_column->setContentsMargins(12, 8, 12, 8);
  acts_ = new ActPanel(theme, centre, foot);
  foot_column->addWidget(acts_);
  column->addWidget(foot);

  connect(&centre_, &models::AlertCentre::openedChanged, this, &AlertDetail::refresh);
  auto* second = new QTimer(this);
  connect(second, &QTimer::timeout, this, [this] {
    if (isVisible() && centre_.opened()) refresh_facts();
  });
  second->start(1000);
  texts_([this] {
    none_->set(tr("选中一条告警"), tr("按 J、K 移动，右侧显示它的状态、依据和记录，再按 A、F、S、O 处理。"));
    setAccessibleName(tr("告警详情"));
    scroll_->setAccessibleName(tr("状态、依据和记录"));
    active_->set_question(tr("是否活动"));
    acknowledged_->set_question(tr("是否确认"));
    quiet_->set_question(tr("抑制"));
    trigger_name_->setText(tr("触发条件"));
    measured_name_->setText(tr("当时实测"));
    rule_name_->setText(tr("规则"));
    owner_name_->setText(tr("负责人"));
    chart_->setAccessibleName(tr("起因图"));
    chart_->setFixedHeight(theme_.px(150));
    number_->setFont(theme_.mono(12));
    log_title_->setText(tr("触发记录"));
    log_->setAccessibleName(tr("触发记录"));
    log_shown_.clear();
    refresh();
  });
}

void AlertDetail::set_greyed(bool greyed) {
  greyed_ = greyed;
  refresh_chart();
}

void AlertDetail::refresh() {
  const auto entry = centre_.entry();
  stack_->setCurrentIndex(entry ? 1 : 0);
  if (!entry) return;
  refresh_facts();
  refresh_log();
  refresh_chart();
}

void AlertDetail::refresh_facts() {
  const auto entry = centre_.entry();
  if (!entry) return;
  const auto& alert = entry->alert;
  badge_->set(family_of(alert.severity), shape_of(alert.severity), models::severity_name(alert.severity));
  title_->setText(models::alert_title(alert));
  number_->setText(models::alert_number(alert));
  again_->set(Family::crit,
              centre_.raised_again()
                  ? tr("该告警已恢复并再次触发（#%1）。下面是新的触发，请先看清再确认。").arg(alert.occurrence)
                  : QString());
  active_->set_answer(alert.active ? shape_of(alert.severity) : ui::Shape::ok,
                      models::active_text(alert, centre_.clock().now()));
  acknowledged_->set_answer(alert.acknowledged ? ui::Shape::ok : ui::Shape::waiting, models::acknowledged_text(alert));
  quiet_->set_answer(alert.suppression == Suppression::none ? ui::Shape::low : ui::Shape::sup,
                     alert.suppression == Suppression::none ? tr("无") : models::quiet_text(alert));
  trigger_->setText(models::trigger_text(alert.trigger));
  measured_->setText(models::measured_text(alert.trigger));
  rule_->setText(alert.trigger.rule);
  owner_->setText(alert.owner ? alert.owner->name : models::owner_missing());
}

void AlertDetail::refresh_log() {
  const auto entry = centre_.entry();
  if (!entry) return;
  QStringList lines;
  for (const auto& line : centre_.log()) {
    if (lines.size() >= kLogShown) break;
    lines << models::clock_text(line.at) + u'\t' + models::log_text(line, entry->alert.trigger.metric);
  }
  if (centre_.log_error()) {
    lines << u'\t' + tr("记录没有取到，下面缺少的不代表没有发生。按 F5 重试。");
  } else if (lines.isEmpty()) {
    lines << u'\t' + (centre_.log_loading() ? tr("正在取得记录") : tr("还没有记录"));
  }
  const auto shown = lines.join(u'\n');
  if (shown == log_shown_) return;  // what a person reads must not flicker
  log_shown_ = shown;
  while (auto* item = log_rows_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (const auto& line : lines) {
    auto* row = new QWidget(log_);
    auto* box = new QHBoxLayout(row);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(12);
    const auto at = line.section(u'\t', 0, 0);
    const auto text = line.section(u'\t', 1);
    if (!at.isEmpty()) {
      auto* time = make_label("hint", row);
      time->setText(at);
      time->setMinimumWidth(theme_.px(60));
      box->addWidget(time, 0, Qt::AlignTop);
    }
    auto* words = make_text("small", row);
    words->setText(text);
    box->addWidget(words, 1);
    log_rows_->addWidget(row);
  }
}

void AlertDetail::refresh_chart() {
  const auto entry = centre_.entry();
  const bool shown = entry && has_cause_chart(entry->alert);
  chart_title_->setVisible(shown);
  chart_->setVisible(shown);
  if (!shown) return;
  chart_title_->setText(entry->alert.trigger.metric == AlertMetric::backlog
                            ? tr("起因：各分钟计划的，现在仍未提交的占比")
                            : tr("起因：逐分钟"));
  if (minutes_ == nullptr) {
    minutes_ = &live_();
    connect(minutes_, &models::KpiLiveModel::changed, this, [this] {
      if (isVisible()) refresh_chart();
    });
  }
  chart_->show(cause_chart(*minutes_, entry->alert, greyed_));
}

}  // namespace guardline::ui
