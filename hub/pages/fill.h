// A text with names in it, filled. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::pages {

/// What stands behind the names of a template.
struct Values {
  std::map<std::string, std::string> texts;          ///< {{name}}, and {{#name}}…{{/name}} where it is not empty
  std::map<std::string, bool> flags;                 ///< {{#name}}…{{/name}}
  std::map<std::string, std::vector<Values>> lists;  ///< {{#name}}…{{/name}} once each
};

/// A mustache template for HTML: a value never brings in markup (& < > " ' are escaped) nor another name. Attribute
/// values must stand in quotes. Thread safe.
class Template {
 public:
  /// Asserts that the text is a template; texts are the program's own.
  explicit Template(std::string_view text);

  [[nodiscard]] std::string filled(const Values& values) const;

 private:
  std::string text_;
};

}  // namespace guardline::pages
