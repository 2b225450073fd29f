// JSON Schema (2020-12, as OpenAPI 3.1 uses it) from wire types. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/type.h"

#include <map>
#include <string>
#include <string_view>

namespace guardline::wire {

/// Schemas by name, as JSON text, for the `components/schemas` of an OpenAPI document.
using Schemas = std::map<std::string, std::string, std::less<>>;

/// Adds the schema of an object or choice type and of all it refers to. Objects are closed (`additionalProperties:
/// false`).
void collect_schemas(const Type& type, Schemas& schemas);

/// `{"$ref":"#/components/schemas/Name"}`.
std::string schema_reference(const Type& type);

}  // namespace guardline::wire
