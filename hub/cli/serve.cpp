// guardline-hub serve: the hub itself, until a signal ends it. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log.h"
#include "hub/cli/commands.h"
#include "hub/cli/options.h"
#include "hub/hub.h"

#include <csignal>
#include <filesystem>
#include <iostream>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace guardline::cli {
namespace {

/// Keys and opened messages are in this process's memory: it must not end up in a core file or under a debugger.
void harden() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

Status log_to(const std::filesystem::path& folder) try {
  constexpr std::size_t kBytes = 16U << 20U;
  constexpr std::size_t kFiles = 8;
  auto logger = spdlog::rotating_logger_mt("hub", (folder / "log" / "hub.log").string(), kBytes, kFiles);
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
  logger->flush_on(spdlog::level::info);
  spdlog::set_default_logger(std::move(logger));
  return {};
} catch (const spdlog::spdlog_ex& failure) {
  return fail(ErrorCode::io, std::string("the log can't be written: ") + failure.what());
}

}  // namespace

int serve(Args args) {
  const auto options = read_options(args, {});
  if (!options) return complain(options.error());
  if (options->plain.size() != 1) return complain("usage: guardline-hub serve DIR", 2);
  const std::filesystem::path folder(options->plain.front());
  if (!std::filesystem::exists(folder / "hub.json"))
    return complain("no hub in this folder: guardline-hub init DIR first");
  harden();

  // Blocked before any thread starts, so that every thread inherits it and only sigwait sees them.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  if (auto ok = log_to(folder); !ok) return complain(ok.error());  // makes its folder where it is missing
  const SystemClock clock;
  auto hub = Hub::start(folder, clock);
  if (!hub) {
    log::error("not started: {}", hub.error().message);
    return complain(hub.error());
  }
  std::cout << "{\"ops_port\":" << (*hub)->ops_port() << ",\"open_port\":" << (*hub)->open_port() << "}" << std::endl;
  int signal = 0;
  sigwait(&ends, &signal);
  log::info("ending on signal {}", signal);
  hub->reset();
  log::info("ended");
  return 0;
}

}  // namespace guardline::cli
