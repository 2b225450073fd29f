// Field, buttons and what is said about them. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/act_panel.h"

#include "models/alerts/alert_centre.h"
#include "models/alerts/alert_words.h"
#include "models/live/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keep_clear.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

namespace guardline::ui {
namespace {

using namespace std::chrono_literals;

constexpr std::array kShelves{1h, 4h, 8h, 24h};

}  // namespace

ActPanel::ActPanel(Theme& theme, models::AlertCentre& centre, QWidget* parent)
    : QWidget(parent),
      centre_(centre),
      refusal_(new Banner(theme, Family::high, this)),
      label_(make_label("label", this)),
      field_(new QPlainTextEdit(this)),
      shelf_row_(make_frame("plain", this)),
      shelf_label_(make_label("secondary", shelf_row_)),
      shelf_(new Segmented(theme, static_cast<int>(kShelves.size()), shelf_row_)),
      owner_row_(make_frame("plain", this)),
      owner_label_(make_label("secondary", owner_row_)),
      owner_(new QLineEdit(owner_row_)),
      note_(make_text("hint", this)),
      texts_(theme, this) {
  keep_clear(this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  column->addWidget(refusal_);
  column->addWidget(label_);
  column->addWidget(field_);
  const auto row_of = [&](QFrame* frame, QLabel* label, QWidget* control) {
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(control);
    column->addWidget(frame);
    frame->hide();
    return row;
  };
  row_of(shelf_row_, shelf_label_, shelf_)->addStretch(1);
  row_of(owner_row_, owner_label_, owner_);
  shelf_->set_current(0);
  label_->setBuddy(field_);
  owner_label_->setBuddy(owner_);
  field_->setTabChangesFocus(true);
  field_->installEventFilter(this);
  owner_->installEventFilter(this);
  owner_->setMaxLength(64);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(0, 4, 0, 0);
  row->setSpacing(8);
  const std::array keys{QStringLiteral("A"), QStringLiteral("F"), QStringLiteral("S"), QStringLiteral("O")};
  for (std::size_t i = 0; i < buttons_.size(); ++i) {
    buttons_[i] = new KeyButton(theme, keys[i], this);
    row->addWidget(buttons_[i]);
    connect(buttons_[i], &QPushButton::clicked, this, [this, i] { begin(static_cast<Act>(i)); });
  }
  row->addStretch(1);
  column->addLayout(row);
  column->addWidget(note_);

  connect(field_, &QPlainTextEdit::textChanged, this, [this] {
    if (centre_.opened()) centre_.set_draft(*centre_.opened(), field_->toPlainText());
    said_ = {};
    refresh_buttons();
  });
  connect(owner_, &QLineEdit::textChanged, this, &ActPanel::refresh_buttons);
  connect(owner_, &QLineEdit::returnPressed, this, &ActPanel::submit);
  connect(&centre_, &models::AlertCentre::openedChanged, this, &ActPanel::refresh);
  connect(&centre_, &models::AlertCentre::stateChanged, this, &ActPanel::refresh);
  connect(&centre_, &models::AlertCentre::done, this, &ActPanel::told_done);
  connect(&centre_, &models::AlertCentre::refused, this, &ActPanel::told_refused);
  texts_([this, &theme] {
    const QFontMetrics metrics(theme.font(13));
    field_->setFixedHeight(2 * metrics.lineSpacing() + theme.px(20));
    field_->setAccessibleName(tr("说明"));
    shelf_label_->setText(tr("搁置时长"));
    shelf_->setAccessibleName(tr("搁置时长"));
    for (std::size_t i = 0; i < kShelves.size(); ++i) {
      shelf_->set_text(static_cast<int>(i), tr("%n 小时", nullptr, static_cast<int>(kShelves[i].count())));
    }
    owner_label_->setText(tr("转交给账号"));
    owner_->setAccessibleName(tr("转交给账号"));
    owner_->setPlaceholderText(tr("对方的登录账号"));
    name_field();
    if (said_ && said_().isEmpty()) said_ = {};  // what was in the way has gone since
    if (said_) tell(said_());
    refresh();
  });
}

void ActPanel::refresh() {
  if (shown_ != centre_.opened()) {
    put_by();
    shown_ = centre_.opened();
    said_ = {};
    refusal_->set(Family::high, {});
    const QSignalBlocker quiet(field_);
    field_->setPlainText(shown_ ? centre_.draft(*shown_) : QString());
    owner_->clear();
    const auto entry = centre_.entry();
    if (!take_up()) choose(entry && entry->alert.acknowledged ? Act::resolve : Act::acknowledge);
    return;
  }
  refresh_buttons();
}

void ActPanel::put_by() {
  if (!shown_) return;
  std::erase_if(begun_, [this](const auto& each) { return each.first == *shown_; });
  const bool typed = !owner_->text().isEmpty() || !field_->toPlainText().isEmpty();
  if (!typed) return;
  begun_.emplace_back(*shown_, Begun{act_, shelf_->current(), owner_->text()});
  if (begun_.size() > kBegun) begun_.erase(begun_.begin());
}

bool ActPanel::take_up() {
  const auto at = std::ranges::find_if(begun_, [this](const auto& each) { return each.first == shown_; });
  if (!shown_ || at == begun_.end()) return false;
  const auto begun = at->second;
  begun_.erase(at);
  shelf_->set_current(begun.shelf);
  owner_->setText(begun.owner);
  choose(begun.act);
  return true;
}

void ActPanel::name_field() {
  switch (act_) {
    case Act::acknowledge:
      return label_->setText(tr("确认说明（必填，写入审计）"));
    case Act::resolve:
      return label_->setText(tr("处置措施（必填，写入审计）"));
    case Act::shelve:
      return label_->setText(tr("搁置原因（必填，写入审计）"));
    case Act::assign:
      return;
  }
}

void ActPanel::choose(Act act) {
  act_ = act;
  name_field();
  shelf_row_->setVisible(act == Act::shelve);
  owner_row_->setVisible(act == Act::assign);
  label_->setVisible(act != Act::assign);
  field_->setVisible(act != Act::assign);
  refresh_buttons();
}

/// Why this act makes no sense now; empty when it does.
QString ActPanel::why_not(Act act) const {
  const auto entry = centre_.entry();
  if (!entry) return tr("先选中一条告警");
  if (!centre_.rights().act) return tr("您的角色只能查看告警。如需处理，请联系值班风控或主管。");
  if (centre_.busy()) return tr("上一步正在提交");
  const auto& alert = entry->alert;
  switch (act) {
    case Act::acknowledge:
      return alert.acknowledged ? tr("本次触发已有人确认") : QString();
    case Act::resolve:
      if (!alert.acknowledged) return tr("先按 A 确认知晓，再记处置完成");
      return alert.resolved ? tr("本次触发已记为处置完成") : QString();
    case Act::shelve:
      if (alert.suppression == Suppression::by_design) return tr("已按设计抑制，不需要搁置");
      return alert.suppression == Suppression::out_of_service ? tr("规则已停用，不需要搁置") : QString();
    case Act::assign:
      return {};
  }
  return {};
}

void ActPanel::refresh_buttons() {
  const auto entry = centre_.entry();
  const bool shelved = entry && entry->alert.suppression == Suppression::shelved;
  const bool acknowledged = entry && entry->alert.acknowledged;
  const bool resolved = entry && entry->alert.resolved;
  const std::array words{acknowledged ? tr("已确认") : tr("确认知晓"), resolved ? tr("已处置") : tr("处置完成"),
                         shelved ? tr("取消搁置") : tr("搁置"), tr("转交")};
  for (std::size_t i = 0; i < buttons_.size(); ++i) {
    auto* button = buttons_[i];
    const auto act = static_cast<Act>(i);
    const auto why = why_not(act);
    button->setText(words[i]);
    button->setAccessibleName(words[i]);
    button->setEnabled(why.isEmpty());
    button->setToolTip(why);
    button->setAccessibleDescription(why);
    const auto kind = act == act_ && why.isEmpty() ? QStringLiteral("primary") : QString();
    if (button->property("kind").toString() != kind) {
      button->setProperty("kind", kind);
      button->style()->unpolish(button);
      button->style()->polish(button);
    }
  }
  const auto longest = centre_.rights().longest_shelf;
  for (std::size_t i = 0; i < kShelves.size(); ++i) shelf_->set_enabled(static_cast<int>(i), kShelves[i] <= longest);
  const bool may = entry && centre_.rights().act;
  field_->setEnabled(may);
  if (said_waiting_ && entry && !entry->queued_at) {  // what waited here has been sent, or was withdrawn
    said_ = {};
    said_waiting_ = false;
  }
  if (said_) return;
  if (entry && !centre_.rights().act) {
    tell(why_not(act_));
  } else if (act_ == Act::shelve && shelved) {
    tell(tr("按 S 提前结束搁置，告警立即回到列表。"));
  } else {
    tell(
        tr("确认知晓＝已看到并负责，到时（默认 30 分钟）未记处置将自动取消；处置完成＝写下做了什么。都不代表已恢复。"));
  }
}

QString ActPanel::missing() const {
  if (act_ == Act::assign)
    return owner_->text().trimmed().isEmpty() ? tr("请先填写对方的登录账号，再按 Enter 转交。") : QString();
  const auto text = field_->toPlainText().trimmed();
  if (text.isEmpty()) return tr("请先写下说明，再按 Ctrl+Enter 提交。");
  const auto over = static_cast<int>(text.toUcs4().size()) - models::kAlertTextLongest;
  return over > 0 ? tr("说明超出 %n 个字，请缩短后再提交。", nullptr, over) : QString();
}

void ActPanel::begin(Act act) {
  if (!why_not(act).isEmpty()) return say([this, act] { return why_not(act); });
  const auto entry = centre_.entry();
  if (act == Act::shelve && entry->alert.suppression == Suppression::shelved) {
    act_ = act;
    return centre_.act(AlertAct::unshelved, {});
  }
  const bool ready = act == act_;
  if (!ready) choose(act);
  said_ = {};
  // The first key chooses; it sends only what is whole and was meant for this act.
  if (ready && missing().isEmpty()) return submit();
  focus_field();
  say([what = missing().isEmpty(), this] { return what ? tr("核对内容后按 Ctrl+Enter 提交。") : missing(); });
}

void ActPanel::focus_field() {
  if (act_ == Act::assign) return owner_->setFocus(Qt::ShortcutFocusReason);
  field_->setFocus(Qt::ShortcutFocusReason);
  field_->moveCursor(QTextCursor::End);
}

std::optional<Timestamp> ActPanel::shelf_end() const {
  // A minute less than the role's limit: the hub counts from when the wish arrives.
  const auto chosen = kShelves.at(static_cast<std::size_t>(std::max(0, shelf_->current())));
  return centre_.clock().now() + chosen - (chosen == centre_.rights().longest_shelf ? 1min : 0min);
}

void ActPanel::submit() {
  if (!why_not(act_).isEmpty()) return say([this] { return why_not(act_); });
  if (!missing().isEmpty()) {
    focus_field();
    return say([this] { return missing(); });
  }
  refusal_->set(Family::high, {});
  const auto text = field_->toPlainText();
  switch (act_) {
    case Act::acknowledge:
      return centre_.act(AlertAct::acknowledged, text);
    case Act::resolve:
      return centre_.act(AlertAct::resolved, text);
    case Act::shelve:
      return centre_.act(AlertAct::shelved, text, shelf_end());
    case Act::assign:
      return centre_.act(AlertAct::assigned, {}, {}, owner_->text());
  }
}

void ActPanel::tell(const QString& text) {
  note_->setText(text);
  note_->setAccessibleName(text);
}

void ActPanel::say(Words words) {
  said_ = std::move(words);
  said_waiting_ = false;
  tell(said_());
  QAccessibleEvent event(note_, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void ActPanel::told_done(const models::AlertDone& done, AlertAct act) {
  if (centre_.opened() != done.alert.id) return;  // the person reads another one by now
  refusal_->set(Family::high, {});
  if (act != AlertAct::assigned) {
    const QSignalBlocker quiet(field_);
    field_->clear();
  } else {
    owner_->clear();
  }
  choose(done.alert.acknowledged ? Act::resolve : Act::acknowledge);
  say([number = models::alert_number(done.alert), queued = done.queued_at, at = done.alert.changed_at, act] {
    return queued ? tr("%1：已存在本机，联网后提交，%2。").arg(number, models::clock_text(*queued))
                  : tr("%1：%2，%3。", "number, what was done, time")
                        .arg(number, models::done_text(act), models::clock_text(at));
  });
  said_waiting_ = done.queued_at.has_value();
  Q_EMIT left();
}

void ActPanel::told_refused(const models::AlertRefusal& refusal, AlertAct act) {
  said_ = {};
  refusal_->set(refusal.kind == models::AlertRefusal::Kind::internal ? Family::crit : Family::high,
                models::refusal_text(refusal, act));
  refresh_buttons();
}

bool ActPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
      submit();
      return true;
    }
    if (key->key() == Qt::Key_Escape) {
      Q_EMIT left();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace guardline::ui
