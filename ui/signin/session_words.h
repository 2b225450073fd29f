// Failures of sign-in and enrolment in three sentences. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/session_values.h"
#include "models/values/enrolment_code.h"
#include "models/values/time.h"

#include <QString>

namespace guardline::ui {

/// What happened, what it means, what to do; the reference code at the end.
QString words_of(const models::SessionError& error, Timestamp now);
QString words_of(crypto::EnrolmentCodeError problem);
QString words_of(models::SessionEnd end);
QString role_name(models::Role role);
/// One line for banners while the connection is gone; empty while online or first connecting.
QString connection_words(const models::Connection& connection, Timestamp now);
/// "本机时间慢 42 秒。…"
QString skew_words(models::Milliseconds skew);

}  // namespace guardline::ui
