// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/program.h"

#include <cerrno>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace guardline::test {
namespace {

struct Pipe {
  Pipe() {
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close(int end) {
    if (ends[end] >= 0) ::close(std::exchange(ends[end], -1));
  }
  int ends[2]{-1, -1};
};

pid_t spawn(const std::vector<std::string>& words, int in, int out, int err) {
  std::vector<char*> argv;
  for (const auto& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  if (err >= 0) posix_spawn_file_actions_adddup2(&actions, err, 2);
  pid_t pid = -1;
  const int failed = ::posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("can't start " + words[0]);
  return pid;
}

int code_of(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool append(int fd, std::string& to) {
  char buffer[4096];
  const auto got = ::read(fd, buffer, sizeof buffer);
  if (got > 0) to.append(buffer, static_cast<std::size_t>(got));
  return got > 0;
}

}  // namespace

Finished run(const std::vector<std::string>& words, const std::string& input) {
  Pipe in;
  Pipe out;
  Pipe err;
  const auto pid = spawn(words, in.ends[0], out.ends[1], err.ends[1]);
  in.close(0);
  out.close(1);
  err.close(1);
  // Inputs here are shorter than a pipe's buffer.
  if (!input.empty() && ::write(in.ends[1], input.data(), input.size()) < 0 && errno != EPIPE)
    throw std::runtime_error("can't write to " + words[0]);
  in.close(1);
  Finished done;
  pollfd fds[2]{{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}};
  while (fds[0].fd >= 0 || fds[1].fd >= 0) {
    if (::poll(fds, 2, -1) < 0 && errno != EINTR) break;
    if (fds[0].fd >= 0 && fds[0].revents != 0 && !append(fds[0].fd, done.out)) fds[0].fd = -1;
    if (fds[1].fd >= 0 && fds[1].revents != 0 && !append(fds[1].fd, done.err)) fds[1].fd = -1;
  }
  done.code = code_of(pid);
  return done;
}

Finished hub(std::vector<std::string> words, const std::string& input) {
  words.insert(words.begin(), GUARDLINE_HUB);
  return run(words, input);
}

Serving::Serving(const std::filesystem::path& folder) {
  Pipe in;
  Pipe out;
  pid_ = spawn({GUARDLINE_HUB, "serve", folder.string()}, in.ends[0], out.ends[1], -1);
  out.close(1);
  while (ready_.find('\n') == std::string::npos && append(out.ends[0], ready_)) {
  }
  out_ = std::exchange(out.ends[0], -1);
}

Serving::~Serving() {
  if (pid_ > 0) end(SIGKILL);
  ::close(out_);
}

int Serving::end(int signal) {
  ::kill(pid_, signal);
  return code_of(std::exchange(pid_, -1));
}

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace guardline::test
