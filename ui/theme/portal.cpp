// Asks the settings portal over the session bus. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>

namespace guardline::ui {
namespace {

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
constexpr int wait_ms = 500;

}  // namespace

std::optional<bool> portal_prefers_dark() {
  auto bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return std::nullopt;
  auto call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
  call << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme");
  const auto answer = bus.call(call, QDBus::Block, wait_ms);
  if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty()) return std::nullopt;
  // "Read" wraps the value twice; a portal that mends this would wrap it once.
  auto value = answer.arguments().constFirst();
  while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
  switch (value.toUInt()) {
    case 1:
      return true;
    case 2:
      return false;
    default:
      return std::nullopt;
  }
}

void follow_portal(QObject* receiver, const char* slot) {
  auto bus = QDBusConnection::sessionBus();
  if (bus.isConnected()) bus.connect(service, path, interface, QStringLiteral("SettingChanged"), receiver, slot);
}

}  // namespace guardline::ui
