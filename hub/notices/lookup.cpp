// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/lookup.h"

#include "core/api/notice.h"
#include "core/crypto/digest.h"
#include "core/wire/codec.h"

#include <set>
#include <utility>

namespace guardline::notices {
namespace {

Status query(db::Database& database, std::string_view sql, std::initializer_list<db::Param> params,
             const db::RowFn& on_row) {
  auto statement = database.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  if (auto ok = (*statement)->run(params, on_row); !ok) return std::unexpected(ok.error());
  return {};
}

Result<std::vector<InvestorId>> ids(db::Database& database, std::string_view sql, const Digest& tag, std::size_t max) {
  std::vector<InvestorId> found;
  auto ok = query(database, sql, {BytesView(tag), static_cast<std::int64_t>(max)}, [&](const db::Row& row) {
    if (auto id = InvestorId::from_bytes(row.blob(0))) found.push_back(*id);
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  return found;
}

}  // namespace

Digest address_tag(BytesView pseudonym_key, std::string_view address) {
  return crypto::hmac_sha256(pseudonym_key, as_bytes(address));
}

Digest name_tag(BytesView pseudonym_key, std::string_view name) {
  // No address begins with a zero byte: a name and an address never have the same tag.
  std::string text("\0name\0", 6);
  text += name;
  return crypto::hmac_sha256(pseudonym_key, as_bytes(text));
}

Result<InvestorRow> read_investor(db::Database& database, InvestorId investor) {
  std::optional<InvestorRow> found;
  auto ok = query(database,
                  "SELECT tier, language, time_zone, marketing_consent, created_at, erased_at FROM investor WHERE "
                  "id = $1",
                  {investor.bytes()}, [&](const db::Row& row) {
                    found.emplace();
                    found->tier = row.text(0);
                    found->language = row.text(1);
                    found->time_zone = row.text(2);
                    found->marketing_consent = row.int64(3) != 0;
                    found->created_at = from_micros(row.int64(4));
                    found->erased = !row.is_null(5);
                    return true;
                  });
  if (!ok) return std::unexpected(ok.error());
  if (!found) return fail(ErrorCode::not_found, "no such investor");
  ok = query(database, "SELECT channel, valid, opted_out FROM contact_point WHERE investor = $1 ORDER BY channel",
             {investor.bytes()}, [&](const db::Row& row) {
               found->contacts.push_back({static_cast<Channel>(row.int64(0)), row.int64(1) != 0, row.int64(2) != 0});
               return true;
             });
  if (!ok) return std::unexpected(ok.error());
  return std::move(*found);
}

Result<std::vector<InvestorId>> find_by_address(db::Database& database, const Digest& tag, std::size_t max) {
  return ids(database, "SELECT DISTINCT investor FROM contact_point WHERE address_tag = $1 ORDER BY investor LIMIT $2",
             tag, max);
}

Result<std::vector<InvestorId>> find_by_name(db::Database& database, const Digest& tag, std::size_t max) {
  return ids(database, "SELECT investor FROM investor_name WHERE tag = $1 ORDER BY investor LIMIT $2", tag, max);
}

Result<InvestorId> investor_of(db::Database& database, MessageId message) {
  std::optional<InvestorId> found;
  auto ok = query(database, "SELECT investor FROM message WHERE id = $1", {message.bytes()}, [&](const db::Row& row) {
    found = InvestorId::from_bytes(row.blob(0));
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  if (!found) return fail(ErrorCode::not_found, "no such message");
  return *found;
}

Result<NoticeHead> read_notice_head(db::Database& database, NoticeId notice) {
  auto found = read_notice_heads(database, {&notice, 1});
  if (!found) return std::unexpected(found.error());
  if (found->empty()) return fail(ErrorCode::not_found, "no such notice");
  return std::move(found->begin()->second);
}

Result<std::unordered_map<NoticeId, NoticeHead>> read_notice_heads(db::Database& database,
                                                                   std::span<const NoticeId> notices) {
  const std::set<NoticeId> wanted(notices.begin(), notices.end());
  std::unordered_map<NoticeId, NoticeHead> found;
  db::Batch batch;
  batch.rows = wanted.size();
  batch.columns = {{"id", db::Type::blob, {}, {}, {}, {}}};
  for (const auto& id : wanted) batch.columns[0].bytes.push_back(as_text(id.bytes()));
  Status broken;
  auto ran = database.run_batch(
      "SELECT n.id, n.request FROM {rows} AS r JOIN notice AS n ON n.id = r.id", batch, [&](const db::Row& row) {
        auto request = wire::from_json<api::NoticeRequest>(row.text(1), {.max_bytes = 16U << 20U});
        const auto id = NoticeId::from_bytes(row.blob(0));
        if (request && id) {
          found[*id] = {std::move(request->template_), request->version, request->category};
        } else {
          broken = fail(ErrorCode::corrupt, "an accepted notice can't be read back");
        }
        return broken.has_value();
      });
  if (!ran) return std::unexpected(ran.error());
  if (!broken) return std::unexpected(broken.error());
  return found;
}

}  // namespace guardline::notices
