// Templates by version. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "core/domain/notice.h"

#include <string>
#include <string_view>
#include <vector>

namespace guardline::notices {

/// One variant of a template version. A version's rows never change: a sent notice always points at its own words.
struct TemplateText {
  std::string id;  ///< [a-z0-9_-]{1,64}
  std::int64_t version{1};
  std::string language;  ///< BCP 47
  Channel channel{};
  Category category{};
  std::string title;  ///< mail subject, web title; empty for SMS
  std::string body;   ///< UTF-8 with {{placeholders}}
};

/// For a submission's `also` or a first start. conflict if that variant is there with other words.
Status add_template(db::Database& database, const TemplateText& text);
/// All variants of a version; not_found if there is none.
Result<std::vector<TemplateText>> read_template(db::Database& database, std::string_view id, std::int64_t version);
/// The variant for a channel in a language, else in zh-CN, else nullptr.
const TemplateText* pick(const std::vector<TemplateText>& variants, Channel channel, std::string_view language);

}  // namespace guardline::notices
