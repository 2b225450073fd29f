// The HTML form of a mail. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guardline::links {

/// An address in the mail's words, and where the reader is led instead.
struct Anchor {
  std::string address;  ///< as it stands in the text
  std::string href;
};

/// The plain text as HTML: same words, same line breaks; each occurrence of an anchor's address is a link (the longest
/// anchor wins). `pixel` empty = none. Everything is escaped. `language`: BCP 47, for screen readers.
std::string mail_html(std::string_view title, std::string_view body, const std::vector<Anchor>& anchors,
                      std::string_view pixel, std::string_view language);

}  // namespace guardline::links
