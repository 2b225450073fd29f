// What a channel can report at all. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"

namespace guardline {

/// Short messages and calls can't report that they were read: their opens are unknowable, not missing.
constexpr bool reports_opens(Channel channel) noexcept { return channel != Channel::sms && channel != Channel::phone; }

}  // namespace guardline
