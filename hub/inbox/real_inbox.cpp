// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/inbox/real_inbox.h"

#include "core/log/log.h"
#include "core/text/masking.h"
#include "hub/inbox/code_template.h"
#include "hub/inbox/codes.h"
#include "hub/links/writer.h"
#include "hub/notices/content.h"
#include "hub/notices/lookup.h"
#include "hub/receipts/tracking/target.h"
#include "hub/spine/connections.h"

#include <algorithm>
#include <utility>

namespace guardline::inbox {
namespace {

using receipts::Target;

Refused translate(const Error& error) {
  switch (error.code) {
    case ErrorCode::not_found:
      return {No::unknown, {}, {}};
    case ErrorCode::denied:
      return {No::over, {}, {}};
    case ErrorCode::unauthenticated:
      return {No::spent, {}, {}};
    default:
      log::warn("the web inbox can't answer: {}", error.message);
      return {No::later, {}, {}};
  }
}

/// A way to tell somebody a code.
struct Way {
  Channel channel{};
  std::string masked;
};

/// Over another channel than the link came by, if there is one: then a stolen mailbox alone opens nothing.
std::optional<Way> way_for_code(const notices::InvestorRow& row, const notices::SealedRecord& record, Channel came_by) {
  std::optional<Way> found;
  for (const auto& contact : row.contacts) {
    if (!contact.valid || (contact.channel != Channel::sms && contact.channel != Channel::email)) continue;
    const auto& address = notices::address(record, contact.channel);
    if (address.empty()) continue;
    if (found && contact.channel == came_by) continue;
    const auto column = contact.channel == Channel::sms ? text::PersonalColumn::phone : text::PersonalColumn::email;
    found = Way{contact.channel, text::masked(column, address)};
    if (contact.channel != came_by) break;
  }
  return found;
}

const notices::ChannelText* words_of(const std::vector<notices::ChannelText>& texts, Channel channel) {
  const auto at = std::ranges::find(texts, channel, &notices::ChannelText::channel);
  return at == texts.end() ? nullptr : &*at;
}

/// All that is known of what a link shows.
struct View {
  Target target;
  Letter letter;
  std::string body;
};

class RealInbox final : public Inbox {
 public:
  explicit RealInbox(InboxParts parts)
      : parts_(std::move(parts)),
        codes_(parts_.spine.committer(), parts_.clock, parts_.tokens, parts_.pseudonym.view()) {}

  Answer<Letter> look(DeliveryId delivery) override {
    auto view = find(delivery);
    if (!view) return std::unexpected(view.error());
    return std::move(view->letter);
  }
  Answer<CodeSent> send_code(DeliveryId delivery) override;
  Answer<Words> read(DeliveryId delivery, std::string_view code) override;
  Answer<Words> again(DeliveryId delivery, std::string_view pass) override;
  Answer<Letter> confirm(DeliveryId delivery, std::string_view pass) override;
  Answer<std::string> destination(DeliveryId delivery, std::uint8_t place) override;
  Answer<std::string> follow(DeliveryId delivery, std::uint8_t place) override;

 private:
  Answer<View> find(DeliveryId delivery);
  Result<View> open(db::Database& store, DeliveryId delivery);
  Answer<std::pair<Target, std::string>> find_address(DeliveryId delivery, std::uint8_t place);
  Words words(View view) const;

  InboxParts parts_;
  spine::Connections stores_{[this] { return parts_.spine.stores().open(spine::Use::read); }};
  Codes codes_;
};

Result<View> RealInbox::open(db::Database& store, DeliveryId delivery) {
  auto target = receipts::find_target(store, delivery, parts_.clock.now());
  if (!target) return std::unexpected(target.error());
  const auto row = notices::read_investor(store, target->investor);
  if (!row) return std::unexpected(row.error());
  spine::Opener opener(store, parts_.wrap.clone());
  const auto record = notices::read_record(opener, target->investor);
  if (!record) return std::unexpected(record.error());
  const auto texts = notices::open_message(opener, target->message);
  if (!texts) return std::unexpected(texts.error());

  View view;
  const auto* web = words_of(*texts, Channel::web);
  const auto* own = words_of(*texts, target->channel);
  const auto* mail = words_of(*texts, Channel::email);
  const auto* shown = web != nullptr ? web : mail != nullptr ? mail : own;
  if (shown != nullptr) view.body = shown->body;
  for (const auto* text : {web, mail, own})
    if (view.letter.title.empty() && text != nullptr) view.letter.title = text->title;
  view.letter.sealed = web != nullptr;
  view.letter.language = row->language;
  view.letter.sent = target->accepted_at.value_or(target->planned_at);
  if (auto way = way_for_code(*row, *record, target->channel)) {
    view.letter.code_to = std::move(way->masked);
    view.letter.code_channel = way->channel;
  }
  auto confirmed = store.prepare("SELECT 1 FROM engagement WHERE delivery = $1 AND kind = $2");
  if (!confirmed) return std::unexpected(confirmed.error());
  auto ok =
      (*confirmed)->run({delivery.bytes(), static_cast<std::int64_t>(Engagement::confirmed)}, [&](const db::Row&) {
        return view.letter.confirmed = true;
      });
  if (!ok) return std::unexpected(ok.error());
  view.target = std::move(*target);
  return view;
}

Answer<View> RealInbox::find(DeliveryId delivery) {
  auto view = stores_.with([&](db::Database& store) { return open(store, delivery); });
  if (!view) return std::unexpected(translate(view.error()));
  return std::move(*view);
}

Words RealInbox::words(View view) const {
  return {.letter = std::move(view.letter),
          .body = std::move(view.body),
          .pass = parts_.tokens.make_pass(view.target.delivery, parts_.clock.now() + kPassLife)};
}

Answer<CodeSent> RealInbox::send_code(DeliveryId delivery) {
  auto view = find(delivery);
  if (!view) return std::unexpected(view.error());
  if (view->letter.code_to.empty()) return std::unexpected(Refused{No::nowhere, {}, {}});
  if (auto ok = codes_.may_send(view->target.investor); !ok) return std::unexpected(ok.error());

  api::NoticeRequest request;
  request.template_ = kCodeTemplate;
  request.version = kCodeVersion;
  request.category = Category::one_time_code;
  request.audience.investors = {view->target.investor};
  request.route = {{StepMode::parallel, {view->letter.code_channel}, 0}};
  const auto now = parts_.clock.now();
  const auto taken = parts_.intake.accept(request, AccountId{}, "inbox-code " + EventId::make(now).text());
  if (!taken) return std::unexpected(translate(taken.error()));
  const auto until = now + kCodeLife;
  if (auto ok = codes_.sent(view->target.message, taken->notice_id, until); !ok) return std::unexpected(ok.error());
  return CodeSent{std::move(view->letter.code_to), until};
}

Answer<Words> RealInbox::read(DeliveryId delivery, std::string_view code) {
  auto view = find(delivery);
  if (!view) return std::unexpected(view.error());
  const auto& target = view->target;
  const auto carrying = codes_.check(target.investor, target.message, code);
  if (!carrying) return std::unexpected(carrying.error());
  const auto use = [&](db::Database& database) {
    return codes_.use(database, target.investor, target.message, *carrying);
  };
  if (auto ok = parts_.tracking.record(target, {{Engagement::opened_person, "code"}}, use); !ok)
    return std::unexpected(translate(ok.error()));
  return words(std::move(*view));
}

Answer<Words> RealInbox::again(DeliveryId delivery, std::string_view pass) {
  if (!parts_.tokens.holds(pass, delivery, parts_.clock.now())) return std::unexpected(Refused{No::locked, {}, {}});
  auto view = find(delivery);
  if (!view) return std::unexpected(view.error());
  return words(std::move(*view));
}

Answer<Letter> RealInbox::confirm(DeliveryId delivery, std::string_view pass) {
  auto view = find(delivery);
  if (!view) return std::unexpected(view.error());
  const bool let_in = parts_.tokens.holds(pass, delivery, parts_.clock.now());
  if (!let_in && (view->letter.sealed || !pass.empty())) return std::unexpected(Refused{No::locked, {}, {}});
  auto ok = parts_.tracking.record(view->target, {{Engagement::confirmed, let_in ? "code" : "link"}});
  if (!ok) return std::unexpected(translate(ok.error()));
  view->letter.confirmed = true;
  return std::move(view->letter);
}

Answer<std::pair<Target, std::string>> RealInbox::find_address(DeliveryId delivery, std::uint8_t place) {
  auto found = stores_.with([&](db::Database& store) -> Result<std::pair<Target, std::string>> {
    auto target = receipts::find_target(store, delivery, parts_.clock.now());
    if (!target) return std::unexpected(target.error());
    const auto language = notices::read_language(store, target->investor);
    if (!language) return std::unexpected(language.error());
    const auto head = notices::read_notice_head(store, target->notice);
    if (!head) return std::unexpected(head.error());
    const auto variants = notices::read_template(store, head->template_id, head->version);
    if (!variants) return std::unexpected(variants.error());
    const auto* words = notices::pick(*variants, target->channel, *language);
    const auto addresses = links::addresses_in(words != nullptr ? words->body : std::string());
    if (place >= addresses.size()) return fail(ErrorCode::not_found, "the message has no such link");
    return std::pair(std::move(*target), addresses[place]);
  });
  if (!found) return std::unexpected(translate(found.error()));
  return std::move(*found);
}

Answer<std::string> RealInbox::destination(DeliveryId delivery, std::uint8_t place) {
  auto found = find_address(delivery, place);
  if (!found) return std::unexpected(found.error());
  return std::move(found->second);
}

Answer<std::string> RealInbox::follow(DeliveryId delivery, std::uint8_t place) {
  auto found = find_address(delivery, place);
  if (!found) return std::unexpected(found.error());
  auto ok = parts_.tracking.record(found->first, {{Engagement::clicked, "link " + std::to_string(place)}});
  if (!ok) return std::unexpected(translate(ok.error()));
  return std::move(found->second);
}

}  // namespace

std::unique_ptr<Inbox> make_inbox(InboxParts parts) { return std::make_unique<RealInbox>(std::move(parts)); }

}  // namespace guardline::inbox
