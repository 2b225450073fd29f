// Every bound and interval of the link in one place. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace guardline::app {

using std::chrono::milliseconds;

struct LinkOptions {
  milliseconds request{10'000};           ///< an HTTPS request without an answer
  milliseconds handshake{10'000};         ///< a WebSocket without its upgrade
  milliseconds backoff_first{1'000};      ///< the first wait after a loss; doubles, with jitter
  milliseconds backoff_most{30'000};      ///< no wait is longer
  milliseconds pulse{15'000};             ///< between two measurements of latency
  milliseconds stale{25'000};             ///< nothing heard for longer than the hub's ping: may be behind
  milliseconds silent{45'000};            ///< nothing heard: the connection counts as dead
  milliseconds tick{1'000};               ///< how often silence and sleep are looked for
  milliseconds slept{5'000};              ///< a jump of the clock against the monotonic one that means sleep
  milliseconds websocket_again{300'000};  ///< after falling back to long poll, the WebSocket is tried again
  int websocket_tries{2};                 ///< refused so often while HTTPS works: long poll
  int attempts_until_offline{3};          ///< failed tries after which "reconnecting" is called "offline"
  std::chrono::seconds poll_wait{25};     ///< how long the hub may hold a poll back
  std::size_t answer_bytes{16U << 20U};   ///< longest answer or frame taken (a day's snapshot is about 3 MB)
  std::size_t requests{64};               ///< under way at once; more are refused
  std::size_t batches{512};               ///< waiting for the GUI thread; above, a new snapshot takes their place
};

}  // namespace guardline::app
