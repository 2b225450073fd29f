// The console put together. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "app/alerts_desk.h"
#include "app/device/device_store.h"
#include "app/link/investor_client.h"
#include "app/link/kpi_client.h"
#include "app/link/link.h"
#include "app/link/live_client.h"
#include "app/link/session_client.h"
#include "app/offline/act_queue.h"
#include "app/offline/local_copy.h"
#include "app/offline/offline_investors.h"
#include "models/investor/draft_book.h"
#include "models/live/draw_log.h"
#include "models/session/enrolment_model.h"
#include "models/session/session_model.h"
#include "ui/investor/investor_finder.h"
#include "ui/investor/investor_page.h"
#include "ui/kpi/kpi_page.h"
#include "ui/monitor/monitor_page.h"
#include "ui/offline/offline_centre.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/stepup/step_up.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pill.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QSettings>

namespace guardline::app {

using models::Role;

namespace {

ui::Preferences::Look look_of(const ConsoleOptions& options, const QSettings& settings) {
  using Mode = ui::Theme::Mode;
  auto look = ui::Preferences::kept_look(settings);
  if (options.theme) {
    look.mode = *options.theme == QLatin1String("dark")    ? Mode::dark
                : *options.theme == QLatin1String("light") ? Mode::light
                                                           : Mode::system;
  }
  return look;
}

std::optional<ui::Preferences::Language> language_of(const ConsoleOptions& options) {
  using Language = ui::Preferences::Language;
  if (!options.english) return std::nullopt;
  return *options.english ? Language::english : Language::chinese;
}

}  // namespace

struct Console::Parts {
  Parts(QApplication& given, const QString& folder, const ConsoleOptions& options)
      : application(given),
        store(folder, clock),
        link(LinkOptions{}, clock),
        session_gateway(link, store, clock),
        live_gateway(link, clock),
        kpi_gateway(link),
        copy(link, store, folder),
        queue(link, store, copy, clock, folder),
        investor_client(link),
        investor_gateway(investor_client, copy, queue),
        alerts(link, live_gateway, queue, clock),
        draw_log(clock),
        settings(QDir(folder).filePath(QStringLiteral("console.ini")), QSettings::IniFormat),
        look(look_of(options, settings)),
        theme(given, look.mode, look.dark),
        preferences(theme, settings, language_of(options)) {
    if (options.theme) preferences.set_mode(look.mode);  // and keep it
  }

  QApplication& application;
  SystemClock clock;
  DeviceStore store;
  Link link;
  SessionClient session_gateway;
  LiveClient live_gateway;
  KpiClient kpi_gateway;
  LocalCopy copy;
  ActQueue queue;
  InvestorClient investor_client;
  OfflineInvestors investor_gateway;
  models::DraftBook drafts;
  AlertsDesk alerts;
  models::DrawLog draw_log;
  QSettings settings;
  ui::Preferences::Look look;
  ui::Theme theme;
  ui::Preferences preferences;
  models::Handle link_watch;
  std::optional<models::SessionModel> session;
  std::optional<models::EnrolmentModel> enrolment;
  std::optional<ui::StepUp> step_up;
  std::unique_ptr<ui::MainWindow> window;
};

Console::Console(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Console::~Console() { parts_->application.removeEventFilter(this); }

Result<std::unique_ptr<Console>> Console::open(QApplication& application, const ConsoleOptions& options) {
  const auto folder = home_folder();
  if (!folder) return std::unexpected(folder.error());
  std::unique_ptr<Console> console(new Console(std::make_unique<Parts>(application, *folder, options)));
  auto& parts = *console->parts_;
  if (auto read = parts.store.open(); !read) qWarning("guardline: %s", read.error().message.c_str());
  console->follow_session();
  parts.session.emplace(parts.session_gateway, parts.clock);
  parts.enrolment.emplace(parts.session_gateway, parts.clock);
  parts.step_up.emplace(parts.theme, *parts.session);
  parts.window = std::make_unique<ui::MainWindow>(parts.preferences, *parts.session, *parts.enrolment);
  application.installEventFilter(console.get());
  // Keys, keychain and what a session will need come when the sign-in page stands: until then a person waits.
  connect(&*parts.window, &ui::MainWindow::settled, console.get(), [&parts, made = console.get()] {
    made->offer_pages();
    parts.session_gateway.start();
  });
  parts.window->show();
  parts.window->start();
  return console;
}

/// Each page is made when a person who may see it first opens it, and not before: some ask the hub at once.
void Console::offer_pages() {
  auto& parts = *parts_;
  parts.window->add_page({.place = ui::Place::monitor,
                          .icon = QStringLiteral("monitor"),
                          .label = [] { return tr("实时监控"); },
                          .roles = {Role::agent, Role::risk, Role::supervisor, Role::compliance, Role::admin},
                          .make =
                              [&parts](Role role) {
                                using Access = ui::MonitorPage::Access;
                                return new ui::MonitorPage(parts.theme, parts.live_gateway, parts.clock, parts.draw_log,
                                                           role == Role::agent ? Access::tiles : Access::full);
                              },
                          .lands = {Role::supervisor}});
  parts.window->add_page({.place = ui::Place::kpi,
                          .icon = QStringLiteral("kpi"),
                          .label = [] { return tr("看板"); },
                          .roles = {Role::risk, Role::supervisor, Role::compliance},
                          .make =
                              [&parts](Role) {
                                return new ui::KpiPage(parts.theme, parts.kpi_gateway, *parts.session, *parts.step_up,
                                                       parts.clock);
                              }});
  parts.window->add_page({.place = ui::Place::investors,
                          .icon = QStringLiteral("person"),
                          .label = [] { return tr("投资者"); },
                          .roles = {Role::agent, Role::risk, Role::supervisor, Role::compliance},
                          .make =
                              [&parts](Role role) {
                                // The hub lets risk officers see masked fields only.
                                // And compliance writes nothing into a history.
                                return new ui::InvestorPage(
                                    parts.theme, parts.investor_gateway, *parts.session, *parts.step_up, parts.drafts,
                                    {.reveal = role != Role::risk, .write = role != Role::compliance});
                              },
                          .lands = {Role::agent}});
  parts.window->add_finder(ui::investor_finder([&parts] {
    const auto& session = parts.session->session();
    return session && session->role != Role::admin;
  }));
  // Asked for beforehand, from the top bar.
  connect(&*parts.window, &ui::MainWindow::step_up_wanted, this, [&parts] {
    parts.step_up->ask(&*parts.window,
                       {.title = tr("再次验证"), .who = {}, .range = tr("投资者的资料和通信历史，已遮蔽")},
                       [](bool) {});
  });
  parts.alerts.offer(*parts.window, *parts.session, parts.theme);
  offer_offline();
}

/// The local copy and the queue live as long as a session, and know whether there is a hub.
void Console::follow_session() {
  auto& parts = *parts_;
  parts.session_gateway.set_followers({.signed_in =
                                           [&parts](crypto::Secret password, const models::Session& session) {
                                             parts.copy.signed_in(std::move(password), session);
                                             parts.queue.signed_in(session);
                                           },
                                       .stepped_up = [&parts] { parts.queue.stepped_up(); },
                                       .over =
                                           [&parts] {
                                             parts.copy.session_over();
                                             parts.queue.session_over();
                                           },
                                       .wipe = [&parts](auto done) { parts.copy.wipe(std::move(done)); }});
  parts.link_watch = parts.session_gateway.watch_connection([&parts](const models::Connection& connection) {
    parts.copy.connection(connection);
    parts.queue.connection(connection);
  });
}

void Console::offer_offline() {
  auto& parts = *parts_;
  auto* centre = new ui::OfflineCentre(parts.theme, parts.queue, parts.clock, &*parts.window);
  parts.window->set_outage_parts(centre->banner(), centre->pill());
  connect(centre, &ui::OfflineCentre::changed, &*parts.window, [&parts, centre](bool told) {
    parts.window->set_outage_told(told);
    parts.window->set_local_copy(centre->local_copy());
  });
  // What was read from the copy must not outlive it; the queue waits on.
  connect(centre, &ui::OfflineCentre::lease_over, &*parts.session, &models::SessionModel::lock);
  connect(centre, &ui::OfflineCentre::people_wanted, &*parts.window,
          [&parts] { parts.window->open(ui::Place::investors, QStringLiteral("local:")); });
  const auto say = [&parts, centre] {
    const auto& device = parts.session->device();
    centre->set_keeps_copy(device.standing == models::LocalDevice::Standing::bound && !device.shared);
    centre->set_inside(parts.session->state() == models::SessionModel::State::signed_in);
  };
  connect(&*parts.session, &models::SessionModel::changed, centre, say);
  connect(&*parts.session, &models::SessionModel::entered, centre, say);
  say();
}

bool Console::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress) {
    parts_->session_gateway.person_active();
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace guardline::app
