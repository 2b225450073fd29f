// Reading: JSON text to wire structs, every violation with its pointer. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/codec.h"
#include "core/wire/syntax.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <boost/json.hpp>

namespace guardline::wire {
namespace {

namespace json = boost::json;

std::string_view view(json::string_view text) { return {text.data(), text.size()}; }

/// Unicode characters of valid UTF-8: bytes that don't continue a character.
std::int64_t characters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

std::string between(std::int64_t least, std::int64_t most, std::string_view unit) {
  if (least == most) return std::to_string(least) + " " + std::string(unit);
  return std::to_string(least) + " to " + std::to_string(most) + " " + std::string(unit);
}

/// An integer, also when written as 3.0 or 3e2 (JSON knows one kind of number); nothing if it is none or not exact.
std::optional<std::int64_t> whole(const json::value& value) {
  if (const auto* number = value.if_int64()) return *number;
  if (const auto* number = value.if_double();
      number != nullptr && std::trunc(*number) == *number && std::fabs(*number) <= static_cast<double>(kMaxInteger)) {
    return static_cast<std::int64_t>(*number);
  }
  return std::nullopt;  // a uint64 is one that fits no int64
}

class Reader {
 public:
  Reader(const ReadOptions& options, Violations& violations) : options_(options), violations_(violations) {}

  void read(const Type& type, const Rule& rule, void* target, const json::value& value, const std::string& pointer) {
    switch (type.kind) {
      case Type::Kind::text:
        return read_text(rule, target, value, pointer);
      case Type::Kind::integer:
        return read_integer(type, rule, target, value, pointer);
      case Type::Kind::boolean:
        if (const auto* flag = value.if_bool()) return type.set(target, *flag ? 1 : 0);
        return add(pointer, "must be true or false");
      case Type::Kind::id:
        return read_id(type, target, value, pointer);
      case Type::Kind::choice:
        return read_choice(type, target, value, pointer);
      case Type::Kind::object:
        return read_object(type, target, value, pointer);
      case Type::Kind::list:
        return read_list(type, rule, target, value, pointer);
    }
  }

 private:
  [[nodiscard]] bool full() const { return violations_.size() >= kMaxViolations; }
  void add(const std::string& pointer, std::string detail) {
    if (!full()) violations_.push_back({pointer, std::move(detail)});
  }

  void read_text(const Rule& rule, void* target, const json::value& value, const std::string& pointer) {
    const auto* text = value.if_string();
    if (text == nullptr) return add(pointer, "must be a text");
    const std::string_view content = view(*text);
    if (const auto length = characters(content); length < rule.min || length > rule.max) {
      return add(pointer, "must have " + between(rule.min, rule.max, "characters"));
    }
    if (!matches(rule.format, content)) return add(pointer, "must be of the form: " + std::string(label(rule.format)));
    static_cast<std::string*>(target)->assign(content);
  }

  void read_integer(const Type& type, const Rule& rule, void* target, const json::value& value,
                    const std::string& pointer) {
    const auto number = whole(value);
    if (!number) return add(pointer, "must be a whole number");
    if (*number < rule.min || *number > rule.max)
      return add(pointer, "must be " + between(rule.min, rule.max, "inclusive"));
    type.set(target, *number);
  }

  void read_id(const Type& type, void* target, const json::value& value, const std::string& pointer) {
    const auto* text = value.if_string();
    const auto uuid = text != nullptr ? parse_uuid(view(*text)) : std::nullopt;
    if (!uuid) return add(pointer, "must be a UUID");
    type.set_uuid(target, *uuid);
  }

  void read_choice(const Type& type, void* target, const json::value& value, const std::string& pointer) {
    const auto* text = value.if_string();
    for (const Choice& choice : type.choices) {
      if (text != nullptr && choice.name == view(*text)) return type.set(target, choice.value);
    }
    std::string words = "must be one of:";
    for (const Choice& choice : type.choices) words.append(" ").append(choice.name);
    add(pointer, std::move(words));
  }

  void read_object(const Type& type, void* target, const json::value& value, const std::string& pointer) {
    const auto* object = value.if_object();
    if (object == nullptr) return add(pointer, "must be an object");
    for (const Field& field : type.fields) {
      const auto* member = object->if_contains(field.name);
      const std::string place = pointer_to(pointer, field.name);
      if (member != nullptr) {
        read(*field.type, *field.rule, field.write(target), *member, place);
      } else if (field.required) {
        add(place, "must be there");
      }
    }
    if (options_.ignore_unknown) return;
    for (const auto& member : *object) {
      const auto known = [&](const Field& field) { return field.name == view(member.key()); };
      if (std::none_of(type.fields.begin(), type.fields.end(), known)) {
        // The name is the sender's own text, of any length: only its head goes into the answer.
        add(pointer_to(pointer, view(member.key()).substr(0, head_of(view(member.key())))), "is not known here");
      }
    }
  }

  void read_list(const Type& type, const Rule& rule, void* target, const json::value& value,
                 const std::string& pointer) {
    const auto* array = value.if_array();
    if (array == nullptr) return add(pointer, "must be a list");
    const auto size = static_cast<std::int64_t>(array->size());
    if (size < rule.min || size > rule.max) return add(pointer, "must have " + between(rule.min, rule.max, "items"));
    const Rule each{.min = rule.each_min, .max = rule.each_max, .format = rule.each_format};
    for (std::size_t i = 0; i < array->size() && !full(); ++i) {
      read(*type.item, each, type.append(target), (*array)[i], pointer_to(pointer, std::to_string(i)));
    }
  }

  /// At most 64 bytes, cut between characters.
  static std::size_t head_of(std::string_view text) {
    if (text.size() <= 64) return text.size();
    std::size_t end = 64;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return end;
  }

  const ReadOptions& options_;
  Violations& violations_;
};

}  // namespace

bool read_json(const Type& type, void* value, std::string_view text, const ReadOptions& options,
               Violations& violations) {
  violations.clear();
  if (text.size() > options.max_bytes) {
    violations.push_back({"", "longer than " + std::to_string(options.max_bytes) + " bytes"});
    return false;
  }
  if (auto fault = check_syntax(text, options.max_depth)) {
    violations.push_back({std::move(fault->pointer), std::move(fault->detail)});
    return false;
  }
  json::monotonic_resource resource;
  json::parse_options parse;
  parse.max_depth = options.max_depth;
  boost::system::error_code code;
  const json::value document = json::parse(json::string_view(text.data(), text.size()), code, &resource, parse);
  if (code) {
    violations.push_back({"", "no JSON text: " + code.message()});
    return false;
  }
  Reader(options, violations).read(type, Rule{}, value, document, "");
  return violations.empty();
}

}  // namespace guardline::wire
