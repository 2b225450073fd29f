// What a person sees of working without a hub: one word of it at a time, the queue in their hands, both sides of a
// conflict, and nothing of the copy after its end. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/words.h"
#include "tests/offline/scenes.h"
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"
#include "ui/offline/offline_panel.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace guardline;
using test::Away;
using test::away_scenes;
using test::away_state;
using test::Desk;

namespace {

struct Look {
  QTemporaryDir home;
  QSettings settings{home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
  ui::Theme theme{*qApp};
  ui::Preferences preferences{theme, settings};
};

std::unique_ptr<Away> play(ui::Preferences& preferences, const char* wanted) {
  for (const auto& [name, make] : away_scenes())
    if (name == QLatin1String(wanted)) return make(preferences);
  return nullptr;
}

QStringList shown_texts(const QWidget& root) {
  QStringList texts;
  for (const auto* label : root.findChildren<QLabel*>())
    if (label->isVisibleTo(&root) && !label->text().isEmpty()) texts << label->text();
  return texts;
}

bool says(const QWidget& root, const QString& words) {
  const auto texts = shown_texts(root);
  return std::ranges::any_of(texts, [&](const QString& each) { return each.contains(words); });
}

}  // namespace

class OfflinePageTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void an_outage_is_told_once() {
    Look look;
    Away away(look.preferences);
    const auto pills = [&] {
      int shown = 0;
      for (const auto* pill : away.desk.window->findChildren<ui::Pill*>())
        if (pill->isVisible() && pill->text().contains(QStringLiteral("离线"))) ++shown;
      return shown;
    };
    const auto banners = [&] {
      int shown = 0;
      for (const auto* banner : away.desk.window->findChildren<ui::Banner*>())
        if (banner->isVisible()) ++shown;
      return shown;
    };
    away.desk.open(0);
    QCOMPARE(banners(), 0);
    away.cut();
    away.set(away_state());
    QCOMPARE(pills(), 1);
    QCOMPARE(banners(), 1);
    QVERIFY(away.centre->pill()->text().contains(QStringLiteral("71:58")));
    QVERIFY(away.centre->banner()->text().contains(QStringLiteral("11-23 10:41")));
    QVERIFY(away.desk.page()->context().contains(QStringLiteral("状态可能已变化")));
    // Back: nothing of it is left.
    away.desk.sessions.set_connection(
        {models::Connection::State::online, std::chrono::milliseconds(84), 0, {}, {}, {}, {}, {}});
    away.set({});
    QCOMPARE(pills(), 0);
    QCOMPARE(banners(), 0);
  }

  void rows_of_the_copy_say_how_old_they_are() {
    Look look;
    const auto away = play(look.preferences, "closed");
    QVERIFY(away->desk.page()->context().contains(QStringLiteral("本机加密副本")));
    const auto& rows = away->desk.page()->desk().timeline();
    int stale = 0, settled = 0;
    for (int row = 0; row < rows.rowCount(); ++row) {
      const auto index = rows.index(row, static_cast<int>(models::TimelineModel::Column::what));
      const auto words = index.data(models::TimelineModel::StaleRole).toString();
      if (rows.delivery(row) == nullptr) continue;
      words.isEmpty() ? ++settled : ++stale;
      // Heard as well as seen.
      QCOMPARE(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("可能已变化")), !words.isEmpty());
    }
    QVERIFY(stale > 0);
    QVERIFY(settled > 0);
    // Nothing is shown in plain without the hub, and the reason is said.
    auto* eye = away->desk.find<QPushButton>(QStringLiteral("显示手机 30 秒，写入审计"));
    QVERIFY(eye != nullptr);
    QVERIFY(!eye->isEnabled());
    QVERIFY(eye->toolTip().contains(QStringLiteral("须联网")));
  }

  void who_is_in_the_copy_is_listed_only_when_asked_for() {
    Look look;
    Away away(look.preferences);
    auto* page = away.desk.page();
    auto* list = away.desk.find<QPushButton>(QStringLiteral("列出本机副本里的人"));
    QVERIFY(list == nullptr);  // online there is nothing to list
    away.cut();
    away.set(away_state());
    list = away.desk.find<QPushButton>(QStringLiteral("列出本机副本里的人"));
    QVERIFY(list != nullptr);
    QVERIFY(!away.desk.hub.log.contains(QStringLiteral("kept")));
    list->click();
    Desk::settle();
    QVERIFY(away.desk.hub.log.contains(QStringLiteral("kept")));
    QCOMPARE(page->desk().matches().investors.size(), away.desk.hub.found.investors.size());
    QVERIFY(page->desk().head() == nullptr);
  }

  void who_is_followed_leads_the_list_of_the_copy() {
    Look look;
    Away away(look.preferences);
    QSignalSpy wanted(away.centre, &ui::OfflineCentre::people_wanted);
    away.cut();
    auto state = away_state();
    state.vault.followed = 2;
    away.set(state);
    away.open_panel();
    bool told = false;
    for (const auto* label : away.desk.window->findChildren<QLabel*>())
      told = told || (label->isVisible() && label->text() == QStringLiteral("副本有 38 位投资者，其中关注 2 位。"));
    QVERIFY(told);
    auto* list = away.desk.find<QPushButton>(QStringLiteral("列出副本里的投资者"));
    QVERIFY(list != nullptr && !list->toolTip().isEmpty());
    list->click();
    QCOMPARE(wanted.size(), 1);
    away.desk.hub.found.investors[0].as_of = test::picture_time();
    away.desk.hub.found.investors[0].followed = true;
    away.desk.window->open(ui::Place::investors, QStringLiteral("local:"));
    Desk::settle();
    QVERIFY(away.desk.hub.log.contains(QStringLiteral("kept")));
    auto* people = away.desk.find<QListWidget>(QStringLiteral("检索到的投资者"));
    QVERIFY(people != nullptr && people->count() == 3);
    QVERIFY(people->item(0)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("已关注")));
    QVERIFY(!people->item(1)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("已关注")));
  }

  void a_queued_act_is_changed_and_taken_back() {
    Look look;
    const auto away = play(look.preferences, "ready");
    const auto title = models::queued_title(away->gateway.state().queue[0]);
    auto* edit = away->desk.find<QPushButton>(QStringLiteral("改：%1").arg(title));
    QVERIFY(edit != nullptr);
    edit->click();
    Desk::settle();
    auto* field = away->desk.find<QPlainTextEdit>(QStringLiteral("改后的说明"));
    QVERIFY(field != nullptr);
    auto* save = away->desk.find<QPushButton>(QStringLiteral("保存修改"));
    QVERIFY(save != nullptr);
    field->clear();
    QVERIFY(!save->isEnabled());
    field->setPlainText(QStringLiteral("已改为致电"));
    save->click();
    Desk::settle();
    QCOMPARE(away->gateway.state().queue[0].wish->text, QStringLiteral("已改为致电"));
    QVERIFY(says(*away->desk.window, QStringLiteral("已改为致电")));

    // What the hub is being asked about right now stays.
    away->gateway.trouble = models::QueueTrouble::sending;
    away->desk.find<QPushButton>(QStringLiteral("撤回：%1").arg(title))->click();
    Desk::settle();
    QCOMPARE(away->gateway.state().queue.size(), std::size_t{3});
    QVERIFY(says(*away->desk.window, models::queue_trouble_text(models::QueueTrouble::sending)));
    away->gateway.trouble.reset();
    away->desk.find<QPushButton>(QStringLiteral("撤回：%1").arg(title))->click();
    Desk::settle();
    QCOMPARE(away->gateway.state().queue.size(), std::size_t{2});
    QVERIFY(away->desk.find<QPushButton>(QStringLiteral("撤回：%1").arg(title)) == nullptr);
  }

  void escape_leaves_the_panel_and_gives_the_focus_back() {
    Look look;
    const auto away = play(look.preferences, "closed");
    away->desk.window->activateWindow();
    auto* view = away->desk.page()->view();
    view->setFocus();
    away->open_panel();
    auto* panel = away->desk.window->findChild<ui::OfflinePanel*>();
    QVERIFY(panel->isVisible());
    QTest::keyClick(panel, Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    QCOMPARE(away->desk.window->focusWidget(), static_cast<QWidget*>(view));
  }

  void a_conflict_shows_both_sides_and_waits_for_a_choice() {
    Look look;
    const auto away = play(look.preferences, "conflict");
    QVERIFY(away->desk.window->findChild<ui::OfflinePanel*>()->isVisible());  // nobody asked for it
    QStringList sides;
    for (const auto* label : away->desk.window->findChildren<QLabel*>()) {
      const auto name = label->accessibleName();
      if (label->isVisible() &&
          (name.startsWith(QStringLiteral("本机：")) || name.startsWith(QStringLiteral("中枢："))))
        sides << name;
    }
    QCOMPARE(sides.size(), 4);
    QVERIFY(sides.filter(QStringLiteral("离线时看到，恢复后核对")).size() == 1);
    QVERIFY(sides.filter(QStringLiteral("沈砚")).size() == 1);
    QVERIFY(says(*away->desk.window, QStringLiteral("沈砚已于 10:42:05 先确认")));
    QVERIFY(away->gateway.resolved.empty());
    // The second is about an occurrence that came again: one's own act can go once more.
    auto* again = away->desk.find<QPushButton>(QStringLiteral("按现状再提交"));
    QVERIFY(again != nullptr);
    again->click();
    Desk::settle();
    QCOMPARE(away->gateway.resolved.size(), std::size_t{1});
    QCOMPARE(away->gateway.resolved[0], std::pair(QStringLiteral("2"), true));
    away->desk.find<QPushButton>(QStringLiteral("以中枢为准"))->click();
    Desk::settle();
    QCOMPARE(away->gateway.resolved[1], std::pair(QStringLiteral("1"), false));
  }

  void the_end_of_the_lease_closes_what_was_read() {
    Look look;
    const auto away = play(look.preferences, "lease-over");
    QCOMPARE(away->desk.session->state(), models::SessionModel::State::locked);
    QVERIFY(
        says(*away->desk.window, QStringLiteral("租约已到期，本机副本已清除。联网登录后可继续，待同步 4 项仍在。")));
    QVERIFY(!says(*away->desk.window, QStringLiteral("陈*明")));
  }

  void a_cold_start_is_refused_in_words() {
    Look look;
    const auto away = play(look.preferences, "cold-start");
    const auto words = models::vault_trouble_text(models::VaultTrouble::offline_start, 3);
    QVERIFY(says(*away->desk.window, words));
    for (const auto* button : away->desk.window->findChildren<QPushButton*>()) {
      if (!button->isVisible() || !button->text().startsWith(QStringLiteral("打开本机副本"))) continue;
      QVERIFY(!button->isEnabled());
      QCOMPARE(button->toolTip(), words);
    }
    // A desk used by several people keeps no copy, so there is nothing to refuse.
    away->desk.sessions.device.shared = true;
    away->desk.session->reload_device();
    away->set(away->gateway.state());
    QVERIFY(!says(*away->desk.window, words));
  }

  void texts_fit_data() {
    QTest::addColumn<bool>("english");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("width");
    for (const bool english : {false, true}) {
      for (const double scale : {1.0, 1.5, 2.0})
        QTest::addRow("%s-%d", english ? "en" : "zh", static_cast<int>(scale * 100)) << english << scale << 1440;
      QTest::addRow("%s-narrow", english ? "en" : "zh") << english << 1.0 << 1180;
    }
  }
  void texts_fit() {
    QFETCH(bool, english);
    QFETCH(double, scale);
    QFETCH(int, width);
    Look look;
    look.theme.set_text_scale(scale);
    look.preferences.set_language(english ? ui::Preferences::Language::english : ui::Preferences::Language::chinese);
    QStringList found;
    for (const auto& [name, make] : away_scenes()) {
      const auto away = make(look.preferences);
      auto& window = *away->desk.window;
      window.resize(static_cast<int>(width * scale), static_cast<int>(870 * scale));
      Desk::settle();
      if (window.width() > static_cast<int>(width * scale))
        found << name + QStringLiteral(": the window grew to %1").arg(window.width());
      for (const auto& line : test::clipped_texts(window) + test::cut_texts(window))
        found << name + QStringLiteral(": ") + line;
      for (const auto& line : test::unnamed_controls(window)) found << name + QStringLiteral(": no name: ") + line;
    }
    look.theme.set_text_scale(1.0);
    found.removeDuplicates();
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
  }
};

QTEST_MAIN(OfflinePageTest)
#include "offline_page_test.moc"
