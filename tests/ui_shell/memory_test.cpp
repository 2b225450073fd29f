// Column widths, panes and pages over starts; rows on the clipboard. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_shell/scenes.h"
#include "ui/shell/view_memory.h"
#include "ui/widgets/table_copy.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>

using namespace guardline;
using models::Role;

namespace {

struct Table {
  Table() : model(3, 3) {
    for (int row = 0; row < 3; ++row)
      for (int column = 0; column < 3; ++column)
        model.setItem(row, column, new QStandardItem(QStringLiteral("%1%2").arg(QChar(u'a' + column)).arg(row)));
    model.setHorizontalHeaderLabels({QStringLiteral("甲"), QStringLiteral("乙"), QStringLiteral("丙")});
    view.setModel(&model);
    view.setProperty("remember", QStringLiteral("test.table"));
    view.horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int i = 0; i < 3; ++i) view.setColumnWidth(i, 100);
    view.resize(500, 200);
  }
  /// As a hand does: press on the edge of a head, move, let go.
  void drag(int column, int by) {
    auto* viewport = view.horizontalHeader()->viewport();
    const int edge = view.horizontalHeader()->sectionViewportPosition(column) + view.columnWidth(column) - 1;
    const int middle = view.horizontalHeader()->height() / 2;
    QTest::mousePress(viewport, Qt::LeftButton, {}, {edge, middle});
    QMouseEvent move(QEvent::MouseMove, QPointF(edge + by, middle), viewport->mapToGlobal(QPointF(edge + by, middle)),
                     Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(viewport, &move);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {edge + by, middle});
  }
  QStandardItemModel model;
  QTableView view;
};

class PlainOne final : public ui::Page {
 public:
  [[nodiscard]] QString title() const override { return QStringLiteral("看板"); }
  [[nodiscard]] State state() const override { return State::ready; }
};

}  // namespace

class MemoryTest final : public QObject {
  Q_OBJECT
  std::unique_ptr<test::Look> look_;
  QString file() { return look_->home.filePath(QStringLiteral("s.ini")); }
  QByteArray written() {
    look_->settings.sync();
    QFile f(file());
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
  }

 private Q_SLOTS:
  void init() { look_ = std::make_unique<test::Look>(); }
  void cleanup() { look_.reset(); }

  void a_width_that_a_hand_gave_comes_back_for_that_account_alone() {
    {
      ui::ViewMemory memory(look_->theme, look_->settings);
      memory.enter(QStringLiteral("zhoulan"), false);
      Table t;
      t.view.show();
      t.view.setColumnWidth(0, 111);  // the page's own doing is not kept
      t.drag(1, 44);
      QCOMPARE(t.view.columnWidth(1), 144);
      memory.leave();
    }
    const auto width = [&](const QString& account, bool shared, double scale) {
      look_->theme.set_text_scale(scale);
      ui::ViewMemory memory(look_->theme, look_->settings);
      memory.enter(account, shared);
      Table t;
      t.view.show();
      const int found = t.view.columnWidth(1);
      look_->theme.set_text_scale(1);
      return found;
    };
    QCOMPARE(width(QStringLiteral("zhoulan"), false, 1), 144);
    QCOMPARE(width(QStringLiteral("zhoulan"), false, 1.5), 216);
    QCOMPARE(width(QStringLiteral("shenyan"), false, 1), 100);
    QCOMPARE(width(QStringLiteral("zhoulan"), true, 1), 100);
    QVERIFY2(!written().contains("zhoulan") && !written().contains("shenyan"), "no account name in the settings");
  }

  void on_a_shared_computer_nothing_is_kept() {
    ui::ViewMemory memory(look_->theme, look_->settings);
    memory.enter(QStringLiteral("zhoulan"), true);
    Table t;
    t.view.show();
    t.drag(1, 44);
    memory.keep_page(3);
    memory.leave();
    QVERIFY2(!written().contains("views"), written().constData());
  }

  void settings_that_make_no_sense_change_nothing() {
    ui::ViewMemory memory(look_->theme, look_->settings);
    memory.enter(QStringLiteral("zhoulan"), false);
    memory.keep_page(3);
    const auto group = look_->settings.childGroups().contains(QStringLiteral("views"));
    QVERIFY(group);
    look_->settings.beginGroup(QStringLiteral("views"));
    const auto scope = look_->settings.childGroups().value(0);
    look_->settings.endGroup();
    for (const auto& value :
         {QVariant(QStringList{QStringLiteral("1")}), QVariant(QStringLiteral("x")),
          QVariant(QStringList{QStringLiteral("50"), QStringLiteral("-9"), QStringLiteral("50")}),
          QVariant(QStringList{QStringLiteral("50"), QStringLiteral("99999999"), QStringLiteral("5")})}) {
      look_->settings.setValue(QStringLiteral("views/%1/test.table").arg(scope), value);
      Table t;
      t.view.show();
      for (int i = 0; i < 3; ++i) QCOMPARE(t.view.columnWidth(i), 100);
    }
  }

  void the_page_comes_back_with_the_first_sign_in_of_a_start() {
    const auto add = [](test::Stage& s) {
      s.window->add_page({.place = ui::Place::kpi,
                          .icon = QStringLiteral("kpi"),
                          .label = [] { return QStringLiteral("看板"); },
                          .roles = {Role::supervisor},
                          .make = [](Role) { return new PlainOne; }});
    };
    {
      test::Stage s(look_->preferences);
      add(s);
      test::sign_in(s);
      QCOMPARE(s.window->current_page()->title(), QStringLiteral("实时监控"));
      s.window->open(ui::Place::kpi);
    }
    test::Stage s(look_->preferences);
    add(s);
    test::sign_in(s);
    QCOMPARE(s.window->current_page()->title(), QStringLiteral("看板"));
    // Later sign-ins of the same start begin where the role begins.
    s.session->sign_out();
    test::Stage::settle();
    test::sign_in(s);
    QCOMPARE(s.window->current_page()->title(), QStringLiteral("实时监控"));
    // And the way back leads to the page before.
    s.window->open(ui::Place::kpi);
    QTest::keyClick(s.window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(s.window->current_page()->title(), QStringLiteral("实时监控"));
    QTest::keyClick(s.window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(s.window->current_page()->title(), QStringLiteral("实时监控"));
  }

  void the_window_comes_back_as_it_was() {
    const QSize size(1200, 740);
    {
      test::Stage s(look_->preferences);
      s.window->resize(size);
      s.window->close();
    }
    // The screen of the offscreen platform is smaller than the window's least size, so the place can't be compared.
    QWidget again;
    QVERIFY(again.restoreGeometry(look_->preferences.geometry()));
    QVERIFY2(!written().contains("zhoulan"), "a place on the screen names nobody");
  }

  void rows_are_copied_as_they_are_shown() {
    Table t;
    ui::copy_rows_on_key(&t.view);
    t.view.setColumnHidden(0, true);
    t.model.setItem(1, 1, new QStandardItem(QStringLiteral("=1+1")));
    t.model.setItem(1, 2, new QStandardItem(QStringLiteral("x\ty\nz")));
    t.model.setItem(2, 1, new QStandardItem(QStringLiteral("-5")));
    t.view.horizontalHeader()->moveSection(2, 1);
    t.view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&t.view));
    t.view.setFocus();
    t.view.selectRow(2);
    t.view.selectionModel()->select(t.model.index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(&t.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("丙\t乙\nx y z\t'=1+1\nc2\t-5\n"));
    t.view.clearSelection();
    t.view.setCurrentIndex({});
    QVERIFY(ui::rows_as_tsv(t.view).isEmpty());
  }
};

QTEST_MAIN(MemoryTest)
#include "memory_test.moc"
