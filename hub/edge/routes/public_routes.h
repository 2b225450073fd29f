// What investors and their mail programs may ask. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <string>

namespace guardline::inbox {
class Inbox;
}
namespace guardline::links {
class Tokens;
}
namespace guardline::receipts {
class Tracking;
}
namespace guardline::spine {
class Spine;
}

namespace guardline::edge {

class Router;

/// What these routes call; outlives the router.
struct PublicParts {
  const Clock& clock;
  inbox::Inbox& inbox;
  receipts::Tracking& tracking;
  const links::Tokens& tokens;
  std::string sender;  ///< the firm, as its letters name it
};

/// Pages, not API: HTML for people, so they stand in no OpenAPI document. All on the public listener.
///   GET  /o/{token}.gif            the picture; the same answer whatever the token
///   GET  /m/{token}                the letter: sender, title; ?lang=zh-CN|en, ?step=code shows the field for a code
///   POST /m/{token}/code           sends a one-time code
///   POST /m/{token}/read           code → the words, once
///   POST /m/{token}/again          pass → the words, in the other language's frame
///   POST /m/{token}/confirm        确认知晓
///   GET  /c/{place}/{token}        where a link of the words leads
///   POST /c/{place}/{token}        303 there, recorded
/// A GET changes nothing but the picture's, which leaves an engagement and moves no delivery.
void add_public_routes(Router& router, const PublicParts& parts);

/// For the local operator: POST /v1/admin/messages/{id}/end-links. `spine` outlives the router.
void add_link_routes(Router& router, spine::Spine& spine, const Clock& clock);

}  // namespace guardline::edge
