// The investor gateway over the link. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/link.h"
#include "models/gateway/investor_gateway.h"

#include <string>

namespace guardline::app {

/// GUI thread. Outlived by `link`. Answers are decoded on the link's thread; nothing of them stays here.
class InvestorClient final : public models::InvestorGateway {
 public:
  explicit InvestorClient(Link& link) : link_(link) {}

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
  /// The link keeps nobody: no_copy.
  models::Handle followed(const QString& investor, models::FollowAnswer answer) override;
  models::Handle follow(const QString& investor, bool on, models::FollowAnswer answer) override;
  /// Nothing waits here: never called.
  models::Handle watch_waiting(std::function<void(const models::WaitingChange&)> changed) override;

 private:
  /// `Wire` is what the hub answers with, `Value` what it becomes.
  template <class Wire, class Value>
  models::Handle ask(std::string path, std::optional<std::string> body, models::LookAnswer<Value> answer,
                     std::string key = {});

  Link& link_;
};

}  // namespace guardline::app
