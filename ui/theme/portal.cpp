// Asks the settings portal over the session bus. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QTimer>

namespace guardline::ui {
namespace {

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interface = QStringLiteral("org.freedesktop.portal.Settings");

}  // namespace

void ask_portal_prefers_dark(QObject* receiver, std::function<void(std::optional<bool>)> answer) {
  auto bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) {
    QTimer::singleShot(0, receiver, [answer = std::move(answer)] { answer(std::nullopt); });
    return;
  }
  auto call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
  call << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme");
  auto* waiting = new QDBusPendingCallWatcher(bus.asyncCall(call), receiver);
  QObject::connect(waiting, &QDBusPendingCallWatcher::finished, receiver,
                   [answer = std::move(answer)](QDBusPendingCallWatcher* done) {
                     done->deleteLater();
                     const auto reply = done->reply();
                     if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
                       return answer(std::nullopt);
                     // "Read" wraps the value twice; a portal that mends this would wrap it once.
                     auto value = reply.arguments().constFirst();
                     while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
                     const auto wish = value.toUInt();
                     answer(wish == 1 || wish == 2 ? std::optional(wish == 1) : std::nullopt);
                   });
}

void follow_portal(QObject* receiver, const char* slot) {
  auto bus = QDBusConnection::sessionBus();
  if (bus.isConnected()) bus.connect(service, path, interface, QStringLiteral("SettingChanged"), receiver, slot);
}

}  // namespace guardline::ui
