// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/investors.h"

#include "core/base/firm_zone.h"
#include "core/crypto/digest.h"
#include "core/wire/codec.h"
#include "hub/notices/lookup.h"

#include <memory>
#include <utility>
#include <vector>

namespace guardline::notices {

GUARDLINE_WIRE(SealedRecord, (name, phone, email, push), text("name", 0, 200, "Name as written."),
               text("phone", 0, 20, "E.164."), text("email", 0, 254, "Mailbox."), text("push", 0, 512, "Device token."))
GUARDLINE_WIRE_DEFINE(SealedRecord)

namespace {

// The sealed store is keyed by UUID; an investor's record stands under the investor's own one.
MessageId record_id(InvestorId investor) { return MessageId{investor.value}; }

struct ContactRow {
  Channel channel;
  Digest tag;
  bool opted_out;
};

}  // namespace

void add_investor(spine::Submission& submission, NewInvestor investor, BytesView pseudonym_key, Timestamp now) {
  const auto id = investor.id;
  auto json = wire::to_json(investor.record);
  submission.bodies.push_back({record_id(id), id, Bytes(json.begin(), json.end())});
  crypto::wipe(json);

  std::vector<ContactRow> contacts;
  for (const auto channel : {Channel::sms, Channel::email, Channel::push}) {
    const auto& at = address(investor.record, channel);
    if (!at.empty())
      contacts.push_back({channel, address_tag(pseudonym_key, at), channel == Channel::sms && investor.sms_opted_out});
  }
  spine::EventDraft event;
  event.id = EventId::make(now);
  event.occurred_at = now;
  event.kind = EventKind::investor_changed;
  event.subject_type = SubjectType::investor;
  event.subject = id.value;
  event.investor = id;
  submission.events.push_back(std::move(event));

  const auto name = name_tag(pseudonym_key, investor.record.name);
  investor.record = {};
  submission.also = [before = std::move(submission.also), investor = std::move(investor),
                     contacts = std::move(contacts), name, now](db::Database& database) -> Status {
    if (before) {
      if (auto ok = before(database); !ok) return ok;
    }
    auto row = database.prepare(
        "INSERT INTO investor(id, tier, language, time_zone, marketing_consent, created_at) "
        "VALUES ($1, $2, $3, $4, $5, $6)");
    if (!row) return std::unexpected(row.error());
    if (auto ok = (*row)->run({investor.id.bytes(), std::string_view(investor.tier),
                               std::string_view(investor.language), std::string_view(investor.time_zone),
                               std::int64_t{investor.marketing_consent}, to_micros(now)});
        !ok)
      return std::unexpected(ok.error());
    auto by_name = database.prepare("INSERT INTO investor_name(tag, investor) VALUES ($1, $2)");
    if (!by_name) return std::unexpected(by_name.error());
    if (auto ok = (*by_name)->run({BytesView(name), investor.id.bytes()}); !ok) return std::unexpected(ok.error());
    auto point = database.prepare(
        "INSERT INTO contact_point(investor, channel, address_tag, valid, opted_out) VALUES ($1, $2, $3, 1, $4)");
    if (!point) return std::unexpected(point.error());
    for (const auto& contact : contacts) {
      if (auto ok = (*point)->run({investor.id.bytes(), static_cast<std::int64_t>(contact.channel),
                                   BytesView(contact.tag), std::int64_t{contact.opted_out}});
          !ok)
        return std::unexpected(ok.error());
    }
    return {};
  };
}

void erase_investor(spine::Submission& submission, InvestorId investor, AccountId actor, Timestamp now) {
  spine::EventDraft event;
  event.id = EventId::make(now);
  event.occurred_at = now;
  event.kind = EventKind::investor_erased;
  event.subject_type = SubjectType::investor;
  event.subject = investor.value;
  event.investor = investor;
  event.actor = actor;
  submission.events.push_back(std::move(event));
  submission.erase.push_back(investor);
  submission.also = [before = std::move(submission.also), investor, now](db::Database& database) -> Status {
    if (before) {
      if (auto ok = before(database); !ok) return ok;
    }
    auto row = database.prepare("UPDATE investor SET erased_at = coalesce(erased_at, $2) WHERE id = $1");
    if (!row) return std::unexpected(row.error());
    auto changed = (*row)->run({investor.bytes(), to_micros(now)});
    if (!changed) return std::unexpected(changed.error());
    if (*changed == 0) return fail(ErrorCode::not_found, "no such investor");
    for (const auto* sql :
         {"DELETE FROM contact_point WHERE investor = $1", "DELETE FROM investor_name WHERE investor = $1"}) {
      auto traces = database.prepare(sql);
      if (!traces) return std::unexpected(traces.error());
      if (auto ok = (*traces)->run({investor.bytes()}); !ok) return std::unexpected(ok.error());
    }
    return {};
  };
}

Status invalidate_contact(db::Database& database, InvestorId investor, Channel channel) {
  auto statement = database.prepare("UPDATE contact_point SET valid = 0 WHERE investor = $1 AND channel = $2");
  if (!statement) return std::unexpected(statement.error());
  if (auto ok = (*statement)->run({investor.bytes(), static_cast<std::int64_t>(channel)}); !ok)
    return std::unexpected(ok.error());
  return {};
}

Timestamp month_start(Timestamp now) {
  using namespace std::chrono;
  const year_month_day day{floor<days>(now + kFirmZone)};
  return Timestamp(sys_days(day.year() / day.month() / 1) - kFirmZone);
}

Result<Profile> read_profile(db::Database& database, InvestorId investor, Timestamp month) {
  Profile profile;
  bool found = false;
  auto person = database.prepare("SELECT marketing_consent, erased_at FROM investor WHERE id = $1");
  if (!person) return std::unexpected(person.error());
  if (auto ok = (*person)->run({investor.bytes()},
                               [&](const db::Row& row) {
                                 found = true;
                                 profile.marketing_consent = row.int64(0) != 0;
                                 profile.erased = !row.is_null(1);
                                 return true;
                               });
      !ok)
    return std::unexpected(ok.error());
  if (!found) return fail(ErrorCode::not_found, "no such investor");

  auto points = database.prepare("SELECT channel, valid, opted_out FROM contact_point WHERE investor = $1");
  if (!points) return std::unexpected(points.error());
  if (auto ok = (*points)->run({investor.bytes()},
                               [&](const db::Row& row) {
                                 const auto index = static_cast<std::size_t>(row.int64(0));
                                 if (index < profile.ways.size())
                                   profile.ways[index] = {true, row.int64(1) != 0, row.int64(2) != 0};
                                 return true;
                               });
      !ok)
    return std::unexpected(ok.error());

  auto cap = database.prepare("SELECT sent FROM marketing_sms WHERE investor = $1 AND month = $2");
  if (!cap) return std::unexpected(cap.error());
  if (auto ok = (*cap)->run({investor.bytes(), to_micros(month)},
                            [&](const db::Row& row) {
                              profile.marketing_sms_this_month = static_cast<int>(row.int64(0));
                              return true;
                            });
      !ok)
    return std::unexpected(ok.error());
  return profile;
}

Status count_marketing_sms(db::Database& database, std::span<const InvestorId> people, Timestamp month) {
  auto statement = database.prepare(
      "INSERT INTO marketing_sms(investor, month, sent) VALUES ($1, $2, 1) "
      "ON CONFLICT (investor, month) DO UPDATE SET sent = marketing_sms.sent + 1");
  if (!statement) return std::unexpected(statement.error());
  for (const auto& investor : people)
    if (auto ok = (*statement)->run({investor.bytes(), to_micros(month)}); !ok) return std::unexpected(ok.error());
  return {};
}

Result<std::string> read_language(db::Database& database, InvestorId investor) {
  auto statement = database.prepare("SELECT language FROM investor WHERE id = $1");
  if (!statement) return std::unexpected(statement.error());
  std::string language;
  if (auto ok = (*statement)
                    ->run({investor.bytes()},
                          [&](const db::Row& row) {
                            language = row.text(0);
                            return true;
                          });
      !ok)
    return std::unexpected(ok.error());
  if (language.empty()) return fail(ErrorCode::not_found, "no such investor");
  return language;
}

Result<SealedRecord> read_record(spine::Opener& opener, InvestorId investor) {
  auto opened = opener.body(record_id(investor));
  if (!opened) return std::unexpected(opened.error());
  auto record = wire::from_json<SealedRecord>(opened->text());
  if (!record) return fail(ErrorCode::corrupt, "an investor's sealed record can't be read");
  return std::move(*record);
}

const std::string& address(const SealedRecord& record, Channel channel) {
  static const std::string kNone;
  switch (channel) {
    case Channel::sms:
    case Channel::phone:
      return record.phone;
    case Channel::email:
      return record.email;
    case Channel::push:
      return record.push;
    case Channel::web:
    case Channel::chat:
      return kNone;
  }
  return kNone;
}

}  // namespace guardline::notices
