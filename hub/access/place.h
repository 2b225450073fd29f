// Where somebody signed in from, shortly. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guardline::access {

/// The network of an address as people tell it apart: "10.3.7.*", "2001:db8:1::*"; "" for what is none. Enough to see
/// that it was another branch; the host's own number is not kept. IPv4 inside IPv6 (RFC 4291, 2.5.5.2) counts as IPv4.
std::string short_place(std::string_view address);

}  // namespace guardline::access
