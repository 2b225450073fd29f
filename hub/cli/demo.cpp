// guardline-hub demo: invented data for trying the product out. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/demo/demo.h"

#include "hub/cli/commands.h"
#include "hub/cli/options.h"
#include "hub/demo/people.h"
#include "hub/setup/files.h"
#include "hub/setup/record.h"

#include <filesystem>
#include <iostream>

namespace guardline::cli {
namespace {

/// Names, numbers and mailboxes of the invented people, a line each: what a search for leaks looks for. Outside the
/// hub's folder, where such lists have no business.
Status list_people(const std::string& path, const demo::DemoSize& size) {
  std::string text;
  demo::People people(size.seed);
  for (std::size_t i = 0; i < size.investors; ++i) {
    const auto person = people.next();
    text += person.name + "\n" + person.phone + "\n" + person.email + "\n";
  }
  return setup::write_private(std::filesystem::absolute(path), as_bytes(text));
}

}  // namespace

int demo(Args args) {
  const auto options = read_options(args, {"investors", "messages", "seed", "people"});
  if (!options) return complain(options.error());
  if (options->plain.size() != 1)
    return complain(
        "usage: guardline-hub demo DIR [--investors N] [--messages M] [--seed S] [--people FILE]   (before serve)", 2);
  demo::DemoSize size;
  const auto investors = options->number("investors", 2000, 1);
  const auto messages = options->number("messages", 50'000, 0);
  const auto seed = options->number("seed", 1, 0);
  for (const auto* number : {&investors, &messages, &seed})
    if (!*number) return complain(number->error());
  size.investors = static_cast<std::size_t>(*investors);
  size.messages = static_cast<std::size_t>(*messages);
  size.seed = static_cast<std::uint64_t>(*seed);

  const std::filesystem::path folder(options->plain.front());
  const SystemClock clock;
  auto config = setup::load_config(folder / "hub.json");
  if (!config) return complain(config.error());
  auto keys = setup::load_keys(folder / "keys");
  if (!keys) return complain(keys.error());
  auto spine = setup::open_spine(setup::stores_of(folder, *config, *keys), *keys, clock);
  if (!spine) return complain(spine.error());
  const auto report = demo::fill(**spine, keys->pseudonym.view(), clock, size);
  if (!report) return complain(report.error());
  if (const auto people = options->get("people", ""); !people.empty()) {
    if (auto ok = list_people(people, size); !ok) return complain(ok.error());
  }
  std::cout << report->investors << " investors, " << report->messages << " messages, " << report->events
            << " events\n";
  return 0;
}

}  // namespace guardline::cli
