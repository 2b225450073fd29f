// The KPI gateway over the link. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/link.h"
#include "models/gateway/kpi_gateway.h"

namespace guardline::app {

/// GUI thread; speaks as the signed-in person. Outlived by `link`.
class KpiClient final : public models::KpiGateway {
 public:
  explicit KpiClient(Link& link) : link_(link) {}
  models::Handle period(const models::KpiQuery& query, models::Answer<models::KpiReport> answer) override;
  models::Handle people(const models::KpiPeopleQuery& query, const QString& cursor,
                        models::LookAnswer<models::KpiPeoplePage> answer) override;

 private:
  Link& link_;
};

}  // namespace guardline::app
