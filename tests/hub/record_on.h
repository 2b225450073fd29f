// The same record, reached over other connections. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/spine/spine.h"

#include <utility>
#include <vector>

namespace guardline::test {

/// Readers that ask it for connections get those of `stores`; what is written goes to `inner`, which outlives it.
class RecordOn final : public spine::Spine {
 public:
  RecordOn(spine::Spine& inner, spine::Stores stores) : inner_(inner), stores_(std::move(stores)) {}

  spine::Committer& committer() override { return inner_.committer(); }
  spine::CommitSignal& signal() override { return inner_.signal(); }
  [[nodiscard]] const spine::Stores& stores() const override { return stores_; }
  [[nodiscard]] spine::Cursor beginning() const override { return inner_.beginning(); }
  [[nodiscard]] std::vector<spine::Holding> holdings() const override { return inner_.holdings(); }
  [[nodiscard]] std::uint16_t partition_of(InvestorId investor) const override { return inner_.partition_of(investor); }
  Result<std::int64_t> sign_head() override { return inner_.sign_head(); }
  Status scrub() override { return inner_.scrub(); }
  Status rotate_wrap_key(crypto::Secret next) override { return inner_.rotate_wrap_key(std::move(next)); }
  void stop() override {}

 private:
  spine::Spine& inner_;
  spine::Stores stores_;
};

}  // namespace guardline::test
