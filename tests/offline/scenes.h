// The window without a hub, in each of its states. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/investor/scenes.h"
#include "tests/offline/fake_offline_gateway.h"
#include "ui/offline/offline_centre.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pill.h"

namespace guardline::test {

using models::OfflineState;

/// A window with a person signed in on the investor page, and what the console puts around it for outages.
struct Away {
  explicit Away(ui::Preferences& preferences, bool signed_in = true) : desk(preferences) {
    auto& window = *desk.window;
    centre = new ui::OfflineCentre(preferences.theme(), gateway, desk.clock, &window);
    window.set_outage_parts(centre->banner(), centre->pill());
    QObject::connect(centre, &ui::OfflineCentre::changed, &window, [this](bool told) {
      desk.window->set_outage_told(told);
      desk.window->set_local_copy(centre->local_copy());
    });
    QObject::connect(centre, &ui::OfflineCentre::lease_over, desk.session.get(), &models::SessionModel::lock);
    const auto say = [this] {
      const auto& device = desk.session->device();
      centre->set_keeps_copy(device.standing == models::LocalDevice::Standing::bound && !device.shared);
      centre->set_inside(desk.session->state() == models::SessionModel::State::signed_in);
    };
    QObject::connect(desk.session.get(), &models::SessionModel::changed, centre, say);
    say();
    if (!signed_in) {
      desk.session->sign_out();
      desk.sessions.end_session(models::SessionEnd::expired);
    }
    Desk::settle();
  }
  /// The line is cut, as the session's gateway tells it.
  void cut() {
    using State = models::Connection::State;
    desk.sessions.set_connection({State::offline,
                                  {},
                                  4,
                                  picture_time() + std::chrono::seconds(15),
                                  picture_time() - std::chrono::seconds(25),
                                  models::Failure::unreachable,
                                  QStringLiteral("48,211,907"),
                                  picture_time() - std::chrono::seconds(30)});
    Desk::settle();
  }
  void set(const OfflineState& state) {
    gateway.set(state);
    Desk::settle();
  }
  void open_panel() {
    centre->pill()->click();
    Desk::settle();
  }

  FakeOfflineGateway gateway;  // the window's children hold it
  Desk desk;
  ui::OfflineCentre* centre;
};

inline models::AlertWish wish(const char* alert, AlertAct act, const QString& text, const QString& account = {}) {
  return {.alert = *AlertId::parse(alert),
          .occurrence = 1,
          .act = act,
          .text = text,
          .until = {},
          .account = account,
          .key = "key"};
}

inline constexpr auto kBacklog = "019aa1c2-7d10-7c3e-9b1a-2f60c03a3401";
inline constexpr auto kFailures = "019aa1c2-7d10-7c3e-9b1a-2f60c03a3398";

/// As on mock 08: 71:58 left, three acts wait.
inline OfflineState away_state() {
  using namespace std::chrono_literals;
  OfflineState state;
  state.away = true;
  state.since = picture_time() - 25s;
  state.vault = {.open = true,
                 .trouble = {},
                 .people = 38,
                 .followed = 2,
                 .lease_left = 72h - 75s,
                 .lease_length = 72h,
                 .clock_set_back = false};
  const auto act = [](const char* id, AlertAct what, Timestamp at, std::optional<models::AlertWish> wanted) {
    return models::QueuedAct{.id = QString::fromLatin1(id),
                             .act = what,
                             .made_at = at,
                             .wish = std::move(wanted),
                             .subject = QStringLiteral("backlog"),
                             .sending = false};
  };
  state.queue = {act("1", AlertAct::acknowledged, picture_time() - 21s,
                     wish(kBacklog, AlertAct::acknowledged, QStringLiteral("已联系短信网关值班，预计十分钟恢复"))),
                 act("2", AlertAct::assigned, picture_time() - 12s,
                     wish(kFailures, AlertAct::assigned, {}, QStringLiteral("shenyan"))),
                 act("3", AlertAct::acknowledged, picture_time() - 2s, {})};
  state.others = 1;
  return state;
}

/// Back at the hub: one act was done by somebody else first, one is about an occurrence that is over.
inline OfflineState conflict_state() {
  using namespace std::chrono_literals;
  OfflineState state = away_state();
  state.away = false;
  state.since.reset();
  state.queue.clear();
  state.others = 0;
  models::Alert alert;
  alert.id = *AlertId::parse(kBacklog);
  alert.occurrence = 1;
  alert.active = true;
  alert.acknowledged = true;
  alert.trigger.rule = QStringLiteral("backlog");
  alert.trigger.metric = AlertMetric::backlog;
  alert.raised_at = picture_time() - 60s;
  models::AlertLogLine line;
  line.act = AlertAct::acknowledged;
  line.at = picture_time() - 12s;
  line.occurrence = 1;
  line.actor = models::AlertPerson{.id = {}, .name = QStringLiteral("沈砚")};
  line.text = QStringLiteral("已致电网关值班，正在切换备用通道");
  models::AlertLogLine cleared;  // later than what was in the way
  cleared.act = AlertAct::cleared;
  cleared.at = picture_time() - 1s;
  cleared.occurrence = 1;
  cleared.value = 0;
  cleared.sample = 0;
  models::AlertLogLine kept;  // the newest: this person's own side, as the hub wrote it down
  kept.act = AlertAct::contested;
  kept.at = picture_time();
  kept.occurrence = 1;
  kept.text = QStringLiteral("离线时看到，恢复后核对");
  kept.contest = models::AlertContest{.wanted = AlertAct::acknowledged,
                                      .written_at = picture_time() - 2s,
                                      .obstacle = AlertObstacle::already_acknowledged};
  state.conflicts.push_back({.id = QStringLiteral("1"),
                             .mine = wish(kBacklog, AlertAct::acknowledged, QStringLiteral("离线时看到，恢复后核对")),
                             .made_at = picture_time() - 2s,
                             .why = models::AlertRefusal::Kind::already_acknowledged,
                             .hub = models::AlertDetail{alert, {kept, cleared, line}}});
  alert.id = *AlertId::parse(kFailures);
  alert.occurrence = 2;
  alert.acknowledged = false;
  models::AlertLogLine again;
  again.act = AlertAct::raised;
  again.at = picture_time() - 8s;
  again.occurrence = 2;
  again.value = 612;
  again.sample = 612;
  state.conflicts.push_back({.id = QStringLiteral("2"),
                             .mine = wish(kFailures, AlertAct::acknowledged, QStringLiteral("邮件积压，等待恢复")),
                             .made_at = picture_time() - 18s,
                             .why = models::AlertRefusal::Kind::stale,
                             .hub = models::AlertDetail{alert, {kept, again}}});
  return state;
}

using AwayScene = std::pair<QString, std::function<std::unique_ptr<Away>(ui::Preferences&)>>;

inline std::vector<AwayScene> away_scenes() {
  using namespace std::chrono_literals;
  using Preferences = ui::Preferences;
  // Who was opened before the line was cut is read from the copy.
  const auto cut = [](Preferences& p, const OfflineState& state) {
    auto a = std::make_unique<Away>(p);
    for (auto& each : a->desk.hub.found.investors) each.as_of = picture_time() - 25s;
    a->desk.hub.as_of = picture_time() - 25s;
    a->cut();
    a->set(state);
    a->desk.open(0);
    return a;
  };
  return {
      {QStringLiteral("ready"),
       [cut](Preferences& p) {
         auto a = cut(p, away_state());
         a->open_panel();
         return a;
       }},
      {QStringLiteral("closed"), [cut](Preferences& p) { return cut(p, away_state()); }},
      {QStringLiteral("local-people"),
       [](Preferences& p) {
         auto a = std::make_unique<Away>(p);
         for (auto& each : a->desk.hub.found.investors) each.as_of = picture_time() - 25s;
         a->cut();
         a->set(away_state());
         a->desk.page()->desk().list_local();
         Desk::settle();
         return a;
       }},
      {QStringLiteral("edit"),
       [cut](Preferences& p) {
         auto a = cut(p, away_state());
         a->open_panel();
         for (auto* button : a->desk.window->findChildren<QPushButton*>()) {
           if (button->isVisible() &&
               button->text() == QCoreApplication::translate("guardline::ui::OfflinePanel", "改"))
             return button->click(), Desk::settle(), std::move(a);
         }
         return a;
       }},
      {QStringLiteral("conflict"),
       [](Preferences& p) {
         auto a = std::make_unique<Away>(p);
         a->desk.open(0);
         a->set(conflict_state());
         return a;
       }},
      {QStringLiteral("empty"),
       [cut](Preferences& p) {
         auto state = away_state();
         state.queue.clear();
         state.others = 0;
         state.vault.lease_left = 7h + 12min;
         state.vault.clock_set_back = true;
         auto a = cut(p, state);
         a->open_panel();
         return a;
       }},
      {QStringLiteral("corrupt"),
       [](Preferences& p) {
         auto a = std::make_unique<Away>(p);
         auto state = away_state();
         state.away = false;
         state.vault = {.open = false, .trouble = models::VaultTrouble::corrupt};
         a->desk.open(0);
         a->set(state);
         a->open_panel();
         return a;
       }},
      {QStringLiteral("lease-over"),
       [cut](Preferences& p) {
         auto a = cut(p, away_state());
         auto state = away_state();
         state.vault = {.open = false, .trouble = models::VaultTrouble::lease_over};
         a->set(state);
         return a;
       }},
      {QStringLiteral("cold-start"),
       [](Preferences& p) {
         auto a = std::make_unique<Away>(p, false);
         a->cut();
         OfflineState state;
         state.away = true;
         state.others = 3;
         a->set(state);
         return a;
       }},
      {QStringLiteral("wiped"),
       [](Preferences& p) {
         auto a = std::make_unique<Away>(p, false);
         a->desk.sessions.device.standing = models::LocalDevice::Standing::revoked;
         a->desk.session->reload_device();
         a->set({});
         return a;
       }},
  };
}

}  // namespace guardline::test
