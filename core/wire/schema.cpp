// JSON Schema from wire types. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/schema.h"

#include <boost/json.hpp>

namespace guardline::wire {
namespace {

namespace json = boost::json;

json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

json::object reference(const Type& type) { return {{"$ref", "#/components/schemas/" + std::string(type.name)}}; }

json::object text_schema(std::int64_t least, std::int64_t most, Format format) {
  json::object schema{
      {"type", "string"}, {"minLength", least}, {"maxLength", most}, {"pattern", view(pattern(format))}};
  if (format == Format::email) schema["format"] = "email";
  if (format == Format::uri) schema["format"] = "uri";
  return schema;
}

json::object schema_of(const Type& type, const Rule& rule) {
  switch (type.kind) {
    case Type::Kind::text: {
      auto schema = text_schema(rule.min, rule.max, rule.format);
      if (rule.secret) schema["format"] = "password";
      return schema;
    }
    case Type::Kind::integer:
      return {{"type", "integer"}, {"minimum", rule.min}, {"maximum", rule.max}};
    case Type::Kind::boolean:
      return {{"type", "boolean"}};
    case Type::Kind::id:
      return {{"type", "string"}, {"format", "uuid"}};
    case Type::Kind::choice:
    case Type::Kind::object:
      return reference(type);
    case Type::Kind::list: {
      const Rule each{.min = rule.each_min, .max = rule.each_max, .format = rule.each_format};
      return {
          {"type", "array"}, {"minItems", rule.min}, {"maxItems", rule.max}, {"items", schema_of(*type.item, each)}};
    }
  }
  return {};
}

const Type& innermost(const Type& type) { return type.kind == Type::Kind::list ? innermost(*type.item) : type; }

}  // namespace

void collect_schemas(const Type& outer, Schemas& schemas) {
  const Type& type = innermost(outer);
  if (type.name.empty() || schemas.contains(type.name)) return;
  json::object schema;
  if (type.kind == Type::Kind::choice) {
    json::array names;
    for (const Choice& choice : type.choices) names.push_back(view(choice.name));
    schema = {{"type", "string"}, {"enum", std::move(names)}};
  } else {
    json::object properties;
    json::array required;
    for (const Field& field : type.fields) {
      auto member = schema_of(*field.type, *field.rule);
      member["description"] = view(field.rule->says);
      properties.emplace(view(field.name), std::move(member));
      if (field.required) required.push_back(view(field.name));
    }
    schema = {{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    schema["additionalProperties"] = false;
  }
  schemas.emplace(type.name, json::serialize(schema));
  for (const Field& field : type.fields) collect_schemas(*field.type, schemas);
}

std::string schema_reference(const Type& type) { return json::serialize(reference(type)); }

}  // namespace guardline::wire
