// The API's own description. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/router.h"

#include <string>
#include <string_view>

namespace guardline::edge {

/// An OpenAPI 3.1 document of every route of the ops and public listeners (those of the UNIX socket stay out), with the
/// schemas of core/api, as JSON text.
std::string openapi_document(const Router& router, std::string_view version);

}  // namespace guardline::edge
