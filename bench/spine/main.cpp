// Benchmarks of the spine: one JSON line a result. SPDX-License-Identifier: GPL-3.0-or-later
//   guardline-bench-spine [--only NAME] [--dir FOLDER] [--postgres CONNINFO] [--rows N] [--pairs N] [--investors N]
//                        [--detail-every N]
// NAME: spine_committer, spine_postgres, spine_projections. Without --postgres the second is left out.
#include "bench/spine/load.h"
#include "bench/spine/peers.h"
#include "core/crypto/random.h"
#include "hub/spine/projector.h"
#include "hub/spine/stores.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>

namespace guardline::bench {
namespace {

constexpr std::size_t kGroup = 1000;

struct Settings {
  std::string only;
  std::string dir;
  std::string postgres;
  std::size_t rows{100'000};
  int pairs{5};
  LoadOptions load;
};

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "guardline-bench-spine: %s\n", result.error().message.c_str());
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void print(const std::string& name, double value, const char* unit, const std::string& peer, double peer_value,
           double ratio, double aim, bool met, const std::string& more = {}) {
  std::printf(
      "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"peer\":\"%s\",\"peer_value\":%.1f,\"ratio\":%.3f,"
      "\"aim\":%.2f,\"met\":%s%s}\n",
      name.c_str(), value, unit, peer.c_str(), peer_value, ratio, aim, met ? "true" : "false", more.c_str());
  std::fflush(stdout);
}

spine::SpineKeys keys() { return {crypto::Secret::random(32), crypto::Secret::random(32)}; }

/// Alternated pairs: neighbours share what else the machine is doing.
void compare(const std::string& name, const Settings& settings, Load& load, spine::Committer& committer,
             const std::function<Rate(std::vector<spine::Submission>)>& peer, const char* peer_name, double aim) {
  // Both sides start filled and warm.
  run_committer(committer, load.introduce());
  run_committer(committer, load.make(settings.rows / 2));
  peer(load.make(settings.rows / 2));
  std::vector<double> ours;
  std::vector<double> theirs;
  std::vector<double> ratios;
  std::vector<double> cpu;
  for (int pair = 0; pair < settings.pairs; ++pair) {
    const auto mine = run_committer(committer, load.make(settings.rows));
    const auto other = peer(load.make(settings.rows));
    ours.push_back(mine.per_second);
    theirs.push_back(other.per_second);
    ratios.push_back(mine.per_second / other.per_second);
    cpu.push_back(other.cpu_us / mine.cpu_us);
    std::fprintf(stderr, "%s: %.0f against %.0f rows/s, %.2f (CPU %.1f against %.1f us a row)\n", name.c_str(),
                 mine.per_second, other.per_second, ratios.back(), mine.cpu_us, other.cpu_us);
  }
  const double ratio = median(ratios);
  char more[64];
  std::snprintf(more, sizeof more, ",\"cpu_ratio\":%.3f", median(cpu));
  // With a server elsewhere the CPU time of this process says little.
  print(name, median(ours), "events/s", peer_name, median(theirs), ratio, aim, ratio >= aim,
        settings.postgres.empty() || name == "spine_committer" ? more : "");
}

void committer_bench(const Settings& settings) {
  const SystemClock clock;
  const Bytes key = crypto::random_bytes(32);
  const auto stores = spine::embedded_stores(settings.dir, key, true);
  must(spine::Spine::init(stores, 8, clock));
  const auto opened = must(spine::Spine::open(stores, keys(), clock));
  db::SqlcipherOptions plain;
  plain.path = settings.dir + "/plain.db";
  plain.key = key;
  plain.create = plain.owns_checkpoint = true;
  const auto database = must(db::open_sqlcipher(plain));
  PlainRows rows(*database);
  must(rows.make_table());
  Load load(clock, settings.load);
  compare(
      "spine_committer", settings, load, opened->committer(),
      [&](auto work) { return must(rows.write(std::move(work), kGroup)); }, "plain rows by SQLCipher", 0.36);
}

void postgres_bench(const Settings& settings) {
  const SystemClock clock;
  const std::string schema = "bench_" + to_hex(crypto::random_array<6>());
  const auto stores = spine::postgres_stores(settings.postgres, schema);
  must(spine::Spine::init(stores, 8, clock));
  const auto opened = must(spine::Spine::open(stores, keys(), clock));
  CopyRows rows(settings.postgres, schema);
  must(rows.make_table());
  Load load(clock, settings.load);
  compare(
      "spine_postgres", settings, load, opened->committer(),
      [&](auto work) { return must(rows.write(std::move(work), kGroup)); }, "COPY of the same rows", 0.35);
}

void projections_bench(const Settings& settings) {
  const SystemClock clock;
  const auto stores = spine::embedded_stores(settings.dir + "/projections", crypto::random_bytes(32), true);
  std::filesystem::create_directories(settings.dir + "/projections");
  must(spine::Spine::init(stores, 8, clock));
  const auto opened = must(spine::Spine::open(stores, keys(), clock));
  spine::Projector projector(stores, opened->signal(), clock);
  must(projector.start());
  std::mutex mutex;
  std::vector<std::pair<spine::Cursor, Timestamp>> steps;
  auto subscription = projector.subscribe([&](const auto& delta) {
    const std::lock_guard lock(mutex);
    steps.emplace_back(delta->to, clock.now());
  });
  Load load(clock, settings.load);
  const auto rate = run_committer(opened->committer(), load.make(settings.rows * 3));
  auto reader = must(opened->reader());
  const auto start = std::chrono::steady_clock::now();
  must(projector.wait_for(must(reader.end()), Micros(120'000'000)));
  const std::chrono::duration<double, std::milli> catch_up = std::chrono::steady_clock::now() - start;
  const std::lock_guard lock(mutex);
  // Every single event against the step that covered it.
  std::vector<std::pair<Timestamp, double>> lags;
  spine::Cursor at;
  for (bool rest = true; rest;) {
    const auto batch = must(reader.read(at, 5000));
    for (const auto& event : batch.events) {
      const auto step = std::ranges::find_if(steps, [&](const auto& s) { return s.first.covers(event.ref); });
      if (step == steps.end()) continue;
      lags.emplace_back(event.recorded_at, static_cast<double>((step->second - event.recorded_at).count()) / 1000);
    }
    at = batch.to;
    rest = batch.more;
  }
  // Bounded means that it does not grow while the committer runs: the greatest lag of each fifth of the run.
  std::ranges::sort(lags);
  const auto total = lags.size();
  std::string fifths;
  std::vector<double> sorted;
  sorted.reserve(total);
  for (std::size_t fifth = 0; fifth < 5; ++fifth) {
    double greatest = 0;
    for (std::size_t i = total * fifth / 5; i < total * (fifth + 1) / 5; ++i) {
      greatest = std::max(greatest, lags[i].second);
      sorted.push_back(lags[i].second);
    }
    fifths += (fifth == 0 ? "" : ",") + std::to_string(std::lround(greatest));
  }
  std::ranges::sort(sorted);
  const double p99 = sorted[total * 99 / 100];
  char more[160];
  std::snprintf(more, sizeof more,
                ",\"p50\":%.1f,\"max\":%.1f,\"max_by_fifth\":[%s],\"events\":%zu,\"catch_up_ms\":%.0f",
                sorted[total / 2], sorted.back(), fifths.c_str(), total, catch_up.count());
  print("spine_projections_lag_p99", p99, "ms", "the committer flat out, events/s", rate.per_second, p99 / 1000, 1.0,
        p99 <= 1000, more);
}

}  // namespace
}  // namespace guardline::bench

int main(int argc, char** argv) {
  using namespace guardline::bench;
  Settings settings;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    const std::string value = argv[i + 1];
    if (name == "--only") settings.only = value;
    if (name == "--dir") settings.dir = value;
    if (name == "--postgres") settings.postgres = value;
    if (name == "--rows") settings.rows = std::stoul(value);
    if (name == "--pairs") settings.pairs = std::stoi(value);
    if (name == "--detail-every") settings.load.detail_every = std::stoul(value);
    if (name == "--investors") settings.load.investors = std::stoul(value);
  }
  const bool own = settings.dir.empty();
  if (own) {
    std::string pattern = (std::filesystem::temp_directory_path() / "guardline-bench-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) return 1;
    settings.dir = pattern;
  }
  const auto wanted = [&](const char* name) { return settings.only.empty() || settings.only == name; };
  if (wanted("spine_committer")) committer_bench(settings);
  if (wanted("spine_postgres") && !settings.postgres.empty()) postgres_bench(settings);
  if (wanted("spine_projections")) projections_bench(settings);
  if (own) std::filesystem::remove_all(settings.dir);
  return 0;
}
