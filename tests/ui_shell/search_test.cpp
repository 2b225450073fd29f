// Ctrl+K: what it offers, what it does, and what it keeps. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"
#include "tests/ui_shell/scenes.h"
#include "ui/shell/global_search.h"
#include "ui/shell/search_box.h"
#include "ui/shell/shortcuts_overlay.h"

#include <QListWidget>
#include <QSignalSpy>

using namespace guardline;
using models::Role;

namespace {

/// Notes the keys and subjects it gets.
class NotedPage final : public ui::Page {
 public:
  NotedPage() {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(QStringLiteral("告警中心"));
  }
  [[nodiscard]] QString title() const override { return QStringLiteral("告警中心"); }
  [[nodiscard]] State state() const override { return State::ready; }
  [[nodiscard]] std::vector<ui::KeyHelp> keys() const override {
    return {{QStringLiteral("确认知晓"), QStringLiteral("A"), Qt::Key_A},
            {QStringLiteral("导出报表"), QStringLiteral("Ctrl E"), Qt::CTRL | Qt::Key_E},
            {QStringLiteral("只看一个渠道"), QStringLiteral("1|…|6")}};
  }
  void show_subject(const QString& subject) override { subjects << subject; }
  QStringList subjects;
  QList<QKeyCombination> pressed;

 protected:
  void keyPressEvent(QKeyEvent* event) override {
    pressed << QKeyCombination(event->modifiers(), Qt::Key(event->key()));
  }
};

struct Desk {
  explicit Desk(test::Look& look) : stage(look.preferences) {
    stage.window->add_page({.place = ui::Place::alerts,
                            .icon = QStringLiteral("bell"),
                            .label = [] { return QStringLiteral("告警"); },
                            .roles = {Role::supervisor},
                            .make = [](Role) { return new NotedPage; }});
    stage.window->add_finder([](const QString& typed, const ui::OpenPlace& open) {
      std::vector<ui::SearchEntry> entries;
      if (typed == QLatin1String("13800006204"))
        entries.push_back({.icon = QStringLiteral("person"),
                           .title = QStringLiteral("检索投资者 138****6204"),
                           .detail = QStringLiteral("须二次验证"),
                           .run = [open, typed] { open(ui::Place::alerts, QStringLiteral("search:") + typed); },
                           .kept = QStringLiteral("138****6204")});
      else
        entries.push_back(
            {.icon = QStringLiteral("person"),
             .title = QStringLiteral("不能这样检索投资者"),
             .detail = QStringLiteral("号码不完整，没有检索。请输入完整的 11 位手机号，或带 + 的国际号码，"
                                      "或者姓名加手机尾号四位。")});
      return entries;
    });
    test::sign_in(stage);
    stage.window->open(ui::Place::alerts);
    page()->setFocus();
  }
  ui::GlobalSearch* search() { return stage.window->findChild<ui::GlobalSearch*>(); }
  ui::SearchBox* box() { return stage.window->findChild<ui::SearchBox*>(); }
  NotedPage* page() { return dynamic_cast<NotedPage*>(stage.window->current_page()); }
  QStringList lines() {
    QStringList all;
    for (int i = 0; i < search()->list()->count(); ++i) all << search()->list()->item(i)->text();
    return all;
  }
  void open() {
    QTest::keyClick(stage.window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(search() != nullptr && search()->isVisible());
    QVERIFY(search()->field()->hasFocus());
  }
  void type(const QString& text) { search()->field()->setText(text); }
  void enter() { QTest::keyClick(search()->field(), Qt::Key_Return); }
  test::Stage stage;
};

}  // namespace

class SearchTest final : public QObject {
  Q_OBJECT
  std::unique_ptr<test::Look> look_;

 private Q_SLOTS:
  void init() { look_ = std::make_unique<test::Look>(); }
  void cleanup() { look_.reset(); }

  void says_first_what_may_be_typed() {
    Desk d(*look_);
    d.open();
    QCOMPARE(d.lines(), (QStringList{QStringLiteral("投资者"), QStringLiteral("告警"), QStringLiteral("命令"),
                                     QStringLiteral("快捷键")}));
    d.enter();  // none of them does anything
    QVERIFY(d.search()->isVisible());
    QTest::keyClick(d.search()->field(), Qt::Key_Escape);
    QVERIFY(!d.search()->isVisible());
    QVERIFY2(d.page()->hasFocus(), "the focus goes back to where it was");
  }

  void exact_terms_go_to_the_page_and_only_the_masked_ones_stay() {
    Desk d(*look_);
    d.open();
    d.type(QStringLiteral("13800006204"));
    d.enter();
    QCOMPARE(d.page()->subjects, QStringList{QStringLiteral("search:13800006204")});
    QVERIFY(!d.search()->isVisible());
    QCOMPARE(d.box()->kept(), QStringLiteral("138****6204"));
    // What was typed stands nowhere any more: not in the field, its undo, or the list.
    QVERIFY(d.search()->field()->text().isEmpty());
    d.search()->field()->undo();
    QVERIFY(d.search()->field()->text().isEmpty());
    QCOMPARE(d.search()->list()->count(), 0);
    d.stage.session->sign_out();
    test::Stage::settle();
    QVERIFY2(d.box()->kept().isEmpty(), "the next person sees nothing of it");
  }

  void what_cannot_be_searched_by_says_why_and_does_nothing() {
    Desk d(*look_);
    d.open();
    d.type(QStringLiteral("1380000"));
    QCOMPARE(d.lines(), QStringList{QStringLiteral("不能这样检索投资者")});
    d.enter();
    QVERIFY(d.search()->isVisible());
    QVERIFY(d.page()->subjects.isEmpty());
    const auto cut = test::cut_texts(*d.stage.window);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
  }

  void commands_by_name_do_what_their_keys_do() {
    Desk d(*look_);
    d.open();
    d.type(QStringLiteral(">"));
    QVERIFY(d.lines().contains(QStringLiteral("确认知晓")));
    QVERIFY(d.lines().contains(QStringLiteral("立即锁定")));
    QVERIFY(d.lines().contains(QStringLiteral("到「实时监控」")));
    QVERIFY2(!d.lines().contains(QStringLiteral("只看一个渠道")), "a range of keys is no command");
    QVERIFY2(!d.lines().contains(QStringLiteral("到「投资者」")), "a place without a page is none");
    d.type(QStringLiteral("> 导出"));
    QCOMPARE(d.lines(), QStringList{QStringLiteral("导出报表")});
    d.enter();
    QCOMPARE(d.page()->pressed, QList<QKeyCombination>{Qt::CTRL | Qt::Key_E});
    d.open();
    d.type(QStringLiteral(">没有这样的命令"));
    d.enter();
    QVERIFY(d.search()->isVisible());
    d.type(QStringLiteral(">立即锁定"));
    d.enter();
    QCOMPARE(d.stage.session->state(), models::SessionModel::State::locked);
  }

  void by_keys_alone_and_spoken() {
    Desk d(*look_);
    d.open();
    d.type(QStringLiteral(">"));
    auto* list = d.search()->list();
    QTest::keyClick(d.search()->field(), Qt::Key_Down);
    QVERIFY(list->hasFocus());
    QCOMPARE(list->currentRow(), 1);
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(list->currentRow(), 0);
    QTest::keyClick(list, Qt::Key_Up);
    QVERIFY(d.search()->field()->hasFocus());
    QTest::keyClick(d.search()->field(), Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_X);
    QVERIFY2(d.search()->field()->hasFocus(), "letters go on in the field");
    QCOMPARE(d.search()->field()->text(), QStringLiteral(">x"));
    d.type(QStringLiteral(">锁定"));
    QVERIFY(list->accessibleDescription().contains(QStringLiteral("立即锁定")));
    QVERIFY(list->item(0)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Ctrl L")));
    const auto unnamed = test::unnamed_controls(*d.stage.window);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u';')));
  }

  void a_question_mark_leads_to_the_keys() {
    Desk d(*look_);
    d.open();
    d.type(QStringLiteral("?锁定"));
    QCOMPARE(d.lines().first(), QStringLiteral("打开快捷键一览"));
    d.enter();
    auto* overlay = d.stage.window->findChild<ui::ShortcutsOverlay*>();
    QVERIFY(overlay != nullptr && overlay->isVisible());
    QCOMPARE(overlay->findChild<QLineEdit*>()->text(), QStringLiteral("锁定"));
  }

  void a_lock_closes_it_and_keeps_nothing() {
    Desk d(*look_);
    d.open();
    d.type(QStringLiteral("13800006204"));
    QTest::keyClick(d.search()->field(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(d.stage.session->state(), models::SessionModel::State::locked);
    QVERIFY(!d.search()->isVisible());
    QVERIFY(d.search()->field()->text().isEmpty());
    QTest::keyClick(d.stage.window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!d.search()->isVisible());
  }

  void shrinks_to_its_icon_in_a_narrow_window() {
    Desk d(*look_);
    QVERIFY(!d.box()->compact());
    QCOMPARE(d.box()->width(), 340);
    d.stage.window->resize(1319, 800);
    test::Stage::settle();
    QVERIFY(d.box()->compact());
    d.open();
    QVERIFY(d.stage.window->rect().contains(d.search()->sheet()->geometry()));
  }

  void single_keys_can_be_switched_off() {
    Desk d(*look_);
    QTest::keyClick(d.page(), Qt::Key_A);
    QCOMPARE(d.page()->pressed.size(), 1);
    look_->preferences.set_single_keys(false);
    QTest::keyClick(d.page(), Qt::Key_A);
    QCOMPARE(d.page()->pressed.size(), 1);
    QTest::keyClick(d.page(), '?', Qt::ShiftModifier);
    QVERIFY(!d.page()->pressed.contains(Qt::ShiftModifier | Qt::Key_Question));
    QVERIFY(d.stage.window->findChild<ui::ShortcutsOverlay*>() == nullptr);
    d.open();  // keys with Ctrl stay
    QTest::keyClick(d.search()->field(), Qt::Key_A);
    QCOMPARE(d.search()->field()->text(), QStringLiteral("a"));
    look_->preferences.set_single_keys(true);
  }
};

QTEST_MAIN(SearchTest)
#include "search_test.moc"
