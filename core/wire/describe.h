// From a described struct to its wire type, with the checks that can be made while compiling.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/wire/type.h"

#include <array>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

/// Describes a wire struct; stands once behind it, in its namespace. Members first, then one rule per member in any
/// order:
///   struct TotpCode { std::string code; };
///   GUARDLINE_WIRE(TotpCode, (code), text("code", 6, 6, "What the authenticator shows.", Format::digits))
/// and, in one source file of the program, in the same namespace:
///   GUARDLINE_WIRE_DEFINE(TotpCode)
/// so that its table is made once and not in every file that reads or writes one
/// (docs/decisions/0043-wire-tables-once.md). A member without a rule, a rule without a member, a rule of the wrong
/// kind and a text or list without an upper bound do not compile.
#define GUARDLINE_WIRE(Struct, members, ...)                                                 \
  BOOST_DESCRIBE_STRUCT(Struct, (), members)                                                 \
  [[maybe_unused]] constexpr auto wire_rules(const Struct*) {                                \
    using namespace ::guardline::wire;                                                       \
    using ::guardline::wire::text; /* hides guardline::text */                               \
    return std::array{__VA_ARGS__};                                                          \
  }                                                                                          \
  [[maybe_unused]] constexpr ::std::string_view wire_name(const Struct*) { return #Struct; } \
  const ::guardline::wire::Type& wire_type(const Struct*);

/// Makes the table of a described struct.
#define GUARDLINE_WIRE_DEFINE(Struct)                           \
  const ::guardline::wire::Type& wire_type(const Struct*) {     \
    return ::guardline::wire::detail::described_type<Struct>(); \
  }

/// Names a described enum for the schema; stands behind BOOST_DESCRIBE_ENUM in the enum's namespace.
#define GUARDLINE_WIRE_ENUM(Enum, ...)   \
  BOOST_DESCRIBE_ENUM(Enum, __VA_ARGS__) \
  [[maybe_unused]] constexpr ::std::string_view wire_name(const Enum*) { return #Enum; }

namespace guardline::wire {
namespace detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

template <class T>
struct Unwrapped {
  using type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> {
  using type = T;
};

template <class T>
inline constexpr auto kRules = wire_rules(static_cast<const T*>(nullptr));

template <class T>
constexpr Rule::Of rule_kind() {
  if constexpr (std::is_same_v<T, std::string>) {
    return Rule::Of::text;
  } else if constexpr (std::is_same_v<T, bool>) {
    return Rule::Of::boolean;
  } else if constexpr (std::is_same_v<T, Timestamp>) {
    return Rule::Of::time;
  } else if constexpr (std::is_integral_v<T>) {
    return Rule::Of::integer;
  } else if constexpr (std::is_enum_v<T>) {
    return Rule::Of::choice;
  } else if constexpr (is_id<T>) {
    return Rule::Of::id;
  } else if constexpr (is_list<T>) {
    return Rule::Of::list;
  } else {
    return Rule::Of::object;
  }
}

constexpr std::string_view wire_member(std::string_view name) {
  if (name.ends_with('_')) name.remove_suffix(1);  // C++ keywords: template_ is "template"
  return name;
}

/// The rule of one member; fails to compile where there is none or it can't be the right one.
template <class T, class Member>
consteval std::size_t rule_index(std::string_view name) {
  const auto& rules = kRules<T>;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].member != name) continue;
    if (rules[i].of != rule_kind<Member>()) throw "the rule is of another kind than its member";
    if (rules[i].of == Rule::Of::text && rules[i].max <= 0) throw "a text needs an upper bound";
    if (rules[i].of == Rule::Of::list && rules[i].max <= 0) throw "a list needs an upper bound";
    if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
      if (rules[i].each_max <= 0) throw "the texts of a list need an upper bound";
    }
    if (rules[i].min > rules[i].max && rules[i].max != 0) throw "bounds are the wrong way round";
    return i;
  }
  throw "a described member has no rule";
}

template <class T>
struct Described;

}  // namespace detail

namespace detail {

/// The table of T, made here and now.
template <class T>
constexpr const Type& described_type();

template <class T, class D>
constexpr Field make_field() {
  using Class = T;
  using Member = std::remove_cvref_t<decltype(std::declval<Class&>().*D::pointer)>;
  using Value = typename Unwrapped<Member>::type;
  constexpr std::size_t rule = rule_index<T, Value>(wire_member(D::name));
  return Field{
      .name = wire_member(D::name),
      .type = &described_type<Value>(),
      .rule = &kRules<T>[rule],
      .required = !is_optional<Member>,
      .read = [](const void* object) -> const void* {
        const auto& member = static_cast<const Class*>(object)->*D::pointer;
        if constexpr (is_optional<Member>) {
          return member ? &*member : nullptr;
        } else {
          return &member;
        }
      },
      .write = [](void* object) -> void* {
        auto& member = static_cast<Class*>(object)->*D::pointer;
        if constexpr (is_optional<Member>) {
          return &member.emplace();
        } else {
          return &member;
        }
      },
  };
}

template <class T>
struct Described {
  using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
  static constexpr std::size_t count = boost::mp11::mp_size<Members>::value;
  static_assert(count == kRules<T>.size(), "one rule per described member");

  template <class... D>
  static constexpr std::array<Field, count> make(boost::mp11::mp_list<D...>) {
    return {make_field<T, D>()...};
  }
  static constexpr std::array<Field, count> fields = make(boost::mp11::mp_rename<Members, boost::mp11::mp_list>{});
};

template <class E>
struct DescribedEnum {
  using Members = boost::describe::describe_enumerators<E>;
  template <class... D>
  static constexpr std::array<Choice, sizeof...(D)> make(boost::mp11::mp_list<D...>) {
    return {Choice{wire_member(D::name), static_cast<std::int64_t>(D::value)}...};
  }
  static constexpr auto choices = make(boost::mp11::mp_rename<Members, boost::mp11::mp_list>{});
};

template <class T>
constexpr Type make_type() {
  if constexpr (std::is_same_v<T, std::string>) {
    return Type{.kind = Type::Kind::text};
  } else if constexpr (std::is_same_v<T, bool>) {
    return Type{.kind = Type::Kind::boolean,
                .get = [](const void* p) -> std::int64_t { return *static_cast<const bool*>(p) ? 1 : 0; },
                .set = [](void* p, std::int64_t v) { *static_cast<bool*>(p) = v != 0; }};
  } else if constexpr (std::is_same_v<T, Timestamp>) {
    return Type{.kind = Type::Kind::integer,
                .get = [](const void* p) -> std::int64_t { return to_micros(*static_cast<const Timestamp*>(p)); },
                .set = [](void* p, std::int64_t v) { *static_cast<Timestamp*>(p) = from_micros(v); }};
  } else if constexpr (std::is_integral_v<T>) {
    return Type{
        .kind = Type::Kind::integer,
        .get = [](const void* p) -> std::int64_t { return static_cast<std::int64_t>(*static_cast<const T*>(p)); },
        .set = [](void* p, std::int64_t v) { *static_cast<T*>(p) = static_cast<T>(v); }};
  } else if constexpr (std::is_enum_v<T>) {
    return Type{
        .kind = Type::Kind::choice,
        .name = wire_name(static_cast<const T*>(nullptr)),
        .get = [](const void* p) -> std::int64_t { return static_cast<std::int64_t>(*static_cast<const T*>(p)); },
        .set = [](void* p, std::int64_t v) { *static_cast<T*>(p) = static_cast<T>(v); },
        .choices = DescribedEnum<T>::choices};
  } else if constexpr (is_id<T>) {
    return Type{.kind = Type::Kind::id,
                .get_uuid = [](const void* p) -> const Uuid& { return static_cast<const T*>(p)->value; },
                .set_uuid = [](void* p, const Uuid& v) { static_cast<T*>(p)->value = v; }};
  } else if constexpr (is_list<T>) {
    return Type{.kind = Type::Kind::list,
                .item = &described_type<typename T::value_type>(),
                .size = [](const void* p) -> std::size_t { return static_cast<const T*>(p)->size(); },
                .at = [](const void* p, std::size_t i) -> const void* { return &(*static_cast<const T*>(p))[i]; },
                .append = [](void* p) -> void* { return &static_cast<T*>(p)->emplace_back(); }};
  } else {
    return Type{
        .kind = Type::Kind::object, .name = wire_name(static_cast<const T*>(nullptr)), .fields = Described<T>::fields};
  }
}

template <class T>
inline constexpr Type kType = make_type<T>();

template <class T>
constexpr const Type& described_type() {
  return kType<T>;
}

}  // namespace detail

/// The wire type of T: std::string, integers, bool, Timestamp, Id<Tag>, described enums and structs, and vectors of
/// those. Constant for all but structs, whose table stands where GUARDLINE_WIRE_DEFINE does.
template <class T>
constexpr const Type& type_of() {
  if constexpr (detail::rule_kind<T>() == Rule::Of::object) {
    return wire_type(static_cast<const T*>(nullptr));
  } else {
    return detail::kType<T>;
  }
}

}  // namespace guardline::wire
