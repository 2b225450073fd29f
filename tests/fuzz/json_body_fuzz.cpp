// Feeds arbitrary bytes to the reader of request bodies. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/admin.h"
#include "core/api/enrolment.h"
#include "core/api/notice.h"
#include "core/api/session.h"
#include "core/api/stream.h"
#include "core/wire/codec.h"

#include <cstdlib>
#include <string_view>

namespace {

/// Whatever is read obeys its rules, so it survives being written and read again.
template <class T>
void one(std::string_view text) {
  const auto read = guardline::wire::from_json<T>(text);
  if (!read) {
    if (read.error().empty()) std::abort();
    return;
  }
  const auto written = guardline::wire::to_json(*read);
  const auto again = guardline::wire::from_json<T>(written);
  if (!again || guardline::wire::to_json(*again) != written) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  one<guardline::api::NoticeRequest>(text);
  one<guardline::api::EnrolmentRequest>(text);
  one<guardline::api::SessionRequest>(text);
  one<guardline::api::PollRequest>(text);
  one<guardline::api::AccountCreate>(text);
  one<guardline::api::Frame>(text);
  return 0;
}
