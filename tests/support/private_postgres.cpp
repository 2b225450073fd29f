// Starts and stops the test program's PostgreSQL. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/private_postgres.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace guardline::test_support {
namespace {

// The supervisor: makes the cluster, runs the server, and reads its input until the test program has gone (the pipe
// then closes, whatever ended the program). $1 folder, $2 programs, the rest is put before each command to change the
// user.
constexpr const char* kSupervisor = R"sh(
trap '' INT TERM HUP PIPE
dir=$1 bin=$2; shift 2
"$@" "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/log" 2>&1 || { read -r _; rm -rf "$dir"; exit 1; }
"$@" "$bin/postgres" -D "$dir/data" -c listen_addresses= -c unix_socket_directories="$dir" -c fsync=off \
  -c max_wal_size=4GB >>"$dir/log" 2>&1 </dev/null &
server=$!
read -r _
kill -INT "$server"
wait "$server"
rm -rf "$dir"
)sh";

class Server {
 public:
  Server() = default;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() {
    if (pipe_ >= 0) ::close(pipe_);
    if (supervisor_ > 0 && owner_ == ::getpid()) {
      int status = 0;
      while (::waitpid(supervisor_, &status, 0) < 0 && errno == EINTR) {
      }
    }
  }

  Result<std::string> start() {
    std::string folder = "/tmp/guardline-pg-XXXXXX";
    if (::mkdtemp(folder.data()) == nullptr) return fail(ErrorCode::io, "no temporary folder");
    std::vector<std::string> command{
        "/bin/sh", "-c", kSupervisor, "guardline-postgres", folder, "/usr/lib/postgresql/15/bin"};
    if (::geteuid() == 0) {
      // The server refuses to run as root.
      const auto* user = ::getpwnam("postgres");
      if (user == nullptr || ::chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0) {
        return fail(ErrorCode::io, "no user postgres");
      }
      for (const auto* word : {"setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"}) {
        command.emplace_back(word);
      }
    } else {
      command.emplace_back("env");
    }
    if (auto ok = launch(command); !ok) return std::unexpected(ok.error());
    return wait_ready("host=" + folder + " user=postgres dbname=postgres", folder);
  }

 private:
  Status launch(std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (auto& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return fail(ErrorCode::io, "no pipe");
    owner_ = ::getpid();
    supervisor_ = ::fork();
    if (supervisor_ == 0) {
      ::setsid();
      ::dup2(ends[0], STDIN_FILENO);
      // Whoever reads this program's output must not wait for the server.
      const int nowhere = ::open("/dev/null", O_WRONLY);
      ::dup2(nowhere, STDOUT_FILENO);
      ::dup2(nowhere, STDERR_FILENO);
      ::execv(arguments[0], arguments.data());
      ::_exit(127);
    }
    ::close(ends[0]);
    pipe_ = ends[1];
    return supervisor_ > 0 ? Status{} : fail(ErrorCode::io, "no process");
  }

  static Result<std::string> wait_ready(std::string conninfo, const std::string& folder) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(90);
    while (PQping(conninfo.c_str()) != PQPING_OK) {
      if (std::chrono::steady_clock::now() > until) {
        std::stringstream log;
        log << std::ifstream(folder + "/log").rdbuf();
        return fail(ErrorCode::unavailable, "PostgreSQL 15 does not start: " + log.str());
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return conninfo;
  }

  int pipe_{-1};
  pid_t supervisor_{-1};
  pid_t owner_{-1};
};

std::string unused_name() {
  static std::atomic<int> count{0};
  static const auto run = std::random_device{}();
  return "test_" + std::to_string(run) + "_" + std::to_string(++count);
}

}  // namespace

Result<std::string> postgres_conninfo() {
  if (const char* given = std::getenv("GUARDLINE_TEST_PG"); given != nullptr && *given != '\0') return given;
  static Server server;
  static const auto conninfo = server.start();
  return conninfo;
}

Result<db::PostgresOptions> fresh_postgres() {
  auto conninfo = postgres_conninfo();
  if (!conninfo) return std::unexpected(conninfo.error());
  return db::PostgresOptions{*conninfo, unused_name()};
}

}  // namespace guardline::test_support
