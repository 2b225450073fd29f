// Reads what comes back to a return path, by GMime. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/bounces/dsn.h"

#include "hub/mail/gmime_handles.h"

#include <algorithm>
#include <array>

namespace guardline::receipts {
namespace {

using mail::GPtr;

constexpr std::size_t kMaxText = 1 << 20;
constexpr std::size_t kMaxMailboxes = 16;

std::string header(GMimeMessage* message, const char* name) {
  const char* value = g_mime_object_get_header(GMIME_OBJECT(message), name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) { return g_ascii_tolower(c); });
  return text;
}

void add_mailboxes(std::vector<std::string>& out, const std::string& value) {
  if (value.empty() || value.size() > 10'000) return;
  const GPtr<InternetAddressList> list(internet_address_list_parse(nullptr, value.c_str()));
  if (!list) return;
  const int count = internet_address_list_length(list.get());
  for (int i = 0; i < count && out.size() < kMaxMailboxes; ++i) {
    InternetAddress* const address = internet_address_list_get_address(list.get(), i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(address)) continue;
    const char* mailbox = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
    if (mailbox != nullptr) out.emplace_back(mailbox);
  }
}

/// Decoded content of a leaf, at most kMaxText bytes.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const GPtr<GMimeStream> out(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, out.get()) < 0) return {};
  std::string text = mail::bytes_of(out.get());
  if (text.size() > kMaxText) text.resize(kMaxText);
  return text;
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
  GMimeContentType* const content_type = g_mime_object_get_content_type(object);
  return content_type != nullptr && g_mime_content_type_is_type(content_type, type, subtype);
}

/// The leaves that matter: status parts, and text that people or machines wrote (not the returned message itself).
struct Parts {
  std::string status;
  bool has_status{false};
  std::string text;
};

void collect(GMimeObject* object, Parts& parts, int depth) {
  if (object == nullptr || depth > 8) return;
  if (GMIME_IS_MULTIPART(object)) {
    auto* const multipart = GMIME_MULTIPART(object);
    const int count = std::min(g_mime_multipart_get_count(multipart), 32);
    for (int i = 0; i < count; ++i) collect(g_mime_multipart_get_part(multipart, i), parts, depth + 1);
  } else if (GMIME_IS_PART(object)) {
    auto* const part = GMIME_PART(object);
    if (is_type(object, "message", "delivery-status") || is_type(object, "message", "global-delivery-status")) {
      parts.has_status = true;
      if (parts.status.size() < kMaxText) parts.status += content_of(part) + "\n\n";
    } else if (is_type(object, "text", "plain") || is_type(object, "text", "html")) {
      if (parts.text.size() < kMaxText) parts.text += content_of(part) + "\n";
    }
  }
}

/// RFC 3834 section 5, and what came before it. "auto-generated" is said by reports too, so it decides nothing.
bool is_automatic_answer(GMimeMessage* message) {
  if (lowered(header(message, "Auto-Submitted")).starts_with("auto-replied")) return true;
  for (const char* name : {"X-Autoreply", "X-Autorespond"}) {
    if (!header(message, name).empty()) return true;
  }
  const std::string precedence = lowered(header(message, "Precedence"));
  return precedence == "auto_reply";
}

/// A report outside RFC 3464 is believed to be one only if a mail system signs it.
bool is_from_mail_system(GMimeMessage* message) {
  const std::string from = lowered(header(message, "From"));
  static constexpr std::array<std::string_view, 4> kNames{"mailer-daemon", "postmaster", "mail delivery", "maildaemon"};
  return !header(message, "X-Failed-Recipients").empty() ||
         std::ranges::any_of(kNames, [&](std::string_view name) { return from.find(name) != std::string::npos; });
}

bool subject_speaks_of_failure(GMimeMessage* message) {
  const char* raw = g_mime_message_get_subject(message);
  const std::string subject = lowered(raw == nullptr ? "" : raw);
  static constexpr std::array<std::string_view, 10> kWords{
      "undeliver",      "returned mail",   "delivery status notification", "delivery failure",
      "failure notice", "delivery failed", "mail delivery failed",         "退信",
      "投递失败",       "发送失败"};
  return std::ranges::any_of(kWords, [&](std::string_view word) { return subject.find(word) != std::string::npos; });
}

std::optional<Timestamp> date_of(GMimeMessage* message) {
  GDateTime* const date = g_mime_message_get_date(message);  // owned by the message
  if (date == nullptr) return std::nullopt;
  return Timestamp(std::chrono::seconds(g_date_time_to_unix(date)));
}

}  // namespace

ReturnedMail read_returned(std::string_view bytes) {
  mail::ensure_gmime();
  ReturnedMail out;
  const GPtr<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const GPtr<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const GPtr<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return out;

  for (const char* name : {"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To"}) {
    add_mailboxes(out.sent_to, header(message.get(), name));
  }
  out.date = date_of(message.get());

  Parts parts;
  collect(g_mime_message_get_mime_part(message.get()), parts, 0);
  if (parts.has_status) {
    for (const auto& block : field_blocks(parts.status)) {
      if (out.recipients.size() >= 64) break;
      if (const auto recipient = recipient_of(block)) out.recipients.push_back(*recipient);
    }
  }
  if (!out.recipients.empty()) {
    out.kind = Returned::report;
    return out;
  }
  out.status = mail::find_status(parts.text);
  const bool failure = subject_speaks_of_failure(message.get());
  // Mail systems mark their bounces as automatic answers too (Exim, Postfix), so the sender is looked at first; and
  // answers of people's programs have the empty return path too (RFC 3834), so that is looked at last.
  if (is_from_mail_system(message.get()) && (out.status || failure)) {
    out.kind = Returned::bounce;
  } else if (is_automatic_answer(message.get())) {
    out.kind = Returned::automatic;
  } else if (header(message.get(), "Return-Path") == "<>" && failure) {
    out.kind = Returned::bounce;
  }
  return out;
}

}  // namespace guardline::receipts
