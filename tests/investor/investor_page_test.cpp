// The investor page and the step-up with a fake hub: states, keys, names, what stays hidden, what scrolling costs.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/investor/scenes.h"
#include "tests/support_qt/text_fit.h"
#include "ui/investor/filter_bar.h"
#include "ui/investor/person_card.h"
#include "ui/investor/person_list.h"
#include "ui/investor/timeline_delegate.h"
#include "ui/shell/factor_pill.h"
#include "ui/stepup/step_up_dialog.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/pill.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QScrollBar>
#include <optional>

using namespace guardline;
using namespace std::chrono_literals;
using ui::Page;

namespace {

struct Look {
  QTemporaryDir home;
  QSettings settings{home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
  ui::Theme theme{*qApp};
  ui::Preferences preferences{theme, settings};
};

/// Everything that can be read on the screen, below `root`.
QString read(const QWidget& root) {
  QStringList all;
  for (const auto* label : root.findChildren<QLabel*>())
    if (label->isVisible()) all << label->text();
  for (const auto* button : root.findChildren<QAbstractButton*>())
    if (button->isVisible()) all << button->text();
  for (const auto* field : root.findChildren<QLineEdit*>())
    if (field->isVisible()) all << field->text();
  return all.join(u'\n');
}

/// Counts what a view asks for.
class CountedModel final : public models::TimelineModel {
 public:
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
    ++asked;
    return TimelineModel::data(index, role);
  }
  mutable int asked{0};
};

class CountedDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter*, const QStyleOptionViewItem&, const QModelIndex&) const override { ++painted; }
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    ++measured;
    return QStyledItemDelegate::sizeHint(option, index);
  }
  mutable int painted{0};
  mutable int measured{0};
};

}  // namespace

class InvestorPageTest final : public QObject {
  Q_OBJECT
  std::optional<Look> look_;

 private Q_SLOTS:
  void initTestCase() { look_.emplace(); }

  void each_state_is_told() {
    const std::vector<std::pair<QString, Page::State>> expected{
        {QStringLiteral("empty"), Page::State::empty},    {QStringLiteral("none"), Page::State::empty},
        {QStringLiteral("ready"), Page::State::ready},    {QStringLiteral("loading"), Page::State::loading},
        {QStringLiteral("error"), Page::State::error},    {QStringLiteral("offline"), Page::State::offline},
        {QStringLiteral("denied"), Page::State::denied},  {QStringLiteral("filtered"), Page::State::empty},
        {QStringLiteral("stepup"), Page::State::loading}, {QStringLiteral("stepup-dropped"), Page::State::error},
    };
    for (const auto& [name, state] : expected) {
      for (const auto& [scene, make] : test::investor_scenes()) {
        if (scene != name) continue;
        const auto desk = make(look_->preferences);
        QVERIFY2(desk->page()->state() == state, qPrintable(name));
      }
    }
  }
  void every_control_has_a_name_and_no_text_is_in_plain() {
    for (const auto& [name, make] : test::investor_scenes()) {
      const auto desk = make(look_->preferences);
      const auto unnamed = test::unnamed_controls(*desk->window);
      QVERIFY2(unnamed.isEmpty(), qPrintable(name + QStringLiteral(": ") + unnamed.join(u';')));
      const bool plain = read(*desk->window).contains(QStringLiteral("13800006204"));
      QVERIFY2(plain == (name == QLatin1String("revealed")), qPrintable(name));
    }
  }
  void found_opened_and_asked_by_keyboard_alone() {
    test::Desk desk(look_->preferences);
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    const auto focus = [] { return QApplication::focusWidget(); };
    QCOMPARE(focus()->accessibleName(), QStringLiteral("检索投资者"));
    QTest::keyClicks(focus(), QStringLiteral("13800006204"));
    QTest::keyClick(focus(), Qt::Key_Return);
    test::Desk::settle();
    QCOMPARE(desk.hub.last_terms.phone, QStringLiteral("13800006204"));
    // What was typed is masked at once.
    QCOMPARE(desk.page()->findChild<QLineEdit*>()->text(), QStringLiteral("138****6204"));
    QTest::keyClick(desk.window.get(), Qt::Key_F6);
    QCOMPARE(focus()->accessibleName(), QStringLiteral("检索到的投资者"));
    QTest::keyClick(focus(), Qt::Key_Return);
    test::Desk::settle();
    QCOMPARE(desk.page()->desk().head()->name, QStringLiteral("陈*明"));
    // Rows have the cursor: a day's head is passed by.
    QCOMPARE(focus(), static_cast<QWidget*>(desk.page()->view()));
    QCOMPARE(desk.page()->view()->currentIndex().row(), 1);
    const auto first = desk.page()->view()->current_delivery();
    QTest::keyClick(focus(), Qt::Key_J);
    QVERIFY(desk.page()->view()->current_delivery() != first);
    QTest::keyClick(focus(), Qt::Key_K);
    QCOMPARE(desk.page()->view()->current_delivery(), first);
    QTest::keyClick(focus(), Qt::Key_W);
    test::Desk::settle();
    QCOMPARE(desk.page()->desk().why_delivery(), first);
    QVERIFY(read(*desk.page()).contains(QStringLiteral("发生了什么")));
    QTest::keyClick(focus(), Qt::Key_Escape);
    QVERIFY(desk.page()->desk().why_state() == models::DeskModel::Why::none);
    QTest::keyClick(focus(), Qt::Key_U);
    QVERIFY(desk.page()->desk().filter().unreached);
    QTest::keyClick(desk.page(), Qt::Key_U);
    QTest::keyClick(desk.page(), Qt::Key_2);
    QVERIFY(desk.page()->desk().filter().channel == Channel::email);
    QTest::keyClick(desk.page(), Qt::Key_2);
    QVERIFY(!desk.page()->desk().filter().channel);
    test::Desk::settle();
    const auto before = desk.page()->desk().timeline().messages();
    desk.page()->view()->setFocus();
    QTest::keyClick(desk.page()->view(), Qt::Key_End);
    test::Desk::settle();
    QVERIFY(desk.page()->desk().timeline().messages() > before);
    desk.page()->desk().open_match(1);
    test::Desk::settle();
    QTest::keyClick(desk.page(), Qt::Key_BracketLeft);
    QCOMPARE(desk.page()->desk().head()->name, QStringLiteral("陈*明"));
    QTest::keyClick(desk.page(), Qt::Key_Slash);
    QCOMPARE(focus()->accessibleName(), QStringLiteral("在记录中查找"));
    // No key of the page acts inside a field.
    QTest::keyClicks(focus(), QStringLiteral("u1[]w"));
    QVERIFY(!desk.page()->desk().filter().unreached && !desk.page()->desk().filter().channel);
  }
  void words_are_looked_for_by_keyboard_and_taken_back() {
    test::Desk desk(look_->preferences);
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    test::tell_entries(desk.hub, desk.clock.now());
    const auto focus = [] { return QApplication::focusWidget(); };
    QTest::keyClick(desk.page(), Qt::Key_Slash);
    QCOMPARE(focus()->accessibleName(), QStringLiteral("检索投资者"));  // nobody is open yet
    desk.open(0);
    QTest::keyClick(focus(), Qt::Key_Slash);
    QCOMPARE(focus()->accessibleName(), QStringLiteral("在记录中查找"));
    const auto asked = desk.hub.log.count(QStringLiteral("history"));
    QTest::keyClicks(focus(), QStringLiteral("ETF"));
    QCOMPARE(desk.hub.log.count(QStringLiteral("history")), asked);  // each look is written down: not one a letter
    QTest::keyClick(focus(), Qt::Key_Return);
    test::Desk::settle();
    QCOMPARE(desk.page()->desk().filter().words, QStringLiteral("ETF"));
    QCOMPARE(desk.page()->desk().timeline().messages(), 0);
    QVERIFY(read(*desk.page()).contains(QStringLiteral("没有找到「ETF」")));
    auto* field = qobject_cast<QLineEdit*>(focus());
    QVERIFY(field != nullptr);
    field->setText(QStringLiteral("出差"));
    QTest::keyClick(field, Qt::Key_Return);
    test::Desk::settle();
    QCOMPARE(desk.page()->desk().timeline().messages(), 1);
    // A chip narrows what was found; the words stay.
    desk.page()->desk().set_filter(
        {.channel = {}, .unreached = false, .kind = EntryKind::note, .words = QStringLiteral("出差")});
    test::Desk::settle();
    QCOMPARE(desk.page()->desk().timeline().messages(), 1);
    QTest::keyClick(field, Qt::Key_Escape);
    test::Desk::settle();
    QVERIFY(desk.page()->desk().filter().words.isEmpty());
    QCOMPARE(focus(), static_cast<QWidget*>(desk.page()->view()));
    // Another person begins without words.
    QTest::keyClick(focus(), Qt::Key_Slash);
    field->setText(QStringLiteral("出差"));
    QTest::keyClick(field, Qt::Key_Return);
    test::Desk::settle();
    desk.page()->view()->setFocus();
    desk.page()->desk().open_match(1);
    test::Desk::settle();
    QVERIFY(field->text().isEmpty());
    QVERIFY(desk.page()->desk().filter().words.isEmpty());
  }
  void a_note_is_written_by_keyboard_alone() {
    test::Desk desk(look_->preferences);
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.hub.write_at = desk.clock.now();
    desk.open();
    const auto focus = [] { return QApplication::focusWidget(); };
    const auto rows = desk.page()->desk().timeline().messages();
    QTest::keyClick(focus(), Qt::Key_N);
    QCOMPARE(focus()->accessibleName(), QStringLiteral("备注"));
    auto* save = desk.find<ui::KeyButton>(QStringLiteral("保存备注"));
    QVERIFY(save != nullptr && !save->isEnabled());
    QVERIFY(save->accessibleDescription().contains(QStringLiteral("请先写下内容")));
    // No key of the page acts inside the field.
    QTest::keyClicks(focus(), QStringLiteral("u1[]wnl"));
    QCOMPARE(desk.page()->entry()->field()->toPlainText(), QStringLiteral("u1[]wnl"));
    QVERIFY(save->isEnabled());
    QTest::keyClick(focus(), Qt::Key_Return, Qt::ControlModifier);
    test::Desk::settle();
    QCOMPARE(desk.hub.wishes.size(), std::size_t{1});
    QCOMPARE(desk.hub.wishes[0].text, QStringLiteral("u1[]wnl"));
    QCOMPARE(desk.hub.last_who, QStringLiteral("陈*明"));
    QVERIFY(!desk.hub.wishes[0].key.empty());
    QVERIFY(read(*desk.page()).contains(QStringLiteral("备注已保存")));
    QVERIFY(!desk.page()->entry()->field()->isVisible());
    QCOMPARE(focus(), static_cast<QWidget*>(desk.page()->view()));
    QCOMPARE(desk.page()->desk().timeline().messages(), rows + 1);
    QVERIFY(
        desk.drafts.draft({QStringLiteral("linxiao"), desk.hub.found.investors[0].id, EntryKind::note}).text.isEmpty());
    // Its row is read like the others, its whole words by W.
    desk.page()->view()->setCurrentIndex(desk.page()->desk().timeline().index(1, 2));
    QCOMPARE(desk.page()->view()->currentIndex().data().toString(), QStringLiteral("备注"));
    QTest::keyClick(desk.page()->view(), Qt::Key_W);
    QVERIFY(desk.page()->desk().entry_read().has_value());
    QVERIFY(read(*desk.page()).contains(QStringLiteral("u1[]wnl")));
    QTest::keyClick(desk.page()->view(), Qt::Key_Escape);
    QVERIFY(!desk.page()->desk().entry_read());
  }
  void a_call_is_logged_with_its_outcome() {
    test::Desk desk(look_->preferences);
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.hub.write_at = desk.clock.now();
    desk.open();
    QTest::keyClick(desk.page()->view(), Qt::Key_L);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("通话小结"));
    auto* outcome = desk.find<QComboBox>(QStringLiteral("结果"));
    QVERIFY(outcome != nullptr);
    QCOMPARE(outcome->count(), 5);
    outcome->setFocus();
    QTest::keyClick(outcome, Qt::Key_Down);
    QTest::keyClick(outcome, Qt::Key_Return, Qt::ControlModifier);  // a call may have no words
    test::Desk::settle();
    QCOMPARE(desk.hub.wishes.size(), std::size_t{1});
    QVERIFY(desk.hub.wishes[0].kind == EntryKind::call);
    QVERIFY(desk.hub.wishes[0].call.outcome == CallOutcome::no_answer);
    desk.page()->view()->setCurrentIndex(desk.page()->desk().timeline().index(1, 2));
    QCOMPARE(desk.page()->view()->currentIndex().data().toString(), QStringLiteral("来电，未接听"));
  }
  void a_draft_outlives_person_page_lock_and_session() {
    test::Desk desk(look_->preferences);
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.open(0);
    QTest::keyClick(desk.page()->view(), Qt::Key_N);
    auto* field = desk.page()->entry()->field();
    QTest::keyClicks(field, QStringLiteral("half a sen"));
    // Another person: another draft.
    desk.page()->desk().open_match(1);
    test::Desk::settle();
    QCOMPARE(field->toPlainText(), QString());
    QTest::keyClicks(field, QStringLiteral("other"));
    desk.page()->desk().step_person(-1);
    test::Desk::settle();
    QCOMPARE(field->toPlainText(), QStringLiteral("half a sen"));
    desk.session->lock();
    test::Desk::settle();
    desk.session->sign_in({}, QStringLiteral("secret"), QStringLiteral("407152"));
    test::Desk::settle();
    QCOMPARE(desk.page()->entry()->field()->toPlainText(), QStringLiteral("half a sen"));
    // The page is gone with the session; the words are not, and nobody else sees them.
    desk.session->sign_out();
    test::Desk::settle();
    desk.sessions.session->account = QStringLiteral("zhoulan");
    desk.session->sign_in(QStringLiteral("zhoulan"), QStringLiteral("secret"), QStringLiteral("407152"));
    test::Desk::settle();
    desk.prove();
    desk.open(0);
    QVERIFY(!desk.page()->desk().begun(EntryKind::note));
    desk.session->sign_out();
    test::Desk::settle();
    desk.sessions.session->account = QStringLiteral("linxiao");
    desk.session->sign_in(QStringLiteral("linxiao"), QStringLiteral("secret"), QStringLiteral("407152"));
    test::Desk::settle();
    desk.prove();
    desk.open(0);
    QVERIFY(desk.page()->desk().begun(EntryKind::note));
    QTest::keyClick(desk.page()->view(), Qt::Key_N);
    QCOMPARE(desk.page()->entry()->field()->toPlainText(), QStringLiteral("half a sen"));
  }
  void a_lost_answer_is_told_again_with_the_same_key() {
    test::Desk desk(look_->preferences);
    desk.open(0);
    desk.page()->entry()->open(EntryKind::note);
    auto* field = desk.page()->entry()->field();
    field->setPlainText(QStringLiteral("一句话"));
    desk.hub.fail =
        models::LookError{.failure = models::LookFailure::unreachable, .reference = QStringLiteral("E-6203")};
    desk.page()->entry()->save_button()->click();
    test::Desk::settle();
    QVERIFY(
        desk.page()->findChild<ui::EntryPanel*>()->findChild<ui::Banner*>()->text().contains(QStringLiteral("E-6203")));
    QCOMPARE(field->toPlainText(), QStringLiteral("一句话"));
    desk.page()->entry()->save_button()->click();
    test::Desk::settle();
    QCOMPARE(desk.hub.wishes.size(), std::size_t{2});
    QCOMPARE(desk.hub.wishes[0].key, desk.hub.wishes[1].key);
    field->setPlainText(QStringLiteral("另一句话"));
    desk.hub.fail.reset();
    desk.page()->entry()->save_button()->click();
    test::Desk::settle();
    QVERIFY(desk.hub.wishes[2].key != desk.hub.wishes[1].key);
    QVERIFY(!desk.page()->desk().begun(EntryKind::note));
  }
  void writing_waits_for_the_step_up_and_goes_on_after_it() {
    test::Desk desk(look_->preferences);
    desk.hub.write_at = desk.clock.now();
    desk.open(0);
    desk.page()->entry()->open(EntryKind::note);
    desk.page()->entry()->field()->setPlainText(QStringLiteral("一句话"));
    desk.hub.stepped_up = false;
    desk.page()->entry()->save_button()->click();
    test::Desk::settle();
    QVERIFY(desk.step_up->dialog() != nullptr);
    desk.step_up->dialog()->reject();
    test::Desk::settle();
    QVERIFY(desk.page()->desk().writing() == models::DeskModel::Writing::failed);
    QVERIFY(desk.page()->desk().begun(EntryKind::note));
    desk.hub.stepped_up = true;
    desk.page()->entry()->save_button()->click();
    test::Desk::settle();
    QVERIFY(desk.page()->desk().writing() == models::DeskModel::Writing::saved);
  }
  void what_waits_stands_in_the_time_line_until_the_hub_has_it() {
    test::Desk desk(look_->preferences);
    desk.hub.write_at = desk.clock.now();
    desk.hub.waits = true;
    desk.open(0);
    desk.page()->entry()->open(EntryKind::note);
    desk.page()->entry()->field()->setPlainText(QStringLiteral("一句话"));
    desk.page()->entry()->save_button()->click();
    test::Desk::settle();
    QVERIFY(read(*desk.page()).contains(QStringLiteral("备注已存在本机")));
    auto& timeline = desk.page()->desk().timeline();
    const auto row = timeline.index(1, 2);
    QVERIFY(row.data(models::TimelineModel::WaitingRole).toBool());
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("待同步")));
    const auto id = timeline.entry(1)->message_id;
    const auto person = desk.page()->desk().head()->id;
    desk.hub.waiting_changed({.investor = person, .id = id, .done = true, .now = {}});
    QVERIFY(!timeline.index(1, 2).data(models::TimelineModel::WaitingRole).toBool());
    const auto count = timeline.messages();
    desk.hub.waiting_changed({.investor = person, .id = id, .done = false, .now = {}});
    QCOMPARE(timeline.messages(), count - 1);
  }
  void who_may_only_read_writes_nothing() {
    test::Desk desk(look_->preferences, true, true, false);
    desk.open(0);
    auto* button = desk.find<ui::KeyButton>(QStringLiteral("写备注"));
    QVERIFY(button != nullptr && !button->isEnabled());
    QVERIFY(button->toolTip().contains(QStringLiteral("只能查看")));
    QTest::keyClick(desk.page()->view(), Qt::Key_N);
    QVERIFY(!desk.page()->entry()->field()->isVisible());
    desk.hub.found.investors[1].erased = true;
    test::Desk writer(look_->preferences);
    writer.hub.found.investors[0].erased = true;
    writer.open(0);
    QVERIFY(!writer.find<ui::KeyButton>(QStringLiteral("填电话记录"))->isEnabled());
  }
  void a_bad_term_is_told_at_the_field() {
    test::Desk desk(look_->preferences);
    desk.hub.log.clear();
    desk.type(QStringLiteral("陈志明"));
    QVERIFY(read(*desk.page()).contains(QStringLiteral("只有姓名不能检索")));
    QVERIFY(desk.hub.log.isEmpty());
  }
  void the_step_up_is_filled_by_keys_and_the_request_goes_on() {
    test::Desk desk(look_->preferences, true, false);
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.type(QStringLiteral("13800006204"));
    auto* dialog = desk.step_up->dialog();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QVERIFY(!read(*dialog).contains(QStringLiteral("13800006204")));
    auto* confirm = desk.find<ui::KeyButton>(QStringLiteral("验证并打开"));
    QVERIFY(!confirm->isEnabled());
    QVERIFY(confirm->accessibleDescription().contains(QStringLiteral("原因")));
    const auto press = [](int key) { QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key)); };
    press(Qt::Key_6);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("说明"));
    QVERIFY(confirm->accessibleDescription().contains(QStringLiteral("说明")));
    QTest::keyClicks(QApplication::focusWidget(),
                     QStringLiteral("12345"));  // too short, and no reasons by these digits
    QVERIFY(confirm->accessibleDescription().contains(QStringLiteral("说明")));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("6"));
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("动态码"));
    QVERIFY(confirm->accessibleDescription().contains(QStringLiteral("动态码")));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("407152"));
    QVERIFY(confirm->isEnabled());
    desk.hub.stepped_up = true;
    desk.sessions.stepped_up->until = desk.session->hub_now() + 15min;
    press(Qt::Key_Return);
    test::Desk::settle();
    QVERIFY(desk.step_up->dialog() == nullptr);
    QCOMPARE(desk.sessions.last_step_up.code, QStringLiteral("407152"));
    QCOMPARE(desk.sessions.last_step_up.note, QStringLiteral("123456"));
    QVERIFY(desk.sessions.last_step_up.reason == models::AccessReason::other);
    QVERIFY(desk.page()->desk().search_state() == models::DeskModel::Search::found);
    QCOMPARE(desk.hub.log.count(QStringLiteral("search")), 2);
    // The top bar counts it down from then on.
    const auto* pill = desk.window->findChild<ui::FactorPill*>();
    QCOMPARE(pill->pill()->detail(), QStringLiteral("15:00"));
    desk.clock.advance(13min + 1s);
    QTRY_VERIFY(pill->pill()->tone() == ui::Pill::Tone::amber);
    desk.clock.advance(2min);
    QTRY_COMPARE(pill->pill()->detail(), QStringLiteral("未验证"));
  }
  void a_wrong_code_keeps_the_focus_and_tells_what_is_left() {
    test::Desk desk(look_->preferences, true, false);
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.sessions.stepped_up = std::unexpected(models::SessionError{models::Failure::totp_wrong, 4, {}, {}});
    desk.type(QStringLiteral("13800006204"));
    auto* dialog = desk.step_up->dialog();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    auto* code = dialog->findChild<ui::CodeField*>();
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(code));
    QTest::keyClicks(code, QStringLiteral("407152"));
    QTest::keyClick(code, Qt::Key_Return);
    test::Desk::settle();
    QVERIFY(dialog->isVisible());
    QVERIFY(code->hasFocus());
    QCOMPARE(code->selectedText(), QStringLiteral("407152"));
    QVERIFY(read(*dialog).contains(QStringLiteral("还可尝试 4 次")));
    QTest::keyClick(code, Qt::Key_Escape);
    test::Desk::settle();
    QVERIFY(desk.step_up->dialog() == nullptr);
    QVERIFY(read(*desk.page()).contains(QStringLiteral("需要再次验证")));
  }
  void behind_the_dialog_nothing_can_be_reached_but_the_lock() {
    test::Desk desk(look_->preferences, true, false);
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.type(QStringLiteral("13800006204"));
    auto* dialog = desk.step_up->dialog();
    for (int i = 0; i < 30; ++i) {
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      QVERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QVERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    const auto retries = desk.sessions.retries;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
    QCOMPARE(desk.sessions.retries, retries);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
    test::Desk::settle();
    QVERIFY(desk.session->state() == models::SessionModel::State::locked);
    QVERIFY(desk.step_up->dialog() == nullptr);
  }
  void a_field_is_shown_by_its_eye_and_copied_for_a_while() {
    test::Desk desk(look_->preferences);
    desk.open();
    desk.hub.hide_at = desk.session->hub_now() + 30s;
    auto* eye = desk.find<QPushButton>(QStringLiteral("显示手机 30 秒，写入审计"));
    QVERIFY(eye != nullptr);
    QVERIFY(eye->width() >= 24 && eye->height() >= 24);
    eye->click();
    test::Desk::settle();
    QVERIFY(read(*desk.page()).contains(QStringLiteral("13800006204")));
    QVERIFY(read(*desk.page()).contains(QStringLiteral("30 秒后隐藏")));
    desk.find<QPushButton>(QStringLiteral("复制手机，30 秒后从剪贴板清除"))->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("13800006204"));
    desk.clock.advance(30s);
    QTRY_VERIFY(!read(*desk.page()).contains(QStringLiteral("13800006204")));
    QApplication::clipboard()->clear();
    // Who may not, sees no eye.
    test::Desk risk(look_->preferences, false);
    risk.open();
    QVERIFY(risk.find<QPushButton>(QStringLiteral("显示手机 30 秒，写入审计")) == nullptr);
  }
  void a_copied_row_is_masked_text() {
    test::Desk desk(look_->preferences);
    desk.open();
    desk.page()->view()->select_delivery(desk.hub.entries[0].deliveries[0].id);
    QTest::keyClick(desk.page()->view(), Qt::Key_C, Qt::ControlModifier);
    const auto lines = QApplication::clipboard()->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), qsizetype{2});  // the heads and the row
    QCOMPARE(lines[0].count(u'\t'), lines[1].count(u'\t'));
    QVERIFY(lines[1].contains(QStringLiteral("网关拒绝")));
    QVERIFY(!lines[1].contains(QStringLiteral("13800006204")));
  }
  void a_person_is_followed_by_key_and_that_is_taken_back() {
    test::Desk desk(look_->preferences);
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.open(0);
    auto* view = desk.page()->view();
    auto* follow = desk.page()->findChild<ui::PersonCard*>()->follow();
    QVERIFY(follow->isVisible() && follow->isEnabled() && !follow->isChecked());
    QVERIFY(!follow->toolTip().isEmpty() && follow->accessibleDescription() == follow->toolTip());
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F);
    test::Desk::settle();
    QCOMPARE(desk.hub.follows, QStringList{desk.page()->desk().head()->id});
    QVERIFY(follow->isChecked());
    QCOMPARE(follow->text(), QStringLiteral("已关注"));
    auto* undo = desk.find<QPushButton>(QStringLiteral("撤销关注 陈*明"));
    QVERIFY(undo != nullptr);
    QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
    test::Desk::settle();
    QVERIFY(desk.hub.follows.isEmpty() && !follow->isChecked());
    QVERIFY(!undo->isVisible());
    // The same by the mouse; the button that goes leaves the focus in the head.
    QTest::mouseClick(follow, Qt::LeftButton);
    test::Desk::settle();
    QVERIFY(follow->isChecked());
    QTest::mouseClick(undo, Qt::LeftButton);
    test::Desk::settle();
    QVERIFY(!follow->isChecked() && follow->hasFocus());
    // In a field the letter is a letter.
    QTest::keyClick(view, Qt::Key_N);
    QTest::keyClicks(desk.page()->entry()->field(), QStringLiteral("f"));
    QVERIFY(desk.hub.follows.isEmpty());
    // Without a copy it says why not.
    desk.hub.follow_fault = models::FollowFault::no_copy;
    desk.open(1);
    QVERIFY(!follow->isEnabled());
    QVERIFY(follow->toolTip().contains(QStringLiteral("没有可写的副本")));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F);
    QVERIFY(read(*desk.window).contains(QStringLiteral("没有可写的副本")));
    desk.hub.follow_fault.reset();
    desk.open(2);
    QVERIFY2(!read(*desk.window).contains(QStringLiteral("没有可写的副本")), "that was about somebody else");
    desk.hub.follow_fault = models::FollowFault::full;
    QTest::keyClick(desk.page()->view(), Qt::Key_F);
    test::Desk::settle();
    QVERIFY(read(*desk.window).contains(QStringLiteral("已关注 100 位")));
  }
  void another_page_may_name_a_person() {
    test::Desk desk(look_->preferences);
    desk.window->open(ui::Place::investors, QStringLiteral("investor:") + desk.hub.found.investors[2].id);
    test::Desk::settle();
    QCOMPARE(desk.page()->desk().head()->name, QStringLiteral("欧阳*婷"));
    QVERIFY(desk.page()->state() == Page::State::ready);
  }
  void nobody_sees_what_the_one_before_saw() {
    test::Desk desk(look_->preferences);
    desk.open();
    desk.session->sign_out();
    test::Desk::settle();
    QVERIFY(desk.window->findChildren<ui::InvestorPage*>().isEmpty());
    desk.session->sign_in(QStringLiteral("zhoulan"), QStringLiteral("secret"), QStringLiteral("407152"));
    test::Desk::settle();
    QVERIFY(desk.page()->desk().looked_at().empty());
    QVERIFY(!desk.session->stepped_up());
  }
  /// What a frame asks for depends on what is seen, not on how much there is.
  void ten_thousand_rows_scroll_without_work_per_row() {
    const auto now = test::picture_time();
    std::vector<int> asked;
    for (const int rows : {500, 10'000}) {
      CountedModel model;
      models::HistoryPage page;
      for (int i = 0; i < rows; ++i)
        page.entries.push_back(
            test::message(u"融资融券日终通知", now - i * 10min, i,
                          {test::track(Channel::sms, DeliveryState::delivered, now - i * 10min, i)}));
      ui::TimelineView view(look_->theme, model);
      auto* delegate = new CountedDelegate(&view);
      auto* real = view.itemDelegate();
      view.resize(760, 640);
      view.show();
      model.begin(now);
      model.append(std::move(page));
      test::Desk::settle();
      QVERIFY(model.rowCount() >= rows);
      const int visible = view.height() / 56 + 2;
      // Painting: cells on the screen, no size of a row ever asked for.
      view.setItemDelegate(delegate);
      test::Desk::settle();
      delegate->painted = 0;
      delegate->measured = 0;
      constexpr int kSteps = 40;
      auto* bar = view.verticalScrollBar();
      for (int i = 0; i < kSteps; ++i) {
        bar->setValue((bar->maximum() / kSteps) * i);
        view.viewport()->repaint();
      }
      QVERIFY2(delegate->painted <= (kSteps + 2) * visible * 4 * 2, qPrintable(QString::number(delegate->painted)));
      QVERIFY(delegate->painted >= kSteps * 4);
      QCOMPARE(delegate->measured, 0);
      // Words: made for what is painted.
      view.setItemDelegate(real);
      test::Desk::settle();
      model.asked = 0;
      for (int i = 0; i < kSteps; ++i) {
        bar->setValue((bar->maximum() / kSteps) * i);
        view.viewport()->repaint();
      }
      asked.push_back(model.asked);
      QVERIFY2(model.asked <= (kSteps + 2) * visible * 4 * 10, qPrintable(QString::number(model.asked)));
    }
    QVERIFY2(asked[1] <= asked[0] * 13 / 10, qPrintable(QStringLiteral("%1, %2").arg(asked[0]).arg(asked[1])));
  }
};

QTEST_MAIN(InvestorPageTest)
#include "investor_page_test.moc"
