// Bell, drawer, toast and sound over a window. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notification_model.h"
#include "tests/alerts/sample_alerts.h"
#include "tests/support_qt/fake_session_gateway.h"
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"
#include "ui/notifications/bell_button.h"
#include "ui/notifications/notification_centre.h"
#include "ui/notifications/notification_drawer.h"
#include "ui/notifications/toast.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keep_clear.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <memory>

using namespace guardline;
using namespace std::chrono_literals;

namespace {

struct Desk {
  explicit Desk(ui::Theme& theme)
      : clock(from_micros(1'795'315'350'000'000)),
        centre(gateway, clock),
        notes(centre),
        field(&window),
        notifications(
            theme, centre, notes, clock, [this] { ++rings; }, &window) {
    field.setGeometry(40, 80, 200, 30);
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field.setFocus();
    centre.begin(models::rights_of(models::Role::risk), QStringLiteral("shen"));
    gateway.tell_snapshot({});
    notifications.set_inside(true);
  }
  void tell(int number, Severity severity) {
    gateway.tell_change(test::make_alert(number, severity, clock.now() + std::chrono::milliseconds(++told)));
    QTest::qWait(150);
  }
  test::FixedClock clock;
  test::FakeAlertGateway gateway;
  models::AlertCentre centre;
  models::NotificationModel notes;
  QWidget window;
  QLineEdit field;
  int rings{0};
  int told{0};
  ui::NotificationCentre notifications;
};

}  // namespace

class NotificationsTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { theme_ = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() { theme_.reset(); }

  void one_toast_at_a_time_the_most_urgent() {
    Desk desk(*theme_);
    auto* toast = desk.notifications.toast();
    QVERIFY(!toast->isVisible());
    desk.tell(1, Severity::high);
    QVERIFY(toast->isVisible());
    QCOMPARE(toast->others(), 0);
    desk.tell(2, Severity::urgent);
    QCOMPARE(toast->others(), 1);
    QVERIFY(toast->accessibleName().startsWith(QStringLiteral("紧急")));
    desk.tell(3, Severity::low);  // less urgent: it only counts
    QCOMPARE(toast->others(), 2);
    QVERIFY(toast->accessibleName().startsWith(QStringLiteral("紧急")));
    QCOMPARE(desk.window.findChildren<ui::Toast*>().size(), 1);
    QVERIFY2(desk.field.hasFocus(), "a toast takes no focus");
    QTRY_VERIFY_WITH_TIMEOUT(!toast->isVisible(), 12'000);
    QCOMPARE(desk.notifications.bell()->count(), 3);
  }

  void a_toast_never_stands_over_the_focus() {
    const QSize window(1440, 900);
    const QSize size(380, 110);
    const auto usual = ui::Toast::place(window, size, {}, 52, 26);
    QCOMPARE(usual.right(), 1440 - 16 - 1);
    QVERIFY(usual.bottom() < 900 - 26);
    for (int x = 0; x < 1440; x += 40) {
      for (int y = 52; y < 874; y += 20) {
        const QRect focus(x, y, 180, 30);
        const auto where = ui::Toast::place(window, size, {focus}, 52, 26);
        QVERIFY2(!where.intersects(focus), qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
        QVERIFY(QRect(QPoint(), window).contains(where));
      }
    }
    Desk desk(*theme_);
    desk.field.setGeometry(1180, 780, 200, 30);
    desk.tell(1, Severity::urgent);
    QVERIFY(!desk.notifications.toast()->geometry().intersects(desk.field.geometry()));
  }

  void a_toast_leaves_free_where_people_act() {
    const QSize window(1440, 900);
    const QSize size(380, 110);
    // A panel of acts at the lower right, and a banner above it: just above both.
    const QRect panel(950, 700, 460, 160);
    const QRect banner(950, 560, 460, 60);
    const auto where = ui::Toast::place(window, size, {banner, panel}, 52, 26);
    QCOMPARE(where.right(), 1440 - 16 - 1);
    QVERIFY(!where.intersects(panel) && !where.intersects(banner));
    QVERIFY(where.bottom() < banner.top());
    // Where the whole right side is for acting: at the left.
    QCOMPARE(ui::Toast::place(window, size, {QRect(800, 60, 640, 810)}, 52, 26).left(), 16);
    // Marked parts are found wherever they stand, as far as they can be seen.
    Desk desk(*theme_);
    QWidget part(&desk.window);
    QWidget acts(&part);
    part.setGeometry(1000, 600, 420, 260);
    acts.setGeometry(0, 160, 420, 400);
    part.show();
    ui::keep_clear(&acts);
    const auto clear = ui::kept_clear(desk.window);
    QVERIFY(std::ranges::find(clear, QRect(1000, 760, 420, 100)) != clear.end());
    desk.tell(1, Severity::urgent);
    const auto toast = desk.notifications.toast()->geometry();
    QVERIFY(!toast.intersects(QRect(1000, 760, 420, 100)));
    QVERIFY2(toast.right() == 1440 - 16 - 1, "above them, not far away");
  }

  void the_drawer_by_keys() {
    Desk desk(*theme_);
    desk.tell(1, Severity::high);
    desk.tell(2, Severity::medium);
    QCOMPARE(desk.notifications.bell()->count(), 2);
    auto* drawer = desk.notifications.drawer();
    QTest::keyClick(&desk.field, Qt::Key_F8);
    QVERIFY(drawer->isVisible() && drawer->view()->hasFocus());
    QVERIFY(!desk.notifications.toast()->isVisible());
    QCOMPARE(drawer->width(), theme_->px(380));
    QCOMPARE(desk.notifications.bell()->count(), 0);
    QVERIFY(test::unnamed_controls(*drawer).isEmpty());
    QVERIFY(test::clipped_texts(*drawer).isEmpty());
    QCOMPARE(test::cut_texts(*drawer), QStringList());
    QTest::keyClick(drawer->view(), Qt::Key_Escape);
    QVERIFY(!drawer->isVisible());
    QVERIFY2(desk.field.hasFocus(), "the focus goes back to where it was");
    QSignalSpy wanted(&desk.notifications, &ui::NotificationCentre::open_wanted);
    QTest::keyClick(&desk.field, Qt::Key_F8);
    QTest::keyClick(drawer->view(), Qt::Key_J);
    QTest::keyClick(drawer->view(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QString::fromStdString(test::alert_id(1).text()));
    QVERIFY(!drawer->isVisible());
  }

  void nothing_is_shown_when_nobody_is_in() {
    Desk desk(*theme_);
    desk.tell(1, Severity::high);
    desk.notifications.set_inside(false);
    QVERIFY(!desk.notifications.toast()->isVisible());
    desk.tell(2, Severity::urgent);
    QVERIFY(!desk.notifications.toast()->isVisible());
    QTest::keyClick(&desk.field, Qt::Key_F8);
    QVERIFY(!desk.notifications.drawer()->isVisible());
    QTRY_COMPARE(desk.rings, 1);  // heard all the same
    desk.centre.end();
    QCOMPARE(desk.notes.rowCount(), 0);
    QCOMPARE(desk.notifications.bell()->count(), 0);
  }

  void only_urgent_alerts_ring() {
    Desk desk(*theme_);
    desk.tell(1, Severity::high);
    QCOMPARE(desk.rings, 0);
    desk.tell(2, Severity::urgent);
    desk.tell(3, Severity::urgent);
    QTRY_COMPARE(desk.rings, 1);
    desk.clock.advance(60s);
    desk.tell(4, Severity::urgent);
    QTRY_COMPARE(desk.rings, 2);
  }

  void texts_fit() {
    for (const double scale : {1.0, 1.5, 2.0}) {
      theme_->set_text_scale(scale);
      Desk desk(*theme_);
      desk.window.resize(QSize(1440, 900) * scale);
      desk.tell(1, Severity::urgent);
      desk.tell(2, Severity::high);
      const auto toast =
          test::clipped_texts(*desk.notifications.toast()) + test::cut_texts(*desk.notifications.toast());
      QVERIFY2(toast.isEmpty(), qPrintable(toast.join(u'\n')));
    }
    theme_->set_text_scale(1);
  }

 private:
  std::unique_ptr<ui::Theme> theme_;
};

QTEST_MAIN(NotificationsTest)
#include "notifications_test.moc"
