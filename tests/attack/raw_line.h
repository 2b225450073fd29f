// A connection in an attacker's hands: any bytes go out, and what comes back is read by hand.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace guardline::attack {

/// One HTTP/1.1 answer. `head` is the status line and the fields, each with its CRLF.
struct Reply {
  int status{0};
  std::string head;
  std::string body;

  /// A field's value, and how often it is there; names in any case.
  [[nodiscard]] std::string field(std::string_view name) const;
  [[nodiscard]] std::size_t count(std::string_view name) const;
  /// Member `code` of a problem; empty without one.
  [[nodiscard]] std::string code() const;
};

/// Where to, and as whom. Files are PEM; without `ca` any server will do, without `cert` no certificate is offered.
struct Way {
  std::uint16_t port{0};
  bool tls{true};
  std::string ca{};
  std::string cert{};
  std::string key{};
};

/// To 127.0.0.1. Blocking; nothing waits longer than 20 s.
class RawLine {
 public:
  explicit RawLine(const Way& way);
  ~RawLine();
  RawLine(const RawLine&) = delete;
  RawLine& operator=(const RawLine&) = delete;

  /// False once the far side is known to have gone.
  bool send(std::string_view bytes);
  /// The next whole answer; nothing if the connection ends before.
  std::optional<Reply> reply();
  /// Sends and reads: what most tests do.
  std::optional<Reply> ask(std::string_view bytes);
  /// Nothing more will be sent: spares the hub's wait for the end of what it has refused.
  void finish();
  /// All that comes until the far side ends it. `ended()` says whether it did.
  std::string rest();
  [[nodiscard]] bool ended() const;
  /// The far side has dropped it, with what was still to be read.
  [[nodiscard]] bool hung_up() const;

 private:
  struct State;
  bool fill();
  std::unique_ptr<State> state_;
};

/// One connection for many requests, begun anew where the hub has ended it.
class HeldLine {
 public:
  explicit HeldLine(Way way) : way_(std::move(way)) {}
  std::optional<Reply> ask(std::string_view bytes);

 private:
  Way way_;
  std::unique_ptr<RawLine> line_;
};

/// A request with Host; `fields` are whole lines, each with its CRLF. With a body: JSON, and its length.
std::string request(std::string_view method, std::string_view target, std::string_view fields = {},
                    std::string_view body = {});

}  // namespace guardline::attack
