// Fills the panel of "why?". SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/why_panel.h"

#include "models/investor/desk_model.h"
#include "models/investor/entry_words.h"
#include "models/investor/why_words.h"
#include "models/live/words.h"
#include "ui/investor/look_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/list_keys.h"
#include "ui/widgets/table_copy.h"
#include "ui/widgets/wait_line.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {
namespace {

constexpr int kMostLines = 8;  // of the record at once; the rest scrolls

}  // namespace

WhyPanel::WhyPanel(Theme& theme, models::DeskModel& desk, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      desk_(desk),
      card_(new Card(theme, this, 36)),
      close_(new QPushButton(card_)),
      hint_(make_text("hint", card_)),
      body_name_(make_label("label", card_)),
      body_(make_text("small", card_)),
      record_name_(make_label("label", card_)),
      record_(new QTableWidget(card_)),
      fault_(make_text("fault", card_)),
      retry_(new KeyButton(theme, QStringLiteral("F5"), card_)),
      wait_(new WaitLine(theme, {}, card_)),
      text_(theme, this) {
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(card_);
  close_->setProperty("kind", QStringLiteral("eye"));
  close_->setCursor(Qt::PointingHandCursor);
  card_->add_head(close_);
  auto* column = card_->body();
  column->setContentsMargins(12, 1, 12, 10);
  column->setSpacing(8);
  column->addWidget(wait_);
  column->addWidget(hint_);
  column->addWidget(fault_);
  column->addWidget(retry_, 0, Qt::AlignLeft);
  retry_->setProperty("kind", QStringLiteral("small"));
  for (auto& sentence : sentences_) sentence = add_sentence(column);
  column->addWidget(body_name_);
  column->addWidget(body_);
  column->addWidget(record_name_);
  column->addWidget(record_);
  record_->setColumnCount(2);
  record_->setSelectionBehavior(QAbstractItemView::SelectRows);
  record_->setSelectionMode(QAbstractItemView::SingleSelection);
  record_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  record_->setTabKeyNavigation(false);
  record_->setShowGrid(false);
  record_->setFrameShape(QFrame::NoFrame);
  record_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  record_->horizontalHeader()->hide();
  record_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
  record_->verticalHeader()->hide();
  copy_rows_on_key(record_);
  steer_by_letters(record_);
  record_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  connect(close_, &QPushButton::clicked, this, &WhyPanel::closed);
  connect(retry_, &QPushButton::clicked, &desk_, &models::DeskModel::retry);
  connect(&desk_, &models::DeskModel::changed, this, &WhyPanel::show_state);
  text_([this] {
    close_->setFixedSize(theme_.px(24), theme_.px(24));
    close_->setIcon(icon(QStringLiteral("x"), theme_.color(Token::text_2)));
    close_->setAccessibleName(tr("关闭原因说明"));
    retry_->setText(tr("重试"));
    retry_->setAccessibleName(tr("重新读取原因"));
    record_->setFont(theme_.font(12));
    record_->setAccessibleName(tr("全部状态变更"));
    hint_->setText(tr("选中一条记录，按 W 或 Enter 查看：发生了什么、意味着什么、下一步做什么。"));
    body_name_->setText(tr("内容开头"));
    show_state();
  });
}

WhyPanel::Sentence WhyPanel::add_sentence(QVBoxLayout* column) {
  Sentence made{.row = new QWidget(card_), .mark = nullptr, .name = nullptr, .text = nullptr};
  auto* row = new QHBoxLayout(made.row);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  made.mark = new ShapeMark(theme_, Shape::low, 15, made.row);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  made.name = make_label("smallstrong", made.row);
  made.text = make_text("secondary", made.row);
  words->addWidget(made.name);
  words->addWidget(made.text);
  row->addWidget(made.mark, 0, Qt::AlignTop);
  row->addLayout(words, 1);
  column->addWidget(made.row);
  return made;
}

void WhyPanel::show_state() {
  using State = models::DeskModel::Why;
  const auto state = desk_.why_state();
  const auto* answer = state == State::ready && desk_.why() ? &*desk_.why() : nullptr;
  const models::DeliveryTrack* track = nullptr;
  if (answer != nullptr) {
    for (const auto& each : answer->message.deliveries) {
      if (each.id == answer->delivery_id) track = &each;
    }
  }
  wait_->set(state == State::asking && !desk_.waits_for_step_up(), false);
  const bool entry = state == State::none && desk_.entry_read();
  hint_->setVisible(state == State::none && !entry);
  close_->setVisible(state != State::none || entry);
  fault_->setVisible(state == State::failed);
  retry_->setVisible(state == State::failed);
  if (state == State::failed && desk_.why_error())
    fault_->setText(words_of(*desk_.why_error(), desk_.session().clock().now()));
  for (const auto& sentence : sentences_) sentence.row->setVisible(track != nullptr);
  for (auto* part : {static_cast<QWidget*>(body_name_), static_cast<QWidget*>(body_)})
    part->setVisible(track != nullptr && !answer->message.text.isEmpty());
  record_name_->setVisible(track != nullptr);
  record_->setVisible(track != nullptr && !answer->steps.empty());
  if (entry) return show_entry(*desk_.entry_read());
  if (track == nullptr) {
    card_->set_title(tr("为什么"));
    return;
  }
  body_name_->setText(tr("内容开头"));
  const auto words = models::why_words(*track, answer->message);
  card_->set_title(words.title, QStringLiteral("%1 %2").arg(models::channel_short_name(track->channel),
                                                            models::clock_text(track->planned_at)));
  const auto set = [](const Sentence& sentence, Shape shape, const QString& name, const QString& text) {
    sentence.mark->set(shape);
    sentence.name->setText(name);
    sentence.text->setText(text);
    sentence.row->setVisible(!text.isEmpty());
  };
  const bool skipped = track->state == DeliveryState::suppressed || track->state == DeliveryState::cancelled;
  set(sentences_[0], words.bad ? Shape::failed : skipped ? Shape::sup : Shape::low, tr("发生了什么"), words.happened);
  set(sentences_[1], Shape::low, tr("意味着什么"), words.means);
  set(sentences_[2], Shape::done, tr("已替代送达"), words.elsewhere);
  set(sentences_[3], Shape::med, tr("下一步"), words.next);
  body_->setText(answer->message.text);
  show_steps(*answer);
}

void WhyPanel::show_entry(const models::HistoryEntry& entry) {
  const auto who = entry.author.isEmpty() ? QString() : QStringLiteral("　") + entry.author;
  card_->set_title(entry.kind == EntryKind::call ? tr("通话小结") : tr("备注"),
                   models::clock_text(entry.planned_at) + who);
  body_name_->setText(entry.call ? models::call_title(*entry.call) : tr("全文"));
  body_name_->show();
  body_->setText(entry.text.isEmpty() ? tr("没有写小结。") : entry.text);
  body_->show();
}

void WhyPanel::show_steps(const models::DeliveryWhy& why) {
  record_name_->setText(tr("全部状态变更 %n 项", nullptr, static_cast<int>(why.steps.size())));
  const int count = static_cast<int>(why.steps.size());
  const int high = theme_.px(24);
  record_->verticalHeader()->setMinimumSectionSize(high);
  record_->verticalHeader()->setDefaultSectionSize(high);
  record_->setRowCount(count);
  for (int row = 0; row < count; ++row) {
    const auto& step = why.steps[static_cast<std::size_t>(row)];
    auto* at = new QTableWidgetItem(models::clock_text(step.occurred_at));
    at->setForeground(theme_.color(Token::text_3));
    auto* what = new QTableWidgetItem(models::step_text(step));
    what->setToolTip(tr("得知于 %1").arg(models::clock_text(step.recorded_at)));
    record_->setItem(row, 0, at);
    record_->setItem(row, 1, what);
  }
  record_->setColumnWidth(0, theme_.px(68));
  // A line that breaks is higher.
  record_->resizeRowsToContents();
  int all = 2;
  for (int row = 0; row < std::min(count, kMostLines); ++row) all += record_->rowHeight(row);
  record_->setFixedHeight(std::max(all, high));
  if (count > 0 && record_->currentRow() < 0) record_->setCurrentCell(0, 1);
}

}  // namespace guardline::ui
