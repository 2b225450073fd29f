// guardline-hub: the notification backend. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/cli/commands.h"

#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <sys/stat.h>

int main(int argc, char** argv) {
  using namespace guardline::cli;
  ::umask(077);  // nothing that this program writes is for others
  const std::map<std::string, int (*)(Args), std::less<>> commands{
      {"init", init}, {"serve", serve}, {"rebuild", rebuild}, {"verify", verify}, {"demo", demo}, {"admin", admin}};
  const std::vector<std::string> args(argv + 1, argv + argc);
  const auto command = args.empty() ? commands.end() : commands.find(args.front());
  if (command == commands.end()) {
    std::cerr << "usage: guardline-hub init | serve | rebuild | verify | demo | admin DIR ...\n";
    return 2;
  }
  return command->second(Args(args).subspan(1));
}
