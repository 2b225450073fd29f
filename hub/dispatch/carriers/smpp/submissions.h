// Deliveries on their way to the carrier: window, answers, parts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/dispatch/carrier.h"
#include "hub/dispatch/carriers/smpp/config.h"
#include "hub/dispatch/carriers/smpp/message_id.h"
#include "hub/dispatch/carriers/smpp/pdu.h"
#include "hub/dispatch/carriers/smpp/status.h"

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guardline::dispatch::smpp {

/// Holds what was taken from the dispatcher and decides its answers. No sockets, no clock of its own: `now` is steady
/// time.
///
/// One part: its answer is the delivery's. Several:
/// - all taken → accepted, references in part order;
/// - one refused → refused with its reason (the text can never be whole), the rest is not sent;
/// - none taken and none under way, one to be retried → retry;
/// - a part to be retried while the carrier has a sibling → sent again here, up to `part_tries` (the dispatcher can't
/// retry a
///   part), then unknown with the references that are known;
/// - an answer that never comes (time-out, broken line) → unknown with the references that are known.
/// Thread: one at a time. Callbacks run inside the calls.
class Submissions {
 public:
  explicit Submissions(const SmppConfig& config) : config_(config), ids_(config.response_ids, config.receipt_ids) {}

  /// Takes a delivery of at least one part.
  void take(std::vector<SubmitSm> parts, Carrier::AnswerFn answer);
  /// The next part to send, with its sequence number, while the window has room; nothing else. It counts as sent.
  struct Sending {
    std::uint32_t sequence;
    const SubmitSm* submit;
  };
  std::optional<Sending> next(Micros now);
  /// The part handed out last can't be written as a PDU: refused.
  void unsendable(std::uint32_t sequence, std::string diagnostic);
  /// An answer came. False where nothing waits for this number (late, or never asked).
  bool answered(std::uint32_t sequence, std::uint32_t status, std::string_view raw_id);
  /// Ends those sent before `now - response_timeout`; says how many.
  std::size_t expire(Micros now);
  /// The line broke: what has left is unknown, what has not is to be retried.
  void broken(const std::string& diagnostic);
  /// The rest stays unsent: what has not left is to be retried; the sent ones stay.
  void give_back_unsent(const std::string& diagnostic);

  /// What answers of the outcome retry advise from now on; 0 leaves it to the dispatcher.
  void advise_retry_after(Micros pause) { retry_after_ = pause; }

  [[nodiscard]] bool idle() const { return jobs_.empty(); }
  [[nodiscard]] std::size_t under_way() const { return waiting_.size(); }
  [[nodiscard]] std::string fold_receipt_id(std::string_view raw) { return ids_.from_receipt(raw); }
  /// For requests that are no submits (bind, probes): one numbering for the whole line.
  std::uint32_t next_sequence();

 private:
  enum class PartState { ready, sent, taken, lost };
  struct Part {
    SubmitSm submit;
    PartState state = PartState::ready;
    std::string reference;
    unsigned tries = 0;
  };
  struct Job {
    std::vector<Part> parts;
    Carrier::AnswerFn answer;
    Reason reason = Reason::none;  ///< of the last part to be retried
    std::string diagnostic;
  };
  using Jobs = std::list<Job>;
  struct Waiting {
    Jobs::iterator job;
    std::size_t part;
    Micros since;
  };

  [[nodiscard]] static std::size_t count(const Job& job, PartState state);
  /// Answers and forgets the job, with its waiting parts.
  void end(Jobs::iterator job, Answer::Outcome outcome, Reason reason, std::string diagnostic);
  void retry_part(Jobs::iterator job, std::size_t part, Reason reason, std::string diagnostic);
  void settle(Jobs::iterator job);

  const SmppConfig& config_;
  IdFolder ids_;
  Jobs jobs_;
  std::map<std::uint32_t, Waiting> waiting_;
  std::uint32_t sequence_ = 0;
  Micros retry_after_{0};
};

}  // namespace guardline::dispatch::smpp
