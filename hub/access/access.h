// Access control as a whole: opened once by the hub. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/db/database.h"
#include "hub/access/accounts.h"
#include "hub/access/devices.h"
#include "hub/access/enrolment.h"
#include "hub/access/options.h"
#include "hub/access/sessions.h"
#include "hub/access/sign_in.h"
#include "hub/access/tickets.h"

#include <memory>

namespace guardline::spine {
class Committer;
}

namespace guardline::access {

/// Everything of this folder; lives shorter than the committer and the clock. Thread safe; all calls may block.
class Access {
 public:
  /// The tables must be there: give `migrate_access` to SpineOptions::migrations. Errors: invalid_argument (key size,
  /// address), those of OpenRead.
  static Result<std::unique_ptr<Access>> open(spine::Committer& committer, OpenRead open_read, const Clock& clock,
                                              AccessOptions options);
  ~Access();

  [[nodiscard]] Accounts& accounts();
  [[nodiscard]] Enrolment& enrolment();
  [[nodiscard]] Devices& devices();
  [[nodiscard]] SignIn& sign_in();
  [[nodiscard]] Sessions& sessions();
  [[nodiscard]] Tickets& tickets();

  /// Forgets what is over: tickets, codes, expired requests' seeds, old counters, sessions ended 30 days ago. Call it
  /// about once an hour.
  Status tidy();

 private:
  struct Parts;
  explicit Access(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Makes or upgrades the tables, on the committer's connection.
Status migrate_access(db::Database& database);

}  // namespace guardline::access
