// What sign-in page and status bar say of this computer's local copy. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>

namespace guardline::ui {

/// In the language of the moment. Whoever knows the copy says it anew after each change, also of the language.
struct LocalCopyWords {
  /// Why nobody can read the copy now, in whole sentences; empty where this computer keeps none.
  QString why_not{};
  /// It is no fault of the moment: the lease is over, the copy is gone.
  bool over{false};
  std::size_t waiting{0};  ///< acts that wait for the hub, of anybody on this computer
  friend bool operator==(const LocalCopyWords&, const LocalCopyWords&) = default;
};

}  // namespace guardline::ui
