// The words and the address of one delivery, opened at the moment of sending. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/dispatch/content_source.h"
#include "hub/links/writer.h"
#include "hub/notices/investors.h"
#include "hub/notices/render.h"
#include "hub/notices/templates.h"
#include "hub/spine/sealing.h"

#include <map>
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

/// What a message said, opened for somebody who may read it; a link in it reads "[...]", a one-time code "******".
/// Errors: not_found (no words are kept), denied (the investor was erased), corrupt.
Result<std::vector<ChannelText>> open_message(spine::Opener& opener, MessageId message);
/// The same for several messages of one investor, in their order; empty where no words are kept. Errors: denied,
/// corrupt.
Result<std::vector<std::vector<ChannelText>>> open_messages(spine::Opener& opener, InvestorId investor,
                                                            std::span<const MessageId> messages);

/// Opens body and address per delivery. One thread (the dispatcher's).
class Content final : public dispatch::ContentSource {
 public:
  /// All outlive this; `database` is a reading connection of the spine's store. With `links` the words get what answers
  /// need: the address in the web inbox and the one-time code where the template asks for them, and mail an HTML form
  /// with followed links and, unless it is core risk or a code, the pixel.
  Content(db::Database& database, spine::Opener& opener, const links::Writer* links = nullptr)
      : database_(database), opener_(opener), links_(links) {}
  Result<dispatch::Opened> open(const spine::OutgoingWork& work) override;
  Result<Category> category(NoticeId notice) override;

 private:
  /// What of a notice is asked for at each of its deliveries.
  struct Known {
    Category category{};
    std::map<std::string, std::vector<std::string>> addresses;  ///< in the mail's words, by language
  };
  Result<const Known*> known(NoticeId notice);
  Status link(const spine::OutgoingWork& work, dispatch::Opened& words);

  db::Database& database_;
  spine::Opener& opener_;
  const links::Writer* links_;
  std::map<NoticeId, Known> known_;
};

}  // namespace guardline::notices
