// Decides what becomes of mail, writes the ledger, sends the reports. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/desk.h"

#include "core/crypto/digest.h"
#include "tools/farsides/mail/smtp_text.h"

#include <chrono>
#include <cmath>
#include <memory>
#include <utility>

#include <boost/asio/steady_timer.hpp>

namespace guardline::farside {
namespace json = boost::json;
namespace {

constexpr std::size_t kMaxPending = 200'000;  ///< reports waiting; beyond, they are sent at once
constexpr std::size_t kMaxHeaders = 16'384;   ///< of a message, repeated in its report

/// Ids are pseudonymous, so they stand in the ledger as they are; anything else that claims to be one does not.
std::string correlator_of(std::string_view message) {
  const auto value = header_of(message, "x-guardline-delivery");
  if (!value || value->empty() || value->size() > 64) return {};
  const bool plain =
      value->find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") == std::string::npos;
  return plain ? *value : std::string();
}

/// What mailboxes fail with, most common first.
std::string mixed_status(double roll) {
  if (roll < 0.6) return "5.1.1";
  if (roll < 0.8) return "5.2.2";
  if (roll < 0.9) return "5.7.1";
  return "4.4.7";
}

json::value or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

}  // namespace

Desk::Desk(boost::asio::io_context& io, Settings first, std::uint64_t seed, Ledger ledger,
           std::optional<MaildirWriter> maildir, std::string host)
    : settings(std::move(first)),
      io_(io),
      dice_(seed),
      ledger_(std::move(ledger)),
      readers_(io, dice_, ledger_, settings),
      maildir_(std::move(maildir)),
      host_(std::move(host)) {}

std::optional<std::string> Desk::refuse(std::string_view return_path, const std::string& recipient) {
  std::string answer;
  const std::string pair = std::string(return_path) + " " + recipient;
  if (dice_.hits(settings.refuse, "refuse", recipient)) {
    answer = "550 5.1.1 No such user here";
  } else if (dice_.hits(settings.greylist, "greylist", pair) && greylisted_.insert(pair).second) {
    answer = "450 4.7.1 Greylisted, try again later";
  } else {
    return std::nullopt;
  }
  ++refused_;
  const json::object fields{{"delivery", nullptr},
                            {"recipient", ledger_.pseudonym(recipient)},
                            {"return_path", ledger_.pseudonym(return_path)},
                            {"code", answer.substr(0, 9)}};
  if (!ledger_.write("refused", fields)) return "451 4.3.0 Local error";
  return answer;
}

Desk::Taken Desk::take(const std::string& return_path, const std::vector<std::string>& recipients,
                       const std::string& message) {
  const std::string delivery = correlator_of(message);
  const std::string key = delivery.empty() ? return_path : delivery;
  const std::string body_hash = to_hex(crypto::sha256(as_bytes(std::string_view(message).substr(body_start(message)))));
  if (dice_.hits(settings.reject, "reject", key)) {
    ++refused_;
    const json::object fields{{"delivery", or_null(delivery)},
                              {"recipient", ledger_.pseudonym(recipients.front())},
                              {"return_path", ledger_.pseudonym(return_path)},
                              {"code", "554 5.7.1"}};
    return {ledger_.write("refused", fields) ? "554 5.7.1 Message refused by policy" : "451 4.3.0 Local error"};
  }

  const std::uint32_t times = ++seen_[key];
  const bool cut = dice_.hits(settings.drop, "drop", key + "#" + std::to_string(times));
  const bool lost = dice_.hits(settings.loss, "loss", key);
  const std::int64_t now = now_micros();
  const std::string queue_id = "F" + std::to_string(++queue_id_);
  for (const auto& recipient : recipients) {
    const bool fails = !lost && dice_.hits(settings.fail, "fail", recipient);
    const json::object fields{{"delivery", or_null(delivery)},
                              {"recipient", ledger_.pseudonym(recipient)},
                              {"size", message.size()},
                              {"body_sha256", body_hash},
                              {"queue_id", queue_id},
                              {"times", times},
                              {"answered", !cut},
                              {"fate", lost    ? "lost"
                                       : fails ? "bounced"
                                               : "delivered"}};
    if (!ledger_.write("accepted", fields)) return {"451 4.3.0 Local error"};
    // Doubles are read once: mail programs fold them by their Message-ID.
    if (!lost && !fails && times == 1 && !delivery.empty()) readers_.receive(message, delivery);
    if (lost || return_path.empty()) continue;  // nothing is reported to the null sender (RFC 5321 section 4.5.5)
    if (!fails && !settings.success_reports) continue;
    Report report{.return_path = return_path,
                  .recipient = recipient,
                  .action = fails ? "failed" : "delivered",
                  .status = "2.0.0",
                  .headers = message.substr(0, std::min(body_start(message), kMaxHeaders)),
                  .arrived_at = now};
    if (fails) {
      report.status =
          settings.fail_status.empty() ? mixed_status(dice_.roll("status", recipient)) : settings.fail_status;
    }
    report_later(std::move(report), delivery);
  }
  ++accepted_;
  if (cut) ++cut_;
  return {"250 2.0.0 Ok: queued as " + queue_id, cut};
}

void Desk::report_later(Report report, std::string delivery) {
  if (!maildir_) return;
  if (settings.delay_ms == 0 || pending_ >= kMaxPending) {
    report_now(report, delivery);
    return;
  }
  // Exponential around the mean: most reports come soon, some late.
  const double roll = dice_.roll("delay", delivery + report.recipient);
  const double factor = std::min(-std::log(1.0 - roll), 8.0);
  const auto wait =
      std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(settings.delay_ms) * factor));
  auto timer = std::make_shared<boost::asio::steady_timer>(io_, wait);
  ++pending_;
  timer->async_wait(
      [this, timer, report = std::move(report), delivery = std::move(delivery)](boost::system::error_code error) {
        --pending_;
        if (!error) report_now(report, delivery);
      });
}

void Desk::report_now(const Report& report, const std::string& delivery) {
  const bool good = report.action == "delivered";
  const std::string boundary = "=_" + std::to_string(++queue_id_) + "." + std::to_string(now_micros());
  const bool written = maildir_->deliver(format_report(report, host_, boundary, now_micros())).has_value();
  ++(good ? delivered_reports_ : bounced_);
  const json::object fields{{"delivery", or_null(delivery)},
                            {"recipient", ledger_.pseudonym(report.recipient)},
                            {"status", report.status},
                            {"written", written}};
  static_cast<void>(ledger_.write(good ? "report" : "bounce", fields));
}

json::object Desk::counts() const {
  json::object counts{{"connections", connections_}, {"accepted", accepted_},          {"refused", refused_},
                      {"bounced", bounced_},         {"reported", delivered_reports_}, {"cut", cut_},
                      {"reports_pending", pending_}};
  readers_.add_counts(counts);
  return counts;
}

}  // namespace guardline::farside
