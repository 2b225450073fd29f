// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/public_edge.h"

#include "hub/edge/routes/public_routes.h"
#include "hub/inbox/code_template.h"
#include "hub/inbox/real_inbox.h"

namespace guardline {
namespace {

constexpr std::size_t kWorkers = 2;
constexpr std::size_t kWorkQueue = 500;  // more are answered 429

}  // namespace

PublicEdge::PublicEdge(const setup::Config& config, const setup::Keys& keys, spine::Spine& spine, const Clock& clock)
    : config_(config),
      keys_(keys),
      spine_(spine),
      clock_(clock),
      tokens_(keys.links.clone()),
      tracking_(spine, clock),
      pool_(kWorkers, kWorkQueue) {
  if (config.public_url) writer_ = std::make_unique<links::Writer>(tokens_, *config.public_url);
}

Status PublicEdge::open(edge::Router& router, notices::Intake& intake) {
  if (auto ok = inbox::seed_code_template(spine_.committer(), config_.name); !ok) return ok;
  tracking_.start();
  inbox_ = inbox::make_inbox({.spine = spine_,
                              .clock = clock_,
                              .intake = intake,
                              .tracking = tracking_,
                              .tokens = tokens_,
                              .wrap = keys_.wrap.clone(),
                              .pseudonym = keys_.pseudonym.clone()});
  edge::add_public_routes(
      router, {.clock = clock_, .inbox = *inbox_, .tracking = tracking_, .tokens = tokens_, .sender = config_.name});
  edge::add_link_routes(router, spine_, clock_);
  return {};
}

void PublicEdge::stop() {
  pool_.stop();
  tracking_.stop();
}

}  // namespace guardline
