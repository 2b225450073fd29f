// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/links/mail_html.h"

#include "hub/pages/fill.h"

namespace guardline::links {
namespace {

// Mail programs strip style sheets: the little style there is stands at the elements. Colours are the reader's own.
constexpr std::string_view kMail = R"(<!DOCTYPE html>
<html lang="{{language}}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{title}}</title></head>
<body style="margin:0;padding:16px;font-family:sans-serif;font-size:16px;line-height:1.6">
<p style="margin:0">{{#lines}}{{#parts}}{{#href}}<a href="{{href}}">{{text}}</a>{{/href}}{{^href}}{{text}}{{/href}}{{/parts}}{{#more}}<br>
{{/more}}{{/lines}}</p>
{{#pixel}}<img src="{{pixel}}" width="1" height="1" alt="" style="border:0">
{{/pixel}}</body>
</html>
)";

pages::Values part(std::string_view text, std::string_view href) {
  pages::Values values;
  values.texts["text"] = text;
  values.texts["href"] = href;
  return values;
}

/// The anchor whose address stands first in the line, the longest of several at one place.
const Anchor* next_anchor(std::string_view line, const std::vector<Anchor>& anchors, std::size_t& at) {
  const Anchor* found = nullptr;
  at = std::string_view::npos;
  for (const auto& anchor : anchors) {
    if (anchor.address.empty()) continue;
    const auto place = line.find(anchor.address);
    if (place == std::string_view::npos) continue;
    if (found == nullptr || place < at || (place == at && anchor.address.size() > found->address.size())) {
      found = &anchor;
      at = place;
    }
  }
  return found;
}

std::vector<pages::Values> parts_of(std::string_view line, const std::vector<Anchor>& anchors) {
  std::vector<pages::Values> parts;
  std::size_t at = 0;
  while (const auto* anchor = next_anchor(line, anchors, at)) {
    if (at > 0) parts.push_back(part(line.substr(0, at), {}));
    parts.push_back(part(anchor->address, anchor->href));
    line.remove_prefix(at + anchor->address.size());
  }
  if (!line.empty()) parts.push_back(part(line, {}));
  return parts;
}

}  // namespace

std::string mail_html(std::string_view title, std::string_view body, const std::vector<Anchor>& anchors,
                      std::string_view pixel, std::string_view language) {
  static const pages::Template mail(kMail);
  pages::Values values;
  values.texts["title"] = title;
  values.texts["language"] = language;
  values.texts["pixel"] = pixel;
  auto& lines = values.lists["lines"];
  while (!body.empty()) {
    const auto end = body.find('\n');
    pages::Values line;
    line.lists["parts"] = parts_of(body.substr(0, end), anchors);
    body.remove_prefix(end == std::string_view::npos ? body.size() : end + 1);
    line.flags["more"] = !body.empty();
    lines.push_back(std::move(line));
  }
  return mail.filled(values);
}

}  // namespace guardline::links
