// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/cli/local_client.h"

#include <memory>

#include <curl/curl.h>

namespace guardline::cli {
namespace {

struct Free {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t collect(char* data, std::size_t size, std::size_t count, void* to) {
  static_cast<std::string*>(to)->append(data, size * count);
  return size * count;
}

}  // namespace

Result<LocalAnswer> ask(const std::filesystem::path& folder, std::string_view method, std::string_view path,
                        std::string_view body, std::string_view idempotency_key) {
  const std::unique_ptr<CURL, Free> easy(curl_easy_init());
  if (!easy) return fail(ErrorCode::internal, "libcurl can't be started");
  const std::string socket = (folder / "admin.sock").string();
  const std::string url = "http://hub" + std::string(path);
  const std::string verb(method);
  LocalAnswer answer;
  std::unique_ptr<curl_slist, Free> headers;
  const auto header = [&](const std::string& line) {
    headers.reset(curl_slist_append(headers.release(), line.c_str()));
  };
  if (!body.empty()) header("Content-Type: application/json");
  if (!idempotency_key.empty()) header("Idempotency-Key: " + std::string(idempotency_key));
  header("Expect:");
  curl_easy_setopt(easy.get(), CURLOPT_UNIX_SOCKET_PATH, socket.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_CUSTOMREQUEST, verb.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT, 60L);
  curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, &answer.body);
  if (verb == "POST") {
    curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    curl_easy_setopt(easy.get(), CURLOPT_COPYPOSTFIELDS, std::string(body).c_str());
  }
  const auto done = curl_easy_perform(easy.get());
  if (done == CURLE_COULDNT_CONNECT) return fail(ErrorCode::unavailable, "no hub is running on this folder");
  if (done != CURLE_OK) return fail(ErrorCode::io, curl_easy_strerror(done));
  curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

}  // namespace guardline::cli
