// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/demo/demo.h"

#include "hub/demo/history.h"
#include "hub/demo/people.h"
#include "hub/demo/templates.h"
#include "hub/notices/investors.h"
#include "hub/watch/defaults.h"
#include "hub/watch/seed.h"

#include <algorithm>
#include <deque>
#include <future>
#include <random>
#include <utility>

namespace guardline::demo {
namespace {

/// Keeps a few submissions under way, so that the committer can form full groups.
class Pipeline {
 public:
  explicit Pipeline(spine::Committer& committer) : committer_(committer) {}

  Status push(spine::Submission submission) {
    if (waiting_.size() >= kDepth)
      if (auto ok = pop(); !ok) return ok;
    auto promise = std::make_shared<std::promise<Result<spine::Committed>>>();
    waiting_.push_back(promise->get_future());
    return committer_.submit(std::move(submission),
                             [promise](Result<spine::Committed> done) { promise->set_value(std::move(done)); });
  }
  Status finish() {
    while (!waiting_.empty())
      if (auto ok = pop(); !ok) return ok;
    return {};
  }

 private:
  static constexpr std::size_t kDepth = 8;

  Status pop() {
    auto done = waiting_.front().get();
    waiting_.pop_front();
    if (!done) return std::unexpected(done.error());
    return {};
  }

  spine::Committer& committer_;
  std::deque<std::future<Result<spine::Committed>>> waiting_;
};

Status add_templates(spine::Spine& spine) {
  spine::Submission submission;
  submission.also = [](db::Database& database) -> Status {
    for (const auto& text : demo_templates())
      if (auto ok = notices::add_template(database, text); !ok) return ok;
    return {};
  };
  auto done = spine.committer().submit_and_wait(std::move(submission));
  if (!done) return std::unexpected(done.error());
  return {};
}

}  // namespace

Result<DemoReport> fill(spine::Spine& spine, BytesView pseudonym_key, const Clock& clock, const DemoSize& size) {
  if (size.investors == 0) return fail(ErrorCode::invalid_argument, "a demo needs at least one investor");
  if (auto ok = add_templates(spine); !ok) return std::unexpected(ok.error());
  if (auto ok = watch::seed_rules(spine.committer(), watch::demo_rules()); !ok) return std::unexpected(ok.error());
  DemoReport report;
  Pipeline pipeline(spine.committer());
  const auto now = clock.now();

  std::vector<std::pair<InvestorId, Person>> people;
  people.reserve(size.investors);
  People source(size.seed);
  constexpr std::size_t kInvestorsAtOnce = 50;
  for (std::size_t i = 0; i < size.investors;) {
    spine::Submission submission;
    for (std::size_t k = 0; k < kInvestorsAtOnce && i < size.investors; ++k, ++i) {
      auto person = source.next();
      const auto id = InvestorId::make(now);
      notices::NewInvestor investor;
      investor.id = id;
      investor.record = {person.name, person.has_sms ? person.phone : "", person.has_email ? person.email : "",
                         person.has_push ? "demo-device-" + std::to_string(i) : ""};
      investor.tier = person.tier;
      investor.language = person.language;
      investor.time_zone = person.time_zone;
      investor.sms_opted_out = person.sms_opted_out;
      investor.marketing_consent = person.marketing_consent;
      notices::add_investor(submission, std::move(investor), pseudonym_key, now);
      people.emplace_back(id, std::move(person));
    }
    report.events += submission.events.size();
    if (auto ok = pipeline.push(std::move(submission)); !ok) return std::unexpected(ok.error());
  }
  report.investors = people.size();

  // The history rises in time: four fifths over 90 days, the last fifth over the two hours before now, so that a first
  // look at the monitor finds lines to read. It ends minutes ago: receipts still to come belong to the live run.
  History history(size.seed, now);
  std::mt19937_64 random(size.seed + 1);
  const auto old_messages = size.messages - size.messages / 5;
  const auto at_of = [&](std::size_t i) {
    const auto part = [](Micros span, std::size_t k, std::size_t of) {
      return span * static_cast<std::int64_t>(k) / static_cast<std::int64_t>(std::max<std::size_t>(of, 1));
    };
    if (i < old_messages) return now - std::chrono::days(90) + part(std::chrono::days(89), i, old_messages);
    return now - std::chrono::minutes(125) +
           part(std::chrono::minutes(120), i - old_messages, size.messages - old_messages);
  };
  constexpr std::size_t kMessagesAtOnce = 80;
  constexpr std::size_t kMessagesANotice = 500;
  NoticeId notice;
  for (std::size_t i = 0; i < size.messages;) {
    spine::Submission submission;
    for (std::size_t k = 0; k < kMessagesAtOnce && i < size.messages; ++k, ++i) {
      const auto at = at_of(i);
      if (i % kMessagesANotice == 0) notice = NoticeId::make(at);
      const auto& [id, person] = people[random() % people.size()];
      history.add(submission, notice, id, person, at);
    }
    report.events += submission.events.size();
    report.messages = i;
    if (auto ok = pipeline.push(std::move(submission)); !ok) return std::unexpected(ok.error());
  }
  if (auto ok = pipeline.finish(); !ok) return std::unexpected(ok.error());
  return report;
}

}  // namespace guardline::demo
