// The words and the address of one delivery, opened at the moment of sending. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/dispatch/content_source.h"
#include "hub/notices/investors.h"
#include "hub/notices/render.h"
#include "hub/notices/templates.h"
#include "hub/spine/sealing.h"

#include <string>
#include <vector>

namespace guardline::notices {

/// What a message says on one channel.
struct ChannelText {
  Channel channel{};
  std::string title;
  std::string body;
};

/// Renders all channels of a message and packs them as the text that is sealed (JSON). Channels without words are left
/// out.
Result<std::string> pack_message(const std::vector<TemplateText>& variants, std::span<const Channel> channels,
                                 std::string_view language, const Variables& values);

/// What a message said, opened for somebody who may read it. Errors: not_found (no words are kept), denied (the
/// investor was erased), corrupt.
Result<std::vector<ChannelText>> open_message(spine::Opener& opener, MessageId message);

/// Opens body and address per delivery. One thread (the dispatcher's).
class Content final : public dispatch::ContentSource {
 public:
  /// Both outlive this; `database` is a reading connection of the spine's store.
  Content(db::Database& database, spine::Opener& opener) : database_(database), opener_(opener) {}
  Result<dispatch::Opened> open(const spine::OutgoingWork& work) override;
  Result<Category> category(NoticeId notice) override;

 private:
  db::Database& database_;
  spine::Opener& opener_;
};

}  // namespace guardline::notices
