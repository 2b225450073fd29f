// The field blocks of a message/delivery-status part. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/bounces/dsn_fields.h"

#include "hub/mail/gmime_handles.h"

#include <algorithm>

namespace guardline::receipts {
namespace {

constexpr std::size_t kMaxBlocks = 65;
constexpr std::size_t kMaxFields = 64;
constexpr std::size_t kMaxValue = 2000;

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return g_ascii_tolower(c); });
  return out;
}

const std::string* find(const FieldBlock& block, std::string_view name) {
  const auto it = std::ranges::find(block, name, &FieldBlock::value_type::first);
  return it == block.end() ? nullptr : &it->second;
}

DsnRecipient::Action action_of(std::string_view value) {
  using enum DsnRecipient::Action;
  // "failed (bad mailbox)": a comment may follow.
  const std::string word = lowered(value.substr(0, value.find_first_of(" \t(;")));
  if (word == "failed") return failed;
  if (word == "delayed") return delayed;
  if (word == "delivered") return delivered;
  if (word == "relayed") return relayed;
  if (word == "expanded") return expanded;
  return other;
}

/// The answer in "smtp; 550 5.1.1 ..."; other types of diagnostic are no SMTP answers.
std::optional<mail::Reply> diagnostic_of(std::string_view value) {
  const auto semicolon = value.find(';');
  if (semicolon == std::string_view::npos || lowered(trimmed(value.substr(0, semicolon))) != "smtp")
    return std::nullopt;
  return mail::parse_reply(trimmed(value.substr(semicolon + 1)));
}

void add_field(FieldBlock& block, std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || block.size() >= kMaxFields) return;
  const auto name = trimmed(line.substr(0, colon));
  if (name.empty() || name.size() > 64) return;
  block.emplace_back(lowered(name), std::string(trimmed(line.substr(colon + 1)).substr(0, kMaxValue)));
}

}  // namespace

std::vector<FieldBlock> field_blocks(std::string_view text) {
  std::vector<FieldBlock> blocks;
  FieldBlock block;
  const auto close = [&] {
    if (!block.empty() && blocks.size() < kMaxBlocks) blocks.push_back(std::move(block));
    block = {};
  };
  while (!text.empty() && blocks.size() < kMaxBlocks) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trimmed(line).empty()) {
      close();
    } else if (line.front() == ' ' || line.front() == '\t') {
      if (!block.empty() && block.back().second.size() < kMaxValue) {
        block.back().second.append(" ").append(trimmed(line).substr(0, kMaxValue));
      }
    } else {
      add_field(block, line);
    }
  }
  close();
  return blocks;
}

std::optional<Timestamp> parse_mail_date(std::string_view text) {
  if (text.empty() || text.size() > 100) return std::nullopt;
  GDateTime* const date = g_mime_utils_header_decode_date(std::string(text).c_str());
  if (date == nullptr) return std::nullopt;
  const auto seconds = g_date_time_to_unix(date);
  g_date_time_unref(date);
  return Timestamp(std::chrono::seconds(seconds));
}

std::optional<DsnRecipient> recipient_of(const FieldBlock& block) {
  const auto* action = find(block, "action");
  if (action == nullptr) return std::nullopt;
  DsnRecipient out;
  out.action = action_of(*action);
  if (const auto* status = find(block, "status")) out.status = mail::parse_enhanced(*status);
  if (const auto* diagnostic = find(block, "diagnostic-code")) out.diagnostic = diagnostic_of(*diagnostic);
  if (const auto* last = find(block, "last-attempt-date")) out.last_attempt = parse_mail_date(*last);
  return out;
}

}  // namespace guardline::receipts
