// What a reader finds in a mail. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guardline::farside {

/// Addresses of the first HTML part, as a mail program would use them; empty = not there.
struct Letter {
  std::string pixel;  ///< of the first picture of one pixel
  std::string inbox;  ///< the first link whose path begins with /m/
  std::string click;  ///< the first link whose path begins with /c/
};

/// Reads the MIME form with GMime. Any bytes are safe.
Letter read_letter(const std::string& message);

/// "http://127.0.0.1:8080/m/abc" in its pieces. Only loopback hosts over plain HTTP: a far side asks nobody else. False
/// for anything else.
struct Address {
  std::string host;
  std::string port;
  std::string path;
};
bool split_address(std::string_view text, Address& out);

}  // namespace guardline::farside
