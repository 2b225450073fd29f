// Changing a running message centre. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <functional>
#include <memory>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/json/object.hpp>

namespace guardline::farside {

/// Lines of JSON over a UNIX socket (mode 0600) or a port of 127.0.0.1: each an object of settings to change
/// (settings.h; an empty one only asks), answered by {"ok": true, …report} or {"ok": false, "error": "…"}.
class Control {
 public:
  using Act = std::function<boost::json::object(const boost::json::object&)>;
  /// `where`: digits = a port (0 = any free one), else the path of a socket. Errors: io.
  static Result<std::unique_ptr<Control>> open(boost::asio::io_context& io, const std::string& where, Act act);
  ~Control();
  /// The port, or the path.
  [[nodiscard]] const std::string& where() const { return where_; }
  void close();

 private:
  struct Impl;
  Control() = default;
  std::shared_ptr<Impl> impl_;
  std::string where_;
};

}  // namespace guardline::farside
