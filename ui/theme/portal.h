// The desktop's light or dark wish. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

class QObject;

namespace guardline::ui {

/// org.freedesktop.portal.Settings, "org.freedesktop.appearance" / "color-scheme". Does not block: `answer` comes in a
/// later turn of the loop, on the same thread, with true for dark, or with nothing when there is no session bus, no
/// portal or no preference; never when `receiver` is gone.
void ask_portal_prefers_dark(QObject* receiver, std::function<void(std::optional<bool>)> answer);

/// Calls `slot` (QString, QString, QDBusVariant) of `receiver` at each change of a setting.
void follow_portal(QObject* receiver, const char* slot);

}  // namespace guardline::ui
