// The control socket of the mail far side. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/control.h"

#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace guardline::farside {
namespace asio = boost::asio;
namespace json = boost::json;
using local = asio::local::stream_protocol;
namespace {

constexpr std::size_t kMaxLine = 4096;
constexpr int kMaxClients = 16;

std::string refusal(std::string_view why) { return json::serialize(json::object{{"ok", false}, {"error", why}}); }

}  // namespace

Control::Control(asio::io_context& io, Desk& desk, std::function<Status()> changed)
    : acceptor_(io), desk_(desk), changed_(std::move(changed)) {}

Control::~Control() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

Status Control::listen(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) == 0 && S_ISSOCK(info.st_mode)) ::unlink(path.c_str());
  boost::system::error_code error;
  const mode_t before = ::umask(0177);
  acceptor_.open(local(), error);
  if (path.size() > 100) error = asio::error::name_too_long;
  if (!error) acceptor_.bind(local::endpoint(path), error);
  ::umask(before);
  if (!error) acceptor_.listen(8, error);
  if (error) return fail(ErrorCode::io, "can't listen for control: " + error.message());
  path_ = path;
  asio::co_spawn(acceptor_.get_executor(), accept(), asio::detached);
  return {};
}

std::string Control::answer(std::string_view request) {
  boost::system::error_code error;
  const json::value value = json::parse(request, error);
  if (error || !value.is_object()) return refusal("not a JSON object");
  const auto& object = value.get_object();
  if (const auto* name = object.if_contains("set")) {
    const auto* to = object.if_contains("value");
    if (!name->is_string() || to == nullptr) return refusal("set needs a name and a value");
    if (const auto wrong = apply(desk_.settings, name->get_string(), *to)) return refusal(*wrong);
    if (const auto ok = changed_(); !ok) return refusal(ok.error().message);
    return json::serialize(json::object{{"ok", true}, {"set", *name}, {"value", *to}});
  }
  if (const auto* name = object.if_contains("get")) {
    if (*name == "settings") return json::serialize(json::object{{"ok", true}, {"settings", to_json(desk_.settings)}});
    if (*name == "counts") return json::serialize(json::object{{"ok", true}, {"counts", desk_.counts()}});
    return refusal("get knows settings and counts");
  }
  return refusal("neither set nor get");
}

asio::awaitable<void> Control::accept() {
  while (true) {
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    local::socket socket = co_await acceptor_.async_accept(token);
    if (error == asio::error::operation_aborted) co_return;
    if (error || clients_ >= kMaxClients) continue;
    asio::co_spawn(acceptor_.get_executor(), serve(std::move(socket)), asio::detached);
  }
}

asio::awaitable<void> Control::serve(local::socket socket) {
  ++clients_;
  std::string input;
  bool open = true;
  while (open) {
    char bytes[2048];
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    const std::size_t count = co_await socket.async_read_some(asio::buffer(bytes), token);
    open = !error && count > 0;
    input.append(bytes, count);
    for (auto end = input.find('\n'); open && end != std::string::npos; end = input.find('\n')) {
      std::string reply = answer(std::string_view(input).substr(0, end));
      reply += "\n";
      input.erase(0, end + 1);
      co_await asio::async_write(socket, asio::buffer(reply), token);
      open = !error;
    }
    if (input.size() > kMaxLine) open = false;
  }
  --clients_;
}

}  // namespace guardline::farside
