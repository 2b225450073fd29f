// Investors: what is shown when. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/investor_page.h"

#include "models/live/words.h"
#include "ui/investor/entry_panel.h"
#include "ui/investor/filter_bar.h"
#include "ui/investor/health_card.h"
#include "ui/investor/look_words.h"
#include "ui/investor/person_card.h"
#include "ui/investor/person_list.h"
#include "ui/investor/skeleton.h"
#include "ui/investor/timeline_view.h"
#include "ui/investor/why_panel.h"
#include "ui/signin/session_words.h"
#include "ui/stepup/reason_text.h"
#include "ui/stepup/step_up.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/wait_line.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStyle>
#include <algorithm>

namespace guardline::ui {

using models::DeskModel;
using models::LookFailure;

InvestorPage::~InvestorPage() = default;

QString InvestorPage::title() const { return tr("投资者"); }

QString InvestorPage::context() const {
  if (!online()) {
    if (!desk_.as_of()) return tr("只能查到本机加密副本里的人");
    const auto at = clock_text(*desk_.as_of());
    return desk_.from_copy() ? tr("本机加密副本，截至 %1").arg(at) : tr("截至 %1，状态可能已变化").arg(at);
  }
  if (const auto step_up = session_.stepped_up()) return reason_text(step_up->reason);
  if (desk_.search_state() == DeskModel::Search::found)
    return tr("检索结果 %n 位", nullptr, static_cast<int>(desk_.matches().investors.size()));
  return {};
}

bool InvestorPage::online() const {
  // While the first answer is out nobody is called offline.
  using Line = models::Connection::State;
  return session_.connection().state == Line::online || session_.connection().state == Line::connecting;
}

Page::State InvestorPage::state() const {
  if (!online()) return State::offline;
  using Search = DeskModel::Search;
  using History = DeskModel::History;
  const auto failed = [](const std::optional<models::LookError>& error) {
    return error && error->failure == LookFailure::role ? State::denied : State::error;
  };
  if (desk_.search_state() == Search::asking || desk_.history_state() == History::asking) return State::loading;
  if (desk_.history_state() == History::failed) return failed(desk_.history_error());
  if (desk_.search_state() == Search::failed) return failed(desk_.search_error());
  if (desk_.head() == nullptr) return State::empty;
  return desk_.timeline().messages() == 0 ? State::empty : State::ready;
}

std::vector<KeyHelp> InvestorPage::keys() const {
  const bool open = desk_.head() != nullptr;
  const bool row = open && view_->current_row() >= 0 && !desk_.timeline().is_day(view_->current_row());
  return {{tr("在记录中查找；没有打开投资者时到检索框"), QStringLiteral("/"), Qt::Key_Slash, !open},
          {tr("为什么、全文"), QStringLiteral("W|Enter"), Qt::Key_W, row},
          {tr("写备注"), QStringLiteral("N"), Qt::Key_N},
          {tr("电话记录"), QStringLiteral("L"), Qt::Key_L},
          {tr("保存备注或电话记录"), QStringLiteral("Ctrl Enter")},
          {tr("只看一个渠道"), QStringLiteral("1|…|6")},
          {tr("仅未送达"), QStringLiteral("U"), Qt::Key_U},
          {tr("关注，或取消关注"), QStringLiteral("F"), Qt::Key_F},
          {tr("撤销刚才的关注或取消"), QStringLiteral("Ctrl Z"), Qt::CTRL | Qt::Key_Z},
          {tr("再取 30 条"), QStringLiteral("End")},
          {tr("看过的上一位"), QStringLiteral("["), Qt::Key_BracketLeft},
          {tr("看过的下一位"), QStringLiteral("]"), Qt::Key_BracketRight},
          {tr("关闭「为什么」，或不再等待"), QStringLiteral("Esc")}};
}

std::vector<QWidget*> InvestorPage::panes() const {
  std::vector<QWidget*> all{search_, matches_, looked_};
  if (desk_.head() != nullptr) {
    all.push_back(card_);
    all.push_back(filter_);
    all.push_back(view_);
    all.push_back(why_);
    all.push_back(entry_);
  }
  return all;
}

/// Its columns go up to the bar above; a banner there gets the gap that other pages have of their own.
void InvestorPage::outage_told_changed() {
  layout()->setContentsMargins(0, outage_told() ? 12 : 0, 0, 0);
  show_state();
}

void InvestorPage::retry() { desk_.retry(); }

void InvestorPage::show_subject(const QString& subject) {
  static const QString person = QStringLiteral("investor:");
  static const QString search = QStringLiteral("search:");
  if (subject == QLatin1String("local:")) return desk_.list_local();
  if (subject.startsWith(person)) return desk_.open_person(subject.mid(person.size()));
  if (!subject.startsWith(search)) return;
  search_->setText(subject.mid(search.size()));
  search_->setFocus(Qt::OtherFocusReason);
  submit();
}

void InvestorPage::submit() {
  // The masked words of the last search mean that search.
  if (!desk_.searched().isEmpty() && search_->text() == desk_.searched()) return desk_.search_again();
  const auto problem = desk_.search(search_->text());
  problem_->setText(problem ? words_of(*problem) : QString());
  problem_->setVisible(problem.has_value());
  search_->setProperty("fault", problem.has_value());
  search_->style()->unpolish(search_);
  search_->style()->polish(search_);
  if (problem) {
    QAccessibleEvent event(problem_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    return;
  }
  // Who stands behind sees a masked number.
  search_->setText(desk_.searched());
  search_->selectAll();
}

void InvestorPage::ask_step_up() {
  const auto& subject = desk_.step_up_subject();
  const StepUpWords words{
      .title = subject.search ? tr("检索投资者前请再次验证") : tr("打开通信历史前请再次验证"),
      .who = subject.who,
      .range = subject.search ? tr("检索结果，已遮蔽") : tr("短信、邮件、推送、公告、会话、电话的全部记录，已遮蔽")};
  step_up_.ask(this, words, [this](bool fresh) { fresh ? desk_.resume() : desk_.drop(); });
}

void InvestorPage::ask_why() {
  const auto delivery = view_->current_delivery();
  if (!delivery.isEmpty()) return desk_.ask_why(delivery);
  const int row = view_->current_row();
  if (row < 0 || desk_.timeline().is_day(row)) return;
  const auto* entry = desk_.timeline().entry(row);
  if (entry->kind != EntryKind::message) desk_.read_entry(*entry);
}

void InvestorPage::open_entry(EntryKind kind) {
  if (desk_.head() != nullptr) entry_->open(kind);
}

void InvestorPage::show_people() {
  std::vector<PersonList::Person> people;
  const auto* head = desk_.head();
  int open = -1;
  for (const auto& each : desk_.matches().investors) {
    if (head != nullptr && each.id == head->id) open = static_cast<int>(people.size());
    people.push_back({.head = each});
  }
  matches_->show_people(people, open);
  const bool found = desk_.search_state() == DeskModel::Search::found;
  matches_->setVisible(!people.empty());
  matches_->setMaximumHeight(theme_.px(76) * std::max(1, static_cast<int>(people.size())));
  found_->setVisible(found);
  const auto count = static_cast<int>(people.size());
  found_->setText(desk_.matches().more ? tr("%n 位以上，请加检索词", nullptr, count)
                                       : tr("%n 位投资者", nullptr, count));

  std::vector<PersonList::Person> looked;
  for (const auto& each : desk_.looked_at())
    looked.push_back({.head = each.head, .when = models::minute_text(each.at)});
  looked_->show_people(looked, desk_.current());
  looked_->setVisible(!looked.empty());
  looked_name_->setVisible(!looked.empty());
  // Not more than eight at once: the rest scrolls.
  looked_->setFixedHeight(theme_.px(28) * std::min(8, std::max(1, static_cast<int>(looked.size()))));
}

void InvestorPage::show_local() {
  const bool away = !online();
  local_->setVisible(away);
  local_->setEnabled(desk_.search_state() != DeskModel::Search::asking);
  rule_->setText(away ? tr("其他投资者须联网并二次验证后查询。")
                      : tr("仅按完整手机号、邮箱、流水号精确检索；姓名检索须附第二条件。"));
}

void InvestorPage::show_empty() {
  using Search = DeskModel::Search;
  again_->hide();
  const auto now = session_.clock().now();
  const bool person_failed = desk_.history_state() == DeskModel::History::failed;
  if (desk_.search_state() == Search::failed || person_failed) {
    const auto& error = person_failed ? desk_.history_error() : desk_.search_error();
    const auto failure = error ? error->failure : LookFailure::internal;
    empty_->set_icon(failure == LookFailure::step_up || failure == LookFailure::role ? QStringLiteral("lock")
                                                                                     : QStringLiteral("search"));
    empty_->set(failure == LookFailure::role      ? tr("您的角色不能查看通信历史")
                : failure == LookFailure::step_up ? tr("需要再次验证")
                                                  : tr("没有查到结果，因为请求没有完成"),
                error ? words_of(*error, now) : QString());
    again_->setText(failure == LookFailure::step_up ? tr("验证") : tr("重试"));
    again_->setAccessibleName(again_->text());
    again_->setVisible(failure != LookFailure::role);
    return;
  }
  empty_->set_icon(QStringLiteral("search"));
  switch (desk_.search_state()) {
    case Search::none:
      if (!online())
        return empty_->set(desk_.searched().isEmpty() ? tr("本机副本里还没有人") : tr("本机副本里没有这位投资者"),
                           tr("副本只有在本机打开过的人。其他投资者须联网后查询。"));
      return empty_->set(tr("没有找到，可能已更换号码"),
                         tr("检索 %1 没有结果。只按完整内容精确检索。\n可改用邮箱、流水号，或姓名 + 手机尾号。")
                             .arg(desk_.searched()));
    case Search::found:
      return empty_->set(tr("从左侧选择一位投资者"), tr("用 ↓ 选择，按 Enter 打开。每次打开都写入审计。"));
    default:
      return empty_->set(tr("输入完整手机号、邮箱或流水号"),
                         tr("手机号 11 位　·　完整邮箱　·　投递或通道流水号\n姓名 + 手机尾号 4 位，中间空一格"));
  }
}

void InvestorPage::show_lines() {
  using History = DeskModel::History;
  const auto state = desk_.history_state();
  const bool waiting = state == History::asking;
  const bool rows = desk_.timeline().messages() > 0;
  if (rows) {
    lines_->setCurrentWidget(view_);
  } else if (waiting) {
    // A quick answer is not announced by a flash of bars.
    if (wait_->shown() || desk_.waits_for_step_up() || lines_->currentWidget() == view_)
      lines_->setCurrentWidget(skeleton_);
  } else {
    const auto& filter = desk_.filter();
    const bool filtered = filter != models::HistoryFilter{};
    const bool words = !filter.words.isEmpty();
    no_lines_->set_icon(state == History::failed ? QStringLiteral("nolink") : QStringLiteral("history"));
    if (state == History::failed)
      no_lines_->set(tr("通信历史没有取到"), tr("空白不代表没有发过。"));
    else
      no_lines_->set(
          filtered ? tr("没有符合筛选的记录") : tr("还没有给这位投资者发过通知"),
          words      ? tr("没有找到「%1」。只查标题和正文，遮蔽的内容查不到。按 / 改词，Esc 取消。").arg(filter.words)
          : filtered ? tr("按 U 或再按一次渠道数字取消筛选。")
                     : tr("发送后，每个渠道的回执会显示在这里。"));
    lines_->setCurrentWidget(no_lines_);
  }
}

void InvestorPage::show_foot() {
  auto& timeline = desk_.timeline();
  const bool rows = timeline.messages() > 0;
  more_->setVisible(rows && timeline.more() && online());
  more_->setEnabled(!timeline.asking());
  shown_->setVisible(rows);
  const auto shown = models::count_text(timeline.messages());
  const auto& counts = desk_.counts();
  const bool all = desk_.filter() == models::HistoryFilter{};
  if (timeline.asking()) {
    shown_->setText(tr("正在读取更早的记录…"));
  } else if (!online()) {
    shown_->setText(counts && all && counts->messages > timeline.messages()
                        ? tr("本机保存 %1 / %2 条，更早记录须联网读取").arg(shown, models::count_text(counts->messages))
                        : tr("本机保存 %1 条，更早记录须联网读取").arg(shown));
  } else if (timeline.more()) {
    shown_->setText(counts && all
                        ? tr("已显示 %1 / %2 条，更早记录按需读取并写入审计")
                              .arg(shown, models::count_text(counts->messages + counts->notes + counts->calls))
                        : tr("已显示 %1 条，更早记录按需读取并写入审计").arg(shown));
  } else {
    shown_->setText(tr("已显示全部 %1 条").arg(shown));
  }
}

void InvestorPage::show_state() {
  const auto now = session_.clock().now();
  const auto* head = desk_.head();
  const bool asking_head = desk_.history_state() == DeskModel::History::asking && head == nullptr;
  const bool waiting = (desk_.search_state() == DeskModel::Search::asking ||
                        desk_.history_state() == DeskModel::History::asking || desk_.timeline().asking()) &&
                       !desk_.waits_for_step_up();
  wait_->set(waiting);
  QString fault;
  if (head != nullptr) {
    if (desk_.history_error()) fault = words_of(*desk_.history_error(), now);
    if (desk_.more_error()) fault = words_of(*desk_.more_error(), now);
    if (desk_.reveal_error()) fault = words_of(*desk_.reveal_error(), now);
    // A search that fails leaves the open person where they are.
    if (desk_.search_error()) fault = words_of(*desk_.search_error(), now);
  }
  if (!online()) {
    const auto trouble = connection_words(session_.connection(), now);
    fault = desk_.as_of()
                ? tr("%1 下面是 %2 的画面，状态可能已变化，不再更新。").arg(trouble, clock_text(*desk_.as_of()))
                : tr("%1 只能查到本机副本里打开过的投资者。").arg(trouble);
    if (outage_told()) fault.clear();
  }
  banner_->set(Family::high, fault);
  retry_->setVisible(online());
  body_->setCurrentIndex(head != nullptr || asking_head ? 1 : 0);
  desk_.timeline().set_stale(online() ? std::nullopt : desk_.as_of());
  show_people();
  show_local();
  show_empty();
  card_->setVisible(head != nullptr);
  filter_->setVisible(head != nullptr);
  right_->setVisible(head != nullptr);
  if (head != nullptr) {
    card_->set_away(!online());
    card_->show_person();
    filter_->show_filter(desk_.filter(), desk_.counts());
    view_->set_words(desk_.filter().words);
    health_->show_health();
    entry_->show_state(online());
  }
  show_lines();
  show_foot();
  // The first row of a person just opened takes the cursor, so that keys act at once.
  const auto now_open = head != nullptr && desk_.timeline().messages() > 0 ? head->id : QString();
  if (now_open != open_) {
    open_ = now_open;
    if (!open_.isEmpty()) {
      view_->setCurrentIndex(desk_.timeline().index(1, static_cast<int>(models::TimelineModel::Column::what)));
      if (search_->hasFocus() || matches_->hasFocus() || looked_->hasFocus() || hasFocus()) view_->setFocus();
    }
  }
  Q_EMIT headline_changed();
}

bool InvestorPage::key(int key) {
  auto filter = desk_.filter();
  switch (key) {
    case Qt::Key_Slash:
      // Who is open is looked into first; the search for people has Ctrl+K and F6, too.
      if (desk_.head() != nullptr) {
        filter_->focus_words();
        return true;
      }
      search_->setFocus(Qt::ShortcutFocusReason);
      search_->selectAll();
      return true;
    case Qt::Key_BracketLeft:
      desk_.step_person(-1);
      return true;
    case Qt::Key_BracketRight:
      desk_.step_person(1);
      return true;
    case Qt::Key_Escape:
      if (desk_.why_state() != DeskModel::Why::none || desk_.entry_read()) {
        desk_.close_why();
        view_->setFocus();
        return true;
      }
      if (wait_->stage() != WaitLine::Stage::none) {
        desk_.cancel();
        return true;
      }
      return false;
    case Qt::Key_W:
      ask_why();
      return true;
    case Qt::Key_N:
      open_entry(EntryKind::note);
      return true;
    case Qt::Key_L:
      open_entry(EntryKind::call);
      return true;
    case Qt::Key_F:
      if (desk_.head() != nullptr) card_->press_follow();
      return true;
    case Qt::Key_U:
      filter.unreached = !filter.unreached;
      filter.kind.reset();
      desk_.set_filter(filter);
      return true;
    default:
      break;
  }
  if (key < Qt::Key_1 || key > Qt::Key_6) return false;
  const auto channel = kChannels[key - Qt::Key_1];
  filter.channel = filter.channel == channel ? std::nullopt : std::optional(channel);
  filter.kind.reset();
  desk_.set_filter(filter);
  return true;
}

void InvestorPage::keyPressEvent(QKeyEvent* event) {
  const auto with = event->modifiers() & ~Qt::KeypadModifier;
  if (with == Qt::NoModifier && key(event->key())) return;
  if (with == Qt::ControlModifier && event->key() == Qt::Key_Z) {
    desk_.undo_follow();
    return;
  }
  Page::keyPressEvent(event);
}

void InvestorPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    view_->viewport()->update();
    show_state();
  }
}

void InvestorPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  const bool narrow = width() < theme_.px(1300);
  right_->setFixedWidth(theme_.px(narrow ? 288 : 330));
  card_->set_narrow(narrow);
  filter_->set_narrow(narrow);
}

}  // namespace guardline::ui
