// The public edge put together. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/router.h"
#include "hub/edge/worker_pool.h"
#include "hub/inbox/inbox.h"
#include "hub/links/writer.h"
#include "hub/notices/intake.h"
#include "hub/receipts/tracking/tracking.h"
#include "hub/setup/config.h"
#include "hub/setup/keys.h"
#include "hub/spine/spine.h"

#include <memory>

namespace guardline {

/// Links in messages and the pages behind them. In two steps, since words are written before anybody is let in.
class PublicEdge {
 public:
  /// Without a public address in `config` nothing is written into messages; links of earlier ones are still answered.
  PublicEdge(const setup::Config& config, const setup::Keys& keys, spine::Spine& spine, const Clock& clock);

  /// What Content is given; null without a public address.
  [[nodiscard]] const links::Writer* writer() const { return writer_.get(); }

  /// Seeds the template of codes, starts the tracking, adds the routes.
  Status open(edge::Router& router, notices::Intake& intake);
  /// Its requests run here, apart from those of staff.
  [[nodiscard]] edge::WorkerPool& pool() { return pool_; }
  /// After the server has stopped: no more requests come.
  void stop();

 private:
  const setup::Config& config_;
  const setup::Keys& keys_;
  spine::Spine& spine_;
  const Clock& clock_;
  links::Tokens tokens_;
  std::unique_ptr<links::Writer> writer_;
  receipts::Tracking tracking_;
  std::unique_ptr<inbox::Inbox> inbox_;
  edge::WorkerPool pool_;
};

}  // namespace guardline
