// Variable envelope return paths. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/mail/verp.h"

#include "core/crypto/digest.h"

#include <algorithm>

#include <openssl/crypto.h>

namespace guardline::mail {
namespace {

constexpr std::size_t kIdSize = 16;
constexpr std::size_t kProofSize = 10;
// Keys of different uses never meet: the label is part of what is signed.
constexpr std::string_view kLabel = "guardline verp 1";

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

bool is_alnum(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

Bytes proof(BytesView key, BytesView id) {
  Bytes message(kLabel.begin(), kLabel.end());
  message.insert(message.end(), id.begin(), id.end());
  const Digest mac = crypto::hmac_sha256(key, message);
  return {mac.begin(), mac.begin() + kProofSize};
}

}  // namespace

bool is_host_name(std::string_view text) noexcept {
  if (text.empty() || text.size() > 253) return false;
  std::size_t label = 0;
  char before = '.';
  for (const char c : text) {
    if (c == '.') {
      if (label == 0 || before == '-') return false;
      label = 0;
    } else {
      if (!is_alnum(c) && (c != '-' || label == 0)) return false;
      if (++label > 63) return false;
    }
    before = c;
  }
  return label > 0 && before != '-';
}

Verp::Verp(Bytes key, std::string local, std::string domain)
    : key_(std::move(key)), local_(std::move(local)), domain_(std::move(domain)) {}

Result<Verp> Verp::make(Bytes key, std::string local, std::string domain) {
  if (key.size() < 32) return fail(ErrorCode::invalid_argument, "the key of the return paths is shorter than 32 bytes");
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  if (local.empty() || local.size() > 16 || !std::ranges::all_of(local, fits)) {
    return fail(ErrorCode::invalid_argument, "the local part of the return paths is not [a-z0-9-]{1,16}");
  }
  if (!is_host_name(domain)) return fail(ErrorCode::invalid_argument, "the bounce domain is not a host name");
  domain = lowered(domain);
  return Verp(std::move(key), std::move(local), std::move(domain));
}

std::string Verp::token(const DeliveryId& delivery) const {
  const Bytes mac = proof(key_, delivery.bytes());
  return lowered(to_base32(delivery.bytes()) + to_base32(mac));
}

std::string Verp::return_path(const DeliveryId& delivery) const {
  return local_ + "+" + token(delivery) + "@" + domain_;
}

Verp::Match Verp::match(std::string_view mailbox) const {
  if (mailbox.size() > 320) return {};
  if (mailbox.starts_with('<') && mailbox.ends_with('>')) mailbox = mailbox.substr(1, mailbox.size() - 2);
  const std::string text = lowered(mailbox);
  const std::size_t size = local_.size() + 1 + kTokenSize + 1 + domain_.size();
  if (text.size() != size || !text.starts_with(local_ + "+") || !text.ends_with("@" + domain_)) return {};
  const std::string token = text.substr(local_.size() + 1, kTokenSize);
  const auto id = from_base32(std::string_view(token).substr(0, 26));
  const auto mac = from_base32(std::string_view(token).substr(26));
  if (!id || id->size() != kIdSize || !mac || mac->size() != kProofSize)
    return {.finding = Finding::forged, .delivery = {}, .token = {}};
  const Bytes expected = proof(key_, *id);
  if (CRYPTO_memcmp(expected.data(), mac->data(), kProofSize) != 0) {
    return {.finding = Finding::forged, .delivery = {}, .token = {}};
  }
  return {.finding = Finding::ours, .delivery = *DeliveryId::from_bytes(*id), .token = token};
}

}  // namespace guardline::mail
