// A database whose n-th access fails. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/database.h"
#include "core/db/text_hash.h"

#include <string>
#include <unordered_map>
#include <utility>

namespace guardline::db {
namespace {

// Counts accesses and breaks one of them, as a lost connection would: the transaction is gone, the caller gets an
// error.
class FaultPoint {
 public:
  FaultPoint(Database& inner, std::int64_t fail_at, std::int64_t* accesses)
      : inner_(inner), fail_at_(fail_at), accesses_(accesses != nullptr ? accesses : &own_count_) {}

  Status pass() {
    if (++*accesses_ != fail_at_) return {};
    inner_.rollback();
    return fail(ErrorCode::io, "injected fault at access " + std::to_string(fail_at_));
  }

 private:
  Database& inner_;
  std::int64_t fail_at_;
  std::int64_t own_count_{0};
  std::int64_t* accesses_;
};

class FaultStatement final : public Statement {
 public:
  FaultStatement(FaultPoint& point, Statement& inner) : point_(point), inner_(inner) {}

  Result<std::int64_t> run(std::span<const Param> params, const RowFn& on_row) override {
    if (auto ok = point_.pass(); !ok) return std::unexpected(ok.error());
    return inner_.run(params, on_row);
  }

 private:
  FaultPoint& point_;
  Statement& inner_;
};

class FaultDatabase final : public Database {
 public:
  FaultDatabase(std::unique_ptr<Database> inner, std::int64_t fail_at, std::int64_t* accesses)
      : inner_(std::move(inner)), point_(*inner_, fail_at, accesses) {}

  [[nodiscard]] Dialect dialect() const noexcept override { return inner_->dialect(); }

  Result<Statement*> prepare(std::string_view sql) override {
    if (auto ok = point_.pass(); !ok) return std::unexpected(ok.error());
    auto prepared = inner_->prepare(sql);
    if (!prepared) return prepared;
    auto& wrapped = statements_[std::string(sql)];
    if (!wrapped) wrapped = std::make_unique<FaultStatement>(point_, **prepared);
    return wrapped.get();
  }
  Status execute(std::string_view sql) override {
    if (auto ok = point_.pass(); !ok) return ok;
    return inner_->execute(sql);
  }
  Result<std::int64_t> run_batch(std::string_view sql, const Batch& batch, const RowFn& on_row) override {
    if (auto ok = point_.pass(); !ok) return std::unexpected(ok.error());
    return inner_->run_batch(sql, batch, on_row);
  }
  Status append(std::string_view table, const Batch& batch) override {
    if (auto ok = point_.pass(); !ok) return ok;
    return inner_->append(table, batch);
  }
  Status begin() override {
    if (auto ok = point_.pass(); !ok) return ok;
    return inner_->begin();
  }
  Status begin_read() override {
    if (auto ok = point_.pass(); !ok) return ok;
    return inner_->begin_read();
  }
  Status commit() override {
    if (auto ok = point_.pass(); !ok) return ok;
    return inner_->commit();
  }
  void rollback() noexcept override { inner_->rollback(); }
  [[nodiscard]] bool in_transaction() const noexcept override { return inner_->in_transaction(); }
  Status scrub(std::string_view table) override { return inner_->scrub(table); }
  Status checkpoint() override { return inner_->checkpoint(); }

 private:
  std::unique_ptr<Database> inner_;
  FaultPoint point_;
  std::unordered_map<std::string, std::unique_ptr<FaultStatement>, TextHash, std::equal_to<>> statements_;
};

}  // namespace

std::unique_ptr<Database> with_fault(std::unique_ptr<Database> inner, std::int64_t fail_at, std::int64_t* accesses) {
  return std::make_unique<FaultDatabase>(std::move(inner), fail_at, accesses);
}

}  // namespace guardline::db
