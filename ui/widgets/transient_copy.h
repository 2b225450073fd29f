// Puts a secret on the clipboard for a while. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>

namespace guardline::ui {

inline constexpr std::chrono::seconds clipboard_clears_after{60};

/// Clears the clipboard again after that time, unless something else was copied meanwhile.
void copy_for(const QString& text, std::chrono::seconds time);
void copy_for_a_minute(const QString& text);

}  // namespace guardline::ui
