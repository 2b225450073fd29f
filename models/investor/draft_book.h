// What was begun to be written about investors and not saved yet. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"

#include <QString>
#include <map>
#include <optional>
#include <tuple>

namespace guardline::models {

/// Unsaved notes and calls by account, person and kind, so that nothing typed is lost when page, person or session
/// change, and nobody else finds it. In memory only, and apart from any page: whoever composes the program holds it.
/// GUI thread.
class DraftBook {
 public:
  static constexpr std::size_t kMost = 500;

  struct Place {
    QString account;
    QString investor;
    EntryKind kind{EntryKind::note};
    friend bool operator<(const Place& a, const Place& b) {
      return std::tie(a.account, a.investor, a.kind) < std::tie(b.account, b.investor, b.kind);
    }
  };
  struct Draft {
    QString text{};
    CallFacts call{};
    /// Of the wish that was told last and whose answer is not known; empty once the words have changed.
    std::string key{};
    friend bool operator==(const Draft&, const Draft&) = default;
  };

  /// An untouched one where there is none.
  [[nodiscard]] Draft draft(const Place& place) const;
  /// Something is written there.
  [[nodiscard]] bool begun(const Place& place) const { return drafts_.contains(place); }
  /// An untouched one is none. False: too many are open, it was not kept.
  bool keep(const Place& place, const Draft& draft);
  void drop(const Place& place) { drafts_.erase(place); }

 private:
  std::map<Place, Draft> drafts_;
};

}  // namespace guardline::models
