// Investors: how the page is put together. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/entry_panel.h"
#include "ui/investor/filter_bar.h"
#include "ui/investor/health_card.h"
#include "ui/investor/investor_page.h"
#include "ui/investor/person_card.h"
#include "ui/investor/person_list.h"
#include "ui/investor/skeleton.h"
#include "ui/investor/timeline_view.h"
#include "ui/investor/why_panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/wait_line.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace guardline::ui {

using models::DeskModel;

InvestorPage::InvestorPage(Theme& theme, models::InvestorGateway& gateway, models::SessionModel& session,
                           StepUp& step_up, models::DraftBook& drafts, InvestorRights rights, QWidget* parent)
    : Page(parent),
      theme_(theme),
      session_(session),
      step_up_(step_up),
      rights_(rights),
      desk_(gateway, session, drafts),
      text_(theme, this) {
  setObjectName(QStringLiteral("page"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(make_left());
  row->addWidget(make_middle(), 1);
  row->addWidget(make_right());
  setFocusProxy(search_);
  connect(&desk_, &DeskModel::changed, this, &InvestorPage::show_state);
  connect(&desk_, &DeskModel::step_up_needed, this, &InvestorPage::ask_step_up);
  connect(&session_, &models::SessionModel::connection_changed, this, &InvestorPage::show_state);
  connect(&session_, &models::SessionModel::step_up_changed, this, &Page::headline_changed);
  connect(wait_, &WaitLine::stage_changed, this, &InvestorPage::show_lines);
  connect(wait_, &WaitLine::stop_wanted, &desk_, &DeskModel::cancel);
  text_([this] { show_state(); });
}

QWidget* InvestorPage::make_left() {
  auto* left = make_frame("column", this);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 1, 0);
  column->setSpacing(0);
  auto* top = new QWidget(left);
  auto* inside = new QVBoxLayout(top);
  inside->setContentsMargins(12, 10, 12, 10);
  inside->setSpacing(8);
  search_ = new QLineEdit(top);
  search_->setProperty("kind", QStringLiteral("search"));
  search_->setMaxLength(254);
  search_->setClearButtonEnabled(true);
  search_->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
  auto* glass = search_->addAction(QIcon(), QLineEdit::LeadingPosition);
  problem_ = make_text("fault", top);
  problem_->hide();
  found_ = make_label("smallstrong", top);
  inside->addWidget(search_);
  inside->addWidget(problem_);
  inside->addWidget(found_);
  local_ = new QPushButton(top);
  local_->setProperty("kind", QStringLiteral("small"));
  inside->addWidget(local_);
  connect(local_, &QPushButton::clicked, &desk_, &DeskModel::list_local);
  column->addWidget(top);
  column->addWidget(make_rule(false, left));
  matches_ = new PersonList(theme_, PersonList::Kind::card, left);
  column->addWidget(matches_, 100);  // as high as its people, the rest is empty
  looked_name_ = make_label("hint", left);
  looked_name_->setContentsMargins(12, 10, 12, 4);
  looked_ = new PersonList(theme_, PersonList::Kind::line, left);
  column->addWidget(looked_name_);
  column->addWidget(looked_);
  column->addStretch(1);
  column->addWidget(make_rule(false, left));
  rule_ = make_text("hint", left);
  rule_->setContentsMargins(12, 10, 12, 10);
  column->addWidget(rule_);
  connect(search_, &QLineEdit::returnPressed, this, &InvestorPage::submit);
  connect(search_, &QLineEdit::textEdited, this, [this] { problem_->hide(); });
  connect(matches_, &PersonList::chosen, &desk_, &DeskModel::open_match);
  connect(looked_, &PersonList::chosen, this, [this](int index) {
    const auto& all = desk_.looked_at();
    if (index >= 0 && index < static_cast<int>(all.size()))
      desk_.open_person(QString(all[static_cast<std::size_t>(index)].head.id));
  });
  text_([this, left, glass] {
    left->setFixedWidth(theme_.px(250));
    glass->setIcon(icon(QStringLiteral("search"), theme_.color(Token::text_2)));
    search_->setPlaceholderText(tr("手机号、邮箱、流水号"));
    search_->setAccessibleName(tr("检索投资者"));
    search_->setAccessibleDescription(tr("完整手机号、邮箱或流水号；姓名须附手机尾号"));
    matches_->setAccessibleName(tr("检索到的投资者"));
    looked_name_->setText(tr("本次登录已查看　[ 上一位　] 下一位"));
    looked_->setAccessibleName(tr("本次登录已查看的投资者"));
    local_->setText(tr("列出本机副本里的人"));
    local_->setAccessibleName(local_->text());
    local_->setToolTip(tr("关注的在前，其余最近打开的在前；每一位都写入审计"));
  });
  return left;
}

QWidget* InvestorPage::make_middle() {
  auto* middle = new QWidget(this);
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(14, 1, 14, 12);  // the bar of waiting keeps 3 px
  column->setSpacing(8);
  wait_ = new WaitLine(theme_, QStringLiteral("Esc"), middle);
  banner_ = new Banner(theme_, Family::high, middle);
  retry_ = new KeyButton(theme_, QStringLiteral("F5"), banner_);
  retry_->setProperty("kind", QStringLiteral("small"));
  banner_->add(retry_);
  connect(retry_, &QPushButton::clicked, this, &InvestorPage::retry);
  column->addWidget(wait_);
  column->addWidget(banner_);
  body_ = new QStackedWidget(middle);
  empty_ = new EmptyState(theme_, QStringLiteral("search"), body_);
  again_ = new KeyButton(theme_, QStringLiteral("F5"), empty_);
  empty_->add(again_);
  connect(again_, &QPushButton::clicked, this, &InvestorPage::retry);
  body_->addWidget(empty_);
  body_->addWidget(make_person());
  column->addWidget(body_, 1);
  text_([this] {
    retry_->setText(tr("重试"));
    retry_->setAccessibleName(tr("重新读取"));
  });
  return middle;
}

QWidget* InvestorPage::make_person() {
  auto* person = new QWidget(body_);
  auto* column = new QVBoxLayout(person);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  card_ = new PersonCard(theme_, desk_, rights_.reveal, person);
  filter_ = new FilterBar(theme_, person);
  column->addWidget(card_);
  column->addWidget(filter_);
  auto* frame = make_frame("card", person);
  auto* inside = new QVBoxLayout(frame);
  inside->setContentsMargins(1, 1, 1, 1);
  inside->setSpacing(0);
  lines_ = new QStackedWidget(frame);
  view_ = new TimelineView(theme_, desk_.timeline(), lines_);
  skeleton_ = new Skeleton(theme_, lines_);
  no_lines_ = new EmptyState(theme_, QStringLiteral("history"), lines_);
  lines_->addWidget(view_);
  lines_->addWidget(skeleton_);
  lines_->addWidget(no_lines_);
  inside->addWidget(lines_, 1);
  auto* foot = make_frame("cardfoot", frame);
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(12, 8, 12, 8);
  row->setSpacing(12);
  more_ = new KeyButton(theme_, QStringLiteral("End"), foot);
  more_->setProperty("kind", QStringLiteral("small"));
  shown_ = make_text("hint", foot);
  row->addWidget(more_);
  row->addWidget(shown_, 1);
  inside->addWidget(foot);
  column->addWidget(frame, 1);
  connect(filter_, &FilterBar::chosen, &desk_, &DeskModel::set_filter);
  connect(filter_, &FilterBar::left, this, [this] { view_->setFocus(); });
  connect(view_, &TimelineView::why_wanted, this, &InvestorPage::ask_why);
  connect(more_, &QPushButton::clicked, this, [this] { desk_.timeline().fetchMore({}); });
  text_([this] {
    card_->setAccessibleName(tr("投资者资料"));
    filter_->setAccessibleName(tr("筛选"));
    view_->setAccessibleName(tr("通信历史"));
    skeleton_->setAccessibleName(tr("正在读取通信历史"));
    more_->setText(tr("再取 30 条"));
    more_->setAccessibleName(tr("再取 30 条更早的记录"));
  });
  return person;
}

QWidget* InvestorPage::make_right() {
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* inside = new QWidget(scroll);
  inside->setObjectName(QStringLiteral("scrolled"));
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(0, 12, 14, 12);
  column->setSpacing(12);
  why_ = new WhyPanel(theme_, desk_, inside);
  entry_ = new EntryPanel(theme_, desk_, rights_.write, inside);
  health_ = new HealthCard(theme_, desk_, inside);
  column->addWidget(why_);
  column->addWidget(entry_);
  column->addWidget(health_);
  column->addStretch(1);
  scroll->setWidget(inside);
  right_ = scroll;
  connect(why_, &WhyPanel::closed, this, [this] {
    desk_.close_why();
    view_->setFocus();
  });
  connect(entry_, &EntryPanel::left, this, [this] { view_->setFocus(); });
  connect(entry_, &EntryPanel::opened, scroll, [this, scroll] {
    // After the layout knows how high the form is.
    QMetaObject::invokeMethod(
        scroll, [this, scroll] { scroll->ensureWidgetVisible(entry_); }, Qt::QueuedConnection);
  });
  text_([this] {
    why_->setAccessibleName(tr("为什么"));
    entry_->setAccessibleName(tr("操作"));
  });
  return right_;
}

}  // namespace guardline::ui
