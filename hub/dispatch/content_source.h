// What the dispatcher asks of those who know the words and the people. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/notice.h"
#include "hub/spine/submission.h"

#include <string>

namespace guardline::dispatch {

/// Address and words of one delivery, in the clear: kept only as long as the hand-over takes.
struct Opened {
  std::string address;
  std::string title;
  std::string body;
  std::string language;
  std::string html{};  ///< for mail; empty = plain text only
};

/// Called on the dispatcher's thread only.
class ContentSource {
 public:
  virtual ~ContentSource() = default;
  /// Errors: denied (the investor was erased), not_found (no address or no words for the channel), corrupt, io.
  virtual Result<Opened> open(const spine::OutgoingWork& work) = 0;
  /// not_found for an unknown notice.
  virtual Result<Category> category(NoticeId notice) = 0;
};

}  // namespace guardline::dispatch
