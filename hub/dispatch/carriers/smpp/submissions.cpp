// Deliveries on their way to the carrier: window, answers, parts. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/submissions.h"

#include <algorithm>
#include <utility>

namespace guardline::dispatch::smpp {

using Outcome = Answer::Outcome;

std::uint32_t Submissions::next_sequence() {
  // Section 3.2: 1 to 0x7FFFFFFF.
  sequence_ = sequence_ >= 0x7FFFFFFF ? 1 : sequence_ + 1;
  return sequence_;
}

std::size_t Submissions::count(const Job& job, PartState state) {
  return static_cast<std::size_t>(
      std::count_if(job.parts.begin(), job.parts.end(), [state](const Part& part) { return part.state == state; }));
}

void Submissions::take(std::vector<SubmitSm> parts, Carrier::AnswerFn answer) {
  Job job;
  job.answer = std::move(answer);
  for (SubmitSm& submit : parts) job.parts.push_back(Part{std::move(submit), PartState::ready, {}, 0});
  jobs_.push_back(std::move(job));
}

std::optional<Submissions::Sending> Submissions::next(Micros now) {
  if (waiting_.size() >= config_.window) return std::nullopt;
  for (auto job = jobs_.begin(); job != jobs_.end(); ++job) {
    if (count(*job, PartState::lost) > 0) continue;  // it can't become whole any more
    for (std::size_t i = 0; i < job->parts.size(); ++i) {
      Part& part = job->parts[i];
      if (part.state != PartState::ready) continue;
      part.state = PartState::sent;
      ++part.tries;
      const std::uint32_t sequence = next_sequence();
      waiting_[sequence] = Waiting{job, i, now};
      return Sending{sequence, &part.submit};
    }
  }
  return std::nullopt;
}

void Submissions::unsendable(std::uint32_t sequence, std::string diagnostic) {
  const auto found = waiting_.find(sequence);
  if (found != waiting_.end()) end(found->second.job, Outcome::refused, Reason::internal_error, std::move(diagnostic));
}

bool Submissions::answered(std::uint32_t sequence, std::uint32_t status, std::string_view raw_id) {
  const auto found = waiting_.find(sequence);
  if (found == waiting_.end()) return false;
  const auto [job, index, since] = found->second;
  waiting_.erase(found);
  Part& part = job->parts[index];
  const Verdict verdict = verdict_of(status);
  switch (verdict.outcome) {
    case Outcome::accepted:
      part.state = PartState::taken;
      part.reference = ids_.from_response(raw_id);
      settle(job);
      break;
    case Outcome::retry:
      retry_part(job, index, verdict.reason, status_text(status));
      break;
    case Outcome::refused:
    case Outcome::unknown:
      end(job, Outcome::refused, verdict.reason, status_text(status));
      break;
  }
  return true;
}

void Submissions::retry_part(Jobs::iterator job, std::size_t index, Reason reason, std::string diagnostic) {
  Part& part = job->parts[index];
  part.state = PartState::ready;
  job->reason = reason;
  job->diagnostic = std::move(diagnostic);
  const bool sibling_out = count(*job, PartState::taken) + count(*job, PartState::sent) > 0;
  if (sibling_out && part.tries >= config_.part_tries) part.state = PartState::lost;
  settle(job);
}

void Submissions::settle(Jobs::iterator job) {
  const std::size_t taken = count(*job, PartState::taken);
  const std::size_t sent = count(*job, PartState::sent);
  const std::size_t lost = count(*job, PartState::lost);
  if (taken == job->parts.size()) {
    end(job, Outcome::accepted, Reason::none, {});
  } else if (taken + sent == 0 && job->reason != Reason::none) {
    // The carrier has no part and will get none from here: the dispatcher may try the whole text again.
    end(job, Outcome::retry, job->reason, job->diagnostic);
  } else if (lost > 0 && sent == 0) {
    end(job, Outcome::unknown, job->reason, job->diagnostic);
  }
}

std::size_t Submissions::expire(Micros now) {
  std::size_t ended = 0;
  for (auto it = waiting_.begin(); it != waiting_.end();) {
    if (now - it->second.since < config_.response_timeout) {
      ++it;
      continue;
    }
    ++ended;
    // Ending a job takes all its waiting parts out, so the walk begins again.
    end(it->second.job, Outcome::unknown, Reason::answer_lost, "no answer in time");
    it = waiting_.begin();
  }
  return ended;
}

void Submissions::broken(const std::string& diagnostic) {
  while (!jobs_.empty()) {
    const auto job = jobs_.begin();
    const bool left = std::any_of(job->parts.begin(), job->parts.end(), [](const Part& part) {
      return part.state == PartState::sent || part.state == PartState::taken;
    });
    end(job, left ? Outcome::unknown : Outcome::retry, left ? Reason::answer_lost : Reason::carrier_down, diagnostic);
  }
}

void Submissions::give_back_unsent(const std::string& diagnostic) {
  for (auto it = jobs_.begin(); it != jobs_.end();) {
    const auto job = it++;
    const std::size_t taken = count(*job, PartState::taken);
    const std::size_t sent = count(*job, PartState::sent);
    if (taken + sent == 0) {
      end(job, Outcome::retry, Reason::carrier_down, diagnostic);
    } else if (taken + sent < job->parts.size()) {
      // Some parts are out and the others never will be.
      for (Part& part : job->parts) {
        if (part.state == PartState::ready) part.state = PartState::lost;
      }
      job->reason = Reason::answer_lost;
      job->diagnostic = diagnostic;
      settle(job);
    }
  }
}

void Submissions::end(Jobs::iterator job, Outcome outcome, Reason reason, std::string diagnostic) {
  std::erase_if(waiting_, [job](const auto& entry) { return entry.second.job == job; });
  Answer answer;
  answer.outcome = outcome;
  answer.reason = reason;
  if (outcome == Outcome::retry) answer.retry_after = retry_after_;
  const std::size_t taken = count(*job, PartState::taken);
  if (job->parts.size() > 1 && outcome != Outcome::accepted) {
    diagnostic += "; " + std::to_string(taken) + " of " + std::to_string(job->parts.size()) + " parts taken";
  }
  for (Part& part : job->parts) {
    if (part.state != PartState::taken) continue;
    // Taken without an id: no receipt can ever name it, and an empty reference would meet every other such part's.
    if (part.reference.empty()) {
      diagnostic += "a part without an id";
    } else {
      answer.references.push_back(std::move(part.reference));
    }
  }
  answer.diagnostic = std::move(diagnostic);
  const Carrier::AnswerFn callback = std::move(job->answer);
  jobs_.erase(job);
  callback(std::move(answer));
}

}  // namespace guardline::dispatch::smpp
