// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/inbox/code_template.h"

#include <string>

namespace guardline::inbox {

std::vector<notices::TemplateText> code_template(std::string_view firm) {
  const std::string id(kCodeTemplate);
  const std::string name(firm);
  const auto text = [&](const char* language, Channel channel, std::string title, std::string body) {
    return notices::TemplateText{
        id, kCodeVersion, language, channel, Category::one_time_code, std::move(title), std::move(body)};
  };
  return {
      text("zh-CN", Channel::sms, "",
           "【" + name + "】验证码 {{inbox_code}}，用于查看一则通知，10 分钟内有效。请勿告诉任何人，包括本公司人员。"),
      text("zh-CN", Channel::email, "查看通知的验证码",
           "您正在查看一则通知。\n\n验证码：{{inbox_code}}\n\n10 "
           "分钟内有效，只能使用一次。请勿告诉任何人，包括本公司人员。"
           "\n若不是您本人操作，可以忽略本邮件。\n\n" +
               name),
      text("en", Channel::sms, "",
           "[" + name +
               "] Code {{inbox_code}} opens your notice. Valid for 10 minutes. Tell it to nobody, us included."),
      text("en", Channel::email, "Your code to read a notice",
           "You are about to read a notice.\n\nCode: {{inbox_code}}\n\nIt is valid for 10 minutes and works once. Tell "
           "it "
           "to nobody, our staff included.\nIf this was not you, ignore this mail.\n\n" +
               name),
  };
}

Status seed_code_template(spine::Committer& committer, std::string_view firm) {
  spine::Submission submission;
  submission.also = [texts = code_template(firm)](db::Database& database) -> Status {
    const auto there = notices::read_template(database, kCodeTemplate, kCodeVersion);
    if (there) return {};
    if (there.error().code != ErrorCode::not_found) return std::unexpected(there.error());
    for (const auto& text : texts)
      if (auto ok = notices::add_template(database, text); !ok) return ok;
    return {};
  };
  auto done = committer.submit_and_wait(std::move(submission));
  if (!done) return std::unexpected(done.error());
  return {};
}

}  // namespace guardline::inbox
