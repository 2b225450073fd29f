// guardline-farside-smsc: an SMSC to test and demonstrate against. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/smsc/centre.h"
#include "tools/farsides/smsc/control.h"

#include <charconv>
#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace {

using namespace guardline;
using namespace guardline::farside;

constexpr const char* kUsage =
    "usage: guardline-farside-smsc --ledger FILE [--port P] [--seed S] [--control PORT|SOCKET] [--password TEXT]\n"
    "  [--delay-ms MEAN] [--answer-delay-ms N] [--loss P] [--fail P] [--throttle P] [--refuse P] [--silent P] [--early "
    "P]\n"
    "  [--receipts text|tlv|both|mixed] [--ids decimal|hex|hex-decimal|decimal-hex|text] [--utc-offset-min N]\n"
    "Speaks SMPP 3.4 on 127.0.0.1 (port 0: any free); prints {\"ready\":true,\"port\":P,\"control\":...}; ends on "
    "SIGTERM.\n";

std::uint64_t number(const std::string& text, std::uint64_t fallback) {
  std::uint64_t value = fallback;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// "--delay-ms 5" → setting delay_ms = 5; words stay words.
std::optional<std::string> apply_option(SmscSettings& settings, std::string name, const std::string& text) {
  for (char& c : name) c = c == '-' ? '_' : c;
  boost::system::error_code error;
  const boost::json::value parsed = boost::json::parse(text, error);
  return apply(settings, name, error ? boost::json::value(text) : parsed);
}

/// One request of the control socket.
boost::json::object answer(Centre& centre, const boost::json::object& asked) {
  const auto* set = asked.if_contains("set");
  const auto* value = asked.if_contains("value");
  const auto* get = asked.if_contains("get");
  if (set != nullptr && set->is_string() && value != nullptr) {
    const auto done = centre.set(set->get_string(), *value);
    if (!done) return {{"ok", false}, {"error", done.error().message}};
    return {{"ok", true}, {"set", *set}, {"value", *value}};
  }
  if (get != nullptr && *get == "settings") return {{"ok", true}, {"settings", centre.settings()}};
  if (get != nullptr && *get == "counts") return {{"ok", true}, {"counts", centre.counts()}};
  return {{"ok", false}, {"error", "neither set and value, nor get"}};
}

int run(std::map<std::string, std::string> options) {
  const auto take = [&options](const char* name) {
    auto node = options.extract(name);
    return node.empty() ? std::string() : node.mapped();
  };
  const std::string path = take("ledger");
  const std::uint64_t port = number(take("port"), 0);
  const std::uint64_t seed = number(take("seed"), 1);
  const std::string where = take("control");
  const std::string password = take("password");
  SmscSettings settings;
  for (const auto& [name, value] : options) {
    if (const auto wrong = apply_option(settings, name, value)) {
      std::cerr << "--" << name << ": " << *wrong << "\n" << kUsage;
      return 2;
    }
  }
  if (path.empty() || port > 65535) {
    std::cerr << kUsage;
    return 2;
  }
  // From the seed: the same address has the same pseudonym in every ledger of a run, and in none of another run.
  const std::string salt = "guardline farside " + std::to_string(seed) + " ";
  auto ledger = Ledger::open(path, Bytes(salt.begin(), salt.end()));
  if (!ledger) {
    std::cerr << ledger.error().message << "\n";
    return 1;
  }
  boost::asio::io_context io(1);
  Centre centre(io, std::move(*ledger), seed, std::move(settings), password);
  const auto bound = centre.listen(static_cast<std::uint16_t>(port));
  if (!bound) {
    std::cerr << bound.error().message << "\n";
    return 1;
  }
  boost::json::object hello{{"ready", true}, {"port", *bound}};
  std::unique_ptr<Control> control;
  if (!where.empty()) {
    auto opened =
        Control::open(io, where, [&centre](const boost::json::object& asked) { return answer(centre, asked); });
    if (!opened) {
      std::cerr << opened.error().message << "\n";
      return 1;
    }
    control = std::move(*opened);
    hello["control"] = control->where();
  }
  std::cout << boost::json::serialize(hello) << std::endl;  // flushed: a script waits for this line
  boost::asio::signal_set signals(io, SIGTERM, SIGINT);
  signals.async_wait([&](boost::system::error_code, int) {
    centre.close();
    io.stop();
  });
  io.run();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, std::string> options;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    if (!name.starts_with("--") || i + 1 >= argc) {
      std::cerr << kUsage;
      return name == "--help" ? 0 : 2;
    }
    options[std::string(name.substr(2))] = argv[i + 1];
  }
  return run(std::move(options));
}
