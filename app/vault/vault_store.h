// What the local copy holds: summaries of people that were opened or are followed. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/db/database.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::app {

/// Beyond a bound the least useful goes: people not followed first, by the time they were last opened; oldest entries.
struct VaultLimits {
  std::size_t people{500};
  std::size_t followed{100};
  std::size_t entries{100};           ///< of one person
  std::size_t text{65536};            ///< bytes of one summary; longer is refused
  Micros keep{std::chrono::days(7)};  ///< people not followed are forgotten so long after they were last opened
};

/// One summary. The store does not look into `body`; what it must find stands in `words`.
struct PersonCopy {
  InvestorId investor;
  std::string body;   ///< as it came from the hub (masked)
  std::string words;  ///< what a search finds: masked name, numbers, ids; folded by the store
  Timestamp as_of{};
  Timestamp opened_at{};
  bool followed{false};
};
struct EntryCopy {
  MessageId message;
  Timestamp planned_at{};
  std::string body;
  Timestamp as_of{};
};

/// Over the open vault; the vault's thread only. Errors of every call: corrupt (a page that fails its check: the vault
/// is broken from then on), io, exhausted (disk full), invalid_argument (no UTF-8, too long).
class VaultStore {
 public:
  VaultStore(std::unique_ptr<db::Database> database, VaultLimits limits);

  /// Brings the schema up to date. conflict: made by a later version.
  Status prepare();

  /// Adds or replaces; `followed` of a known person stays as it is.
  Status put(const PersonCopy& person);
  /// not_found: nobody of that id; exhausted: as many are followed as may be.
  Status follow(InvestorId investor, bool followed);
  /// Adds or replaces entries of a person that is there (not_found).
  Status put(InvestorId investor, const std::vector<EntryCopy>& entries);
  /// People not followed and not opened since `before` go, with their entries.
  Status forget(Timestamp before);

  /// Those that are followed first, then the others; each last opened first.
  Result<std::vector<PersonCopy>> people(std::size_t most);
  Result<std::optional<PersonCopy>> person(InvestorId investor);
  /// Newest first.
  Result<std::vector<EntryCopy>> entries(InvestorId investor, std::size_t most);
  /// People with `needle` somewhere in their words, last added first. Nothing for a blank needle.
  Result<std::vector<PersonCopy>> search(std::string_view needle, std::size_t most);
  [[nodiscard]] Result<std::size_t> count_people();
  [[nodiscard]] Result<std::size_t> count_followed();

  [[nodiscard]] db::Database& database() { return *database_; }
  [[nodiscard]] const VaultLimits& limits() const { return limits_; }

 private:
  Result<std::optional<std::int64_t>> row_of(InvestorId investor);
  Status trim_people();
  Status drop(std::int64_t row, BytesView investor);
  Result<std::size_t> count(std::string_view sql);
  Result<std::vector<PersonCopy>> read_people(std::string_view sql, std::initializer_list<db::Param> params);

  std::unique_ptr<db::Database> database_;
  VaultLimits limits_;
};

}  // namespace guardline::app
