// Programs that a test starts and ends. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace guardline::test {
namespace fs = std::filesystem;
namespace {

struct Started {
  pid_t pid;
  int out;
};

Started start(const std::vector<std::string>& words, bool with_errors) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  std::vector<char*> argv;
  for (const auto& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid < 0) throw std::runtime_error("fork");
  if (pid == 0) {
    ::dup2(ends[1], 1);
    if (with_errors) ::dup2(ends[1], 2);
    ::execvp(argv[0], argv.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  return {pid, ends[0]};
}

int wait_for(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TempFolder::TempFolder(bool readable_by_all) {
  std::string pattern = (fs::temp_directory_path() / "guardline-smtp-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  path_ = pattern;
  if (readable_by_all) fs::permissions(path_, static_cast<fs::perms>(0755));
}

TempFolder::~TempFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

Program::Program(const std::vector<std::string>& words) {
  const auto started = start(words, false);
  pid_ = started.pid;
  out_ = started.out;
}

Program::~Program() {
  if (pid_ > 0) {
    ::kill(pid_, SIGTERM);
    wait_for(pid_);
  }
  ::close(out_);
}

void Program::cut_off() {
  ::kill(pid_, SIGKILL);
  wait_for(std::exchange(pid_, -1));
}

std::string Program::first_line() {
  std::string line;
  char c = 0;
  while (::read(out_, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

Finished run_program(const std::vector<std::string>& words) {
  const auto started = start(words, true);
  Finished finished;
  char buffer[4096];
  ssize_t n = 0;
  while ((n = ::read(started.out, buffer, sizeof buffer)) > 0) finished.out.append(buffer, static_cast<std::size_t>(n));
  ::close(started.out);
  finished.code = wait_for(started.pid);
  return finished;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const fs::path& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
}

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

int free_port() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const raw = reinterpret_cast<sockaddr*>(&address);
  if (::bind(fd, raw, size) != 0 || ::getsockname(fd, raw, &size) != 0) throw std::runtime_error("no port");
  ::close(fd);
  return ntohs(address.sin_port);
}

}  // namespace guardline::test
