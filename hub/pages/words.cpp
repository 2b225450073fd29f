// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pages/words.h"

#include "core/base/firm_zone.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace guardline::pages {
namespace {

struct Pair {
  Word word;
  std::string_view zh_cn;
  std::string_view en;
};

// What happened, what it means, what to do: short, calm, no blame.
constexpr auto kWords = std::to_array<Pair>({
    {Word::other_language, "English", "中文"},
    {Word::sent_at, "发送时间 {0}", "Sent {0}"},
    {Word::no_title, "一则通知", "A notice"},
    {Word::why_code, "为保护您的信息，正文须凭一次性验证码查看。",
     "To protect you, the text opens with a one-time code."},
    {Word::send_code, "发送验证码到 {0}", "Send a code to {0}"},
    {Word::send_again, "重新发送验证码到 {0}", "Send a new code to {0}"},
    {Word::no_contact, "没有可以接收验证码的联系方式。请致电本公司更新您的手机号或邮箱。",
     "There is no contact on file that could get a code. Please call us to update your number or mailbox."},
    {Word::code_sent, "验证码已发往 {0}，{1} 前有效。", "A code is on its way to {0}, valid until {1}."},
    {Word::code_label, "验证码", "Code"},
    {Word::code_hint, "6 位数字，只能使用一次。", "Six digits; it works once."},
    {Word::open_letter, "查看正文", "Read"},
    {Word::confirm, "我已阅读，确认知晓", "I have read this"},
    {Word::confirm_hint, "确认后，我们会记录您知晓的时间。", "We keep the time at which you confirm."},
    {Word::confirmed, "您已确认知晓", "You have confirmed this"},
    {Word::confirmed_note, "感谢您的确认，无需再做任何操作。", "Thank you. There is nothing more to do."},
    {Word::leaving, "即将前往 {0}", "On to {0}"},
    {Word::leaving_note, "这是通知中的链接。按下按钮后打开：{0}", "A link from our notice. The button opens: {0}"},
    {Word::go_on, "继续前往", "Go on"},
    {Word::wrong_code, "验证码不正确，还可尝试 {0} 次。请核对后再输入。",
     "That code is not right; {0} tries are left. Please check it and try again."},
    {Word::wrong_wait, "验证码不正确，还可尝试 {0} 次。请在 {1} 后再输入。",
     "That code is not right; {0} tries are left. Please try again in {1}."},
    {Word::code_spent, "没有可用的验证码：可能已用过、已过期，或输错次数过多。请重新获取。",
     "No code is open: it was used, has run out, or was wrong too often. Please ask for a new one."},
    {Word::wait, "操作过于频繁。请在 {0} 后再试。", "Too many tries. Please try again in {0}."},
    {Word::locked, "请先凭验证码查看正文，再确认知晓。", "Please read the text first, with a code, and confirm then."},
    {Word::gone_title, "链接已失效", "This link is over"},
    {Word::gone, "链接自发送起 30 天内有效，也可能已被停用或输入不完整。通知内容未受影响，请致电本公司查询。",
     "Links last 30 days, can be ended before, and must be complete. Your notice is still on file: please call us."},
    {Word::later_title, "暂时无法打开", "Not available right now"},
    {Word::later, "系统暂时无法处理，您的操作没有记录。请在 1 分钟后再试。",
     "We could not do this now, and nothing was recorded. Please try again in a minute."},
    {Word::footer, "链接 30 天后失效，请勿转发。我们记录打开、点击和确认的时间；不使用 Cookie，不保存 IP 地址。",
     "The link ends after 30 days; please do not pass it on. We keep the times of opening, following a link and "
     "confirming; no cookies, no IP addresses."},
});

}  // namespace

std::string_view tag(Language language) noexcept { return language == Language::en ? "en" : "zh-CN"; }

std::optional<Language> language_from(std::string_view text) noexcept {
  const auto begins = [&](std::string_view with) {
    if (text.size() < with.size()) return false;
    for (std::size_t i = 0; i < with.size(); ++i)
      if (std::tolower(static_cast<unsigned char>(text[i])) != with[i]) return false;
    return text.size() == with.size() || text[with.size()] == '-' || text[with.size()] == '_';
  };
  if (begins("zh")) return Language::zh_cn;
  if (begins("en")) return Language::en;
  return std::nullopt;
}

std::optional<Language> language_wanted(std::string_view header) noexcept {
  std::optional<Language> best;
  int most = 0;
  header = header.substr(0, 500);
  while (!header.empty()) {
    const auto end = std::min(header.find(','), header.size());
    auto entry = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (entry.starts_with(' ')) entry.remove_prefix(1);
    const auto semicolon = std::min(entry.find(';'), entry.size());
    auto name = entry.substr(0, semicolon);
    while (name.ends_with(' ')) name.remove_suffix(1);
    const auto language = language_from(name);
    if (!language) continue;
    int weight = 1000;
    if (const auto q = entry.find("q=", semicolon); q != std::string_view::npos) {
      const auto digits = entry.substr(q + 2);
      weight = digits.starts_with('1') ? 1000 : 0;
      int scale = 100;
      for (std::size_t i = 2; i < digits.size() && digits.starts_with("0.") && scale > 0; ++i, scale /= 10) {
        if (digits[i] < '0' || digits[i] > '9') break;
        weight += scale * (digits[i] - '0');
      }
    }
    if (weight > most) {
      most = weight;
      best = language;
    }
  }
  return best;
}

std::string_view word(Language language, Word word) noexcept {
  const auto found = std::ranges::find(kWords, word, &Pair::word);
  if (found == kWords.end()) return {};
  return language == Language::en ? found->en : found->zh_cn;
}

std::string sentence(Language language, Word which, std::initializer_list<std::string_view> values) {
  std::string out;
  auto rest = word(language, which);
  while (!rest.empty()) {
    const auto open = rest.find('{');
    out += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto index = static_cast<std::size_t>(rest[open + 1] - '0');
    if (index < values.size()) out += values.begin()[index];
    rest.remove_prefix(open + 3);
  }
  return out;
}

std::string moment(Language language, Timestamp at) {
  using namespace std::chrono;
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto local = at + kFirmZone;
  const auto day = floor<days>(local);
  const year_month_day date{day};
  const hh_mm_ss time{floor<minutes>(local - day)};
  const auto month = static_cast<unsigned>(date.month());
  const auto number = static_cast<unsigned>(date.day());
  char text[64];
  if (language == Language::en) {
    std::snprintf(text, sizeof text, "%u %s, %02d:%02d (UTC+8)", number, kMonths[month - 1],
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
  } else {
    std::snprintf(text, sizeof text, "%u 月 %u 日 %02d:%02d（UTC+8）", month, number,
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
  }
  return text;
}

std::string duration(Language language, Micros span) {
  const auto seconds = std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(span).count());
  const bool zh = language == Language::zh_cn;
  const auto round_up = [&](std::int64_t unit) { return (seconds + unit - 1) / unit; };
  char text[64];
  if (seconds >= 7200) {
    std::snprintf(text, sizeof text, zh ? "%lld 小时" : "%lld h", static_cast<long long>(round_up(3600)));
  } else if (seconds >= 600) {
    std::snprintf(text, sizeof text, zh ? "%lld 分钟" : "%lld min", static_cast<long long>(round_up(60)));
  } else if (seconds >= 60) {
    std::snprintf(text, sizeof text, zh ? "%lld 分 %02lld 秒" : "%lld min %02lld s",
                  static_cast<long long>(seconds / 60), static_cast<long long>(seconds % 60));
  } else {
    std::snprintf(text, sizeof text, zh ? "%lld 秒" : "%lld s", static_cast<long long>(seconds));
  }
  return text;
}

}  // namespace guardline::pages
