// Every colour of the console, by name. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <array>
#include <cstddef>
#include <string_view>

namespace guardline::ui {

/// The names of `resources/tokens.json`, '-' as '_', in its order. State families come in four: mark, text, soft, line.
enum class Token : std::size_t {
  bg_app,
  bg_surface,
  bg_sunken,
  bg_hover,
  bg_rail,
  bg_title,
  rail_text,
  rail_active_bg,
  rail_active_text,
  rail_mark,
  line,
  line_strong,
  grid,
  text,
  text_2,
  text_3,
  accent,
  accent_hover,
  on_accent,
  accent_soft,
  focus,
  crit,
  crit_text,
  crit_soft,
  crit_line,
  high,
  high_text,
  high_soft,
  high_line,
  med,
  med_text,
  med_soft,
  med_line,
  low,
  low_text,
  low_soft,
  low_line,
  sup,
  sup_text,
  sup_soft,
  sup_line,
  ch_sms,
  ch_mail,
  ch_push,
  ch_web,
  ch_chat,
  ch_call,
  quote_up,
  quote_down,
  scrim
};

inline constexpr std::array<std::string_view, 50> token_names{"bg-app",
                                                              "bg-surface",
                                                              "bg-sunken",
                                                              "bg-hover",
                                                              "bg-rail",
                                                              "bg-title",
                                                              "rail-text",
                                                              "rail-active-bg",
                                                              "rail-active-text",
                                                              "rail-mark",
                                                              "line",
                                                              "line-strong",
                                                              "grid",
                                                              "text",
                                                              "text-2",
                                                              "text-3",
                                                              "accent",
                                                              "accent-hover",
                                                              "on-accent",
                                                              "accent-soft",
                                                              "focus",
                                                              "crit",
                                                              "crit-text",
                                                              "crit-soft",
                                                              "crit-line",
                                                              "high",
                                                              "high-text",
                                                              "high-soft",
                                                              "high-line",
                                                              "med",
                                                              "med-text",
                                                              "med-soft",
                                                              "med-line",
                                                              "low",
                                                              "low-text",
                                                              "low-soft",
                                                              "low-line",
                                                              "sup",
                                                              "sup-text",
                                                              "sup-soft",
                                                              "sup-line",
                                                              "ch-sms",
                                                              "ch-mail",
                                                              "ch-push",
                                                              "ch-web",
                                                              "ch-chat",
                                                              "ch-call",
                                                              "quote-up",
                                                              "quote-down",
                                                              "scrim"};

/// One look: a colour for each token.
class Tokens {
 public:
  /// `look`: "light" or "dark". Aborts when the embedded file is not whole: it is part of the program.
  static Tokens embedded(const QString& look);

  [[nodiscard]] QColor operator[](Token token) const { return colors_[static_cast<std::size_t>(token)]; }
  /// Replaces each "@name@" of a style sheet by its "#RRGGBB".
  [[nodiscard]] QString fill(QString sheet) const;

 private:
  std::array<QColor, token_names.size()> colors_;
};

}  // namespace guardline::ui
