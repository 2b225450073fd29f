// Addresses that go into messages. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/links/token.h"

#include <string>
#include <string_view>
#include <vector>

namespace guardline::links {

/// The placeholder of a template for the message's address in the web inbox.
inline constexpr std::string_view kLetterMark = "{{inbox_link}}";
/// The placeholder for the one-time code; of the hub's own template only.
inline constexpr std::string_view kCodeMark = "{{inbox_code}}";

/// Knows under which address the public listener is reached. `base`: "https://host[:port]", no path, no last slash.
/// Thread safe.
class Writer {
 public:
  Writer(const Tokens& tokens, std::string base) : tokens_(tokens), base_(std::move(base)) {}

  [[nodiscard]] std::string letter(DeliveryId delivery) const;
  [[nodiscard]] std::string pixel(DeliveryId delivery) const;
  [[nodiscard]] std::string click(DeliveryId delivery, std::uint8_t place) const;
  [[nodiscard]] const Tokens& tokens() const noexcept { return tokens_; }

 private:
  const Tokens& tokens_;
  std::string base_;
};

/// The http and https addresses that stand literally in a template's text, each once, in their order, at most
/// kMostClicks: the places of Purpose::click. An address with a placeholder in it is none: where a link leads is
/// decided by whoever releases the template, never by a value.
std::vector<std::string> addresses_in(std::string_view template_text);

/// `text` with every `mark` replaced.
std::string with(std::string text, std::string_view mark, std::string_view value);

/// The host of an http or https address, in lower case as far as it is ASCII; empty for anything else.
std::string host_of(std::string_view address);

}  // namespace guardline::links
