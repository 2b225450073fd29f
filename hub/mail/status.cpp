// What a mail server's answer means for us. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/mail/status.h"

#include <algorithm>

namespace guardline::mail {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Reads 1 to 3 digits at `at`; -1 where there are none or more.
int number(std::string_view text, std::size_t& at) noexcept {
  int value = 0;
  std::size_t digits = 0;
  while (at < text.size() && is_digit(text[at])) {
    if (++digits > 3) return -1;
    value = value * 10 + (text[at++] - '0');
  }
  return digits > 0 ? value : -1;
}

/// An enhanced code at the start of `text`, ended by the end or by a character that can't be part of it.
std::optional<EnhancedStatus> enhanced_at(std::string_view text) noexcept {
  std::size_t at = 0;
  const auto dot = [&] {
    if (at >= text.size() || text[at] != '.') return false;
    ++at;
    return true;
  };
  EnhancedStatus out;
  out.klass = number(text, at);
  if (out.klass != 2 && out.klass != 4 && out.klass != 5) return std::nullopt;
  if (!dot()) return std::nullopt;
  out.subject = number(text, at);
  if (out.subject < 0 || !dot()) return std::nullopt;
  out.detail = number(text, at);
  if (out.detail < 0) return std::nullopt;
  // "5.1.1." ends a sentence; "5.1.1.7" is an address.
  if (at < text.size() && text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1])) return std::nullopt;
  if (at < text.size() && (is_digit(text[at]) || text[at] == '-')) return std::nullopt;
  return out;
}

struct Rule {
  int subject;
  int from;  ///< first and last detail it holds for
  int to;
  Reason permanent;
  Reason transient;
};

constexpr int kAll = 999;

// First match wins. Sources: RFC 3463, and the IANA registry "SMTP Enhanced Status Codes" for what came later.
constexpr Rule kRules[] = {
    {1, 7, 8, Reason::carrier_rejected, Reason::carrier_rejected},       // the sender's address
    {1, 0, kAll, Reason::no_such_mailbox, Reason::carrier_busy},         // the recipient's address
    {2, 1, 1, Reason::no_such_mailbox, Reason::carrier_busy},            // mailbox disabled
    {2, 2, 2, Reason::mailbox_full, Reason::mailbox_full},               //
    {2, 3, 3, Reason::message_too_long, Reason::message_too_long},       //
    {2, 4, 4, Reason::carrier_rejected, Reason::carrier_rejected},       // list expansion
    {2, 0, kAll, Reason::carrier_answer_unclear, Reason::carrier_busy},  //
    {3, 1, 1, Reason::carrier_busy, Reason::carrier_busy},               // mail system full
    {3, 4, 4, Reason::message_too_long, Reason::message_too_long},       //
    {3, 0, kAll, Reason::carrier_rejected, Reason::carrier_busy},        //
    {4, 4, 4, Reason::no_such_mailbox, Reason::carrier_down},            // 5.4.4: the domain does not exist
    {4, 5, 5, Reason::carrier_busy, Reason::carrier_busy},               // congestion
    {4, 6, 6, Reason::carrier_rejected, Reason::carrier_rejected},       // routing loop
    {4, 7, 7, Reason::carrier_expired, Reason::carrier_expired},         // the relay gave up trying
    {4, 0, kAll, Reason::carrier_down, Reason::carrier_down},            //
    {5, 3, 3, Reason::carrier_throttled, Reason::carrier_throttled},     // too many recipients
    {5, 0, kAll, Reason::carrier_rejected, Reason::carrier_busy},        // protocol
    {6, 0, kAll, Reason::content_refused, Reason::content_refused},      // media, conversion
    {7, 8, 12, Reason::carrier_rejected, Reason::carrier_rejected},      // our sign-in or encryption
    {7, 13, 13, Reason::no_such_mailbox, Reason::no_such_mailbox},       // recipient's account disabled
    {7, 17, 18, Reason::no_such_mailbox, Reason::no_such_mailbox},       // mailbox or domain has another owner now
    {7, 20, 27, Reason::carrier_rejected, Reason::carrier_rejected},     // our DKIM, SPF, reverse DNS
    {7, 28, 28, Reason::carrier_throttled, Reason::carrier_throttled},   // mail flood
    {7, 29, 29, Reason::carrier_rejected, Reason::carrier_rejected},     // ARC
    {7, 0, kAll, Reason::content_refused, Reason::carrier_throttled},    // policy; transient: greylisting, rate
};

Reason by_basic(int code, Step step) noexcept {
  const bool content = step == Step::content;
  switch (code) {
    case 421:
    case 451:
    case 452:  // "insufficient system storage": the relay's disk, not the mailbox
    case 454:
      return Reason::carrier_busy;
    case 450:
      return Reason::carrier_throttled;  // greylisting answers so
    case 550:
    case 553:
      return content ? Reason::content_refused : Reason::no_such_mailbox;
    case 551:
      return Reason::no_such_mailbox;
    case 552:
      return content || step == Step::sender ? Reason::message_too_long : Reason::mailbox_full;
    case 521:
    case 556:
      return Reason::no_such_mailbox;  // the domain takes no mail (RFC 7504)
    case 554:
      return content ? Reason::content_refused : Reason::carrier_rejected;
    default:
      break;
  }
  if (step == Step::later) return Reason::carrier_answer_unclear;
  return code / 100 == 4   ? Reason::carrier_busy
         : code / 100 == 5 ? Reason::carrier_rejected
                           : Reason::carrier_answer_unclear;
}

Reason by_table(const Reply& reply, Step step) noexcept {
  const auto& e = reply.enhanced;
  if (e && e->klass != 2) {
    for (const Rule& rule : kRules) {
      if (rule.subject == e->subject && e->detail >= rule.from && e->detail <= rule.to) {
        return e->klass == 5 ? rule.permanent : rule.transient;
      }
    }
    if (reply.code == 0) return Reason::carrier_answer_unclear;  // 5.0.0 of a report says nothing more
  }
  return by_basic(reply.code, step);
}

}  // namespace

std::optional<EnhancedStatus> parse_enhanced(std::string_view text) noexcept {
  const auto space = text.find_first_of(" \t(");
  if (space != std::string_view::npos) text = text.substr(0, space);
  const auto status = enhanced_at(text);
  if (!status || !is_digit(text.back())) return std::nullopt;
  return status;
}

std::optional<Reply> parse_reply(std::string_view line) noexcept {
  while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.remove_suffix(1);
  std::size_t at = 0;
  Reply reply;
  reply.code = number(line, at);
  if (at != 3 || reply.code < 200 || reply.code > 599) return std::nullopt;
  if (at == line.size()) return reply;
  if (line[at] != ' ' && line[at] != '-') return std::nullopt;
  reply.enhanced = enhanced_at(line.substr(at + 1));
  // RFC 2034 section 4: the class repeats the first digit; anything else is text that looks like one.
  if (reply.enhanced && reply.enhanced->klass != reply.code / 100) reply.enhanced.reset();
  return reply;
}

std::optional<Reply> find_status(std::string_view text) noexcept {
  const auto alone = [&](std::size_t at) {
    return at == 0 || (!is_digit(text[at - 1]) && text[at - 1] != '.' && text[at - 1] != '-');
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((text[at] != '4' && text[at] != '5') || !alone(at)) continue;
    if (const auto e = enhanced_at(text.substr(at))) return Reply{.code = 0, .enhanced = e};
  }
  for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
    if ((text[at] != '4' && text[at] != '5') || !alone(at) || !is_digit(text[at + 1]) || !is_digit(text[at + 2]))
      continue;
    // Only where an answer of a server stands: "550 text", "550-text"; not in "at 500 yuan," or "#550".
    const bool start =
        at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == ':' || text[at - 1] == '(';
    const bool end = at + 3 == text.size() || text[at + 3] == ' ' || text[at + 3] == '-' || text[at + 3] == '\r' ||
                     text[at + 3] == '\n' || text[at + 3] == ')';
    const int code = (text[at] - '0') * 100 + (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
    const bool known = code == 421 || (code >= 450 && code <= 455) || code == 521 || code == 530 || code == 535 ||
                       (code >= 550 && code <= 556);
    if (start && end && known) return Reply{.code = code, .enhanced = std::nullopt};
  }
  return std::nullopt;
}

std::string format(const EnhancedStatus& status) {
  return std::to_string(status.klass) + "." + std::to_string(status.subject) + "." + std::to_string(status.detail);
}

std::string format(const Reply& reply) {
  std::string out = reply.code > 0 ? std::to_string(reply.code) : std::string();
  if (reply.enhanced) out += (out.empty() ? "" : " ") + format(*reply.enhanced);
  return out;
}

Reason reason_of(const Reply& reply, Step step) noexcept {
  if (step == Step::sign_in) return Reason::carrier_rejected;
  const Reason reason = by_table(reply, step);
  if (step == Step::sender && reason == Reason::message_too_long) return reason;  // by the SIZE of MAIL
  if (step == Step::connect || step == Step::sender) {
    const auto klass = failure_class(reason);
    if (klass != FailureClass::carrier) return reply.code / 100 == 4 ? Reason::carrier_busy : Reason::carrier_rejected;
  }
  return reason;
}

}  // namespace guardline::mail
