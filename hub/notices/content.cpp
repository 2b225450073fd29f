// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/content.h"

#include "core/api/words.h"
#include "core/wire/codec.h"
#include "hub/links/mail_html.h"
#include "hub/notices/lookup.h"

#include <utility>

namespace guardline::notices {

struct PackedMessage {
  std::vector<ChannelText> texts;
};

GUARDLINE_WIRE(ChannelText, (channel, title, body), choice("channel", "The channel."),
               text("title", 0, 1000, "Title.", wire::Format::prose),
               text("body", 0, 20000, "Body.", wire::Format::prose))
GUARDLINE_WIRE(PackedMessage, (texts), list("texts", 0, 6, "One a channel."))
GUARDLINE_WIRE_DEFINE(ChannelText)
GUARDLINE_WIRE_DEFINE(PackedMessage)

namespace {

constexpr std::size_t kMostKnown = 256;  // remembered notices; forgetting costs a look-up

Result<std::vector<ChannelText>> unpack(const crypto::Secret& content) {
  auto packed = wire::from_json<PackedMessage>(content.text());
  if (!packed) return fail(ErrorCode::corrupt, "a sealed message can't be read");
  return std::move(packed->texts);
}

Result<std::vector<ChannelText>> unpack(spine::Opener& opener, MessageId message) {
  const auto content = opener.body(message);
  if (!content) return std::unexpected(content.error());
  return unpack(*content);
}

/// For readers: what only the addressee may follow or type is left out.
Result<std::vector<ChannelText>> for_reading(Result<std::vector<ChannelText>> texts) {
  if (!texts) return texts;
  for (auto& text : *texts) {
    text.body = links::with(std::move(text.body), links::kLetterMark, "[...]");
    text.body = links::with(std::move(text.body), links::kCodeMark, "******");
  }
  return texts;
}

}  // namespace

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
  return for_reading(unpack(opener, message));
}

Result<std::vector<std::vector<ChannelText>>> open_messages(spine::Opener& opener, InvestorId investor,
                                                            std::span<const MessageId> messages) {
  const auto contents = opener.bodies(investor, messages);
  if (!contents) return std::unexpected(contents.error());
  std::vector<std::vector<ChannelText>> opened;
  opened.reserve(contents->size());
  for (const auto& content : *contents) {
    if (!content) {
      opened.emplace_back();
      continue;
    }
    auto texts = for_reading(unpack(*content));
    if (!texts) return std::unexpected(texts.error());
    opened.push_back(std::move(*texts));
  }
  return opened;
}

Result<dispatch::Opened> Content::open(const spine::OutgoingWork& work) {
  auto record = read_record(opener_, work.investor);
  if (!record) return std::unexpected(record.error());
  auto texts = unpack(opener_, work.message);
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
    if (auto ok = link(work, out); !ok) return std::unexpected(ok.error());
    return out;
  }
  return fail(ErrorCode::not_found, "the message has no words for the channel");
}

Result<const Content::Known*> Content::known(NoticeId notice) {
  if (const auto found = known_.find(notice); found != known_.end()) return &found->second;
  const auto head = read_notice_head(database_, notice);
  if (!head) return std::unexpected(head.error());
  const auto variants = read_template(database_, head->template_id, head->version);
  if (!variants) return std::unexpected(variants.error());
  Known known{head->category, {}};
  for (const auto& variant : *variants)
    if (variant.channel == Channel::email) known.addresses[variant.language] = links::addresses_in(variant.body);
  if (known_.size() >= kMostKnown) known_.clear();
  return &known_.emplace(notice, std::move(known)).first->second;
}

Status Content::link(const spine::OutgoingWork& work, dispatch::Opened& words) {
  const bool asks = words.body.find("{{") != std::string::npos;
  if (links_ == nullptr) {
    // Taken while this hub had an address: sent without one it would be a promise that leads nowhere.
    return asks && words.body.find(links::kLetterMark) != std::string::npos
               ? fail(ErrorCode::corrupt, "the message needs a link, and this hub has no public address")
               : Status{};
  }
  if (!asks && work.channel != Channel::email) return {};
  const auto notice = known(work.notice);
  if (!notice) return std::unexpected(notice.error());
  const auto letter = links_->letter(work.delivery);
  words.body = links::with(std::move(words.body), links::kLetterMark, letter);
  const bool is_code = (*notice)->category == Category::one_time_code;
  if (is_code) words.body = links::with(std::move(words.body), links::kCodeMark, links_->tokens().code(work.notice));
  if (work.channel != Channel::email || is_code) return {};

  std::vector<links::Anchor> anchors{{letter, letter}};
  const auto& by_language = (*notice)->addresses;
  auto addresses = by_language.find(words.language);
  if (addresses == by_language.end()) addresses = by_language.find("zh-CN");  // as the template was picked
  if (addresses != by_language.end()) {
    std::uint8_t place = 0;
    for (const auto& address : addresses->second) anchors.push_back({address, links_->click(work.delivery, place++)});
  }
  // Who must be warned is asked to confirm, and not watched: no pixel in core risk.
  const auto pixel = (*notice)->category == Category::core_risk ? std::string() : links_->pixel(work.delivery);
  words.html = links::mail_html(words.title, words.body, anchors, pixel, words.language);
  return {};
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
