// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/links/token.h"

#include "core/crypto/aes_key_wrap.h"
#include "core/crypto/digest.h"
#include "core/crypto/key_wrap.h"

#include <charconv>

namespace guardline::links {
namespace {

constexpr std::size_t kSeal = 16;  // bytes of a pass's proof

std::string name_of(Purpose purpose, std::uint8_t place) {
  return "link " + std::to_string(static_cast<int>(purpose)) + " " + std::to_string(place);
}

Digest pass_proof(BytesView key, DeliveryId delivery, std::string_view until) {
  std::string text(as_text(delivery.bytes()));
  text += until;
  return crypto::hmac_sha256(key, as_bytes(text));
}

}  // namespace

crypto::Secret Tokens::key_for(std::string_view what) const {
  const std::string info = "guardline v1 " + std::string(what);
  auto key = crypto::hkdf_sha256(key_.view(), {}, info, 32);
  // Fails only without memory or with a broken library: then no link is made or taken.
  return key ? std::move(*key) : crypto::Secret();
}

std::string Tokens::make(Purpose purpose, DeliveryId delivery, std::uint8_t place) const {
  const auto box = crypto::aes_wrap(key_for(name_of(purpose, place)).view(), delivery.bytes());
  return box ? to_base64url(*box) : std::string();
}

std::optional<DeliveryId> Tokens::read(Purpose purpose, std::string_view token, std::uint8_t place) const {
  if (token.size() != kTokenSize || place >= kMostClicks) return std::nullopt;
  const auto box = from_base64url(token);
  if (!box) return std::nullopt;
  const auto id = crypto::aes_unwrap(key_for(name_of(purpose, place)).view(), *box);
  return id ? DeliveryId::from_bytes(*id) : std::nullopt;
}

std::string Tokens::make_pass(DeliveryId delivery, Timestamp until) const {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(until).time_since_epoch().count();
  const std::string text = std::to_string(seconds);
  const auto proof = pass_proof(key_for("pass").view(), delivery, text);
  return text + "." + to_base64url(BytesView(proof).first(kSeal));
}

bool Tokens::holds(std::string_view pass, DeliveryId delivery, Timestamp now) const {
  const auto dot = pass.find('.');
  if (dot == std::string_view::npos || pass.size() > 64) return false;
  const auto text = pass.substr(0, dot);
  const auto given = from_base64url(pass.substr(dot + 1));
  const auto proof = pass_proof(key_for("pass").view(), delivery, text);
  if (!given || !crypto::equal(*given, BytesView(proof).first(kSeal))) return false;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size()) return false;
  return now < Timestamp(std::chrono::seconds(seconds));
}

std::string Tokens::code(NoticeId carrying) const {
  const auto digest = crypto::hmac_sha256(key_for("code").view(), carrying.bytes());
  // 64 bits modulo a million: no digit is more likely than another by more than 2^-44.
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8U | digest[i];
  auto text = std::to_string(number % 1'000'000U);
  return std::string(6 - text.size(), '0') + text;
}

}  // namespace guardline::links
