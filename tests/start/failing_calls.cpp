// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/start/failing_calls.h"

#include <cerrno>
#include <cstdarg>
#include <cstddef>

#include <sys/syscall.h>

// No header that declares what is defined here: some declare it inline.
extern "C" long syscall(long number, ...);  // NOLINT

namespace guardline::test {
namespace {

thread_local unsigned armed = 0;
thread_local int left = 0;
thread_local bool failed = false;

bool fails(Call kind) {
  if ((armed >> static_cast<unsigned>(kind) & 1U) == 0 || failed) return false;
  if (left-- > 0) return false;
  failed = true;
  errno = EIO;
  return true;
}

constexpr int kHere = -100;  // AT_FDCWD

}  // namespace

FailingCall::FailingCall(std::initializer_list<Call> kinds, int n) {
  failed = false;
  left = n;
  armed = 0;
  for (const auto kind : kinds) armed |= 1U << static_cast<unsigned>(kind);
}
FailingCall::~FailingCall() { armed = 0; }
bool FailingCall::happened() const { return failed; }

}  // namespace guardline::test

#define GUARDLINE_OURS extern "C" __attribute__((visibility("default")))
using guardline::test::Call;
using guardline::test::fails;

GUARDLINE_OURS int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const auto mode = va_arg(rest, unsigned);  // rubbish where no file is made, and not looked at then
  va_end(rest);
  return fails(Call::open) ? -1 : static_cast<int>(syscall(SYS_openat, guardline::test::kHere, path, flags, mode));
}
GUARDLINE_OURS int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const auto mode = va_arg(rest, unsigned);
  va_end(rest);
  return fails(Call::open) ? -1 : static_cast<int>(syscall(SYS_openat, guardline::test::kHere, path, flags, mode));
}
GUARDLINE_OURS long write(int fd, const void* data, std::size_t size) {
  // Eight bytes wake a thread over an event's descriptor: that never fails, and no file here is as short.
  return size != 8 && fails(Call::write) ? -1 : syscall(SYS_write, fd, data, size);
}
GUARDLINE_OURS int fsync(int fd) { return fails(Call::fsync) ? -1 : static_cast<int>(syscall(SYS_fsync, fd)); }
GUARDLINE_OURS int fdatasync(int fd) { return fails(Call::fsync) ? -1 : static_cast<int>(syscall(SYS_fdatasync, fd)); }
GUARDLINE_OURS int rename(const char* from, const char* to) {
  return fails(Call::rename) ? -1 : static_cast<int>(syscall(SYS_rename, from, to));
}
GUARDLINE_OURS int mkdir(const char* path, unsigned mode) {
  return fails(Call::mkdir) ? -1 : static_cast<int>(syscall(SYS_mkdir, path, mode));
}
GUARDLINE_OURS int socket(int family, int type, int protocol) {
  return fails(Call::socket) ? -1 : static_cast<int>(syscall(SYS_socket, family, type, protocol));
}
GUARDLINE_OURS int bind(int fd, const void* address, unsigned size) {
  return fails(Call::bind) ? -1 : static_cast<int>(syscall(SYS_bind, fd, address, size));
}
GUARDLINE_OURS int listen(int fd, int backlog) {
  return fails(Call::listen) ? -1 : static_cast<int>(syscall(SYS_listen, fd, backlog));
}
