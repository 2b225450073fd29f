// A language that is changed leaves nothing behind: the same words as on pages that were made in it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pages/house.h"
#include "ui/shell/rail.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace guardline;
using Language = ui::Preferences::Language;
using test::AllPages;

class PagesLanguageTest final : public QObject {
  Q_OBJECT

  /// What is read on the page and around it, as sorted lines "kind: words". The rail's words here are the house's own.
  static QStringList words(const AllPages& all) {
    QStringList found;
    for (const auto* w : all.window.findChildren<QWidget*>()) {
      const auto* rail = all.window.findChild<ui::Rail*>();
      if (!w->isVisible() || (rail != nullptr && rail->isAncestorOf(w))) continue;
      const auto kind = QString::fromLatin1(w->metaObject()->className());
      if (const auto* label = qobject_cast<const QLabel*>(w)) found << kind + QStringLiteral(": ") + label->text();
      if (const auto* button = qobject_cast<const QAbstractButton*>(w))
        found << kind + QStringLiteral(": ") + button->text();
      if (const auto* line = qobject_cast<const QLineEdit*>(w))
        found << kind + QStringLiteral(" hint: ") + line->placeholderText();
      if (const auto* field = qobject_cast<const QPlainTextEdit*>(w))
        found << kind + QStringLiteral(" hint: ") + field->placeholderText();
      found << kind + QStringLiteral(" name: ") + w->accessibleName()
            << kind + QStringLiteral(" description: ") + w->accessibleDescription();
      if (w != all.window.window()) found << kind + QStringLiteral(" tip: ") + w->toolTip();
      if (const auto* view = qobject_cast<const QAbstractItemView*>(w)) {
        for (int column = 0; column < view->model()->columnCount(); ++column)
          found << kind + QStringLiteral(" head: ") + view->model()->headerData(column, Qt::Horizontal).toString();
      }
    }
    found.sort();
    return found;
  }
  /// Leaves words behind on the page that stand until the next act.
  static void act(AllPages& all, ui::Place place) {
    auto* page = all.window.current_page();
    if (place == ui::Place::alerts) QTest::keyClick(static_cast<ui::AlertsPage*>(page)->list()->view(), Qt::Key_A);
    if (place == ui::Place::investors) {
      for (auto* button : page->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && (button->accessibleName() == QStringLiteral("写备注") ||
                                    button->accessibleName() == QStringLiteral("Write note")))
          button->click();
      }
    }
    AllPages::settle();
  }
  static QStringList less(const QStringList& these, QStringList those) {
    QStringList left;
    for (const auto& each : these) {
      if (!those.removeOne(each)) left << each;
    }
    return left;
  }

 private Q_SLOTS:
  void a_changed_language_leaves_no_word_of_the_one_before_data() {
    QTest::addColumn<int>("place");
    QTest::addColumn<bool>("to_english");
    for (const auto place : AllPages::kPlaces) {
      for (const bool english : {true, false})
        QTest::addRow("%d %s", static_cast<int>(place), english ? "to English" : "to Chinese")
            << static_cast<int>(place) << english;
    }
  }
  void a_changed_language_leaves_no_word_of_the_one_before() {
    QFETCH(int, place);
    QFETCH(bool, to_english);
    const auto at = static_cast<ui::Place>(place);
    const auto last = to_english ? Language::english : Language::chinese;
    const auto first = to_english ? Language::chinese : Language::english;
    QStringList wanted, before, now;
    {
      AllPages all;
      all.preferences.set_language(last);
      all.open(at);
      act(all, at);
      wanted = words(all);
    }
    {
      AllPages all;
      all.preferences.set_language(first);
      all.open(at);
      act(all, at);
      before = words(all);
      all.preferences.set_language(last);
      QTest::qWait(140);
      AllPages::settle();
      now = words(all);
    }
    QVERIFY2(less(before, wanted).size() > 20, "the two languages hardly differ: nothing was compared");
    const auto left = less(now, wanted), missing = less(wanted, now);
    QVERIFY2(left.isEmpty() && missing.isEmpty(),
             qPrintable(QStringLiteral("there and not wanted:\n") + left.join(u'\n') +
                        QStringLiteral("\nwanted and not there:\n") + missing.join(u'\n')));
  }
};

QTEST_MAIN(PagesLanguageTest)
#include "language_test.moc"
