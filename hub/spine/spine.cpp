// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/spine.h"

#include "core/crypto/ed25519.h"
#include "core/crypto/random.h"
#include "hub/spine/commit_thread.h"
#include "hub/spine/draft_check.h"
#include "hub/spine/heads.h"
#include "hub/spine/schema.h"
#include "hub/spine/sql.h"

#include <array>
#include <thread>

namespace guardline::spine {
namespace {

constexpr std::uint16_t kMaxPartitions = 64;

class OpenSpine final : public Spine {
 public:
  OpenSpine(Stores stores, SpineMeta meta, const Clock& clock)
      : stores_(std::move(stores)), meta_(meta), clock_(clock) {}
  ~OpenSpine() override { OpenSpine::stop(); }

  void start(CommitSetup setup, std::unique_ptr<db::Database> database, KeyRing keys, BytesView chain_seed,
             crypto::Ed25519Signer signer, Leases leases) {
    // One signer for the daily head on the committer's own account, one for heads asked for.
    if (auto own = crypto::Ed25519Signer::from_seed(chain_seed)) signer_.emplace(std::move(*own));
    thread_ = std::make_unique<CommitThread>(std::move(setup), std::move(database), std::move(keys), std::move(signer),
                                             std::move(leases), signal_, clock_);
  }

  Committer& committer() override { return *thread_; }
  CommitSignal& signal() override { return signal_; }
  [[nodiscard]] const Stores& stores() const override { return stores_; }
  [[nodiscard]] Cursor beginning() const override { return {meta_.mark, meta_.partitions}; }
  [[nodiscard]] std::vector<Holding> holdings() const override { return thread_->holdings(); }
  [[nodiscard]] std::uint16_t partition_of(InvestorId investor) const override {
    return spine::partition_of(investor.value, meta_.partitions);
  }

  Result<std::int64_t> sign_head() override {
    std::int64_t number = 0;
    auto ok = thread_->run([&](db::Database& database, KeyRing&) -> Status {
      auto written = write_head(database, *signer_, meta_.mark, meta_.partitions, clock_.now());
      if (!written) return std::unexpected(written.error());
      number = *written;
      return {};
    });
    if (!ok) return std::unexpected(ok.error());
    return number;
  }

  Status scrub() override {
    return thread_->run([](db::Database& database, KeyRing&) { return scrub_keys(database); });
  }

  Status rotate_wrap_key(crypto::Secret next) override {
    if (next.size() != 32) return fail(ErrorCode::invalid_argument, "a wrapping key has 32 bytes");
    return thread_->run([&](db::Database& database, KeyRing& keys) -> Status {
      auto transaction = db::Transaction::begin(database);
      if (!transaction) return std::unexpected(transaction.error());
      if (auto ok = keys.rewrap(database, next); !ok) return ok;
      if (auto ok = transaction->commit(); !ok) return ok;
      keys.use(std::move(next));
      return scrub_keys(database);
    });
  }

  void stop() override {
    if (thread_) thread_->stop();
    signal_.close();
  }

 private:
  static Status scrub_keys(db::Database& database) {
    // The driver waits some seconds for readers in the middle of a snapshot; the callers of the committer wait with it.
    return database.scrub("data_key");
  }

  Stores stores_;
  SpineMeta meta_;
  const Clock& clock_;
  CommitSignal signal_;
  std::optional<crypto::Ed25519Signer> signer_;
  std::unique_ptr<CommitThread> thread_;
};

Status make_rows(db::Database& database, std::uint16_t partitions, Timestamp now) {
  auto transaction = db::Transaction::begin(database);
  if (!transaction) return std::unexpected(transaction.error());
  const auto mark = crypto::random_array<4>();
  std::int64_t number = 0;
  for (const auto byte : mark) number = number << 8 | byte;
  auto made = run_sql(database,
                      "INSERT INTO spine_meta (only_row, mark, partitions, made_at) VALUES (1, $1, $2, $3) "
                      "ON CONFLICT (only_row) DO NOTHING",
                      {number, std::int64_t{partitions}, to_micros(now)});
  if (!made) return std::unexpected(made.error());
  if (*made == 0) return fail(ErrorCode::conflict, "there is a spine here already");
  for (std::int64_t p = 0; p < partitions; ++p) {
    auto ok = do_sql(database,
                     "INSERT INTO lease (partition, epoch, owner, expires_at, next_seq) VALUES ($1, 0, '', 0, 1)", {p});
    if (!ok) return ok;
  }
  return transaction->commit();
}

/// Takes what is free; with a shared store and nothing free, tries again until `wait` is over.
Status take_leases(db::Database& database, Leases& leases, const Clock& clock, bool shared, Micros wait) {
  const auto until = clock.steady() + wait;
  for (;;) {
    if (auto ok = leases.refresh(database, clock.now()); !ok) return ok;
    if (!shared || !leases.owned().empty() || clock.steady() >= until) return {};
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

}  // namespace

Status Spine::init(const Stores& stores, std::uint16_t partitions, const Clock& clock) {
  if (partitions == 0 || partitions > kMaxPartitions) {
    return fail(ErrorCode::invalid_argument, "a spine has 1..64 partitions");
  }
  auto database = stores.open(Use::commit);
  if (!database) return std::unexpected(database.error());
  if (auto ok = migrate_spine(**database); !ok) return ok;
  if (auto ok = make_rows(**database, partitions, clock.now()); !ok) return ok;
  auto projections = stores.open(Use::project);
  if (!projections) return std::unexpected(projections.error());
  return migrate_projections(**projections);
}

Result<std::unique_ptr<Spine>> Spine::open(Stores stores, SpineKeys keys, const Clock& clock, SpineOptions options) {
  auto database = stores.open(Use::commit);
  if (!database) return std::unexpected(database.error());
  // Before the migrations: opening must not turn an empty store into half a spine.
  if (auto meta = read_meta(**database); !meta) return std::unexpected(meta.error());
  if (auto ok = migrate_spine(**database); !ok) return std::unexpected(ok.error());
  for (const auto& migration : options.migrations) {
    if (auto ok = migration(**database); !ok) return std::unexpected(ok.error());
  }
  const auto meta = read_meta(**database);
  if (!meta) return std::unexpected(meta.error());
  auto signer = crypto::Ed25519Signer::from_seed(keys.chain_seed.view());
  if (!signer) return std::unexpected(signer.error());
  if (keys.wrap.size() != 32) return fail(ErrorCode::invalid_argument, "a wrapping key has 32 bytes");
  KeyRing ring(std::move(keys.wrap));
  if (auto ok = ring.prepare(**database); !ok) return std::unexpected(ok.error());

  CommitSetup setup;
  setup.stores = stores;
  setup.meta = *meta;
  setup.owner = options.owner.empty() ? "hub-" + to_hex(crypto::random_array<8>()) : std::move(options.owner);
  setup.lease = options.lease;
  setup.shared = (*database)->dialect() == db::Dialect::postgres;
  setup.options = options.committer;
  auto ok = do_sql(**database,
                   "INSERT INTO commit_mark (owner, last_group) VALUES ($1, 0) ON CONFLICT (owner) DO UPDATE SET "
                   "last_group = 0",
                   {std::string_view(setup.owner)});
  if (!ok) return std::unexpected(ok.error());
  Leases leases(setup.owner, meta->partitions, options.lease, setup.shared);
  if (ok = take_leases(**database, leases, clock, setup.shared, options.takeover_wait); !ok) {
    return std::unexpected(ok.error());
  }
  auto spine = std::make_unique<OpenSpine>(std::move(stores), *meta, clock);
  spine->start(std::move(setup), std::move(*database), std::move(ring), keys.chain_seed.view(), std::move(*signer),
               std::move(leases));
  return spine;
}

std::vector<std::uint16_t> Spine::owned() const {
  std::vector<std::uint16_t> owned;
  for (const auto& holding : holdings()) owned.push_back(holding.partition);
  return owned;
}

Result<Reader> Spine::reader() const {
  auto database = stores().open(Use::read);
  if (!database) return std::unexpected(database.error());
  return Reader(std::move(*database));
}

}  // namespace guardline::spine
