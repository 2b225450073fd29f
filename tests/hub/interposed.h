// A record with somebody between it and its callers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/spine/spine.h"

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace guardline::test {

/// Shows every submission to the test first. An error from `before` is what the caller gets, as from a store that is
/// down: at once or, every second time, through `done`.
class Interposed final : public spine::Spine, public spine::Committer {
 public:
  using Before = std::function<Status(const spine::Submission&)>;
  Interposed(spine::Spine& inner, Before before) : inner_(inner), before_(std::move(before)) {}

  spine::Committer& committer() override { return *this; }
  spine::CommitSignal& signal() override { return inner_.signal(); }
  [[nodiscard]] const spine::Stores& stores() const override { return inner_.stores(); }
  [[nodiscard]] spine::Cursor beginning() const override { return inner_.beginning(); }
  [[nodiscard]] std::vector<spine::Holding> holdings() const override { return inner_.holdings(); }
  [[nodiscard]] std::uint16_t partition_of(InvestorId investor) const override { return inner_.partition_of(investor); }
  Result<std::int64_t> sign_head() override { return inner_.sign_head(); }
  Status scrub() override { return inner_.scrub(); }
  Status rotate_wrap_key(crypto::Secret next) override { return inner_.rotate_wrap_key(std::move(next)); }
  void stop() override {}

  [[nodiscard]] Status submit(spine::Submission submission, Done done) override {
    if (auto ok = before_(submission); !ok) {
      if (refused_++ % 2 == 0) return ok;
      done(std::unexpected(ok.error()));
      return {};
    }
    return inner_.committer().submit(std::move(submission), std::move(done));
  }
  [[nodiscard]] spine::CommitterStats stats() const override { return inner_.committer().stats(); }

 private:
  spine::Spine& inner_;
  Before before_;
  std::atomic<std::uint64_t> refused_{0};
};

}  // namespace guardline::test
