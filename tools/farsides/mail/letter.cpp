// What a reader finds in a mail. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/letter.h"

#include <algorithm>
#include <memory>

#include <gmime/gmime.h>

namespace guardline::farside {
namespace {

struct Unref {
  template <class T>
  void operator()(T* object) const {
    g_object_unref(object);
  }
};
template <class T>
using GPtr = std::unique_ptr<T, Unref>;

void find_html(GMimeObject*, GMimeObject* part, gpointer out) {
  auto& text = *static_cast<std::string*>(out);
  if (!text.empty() || !GMIME_IS_TEXT_PART(part)) return;
  GMimeContentType* type = g_mime_object_get_content_type(part);
  if (g_mime_content_type_is_type(type, "text", "html") == FALSE) return;
  char* content = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
  if (content != nullptr) text = content;
  g_free(content);
}

std::string html_of(const std::string& message) {
  static const bool ready = (g_mime_init(), true);
  static_cast<void>(ready);
  const GPtr<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(message.data(), message.size()));
  const GPtr<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const GPtr<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), nullptr));
  std::string html;
  if (parsed) {
    if (GMimeObject* top = g_mime_message_get_mime_part(parsed.get()); top != nullptr) {
      find_html(nullptr, top, &html);
      if (GMIME_IS_MULTIPART(top)) g_mime_multipart_foreach(GMIME_MULTIPART(top), find_html, &html);
    }
  }
  return html;
}

std::string unescaped(std::string text) {
  for (auto at = text.find("&amp;"); at != std::string::npos; at = text.find("&amp;", at + 1)) text.erase(at + 1, 4);
  return text;
}

/// The first value of the attribute whose path begins with `folder`.
std::string first_with(const std::string& html, std::string_view attribute, std::string_view folder) {
  const std::string opening = std::string(attribute) + "=\"";
  for (auto at = html.find(opening); at != std::string::npos; at = html.find(opening, at + 1)) {
    const auto begin = at + opening.size();
    const auto end = html.find('"', begin);
    if (end == std::string::npos) break;
    const auto value = unescaped(html.substr(begin, end - begin));
    Address address;
    if (split_address(value, address) && address.path.starts_with(folder)) return value;
  }
  return {};
}

}  // namespace

bool split_address(std::string_view text, Address& out) {
  constexpr std::string_view kScheme = "http://";
  if (!text.starts_with(kScheme)) return false;
  text.remove_prefix(kScheme.size());
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  const auto authority = text.substr(0, slash);
  const auto colon = authority.find(':');
  out.host = authority.substr(0, colon);
  out.port = colon == std::string_view::npos ? "80" : authority.substr(colon + 1);
  out.path = text.substr(slash);
  const bool number = !out.port.empty() && std::ranges::all_of(out.port, [](char c) { return c >= '0' && c <= '9'; });
  const bool plain = std::ranges::all_of(out.path, [](char c) { return c > ' ' && c < 0x7F; });
  return number && plain && (out.host == "127.0.0.1" || out.host == "localhost");
}

Letter read_letter(const std::string& message) {
  const auto html = html_of(message);
  return {.pixel = first_with(html, "src", "/o/"),
          .inbox = first_with(html, "href", "/m/"),
          .click = first_with(html, "href", "/c/")};
}

}  // namespace guardline::farside
