// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/templates.h"

namespace guardline::notices {

Status add_template(db::Database& database, const TemplateText& text) {
  auto existing = read_template(database, text.id, text.version);
  if (!existing && existing.error().code != ErrorCode::not_found) return std::unexpected(existing.error());
  if (existing) {
    for (const auto& variant : *existing) {
      if (variant.language != text.language || variant.channel != text.channel) continue;
      if (variant.title == text.title && variant.body == text.body && variant.category == text.category) return {};
      return fail(ErrorCode::conflict, "template " + text.id + " has this version with other words");
    }
  }
  auto statement = database.prepare(
      "INSERT INTO template(id, version, language, channel, category, title, body) VALUES ($1, $2, $3, $4, $5, $6, "
      "$7)");
  if (!statement) return std::unexpected(statement.error());
  auto ok = (*statement)
                ->run({std::string_view(text.id), text.version, std::string_view(text.language),
                       static_cast<std::int64_t>(text.channel), static_cast<std::int64_t>(text.category),
                       std::string_view(text.title), std::string_view(text.body)});
  if (!ok) return std::unexpected(ok.error());
  return {};
}

Result<std::vector<TemplateText>> read_template(db::Database& database, std::string_view id, std::int64_t version) {
  auto statement = database.prepare(
      "SELECT language, channel, category, title, body FROM template WHERE id = $1 AND version = $2 "
      "ORDER BY language, channel");
  if (!statement) return std::unexpected(statement.error());
  std::vector<TemplateText> variants;
  auto ok = (*statement)->run({id, version}, [&](const db::Row& row) {
    variants.push_back({std::string(id), version, std::string(row.text(0)), static_cast<Channel>(row.int64(1)),
                        static_cast<Category>(row.int64(2)), std::string(row.text(3)), std::string(row.text(4))});
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  if (variants.empty()) return fail(ErrorCode::not_found, "no such template version");
  return variants;
}

const TemplateText* pick(const std::vector<TemplateText>& variants, Channel channel, std::string_view language) {
  const TemplateText* fallback = nullptr;
  for (const auto& variant : variants) {
    if (variant.channel != channel) continue;
    if (variant.language == language) return &variant;
    if (variant.language == "zh-CN") fallback = &variant;
  }
  return fallback;
}

}  // namespace guardline::notices
