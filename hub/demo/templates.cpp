// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/demo/templates.h"

namespace guardline::demo {

std::vector<notices::TemplateText> demo_templates() {
  using enum Channel;
  using enum Category;
  return {
      {"margin-call", 1, "zh-CN", sms, core_risk, "",
       "【示例证券】{{name}}：您的信用账户维持担保比例为{{ratio}}%，低于{{line}}%。请于{{deadline}}"
       "前追加担保物，否则将被强制平仓。详情登录APP或致电95500。"},
      {"margin-call", 1, "zh-CN", email, core_risk, "追加担保物通知",
       "尊敬的{{name}}：\n\n您的信用账户维持担保比例为 {{ratio}}%，低于 {{line}}%。请于 {{deadline}} "
       "前追加担保物或偿还融资。逾期未补足的，我公司将按合同约定强制平仓。\n\n发生了什么：担保比例低于约定的平仓线。\n"
       "意味着什么：逾期未补足会被"
       "强制平仓，平仓价格可能不利。\n下一步：登录 APP 划转担保物，或联系您的客户经理。\n\n示例证券"},
      {"margin-call", 1, "zh-CN", push, core_risk, "追加担保物通知",
       "维持担保比例{{ratio}}%，请于{{deadline}}前追加担保物。"},
      {"margin-call", 1, "en", sms, core_risk, "",
       "[Example Securities] {{name}}: your maintenance ratio is {{ratio}}%, below {{line}}%. Add collateral by "
       "{{deadline}} "
       "or positions will be closed. Call 95500."},
      {"margin-call", 1, "en", email, core_risk, "Margin call",
       "Dear {{name}},\n\nyour maintenance ratio is {{ratio}}%, below {{line}}%. Please add collateral or repay by "
       "{{deadline}}. After that we close positions as agreed in the contract.\n\nExample Securities"},
      {"margin-call", 1, "en", push, core_risk, "Margin call", "Ratio {{ratio}}%. Add collateral by {{deadline}}."},

      {"statement", 1, "zh-CN", sms, service, "", "【示例证券】{{name}}：您{{month}}的对账单已生成，请登录APP查看。"},
      {"statement", 1, "zh-CN", email, service, "{{month}}对账单",
       "尊敬的{{name}}：\n\n您{{month}}的对账单已生成。请登录 APP 或网上营业厅查看；本邮件不含账户数据。\n\n示例证券"},
      {"statement", 1, "zh-CN", push, service, "对账单", "您{{month}}的对账单已生成。"},
      {"statement", 1, "en", email, service, "Statement {{month}}",
       "Dear {{name}},\n\nyour statement for {{month}} is ready. Sign in to read it; this mail holds no account "
       "data.\n\n"
       "Example Securities"},

      // Version 2 asks for answers. The margin call's words are sensitive: they stand in the web inbox alone.
      {"margin-call", 2, "zh-CN", sms, core_risk, "",
       "【示例证券】您有一份《追加担保物通知》，请于{{deadline}}前阅读并确认：{{inbox_link}} 或致电95500。"},
      {"margin-call", 2, "zh-CN", email, core_risk, "追加担保物通知",
       "尊敬的{{name}}：\n\n您有一份《追加担保物通知》，须在 {{deadline}} 前处理。\n请打开下面的链接，凭一次性验证码阅读并确认：\n\n"
       "{{inbox_link}}\n\n示例证券"},
      {"margin-call", 2, "zh-CN", push, core_risk, "追加担保物通知", "请于{{deadline}}前阅读并确认。"},
      {"margin-call", 2, "zh-CN", web, core_risk, "追加担保物通知",
       "尊敬的{{name}}：\n\n您的信用账户维持担保比例为 {{ratio}}%，低于 {{line}}%。请于 {{deadline}} 前追加担保物或偿还融资。\n\n"
       "发生了什么：担保比例低于约定的平仓线。\n意味着什么：逾期未补足会被强制平仓，平仓价格可能不利。\n"
       "下一步：登录 APP 划转担保物，或联系您的客户经理。\n\n示例证券"},
      {"margin-call", 2, "en", sms, core_risk, "",
       "[Example Securities] A margin call awaits you. Read and confirm it by {{deadline}}: {{inbox_link}} or call "
       "95500."},
      {"margin-call", 2, "en", email, core_risk, "Margin call",
       "Dear {{name}},\n\na margin call awaits you; please act by {{deadline}}.\nOpen this link to read it with a one-time "
       "code, and confirm:\n\n{{inbox_link}}\n\nExample Securities"},
      {"margin-call", 2, "en", push, core_risk, "Margin call", "Please read and confirm it by {{deadline}}."},
      {"margin-call", 2, "en", web, core_risk, "Margin call",
       "Dear {{name}},\n\nyour maintenance ratio is {{ratio}}%, below {{line}}%. Please add collateral or repay by "
       "{{deadline}}. After that we close positions as agreed in the contract.\n\nExample Securities"},

      {"statement", 2, "zh-CN", sms, service, "", "【示例证券】{{name}}：您{{month}}的对账单已生成，请登录APP查看。"},
      {"statement", 2, "zh-CN", email, service, "{{month}}对账单",
       "尊敬的{{name}}：\n\n您{{month}}的对账单已生成。本邮件不含账户数据。\n登录查看：https://www.example.com/statements\n"
       "确认收到：{{inbox_link}}\n\n示例证券"},
      {"statement", 2, "zh-CN", push, service, "对账单", "您{{month}}的对账单已生成。"},
      {"statement", 2, "en", email, service, "Statement {{month}}",
       "Dear {{name}},\n\nyour statement for {{month}} is ready; this mail holds no account data.\nSign in to read it: "
       "https://www.example.com/statements\nTell us that you have got it: {{inbox_link}}\n\nExample Securities"},

      {"seminar", 1, "zh-CN", sms, marketing, "",
       "【示例证券】{{name}}：{{date}}投资者教育讲座，登录APP报名。拒收请回复R"},
      {"seminar", 1, "zh-CN", email, marketing, "投资者教育讲座",
       "尊敬的{{name}}：\n\n诚邀您参加{{date}}的投资者教育讲座。投资有风险，入市需谨慎。\n\n示例证券"},
  };
}

}  // namespace guardline::demo
