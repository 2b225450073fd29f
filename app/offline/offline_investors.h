// The investor gateway with the local copy behind it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offline/act_queue.h"
#include "app/offline/local_copy.h"
#include "models/gateway/investor_gateway.h"

#include <deque>
#include <functional>
#include <optional>

namespace guardline::app {

/// Online every answer is the hub's, and heads and time lines of people that were opened go into the copy. When there
/// is no hub the copy answers, with `as_of` set; what it does not hold fails with unreachable. Such a look is written
/// into the outbox first, and nothing is shown (journal) where it can't be. "Why" and plain fields are never kept.
/// Notes and calls are kept in the queue while there is no hub, and stand in the first page of the time line until it
/// has them. GUI thread; outlived by gateway, copy and queue.
class OfflineInvestors final : public models::InvestorGateway {
 public:
  OfflineInvestors(models::InvestorGateway& hub, LocalCopy& copy, ActQueue& queue)
      : hub_(hub), copy_(copy), queue_(queue) {}

  models::Handle search(const models::InvestorTerms& terms,
                        models::LookAnswer<models::InvestorMatches> answer) override;
  models::Handle kept(models::LookAnswer<models::InvestorMatches> answer) override;
  models::Handle head(const QString& investor, models::LookAnswer<models::InvestorHead> answer) override;
  models::Handle history(const QString& investor, const models::HistoryFilter& filter, const QString& cursor,
                         models::LookAnswer<models::HistoryPage> answer) override;
  models::Handle why(const QString& delivery, models::LookAnswer<models::DeliveryWhy> answer) override;
  models::Handle reveal(const QString& investor, models::RevealField field, models::AccessReason reason,
                        const QString& note, models::LookAnswer<models::Revealed> answer) override;
  models::Handle write(const QString& investor, const QString& who, const models::EntryWish& wish,
                       models::LookAnswer<models::HistoryEntry> answer) override;
  models::Handle followed(const QString& investor, models::FollowAnswer answer) override;
  models::Handle follow(const QString& investor, bool on, models::FollowAnswer answer) override;
  models::Handle watch_waiting(std::function<void(const models::WaitingChange&)> changed) override;

 private:
  /// Runs `change` on the copy, then tells whether the person is followed.
  models::Handle ask_copy(const QString& investor,
                          std::function<std::optional<models::FollowFault>(VaultStore&, InvestorId)> change,
                          models::FollowAnswer answer);
  /// Of the matches and heads shown last: who of them is opened goes into the copy with the time line.
  void remember(const models::InvestorHead& head);

  models::InvestorGateway& hub_;
  LocalCopy& copy_;
  ActQueue& queue_;
  std::deque<models::InvestorHead> seen_;
};

}  // namespace guardline::app
