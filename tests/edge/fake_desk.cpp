// Desks that know one investor. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/edge/edge_house.h"

namespace guardline::edge::test {
namespace {

constexpr Timestamp kThen{std::chrono::seconds(1'790'000'000)};

}  // namespace

Status FakeDesk::look(const history::Viewer& viewer, bool there) {
  if (is_broken) return fail(broken, "broken");
  last_viewer = viewer;
  return there ? Status() : fail(ErrorCode::not_found, "nobody");
}

api::HistoryEntry FakeDesk::entry() const {
  api::HistoryEntry entry;
  entry.message_id = MessageId{known.value};
  entry.notice_id = NoticeId{known.value};
  entry.planned_at = kThen;
  entry.template_ = "margin-call";
  entry.version = 1;
  entry.category = Category::core_risk;
  entry.text = "王*，请追加保证金";
  api::DeliveryTrack track;
  track.delivery_id = delivery;
  track.carrier = "sms-main";
  track.state = DeliveryState::failed;
  track.reason = "no_such_number";
  track.failure = FailureClass::person;
  track.code = "UNDELIV 001";
  track.planned_at = kThen;
  track.ended_at = kThen;
  entry.deliveries.push_back(track);
  return entry;
}

Result<api::InvestorMatches> FakeDesk::search(const history::Viewer& viewer, const api::InvestorSearch& terms) {
  if (!terms.phone) return fail(ErrorCode::invalid_argument, "give a phone");
  auto found = head(viewer, known);
  if (!found) return std::unexpected(found.error());
  return api::InvestorMatches{.investors = {*found}, .more = false};
}

Result<api::InvestorHead> FakeDesk::head(const history::Viewer& viewer, InvestorId investor) {
  if (auto ok = look(viewer, investor == known); !ok) return std::unexpected(ok.error());
  api::InvestorHead head;
  head.investor_id = known;
  head.name = "王*";
  head.phone = "138****0001";
  head.tier = "vip";
  head.language = "zh-CN";
  head.time_zone = "Asia/Shanghai";
  head.since = kThen;
  head.contacts = {{.channel = Channel::sms, .on_file = true, .valid = true, .health = api::ContactHealth::doubtful}};
  return head;
}

Result<api::HistoryPage> FakeDesk::page(const history::Viewer& viewer, InvestorId investor,
                                        const api::HistoryRequest& request) {
  if (request.filter && request.filter->words == " ") return fail(ErrorCode::invalid_argument, "nothing to look for");
  if (request.cursor) return fail(ErrorCode::invalid_argument, "not a cursor");
  if (auto ok = look(viewer, investor == known); !ok) return std::unexpected(ok.error());
  api::HistoryPage page;
  page.entries = {entry()};
  page.next = "abc";
  page.counts = api::HistoryCounts{.messages = 1, .unreached = 1, .channels = {{Channel::sms, 1, 0}}};
  return page;
}

Result<api::Revealed> FakeDesk::reveal(const history::Viewer& viewer, InvestorId investor,
                                       const api::RevealRequest& request) {
  if (auto ok = look(viewer, investor == known); !ok) return std::unexpected(ok.error());
  return api::Revealed{.field = request.field, .value = "+8613800000001", .hide_at = kThen};
}

Status FakeDesk::seen_offline(const history::Viewer& viewer, InvestorId investor, Timestamp at) {
  if (auto ok = look(viewer, investor == known); !ok) return ok;
  seen.push_back(at);
  return {};
}

Result<api::HistoryEntry> FakeDesk::write(const history::Viewer& viewer, InvestorId investor,
                                          const history::NewEntry& entry) {
  if (auto ok = look(viewer, investor == known); !ok) return std::unexpected(ok.error());
  const auto [at, fresh] = written.try_emplace(entry.key, entry);
  if (!fresh && at->second.text != entry.text) return fail(ErrorCode::conflict, "another text");
  api::HistoryEntry out;
  out.message_id = MessageId{known.value};
  out.kind = entry.kind;
  out.planned_at = entry.at.value_or(kThen);
  if (!entry.text.empty()) out.text = entry.text;
  out.author = "林晓";
  out.call = entry.call;
  return out;
}

Result<api::DeliveryWhy> FakeDesk::why(const history::Viewer& viewer, DeliveryId which) {
  if (auto ok = look(viewer, which == delivery); !ok) return std::unexpected(ok.error());
  api::DeliveryWhy why;
  why.investor_id = known;
  why.message = entry();
  why.delivery_id = delivery;
  why.steps = {{.kind = "delivery_failed",
                .occurred_at = kThen,
                .recorded_at = kThen,
                .mark = api::EventMark::applied,
                .reason = "no_such_number",
                .failure = FailureClass::person,
                .carrier = "sms-main",
                .code = "UNDELIV 001"}};
  return why;
}

Result<api::KpiPeople> FakePeople::people(const history::Viewer& viewer, const api::KpiPeopleRequest& request) {
  if (broken) return fail(*broken, "broken");
  if (request.cursor) return fail(ErrorCode::invalid_argument, "not a cursor");
  last_viewer = viewer;
  api::KpiPeople page;
  page.figure = request.figure;
  page.channel = request.channel;
  page.from = request.from;
  page.until = request.until;
  page.as_of = kThen;
  page.numerator = 2;
  page.denominator = 3;
  page.never = 1;
  page.counted = 2;
  api::DeliveryTrack track;
  track.delivery_id = DeliveryId::make(kThen);
  track.state = DeliveryState::failed;
  track.reason = "no_such_number";
  track.failure = FailureClass::person;
  track.planned_at = kThen;
  page.people = {{.investor_id = InvestorId::make(kThen),
                  .name = "王*",
                  .reach = api::ReachState::lost,
                  .side = api::KpiSide::never,
                  .deliveries = {track}}};
  page.next = "abc";
  return page;
}

}  // namespace guardline::edge::test
