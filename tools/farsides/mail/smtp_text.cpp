// The texts of SMTP: commands, paths, message data. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/smtp_text.h"

#include <algorithm>

namespace guardline::farside {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string uppered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), upper);
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  return from == std::string_view::npos ? std::string_view()
                                        : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text,
                             [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

bool is_mailbox(std::string_view text) {
  if (text.size() > 320 || text.find_first_of("<> \t,:;()[]\\\"") != std::string_view::npos) return false;
  const auto at = text.rfind('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && at <= 64;
}

}  // namespace

std::optional<Command> parse_command(std::string_view line) {
  if (has_control(line)) return std::nullopt;
  std::size_t at = 0;
  while (at < line.size() && is_letter(line[at])) ++at;
  if (at == 0 || at > 16 || (at < line.size() && line[at] != ' ')) return std::nullopt;
  return Command{.verb = uppered(line.substr(0, at)), .argument = std::string(trimmed(line.substr(at)))};
}

std::optional<Path> parse_path(std::string_view argument, std::string_view keyword) {
  if (argument.size() <= keyword.size() || uppered(argument.substr(0, keyword.size())) != keyword) return std::nullopt;
  argument = trimmed(argument.substr(keyword.size()));
  if (!argument.starts_with(':')) return std::nullopt;
  argument = trimmed(argument.substr(1));
  const auto close = argument.find('>');
  if (!argument.starts_with('<') || close == std::string_view::npos) return std::nullopt;
  Path path{.mailbox = std::string(argument.substr(1, close - 1)), .parameters = {}};
  if (!path.mailbox.empty() && !is_mailbox(path.mailbox)) return std::nullopt;
  std::string_view rest = argument.substr(close + 1);
  if (!rest.empty() && rest.front() != ' ') return std::nullopt;
  while (!(rest = trimmed(rest)).empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto word = rest.substr(0, end);
    const auto equals = std::min(word.find('='), word.size());
    if (path.parameters.size() >= 16 || equals == 0) return std::nullopt;
    path.parameters.push_back(uppered(word.substr(0, equals)) + std::string(word.substr(equals)));
    rest = rest.substr(end);
  }
  return path;
}

std::optional<std::string> parameter(const Path& path, std::string_view name) {
  for (const auto& text : path.parameters) {
    if (text == name) return "";
    if (text.size() > name.size() && text.starts_with(name) && text[name.size()] == '=')
      return text.substr(name.size() + 1);
  }
  return std::nullopt;
}

void DataReader::put(char c) {
  if (size_++ < limit_) text_ += c;
}

std::size_t DataReader::feed(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size() && state_ != State::done) {
    const char c = bytes[at++];
    switch (state_) {
      case State::line_start:
        if (c == '.') {
          state_ = State::dot;
          break;
        }
        [[fallthrough]];
      case State::text:
        put(c);
        state_ = c == '\r' ? State::cr : State::text;
        break;
      case State::cr:
        put(c);
        state_ = c == '\n' ? State::line_start : c == '\r' ? State::cr : State::text;
        break;
      case State::dot:  // the first dot of a line is taken away (RFC 5321 section 4.5.2)
        if (c == '\r') {
          state_ = State::dot_cr;
        } else {
          put(c);
          state_ = State::text;
        }
        break;
      case State::dot_cr:
        if (c == '\n') {
          state_ = State::done;
        } else {
          put('\r');
          put(c);
          state_ = c == '\r' ? State::cr : State::text;
        }
        break;
      case State::done:
        break;
    }
  }
  return at;
}

std::size_t body_start(std::string_view message) {
  if (message.starts_with("\r\n")) return 2;
  const auto end = message.find("\r\n\r\n");
  return end == std::string_view::npos ? message.size() : end + 4;
}

std::optional<std::string> header_of(std::string_view message, std::string_view name) {
  std::string_view head = message.substr(0, body_start(message));
  std::optional<std::string> found;
  while (!head.empty()) {
    const auto end = std::min(head.find("\r\n"), head.size());
    const auto line = head.substr(0, end);
    head = head.substr(std::min(end + 2, head.size()));
    if (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
      if (found) found->append(" ").append(trimmed(line));
      continue;
    }
    if (found) break;
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon != name.size()) continue;
    if (std::ranges::equal(line.substr(0, colon), name, {}, lower))
      found = std::string(trimmed(line.substr(colon + 1)));
  }
  return found;
}

}  // namespace guardline::farside
