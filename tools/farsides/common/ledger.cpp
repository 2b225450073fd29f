// What the far side saw, line by line. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/common/ledger.h"

#include "core/base/time.h"
#include "core/crypto/digest.h"
#include "core/crypto/random.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <boost/json/serialize.hpp>
#include <fcntl.h>
#include <unistd.h>

namespace guardline::farside {

std::int64_t now_micros() { return to_micros(SystemClock().now()); }

Result<Ledger> Ledger::open(const std::string& path, Bytes salt) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return fail(ErrorCode::io, "the ledger can't be opened");
  if (salt.empty()) salt = crypto::random_bytes(16);
  return Ledger(fd, std::move(salt));
}

Ledger::Ledger(Ledger&& other) noexcept : fd_(std::exchange(other.fd_, -1)), salt_(std::move(other.salt_)) {}

Ledger::~Ledger() {
  if (fd_ >= 0) ::close(fd_);
}

bool Ledger::write(std::string_view event, boost::json::object fields) {
  boost::json::object line{{"at", now_micros()}, {"event", event}};
  for (auto& [key, value] : fields) line[key] = std::move(value);
  const std::string text = boost::json::serialize(line) + "\n";
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t n = ::write(fd_, text.data() + done, text.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    done += static_cast<std::size_t>(n);
  }
  return true;
}

std::string Ledger::pseudonym(std::string_view address) const {
  std::string text(address);
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return to_hex(crypto::sha256({salt_, as_bytes(text)}));
}

}  // namespace guardline::farside
