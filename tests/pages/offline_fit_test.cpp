// Banner, pill and panel of working without a hub: no text is cut, everything has a name, a lock hides all of it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pages/house.h"
#include "tests/support_qt/fake_offline_gateway.h"
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"
#include "ui/offline/offline_centre.h"
#include "ui/offline/offline_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/modal_sheet.h"
#include "ui/widgets/pill.h"

#include <QPlainTextEdit>
#include <QPushButton>

using namespace guardline;
using test::AllPages;

namespace {

models::OfflineState away(Timestamp now) {
  using namespace std::chrono_literals;
  models::OfflineState state;
  state.away = true;
  state.since = now - 12min;
  state.vault.open = true;
  state.vault.people = 38;
  state.vault.lease_left = 71h + 58min;
  state.vault.lease_length = 72h;
  for (int i = 0; i < 3; ++i) {
    models::QueuedAct act;
    act.id = QString::number(i);
    act.made_at = now - std::chrono::minutes(10 - i);
    act.subject = QStringLiteral("delivery-rate");
    models::AlertWish wish;
    wish.alert = test::alert_id(0x3402 + i);
    wish.occurrence = 1;
    wish.text = QStringLiteral("已联系短信网关值班，等待恢复");
    act.wish = wish;
    state.queue.push_back(act);
  }
  state.others = 2;
  return state;
}

models::OfflineState conflicting(Timestamp now) {
  models::OfflineState state;
  state.vault.open = true;
  state.vault.lease_left = state.vault.lease_length = std::chrono::hours(72);
  models::OfflineConflict conflict;
  conflict.id = QStringLiteral("1");
  conflict.made_at = now - std::chrono::minutes(9);
  conflict.why = models::AlertRefusal::Kind::already_acknowledged;
  conflict.mine.alert = test::alert_id(0x3402);
  conflict.mine.occurrence = 1;
  conflict.mine.text = QStringLiteral("已联系短信网关值班，等待恢复");
  models::AlertDetail there;
  there.alert = test::make_alert(0x3402, Severity::urgent, now - std::chrono::minutes(30));
  conflict.hub = there;
  state.conflicts.push_back(conflict);
  return state;
}

struct Desk {
  explicit Desk(double scale = 1) {
    all.theme.set_text_scale(scale);
    all.window.resize(QSize(1440, 900) * scale);
    centre = new ui::OfflineCentre(all.theme, gateway, all.clock, &all.window);
    all.window.add_tool(centre->pill());
    all.window.set_banner(centre->banner());
    all.open(ui::Place::alerts);
    centre->set_inside(true);
  }
  ~Desk() { all.theme.set_text_scale(1); }
  void play(const models::OfflineState& state) {
    gateway.now = state;
    gateway.tell();
    if (!panel()->isVisible()) centre->pill()->click();
    AllPages::settle();
  }
  ui::OfflinePanel* panel() { return all.window.findChild<ui::OfflinePanel*>(); }
  QStringList faults() {
    return test::clipped_texts(*panel()) + test::cut_texts(*panel()) + test::clipped_texts(*centre->banner()) +
           test::unnamed_controls(all.window);
  }
  test::FakeOfflineGateway gateway;
  AllPages all;
  ui::OfflineCentre* centre{};
};

}  // namespace

class OfflineFitTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void texts_fit_and_controls_have_names_data() {
    QTest::addColumn<bool>("english");
    QTest::addColumn<double>("scale");
    for (const bool english : {false, true})
      for (const double scale : {1.0, 1.5, 2.0})
        QTest::addRow("%s-%d", english ? "en" : "zh", static_cast<int>(scale * 100)) << english << scale;
  }
  void texts_fit_and_controls_have_names() {
    QFETCH(bool, english);
    QFETCH(double, scale);
    Desk desk(scale);
    using Language = ui::Preferences::Language;
    desk.all.preferences.set_language(english ? Language::english : Language::chinese);
    const auto now = desk.all.clock.now();
    std::vector<std::pair<QString, models::OfflineState>> states{{QStringLiteral("away"), away(now)},
                                                                 {QStringLiteral("conflict"), conflicting(now)},
                                                                 {QStringLiteral("empty"), {}}};
    for (int i = 0; i <= static_cast<int>(models::VaultTrouble::unavailable); ++i) {
      auto state = away(now);
      state.vault = {};
      state.vault.trouble = static_cast<models::VaultTrouble>(i);
      states.emplace_back(QStringLiteral("trouble %1").arg(i), state);
    }
    for (const auto& [name, state] : states) {
      desk.play(state);
      const auto found = desk.faults();
      QVERIFY2(found.isEmpty(), qPrintable(name + u'\n' + found.join(u'\n')));
    }
  }

  void a_lock_hides_panel_banner_and_what_is_being_edited() {
    Desk desk;
    desk.play(away(desk.all.clock.now()));
    QPushButton* edit = nullptr;
    for (auto* button : desk.panel()->findChildren<QPushButton*>())
      if (edit == nullptr && button->text() == QStringLiteral("改")) edit = button;
    QVERIFY(edit != nullptr);
    edit->click();
    auto* sheet = desk.all.window.findChild<ui::ModalSheet*>();
    QVERIFY(sheet != nullptr && sheet->isVisible());
    sheet->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("改到一半"));
    desk.all.session.lock();
    desk.centre->set_inside(false);
    AllPages::settle();
    QVERIFY(!sheet->isVisible() && !desk.panel()->isVisible() && !desk.centre->banner()->isVisible());
    desk.all.session.sign_in({}, QStringLiteral("secret"), QStringLiteral("407152"));
    desk.centre->set_inside(true);
    AllPages::settle();
    QVERIFY2(sheet->isVisible(), "who unlocks goes on where they were");
    QCOMPARE(sheet->findChild<QPlainTextEdit*>()->toPlainText(), QStringLiteral("改到一半"));
  }
};

QTEST_MAIN(OfflineFitTest)
#include "offline_fit_test.moc"
