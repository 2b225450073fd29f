// What a message centre sends: any stream is cut or refused, any body read or refused. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/message_id.h"
#include "hub/dispatch/carriers/smpp/pdu.h"
#include "hub/dispatch/carriers/smpp/receipt.h"

#include <cstdlib>

using namespace guardline;
using namespace guardline::dispatch::smpp;

namespace {

void check_deliver(BytesView body) {
  const auto pdu = decode_deliver(body);
  if (!pdu) return;
  // What was read was there: no field can hold more than the body did.
  std::size_t octets = pdu->short_message.size();
  for (const auto& parameter : pdu->parameters) octets += 4 + parameter.value.size();
  if (octets > body.size()) std::abort();
  const Timestamp arrival{std::chrono::seconds(1'800'000'000)};
  const auto receipt = read_receipt(*pdu, {}, arrival);
  if (!receipt) return;
  if (receipt->id.empty() || receipt->id.size() > kMostMessageId || receipt->occurred_at > arrival) std::abort();
  // Only what failed, ended or is unclear has a reason, and then it has a class.
  if (receipt->state == DeliveryState::delivered && receipt->reason != Reason::none) std::abort();
  if (receipt->state == DeliveryState::failed && !failure_class(receipt->reason)) std::abort();
  IdFolder folder(IdBase::automatic, IdBase::automatic);
  const std::string answer = folder.from_response(receipt->id);
  if (folder.from_receipt(receipt->id) != answer) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const BytesView input(data, size);
  std::size_t at = 0;
  for (;;) {
    const auto frame = next_frame(input.subspan(at));
    if (!frame || !*frame) break;
    at += (*frame)->header.length;
    if (at > size) std::abort();
    if ((*frame)->header.command == Command::deliver_sm) check_deliver((*frame)->body);
    if (const auto id = decode_submit_answer((*frame)->body); id && id->size() > kMostMessageId) std::abort();
  }
  // And without the header, which mutations seldom keep whole.
  check_deliver(input);
  return 0;
}
