// The time line's query layer beside one prepared query of the same rows. SPDX-License-Identifier: GPL-3.0-or-later
//   guardline-bench-timeline --dir FOLDER | --postgres CONNINFO   [--messages N] [--rounds N] [--pages N]
#include "bench/base/compare.h"
#include "bench/base/must.h"
#include "bench/timeline/fill.h"
#include "bench/timeline/plain_page.h"
#include "core/crypto/random.h"
#include "hub/spine/stores.h"
#include "hub/spine/timeline.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::bench {
namespace {

constexpr std::size_t kPage = 30;  // what the desk shows first

struct Settings {
  std::string dir;
  std::string postgres;
  std::size_t messages{2'000'000};
  Rounds rounds{.rounds = 5, .pairs = 4000, .warm_up = 400};
};

PageRead read_ours(db::Database& projections, InvestorId investor) {
  const auto page = must(spine::read_timeline(projections, investor, {}, {}, kPage));
  PageRead read{.entries = page.entries.size()};
  for (const auto& entry : page.entries) read.tracks += entry.tracks.size();
  return read;
}

void run(const Settings& settings) {
  const bool embedded = settings.postgres.empty();
  const Bytes key = crypto::random_bytes(32);
  const std::string schema = "bench_" + to_hex(crypto::random_array<6>());
  const auto stores =
      embedded ? spine::embedded_stores(settings.dir, key, true) : spine::postgres_stores(settings.postgres, schema);
  const TimelineSize size{.messages = settings.messages,
                          .investors = std::max<std::size_t>(1, settings.messages / 100)};
  const auto start = std::chrono::steady_clock::now();
  {
    const auto filling = must(stores.open(spine::Use::project));
    must(fill_timeline(*filling, size));
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::fprintf(stderr, "timeline_query: %zu messages in %.0f s\n", size.messages, took.count());

  const auto projections = must(stores.open(spine::Use::read_projections));
  const auto plain = embedded ? plain_sqlcipher_page(settings.dir + "/projections.db", key)
                              : plain_postgres_page(settings.postgres, schema + "_projection");
  // All over the table, the same for both; a round begins where the last one did.
  const auto investor = [&](std::size_t n) { return timeline_investor((n * 7919 + 13) % size.investors); };
  std::size_t rows = 0;
  for (std::size_t n = 0; n < 100; ++n) {
    const auto mine = read_ours(*projections, investor(n));
    if (mine != plain->read(investor(n), kPage) || mine.entries == 0) give_up("the two sides read different rows");
    rows += mine.tracks;
  }
  const auto found = compare(
      settings.rounds, 0.99, [&](std::size_t n) { read_ours(*projections, investor(n)); },
      [&](std::size_t n) { plain->read(investor(n), kPage); });
  print_comparison(
      embedded ? "timeline_query_sqlcipher_p99" : "timeline_query_postgres_p99", "us",
      embedded ? "one prepared query of the same rows by SQLCipher" : "one prepared query of the same rows by libpq",
      found, 1.5,
      ",\"messages\":" + std::to_string(size.messages) + ",\"rows_a_page\":" + std::to_string(rows / 100) +
          ",\"pages\":" + std::to_string(settings.rounds.rounds * settings.rounds.pairs));
}

}  // namespace
}  // namespace guardline::bench

int main(int argc, char** argv) {
  guardline::bench::Settings settings;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::string value = argv[i + 1];
    if (name == "--dir") settings.dir = value;
    if (name == "--postgres") settings.postgres = value;
    if (name == "--messages") settings.messages = std::stoul(value);
    if (name == "--rounds") settings.rounds.rounds = std::stoul(value);
    if (name == "--pages") settings.rounds.pairs = std::stoul(value);
  }
  if (settings.dir.empty() == settings.postgres.empty()) {
    std::fprintf(stderr, "guardline-bench-timeline: --dir FOLDER or --postgres CONNINFO\n");
    return 2;
  }
  guardline::bench::run(settings);
  return 0;
}
