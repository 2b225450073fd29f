// Each reason's three sentences. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/investor/reason_words.h"

#include <QCoreApplication>

namespace guardline::models {
namespace {

struct Sentences {
  Q_DECLARE_TR_FUNCTIONS(ReasonWords)
};

// What several reasons mean alike.
QString person_side() { return Sentences::tr("属客户侧，计入失联评分；连续出现会把可触达状态降为弱或失联。"); }
QString carrier_side() { return Sentences::tr("属通道侧故障，不计入该客户的失联评分，号码或邮箱不受影响。"); }
QString own_side() { return Sentences::tr("属本系统，不计入该客户的失联评分。"); }
QString no_fault() { return Sentences::tr("按规则没有发送，这不是故障，不计为失败。"); }
QString call_instead() { return Sentences::tr("紧急事项请改用电话，或等通道恢复。"); }

}  // namespace

// No default: a new reason must not compile without its words.
ReasonWords reason_words(Reason reason) {
  switch (reason) {
    case Reason::none:
      return {};
    case Reason::no_such_number:
      return {Sentences::tr("运营商答复号码为空号。"), person_side(),
              Sentences::tr("请通过邮件或开户营业部更新号码。")};
    case Reason::no_such_mailbox:
      return {Sentences::tr("对方邮件系统答复没有这个邮箱。"), person_side(),
              Sentences::tr("请通过短信或电话向客户核对邮箱。")};
    case Reason::mailbox_full:
      return {Sentences::tr("客户的邮箱已满，退回了邮件。"), person_side(),
              Sentences::tr("请用其他渠道告知，并提醒客户清理邮箱。")};
    case Reason::handset_off:
      return {Sentences::tr("手机关机或不在服务区，有效期内没有开机。"), person_side(),
              Sentences::tr("请稍后拨打电话，或用邮件补发。")};
    case Reason::handset_suspended:
      return {Sentences::tr("运营商答复号码已停机。"), person_side(),
              Sentences::tr("请通过邮件联系客户，核对是否换号。")};
    case Reason::blocked_by_recipient:
      return {Sentences::tr("客户在终端或运营商处屏蔽了我方。"), person_side(),
              Sentences::tr("请用其他渠道联系，并说明风险类通知的必要。")};
    case Reason::content_refused:
      return {Sentences::tr("通道的内容审核拒绝了这条消息。"), Sentences::tr("属内容问题，不计入该客户的失联评分。"),
              Sentences::tr("请通知作者修改措辞后重发。")};
    case Reason::message_too_long:
      return {Sentences::tr("消息超过通道允许的长度。"), Sentences::tr("属内容问题，不计入该客户的失联评分。"),
              Sentences::tr("请通知作者缩短正文后重发。")};
    case Reason::template_not_filed:
      return {Sentences::tr("模板没有在这个通道报备。"), Sentences::tr("属内容问题，不计入该客户的失联评分。"),
              Sentences::tr("请通知作者报备模板，或改用已报备的通道。")};
    case Reason::carrier_busy:
      return {Sentences::tr("通道繁忙，重试到期仍未接受。"), carrier_side(), call_instead()};
    case Reason::carrier_down:
      return {Sentences::tr("通道中断，消息没有送出。"), carrier_side(), call_instead()};
    case Reason::carrier_throttled:
      return {Sentences::tr("通道限速，等待超过了有效期。"), carrier_side(), call_instead()};
    case Reason::carrier_rejected:
      return {Sentences::tr("运营商网关拒绝了这条消息。"), carrier_side(), call_instead()};
    case Reason::carrier_expired:
      return {Sentences::tr("消息在通道内过期，没有送到终端。"), carrier_side(),
              Sentences::tr("请用其他渠道补发，或拨打电话。")};
    case Reason::carrier_answer_unclear:
      return {Sentences::tr("通道的应答无法判断是否送达。"), carrier_side(),
              Sentences::tr("重发前请先向客户核实是否已收到。")};
    case Reason::retries_exhausted:
      return {Sentences::tr("按规则重试的次数已用完。"), own_side(), Sentences::tr("请用其他渠道联系客户。")};
    case Reason::no_carrier_configured:
      return {Sentences::tr("这个渠道还没有接入通道。"), own_side(),
              Sentences::tr("请联系管理员接入通道，并先用其他渠道。")};
    case Reason::queue_full:
      return {Sentences::tr("发送队列已满，没有排入。"), own_side(), Sentences::tr("请等积压下降后重发。")};
    case Reason::internal_error:
      return {Sentences::tr("本系统出错，消息没有送出。"), own_side(),
              Sentences::tr("请把投递编号告诉管理员，并先用其他渠道。")};
    case Reason::answer_lost:
      return {Sentences::tr("已交给通道，但没有等到应答。"), Sentences::tr("可能已送达，也可能没有，现在不可知。"),
              Sentences::tr("重发前请先向客户核实是否已收到。")};
    case Reason::no_contact_point:
      return {Sentences::tr("档案里没有这个渠道的联系方式。"), no_fault(), Sentences::tr("请向客户补录联系方式。")};
    case Reason::contact_point_invalid:
      return {Sentences::tr("这个联系方式之前已判为失效，所以没有发送。"), no_fault(),
              Sentences::tr("请向客户核对并更新联系方式。")};
    case Reason::no_consent:
      return {Sentences::tr("客户没有同意接收营销内容。"), no_fault(),
              Sentences::tr("不需要处理；风险类通知不受影响。")};
    case Reason::opted_out:
      return {Sentences::tr("客户已退订这个渠道。"), no_fault(), Sentences::tr("请用客户接受的渠道联系。")};
    case Reason::quiet_hours:
      return {Sentences::tr("在客户的静默时段内，没有发送。"), no_fault(),
              Sentences::tr("时段结束后会按规则处理；紧急事项请改用电话。")};
    case Reason::marketing_cap:
      return {Sentences::tr("本月营销条数已达上限。"), no_fault(),
              Sentences::tr("下月 1 日起恢复，风险类通知不受影响。")};
    case Reason::reached_by_other_channel:
      return {Sentences::tr("另一渠道已先送达，这一渠道不再发送。"), no_fault(), Sentences::tr("不需要处理。")};
    case Reason::notice_cancelled:
      return {Sentences::tr("通知在发送前被取消。"), no_fault(), Sentences::tr("不需要处理。")};
    case Reason::unknown_not_resent:
      return {Sentences::tr("首发结果不明，按这类通知的规则不再发送。"),
              Sentences::tr("可能已送达，也可能没有，现在不可知。"), Sentences::tr("请用其他渠道核实客户是否已知悉。")};
    case Reason::investor_erased:
      return {Sentences::tr("客户的个人资料已按要求删除。"), no_fault(), Sentences::tr("不能再联系该客户。")};
  }
  return {};
}

}  // namespace guardline::models
