// The investor gateway with the local copy behind it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offline/local_copy.h"
#include "models/gateway/investor_gateway.h"

#include <deque>
#include <functional>

namespace guardline::app {

/// Online every answer is the hub's, and heads and time lines of people that were opened go into the copy. When there
/// is no hub the copy answers, with `as_of` set; what it does not hold fails with unreachable. "Why" and plain fields
/// are never kept. GUI thread; outlived by gateway and copy.
class OfflineInvestors final : public models::InvestorGateway {
 public:
  /// `away`: whether there is no hub now; then nobody waits for one.
  OfflineInvestors(models::InvestorGateway& hub, LocalCopy& copy, std::function<bool()> away)
      : hub_(hub), copy_(copy), away_(std::move(away)) {}

  models::Handle search(const models::InvestorTerms& terms,
                        models::LookAnswer<models::InvestorMatches> answer) override;
  models::Handle head(const QString& investor, models::LookAnswer<models::InvestorHead> answer) override;
  models::Handle history(const QString& investor, const models::HistoryFilter& filter, const QString& cursor,
                         models::LookAnswer<models::HistoryPage> answer) override;
  models::Handle why(const QString& delivery, models::LookAnswer<models::DeliveryWhy> answer) override;
  models::Handle reveal(const QString& investor, models::RevealField field, models::AccessReason reason,
                        const QString& note, models::LookAnswer<models::Revealed> answer) override;

 private:
  /// Of the matches and heads shown last: who of them is opened goes into the copy with the time line.
  void remember(const models::InvestorHead& head);

  models::InvestorGateway& hub_;
  LocalCopy& copy_;
  std::function<bool()> away_;
  std::deque<models::InvestorHead> seen_;
};

}  // namespace guardline::app
