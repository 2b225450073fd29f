// Writing: wire structs to JSON text. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/codec.h"

#include <boost/json.hpp>

namespace guardline::wire {
namespace {

namespace json = boost::json;

json::value write(const Type& type, const void* value, const json::storage_ptr& storage);

json::value write_object(const Type& type, const void* value, const json::storage_ptr& storage) {
  json::object object(storage);
  object.reserve(type.fields.size());
  for (const Field& field : type.fields) {
    if (const void* member = field.read(value)) object.emplace(field.name, write(*field.type, member, storage));
  }
  return object;
}

json::value write_list(const Type& type, const void* value, const json::storage_ptr& storage) {
  json::array array(storage);
  const std::size_t size = type.size(value);
  array.reserve(size);
  for (std::size_t i = 0; i < size; ++i) array.push_back(write(*type.item, type.at(value, i), storage));
  return array;
}

std::string_view choice_name(const Type& type, std::int64_t number) {
  for (const Choice& choice : type.choices) {
    if (choice.value == number) return choice.name;
  }
  return "";  // no such enumerator: a programming error that the schema check of the tests would show
}

json::value write(const Type& type, const void* value, const json::storage_ptr& storage) {
  switch (type.kind) {
    case Type::Kind::text:
      return json::value(json::string_view(*static_cast<const std::string*>(value)), storage);
    case Type::Kind::integer:
      return json::value(type.get(value), storage);
    case Type::Kind::boolean:
      return json::value(type.get(value) != 0, storage);
    case Type::Kind::id:
      return json::value(json::string_view(format_uuid(type.get_uuid(value))), storage);
    case Type::Kind::choice:
      return json::value(json::string_view(choice_name(type, type.get(value))), storage);
    case Type::Kind::object:
      return write_object(type, value, storage);
    case Type::Kind::list:
      return write_list(type, value, storage);
  }
  return nullptr;
}

}  // namespace

std::string write_json(const Type& type, const void* value) {
  json::monotonic_resource resource;
  return json::serialize(write(type, value, &resource));
}

}  // namespace guardline::wire
