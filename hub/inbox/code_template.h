// The words of the message that carries a code. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/notices/templates.h"
#include "hub/spine/committer.h"

#include <string_view>
#include <vector>

namespace guardline::inbox {

inline constexpr std::string_view kCodeTemplate = "inbox-code";
inline constexpr std::int64_t kCodeVersion = 1;

/// SMS and mail, zh-CN and en; `firm` is the sender's name in front.
std::vector<notices::TemplateText> code_template(std::string_view firm);
/// Stores them if the record has none of this version: later names of the firm do not change what was sent.
Status seed_code_template(spine::Committer& committer, std::string_view firm);

}  // namespace guardline::inbox
