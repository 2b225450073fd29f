// Wire types at run time: what the codec and the schema generator walk. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/wire/rule.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace guardline::wire {

struct Type;

/// One member of an object. The functions take the address of the struct.
struct Field {
  std::string_view name;  ///< on the wire; a trailing '_' of the C++ name is dropped
  const Type* type;
  const Rule* rule;
  bool required;
  const void* (*read)(const void* object);  ///< null when an optional member is empty
  void* (*write)(void* object);             ///< makes an optional member hold a value first
};

struct Choice {
  std::string_view name;
  std::int64_t value;
};

/// One C++ type in its wire form. All instances are constants made by `type_of<T>()` (core/wire/describe.h).
struct Type {
  enum class Kind : std::uint8_t { text, integer, boolean, id, choice, object, list };

  Kind kind;
  std::string_view name{};  ///< of objects and choices: the schema's name

  // integers, times and choices
  std::int64_t (*get)(const void*){nullptr};
  void (*set)(void*, std::int64_t){nullptr};
  std::span<const Choice> choices{};

  // ids
  const Uuid& (*get_uuid)(const void*){nullptr};
  void (*set_uuid)(void*, const Uuid&){nullptr};

  // objects
  std::span<const Field> fields{};

  // lists
  const Type* item{nullptr};
  std::size_t (*size)(const void*){nullptr};
  const void* (*at)(const void*, std::size_t){nullptr};
  void* (*append)(void*){nullptr};
};

}  // namespace guardline::wire
