// A hub's folder, made and used inside the test's own process. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/cli/commands.h"
#include "hub/hub.h"
#include "hub/setup/record.h"
#include "tests/support/process.h"

#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace guardline::test {

/// What a command prints is kept here instead.
class Printed {
 public:
  Printed() : out_(std::cout.rdbuf(text_.rdbuf())), err_(std::cerr.rdbuf(text_.rdbuf())) {}
  ~Printed() {
    std::cout.rdbuf(out_);
    std::cerr.rdbuf(err_);
  }
  Printed(const Printed&) = delete;
  Printed& operator=(const Printed&) = delete;
  [[nodiscard]] std::string text() const { return text_.str(); }

 private:
  std::ostringstream text_;
  std::streambuf* out_;
  std::streambuf* err_;
};

struct Said {
  int code{-1};
  std::string text;  ///< both outputs
};
inline Said command(int (*run)(cli::Args), const std::vector<std::string>& words) {
  const Printed printed;
  const int code = run(words);
  return {code, printed.text()};
}

inline const std::vector<std::string> kFreePorts{"--ops", "127.0.0.1:0", "--open", "127.0.0.1:0", "--partitions", "2"};

/// `guardline-hub init` with free ports.
inline Said init(const std::filesystem::path& dir) {
  std::vector<std::string> words{dir.string()};
  words.insert(words.end(), kFreePorts.begin(), kFreePorts.end());
  return command(cli::init, words);
}

class HubFolder : public testing::Test {
 protected:
  HubFolder() : dir(folder.path() / "hub") {
    const auto made = init(dir);
    EXPECT_EQ(made.code, 0) << made.text;
  }

  Result<std::unique_ptr<Hub>> start() { return Hub::start(dir, clock); }
  /// Starts, and ends again; the error's text if it could not.
  std::string trouble() {
    const auto hub = start();
    return hub ? std::string() : hub.error().message;
  }
  Said verify() { return command(cli::verify, {dir.string()}); }

  /// Writes straight into a store: no hub may be running.
  void sql(spine::Use use, const std::string& text) {
    const auto database = stores().open(use);
    ASSERT_TRUE(database) << database.error().message;
    const auto done = (*database)->execute(text);
    EXPECT_TRUE(done) << text << ": " << done.error().message;
  }
  std::vector<std::string> tables(spine::Use use) {
    std::vector<std::string> names;
    const auto database = stores().open(use);
    if (!database) return names;
    const auto statement = (*database)->prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    if (!statement) return names;
    const auto ran = (*statement)->run(std::span<const db::Param>(), [&](const db::Row& row) {
      if (!row.text(0).starts_with("sqlite_")) names.emplace_back(row.text(0));
      return true;
    });
    EXPECT_TRUE(ran);
    return names;
  }
  /// `round(table)` with each table of both stores out of reach in turn.
  void without_each_table(const std::function<void(const std::string&)>& round) {
    for (const auto use : {spine::Use::commit, spine::Use::project}) {
      const auto names = tables(use);
      EXPECT_GT(names.size(), 3U);
      for (const auto& name : names) {
        SCOPED_TRACE(name);
        sql(use, "ALTER TABLE " + name + " RENAME TO out_of_reach");
        round(name);
        sql(use, "ALTER TABLE out_of_reach RENAME TO " + name);
      }
    }
  }

  SystemClock clock;
  TempFolder folder;
  std::filesystem::path dir;

 private:
  spine::Stores stores() {
    const auto config = setup::load_config(dir / "hub.json");
    const auto keys = setup::load_keys(dir / "keys");
    EXPECT_TRUE(config && keys);
    return setup::stores_of(dir, *config, *keys);
  }
};

}  // namespace guardline::test
