// What the tests of the carrier share: a far side, a sink, a started carrier. SPDX-License-Identifier: GPL-3.0-or-later
#include "rig.h"

#include <map>
#include <stdexcept>
#include <thread>
#include <utility>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace guardline::test {

namespace asio = boost::asio;
using dispatch::Answer;

boost::json::object ask(std::uint16_t port, const std::string& line) {
  asio::io_context io;
  asio::ip::tcp::socket socket(io);
  socket.connect({asio::ip::address_v4::loopback(), port});
  asio::write(socket, asio::buffer(line + "\n"));
  std::string answer;
  asio::read_until(socket, asio::dynamic_buffer(answer), '\n');
  return boost::json::parse(answer).as_object();
}

Centre::Centre(const std::vector<std::string>& options) {
  std::vector<std::string> words{FARSIDE_SMSC, "--ledger", ledger_path(), "--control", "0", "--seed", "7"};
  words.insert(words.end(), options.begin(), options.end());
  program_ = std::make_unique<Program>(words);
  const std::string hello = program_->first_line();
  if (hello.empty()) throw std::runtime_error("the far side did not start");
  const auto ready = boost::json::parse(hello).as_object();
  port_ = ready.at("port").to_number<std::uint16_t>();
  control_ = static_cast<std::uint16_t>(std::stoul(std::string(ready.at("control").as_string())));
}

void Centre::set(const std::string& name, const std::string& value) const {
  const auto answer = ask(control_, R"({"set":")" + name + R"(","value":)" + value + "}");
  if (!answer.at("ok").as_bool()) throw std::runtime_error(boost::json::serialize(answer));
}

std::int64_t Centre::count(const std::string& name) const {
  return ask(control_, R"({"get":"counts"})").at("counts").as_object().at(name).to_number<std::int64_t>();
}

std::vector<boost::json::object> Centre::ledger(std::string_view event) const {
  std::vector<boost::json::object> found;
  for (const auto& line : lines_of(ledger_path())) {
    auto object = boost::json::parse(line).as_object();
    if (object.at("event").as_string() == event) found.push_back(std::move(object));
  }
  return found;
}

bool Sink::on_receipt(dispatch::Receipt receipt, std::function<void(bool)> done) {
  ++asked_;
  if (full) return false;
  {
    const std::lock_guard lock(mutex_);
    if (!broken) receipts_.push_back(std::move(receipt));
    if (keep) {
      kept_.push_back(std::move(done));
      return true;
    }
  }
  // From another thread, as the committer does.
  std::thread([done = std::move(done), durable = !broken] { done(durable); }).detach();
  return true;
}

std::vector<dispatch::Receipt> Sink::receipts() const {
  const std::lock_guard lock(mutex_);
  return receipts_;
}

std::size_t Sink::count() const {
  const std::lock_guard lock(mutex_);
  return receipts_.size();
}

bool Sink::has(std::string_view reference) const {
  const std::lock_guard lock(mutex_);
  return std::ranges::any_of(receipts_, [&](const auto& receipt) { return receipt.reference == reference; });
}

void Sink::release() {
  std::vector<std::function<void(bool)>> kept;
  {
    const std::lock_guard lock(mutex_);
    kept.swap(kept_);
  }
  for (const auto& done : kept) done(true);
}

dispatch::smpp::SmppConfig config_for(std::uint16_t port) {
  dispatch::smpp::SmppConfig config;
  config.id = "sms-test";
  config.port = port;
  config.system_id = "guardline";
  config.password = "secret";
  config.source_address = "10690000";
  config.source_ton = 3;
  config.correlator_tlv = true;
  config.response_ids = config.receipt_ids = dispatch::smpp::IdBase::decimal;
  config.reconnect_first = std::chrono::milliseconds(20);
  config.reconnect_most = std::chrono::milliseconds(200);
  config.throttle_first = std::chrono::milliseconds(10);
  config.throttle_most = std::chrono::milliseconds(100);
  config.part_tries = 50;
  return config;
}

dispatch::Outgoing outgoing(const std::string& body, int investor) {
  dispatch::Outgoing out;
  out.delivery = DeliveryId::make(SystemClock().now());
  out.address = "+86138" + std::to_string(10'000'000 + investor);
  out.body = body;
  return out;
}

struct Sender::Book {
  std::mutex mutex;
  std::size_t posted = 0;
  std::map<std::size_t, Answer> answers;
  bool twice = false;
};

Sender::Sender(const dispatch::smpp::SmppConfig& config, bool wait_until_up) : book_(std::make_shared<Book>()) {
  auto made = dispatch::smpp::SmppCarrier::make(config, clock_);
  if (!made) throw std::runtime_error(made.error().message);
  carrier_ = std::move(*made);
  carrier_->start(sink_);
  if (wait_until_up && !eventually([&] { return carrier_->line() == dispatch::LineState::up; })) {
    throw std::runtime_error("no line");
  }
}

std::size_t Sender::post(const dispatch::Outgoing& out) {
  std::size_t place = 0;
  {
    const std::lock_guard lock(book_->mutex);
    place = book_->posted++;
  }
  carrier_->submit(out, [book = book_, place](Answer answer) {
    const std::lock_guard lock(book->mutex);
    if (!book->answers.emplace(place, std::move(answer)).second) book->twice = true;
  });
  return place;
}

Answer Sender::send(const dispatch::Outgoing& out) {
  const std::size_t place = post(out);
  const bool came = eventually([&] {
    const std::lock_guard lock(book_->mutex);
    return book_->answers.contains(place);
  });
  if (!came) throw std::runtime_error("no answer");
  const std::lock_guard lock(book_->mutex);
  return book_->answers.at(place);
}

Answer Sender::send_until_taken(const dispatch::Outgoing& out) {
  for (;;) {
    Answer answer = send(out);
    if (answer.outcome != Answer::Outcome::retry) return answer;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

std::vector<Answer> Sender::answers() const {
  const std::lock_guard lock(book_->mutex);
  if (book_->twice) throw std::runtime_error("a delivery was answered twice");
  std::vector<Answer> all;
  for (const auto& [place, answer] : book_->answers) all.push_back(answer);
  return all;
}

std::size_t Sender::answered() const {
  const std::lock_guard lock(book_->mutex);
  return book_->answers.size();
}

bool Sender::wait_for_answers(std::size_t count) const {
  return eventually([&] { return answered() >= count; });
}

}  // namespace guardline::test
