// Requests to the service itself, without network: for what takes hundreds of them. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate.h"
#include "tests/edge/edge_house.h"

#include <future>
#include <memory>
#include <string>
#include <utility>

namespace guardline::edge::test {

/// What TLS would have proved of this person's device.
inline std::shared_ptr<const PeerCertificate> peer_of(const Person& person) {
  const auto certificate = crypto::Certificate::from_pem(guardline::test::read_file(person.cert));
  if (!certificate) return nullptr;
  auto peer = std::make_shared<PeerCertificate>();
  peer->certificate = certificate->sha256();
  peer->key = certificate->spki_sha256();
  peer->serial = certificate->serial_hex();
  return peer;
}

/// A request as the network would hand it in; JSON where it has a body.
inline Request knock(Door door, Method method, std::string path, std::string body = {}) {
  Request request;
  request.door = door;
  request.method = method;
  request.address = "10.0.0.7";
  request.path = std::move(path);
  if (!body.empty()) request.headers.emplace_back("content-type", "application/json");
  request.body = std::move(body);
  request.trace = "0123456789ab";
  return request;
}

/// Asks, and waits for the answer.
inline Response ask(const Service& service, Request request) {
  auto answered = std::make_shared<std::promise<Response>>();
  auto answer = answered->get_future();
  service.handle(std::make_shared<const Request>(std::move(request)),
                 [answered](Response response) { answered->set_value(std::move(response)); });
  return answer.get();
}

}  // namespace guardline::edge::test
