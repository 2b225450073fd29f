// The console put together. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "app/device/device_store.h"
#include "app/link/link.h"
#include "app/link/live_client.h"
#include "app/link/session_client.h"
#include "models/live/draw_log.h"
#include "models/session/enrolment_model.h"
#include "models/session/session_model.h"
#include "ui/monitor/monitor_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QSettings>
#include <QTimer>

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
  models::DrawLog draw_log;
  QSettings settings;
  ui::Preferences::Look look;
  ui::Theme theme;
  ui::Preferences preferences;
  std::optional<models::SessionModel> session;
  std::optional<models::EnrolmentModel> enrolment;
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
  parts.session.emplace(parts.session_gateway, parts.clock);
  parts.enrolment.emplace(parts.session_gateway, parts.clock);
  parts.window = std::make_unique<ui::MainWindow>(parts.preferences, *parts.session, *parts.enrolment);
  console->offer_pages();
  application.installEventFilter(console.get());
  parts.window->show();
  parts.window->start();
  // The page is there; keys and keychain, which take a while, come with the next turn of the loop.
  QTimer::singleShot(0, console.get(), [&parts] { parts.session_gateway.start(); });
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
}

bool Console::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress) {
    parts_->session_gateway.person_active();
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace guardline::app
