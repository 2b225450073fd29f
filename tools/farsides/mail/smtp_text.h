// The texts of SMTP: commands, paths, message data. Pure. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::farside {

struct Command {
  std::string verb;      ///< upper case, 1..16 letters
  std::string argument;  ///< without outer blanks
};
/// A line without its line end. Nothing for lines with control characters or without a verb.
std::optional<Command> parse_command(std::string_view line);

struct Path {
  std::string mailbox;                  ///< without angle brackets; empty for <>
  std::vector<std::string> parameters;  ///< "SIZE=100", upper-case names
};
/// "FROM:<a@b> SIZE=100" with `keyword` FROM or TO (RFC 5321 section 3.3). Source routes are refused.
std::optional<Path> parse_path(std::string_view argument, std::string_view keyword);
/// The value of "NAME=value", or empty text for a bare "NAME"; nothing if absent.
std::optional<std::string> parameter(const Path& path, std::string_view name);

/// Takes the bytes between 354 and the final dot. Only CRLF . CRLF ends a message: a bare LF is content (else two
/// messages could be made of one). At most `limit` bytes are kept; more only counts.
class DataReader {
 public:
  explicit DataReader(std::size_t limit) : limit_(limit) {}
  /// Eats from `bytes`; returns how many. `done()` tells whether the end was among them.
  std::size_t feed(std::string_view bytes);
  [[nodiscard]] bool done() const noexcept { return state_ == State::done; }
  [[nodiscard]] bool too_big() const noexcept { return size_ > limit_; }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  enum class State { line_start, text, cr, dot, dot_cr, done };
  void put(char c);
  std::size_t limit_;
  std::size_t size_{0};
  std::string text_;
  State state_{State::line_start};
};

/// The first value of a header, unfolded; nothing if absent. `name` in lower case.
std::optional<std::string> header_of(std::string_view message, std::string_view name);
/// Where the body begins; the size of the message if there is none.
std::size_t body_start(std::string_view message);

}  // namespace guardline::farside
