// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/routes/notice_intake.h"

#include "hub/notices/intake.h"

namespace guardline::edge {
namespace {

class RealIntake final : public NoticeIntake {
 public:
  explicit RealIntake(notices::Intake& intake) : intake_(intake) {}
  Result<api::NoticeAccepted> accept(const api::NoticeRequest& request, AccountId actor,
                                     std::string_view key) override {
    return intake_.accept(request, actor, key);
  }
  Result<api::NoticeProgress> progress(NoticeId notice) override { return intake_.progress(notice); }

 private:
  notices::Intake& intake_;
};

}  // namespace

std::unique_ptr<NoticeIntake> make_notice_intake(notices::Intake& intake) {
  return std::make_unique<RealIntake>(intake);
}

}  // namespace guardline::edge
