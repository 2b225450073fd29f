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

namespace guardline::app {

using models::Role;

struct Console::Parts {
  Parts(QApplication& given, const QString& folder)
      : application(given),
        store(folder, clock),
        link(LinkOptions{}, clock),
        session_gateway(link, store, clock),
        live_gateway(link, clock),
        draw_log(clock),
        settings(QDir(folder).filePath(QStringLiteral("console.ini")), QSettings::IniFormat),
        theme(given),
        preferences(theme, settings) {}

  QApplication& application;
  SystemClock clock;
  DeviceStore store;
  Link link;
  SessionClient session_gateway;
  LiveClient live_gateway;
  models::DrawLog draw_log;
  QSettings settings;
  ui::Theme theme;
  ui::Preferences preferences;
  std::optional<models::SessionModel> session;
  std::optional<models::EnrolmentModel> enrolment;
  std::unique_ptr<ui::MainWindow> window;
  bool full_monitor{false};
  bool tiles_monitor{false};
};

Console::Console(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Console::~Console() { parts_->application.removeEventFilter(this); }

Result<std::unique_ptr<Console>> Console::open(QApplication& application, const ConsoleOptions& options) {
  const auto folder = home_folder();
  if (!folder) return std::unexpected(folder.error());
  std::unique_ptr<Console> console(new Console(std::make_unique<Parts>(application, *folder)));
  auto& parts = *console->parts_;
  if (auto read = parts.store.open(); !read) qWarning("guardline: %s", read.error().message.c_str());
  parts.session_gateway.start();

  using Language = ui::Preferences::Language;
  if (options.english) parts.preferences.set_language(*options.english ? Language::english : Language::chinese);
  if (options.theme) {
    parts.preferences.set_mode(*options.theme == QLatin1String("dark")    ? ui::Theme::Mode::dark
                               : *options.theme == QLatin1String("light") ? ui::Theme::Mode::light
                                                                          : ui::Theme::Mode::system);
  }
  parts.session.emplace(parts.session_gateway, parts.clock);
  parts.enrolment.emplace(parts.session_gateway, parts.clock);
  // Before the window connects: it opens the first page of the role at the same signal.
  connect(&*parts.session, &models::SessionModel::entered, console.get(), &Console::entered);
  parts.window = std::make_unique<ui::MainWindow>(parts.preferences, *parts.session, *parts.enrolment);
  application.installEventFilter(console.get());
  parts.window->show();
  return console;
}

/// Pages that ask the hub for live data are made when a person is there who may see it, and not before.
void Console::entered() {
  auto& parts = *parts_;
  if (!parts.session->session()) return;
  const bool agent = parts.session->session()->role == Role::agent;
  auto& made = agent ? parts.tiles_monitor : parts.full_monitor;
  if (made) return;
  made = true;
  using Access = ui::MonitorPage::Access;
  auto* page = new ui::MonitorPage(parts.theme, parts.live_gateway, parts.clock, parts.draw_log,
                                   agent ? Access::tiles : Access::full);
  parts.window->add_page(
      page, QStringLiteral("monitor"), [] { return tr("实时监控"); },
      agent ? std::vector{Role::agent} : std::vector{Role::risk, Role::supervisor, Role::compliance, Role::admin});
}

bool Console::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress) {
    parts_->session_gateway.person_active();
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace guardline::app
