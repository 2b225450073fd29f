// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/sealing.h"

#include "core/crypto/aead.h"
#include "core/crypto/key_wrap.h"
#include "hub/spine/box.h"
#include "hub/spine/key_ring.h"
#include "hub/spine/sql.h"

#include <optional>

namespace guardline::spine {

Opener::Opener(db::Database& database, crypto::Secret wrap_key) : database_(database), wrap_key_(std::move(wrap_key)) {}

Result<crypto::Secret> Opener::data_key(InvestorId investor) {
  std::optional<Bytes> wrapped;
  auto ok = do_sql(database_, "SELECT wrapped FROM data_key WHERE investor = $1", {BytesView(investor.value)},
                   [&](const db::Row& row) {
                     wrapped.emplace(row.blob(0).begin(), row.blob(0).end());
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  if (!wrapped) return fail(ErrorCode::corrupt, "there is no data key");
  if (wrapped->empty()) return fail(ErrorCode::denied, "the investor was erased");
  return crypto::unwrap_key(wrap_key_.view(), *wrapped, data_key_context(investor));
}

Result<crypto::Secret> Opener::detail(const StoredEvent& event) {
  if (!event.detail_hash) return fail(ErrorCode::not_found, "the event has no detail");
  auto key = data_key(event.investor);
  if (!key) return key;
  if (event.sealed_detail.empty()) return fail(ErrorCode::corrupt, "the detail is missing");
  return open_detail(*key, event);
}

Result<crypto::Secret> Opener::body(MessageId message) {
  std::optional<Bytes> box;
  InvestorId investor;
  auto ok = do_sql(database_, "SELECT investor, box FROM message_body WHERE message = $1", {BytesView(message.value)},
                   [&](const db::Row& row) {
                     investor = id_from<InvestorTag>(row, 0);
                     box.emplace(row.blob(1).begin(), row.blob(1).end());
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  if (!box) return fail(ErrorCode::not_found, "no body for this message");
  auto key = data_key(investor);
  if (!key) return key;
  return crypto::open(key->view(), *box, body_context(message));
}

Result<std::vector<std::optional<crypto::Secret>>> Opener::bodies(InvestorId investor,
                                                                  std::span<const MessageId> messages) {
  std::vector<std::optional<crypto::Secret>> opened(messages.size());
  if (messages.empty()) return opened;
  const auto key = data_key(investor);
  if (!key) return std::unexpected(key.error());
  db::Batch batch;
  batch.rows = messages.size();
  batch.columns.push_back(int_column("place", batch.rows));
  batch.columns.push_back(bytes_column("message", db::Type::blob, batch.rows));
  for (std::size_t i = 0; i < messages.size(); ++i) {
    batch.columns[0].ints.push_back(static_cast<std::int64_t>(i));
    batch.columns[1].bytes.push_back(as_text(messages[i].value));
  }
  Status broken;
  auto ran =
      database_.run_batch("SELECT r.place, b.box FROM {rows} AS r JOIN message_body AS b ON b.message = r.message",
                          batch, [&](const db::Row& row) {
                            const auto at = static_cast<std::size_t>(row.int64(0));
                            auto content = crypto::open(key->view(), row.blob(1), body_context(messages[at]));
                            if (content) {
                              opened[at] = std::move(*content);
                            } else {
                              broken = std::unexpected(content.error());
                            }
                            return broken.has_value();
                          });
  if (!ran) return std::unexpected(ran.error());
  if (!broken) return std::unexpected(broken.error());
  return opened;
}

Result<crypto::Secret> Opener::derived(InvestorId investor, std::string_view label) {
  const auto key = data_key(investor);
  if (!key) return std::unexpected(key.error());
  return crypto::hkdf_sha256(key->view(), {}, label, 32);
}

Result<bool> Opener::erased(InvestorId investor) {
  bool erased = false;
  auto ok = do_sql(database_, "SELECT erased_at FROM data_key WHERE investor = $1 AND wrapped IS NULL",
                   {BytesView(investor.value)}, [&](const db::Row&) {
                     erased = true;
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  return erased;
}

}  // namespace guardline::spine
