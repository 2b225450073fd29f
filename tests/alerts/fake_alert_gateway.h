// An alert gateway that a test plays. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_gateway.h"

#include <QTimer>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace guardline::test {

/// Answers come from the event loop; `hold` keeps them back. What is not set by a test is answered as the hub would: an
/// act on the present occurrence is done.
class FakeAlertGateway final : public models::AlertGateway {
 public:
  using Refusal = models::AlertRefusal;
  std::map<AlertId, models::AlertDetail> details;
  std::vector<models::AlertHistoryPage> pages;  ///< by number; `next` is made here
  std::optional<Refusal> refuse;                ///< the next act
  std::optional<Timestamp> queue_at;            ///< acts wait on this computer
  std::optional<Refusal> no_detail;
  std::vector<models::AlertWish> wishes;
  std::vector<AlertId> details_asked;
  models::AlertReach reach{};
  Timestamp now;
  bool hold{false};
  int retries{0}, histories{0};

  models::Handle subscribe(models::AlertReach asked, std::function<void(const models::AlertBatch&)> handler) override {
    reach = asked;
    const int id = ++next_;
    readers_[id] = std::move(handler);
    return models::Handle([this, id] { readers_.erase(id); });
  }
  models::Handle detail(AlertId alert, models::AlertAnswer<models::AlertDetail> answer) override {
    details_asked.push_back(alert);
    if (no_detail)
      return later(std::move(answer), std::expected<models::AlertDetail, Refusal>(std::unexpected(*no_detail)));
    const auto found = details.find(alert);
    if (found == details.end()) {
      return later(std::move(answer), std::expected<models::AlertDetail, Refusal>(std::unexpected(Refusal{
                                          .kind = Refusal::Kind::gone, .present = {}, .until = {}, .reference = {}})));
    }
    return later(std::move(answer), std::expected<models::AlertDetail, Refusal>(found->second));
  }
  models::Handle history(const std::string& after, models::AlertAnswer<models::AlertHistoryPage> answer) override {
    ++histories;
    const auto number = after.empty() ? std::size_t{0} : std::stoul(after);
    models::AlertHistoryPage page;
    if (number < pages.size()) page = pages[number];
    if (number + 1 < pages.size()) page.next = std::to_string(number + 1);
    return later(std::move(answer), std::expected<models::AlertHistoryPage, Refusal>(page));
  }
  models::Handle act(const models::AlertWish& wish, models::AlertAnswer<models::AlertDone> answer) override {
    wishes.push_back(wish);
    if (refuse) {
      auto refusal = *std::exchange(refuse, std::nullopt);
      return later(std::move(answer), std::expected<models::AlertDone, Refusal>(std::unexpected(refusal)));
    }
    auto& detail = details[wish.alert];
    models::AlertDone done{.alert = detail.alert, .queued_at = queue_at};
    if (!queue_at) done.alert = apply(detail, wish);
    return later(std::move(answer), std::expected<models::AlertDone, Refusal>(done));
  }
  void retry_now() override { ++retries; }

  void tell(const models::AlertBatch& batch) {
    for (const auto& [id, handler] : std::map(readers_)) handler(batch);
  }
  /// Keeps the detail, too, as the hub would give it.
  void tell_snapshot(const std::vector<models::Alert>& alerts) {
    for (const auto& alert : alerts) details[alert.id].alert = alert;
    tell(models::AlertSnapshot{alerts});
    tell(models::AlertFeed{models::AlertFeed::Kind::live, now});
  }
  void tell_change(const models::Alert& alert) {
    details[alert.id].alert = alert;
    tell(models::AlertChanges{{alert}});
  }
  [[nodiscard]] std::size_t readers() const { return readers_.size(); }

 private:
  models::Alert apply(models::AlertDetail& detail, const models::AlertWish& wish) const {
    auto& alert = detail.alert;
    ++alert.revision;
    alert.changed_at = now;
    switch (wish.act) {
      case AlertAct::acknowledged:
        alert.acknowledged = true;
        break;
      case AlertAct::resolved:
        alert.resolved = true;
        break;
      case AlertAct::shelved:
        alert.suppression = Suppression::shelved;
        alert.shelved_until = wish.until;
        break;
      case AlertAct::unshelved:
        alert.suppression = Suppression::none;
        alert.shelved_until.reset();
        break;
      case AlertAct::assigned:
        alert.owner = models::AlertPerson{{}, wish.account};
        break;
      default:
        break;
    }
    detail.log.insert(detail.log.begin(), {.number = alert.revision,
                                           .at = now,
                                           .act = wish.act,
                                           .occurrence = wish.occurrence,
                                           .actor = models::AlertPerson{{}, QStringLiteral("沈砚")},
                                           .text = wish.text,
                                           .until = wish.until,
                                           .owner = alert.owner,
                                           .value = {},
                                           .sample = {}});
    return alert;
  }
  template <class T>
  models::Handle later(models::AlertAnswer<T> answer, std::expected<T, Refusal> value) {
    auto alive = std::make_shared<bool>(true);
    if (!hold) {
      QTimer::singleShot(0, &context_, [alive, answer = std::move(answer), value = std::move(value)] {
        if (std::exchange(*alive, false)) answer(value);
      });
    }
    return models::Handle([alive] { *alive = false; });
  }

  QObject context_;
  int next_{0};
  std::map<int, std::function<void(const models::AlertBatch&)>> readers_;
};

}  // namespace guardline::test
