// Several pages in one shell: places, keys, landing by role, badges, panes, and nothing left for the next person.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_shell/scenes.h"
#include "ui/shell/rail.h"

#include <QPointer>
#include <QVBoxLayout>
#include <optional>

using namespace guardline;
using models::Role;
using ui::Place;

namespace {

/// A page with two panes that notes what it was asked.
class NotedPage final : public ui::Page {
 public:
  explicit NotedPage(QString title) : title_(std::move(title)) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title_);
    auto* column = new QVBoxLayout(this);
    for (const auto* name : {"一", "二"}) {
      auto* pane = new QWidget(this);
      auto* inside = new QVBoxLayout(pane);
      auto* button = new QPushButton(pane);
      button->setAccessibleName(title_ + QString::fromUtf8(name));
      inside->addWidget(button);
      column->addWidget(pane);
      panes_.push_back(pane);
    }
  }
  [[nodiscard]] QString title() const override { return title_; }
  [[nodiscard]] State state() const override { return State::ready; }
  [[nodiscard]] std::vector<QWidget*> panes() const override { return panes_; }
  void retry() override { ++retries; }
  void show_subject(const QString& subject) override { subjects << subject; }

  int retries{0};
  QStringList subjects;

 private:
  QString title_;
  std::vector<QWidget*> panes_;
};

struct Pages {
  explicit Pages(test::Stage& stage) : window(*stage.window) {
    offer(Place::alerts, QStringLiteral("告警"), {Role::risk, Role::supervisor, Role::agent}, {Role::risk});
    offer(Place::investors, QStringLiteral("投资者"), {Role::agent, Role::risk, Role::supervisor}, {Role::agent});
    offer(Place::kpi, QStringLiteral("看板"), {Role::admin, Role::supervisor}, {});
  }
  void offer(Place place, const QString& title, std::vector<Role> roles, std::vector<Role> lands) {
    window.add_page({.place = place,
                     .icon = QStringLiteral("bell"),
                     .label = [title] { return title; },
                     .roles = std::move(roles),
                     .make =
                         [this, title](Role) {
                           ++made;
                           return new NotedPage(title);
                         },
                     .lands = std::move(lands)});
  }
  [[nodiscard]] QString title() const { return window.current_page()->title(); }
  [[nodiscard]] NotedPage* page() const { return dynamic_cast<NotedPage*>(window.current_page()); }
  [[nodiscard]] QStringList rail() const {
    QStringList seen;
    for (auto* item : window.findChild<ui::Rail*>()->findChildren<QAbstractButton*>())
      if (item->isVisible()) seen << QStringLiteral("%1 %2").arg(item->y(), 4).arg(item->accessibleName());
    seen.sort();
    for (auto& line : seen) line.remove(0, 5);
    return seen;
  }
  ui::MainWindow& window;
  int made{0};
};

}  // namespace

class PlacesTest final : public QObject {
  Q_OBJECT
  std::optional<test::Look> look_;

  std::unique_ptr<test::Stage> signed_in_as(Role role, std::optional<Pages>& pages) {
    look_->settings.clear();  // else the page of the one before is remembered
    auto s = std::make_unique<test::Stage>(look_->preferences, [role](auto& g) { g.session->role = role; });
    pages.emplace(*s);
    if (pages->made != 0) qFatal("made before anybody could see it");
    test::sign_in(*s);
    return s;
  }

 private Q_SLOTS:
  void initTestCase() { look_.emplace(); }

  void each_role_lands_where_its_work_begins() {
    const std::vector<std::pair<Role, QString>> expected{{Role::agent, QStringLiteral("投资者")},
                                                         {Role::risk, QStringLiteral("告警")},
                                                         {Role::supervisor, QStringLiteral("实时监控")},
                                                         {Role::admin, QStringLiteral("实时监控")}};
    for (const auto& [role, title] : expected) {
      std::optional<Pages> pages;
      const auto s = signed_in_as(role, pages);
      QCOMPARE(pages->title(), title);
      // Only what was opened was made.
      QCOMPARE(pages->made, title == QStringLiteral("实时监控") ? 0 : 1);
    }
  }
  void the_rail_shows_the_roles_places_in_order() {
    std::optional<Pages> pages;
    const auto agent = signed_in_as(Role::agent, pages);
    QCOMPARE(pages->rail(),
             (QStringList{QStringLiteral("实时监控"), QStringLiteral("投资者"), QStringLiteral("告警")}));
    const auto admin = signed_in_as(Role::admin, pages);
    QCOMPARE(pages->rail(), (QStringList{QStringLiteral("实时监控"), QStringLiteral("看板")}));
  }
  void a_key_means_one_place_whatever_the_role_sees() {
    std::optional<Pages> pages;
    const auto s = signed_in_as(Role::admin, pages);
    const auto press = [&s](Qt::Key key) { QTest::keyClick(s->window.get(), key, Qt::ControlModifier); };
    press(Qt::Key_2);  // not this role's: nothing happens, above all not another page
    QCOMPARE(pages->title(), QStringLiteral("实时监控"));
    press(Qt::Key_5);
    QCOMPARE(pages->title(), QStringLiteral("看板"));
    press(Qt::Key_9);
    QCOMPARE(pages->title(), QStringLiteral("看板"));
    press(Qt::Key_1);
    QCOMPARE(pages->title(), QStringLiteral("实时监控"));
  }
  void a_page_may_send_the_person_on() {
    std::optional<Pages> pages;
    const auto s = signed_in_as(Role::risk, pages);
    Q_EMIT pages->page()->page_wanted(Place::investors, QStringLiteral("investor:7"));
    QCOMPARE(pages->title(), QStringLiteral("投资者"));
    QCOMPARE(pages->page()->subjects, QStringList{QStringLiteral("investor:7")});
    Q_EMIT pages->page()->page_wanted(Place::kpi, QStringLiteral("x"));  // not this role's
    QCOMPARE(pages->title(), QStringLiteral("投资者"));
  }
  void locking_keeps_the_pages_and_leaving_destroys_them() {
    std::optional<Pages> pages;
    const auto s = signed_in_as(Role::agent, pages);
    QPointer<ui::Page> page = s->window->current_page();
    s->session->lock();
    test::Stage::settle();
    QVERIFY(page && !page->isVisible());
    test::sign_in(*s);
    QVERIFY(page && page->isVisible());
    s->window->open(Place::alerts);
    s->session->sign_out();
    test::Stage::settle();
    QVERIFY(!page);
    for (auto* left : s->window->findChildren<ui::Page*>()) QVERIFY(dynamic_cast<NotedPage*>(left) == nullptr);
    // The next person lands; they don't come where the one before was.
    test::sign_in(*s);
    QCOMPARE(pages->title(), QStringLiteral("投资者"));
    QCOMPARE(pages->made, 3);
  }
  void f6_walks_the_panes_and_f5_asks_the_page() {
    std::optional<Pages> pages;
    const auto s = signed_in_as(Role::agent, pages);
    QVERIFY(QTest::qWaitForWindowActive(s->window.get()));
    pages->page()->setFocus();
    const auto name = [] { return QApplication::focusWidget()->accessibleName(); };
    const auto f6 = [&s](Qt::KeyboardModifiers with = Qt::NoModifier) {
      QTest::keyClick(s->window.get(), Qt::Key_F6, with);
    };
    f6();
    QCOMPARE(name(), QStringLiteral("投资者一"));
    f6();
    QCOMPARE(name(), QStringLiteral("投资者二"));
    f6();
    QVERIFY(s->window->findChild<ui::Rail*>()->isAncestorOf(QApplication::focusWidget()));
    f6(Qt::ShiftModifier);
    QCOMPARE(name(), QStringLiteral("投资者二"));
    QTest::keyClick(s->window.get(), Qt::Key_F5);
    QCOMPARE(pages->page()->retries, 1);
    QCOMPARE(s->gateway.retries, 1);
  }
  void waiting_things_are_told_in_the_rail() {
    std::optional<Pages> pages;
    const auto s = signed_in_as(Role::agent, pages);
    s->window->set_badge(Place::alerts, 6);
    QVERIFY(pages->rail().contains(QStringLiteral("告警，6 项待处理")));
    s->window->set_badge(Place::alerts, 0);
    QVERIFY(pages->rail().contains(QStringLiteral("告警")));
    s->window->set_badge(Place::drills, 3);  // nobody offered it
  }
};

QTEST_MAIN(PlacesTest)
#include "places_test.moc"
