// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pages/style.h"

#include "core/crypto/digest.h"

namespace guardline::pages {
namespace {

constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--bg-app:#F2F4F7;--bg-surface:#FFFFFF;--line:#DBE1E8;--line-strong:#7B8794;--text:#17212B;--text-2:#465361;
--accent:#0B5CAD;--accent-hover:#094C90;--on-accent:#FFFFFF;--focus:#0B5CAD;--crit-text:#9E4400;--crit-soft:#FBEADD;--med-text:#00588A;--med-soft:#E0EFF9}
@media(prefers-color-scheme:dark){:root{--bg-app:#0F151C;--bg-surface:#18212B;--line:#2A3745;--line-strong:#73849A;--text:#E7ECF1;--text-2:#B5C1CD;
--accent:#6FB4F0;--accent-hover:#8CC4F5;--on-accent:#0C1A28;--focus:#8CC4F5;--crit-text:#FFA46B;--crit-soft:#3B2416;--med-text:#86CBF2;--med-soft:#143042}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg-app);color:var(--text);font:1rem/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;
overflow-wrap:anywhere}
main,header,footer{max-width:40rem;margin:0 auto;padding:1rem}
header{display:flex;justify-content:space-between;gap:1rem;align-items:center}
.sender{font-weight:600}
main{background:var(--bg-surface);border:1px solid var(--line);border-radius:.5rem}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .25rem}
.quiet,footer{color:var(--text-2);font-size:.875rem}
.letter{white-space:pre-wrap;margin:1rem 0;padding:1rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.note{margin:1rem 0;padding:.75rem 1rem;border-radius:.5rem;background:var(--med-soft);color:var(--med-text)}
.bad{background:var(--crit-soft);color:var(--crit-text)}
label{display:block;margin-top:1rem;font-weight:600}
input{font:inherit;font-size:1.25rem;letter-spacing:.15em;width:100%;max-width:14rem;min-height:2.75rem;padding:.25rem .75rem;margin-top:.25rem;
color:var(--text);background:var(--bg-surface);border:1px solid var(--line-strong);border-radius:.375rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem;margin-top:1rem;color:var(--on-accent);background:var(--accent);
border:1px solid var(--accent);border-radius:.375rem;cursor:pointer}
button:hover{background:var(--accent-hover)}
button.second{color:var(--accent);background:var(--bg-surface)}
button.link{min-height:2.75rem;margin:0;padding:.5rem;color:var(--accent);background:none;border:0;text-decoration:underline}
a{color:var(--accent);display:inline-block;min-height:1.5rem}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
)";

std::string base64(BytesView bytes) {
  // A digest's base64 ends with one padding sign; CSP takes the standard alphabet only.
  auto text = to_base64url(bytes);
  for (char& c : text) c = c == '-' ? '+' : c == '_' ? '/' : c;
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

}  // namespace

std::string_view style_sheet() noexcept { return kStyle; }

std::string security_policy(std::string_view also) {
  static const std::string hash = base64(crypto::sha256(as_bytes(kStyle)));
  std::string policy = "default-src 'none'; style-src 'sha256-" + hash + "'; form-action 'self'";
  if (!also.empty()) policy.append(" ").append(also);
  return policy + "; base-uri 'none'; frame-ancestors 'none'";
}

}  // namespace guardline::pages
