// A page of history over TLS, beside a route that commits one row. SPDX-License-Identifier: GPL-3.0-or-later
//   guardline-bench-edge [--investors N] [--messages N] [--rounds N] [--requests N]
#include "bench/base/compare.h"
#include "bench/base/must.h"
#include "bench/edge/look_house.h"

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include <curl/curl.h>
#include <spdlog/spdlog.h>

namespace guardline::bench {
namespace {

struct Settings {
  RecordSize record;
  Rounds rounds{.rounds = 5, .pairs = 1000, .warm_up = 200};
};

/// One kept-alive connection.
class Client {
 public:
  explicit Client(const LookHouse& house) : curl_(curl_easy_init(), &curl_easy_cleanup) {
    const auto& caller = house.caller();
    auto* curl = curl_.get();
    headers_.reset(curl_slist_append(nullptr, ("Authorization: Bearer " + caller.token).c_str()));
    curl_slist_append(headers_.get(), "Content-Type: application/json");
    curl_easy_setopt(curl, CURLOPT_CAINFO, caller.ca.c_str());
    curl_easy_setopt(curl, CURLOPT_SSLCERT, caller.certificate.c_str());
    curl_easy_setopt(curl, CURLOPT_SSLKEY, caller.key.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers_.get());
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body_);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Client::take);
  }

  const std::string& post(const std::string& url, std::string_view body, long wanted) {
    auto* curl = curl_.get();
    body_.clear();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    const auto done = curl_easy_perform(curl);
    if (done != CURLE_OK) give_up(curl_easy_strerror(done));
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (status != wanted) give_up("answered " + std::to_string(status) + " " + body_);
    return body_;
  }

 private:
  static std::size_t take(char* data, std::size_t one, std::size_t count, void* into) {
    static_cast<std::string*>(into)->append(data, one * count);
    return one * count;
  }
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_;
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers_{nullptr, &curl_slist_free_all};
  std::string body_;
};

void run(const Settings& settings) {
  spdlog::set_level(spdlog::level::warn);
  LookHouse house(settings.record);
  std::fprintf(stderr, "timeline_end_to_end: %zu investors with %zu messages each\n", house.people().size(),
               settings.record.messages);
  Client client(house);
  const auto null_route = house.url("/v1/bench/null");
  std::vector<std::string> pages;
  for (const auto& person : house.people()) pages.push_back(house.url("/v1/investors/" + person.text() + "/history"));
  std::size_t bytes = 0;
  const auto found = compare(
      settings.rounds, 0.99, [&](std::size_t n) { bytes = client.post(pages[n % pages.size()], "{}", 200).size(); },
      [&](std::size_t) { client.post(null_route, "", 204); });
  // Each page left its row.
  const auto asked = settings.rounds.warm_up + settings.rounds.rounds * settings.rounds.pairs;
  if (house.looks() != asked) give_up("looks are missing from the record");
  print_comparison("timeline_end_to_end_p99", "us", "a null route that commits one row, same connection", found, 1.5,
                   ",\"requests\":" + std::to_string(settings.rounds.rounds * settings.rounds.pairs) +
                       ",\"bytes_a_page\":" + std::to_string(bytes));
}

}  // namespace
}  // namespace guardline::bench

int main(int argc, char** argv) {
  guardline::bench::Settings settings;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::string value = argv[i + 1];
    if (name == "--investors") settings.record.investors = std::stoul(value);
    if (name == "--messages") settings.record.messages = std::stoul(value);
    if (name == "--rounds") settings.rounds.rounds = std::stoul(value);
    if (name == "--requests") settings.rounds.pairs = std::stoul(value);
  }
  curl_global_init(CURL_GLOBAL_DEFAULT);
  guardline::bench::run(settings);
  curl_global_cleanup();
  return 0;
}
