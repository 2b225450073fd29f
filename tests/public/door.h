// The public edge over a real record, asked without sockets. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/gate.h"
#include "hub/edge/router.h"
#include "hub/edge/service.h"
#include "hub/edge/worker_pool.h"
#include "hub/inbox/real_inbox.h"
#include "hub/links/writer.h"
#include "tests/hub/house.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace guardline::test {

inline constexpr auto kBrowser = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
inline constexpr auto kBase = "https://inbox.example.cn";

/// Nobody is known here: the public listener asks for nobody.
class NoIdentities final : public edge::Identities {
 public:
  Result<edge::DeviceIdentity> device(const edge::PeerCertificate&) override { return fail(ErrorCode::not_found, ""); }
  Result<edge::SessionIdentity> session(std::string_view, DeviceId, bool) override {
    return fail(ErrorCode::unauthenticated, "");
  }
  Status still_valid(DeviceId, SessionId) override { return {}; }
};

/// Templates besides the house's: "linked" 1 (service; SMS and mail with the inbox link, mail with two addresses),
/// "sealed" 1 (core risk; the words in the web variant only).
class Door {
 public:
  explicit Door(Store store = Store::embedded);
  ~Door();
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;

  using Headers = std::vector<std::pair<std::string, std::string>>;
  edge::Response get(const std::string& path, Headers headers = {{"user-agent", kBrowser}});
  edge::Response post(const std::string& path, const std::string& form = {},
                      Headers headers = {{"user-agent", kBrowser}});

  /// Sends a notice over these channels and waits for the carriers' acceptance; what the last carrier got.
  dispatch::Outgoing send(const std::string& template_id, Category category, std::vector<Channel> channels,
                          InvestorId who);
  /// What the carrier of a channel got last.
  dispatch::Outgoing last(Channel channel);
  /// The code in the newest message over this channel.
  std::string code(Channel channel);
  /// Path of the letter / the pixel / a link of a delivery.
  [[nodiscard]] std::string letter(DeliveryId delivery) const;
  [[nodiscard]] std::string pixel(DeliveryId delivery) const;
  [[nodiscard]] std::string click(DeliveryId delivery, std::uint8_t place) const;
  /// Rows of the spine whose code is this; "" = all of the kind.
  std::size_t count(EventKind kind, const std::string& code = {});
  /// Everything that can change, as one text: rows of the spine and of the edge's own tables.
  std::string record();

  House house;
  FakeCarrier& sms;
  FakeCarrier& mail;
  links::Tokens tokens;
  links::Writer writer;
  std::unique_ptr<receipts::Tracking> tracking;
  std::unique_ptr<inbox::Inbox> inbox;
  edge::Router router;

 private:
  edge::Response ask(edge::Method method, const std::string& target, std::string body, Headers headers);
  NoIdentities nobody_;
  edge::WorkerPool pool_{2, 50};
  std::unique_ptr<edge::Gate> gate_;
  std::unique_ptr<edge::Service> service_;
};

/// Whether `text` stands in `in`.
inline bool holds(std::string_view in, std::string_view text) { return in.find(text) != std::string_view::npos; }

}  // namespace guardline::test
