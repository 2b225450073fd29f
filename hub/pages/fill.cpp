// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pages/fill.h"

#include <cassert>

#include <kainjow/mustache.hpp>

namespace guardline::pages {
namespace {

using kainjow::mustache::data;

data to_data(const Values& values) {
  data object(data::type::object);
  for (const auto& [name, text] : values.texts) {
    // An empty text is no text: its section is left out.
    object.set(name, text.empty() ? data(data::type::bool_false) : data(text));
  }
  for (const auto& [name, flag] : values.flags) object.set(name, flag ? data::type::bool_true : data::type::bool_false);
  for (const auto& [name, list] : values.lists) {
    data items(data::type::list);
    for (const auto& item : list) items << to_data(item);
    object.set(name, items);
  }
  return object;
}

}  // namespace

Template::Template(std::string_view text) : text_(text) { assert(kainjow::mustache::mustache(text_).is_valid()); }

std::string Template::filled(const Values& values) const {
  // Parsed at each use: rendering changes the library's object, and a page is a few kilobytes.
  kainjow::mustache::mustache page(text_);
  return page.render(to_data(values));
}

}  // namespace guardline::pages
