// A body that a route accepts, made from what its type says. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/attack/sample.h"

#include <algorithm>

namespace guardline::attack {
namespace {

constexpr auto kId = "\"0190b0c8-7a4e-7cc3-98c4-dc0c0c07398f\"";

std::string text_of(wire::Format format, std::int64_t least) {
  using enum wire::Format;
  const auto times = static_cast<std::size_t>(std::max<std::int64_t>(least, 1));
  switch (format) {
    case email:
      return "a@b.example";
    case e164:
      return "+8613800000001";
    case uri:
      return "https://a.example/";
    case digits:
    case hex:
      return std::string(times, '1');
    case base32:
    case token:
      return std::string(std::max<std::size_t>(times, 16), 'A');
    case line:
    case prose:
    case pem:
    case cursor:
    case name_id:
      break;
  }
  return std::string(times, 'a');
}

std::string value(const wire::Type& type, const wire::Rule& rule);

std::string object(const wire::Type& type) {
  std::string out = "{";
  for (const auto& field : type.fields) {
    if (!field.required) continue;
    if (out.size() > 1) out += ',';
    out.append("\"").append(field.name).append("\":").append(value(*field.type, *field.rule));
  }
  return out + "}";
}

std::string value(const wire::Type& type, const wire::Rule& rule) {
  switch (type.kind) {
    case wire::Type::Kind::text:
      return "\"" + text_of(rule.format, rule.min) + "\"";
    case wire::Type::Kind::integer:
      return std::to_string(rule.of == wire::Rule::Of::time ? std::int64_t{1'790'000'000'000'000} : rule.min);
    case wire::Type::Kind::boolean:
      return "false";
    case wire::Type::Kind::id:
      return kId;
    case wire::Type::Kind::choice:
      return "\"" + std::string(type.choices.front().name) + "\"";
    case wire::Type::Kind::object:
      return object(type);
    case wire::Type::Kind::list:
      break;
  }
  const wire::Rule each{.min = rule.each_min, .max = rule.each_max, .format = rule.each_format};
  std::string out = "[";
  for (std::int64_t i = 0; i < rule.min; ++i) out.append(i == 0 ? "" : ",").append(value(*type.item, each));
  return out + "]";
}

}  // namespace

std::string sample(const wire::Type& type) { return object(type); }

}  // namespace guardline::attack
