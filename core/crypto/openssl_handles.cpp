// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/openssl_handles.h"

#include <openssl/err.h>

namespace guardline::crypto {

void clear_openssl_errors() { ERR_clear_error(); }

std::unexpected<Error> openssl_failure(std::string_view what) {
  const unsigned long code = ERR_peek_last_error();
  const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  std::string message(what);
  message += ": ";
  message += reason == nullptr ? "OpenSSL failed" : reason;
  ERR_clear_error();
  return fail(ErrorCode::internal, std::move(message));
}

BioPtr read_bio(std::string_view text) { return BioPtr(BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))); }

std::string take_text(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

}  // namespace guardline::crypto
