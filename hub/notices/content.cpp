// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/content.h"

#include "core/api/words.h"
#include "core/wire/codec.h"

#include <utility>

namespace guardline::notices {

struct PackedMessage {
  std::vector<ChannelText> texts;
};

GUARDLINE_WIRE(ChannelText, (channel, title, body), choice("channel", "The channel."),
               text("title", 0, 1000, "Title.", wire::Format::prose),
               text("body", 0, 20000, "Body.", wire::Format::prose))
GUARDLINE_WIRE(PackedMessage, (texts), list("texts", 0, 6, "One a channel."))

Result<std::string> pack_message(const std::vector<TemplateText>& variants, std::span<const Channel> channels,
                                 std::string_view language, const Variables& values) {
  PackedMessage packed;
  for (const auto channel : channels) {
    const auto* variant = pick(variants, channel, language);
    if (variant == nullptr) continue;
    auto title = render(variant->title, values);
    if (!title) return std::unexpected(title.error());
    auto body = render(variant->body, values);
    if (!body) return std::unexpected(body.error());
    packed.texts.push_back({channel, std::move(*title), std::move(*body)});
  }
  return wire::to_json(packed);
}

Result<std::vector<ChannelText>> open_message(spine::Opener& opener, MessageId message) {
  auto sealed = opener.body(message);
  if (!sealed) return std::unexpected(sealed.error());
  auto packed = wire::from_json<PackedMessage>(sealed->text());
  if (!packed) return fail(ErrorCode::corrupt, "a sealed message can't be read");
  return std::move(packed->texts);
}

Result<dispatch::Opened> Content::open(const spine::OutgoingWork& work) {
  auto record = read_record(opener_, work.investor);
  if (!record) return std::unexpected(record.error());
  auto texts = open_message(opener_, work.message);
  if (!texts) return std::unexpected(texts.error());
  dispatch::Opened out;
  out.address = address(*record, work.channel);
  if (out.address.empty()) return fail(ErrorCode::not_found, "no address for the channel");
  auto language = read_language(database_, work.investor);
  if (!language) return std::unexpected(language.error());
  out.language = std::move(*language);
  for (auto& text : *texts) {
    if (text.channel != work.channel) continue;
    out.title = std::move(text.title);
    out.body = std::move(text.body);
    return out;
  }
  return fail(ErrorCode::not_found, "the message has no words for the channel");
}

Result<Category> Content::category(NoticeId notice) {
  auto statement = database_.prepare("SELECT category FROM notice WHERE id = $1");
  if (!statement) return std::unexpected(statement.error());
  std::optional<Category> category;
  auto ok = (*statement)->run({notice.bytes()}, [&](const db::Row& row) {
    category = static_cast<Category>(row.int64(0));
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  if (!category) return fail(ErrorCode::not_found, "no such notice");
  return *category;
}

}  // namespace guardline::notices
