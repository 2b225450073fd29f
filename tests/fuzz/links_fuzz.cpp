// Links: any text is safe, what is read was made, and no text becomes markup. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id_time.h"
#include "hub/links/mail_html.h"
#include "hub/links/writer.h"
#include "hub/pages/words.h"

#include <cstdlib>

using namespace guardline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const links::Tokens tokens(crypto::Secret::copy_of(Bytes(32, 7)));
  const auto text = as_text({data, size});
  const auto check = [](std::string_view token) {
    for (const auto purpose : {links::Purpose::letter, links::Purpose::pixel, links::Purpose::click})
      if (const auto id = tokens.read(purpose, token); id && tokens.make(purpose, *id) != token) std::abort();
  };
  check(text);
  // Behind the check of the seal: these bytes as an id.
  if (size >= 16) {
    const auto id = *DeliveryId::from_bytes({data, 16});
    const auto token = tokens.make(links::Purpose::letter, id);
    check(token);
    if (tokens.read(links::Purpose::letter, token) != id) std::abort();
    static_cast<void>(tokens.holds(text.substr(16), id, guardline::time_of(id)));
  }
  std::vector<links::Anchor> anchors;
  for (auto& address : links::addresses_in(text)) {
    if (links::host_of(address).empty()) std::abort();
    anchors.push_back({address, "https://h.example/c/0/t"});
  }
  const auto html = links::mail_html("t", text, anchors, "", "en");
  // The only tags are ours: a value's '<' is escaped.
  const auto body = html.substr(html.find("<body"));
  for (auto at = body.find('<', 1); at != std::string::npos; at = body.find('<', at + 1)) {
    const auto tag = std::string_view(body).substr(at);
    bool ours = false;
    for (const std::string_view mine :
         {"<p style=", "</p>", "<a href=\"https://h.example/c/0/t\">", "</a>", "<br>", "</body>", "</html>"})
      ours = ours || tag.starts_with(mine);
    if (!ours) std::abort();
  }
  static_cast<void>(pages::language_wanted(text));
  return 0;
}
