// The part of JSON that must hold before any struct is looked at. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/syntax.h"

#include <set>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

namespace guardline::wire {
namespace {

namespace json = boost::json;

/// Watches the parser's events and stops it at the first doubled member.
class DoubleWatch {
 public:
  // Bounds the parser asks its handler for; the whole text is bounded by the caller already.
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  using Code = boost::system::error_code;

  bool on_document_begin(Code&) { return true; }
  bool on_document_end(Code&) { return true; }
  bool on_object_begin(Code&) {
    levels_.push_back({});
    return true;
  }
  bool on_object_end(std::size_t, Code&) { return leave(); }
  bool on_array_begin(Code&) {
    levels_.push_back({.array = true});
    return true;
  }
  bool on_array_end(std::size_t, Code&) { return leave(); }
  bool on_key_part(json::string_view part, std::size_t, Code&) {
    key_.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t, Code& code) {
    key_.append(part.data(), part.size());
    auto& level = levels_.back();
    level.current = std::move(key_);
    key_.clear();
    if (!level.seen.insert(level.current).second) {
      for (const auto& each : levels_) {
        doubled_ = pointer_to(doubled_, each.array ? std::to_string(each.index) : each.current);
      }
      found_ = true;
      code = json::error::extra_data;
      return false;
    }
    return true;
  }
  bool on_string_part(json::string_view, std::size_t, Code&) { return true; }
  bool on_string(json::string_view, std::size_t, Code&) { return value(); }
  bool on_number_part(json::string_view, Code&) { return true; }
  bool on_int64(std::int64_t, json::string_view, Code&) { return value(); }
  bool on_uint64(std::uint64_t, json::string_view, Code&) { return value(); }
  bool on_double(double, json::string_view, Code&) { return value(); }
  bool on_bool(bool, Code&) { return value(); }
  bool on_null(Code&) { return value(); }
  bool on_comment_part(json::string_view, Code&) { return true; }
  bool on_comment(json::string_view, Code&) { return true; }

  [[nodiscard]] bool found() const { return found_; }
  [[nodiscard]] const std::string& doubled() const { return doubled_; }

 private:
  struct Level {
    bool array{false};
    std::size_t index{0};
    std::string current{};
    std::set<std::string, std::less<>> seen{};
  };

  bool value() {
    if (!levels_.empty() && levels_.back().array) ++levels_.back().index;
    return true;
  }
  bool leave() {
    levels_.pop_back();
    return value();
  }

  std::vector<Level> levels_;
  std::string key_;
  std::string doubled_;
  bool found_{false};
};

}  // namespace

std::optional<SyntaxFault> check_syntax(std::string_view text, std::size_t max_depth) {
  json::parse_options options;
  options.max_depth = max_depth;
  json::basic_parser<DoubleWatch> parser(options);
  boost::system::error_code code;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), code);
  if (parser.handler().found()) return SyntaxFault{parser.handler().doubled(), "the member is there twice"};
  if (!code && used < text.size()) code = json::error::extra_data;
  if (!code) return std::nullopt;
  if (code == json::error::too_deep) return SyntaxFault{"", "nested deeper than " + std::to_string(max_depth)};
  return SyntaxFault{"", "no JSON text: " + code.message() + " at byte " + std::to_string(used)};
}

std::string pointer_to(std::string_view parent, std::string_view member) {
  std::string pointer(parent);
  pointer += '/';
  for (const char c : member) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

}  // namespace guardline::wire
