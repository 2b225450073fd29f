// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/edge/record.h"

#include "bench/base/must.h"
#include "hub/notices/investors.h"
#include "hub/notices/planner.h"
#include "hub/notices/templates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <thread>

namespace guardline::bench {
namespace {

constexpr std::size_t kAtOnce = 200;
constexpr std::array kReceipts{EventKind::delivery_intent, EventKind::delivery_handed, EventKind::delivery_accepted,
                               EventKind::delivery_delivered};

void add_templates(spine::Spine& spine) {
  spine::Submission submission;
  submission.also = [](db::Database& database) -> Status {
    for (const auto channel : {Channel::sms, Channel::email}) {
      auto ok = notices::add_template(
          database,
          {.id = "bench",
           .version = 1,
           .language = "zh-CN",
           .channel = channel,
           .category = Category::core_risk,
           .title = channel == Channel::email ? "保证金不足提醒" : "",
           .body = "【示例证券】{{salutation}}，您的信用账户维持担保比例已低于平仓线，请于今日收盘前追加担保物或"
                   "减少负债，否则我司可能按合同约定处分担保物。详询客户经理或致电客服热线。"});
      if (!ok) return ok;
    }
    return {};
  };
  must(spine.committer().submit_and_wait(std::move(submission)));
}

std::vector<InvestorId> add_people(spine::Spine& spine, const Clock& clock, BytesView pseudonym_key,
                                   std::size_t count) {
  std::vector<InvestorId> people;
  while (people.size() < count) {
    spine::Submission submission;
    for (std::size_t i = 0; i < kAtOnce && people.size() < count; ++i) {
      const auto number = std::to_string(10'000'000 + people.size());
      notices::NewInvestor investor;
      investor.id = InvestorId::make(clock.now());
      investor.record = {"张" + number, "+86138" + number, "p" + number + "@example.com", ""};
      investor.tier = "standard";
      investor.language = "zh-CN";
      investor.time_zone = "Asia/Shanghai";
      people.push_back(investor.id);
      notices::add_investor(submission, std::move(investor), pseudonym_key, clock.now());
    }
    must(spine.committer().submit_and_wait(std::move(submission)));
  }
  return people;
}

std::vector<spine::StoredEvent> planned(spine::Spine& spine) {
  std::vector<spine::StoredEvent> found;
  auto reader = must(spine.reader());
  spine::Cursor at;
  for (bool rest = true; rest;) {
    const auto batch = must(reader.read(at, 5000));
    for (const auto& event : batch.events) {
      if (event.kind == EventKind::delivery_planned) found.push_back(event);
    }
    at = batch.to;
    rest = batch.more;
  }
  return found;
}

void add_receipts(spine::Spine& spine, const Clock& clock, const std::vector<spine::StoredEvent>& deliveries) {
  for (std::size_t at = 0; at < deliveries.size(); at += kAtOnce) {
    spine::Submission submission;
    for (const auto kind : kReceipts) {
      for (std::size_t i = at; i < std::min(at + kAtOnce, deliveries.size()); ++i) {
        const auto& from = deliveries[i];
        spine::EventDraft draft;
        draft.id = EventId::make(clock.now());
        draft.occurred_at = clock.now();
        draft.kind = kind;
        draft.subject_type = SubjectType::delivery;
        draft.notice = from.notice;
        draft.message = from.message;
        draft.delivery = from.delivery;
        draft.investor = from.investor;
        draft.channel = from.channel;
        draft.carrier = from.channel == Channel::sms ? "sms-main" : "mail-main";
        submission.events.push_back(std::move(draft));
        if (kind == EventKind::delivery_delivered) submission.remove_outgoing.push_back(from.delivery);
      }
    }
    must(spine.committer().submit_and_wait(std::move(submission)));
  }
}

}  // namespace

std::vector<InvestorId> fill_record(spine::Spine& spine, notices::Intake& intake, const Clock& clock,
                                    BytesView wrap_key, BytesView pseudonym_key, const RecordSize& size) {
  add_templates(spine);
  auto people = add_people(spine, clock, pseudonym_key, size.investors);
  notices::Planner planner(
      spine, clock,
      [wrap_key](db::Database& database) { return spine::Opener(database, crypto::Secret::copy_of(wrap_key)); },
      {.add = [](std::vector<spine::OutgoingWork>) {}, .backlog = [] { return std::size_t{0}; }});
  planner.start();
  for (std::size_t n = 0; n < size.messages; ++n) {
    api::NoticeRequest request;
    request.template_ = "bench";
    request.version = 1;
    request.category = Category::core_risk;
    request.variables = {{.name = "salutation", .value = "尊敬的客户"}};
    request.audience.investors = people;
    request.route = {{.mode = StepMode::parallel, .channels = {Channel::sms, Channel::email}, .wait_seconds = 0}};
    must(intake.accept(request, {}, "bench-" + std::to_string(n)));
    planner.wake();
  }
  const auto wanted = size.investors * size.messages * 2;
  auto deliveries = planned(spine);
  for (int tries = 0; deliveries.size() < wanted; ++tries) {
    if (tries == 600) give_up("the planner does not get through: " + planner.trouble());
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    deliveries = planned(spine);
  }
  planner.stop();
  add_receipts(spine, clock, deliveries);
  return people;
}

}  // namespace guardline::bench
