// The desktop's light or dark wish. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

class QObject;

namespace guardline::ui {

/// org.freedesktop.portal.Settings, "org.freedesktop.appearance" / "color-scheme". Blocks at most 500 ms; nothing when
/// there is no session bus, no portal, or no preference.
std::optional<bool> portal_prefers_dark();

/// Calls `slot` (QString, QString, QDBusVariant) of `receiver` at each change of a setting.
void follow_portal(QObject* receiver, const char* slot);

}  // namespace guardline::ui
