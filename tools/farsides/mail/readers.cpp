// People and machines that read the mail. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/readers.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

namespace guardline::farside {
namespace asio = boost::asio;
namespace http = boost::beast::http;
namespace {

constexpr std::uint64_t kMostReading = 20'000;
/// Nobody reads sooner: what comes sooner is taken for a machine, and rightly.
constexpr auto kQuickestPerson = std::chrono::milliseconds(6500);
constexpr auto kNoThrow = asio::as_tuple(asio::use_awaitable);

constexpr auto kPeople = std::to_array<std::string_view>({
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
    "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 "
    "Mobile "
    "Safari/537.36",
});
/// The last one looks like a person's, and is too quick for one.
constexpr auto kMachines = std::to_array<std::string_view>({
    "Mozilla/5.0",
    "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
    "ExampleMailScanner/3.2",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
});

template <std::size_t N>
std::string pick(const std::array<std::string_view, N>& from, double roll) {
  return std::string(from[std::min(N - 1, static_cast<std::size_t>(roll * static_cast<double>(N)))]);
}

asio::awaitable<void> wait(asio::io_context& io, std::chrono::milliseconds time) {
  asio::steady_timer timer(io, time);
  co_await timer.async_wait(kNoThrow);
}

/// Counts a reader as long as it reads.
class Reading {
 public:
  explicit Reading(std::uint64_t& count) : count_(count) { ++count_; }
  ~Reading() { --count_; }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

 private:
  std::uint64_t& count_;
};

}  // namespace

void Readers::receive(const std::string& message, const std::string& delivery) {
  const bool machine = dice_.hits(settings_.open_machine, "open_machine", delivery);
  const bool person = dice_.hits(settings_.open_person, "open_person", delivery);
  if (!machine && !person) return;
  if (reading_ >= kMostReading) {
    ++skipped_;
    return;
  }
  const auto letter = read_letter(message);
  if (machine && !letter.pixel.empty()) asio::co_spawn(io_, look_ahead(letter, delivery), asio::detached);
  if (person) asio::co_spawn(io_, read(letter, delivery), asio::detached);
}

// What is given to a co_await has a name: GCC 12 destroys temporaries of such an expression twice (GCC bug 99576).

asio::awaitable<void> Readers::look_ahead(Letter letter, std::string delivery) {
  const Reading reading(reading_);
  const std::chrono::milliseconds pause(static_cast<int>(1500 * dice_.roll("machine_delay", delivery)));
  co_await wait(io_, pause);
  const std::string agent = pick(kMachines, dice_.roll("machine_agent", delivery));
  const Answer answer = co_await ask(http::verb::get, letter.pixel, agent);
  note("opened", delivery, "machine", answer);
}

asio::awaitable<void> Readers::read(Letter letter, std::string delivery) {
  const Reading reading(reading_);
  const double factor = std::min(-std::log(1.0 - dice_.roll("read_delay", delivery)), 3.0);
  const auto more = static_cast<std::int64_t>(static_cast<double>(settings_.read_delay_ms) * factor);
  const std::chrono::milliseconds pause = kQuickestPerson + std::chrono::milliseconds(more);
  co_await wait(io_, pause);
  if (!letter.pixel.empty()) {
    const std::string agent = pick(kPeople, dice_.roll("person_agent", delivery));
    const Answer answer = co_await ask(http::verb::get, letter.pixel, agent);
    note("opened", delivery, "person", answer);
  }
  if (!letter.click.empty() && dice_.hits(settings_.click, "click", delivery)) {
    co_await follow(letter.click, delivery);
  }
  if (!letter.inbox.empty() && dice_.hits(settings_.confirm, "confirm", delivery)) {
    co_await confirm(letter.inbox, delivery);
  }
}

/// As a browser without scripts: the page first, then its button, if there is one.
asio::awaitable<void> Readers::confirm(const std::string& inbox, const std::string& delivery) {
  const std::string agent = pick(kPeople, dice_.roll("person_agent", delivery));
  const Answer page = co_await ask(http::verb::get, inbox, agent);
  note("visited", delivery, "person", page);
  if (page.status != 200 || page.body.find("/confirm\"") == std::string::npos) co_return;
  const std::string button = inbox + "/confirm";
  const Answer done = co_await ask(http::verb::post, button, agent);
  note("confirmed", delivery, "person", done);
}

asio::awaitable<void> Readers::follow(const std::string& click, const std::string& delivery) {
  const std::string agent = pick(kPeople, dice_.roll("person_agent", delivery));
  const Answer page = co_await ask(http::verb::get, click, agent);
  if (page.status != 200) co_return;
  const Answer done = co_await ask(http::verb::post, click, agent);
  note("clicked", delivery, "person", done);
}

asio::awaitable<Readers::Answer> Readers::ask(http::verb method, const std::string& address, const std::string& agent) {
  Answer answer;
  Address to;
  if (!split_address(address, to)) co_return answer;
  asio::ip::tcp::resolver resolver(io_);
  auto [unknown, places] = co_await resolver.async_resolve(to.host, to.port, kNoThrow);
  if (unknown) co_return answer;
  boost::beast::tcp_stream stream(io_);
  stream.expires_after(std::chrono::seconds(20));
  auto [refused, place] = co_await stream.async_connect(places, kNoThrow);
  if (refused) co_return answer;
  http::request<http::string_body> request(method, to.path, 11);
  request.set(http::field::host, to.host + ":" + to.port);
  request.set(http::field::user_agent, agent);
  request.set(http::field::accept_language, "zh-CN,zh;q=0.9");
  request.keep_alive(false);
  if (method == http::verb::post) {
    request.set(http::field::content_type, "application/x-www-form-urlencoded");
    request.prepare_payload();
  }
  auto [unsent, sent] = co_await http::async_write(stream, request, kNoThrow);
  if (unsent) co_return answer;
  boost::beast::flat_buffer buffer;
  http::response<http::string_body> response;
  auto [unread, got] = co_await http::async_read(stream, buffer, response, kNoThrow);
  if (unread) co_return answer;
  answer.status = response.result_int();
  answer.body = std::move(response.body());
  co_return answer;
}

void Readers::note(std::string_view event, const std::string& delivery, std::string_view by, const Answer& answer) {
  const bool good = answer.status >= 200 && answer.status < 400;
  if (good && event == "opened") ++(by == "machine" ? opened_machine_ : opened_person_);
  if (good && event == "confirmed") ++confirmed_;
  if (good && event == "clicked") ++clicked_;
  const boost::json::object fields{{"delivery", delivery}, {"by", by}, {"status", answer.status}};
  static_cast<void>(ledger_.write(event, fields));
}

void Readers::add_counts(boost::json::object& counts) const {
  counts["reading"] = reading_;
  counts["opened_person"] = opened_person_;
  counts["opened_machine"] = opened_machine_;
  counts["confirmed"] = confirmed_;
  counts["clicked"] = clicked_;
  counts["readers_skipped"] = skipped_;
}

}  // namespace guardline::farside
