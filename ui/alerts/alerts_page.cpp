// The alert centre put together. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alerts_page.h"

#include "models/alerts/alert_centre.h"
#include "models/live/kpi_live_model.h"
#include "models/live/words.h"
#include "ui/alerts/act_panel.h"
#include "ui/alerts/alert_detail.h"
#include "ui/alerts/alert_list.h"
#include "ui/alerts/key_line.h"
#include "ui/alerts/load_strip.h"
#include "ui/alerts/tab_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/wait_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace guardline::ui {

using models::AlertsState;
using models::AlertTab;

AlertsPage::~AlertsPage() = default;

AlertsPage::AlertsPage(Theme& theme, models::AlertCentre& centre, models::LiveGateway& live, const Clock& clock,
                       QWidget* parent)
    : Page(parent), theme_(theme), centre_(centre), live_(live), clock_(clock), texts_(theme, this) {
  setObjectName(QStringLiteral("page"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(12);
  banner_ = new Banner(theme, Family::high, this);
  retry_ = new KeyButton(theme, QStringLiteral("F5"), banner_);
  retry_->setProperty("kind", QStringLiteral("small"));
  banner_->add(retry_);
  connect(retry_, &QPushButton::clicked, this, &AlertsPage::retry);
  column->addWidget(banner_);
  flood_ = new Banner(theme, Family::crit, this);
  column->addWidget(flood_);

  body_ = new QStackedWidget(this);
  auto* open = new QWidget(body_);
  denied_ = new EmptyState(theme, QStringLiteral("lock"), body_);
  body_->addWidget(open);
  body_->addWidget(denied_);
  column->addWidget(body_, 1);
  auto* row = new QVBoxLayout(open);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  load_ = new LoadStrip(theme, centre, open);
  connect(load_, &LoadStrip::alert_wanted, this,
          [this](const AlertId& id) { show_subject(QStringLiteral("alert:") + QString::fromStdString(id.text())); });
  row->addWidget(load_);
  split_ = new QSplitter(open);
  split_->setProperty("remember", QStringLiteral("alerts.split"));
  split_->setHandleWidth(12);
  split_->setChildrenCollapsible(false);
  row->addWidget(split_, 1);

  auto* card = make_frame("card", split_);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(1, 1, 1, 1);
  inside->setSpacing(0);
  list_ = new AlertList(theme, centre, card);
  wait_ = new WaitLine(theme, {}, card);
  inside->addWidget(wait_);
  inside->addWidget(list_, 1);
  auto* foot = make_frame("footbar", card);
  auto* foot_row = new QHBoxLayout(foot);
  foot_row->setContentsMargins(12, 6, 12, 6);
  foot_row->setSpacing(12);
  auto* line = new KeyLine(theme, foot);
  auto* sound = make_label("hint", foot);
  foot_row->addWidget(line);
  foot_row->addStretch(1);
  foot_row->addWidget(sound);
  inside->addWidget(foot);

  detail_ = new AlertDetail(
      theme, centre, [this]() -> models::KpiLiveModel& { return minutes(); }, split_);
  split_->setSizes({850, 462});
  split_->setStretchFactor(0, 850);
  split_->setStretchFactor(1, 462);
  // No focus proxy: Tab would take the page for its table and pass over the tabs, which stand before that.

  connect(list_, &AlertList::chosen, this,
          [this](const QString& id) { centre_.open(AlertId::parse(id.toStdString()).value_or(AlertId{})); });
  connect(detail_->acts(), &ActPanel::left, this, [this] { list_->view()->setFocus(Qt::OtherFocusReason); });
  connect(&centre, &models::AlertCentre::stateChanged, this, &AlertsPage::refresh_state);
  connect(&centre, &models::AlertCentre::changed, this, [this] {
    refresh_state();
    refresh_flood();
    Q_EMIT headline_changed();
  });
  texts_([this, line, sound] {
    retry_->setText(tr("立即重试"));
    retry_->setAccessibleName(tr("立即重试连接"));
    line->set({{QStringLiteral("J|K"), tr("移动")},
               {QStringLiteral("A"), tr("确认知晓")},
               {QStringLiteral("F"), tr("处置完成")},
               {QStringLiteral("S"), tr("搁置")},
               {QStringLiteral("O"), tr("转交")}});
    sound->setText(tr("声音：仅紧急，间隔 ≥ 60 秒"));
    load_->setAccessibleName(tr("告警负荷、优先级和搁置"));
    refresh_flood();
    denied_->set(tr("您的角色不能查看告警"), tr("告警由风控和主管处理。如因工作需要，请联系值班主管。"));
    refresh_state();
  });
}

models::KpiLiveModel& AlertsPage::minutes() {
  if (!minutes_) {
    minutes_ = std::make_unique<models::KpiLiveModel>(live_, clock_);
    minutes_->set_range(models::LiveRange::today);
  }
  return *minutes_;
}

QString AlertsPage::title() const { return tr("告警中心"); }

QString AlertsPage::context() const {
  switch (centre_.state()) {
    case AlertsState::loading:
      return tr("正在取得告警");
    case AlertsState::live: {
      const auto& store = centre_.store();
      return tr("待确认 %1，处理中 %2")
          .arg(models::count_text(store.count(AlertTab::to_acknowledge)),
               models::count_text(store.count(AlertTab::in_hand)));
    }
    case AlertsState::stale:
      return tr("截至 %1").arg(models::clock_text(centre_.heard_at()));
    case AlertsState::offline:
      return tr("截至 %1，收不到新告警").arg(models::clock_text(centre_.heard_at()));
    case AlertsState::denied:
      return tr("没有查看权限");
  }
  return {};
}

Page::State AlertsPage::state() const {
  switch (centre_.state()) {
    case AlertsState::loading:
      return State::loading;
    case AlertsState::stale:
      return State::error;
    case AlertsState::offline:
      return State::offline;
    case AlertsState::denied:
      return State::denied;
    case AlertsState::live:
      break;
  }
  return centre_.list().rowCount() == 0 ? State::empty : State::ready;
}

std::vector<KeyHelp> AlertsPage::keys() const {
  // What the opened alert asks for next: to be taken on, then to be done with.
  const auto entry = centre_.entry();
  const bool asks = entry && centre_.rights().act && entry->alert.suppression == Suppression::none;
  const bool taken = asks && entry->alert.acknowledged;
  return {{tr("确认知晓"), QStringLiteral("A"), Qt::Key_A, asks && !taken},
          {tr("处置完成"), QStringLiteral("F"), Qt::Key_F, taken && !entry->alert.resolved},
          {tr("搁置，或取消搁置"), QStringLiteral("S"), Qt::Key_S},
          {tr("转交"), QStringLiteral("O"), Qt::Key_O},
          {tr("写说明"), QStringLiteral("C"), Qt::Key_C},
          {tr("提交说明"), QStringLiteral("Ctrl Enter")},
          {tr("放开选中的行，让新事件进来"), QStringLiteral("Esc")}};
}

std::vector<QWidget*> AlertsPage::panes() const {
  if (centre_.state() == AlertsState::denied) return {};
  return {load_, list_->tabs(), list_->view(), detail_};
}

void AlertsPage::focusInEvent(QFocusEvent* event) {
  Page::focusInEvent(event);
  list_->view()->setFocus(event->reason());
}

void AlertsPage::retry() { centre_.retry_now(); }

void AlertsPage::show_subject(const QString& subject) {
  const auto prefix = QStringLiteral("alert:");
  if (!subject.startsWith(prefix)) return;
  const auto id = AlertId::parse(subject.mid(prefix.size()).toStdString());
  if (!id) return;
  if (const auto entry = centre_.store().find(*id)) {
    if (centre_.list().row_of(*id) < 0) centre_.show(entry->tab());
    list_->choose(*id);
  }
  centre_.open(*id);
}

void AlertsPage::refresh_state() {
  const auto heard = models::clock_text(centre_.heard_at());
  switch (centre_.state()) {
    case AlertsState::loading:
    case AlertsState::live:
    case AlertsState::denied:
      banner_->set(Family::high, {});
      break;
    case AlertsState::stale:
      banner_->set(Family::crit, tr("告警列表可能不完整：%1 起没有新数据，没有新告警不代表没有异常。"
                                    "正在核对连接，也可按 F5 立即重试。")
                                     .arg(heard));
      break;
    case AlertsState::offline:
      if (outage_told()) {
        banner_->set(Family::high, {});
        break;
      }
      banner_->set(Family::high, tr("与中枢断开。这是 %1 的列表，状态可能已变化，新告警收不到。"
                                    "正在自动重试，也可按 F5 立即重试。")
                                     .arg(heard));
      break;
  }
  body_->setCurrentIndex(centre_.state() == AlertsState::denied ? 1 : 0);
  wait_->set(centre_.state() == AlertsState::loading, false);
  const bool old = centre_.state() == AlertsState::offline;
  list_->set_greyed(old);
  detail_->set_greyed(old);
  Q_EMIT headline_changed();
}

/// By the clock it may end while nothing comes: the strip's second, too, would do, but a banner may wait for the next
/// word of the hub.
void AlertsPage::refresh_flood() {
  const auto now = centre_.clock().now();
  const auto since = centre_.load().flood(now);
  if (!since || centre_.state() == AlertsState::denied) return flood_->set(Family::crit, {});
  int most = 0;
  for (const auto& window : centre_.load().windows(now)) {
    if (window.from == *since) most = window.raised;
  }
  flood_->set(Family::crit, tr("告警洪泛：本 10 分钟窗（%1 起）已 %n 条（多于 10 条为洪泛，回到少于 5 条时解除）。"
                               "新告警可能来不及逐条看。紧急告警排在最前，不合并、不隐藏，请先处理。",
                               nullptr, most)
                                .arg(models::minute_text(*since)));
}

/// Where room is short the list comes first.
void AlertsPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  load_->setVisible(height() >= theme_.px(740));
}

void AlertsPage::keyPressEvent(QKeyEvent* event) {
  if (event->modifiers() == Qt::NoModifier && centre_.state() != AlertsState::denied) {
    using Act = ActPanel::Act;
    auto* acts = detail_->acts();
    switch (event->key()) {
      case Qt::Key_A:
        return acts->begin(Act::acknowledge);
      case Qt::Key_F:
        return acts->begin(Act::resolve);
      case Qt::Key_S:
        return acts->begin(Act::shelve);
      case Qt::Key_O:
        return acts->begin(Act::assign);
      case Qt::Key_C:
        return acts->focus_field();
      case Qt::Key_J:
      case Qt::Key_K:
        list_->view()->setFocus(Qt::ShortcutFocusReason);
        return list_->step(event->key() == Qt::Key_J ? 1 : -1);
      default:
        break;
    }
  }
  Page::keyPressEvent(event);
}

void AlertsPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) Q_EMIT headline_changed();
}

void AlertsPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (minutes_) minutes_->set_paused(false);
}

void AlertsPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  if (minutes_) minutes_->set_paused(true);
}

}  // namespace guardline::ui
