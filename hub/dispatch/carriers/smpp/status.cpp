// What an answer's command_status means for a delivery. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/status.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace guardline::dispatch::smpp {
namespace {

struct Row {
  std::uint32_t status;
  std::string_view name;
  Verdict verdict;
};
using Outcome = Answer::Outcome;
constexpr Verdict kRejected{Outcome::refused, Reason::carrier_rejected};
constexpr Verdict kBusy{Outcome::retry, Reason::carrier_busy};
constexpr std::array<Row, 26> kRows{{
    {0x00, "ESME_ROK", {Outcome::accepted, Reason::none}},
    {0x01, "ESME_RINVMSGLEN", {Outcome::refused, Reason::message_too_long}},
    {0x02, "ESME_RINVCMDLEN", kRejected},
    {0x03, "ESME_RINVCMDID", kRejected},
    {0x04, "ESME_RINVBNDSTS", {Outcome::retry, Reason::carrier_down}},
    {0x05, "ESME_RALYBND", kRejected},
    {0x08, "ESME_RSYSERR", kBusy},
    {0x0A, "ESME_RINVSRCADR", kRejected},
    {0x0B, "ESME_RINVDSTADR", {Outcome::refused, Reason::no_such_number}},
    {0x0D, "ESME_RBINDFAIL", kRejected},
    {0x0E, "ESME_RINVPASWD", kRejected},
    {0x0F, "ESME_RINVSYSID", kRejected},
    {0x14, "ESME_RMSGQFUL", kBusy},
    {0x15, "ESME_RINVSERTYP", kRejected},
    {0x43, "ESME_RINVESMCLASS", kRejected},
    {0x45, "ESME_RSUBMITFAIL", kBusy},
    {0x48, "ESME_RINVSRCTON", kRejected},
    {0x49, "ESME_RINVSRCNPI", kRejected},
    {0x53, "ESME_RINVSYSTYP", kRejected},
    {0x58, "ESME_RTHROTTLED", {Outcome::retry, Reason::carrier_throttled}},
    {0x62, "ESME_RINVEXPIRY", {Outcome::refused, Reason::carrier_expired}},
    {0x64, "ESME_RX_T_APPN", kBusy},
    {0x65, "ESME_RX_P_APPN", kRejected},
    {0x66, "ESME_RX_R_APPN", {Outcome::refused, Reason::content_refused}},
    {0xC0, "ESME_RINVOPTPARSTREAM", kRejected},
    {0xFF, "ESME_RUNKNOWNERR", {Outcome::retry, Reason::carrier_answer_unclear}},
}};

const Row* find(std::uint32_t status) {
  const auto row = std::find_if(kRows.begin(), kRows.end(), [status](const Row& r) { return r.status == status; });
  return row == kRows.end() ? nullptr : &*row;
}

}  // namespace

Verdict verdict_of(std::uint32_t status) {
  const Row* row = find(status);
  return row == nullptr ? kRejected : row->verdict;
}

bool asks_for_pause(std::uint32_t status) { return status == kThrottled || status == kQueueFull; }

std::string status_text(std::uint32_t status) {
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), status, 16).ptr;
  const std::string number = "0x" + std::string(digits.data(), end);
  const Row* row = find(status);
  return row == nullptr ? "status " + number : std::string(row->name) + " (" + number + ")";
}

}  // namespace guardline::dispatch::smpp
