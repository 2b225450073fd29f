// The MIME form of one delivery. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smtp/mime_message.h"

#include "hub/mail/gmime_handles.h"

#include <algorithm>

namespace guardline::dispatch {
namespace {

using mail::GPtr;

bool is_utf8(std::string_view text) {
  return g_utf8_validate_len(text.data(), text.size(), nullptr) != FALSE;  // also refuses zero bytes
}

std::string without_controls(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(
      out, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return out;
}

bool is_language_tag(std::string_view tag) {
  if (tag.empty() || tag.size() > 35) return false;
  return std::ranges::all_of(tag, [](char c) { return g_ascii_isalnum(c) || c == '-'; });
}

/// Line ends of any kind become CRLF (RFC 2045 section 6.6: text is canonical before it is encoded).
std::string with_line_ends(std::string_view text, std::string_view end) {
  std::string out;
  out.reserve(text.size() + text.size() / 32);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      out += end;
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else if (text[i] == '\n') {
      out += end;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// An escaped byte takes three characters instead of one; base64 takes four for three.
bool quoted_printable_is_shorter(std::string_view text) {
  const auto escaped =
      std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '='; });
  return static_cast<std::size_t>(escaped) * 6 < text.size();
}

GPtr<GMimePart> text_part(std::string_view body, const char* subtype) {
  const bool quoted = quoted_printable_is_shorter(body);
  // GMime's quoted-printable encoder takes LF as the line end and would escape the CR.
  const std::string canonical = with_line_ends(body, quoted ? "\n" : "\r\n");
  GPtr<GMimePart> part(g_mime_part_new_with_type("text", subtype));
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
  const GPtr<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(canonical.data(), canonical.size()));
  const GPtr<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part.get(), content.get());
  g_mime_part_set_content_encoding(part.get(),
                                   quoted ? GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE : GMIME_CONTENT_ENCODING_BASE64);
  return part;
}

/// The words as plain text, or in both forms with the richer one last (RFC 2046 section 5.1.4). The border hangs on the
/// delivery alone: every try of a hand-over has the same bytes.
GPtr<GMimeObject> content_of(const Outgoing& outgoing) {
  GPtr<GMimePart> plain = text_part(outgoing.body, "plain");
  if (outgoing.html.empty()) return GPtr<GMimeObject>(GMIME_OBJECT(plain.release()));
  const GPtr<GMimePart> rich = text_part(outgoing.html, "html");
  GPtr<GMimeObject> both(GMIME_OBJECT(g_mime_multipart_new_with_subtype("alternative")));
  auto* const parts = GMIME_MULTIPART(both.get());
  g_mime_multipart_set_boundary(parts, ("=_" + outgoing.delivery.text()).c_str());
  g_mime_multipart_add(parts, GMIME_OBJECT(plain.get()));
  g_mime_multipart_add(parts, GMIME_OBJECT(rich.get()));
  return both;
}

void add_mailbox(GMimeMessage* message, GMimeAddressType type, const std::string& name, const std::string& address) {
  g_mime_message_add_mailbox(message, type, name.empty() ? nullptr : name.c_str(), address.c_str());
}

}  // namespace

std::optional<std::string> ascii_mailbox(const std::string& address) {
  if (!is_mailbox(address) || !is_utf8(address)) return std::nullopt;
  mail::ensure_gmime();
  const GPtr<InternetAddress> mailbox(internet_address_mailbox_new(nullptr, address.c_str()));
  const char* idn = internet_address_mailbox_get_idn_addr(INTERNET_ADDRESS_MAILBOX(mailbox.get()));
  if (idn == nullptr || !std::ranges::all_of(std::string_view(idn), [](char c) { return g_ascii_isgraph(c); })) {
    return std::nullopt;
  }
  return std::string(idn);
}

Result<std::string> compose(const SmtpConfig& config, const Outgoing& outgoing, Timestamp now) {
  mail::ensure_gmime();
  const auto to = ascii_mailbox(outgoing.address);
  if (!to) return fail(ErrorCode::invalid_argument, "the address is not a mailbox");
  if (!is_utf8(outgoing.title) || !is_utf8(outgoing.body) || !is_utf8(outgoing.html)) {
    return fail(ErrorCode::invalid_argument, "title or body is not UTF-8");
  }

  const GPtr<GMimeMessage> message(g_mime_message_new(FALSE));
  GMimeObject* const headers = GMIME_OBJECT(message.get());
  add_mailbox(message.get(), GMIME_ADDRESS_TYPE_FROM, config.display_name, config.from_address);
  if (!config.reply_to.empty()) add_mailbox(message.get(), GMIME_ADDRESS_TYPE_REPLY_TO, "", config.reply_to);
  add_mailbox(message.get(), GMIME_ADDRESS_TYPE_TO, "", *to);
  g_mime_message_set_subject(message.get(), without_controls(outgoing.title).c_str(), "utf-8");

  GDateTime* const date =
      g_date_time_new_from_unix_utc(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count());
  g_mime_message_set_date(message.get(), date);
  g_date_time_unref(date);

  const std::string id = outgoing.delivery.text();
  g_mime_message_set_message_id(message.get(), (id + "@" + config.bounce_domain).c_str());
  g_mime_object_append_header(headers, "Auto-Submitted", "auto-generated", nullptr);
  g_mime_object_append_header(headers, std::string(kDeliveryHeader).c_str(), id.c_str(), nullptr);

  const GPtr<GMimeObject> content = content_of(outgoing);
  if (is_language_tag(outgoing.language)) {
    g_mime_object_set_header(content.get(), "Content-Language", outgoing.language.c_str(), nullptr);
  }
  g_mime_message_set_mime_part(message.get(), content.get());

  const mail::FormatOptions options(g_mime_format_options_new());
  g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
  const GPtr<GMimeStream> out(g_mime_stream_mem_new());
  if (g_mime_object_write_to_stream(headers, options.get(), out.get()) < 0) {
    return fail(ErrorCode::internal, "the message could not be written");
  }
  return with_line_ends(mail::bytes_of(out.get()), "\r\n");
}

}  // namespace guardline::dispatch
