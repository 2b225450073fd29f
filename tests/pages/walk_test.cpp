// Every page by Tab and by F6, and everything on it has a name. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pages/house.h"
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"
#include "ui/alerts/tab_strip.h"
#include "ui/shell/rail.h"
#include "ui/shell/top_bar.h"

#include <QAbstractButton>
#include <set>

using namespace guardline;
using test::AllPages;

class PagesWalkTest final : public QObject {
  Q_OBJECT

  static QString told(const QWidget* w) {
    return QStringLiteral("%1 \"%2\"").arg(QString::fromLatin1(w->metaObject()->className()), w->accessibleName());
  }

 private Q_SLOTS:
  void tab_reaches_every_control_and_comes_round_data() {
    QTest::addColumn<int>("place");
    for (const auto place : AllPages::kPlaces) QTest::addRow("%d", static_cast<int>(place)) << static_cast<int>(place);
  }
  void tab_reaches_every_control_and_comes_round() {
    QFETCH(int, place);
    AllPages all;
    auto* page = all.open(static_cast<ui::Place>(place));
    QApplication::setActiveWindow(&all.window);
    page->setFocus();
    std::set<QWidget*> wanted;
    for (auto* w : page->findChildren<QWidget*>()) {
      const bool stop = w->isVisible() && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
                        w->focusProxy() == nullptr;
      // Of an exclusive group Tab enters the chosen one; arrows do the rest.
      const auto* button = qobject_cast<QAbstractButton*>(w);
      if (stop && (button == nullptr || !button->autoExclusive() || button->isChecked())) wanted.insert(w);
    }
    QVERIFY2(wanted.size() > 3, "a page without controls proves nothing");
    std::set<QWidget*> reached;
    for (int i = 0; i < 300; ++i) {
      auto* focus = QApplication::focusWidget();
      QVERIFY(focus != nullptr);
      reached.insert(focus);
      QTest::keyClick(focus, Qt::Key_Tab);
    }
    QStringList missed;
    for (auto* w : wanted) {
      const auto* button = qobject_cast<QAbstractButton*>(w);
      // A group is reached by any of its buttons.
      const auto same_group = [&](QWidget* other) {
        const auto* each = qobject_cast<QAbstractButton*>(other);
        return button != nullptr && each != nullptr && button->group() != nullptr && button->group() == each->group();
      };
      if (!reached.contains(w) && std::ranges::none_of(reached, same_group)) missed << told(w);
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    // From the page's end the way goes on to the shell, and round again.
    QVERIFY(std::ranges::any_of(reached, [&](QWidget* w) { return !page->isAncestorOf(w) && w != page; }));
  }

  void f6_goes_through_the_panes_and_back_data() { tab_reaches_every_control_and_comes_round_data(); }
  void f6_goes_through_the_panes_and_back() {
    QFETCH(int, place);
    AllPages all;
    auto* page = all.open(static_cast<ui::Place>(place));
    QApplication::setActiveWindow(&all.window);
    std::vector<QWidget*> panes;
    for (auto* pane : page->panes()) {
      if (pane->isVisible()) panes.push_back(pane);
    }
    QVERIFY(!panes.empty());
    QStringList nameless;
    for (const auto* pane : panes) {
      if (pane->accessibleName().isEmpty()) nameless << told(pane);
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    const auto at = [&]() -> int {
      auto* focus = QApplication::focusWidget();
      for (std::size_t i = 0; i < panes.size(); ++i) {
        if (panes[i] == focus || panes[i]->isAncestorOf(focus)) return static_cast<int>(i);
      }
      return -1;
    };
    const auto go = [&](Qt::KeyboardModifiers with) {
      std::vector<int> seen;
      for (std::size_t i = 0; i < panes.size() + 2; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, with);
        seen.push_back(at());
      }
      return std::set<int>(seen.begin(), seen.end());
    };
    page->setFocus();
    std::set<int> every{-1};
    for (std::size_t i = 0; i < panes.size(); ++i) every.insert(static_cast<int>(i));
    QCOMPARE(go(Qt::NoModifier), every);
    QCOMPARE(go(Qt::ShiftModifier), every);
  }

  void tab_and_f6_enter_a_group_at_what_is_chosen() {
    AllPages all;
    auto* page = all.open(ui::Place::alerts);
    QApplication::setActiveWindow(&all.window);
    auto* list = static_cast<ui::AlertsPage*>(page)->list();
    // Chosen by a model, not by a click: Qt alone would leave the stop at the first tab.
    all.centre.show(models::AlertTab::shelved);
    AllPages::settle();
    auto* chosen = list->tabs()->tab(static_cast<int>(models::tab_index(models::AlertTab::shelved)));
    page->setFocus();
    for (int i = 0; i < 200 && !list->tabs()->isAncestorOf(QApplication::focusWidget()); ++i)
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(chosen));
    QTest::keyClick(chosen, Qt::Key_Right);
    QVERIFY(all.centre.list().tab() == models::AlertTab::by_design);
  }

  void every_page_names_its_controls_for_assistive_technology_data() {
    tab_reaches_every_control_and_comes_round_data();
  }
  void every_page_names_its_controls_for_assistive_technology() {
    QFETCH(int, place);
    AllPages all;
    all.open(static_cast<ui::Place>(place));
    const auto unnamed = test::unnamed_controls(all.window);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    // Cells of tables speak, too: by what they show or by words of their own.
    for (const auto* view : all.window.findChildren<QAbstractItemView*>()) {
      if (!view->isVisible() || view->model()->rowCount() == 0) continue;
      for (int column = 0; column < view->model()->columnCount(); ++column) {
        const auto index = view->model()->index(view->model()->rowCount() - 1, column);
        const auto said = index.data(Qt::AccessibleTextRole).toString() + index.data(Qt::DisplayRole).toString();
        QVERIFY2(!said.isEmpty(), qPrintable(told(view) + QStringLiteral(" column %1").arg(column)));
      }
    }
  }

  void with_the_whole_window_around_no_text_is_cut() {
    // From the smallest window up; the pages alone are measured in every state by their own tests.
    for (const auto& size : {QSize(1180, 720), QSize(1320, 760), QSize(1440, 900)}) {
      AllPages all;
      all.window.resize(size);
      for (const auto place : AllPages::kPlaces) {
        all.open(place);
        QStringList found;
        for (const auto* bar : all.window.findChildren<ui::TopBar*>()) {
          found += test::clipped_texts(*bar) + test::cut_texts(*const_cast<ui::TopBar*>(bar));
        }
        for (auto* rail : all.window.findChildren<ui::Rail*>()) found += test::cut_texts(*rail);
        QVERIFY2(all.window.width() <= size.width(), "the window grew");
        QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("%1: ").arg(size.width()) + found.join(u'\n')));
      }
    }
  }
};

QTEST_MAIN(PagesWalkTest)
#include "walk_test.moc"
