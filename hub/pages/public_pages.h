// The pages an investor sees. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/pages/words.h"

#include <optional>
#include <string>

namespace guardline::pages {

/// What every page has.
struct Frame {
  Language language{Language::zh_cn};
  std::string sender;       ///< the firm
  std::string switch_to{};  ///< address of this page in the other language; empty = no link
};

/// The page behind a message's link. Addresses are paths of this origin.
struct LetterPage {
  std::string title;  ///< empty = "a notice"
  Timestamp sent{};
  std::string body{};  ///< empty = not shown

  std::string note{};  ///< a sentence about what has just happened
  bool bad{false};     ///< it is about something that did not work

  std::string code_action{};  ///< where a code is asked for; empty = not possible
  std::string code_to{};      ///< masked
  bool code_asked{false};     ///< it can be typed in
  std::string read_action{};
  std::string confirm_action{};  ///< empty = nothing to confirm here (yet)
  std::string again_action{};    ///< shows this page in the other language; with `pass`
  std::string pass{};
  bool confirmed{false};
  bool no_contact{false};
};

std::string letter_page(const Frame& frame, const LetterPage& page);
/// Before a link of the message's words is followed. `address` is shown and where `action` leads by a POST.
std::string leaving_page(const Frame& frame, const std::string& host, const std::string& address,
                         const std::string& action);
/// A heading and a sentence.
std::string plain_page(const Frame& frame, Word title, Word text);

}  // namespace guardline::pages
