// Delivery status notifications into a Maildir. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/reports.h"

#include "tools/farsides/common/ledger.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <unistd.h>

namespace guardline::farside {
namespace fs = std::filesystem;
namespace {

std::string date_text(std::int64_t micros) {
  const std::time_t seconds = static_cast<std::time_t>(micros / 1'000'000);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  char text[64];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S +0000", &parts)};
}

struct Words {
  std::string_view status;
  std::string_view answer;
};
constexpr Words kWords[] = {
    {"5.1.1", "550 5.1.1 User unknown"},    {"5.2.1", "550 5.2.1 Mailbox disabled"},
    {"5.2.2", "552 5.2.2 Mailbox is full"}, {"5.7.1", "554 5.7.1 Message refused by policy"},
    {"4.4.7", "451 4.4.7 Message expired"},
};

std::string answer_of(const Report& report) {
  if (report.action == "delivered") return "250 2.0.0 Delivered to mailbox";
  for (const auto& words : kWords) {
    if (words.status == report.status) return std::string(words.answer);
  }
  return (report.status.starts_with('4') ? "451 " : "550 ") + report.status + " Not delivered";
}

}  // namespace

std::string format_report(const Report& report, std::string_view host, std::string_view boundary, std::int64_t now) {
  const bool good = report.action == "delivered";
  std::string out;
  const auto line = [&](std::string_view text) { out.append(text).append("\n"); };
  const auto field = [&](std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\n");
  };
  field("Return-Path", "<>");
  field("Delivered-To", report.return_path);
  field("Date", date_text(now));
  field("From", "Mail Delivery System <MAILER-DAEMON@" + std::string(host) + ">");
  field("To", report.return_path);
  field("Subject", good ? "Successful Mail Delivery Report" : "Undelivered Mail Returned to Sender");
  field("Auto-Submitted", "auto-replied");
  field("MIME-Version", "1.0");
  field("Content-Type", "multipart/report; report-type=delivery-status;\n\tboundary=\"" + std::string(boundary) + "\"");
  line("");
  line("This is a MIME-encapsulated message.");
  line("");
  line("--" + std::string(boundary));
  field("Content-Type", "text/plain; charset=us-ascii");
  line("");
  line(good ? "Your message was delivered." : "Your message could not be delivered.");
  line("");
  line("<" + report.recipient + ">: " + answer_of(report));
  line("");
  line("--" + std::string(boundary));
  field("Content-Type", "message/delivery-status");
  line("");
  field("Reporting-MTA", "dns; " + std::string(host));
  field("Arrival-Date", date_text(report.arrived_at));
  line("");
  field("Final-Recipient", "rfc822; " + report.recipient);
  field("Original-Recipient", "rfc822;" + report.recipient);
  field("Action", report.action);
  field("Status", report.status);
  field("Diagnostic-Code", "smtp; " + answer_of(report));
  field("Last-Attempt-Date", date_text(now));
  line("");
  line("--" + std::string(boundary));
  field("Content-Type", "text/rfc822-headers");
  line("");
  std::string headers = report.headers;
  std::erase(headers, '\r');
  out += headers;
  if (!out.ends_with('\n')) line("");
  line("");
  line("--" + std::string(boundary) + "--");
  return out;
}

Result<MaildirWriter> MaildirWriter::open(std::string folder) {
  std::error_code error;
  for (const char* name : {"tmp", "new", "cur"}) {
    fs::create_directories(fs::path(folder) / name, error);
    if (error) return fail(ErrorCode::io, "the Maildir can't be made: " + error.message());
  }
  return MaildirWriter(std::move(folder));
}

Status MaildirWriter::deliver(std::string_view text) {
  const std::int64_t now = now_micros();
  const std::string name = std::to_string(now / 1'000'000) + ".M" + std::to_string(now % 1'000'000) + "P" +
                           std::to_string(::getpid()) + "Q" + std::to_string(++count_) + ".farside";
  const fs::path temporary = fs::path(folder_) / "tmp" / name;
  {
    std::ofstream file(temporary, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) return fail(ErrorCode::io, "a report can't be written");
  }
  std::error_code error;
  fs::rename(temporary, fs::path(folder_) / "new" / name, error);
  if (error) return fail(ErrorCode::io, "a report can't be moved: " + error.message());
  return {};
}

}  // namespace guardline::farside
