// The words of looking at investors. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/look_words.h"

#include "ui/widgets/time_text.h"

#include <QCoreApplication>

namespace guardline::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(LookWords)
};

QString plain(const models::LookError& error, Timestamp now) {
  using models::LookFailure;
  switch (error.failure) {
    case LookFailure::step_up:
      return Words::tr("没有再次验证，所以没有打开。已有的内容不受影响。按 F5 可重新验证。");
    case LookFailure::role:
      return Words::tr("您的角色不能查看这项内容。本次请求已记录。如因工作需要，请联系值班主管。");
    case LookFailure::gone:
      return Words::tr("中枢没有这项内容，可能已按要求删除。没有显示任何资料。请核对编号后再查。");
    case LookFailure::terms:
      return Words::tr("中枢没有接受这些检索词。没有查看任何人。请输入完整的手机号、邮箱或流水号。");
    case LookFailure::erased:
      return Words::tr("这位投资者的资料已按要求删除。没有显示任何资料。请返回检索。");
    case LookFailure::stale:
      return Words::tr("列表的位置已失效。已取到的记录仍在。按 F5 从头读取。");
    case LookFailure::journal:
      return Words::tr("审计暂时写不进去，所以中枢不显示内容。资料没有丢失。请按 F5 重试。");
    case LookFailure::session:
      return Words::tr("登录已结束，没有打开。请重新登录。");
    case LookFailure::unreachable:
      return Words::tr("连不上中枢，没有取到记录；空白不代表没有发过。恢复后按 F5 重试。");
    case LookFailure::busy:
      if (error.until && *error.until > now)
        return Words::tr("中枢正忙，这次没有处理。%1后可按 F5 再试。")
            .arg(duration_text(std::chrono::ceil<std::chrono::seconds>(*error.until - now).count()));
      return Words::tr("中枢刚才正忙，这次没有处理。现在可按 F5 再试。");
    case LookFailure::version:
      return Words::tr("中枢的回答与本版本不符，没有显示。请联系管理员升级本程序。");
    case LookFailure::internal:
      break;
  }
  return Words::tr("程序内部出错，这次没有完成。没有内容丢失。请按 F5 再试，仍不行时把错误码告诉管理员。");
}

}  // namespace

QString words_of(const models::LookError& error, Timestamp now) {
  const auto text = plain(error, now);
  return error.reference.isEmpty() ? text : Words::tr("%1（%2）", "words, code").arg(text, error.reference);
}

QString write_words(const models::LookError& error, Timestamp now) {
  using models::LookFailure;
  QString text;
  switch (error.failure) {
    case LookFailure::step_up:
      text = Words::tr("没有再次验证，所以没有保存。写的内容仍在，再按「保存」可重新验证。");
      break;
    case LookFailure::role:
      text = Words::tr("您的角色不能写入通信历史。写的内容仍在，请交给值班坐席或主管记录。");
      break;
    case LookFailure::gone:
      text = Words::tr("中枢没有这位投资者，所以没有保存。写的内容仍在，请核对后再试。");
      break;
    case LookFailure::erased:
      text = Words::tr("这位投资者的资料已按要求删除，不能再写入。请勿另行保存其个人信息。");
      break;
    case LookFailure::journal:
    case LookFailure::stale:
    case LookFailure::terms:
      text = Words::tr("中枢这次没有写进记录。写的内容仍在，请再按「保存」。");
      break;
    case LookFailure::session:
      text = Words::tr("登录已结束，没有保存。写的内容仍在，重新登录后可继续。");
      break;
    case LookFailure::unreachable:
      text = Words::tr("连不上中枢，本机也没能存下，所以没有保存。写的内容仍在，请再按「保存」。");
      break;
    default:
      return words_of(error, now);
  }
  return error.reference.isEmpty() ? text : Words::tr("%1（%2）", "words, code").arg(text, error.reference);
}

QString words_of(models::TermsProblem problem) {
  using models::TermsProblem;
  switch (problem) {
    case TermsProblem::empty:
      return Words::tr("请先输入检索词。");
    case TermsProblem::name_alone:
      return Words::tr("只有姓名不能检索。请在姓名后加空格，再输入手机尾号 4 位，或完整手机号、邮箱、流水号。");
    case TermsProblem::part:
      return Words::tr("号码不完整，没有检索。请输入完整的 11 位手机号，或带 + 的国际号码。");
    case TermsProblem::too_many:
      return Words::tr("检索词过多，没有检索。请只保留一项，或姓名加一项。");
  }
  return {};
}

StateWords words_of(models::ReachState reach) {
  switch (reach) {
    case models::ReachState::reachable:
      return {Family::med, Shape::done, Words::tr("可触达")};
    case models::ReachState::weak:
      return {Family::high, Shape::weak, Words::tr("弱")};
    case models::ReachState::lost:
      break;
  }
  return {Family::crit, Shape::lost, Words::tr("失联")};
}

StateWords words_of(const models::ContactState& contact) {
  if (!contact.on_file) return {Family::plain, Shape::low, Words::tr("未登记")};
  if (contact.opted_out) return {Family::sup, Shape::sup, Words::tr("已退订")};
  if (!contact.valid || contact.health == models::ContactHealth::dead)
    return {Family::crit, Shape::lost, Words::tr("失效")};
  if (contact.health == models::ContactHealth::doubtful) return {Family::high, Shape::weak, Words::tr("偏弱")};
  if (!contact.health) return {Family::plain, Shape::low, Words::tr("未用过")};
  return {Family::med, Shape::done, Words::tr("可用")};
}

QString tier_text(const QString& tier) {
  if (tier == QLatin1String("vip")) return Words::tr("贵宾客户");
  if (tier == QLatin1String("important")) return Words::tr("重要客户");
  if (tier == QLatin1String("standard")) return Words::tr("普通客户");
  return tier;
}

}  // namespace guardline::ui
