// Search in the local copy beside the same index without our layers. SPDX-License-Identifier: GPL-3.0-or-later
//   guardline-bench-vault [--dir FOLDER] [--summaries N] [--rounds N] [--searches N]
#include "app/vault/files.h"
#include "app/vault/vault.h"
#include "bench/base/compare.h"
#include "bench/base/must.h"
#include "bench/vault/plain_search.h"
#include "core/text/bigrams.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::bench {
namespace {

constexpr int kMost = 200;  // hits that the console asks for
constexpr std::size_t kMostHeader = 4096;

struct Settings {
  std::filesystem::path dir;
  std::size_t summaries{200'000};
  Rounds rounds{.rounds = 5, .pairs = 100, .warm_up = 40};
};

constexpr std::array<std::string_view, 24> kSurnames{"王", "李", "张", "刘", "陈",   "杨", "赵", "黄",
                                                     "周", "吴", "徐", "孙", "胡",   "朱", "高", "林",
                                                     "何", "郭", "马", "罗", "欧阳", "梁", "宋", "郑"};
constexpr std::array<std::string_view, 24> kGiven{"伟", "芳", "娜", "敏", "静", "丽", "强", "磊",
                                                  "军", "洋", "勇", "艳", "杰", "娟", "涛", "明",
                                                  "超", "兰", "霞", "平", "刚", "桂", "英", "华"};

/// Masked as the hub shows people: what the copy holds.
struct Made {
  app::PersonCopy copy;
  std::string name;
  std::string phone;
  std::string email;
};

Made make_person(std::mt19937_64& random, Timestamp at) {
  Made made;
  InvestorId id;
  for (auto& byte : id.value) byte = static_cast<std::uint8_t>(random());
  const auto digits = [&](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += static_cast<char>('0' + random() % 10);
    return text;
  };
  made.name = std::string(kSurnames[random() % kSurnames.size()]) + "*" + std::string(kGiven[random() % kGiven.size()]);
  made.phone = "1" + std::to_string(30 + random() % 70) + "****" + digits(4);
  made.email = std::string(1, static_cast<char>('a' + random() % 26)) + "***" + digits(3) + "@example.com";
  made.copy.investor = id;
  made.copy.words = made.name + " " + made.phone + " " + made.email + " " + id.text();
  // About as long as a head that the hub shows.
  made.copy.body = R"({"investor_id":")" + id.text() + R"(","name":")" + made.name + R"(","phone":")" + made.phone +
                   R"(","email":")" + made.email +
                   R"(","tier":"standard","language":"zh_CN","time_zone":"Asia/Shanghai","marketing_consent":false,)"
                   R"("erased":false,"since":"2021-03-04T05:06:07.000000Z","reach":"reachable","contacts":[{"channel":)"
                   R"("sms","on_file":true,"valid":true,"opted_out":false,"health":"good","failures_in_a_row":0},)"
                   R"({"channel":"email","on_file":true,"valid":true,"opted_out":false,"health":"good",)"
                   R"("failures_in_a_row":0}]})";
  made.copy.as_of = made.copy.opened_at = at;
  return made;
}

app::VaultSecrets secrets() {
  using crypto::Secret;
  return {Secret::copy_of(Bytes(12, 'p')), Secret::copy_of(Bytes(32, 1)), Secret::copy_of(Bytes(32, 2))};
}

int run(const Settings& settings) {
  const SystemClock clock;
  const app::VaultPlace place{settings.dir / "vault", "bench"};
  app::VaultOptions options;
  options.limits.people = settings.summaries;
  std::mt19937_64 random(1);
  std::vector<std::string> needles;
  {
    auto vault = app::Vault::make(place, secrets(), clock, options);
    if (!vault) give_up(vault.error().detail);
    for (std::size_t n = 0; n < settings.summaries; ++n) {
      const auto made = make_person(random, clock.now());
      must((*vault)->store().put(made.copy));
      if (n % 20'000 == 0) std::fprintf(stderr, "vault_search: %zu summaries\n", n);
      // What people look for: a name (many hits), a number, an address, an id (one each).
      if (n % (settings.summaries / std::min<std::size_t>(settings.summaries, 1000)) != 0) continue;
      const std::array<std::string, 4> kinds{made.name, made.phone, made.email, made.copy.investor.text()};
      needles.push_back(kinds[needles.size() % kinds.size()]);
    }
  }
  // As a console that starts: every page is checked once, then the copy stays open.
  auto vault = app::Vault::open(place, secrets(), clock, options);
  if (!vault) give_up(vault.error().detail);
  const auto header = app::read_header(must(app::read_whole(place.head(), kMostHeader)));
  if (!header) give_up("the header can't be read");
  const auto key = must(app::unwrap_vault_key(*header, secrets()));
  PlainSearch plain(place.database(), key.view());

  std::vector<std::pair<std::string, std::string>> prepared;
  for (const auto& needle : needles) {
    auto folded = must(text::fold(needle));
    auto query = text::bigram_query(folded);
    prepared.emplace_back(std::move(folded), std::move(query));
  }
  std::vector<PlainSearch::Read> ours_read(needles.size());
  std::vector<PlainSearch::Read> theirs_read(needles.size());
  const auto found = compare(
      settings.rounds, 0.99,
      [&](std::size_t n) {
        const auto which = n % needles.size();
        const auto people = must((*vault)->store().search(needles[which], kMost));
        PlainSearch::Read read{.hits = people.size()};
        for (const auto& person : people) read.bytes += 16 + person.body.size() + person.words.size();
        ours_read[which] = read;
      },
      [&](std::size_t n) {
        const auto which = n % needles.size();
        theirs_read[which] = plain.find(prepared[which].first, prepared[which].second, kMost);
      });
  std::size_t hits = 0;
  for (std::size_t n = 0; n < std::min(needles.size(), settings.rounds.pairs); ++n) {
    if (ours_read[n] != theirs_read[n] || ours_read[n].hits == 0) give_up("the two sides found different people");
    hits += ours_read[n].hits;
  }
  print_comparison("vault_search_p99", "us", "the same index and statement by SQLCipher alone", found, 1.5,
                   ",\"summaries\":" + std::to_string(settings.summaries) +
                       ",\"searches\":" + std::to_string(settings.rounds.rounds * settings.rounds.pairs) +
                       ",\"hits_a_search\":" + std::to_string(hits / std::min(needles.size(), settings.rounds.pairs)));
  return 0;
}

}  // namespace
}  // namespace guardline::bench

int main(int argc, char** argv) {
  guardline::bench::Settings settings;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::string value = argv[i + 1];
    if (name == "--dir") settings.dir = value;
    if (name == "--summaries") settings.summaries = std::stoul(value);
    if (name == "--rounds") settings.rounds.rounds = std::stoul(value);
    if (name == "--searches") settings.rounds.pairs = std::stoul(value);
  }
  if (settings.dir.empty()) {
    std::fprintf(stderr, "guardline-bench-vault: --dir FOLDER is missing\n");
    return 2;
  }
  return guardline::bench::run(settings);
}
