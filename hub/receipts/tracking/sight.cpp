// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/tracking/sight.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace guardline::receipts {
namespace {

struct Mark {
  std::string_view part;  // of the user agent, lower case
  std::string_view rule;
};

constexpr Mark kMarks[] = {
    {"googleimageproxy", "image-proxy"},
    {"ggpht.com", "image-proxy"},
    {"yahoomailproxy", "image-proxy"},
    {"outlookimageproxy", "image-proxy"},
    {"qqmailproxy", "image-proxy"},
    {"duckduckgo-email", "image-proxy"},
    {"barracuda", "scanner"},
    {"mimecast", "scanner"},
    {"proofpoint", "scanner"},
    {"symantec", "scanner"},
    {"messagelabs", "scanner"},
    {"trendmicro", "scanner"},
    {"fortimail", "scanner"},
    {"ironport", "scanner"},
    {"safelinks", "scanner"},
    {"scanner", "scanner"},
    {"bot", "scanner"},
    {"crawler", "scanner"},
    {"spider", "scanner"},
    {"preview", "scanner"},
    {"headless", "scanner"},
    {"monitor", "scanner"},
    {"curl/", "library"},
    {"wget/", "library"},
    {"python", "library"},
    {"java/", "library"},
    {"go-http-client", "library"},
    {"libwww", "library"},
    {"okhttp", "library"},
    {"axios", "library"},
    {"node-fetch", "library"},
    {"apache-httpclient", "library"},
    {"winhttp", "library"},
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

}  // namespace

std::string_view machine_by_sight(const Fetch& fetch) noexcept {
  const auto purpose = lower(fetch.purpose.substr(0, 100));
  if (purpose.find("prefetch") != std::string::npos || purpose.find("preview") != std::string::npos) return "prefetch";
  auto agent = fetch.user_agent;
  while (!agent.empty() && agent.back() == ' ') agent.remove_suffix(1);
  if (agent.empty()) return "no-agent";
  if (agent == "Mozilla/5.0" || agent == "Mozilla/4.0") return "bare-agent";
  const auto words = lower(agent.substr(0, 1000));
  for (const auto& mark : kMarks)
    if (words.find(mark.part) != std::string::npos) return mark.rule;
  return {};
}

std::string_view machine_by_time(Timestamp at, std::optional<Timestamp> accepted_at) noexcept {
  return !accepted_at || at < *accepted_at + kTooSoon ? "too-soon" : std::string_view();
}

}  // namespace guardline::receipts
