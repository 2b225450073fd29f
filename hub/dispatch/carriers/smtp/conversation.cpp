// What was said so far in one SMTP conversation. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smtp/conversation.h"

#include <array>
#include <utility>

namespace guardline::dispatch {
namespace {

using mail::Step;

std::string_view name(Step step) {
  switch (step) {
    case Step::connect:
      return "connect";
    case Step::sign_in:
      return "AUTH";
    case Step::sender:
      return "MAIL";
    case Step::recipient:
      return "RCPT";
    case Step::content:
      return "DATA";
    case Step::later:
      break;
  }
  return "report";
}

constexpr std::array<std::pair<std::string_view, Step>, 7> kVerbs{{{"EHLO", Step::connect},
                                                                   {"HELO", Step::connect},
                                                                   {"STARTTLS", Step::connect},
                                                                   {"AUTH", Step::sign_in},
                                                                   {"MAIL", Step::sender},
                                                                   {"RCPT", Step::recipient},
                                                                   {"DATA", Step::content}}};

}  // namespace

void Conversation::command(std::string_view line) noexcept {
  if (over_) return;
  // A whole word: the further lines of AUTH are base64 and leave the step as it is.
  const auto word = line.substr(0, line.find_first_of(" \r\n"));
  if (word == "QUIT") {
    over_ = true;  // after a refusal the library says good-bye; that answer tells nothing about the message
    return;
  }
  for (const auto& [verb, step] : kVerbs) {
    if (word == verb) step_ = step;
  }
  last_.reset();
}

void Conversation::answer(std::string_view line) noexcept {
  if (over_) return;
  const auto reply = mail::parse_reply(line);
  if (!reply || (line.size() > 3 && line[3] == '-')) return;  // the last line of an answer counts
  last_ = reply;
}

bool Conversation::relay_is_busy() const noexcept {
  if (!last_ || last_->code / 100 != 4) return false;
  return last_->code == 421 || step_ == Step::connect || step_ == Step::sender;
}

Answer Conversation::outcome(bool done, std::string_view trouble) const {
  Answer answer;
  const int klass = last_ && last_->code != 354 ? last_->code / 100 : 0;
  const bool answered = klass == 4 || klass == 5 || (given_ && klass == 2);
  answer.diagnostic = (answered ? format(*last_) : std::string(trouble)) + " at " + std::string(name(step_));
  if (done || (given_ && klass == 2)) {
    answer.outcome = Answer::Outcome::accepted;
    return answer;
  }
  if (given_ && !answered) {
    answer.outcome = Answer::Outcome::unknown;
    answer.reason = Reason::answer_lost;
    return answer;
  }
  if (answered) {
    answer.reason = reason_of(*last_, step_);
    // A relay that refuses us as such may take the next try once an operator has seen to it.
    const bool about_us = step_ == Step::connect || step_ == Step::sign_in;
    answer.outcome = klass == 5 && !about_us ? Answer::Outcome::refused : Answer::Outcome::retry;
    return answer;
  }
  answer.outcome = Answer::Outcome::retry;
  answer.reason = step_ == Step::sign_in ? Reason::carrier_rejected : Reason::carrier_down;
  return answer;
}

}  // namespace guardline::dispatch
