// The overlay of keys says what pages, charts, lists and the window really do, and all of it. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "tests/pages/house.h"
#include "ui/charts/chart_view.h"
#include "ui/shell/general_keys.h"
#include "ui/shell/shortcuts_overlay.h"

#include <QAbstractItemView>
#include <QAction>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <set>

using namespace guardline;
using test::AllPages;

namespace {

/// A cap of the overlay as keys; more than one for a range.
std::vector<QKeyCombination> keys_of(const QString& cap) {
  static const QMap<QString, Qt::Key> named{
      {QStringLiteral("空格"), Qt::Key_Space},  {QStringLiteral("Space"), Qt::Key_Space},
      {QStringLiteral("↓"), Qt::Key_Down},      {QStringLiteral("↑"), Qt::Key_Up},
      {QStringLiteral("←"), Qt::Key_Left},      {QStringLiteral("→"), Qt::Key_Right},
      {QStringLiteral("−"), Qt::Key_Minus},     {QStringLiteral("+"), Qt::Key_Plus},
      {QStringLiteral("PgUp"), Qt::Key_PageUp}, {QStringLiteral("PgDn"), Qt::Key_PageDown}};
  auto words = cap.split(u' ');
  const auto last = words.takeLast();
  Qt::KeyboardModifiers with;
  for (const auto& word : words) {
    if (word == QLatin1String("Ctrl")) with |= Qt::ControlModifier;
    if (word == QLatin1String("Shift")) with |= Qt::ShiftModifier;
    if (word == QLatin1String("Alt")) with |= Qt::AltModifier;
  }
  if (named.contains(last)) return {QKeyCombination(with, named[last])};
  const auto sequence = QKeySequence::fromString(last == QLatin1String("Enter") ? QStringLiteral("Return") : last);
  return sequence.isEmpty() ? std::vector<QKeyCombination>{} : std::vector{QKeyCombination(with, sequence[0].key())};
}

/// "1|…|6" is a range; "J|K" are two.
std::vector<QKeyCombination> all_keys_of(const QString& caps) {
  std::vector<QKeyCombination> all;
  const auto each = caps.split(u'|');
  for (qsizetype i = 0; i < each.size(); ++i) {
    if (each[i] == QStringLiteral("…")) {
      for (auto key = each[i - 1].front().unicode() + 1; key < each[i + 1].front().unicode(); ++key)
        all.emplace_back(static_cast<Qt::Key>(key));
      continue;
    }
    for (const auto key : keys_of(each[i])) all.push_back(key);
  }
  return all;
}

bool takes(QWidget* target, QKeyCombination key) {
  QKeyEvent event(
      QEvent::KeyPress, key.key(), key.keyboardModifiers(),
      key.keyboardModifiers() == Qt::NoModifier && key.key() < 0x80 ? QString(QChar(key.key()).toLower()) : QString());
  QCoreApplication::sendEvent(target, &event);
  return event.isAccepted();
}

QString name(QKeyCombination key) { return QKeySequence(key).toString(QKeySequence::PortableText); }

/// Keys that are bound below or on the widget, whatever has the focus inside.
std::set<QString> bound(const QWidget& root) {
  std::set<QString> all;
  for (const auto* shortcut : root.findChildren<QShortcut*>())
    if (shortcut->isEnabled()) all.insert(shortcut->key().toString(QKeySequence::PortableText));
  return all;
}

std::vector<QKeyCombination> universe() {
  std::vector<QKeyCombination> all;
  for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key) {
    all.emplace_back(static_cast<Qt::Key>(key));
    all.emplace_back(Qt::ControlModifier, static_cast<Qt::Key>(key));
  }
  for (int key = Qt::Key_0; key <= Qt::Key_9; ++key) all.emplace_back(static_cast<Qt::Key>(key));
  for (const auto key : {Qt::Key_Slash, Qt::Key_BracketLeft, Qt::Key_BracketRight, Qt::Key_Comma, Qt::Key_Period,
                         Qt::Key_Space, Qt::Key_Return, Qt::Key_Delete, Qt::Key_Insert, Qt::Key_F2, Qt::Key_F3,
                         Qt::Key_F4, Qt::Key_F7, Qt::Key_F9, Qt::Key_F10, Qt::Key_F11, Qt::Key_F12})
    all.emplace_back(key);
  return all;
}

}  // namespace

class PagesKeysTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void what_a_page_takes_is_told_and_what_is_told_is_taken_data() {
    QTest::addColumn<int>("place");
    for (const auto place : AllPages::kPlaces) QTest::addRow("%d", static_cast<int>(place)) << static_cast<int>(place);
  }
  void what_a_page_takes_is_told_and_what_is_told_is_taken() {
    QFETCH(int, place);
    std::set<QString> told;
    std::set<QString> windows;  // told beside the page's own
    {
      AllPages all;
      windows = bound(all.window);
      for (const auto& help : all.open(static_cast<ui::Place>(place))->keys())
        for (const auto key : all_keys_of(help.keys)) told.insert(name(key));
    }
    QVERIFY(!told.empty());
    // Each key on a page of its own: one may change what the next means.
    QStringList untold;
    for (const auto key : universe()) {
      // Moving belongs to lists and charts, told for all pages together.
      if (name(key) == QLatin1String("J") || name(key) == QLatin1String("K") || name(key) == QLatin1String("Ctrl+C"))
        continue;
      if (told.contains(name(key)) || windows.contains(name(key))) continue;
      static std::unique_ptr<AllPages> all;
      static int open = 0;
      if (!all || open != place) {
        all.reset();
        all = std::make_unique<AllPages>();
        all->open(static_cast<ui::Place>(place));
        open = place;
      }
      if (takes(all->window.current_page(), key)) {
        untold << name(key);
        all.reset();
      }
      if (key == universe().back()) all.reset();
    }
    QVERIFY2(untold.isEmpty(), qPrintable(QStringLiteral("taken and not told: ") + untold.join(u' ')));
    QStringList untaken;
    for (const auto& text : told) {
      AllPages all;
      auto* page = all.open(static_cast<ui::Place>(place));
      const auto key = QKeySequence::fromString(text)[0];
      // Something to step back from.
      if (key == Qt::Key_Escape && static_cast<ui::Place>(place) == ui::Place::kpi) page->retry();
      if (key == Qt::Key_Escape && static_cast<ui::Place>(place) == ui::Place::monitor) takes(page, Qt::Key_T);
      bool taken = takes(page, key) || bound(*page).contains(text);
      for (auto* child : page->findChildren<QWidget*>()) {
        if (taken) break;
        if (child->isVisible() && child->focusPolicy() != Qt::NoFocus && child->focusProxy() == nullptr)
          taken = takes(child, key);
      }
      if (!taken) untaken << text;
    }
    QVERIFY2(untaken.isEmpty(), qPrintable(QStringLiteral("told and not taken: ") + untaken.join(u' ')));
  }

  void the_windows_keys_are_told_and_bound() {
    AllPages all;
    all.open(ui::Place::kpi);
    all.window.show_shortcuts();
    const auto* overlay = all.window.findChild<ui::ShortcutsOverlay*>();
    std::set<QString> told;
    for (const auto& help : overlay->groups().at(1).keys)
      for (const auto key : all_keys_of(help.keys)) told.insert(name(key));
    // Places without a page are no keys of this window.
    std::set<QString> real;
    for (const auto* shortcut : all.window.findChildren<QShortcut*>(Qt::FindDirectChildrenOnly)) {
      const auto text = shortcut->key().toString(QKeySequence::PortableText);
      const bool empty_place = text.startsWith(QStringLiteral("Ctrl+")) && text.back().isDigit() &&
                               std::ranges::none_of(AllPages::kPlaces, [&](ui::Place place) {
                                 return static_cast<int>(place) == text.back().digitValue();
                               });
      if (!empty_place) real.insert(text);
    }
    for (const auto& text : real)
      QVERIFY2(told.contains(text), qPrintable(text + QStringLiteral(" is bound, not told")));
    for (const auto& text : told) {
      const bool always =
          text == QLatin1String("Esc") || text == QLatin1String("Tab") || text == QLatin1String("Shift+Tab");
      QVERIFY2(always || real.contains(text), qPrintable(text + QStringLiteral(" is told, not bound")));
    }
  }

  void every_chart_takes_the_keys_of_charts() {
    AllPages all;
    for (const auto place : {ui::Place::monitor, ui::Place::kpi}) {
      auto* page = all.open(place);
      const auto charts = page->findChildren<ui::ChartView*>();
      QVERIFY(!charts.isEmpty());
      for (auto* chart : charts) {
        if (!chart->isVisible()) continue;
        for (const auto& help : ui::chart_keys().keys)
          for (const auto key : all_keys_of(help.keys))
            QVERIFY2(takes(chart, key), qPrintable(chart->accessibleName() + u' ' + name(key)));
      }
    }
  }

  void every_table_takes_the_keys_of_lists_and_copies() {
    AllPages all;
    int tables = 0;
    for (const auto place : AllPages::kPlaces) {
      auto* page = all.open(place);
      for (auto* view : page->findChildren<QAbstractItemView*>()) {
        if (!view->isVisible() || view->model()->rowCount() < 3 || qobject_cast<QHeaderView*>(view) != nullptr)
          continue;
        ++tables;
        view->setFocus();
        view->setCurrentIndex(view->model()->index(0, 0));
        if (!view->currentIndex().flags().testFlag(Qt::ItemIsSelectable)) takes(view, Qt::Key_Down);  // a head of a day
        QTest::keyClick(view, Qt::Key_J);
        const int before = view->currentIndex().row();
        QTest::keyClick(view, Qt::Key_J);
        QVERIFY2(view->currentIndex().row() > before, qPrintable(view->accessibleName() + QStringLiteral(": J")));
        QTest::keyClick(view, Qt::Key_K);
        QVERIFY2(view->currentIndex().row() == before, qPrintable(view->accessibleName() + QStringLiteral(": K")));
        if (qobject_cast<QTableView*>(view) == nullptr) continue;
        const auto copies = std::ranges::any_of(view->actions(), [](const QAction* action) {
          return action->shortcut() == QKeySequence(QKeySequence::Copy);
        });
        QVERIFY2(copies, qPrintable(view->accessibleName() + QStringLiteral(" does not copy")));
      }
    }
    QVERIFY(tables >= 4);
  }

  void what_the_search_does_by_name_is_what_the_key_does() {
    for (const auto place : AllPages::kPlaces) {
      AllPages all;
      for (const auto& help : all.open(place)->keys()) {
        if (help.press.key() == Qt::Key_unknown) continue;
        const auto caps = all_keys_of(help.keys);
        QVERIFY2(std::ranges::find(caps, help.press) != caps.end(), qPrintable(help.action));
        AllPages fresh;
        QVERIFY2(takes(fresh.open(place), help.press), qPrintable(help.action));
      }
    }
  }

  void the_key_that_fits_what_is_chosen_is_tinted() {
    AllPages all;
    auto* page = all.open(ui::Place::alerts);
    const auto fitting = [&] {
      QStringList keys;
      for (const auto& help : page->keys())
        if (help.fits) keys << help.keys;
      return keys;
    };
    QVERIFY(!all.centre.entry()->alert.acknowledged);
    QCOMPARE(fitting(), QStringList{QStringLiteral("A")});
    all.window.show_shortcuts();
    const auto tinted = [&] {
      QStringList said;
      for (const auto* row : all.window.findChild<ui::ShortcutsOverlay*>()->findChildren<QFrame*>()) {
        if (!row->isVisible() || row->property("kind").toString() != QLatin1String("fits")) continue;
        said << row->findChild<QLabel*>()->accessibleName();
      }
      return said;
    };
    QCOMPARE(tinted(), QStringList{QStringLiteral("确认知晓 A，适合当前所选")});
    all.window.findChild<ui::ShortcutsOverlay*>()->shut();
    all.centre.open({});
    QVERIFY(fitting().isEmpty());
    page = all.open(ui::Place::investors);
    QCOMPARE(fitting(), QStringList{QStringLiteral("W|Enter")});
  }
};

QTEST_MAIN(PagesKeysTest)
#include "keys_test.moc"
