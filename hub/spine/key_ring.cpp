// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/key_ring.h"

#include "core/crypto/key_wrap.h"
#include "hub/spine/sql.h"

#include <algorithm>
#include <array>

namespace guardline::spine {
namespace {

Bytes labelled(std::string_view label, const Uuid& id) {
  Bytes bytes(label.begin(), label.end());
  bytes.insert(bytes.end(), id.begin(), id.end());
  return bytes;
}

}  // namespace

std::string data_key_context(InvestorId investor) { return "data-key/" + investor.text(); }
Bytes detail_context(EventId event) { return labelled("detail/", event.value); }
Bytes body_context(MessageId message) { return labelled("body/", message.value); }

Digest wrap_check_of(const crypto::Secret& wrap_key) {
  return crypto::sha256({as_bytes("guardline wrap check"), wrap_key.view()});
}

KeyRing::KeyRing(crypto::Secret wrap_key) : wrap_key_(std::move(wrap_key)) {}

Status KeyRing::prepare(db::Database& database) {
  auto transaction = db::Transaction::begin(database);
  if (!transaction) return std::unexpected(transaction.error());
  const Digest check = wrap_check_of(wrap_key_);
  bool same = true;
  bool known = false;
  auto ok = do_sql(database, "SELECT wrap_check FROM spine_meta", {}, [&](const db::Row& row) {
    known = !row.is_null(0);
    if (known) same = std::ranges::equal(row.blob(0), check);
    return true;
  });
  if (!ok) return ok;
  if (!same) return fail(ErrorCode::denied, "this is not the wrapping key of this spine");
  if (!known) {
    if (ok = do_sql(database, "UPDATE spine_meta SET wrap_check = $1", {BytesView(check)}); !ok) return ok;
  }
  const InvestorId house = kHouse;
  const auto key = crypto::Secret::random(32);
  const auto wrapped = crypto::wrap_key(wrap_key_.view(), key.view(), data_key_context(house));
  if (!wrapped) return std::unexpected(wrapped.error());
  ok = do_sql(database, "INSERT INTO data_key (investor, wrapped) VALUES ($1, $2) ON CONFLICT (investor) DO NOTHING",
              {BytesView(house.value), BytesView(*wrapped)});
  if (!ok) return ok;
  return transaction->commit();
}

Status KeyRing::erase(db::Database& database, std::span<const InvestorId> investors, Timestamp now) {
  for (const auto& investor : investors) {
    auto ok = do_sql(database,
                     "INSERT INTO data_key (investor, wrapped, erased_at) VALUES ($1, NULL, $2) ON CONFLICT (investor) "
                     "DO UPDATE SET wrapped = NULL, erased_at = excluded.erased_at WHERE data_key.wrapped IS NOT NULL",
                     {BytesView(investor.value), to_micros(now)});
    if (!ok) return ok;
    fresh_.insert_or_assign(investor, crypto::Secret{});
  }
  return {};
}

Status KeyRing::load(db::Database& database, std::span<const InvestorId> investors) {
  std::vector<InvestorId> missing;
  for (const auto& investor : investors) {
    if (!keys_.contains(investor) && !fresh_.contains(investor)) missing.push_back(investor);
  }
  if (missing.empty()) return {};
  std::ranges::sort(missing);
  missing.erase(std::ranges::unique(missing).begin(), missing.end());

  db::Batch batch;
  batch.rows = missing.size();
  batch.columns.push_back(bytes_column("investor", db::Type::blob, missing.size()));
  for (const auto& investor : missing) batch.columns[0].bytes.push_back(as_text(investor.value));
  Status opened;
  auto ran =
      database.run_batch("SELECT k.investor, k.wrapped FROM {rows} AS r JOIN data_key AS k ON k.investor = r.investor",
                         batch, [&](const db::Row& row) {
                           const auto investor = id_from<InvestorTag>(row, 0);
                           if (row.is_null(1)) {
                             fresh_.insert_or_assign(investor, crypto::Secret{});
                             return true;
                           }
                           auto key = crypto::unwrap_key(wrap_key_.view(), row.blob(1), data_key_context(investor));
                           if (!key) {
                             opened = std::unexpected(key.error());
                             return false;
                           }
                           fresh_.insert_or_assign(investor, std::move(*key));
                           return true;
                         });
  if (!ran) return std::unexpected(ran.error());
  if (!opened) return opened;
  std::erase_if(missing, [this](const InvestorId& investor) { return fresh_.contains(investor); });
  return make_missing(database, missing);
}

Status KeyRing::make_missing(db::Database& database, std::span<const InvestorId> investors) {
  if (investors.empty()) return {};
  std::vector<Bytes> boxes;
  boxes.reserve(investors.size());
  db::Batch batch;
  batch.rows = investors.size();
  batch.columns.push_back(bytes_column("investor", db::Type::blob, batch.rows));
  batch.columns.push_back(bytes_column("wrapped", db::Type::blob, batch.rows));
  for (const auto& investor : investors) {
    auto key = crypto::Secret::random(32);
    auto wrapped = crypto::wrap_key(wrap_key_.view(), key.view(), data_key_context(investor));
    if (!wrapped) return std::unexpected(wrapped.error());
    boxes.push_back(std::move(*wrapped));
    batch.columns[0].bytes.push_back(as_text(investor.value));
    batch.columns[1].bytes.push_back(as_text(boxes.back()));
    fresh_.insert_or_assign(investor, std::move(key));
  }
  auto made = database.run_batch(
      "INSERT INTO data_key (investor, wrapped) SELECT r.investor, r.wrapped FROM {rows} AS r WHERE true "
      "ON CONFLICT (investor) DO NOTHING",
      batch);
  if (!made) return std::unexpected(made.error());
  if (*made != static_cast<std::int64_t>(investors.size())) {
    return fail(ErrorCode::conflict, "another hub made a data key at the same moment");
  }
  return {};
}

const crypto::Secret* KeyRing::find(InvestorId investor) const {
  auto at = fresh_.find(investor);
  if (at == fresh_.end()) {
    at = keys_.find(investor);
    if (at == keys_.end()) return nullptr;
  }
  return at->second.empty() ? nullptr : &at->second;
}

void KeyRing::committed() {
  if (keys_.size() + fresh_.size() > kKept) keys_.clear();
  for (auto& [investor, key] : fresh_) keys_.insert_or_assign(investor, std::move(key));
  fresh_.clear();
}

void KeyRing::rolled_back() { fresh_.clear(); }

void KeyRing::clear() {
  keys_.clear();
  fresh_.clear();
}

Status KeyRing::rewrap(db::Database& database, const crypto::Secret& next) {
  // In pages, so that a hundred thousand investors don't stand in memory twice.
  constexpr std::size_t kPage = 1000;
  std::optional<InvestorId> after;
  for (;;) {
    std::vector<std::pair<InvestorId, Bytes>> page;
    Status opened;
    const auto take = [&](const db::Row& row) {
      const auto investor = id_from<InvestorTag>(row, 0);
      auto key = crypto::unwrap_key(wrap_key_.view(), row.blob(1), data_key_context(investor));
      auto wrapped = key ? crypto::wrap_key(next.view(), key->view(), data_key_context(investor))
                         : Result<Bytes>(std::unexpected(key.error()));
      if (!wrapped) {
        opened = std::unexpected(wrapped.error());
        return false;
      }
      page.emplace_back(investor, std::move(*wrapped));
      return true;
    };
    const Bytes from = after ? Bytes(after->value.begin(), after->value.end()) : Bytes{};
    auto ok = do_sql(database,
                     "SELECT investor, wrapped FROM data_key WHERE wrapped IS NOT NULL AND investor > $1 "
                     "ORDER BY investor LIMIT $2",
                     {BytesView(from), static_cast<std::int64_t>(kPage)}, take);
    if (!ok) return ok;
    if (!opened) return opened;
    if (page.empty()) break;
    after = page.back().first;
    db::Batch batch;
    batch.rows = page.size();
    batch.columns.push_back(bytes_column("investor", db::Type::blob, page.size()));
    batch.columns.push_back(bytes_column("wrapped", db::Type::blob, page.size()));
    for (const auto& [investor, wrapped] : page) {
      batch.columns[0].bytes.push_back(as_text(investor.value));
      batch.columns[1].bytes.push_back(as_text(wrapped));
    }
    auto ran = database.run_batch(
        "INSERT INTO data_key (investor, wrapped) SELECT r.investor, r.wrapped FROM {rows} AS r WHERE true "
        "ON CONFLICT (investor) DO UPDATE SET wrapped = excluded.wrapped",
        batch);
    if (!ran) return std::unexpected(ran.error());
  }
  return do_sql(database, "UPDATE spine_meta SET wrap_check = $1", {BytesView(wrap_check_of(next))});
}

}  // namespace guardline::spine
