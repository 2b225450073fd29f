// Lease, queue, what works and what does not, conflicts. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offline/offline_panel.h"

#include "models/offline/words.h"
#include "ui/offline/conflict_card.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/modal_sheet.h"
#include "ui/widgets/shapes.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {
namespace {

constexpr int kWidth = 342;
constexpr int kBar = 52;     // the shell's top bar
constexpr int kStatus = 26;  // and its status bar

/// 71:59 of 72:00 is a full bar; the tick is where it begins to warn.
constexpr auto kWarned = std::chrono::hours(8);

QString icon_of(AlertAct act) {
  switch (act) {
    case AlertAct::assigned:
      return QStringLiteral("person");
    case AlertAct::shelved:
      return QStringLiteral("shelf");
    default:
      return QStringLiteral("check");
  }
}

QWidget* rule(QWidget* parent) { return make_rule(false, parent); }

}  // namespace

OfflinePanel::OfflinePanel(Theme& theme, models::OfflineGateway& gateway, QWidget* window)
    : QFrame(window),
      theme_(theme),
      gateway_(gateway),
      title_(make_label("h2", this)),
      close_(new KeyButton(theme, QStringLiteral("Esc"), this)),
      scroll_(new QScrollArea(this)),
      lease_(new Card(theme, this)),
      lease_time_(make_label("strong", lease_)),
      lease_unit_(make_label("hint", lease_)),
      lease_note_(make_text("hint", lease_)),
      lease_trouble_(make_text("small", lease_)),
      meter_(new Meter(theme, false, lease_)),
      rebuild_(new QPushButton(lease_)),
      people_(make_text("small", lease_)),
      list_(new QPushButton(lease_)),
      queue_(new Card(theme, this)),
      queue_message_(make_text("small", queue_)),
      conflicts_(new Card(theme, this)),
      may_(new Card(theme, this)),
      texts_(theme, this) {
  setProperty("kind", QStringLiteral("sidepanel"));
  hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12));
  column->setSpacing(theme.px(8));
  close_->setProperty("kind", QStringLiteral("small"));
  auto* head = new QHBoxLayout;
  head->addWidget(title_);
  head->addStretch(1);
  head->addWidget(close_);
  column->addLayout(head);
  auto* inside = new QWidget(scroll_);
  auto* cards = new QVBoxLayout(inside);
  cards->setContentsMargins(0, 0, 0, 0);
  cards->setSpacing(theme.px(12));
  for (auto* card : {lease_, conflicts_, queue_, may_}) cards->addWidget(card);
  cards->addStretch(1);
  scroll_->setWidget(inside);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  inside->setObjectName(QStringLiteral("scrolled"));
  column->addWidget(scroll_, 1);

  lease_->add_head(lease_time_);
  lease_->add_head(lease_unit_);
  meter_->set_token(Token::high);
  for (QWidget* part :
       {static_cast<QWidget*>(meter_), static_cast<QWidget*>(lease_note_), static_cast<QWidget*>(lease_trouble_)}) {
    lease_->body()->addWidget(part);
  }
  lease_->body()->addWidget(rebuild_, 0, Qt::AlignLeft);
  auto* held = new QHBoxLayout;
  held->setSpacing(theme.px(8));
  held->addWidget(people_, 1);
  held->addWidget(list_, 0, Qt::AlignTop);
  lease_->body()->addLayout(held);
  list_->setProperty("kind", QStringLiteral("link"));
  list_->setCursor(Qt::PointingHandCursor);
  connect(list_, &QPushButton::clicked, this, [this] {
    shut();
    Q_EMIT people_wanted();
  });
  queue_->body()->addWidget(queue_message_);
  queue_message_->hide();
  connect(close_, &QPushButton::clicked, this, &OfflinePanel::shut);
  connect(rebuild_, &QPushButton::clicked, this, [this] { gateway_.rebuild(); });
  window->installEventFilter(this);
  texts_([this] {
    setAccessibleName(tr("离线工作"));
    title_->setText(tr("离线工作"));
    lease_unit_->setText(tr("时:分"));
    close_->setText(tr("关闭"));
    close_->setAccessibleName(tr("关闭离线工作"));
    rebuild_->setText(tr("重建副本"));
    list_->setText(tr("列出"));
    list_->setAccessibleName(tr("列出副本里的投资者"));
    list_->setToolTip(tr("关注的在前；每一位都写入审计"));
    lease_->set_title(tr("离线租约"));
    conflicts_->set_title(tr("冲突"), tr("逐项选择"));
    may_->set_title(tr("离线时可以做什么"));
    fill();
  });
}

void OfflinePanel::show_state(const models::OfflineState& state) {
  const auto text_of = [](const models::QueuedAct& act) {
    return act.wish ? act.wish->text : act.entry ? act.entry->text : QString();
  };
  const bool same_lists = state.queue.size() == state_.queue.size() &&
                          std::ranges::equal(state.queue, state_.queue,
                                             [&](const auto& a, const auto& b) {
                                               return a.id == b.id && a.sending == b.sending &&
                                                      a.step_up == b.step_up && text_of(a) == text_of(b);
                                             }) &&
                          std::ranges::equal(state.conflicts, state_.conflicts,
                                             [](const auto& a, const auto& b) { return a.id == b.id; }) &&
                          state.others == state_.others;
  state_ = state;
  if (!isVisible()) return;
  // Rows stay where the focus is while only the lease runs.
  if (same_lists && rows_ != nullptr) return fill_lease();
  fill();
}

void OfflinePanel::fill_lease() {
  const auto& vault = state_.vault;
  const auto waiting = state_.queue.size() + state_.others;
  lease_time_->setText(vault.open ? models::lease_text(vault.lease_left) : QStringLiteral("—"));
  lease_time_->setAccessibleName(tr("租约剩余（时:分）%1").arg(lease_time_->text()));
  const auto whole = static_cast<double>(vault.lease_length.count());
  meter_->set_tick(whole > 0 ? static_cast<double>(Micros(kWarned).count()) / whole : -1);
  meter_->set(whole > 0 ? static_cast<double>(vault.lease_left.count()) / whole : 0);
  meter_->setVisible(vault.open);
  lease_unit_->setVisible(vault.open);
  const auto warning = models::lease_warning_text(vault.lease_left);
  auto note = warning.isEmpty() ? tr("剩 8 小时、1 小时各提醒。改系统时间不会延长。") : warning;
  if (vault.clock_set_back) note += QLatin1Char('\n') + tr("系统时间被调回过，租约未因此延长。");
  lease_note_->setText(note);
  lease_note_->setVisible(vault.open);
  const auto trouble = vault.open      ? QString()
                       : vault.trouble ? models::vault_trouble_text(*vault.trouble, waiting)
                                       : models::vault_trouble_text(models::VaultTrouble::absent, waiting);
  lease_trouble_->setText(trouble);
  lease_trouble_->setVisible(!trouble.isEmpty());
  people_->setText(tr("副本有 %1 位投资者，其中关注 %2 位。").arg(vault.people).arg(vault.followed));
  people_->setVisible(vault.open);
  // With a hub one looks there; the copy is read only without.
  list_->setVisible(vault.open && state_.away && vault.people > 0);
  rebuild_->setVisible(vault.trouble && models::can_rebuild(*vault.trouble));
  rebuild_->setEnabled(!state_.away);
}

void OfflinePanel::fill() {
  fill_lease();
  fill_queue();
  fill_conflicts();
  fill_may();
}

void OfflinePanel::fill_may() {
  delete lines_;
  lines_ = new QWidget(may_);
  auto* column = new QVBoxLayout(lines_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(theme_.px(6));
  // The mark says it by its shape; who can't see it hears it in words.
  const auto line = [&](const QString& text, const QString& said, ui::Shape shape) {
    auto* row = new QHBoxLayout;
    row->setSpacing(theme_.px(8));
    row->addWidget(new ShapeMark(theme_, shape, 14, lines_), 0, Qt::AlignTop);
    auto* words = make_text("small", lines_);
    words->setText(text);
    words->setAccessibleName(said);
    row->addWidget(words, 1);
    column->addLayout(row);
  };
  for (const auto& text : models::offline_can()) line(text, tr("可以：%1").arg(text), ui::Shape::done);
  for (const auto& text : models::offline_cannot()) line(text, tr("须联网：%1").arg(text), ui::Shape::failed);
  may_->body()->addWidget(lines_);
}

void OfflinePanel::fill_queue() {
  delete rows_;
  rows_ = new QWidget(queue_);
  auto* column = new QVBoxLayout(rows_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(theme_.px(8));
  queue_->set_title(tr("待同步"), tr("%n 项，按顺序提交，内容已加密", nullptr, static_cast<int>(state_.queue.size())));
  for (const auto& act : state_.queue) {
    if (column->count() > 0) column->addWidget(rule(rows_));
    column->addWidget(queue_row(act));
  }
  if (state_.others > 0) {
    auto* others = make_text("hint", rows_);
    others->setText(tr("另有 %n 项属于本机的其他人，等他们登录后提交。", nullptr, static_cast<int>(state_.others)));
    column->addWidget(others);
  }
  if (state_.queue.empty()) {
    auto* none = make_text("hint", rows_);
    none->setText(tr("没有等待提交的操作。"));
    column->addWidget(none);
  }
  queue_->body()->addWidget(rows_);
}

QWidget* OfflinePanel::queue_row(const models::QueuedAct& act) {
  auto* row = new QWidget(rows_);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(theme_.px(8));
  line->addWidget(new IconLabel(theme_, icon_of(act.act), Token::text_2, 16, row), 0, Qt::AlignTop);
  auto* words = new QVBoxLayout;
  words->setSpacing(theme_.px(2));
  auto* title = make_text("smallstrong", row);
  title->setText(models::queued_title(act));
  words->addWidget(title);
  if (const auto said = models::queued_text(act); !said.isEmpty()) {
    auto* text = make_text("small", row);
    text->setText(said);
    words->addWidget(text);
  }
  auto* note = make_text("hint", row);
  note->setText(models::queued_note(act));
  words->addWidget(note);
  line->addLayout(words, 1);
  const auto button = [&](const QString& text, auto call) {
    auto* made = new QPushButton(text, row);
    made->setProperty("kind", QStringLiteral("link"));
    made->setCursor(Qt::PointingHandCursor);
    made->setToolTip(act.sending ? tr("正在提交，不能再改") : QString());
    made->setAccessibleName(tr("%1：%2").arg(text, models::queued_title(act)));
    made->setEnabled(!act.sending);
    connect(made, &QPushButton::clicked, this, call);
    line->addWidget(made, 0, Qt::AlignTop);
  };
  const bool editable = (act.wish && !act.wish->text.isEmpty()) || (act.entry && !act.entry->text.isEmpty());
  if (editable) button(tr("改"), [this, act] { edit(act); });
  button(tr("撤回"), [this, id = act.id] {
    gateway_.withdraw(id, [self = QPointer(this)](std::optional<models::QueueTrouble> trouble) {
      if (self) self->tell(trouble);
    });
  });
  return row;
}

void OfflinePanel::tell(std::optional<models::QueueTrouble> trouble) {
  queue_message_->setText(trouble ? models::queue_trouble_text(*trouble) : QString());
  queue_message_->setVisible(trouble.has_value());
}

void OfflinePanel::edit(const models::QueuedAct& act) {
  auto* sheet = new ModalSheet(theme_, window(), 460);
  sheet->setAttribute(Qt::WA_DeleteOnClose);
  sheet->setAccessibleName(models::queued_title(act));
  auto* inside = new QVBoxLayout;
  inside->setContentsMargins(20, 14, 20, 16);
  inside->setSpacing(10);
  auto* title = make_label("h2", sheet);
  title->setText(models::queued_title(act));
  auto* note = make_text("hint", sheet);
  note->setText(models::queued_note(act));
  auto* text = new QPlainTextEdit(act.wish ? act.wish->text : act.entry->text, sheet);
  text->setTabChangesFocus(true);
  text->setFixedHeight(theme_.px(112));
  text->setAccessibleName(tr("改后的说明"));
  auto* row = new QHBoxLayout;
  auto* cancel = new QPushButton(tr("取消"), sheet);
  auto* save = new QPushButton(tr("保存修改"), sheet);
  save->setProperty("kind", QStringLiteral("primary"));
  for (auto* each : {cancel, save}) each->setAccessibleName(each->text());
  row->addStretch(1);
  row->addWidget(cancel);
  row->addWidget(save);
  row->setSpacing(8);
  inside->addWidget(title);
  inside->addWidget(note);
  inside->addWidget(text);
  inside->addLayout(row);
  sheet->column()->addLayout(inside);
  const auto longest = act.wish ? models::kAlertTextLongest : models::kNoteLongest;
  const auto check = [text, save, longest] {
    const auto said = text->toPlainText().trimmed();
    save->setEnabled(!said.isEmpty() && said.toUcs4().size() <= longest);
    save->setToolTip(save->isEnabled() ? QString() : tr("说明不能为空，最多 %1 字").arg(longest));
  };
  connect(text, &QPlainTextEdit::textChanged, sheet, check);
  connect(cancel, &QPushButton::clicked, sheet, &QDialog::reject);
  connect(save, &QPushButton::clicked, sheet, [this, sheet, text, id = act.id] {
    gateway_.edit(id, text->toPlainText().trimmed(),
                  [self = QPointer(this)](std::optional<models::QueueTrouble> trouble) {
                    if (self) self->tell(trouble);
                  });
    sheet->accept();
  });
  check();
  sheet->open();
  text->setFocus();
  text->moveCursor(QTextCursor::End);
}

void OfflinePanel::fill_conflicts() {
  delete pairs_;
  pairs_ = new QWidget(conflicts_);
  auto* column = new QVBoxLayout(pairs_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(theme_.px(10));
  for (const auto& conflict : state_.conflicts) {
    if (column->count() > 0) column->addWidget(rule(pairs_));
    auto* card = new ConflictCard(theme_, conflict, pairs_);
    // After the click has run its course: the card goes with the conflict.
    connect(
        card, &ConflictCard::chosen, this, [this, id = conflict.id](bool mine) { gateway_.resolve_conflict(id, mine); },
        Qt::QueuedConnection);
    column->addWidget(card);
  }
  conflicts_->body()->addWidget(pairs_);
  conflicts_->setVisible(!state_.conflicts.empty());
}

void OfflinePanel::stand_below(QWidget* banner) {
  banner_ = banner;
  banner->installEventFilter(this);
}

void OfflinePanel::open() {
  if (!isVisible()) opener_ = QApplication::focusWidget();
  fill();
  stand();
  show();
  raise();
  close_->setFocus();
}

void OfflinePanel::shut() {
  hide();
  if (opener_) opener_->setFocus();
  opener_.clear();
}

void OfflinePanel::stand() {
  const auto* window = parentWidget();
  const int width = std::min(theme_.px(kWidth) + 24, window->width());
  int top = theme_.px(kBar);
  if (banner_ && banner_->isVisible()) {
    const auto* place = banner_->parentWidget();
    top = std::max(top, place->mapTo(window, QPoint(0, place->height())).y());
  }
  setGeometry(window->width() - width, top, width, std::max(0, window->height() - top - theme_.px(kStatus)));
}

void OfflinePanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return shut();
  QFrame::keyPressEvent(event);
}

bool OfflinePanel::eventFilter(QObject* watched, QEvent* event) {
  const bool moved = watched == parentWidget() ? event->type() == QEvent::Resize
                                               : event->type() == QEvent::Resize || event->type() == QEvent::Move ||
                                                     event->type() == QEvent::Show || event->type() == QEvent::Hide;
  // After the layout has run: the banner's place is not known before.
  if (moved && isVisible()) QMetaObject::invokeMethod(this, &OfflinePanel::stand, Qt::QueuedConnection);
  return QFrame::eventFilter(watched, event);
}

}  // namespace guardline::ui
