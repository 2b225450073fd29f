// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/heads.h"

#include "core/crypto/digest.h"
#include "hub/spine/sql.h"

#include <algorithm>

namespace guardline::spine {
namespace {

constexpr std::string_view kLabel = "GLH1";

void put(Bytes& out, std::uint64_t value, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

/// Takes fixed pieces off the front; `good` turns false where they run out.
class In {
 public:
  explicit In(BytesView rest) : rest_(rest) {}
  BytesView take(std::size_t size) {
    if (rest_.size() < size) {
      good_ = false;
      return {};
    }
    const auto piece = rest_.first(size);
    rest_ = rest_.subspan(size);
    return piece;
  }
  std::uint64_t number(std::size_t size) {
    std::uint64_t value = 0;
    for (const auto byte : take(size)) value = value << 8 | byte;
    return value;
  }
  Digest digest() {
    Digest digest{};
    const auto piece = take(digest.size());
    std::ranges::copy(piece, digest.begin());
    return digest;
  }
  [[nodiscard]] bool done() const { return good_ && rest_.empty(); }

 private:
  BytesView rest_;
  bool good_{true};
};

Result<Head::End> end_of(db::Database& database, std::uint16_t partition) {
  Head::End end;
  auto ok =
      do_sql(database, "SELECT last_seq, chain FROM spine_group WHERE partition = $1 ORDER BY first_seq DESC LIMIT 1",
             {std::int64_t{partition}}, [&](const db::Row& row) {
               end.last_seq = row.int64(0);
               const auto chain = row.blob(1);
               if (chain.size() == end.chain.size()) std::ranges::copy(chain, end.chain.begin());
               return true;
             });
  if (!ok) return std::unexpected(ok.error());
  return end;
}

}  // namespace

Bytes encode_head(const Head& head) {
  Bytes out(kLabel.begin(), kLabel.end());
  put(out, head.mark, 4);
  put(out, static_cast<std::uint64_t>(head.number), 8);
  put(out, static_cast<std::uint64_t>(to_micros(head.signed_at)), 8);
  out.insert(out.end(), head.previous.begin(), head.previous.end());
  put(out, head.ends.size(), 2);
  for (const auto& end : head.ends) {
    put(out, static_cast<std::uint64_t>(end.last_seq), 8);
    out.insert(out.end(), end.chain.begin(), end.chain.end());
  }
  return out;
}

std::optional<Head> decode_head(BytesView body) {
  In in(body);
  if (!std::ranges::equal(in.take(kLabel.size()), as_bytes(kLabel))) return std::nullopt;
  Head head;
  head.mark = static_cast<std::uint32_t>(in.number(4));
  head.number = static_cast<std::int64_t>(in.number(8));
  head.signed_at = from_micros(static_cast<std::int64_t>(in.number(8)));
  head.previous = in.digest();
  const auto count = in.number(2);
  for (std::uint64_t i = 0; i < count; ++i) {
    Head::End end;
    end.last_seq = static_cast<std::int64_t>(in.number(8));
    end.chain = in.digest();
    head.ends.push_back(end);
  }
  return in.done() ? std::optional(std::move(head)) : std::nullopt;
}

Digest digest_of(const SignedHead& head) { return crypto::sha256({head.body, head.signature}); }

Result<std::vector<SignedHead>> read_heads(db::Database& database) {
  std::vector<SignedHead> heads;
  auto ok =
      do_sql(database, "SELECT number, body, signature FROM spine_head ORDER BY number", {}, [&](const db::Row& row) {
        const auto body = row.blob(1);
        const auto signature = row.blob(2);
        heads.push_back({row.int64(0), {body.begin(), body.end()}, {signature.begin(), signature.end()}});
        return true;
      });
  if (!ok) return std::unexpected(ok.error());
  return heads;
}

Result<std::int64_t> write_head(db::Database& database, const crypto::Ed25519Signer& signer, std::uint32_t mark,
                                std::uint16_t partitions, Timestamp now) {
  auto transaction = db::Transaction::begin(database);
  if (!transaction) return std::unexpected(transaction.error());
  Head head;
  head.mark = mark;
  head.number = 1;
  head.signed_at = now;
  SignedHead last;
  auto ok = do_sql(database, "SELECT number, body, signature FROM spine_head ORDER BY number DESC LIMIT 1", {},
                   [&](const db::Row& row) {
                     last.number = row.int64(0);
                     last.body.assign(row.blob(1).begin(), row.blob(1).end());
                     last.signature.assign(row.blob(2).begin(), row.blob(2).end());
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  if (last.number > 0) {
    head.number = last.number + 1;
    head.previous = digest_of(last);
  }
  for (std::uint16_t p = 0; p < partitions; ++p) {
    auto end = end_of(database, p);
    if (!end) return std::unexpected(end.error());
    head.ends.push_back(*end);
  }
  const Bytes body = encode_head(head);
  const auto signature = signer.sign(body);
  if (!signature) return std::unexpected(signature.error());
  ok = do_sql(database, "INSERT INTO spine_head (number, signed_at, body, signature) VALUES ($1, $2, $3, $4)",
              {head.number, to_micros(now), BytesView(body), BytesView(*signature)});
  if (!ok) return std::unexpected(ok.error());
  if (ok = transaction->commit(); !ok) return std::unexpected(ok.error());
  return head.number;
}

Result<std::optional<Timestamp>> last_head_at(db::Database& database) {
  std::optional<Timestamp> at;
  auto ok =
      do_sql(database, "SELECT signed_at FROM spine_head ORDER BY number DESC LIMIT 1", {}, [&](const db::Row& row) {
        at = from_micros(row.int64(0));
        return true;
      });
  if (!ok) return std::unexpected(ok.error());
  return at;
}

}  // namespace guardline::spine
