// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/render.h"

#include "hub/links/writer.h"

#include <algorithm>
#include <cctype>

namespace guardline::notices {

Result<std::string> render(std::string_view text, const Variables& variables) {
  std::string out;
  out.reserve(text.size() + 64);
  while (!text.empty()) {
    const auto open = text.find("{{");
    out.append(text.substr(0, open));
    if (open == std::string_view::npos) break;
    const auto close = text.find("}}", open);
    if (close == std::string_view::npos) return fail(ErrorCode::invalid_argument, "a placeholder is not closed");
    auto key = text.substr(open + 2, close - open - 2);
    while (!key.empty() && key.front() == ' ') key.remove_prefix(1);
    while (!key.empty() && key.back() == ' ') key.remove_suffix(1);
    const auto plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; };
    if (key.empty() || !std::ranges::all_of(key, plain))
      return fail(ErrorCode::invalid_argument, "a placeholder's name has other characters than letters, digits and _");
    const auto value = variables.find(key);
    if (value == variables.end())
      return fail(ErrorCode::invalid_argument, "no value for placeholder '" + std::string(key) + "'");
    out.append(value->second);
    text.remove_prefix(close + 2);
  }
  return out;
}

Variables own_values() {
  return {{std::string(kLetterName), std::string(links::kLetterMark)},
          {std::string(kCodeName), std::string(links::kCodeMark)}};
}

}  // namespace guardline::notices
