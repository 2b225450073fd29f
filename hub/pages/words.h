// The sentences of the public pages. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace guardline::pages {

enum class Language : std::uint8_t { zh_cn, en };

/// BCP 47: "zh-CN", "en".
std::string_view tag(Language language) noexcept;
/// "zh-CN", "en" and what begins like them; nothing for anything else.
std::optional<Language> language_from(std::string_view tag) noexcept;
/// The first of ours that an Accept-Language header wants most (RFC 9110 section 12.5.4); nothing if it names none.
std::optional<Language> language_wanted(std::string_view accept_language) noexcept;

/// Names of sentences; each has one in both languages (a test counts them).
enum class Word : std::uint8_t {
  other_language,
  sent_at,
  no_title,
  why_code,
  send_code,
  send_again,
  no_contact,
  code_sent,
  code_label,
  code_hint,
  open_letter,
  confirm,
  confirm_hint,
  confirmed,
  confirmed_note,
  leaving,
  leaving_note,
  go_on,
  wrong_code,
  wrong_wait,
  code_spent,
  wait,
  locked,
  gone_title,
  gone,
  later_title,
  later,
  footer,
  count
};
std::string_view word(Language language, Word word) noexcept;

/// The sentence with {0}, {1} … replaced.
std::string sentence(Language language, Word word, std::initializer_list<std::string_view> values);

/// "11 月 22 日 15:04（UTC+8）", "22 Nov, 15:04 (UTC+8)": the firm's time, and says so.
std::string moment(Language language, Timestamp at);
/// "2 分 06 秒", "2 min 06 s"; "16 分钟"/"16 min" from ten minutes on, hours from two hours on. Rounded up: nobody is
/// told to come back too early.
std::string duration(Language language, Micros span);

}  // namespace guardline::pages
