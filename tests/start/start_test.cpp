// The hub's start fails half-way: it says why, lets go of everything, and starts once the fault is gone.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/start/failing_calls.h"
#include "tests/start/hub_folder.h"

#include <set>

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace guardline::test {
namespace {

using testing::HasSubstr;

class Starts : public HubFolder {
 protected:
  void settings(const std::function<void(setup::Config&)>& change) {
    auto config = setup::load_config(dir / "hub.json");
    ASSERT_TRUE(config);
    change(*config);
    ASSERT_TRUE(setup::save_config(dir / "hub.json", *config));
  }
  /// With something else in the file's place.
  std::string trouble_with(const std::filesystem::path& file, const std::string& text) {
    const auto before = read_file(dir / file);
    write_file(dir / file, text);
    ::chmod((dir / file).c_str(), 0600);
    auto said = trouble();
    write_file(dir / file, before);
    return said;
  }
  /// With a folder in the file's place.
  std::string trouble_with_folder(const std::filesystem::path& file) {
    const auto aside = folder.path() / "aside";
    const bool there = std::filesystem::exists(dir / file);
    if (there) std::filesystem::rename(dir / file, aside);
    std::filesystem::create_directories(dir / file / "inside");
    auto said = trouble();
    std::filesystem::remove_all(dir / file);
    if (there) std::filesystem::rename(aside, dir / file);
    return said;
  }
};

TEST_F(Starts, AndTellsItsPorts) {
  for (int round = 0; round < 2; ++round) {
    const auto hub = start();
    ASSERT_TRUE(hub) << hub.error().message;
    EXPECT_EQ(read_file(dir / "run" / "ops.port"), std::to_string((*hub)->ops_port()) + "\n");
    EXPECT_EQ(read_file(dir / "run" / "open.port"), std::to_string((*hub)->open_port()) + "\n");
  }
  EXPECT_FALSE(std::filesystem::exists(dir / "admin.sock"));
}

TEST_F(Starts, WithEachTableOutOfReachItSaysSoAndEndsCleanly) {
  ASSERT_EQ(trouble(), "");  // the parts make their tables at the first start
  std::set<std::string> refused;
  int tables = 0;
  without_each_table([&](const std::string& table) {
    ++tables;
    const auto hub = start();
    if (hub) return;
    refused.insert(table);
    EXPECT_NE(hub.error().message, "");
    EXPECT_NE(hub.error().code, ErrorCode::internal);
  });
  EXPECT_GT(refused.size(), 10U) << "of " << tables;
  EXPECT_EQ(trouble(), "");
  EXPECT_EQ(verify().code, 0) << "nothing of this has hurt the record";
}

TEST_F(Starts, NotOnFilesThatAreNone) {
  EXPECT_THAT(trouble_with("keys/tls.crt", "no certificate"), HasSubstr("TLS certificate"));
  EXPECT_THAT(trouble_with("keys/tls.crt", read_file(dir / "keys" / "device-ca.crt")), HasSubstr("TLS key"));
  EXPECT_NE(trouble_with("spine.db", "this is no store"), "");
  EXPECT_NE(trouble_with_folder("spine.db"), "");
  EXPECT_NE(trouble_with_folder("projections.db"), "");
  EXPECT_THAT(trouble_with_folder("admin.sock"), HasSubstr("admin socket"));
  EXPECT_THAT(trouble_with_folder("run/ops.port"), HasSubstr("ops.port"));
  EXPECT_THAT(trouble_with_folder("run/open.port"), HasSubstr("open.port"));
  std::filesystem::remove_all(dir / "run");
  write_file(dir / "run", "a file where a folder belongs");
  EXPECT_THAT(trouble(), HasSubstr("ops.port"));
  std::filesystem::remove(dir / "run");
  EXPECT_EQ(trouble(), "") << "the folder is made anew";
}

TEST_F(Starts, NotWherePortsAreTakenOrForeign) {
  const auto hub = start();
  ASSERT_TRUE(hub);
  const auto taken = (*hub)->open_port();
  const auto other = folder.path() / "other";
  ASSERT_EQ(init(other).code, 0);
  std::swap(dir, const_cast<std::filesystem::path&>(other));
  settings([&](auto& config) { config.ops.port = taken; });
  EXPECT_THAT(trouble(), HasSubstr(std::to_string(taken)));
  settings([&](auto& config) {
    config.ops.port = 0;
    config.open.port = taken;
  });
  EXPECT_THAT(trouble(), HasSubstr(std::to_string(taken)));
  settings([](auto& config) {
    config.open.port = 0;
    config.ops.host = "192.0.2.1";  // for documentation: nobody's
  });
  EXPECT_THAT(trouble(), HasSubstr("192.0.2.1"));
  settings([](auto& config) {
    config.ops.host = "127.0.0.1";
    config.open.host = "hub.example";
  });
  EXPECT_THAT(trouble(), HasSubstr("hub.example"));
  settings([](auto& config) { config.open.host = "127.0.0.1"; });
  EXPECT_EQ(trouble(), "");
}

TEST_F(Starts, NotWithAnAccountThatCantBe) {
  settings([](auto& config) {
    config.sms.push_back({"sms-main", "127.0.0.1", 1, "firm", "none.password", "95500", 4, true, "text", "text"});
  });
  EXPECT_THAT(trouble(), HasSubstr("none.password"));
  settings([](auto& config) {
    config.sms[0].password_file = "";
    config.mail.push_back(
        {"mail-main", "127.0.0.1", 1, "none", "", "", "", "notice@example.com", "firm", "bounce.example.com", 1, true});
    config.public_url = "https://hub.example";
    config.address = "hub.example:443";
  });
  std::filesystem::remove_all(dir / "mail-bounces");
  write_file(dir / "mail-bounces", "a file where a folder belongs");
  EXPECT_NE(trouble(), "") << "returned mail could not be read";
  std::filesystem::remove(dir / "mail-bounces");
  std::filesystem::create_directories(dir / "mail-bounces");
  EXPECT_EQ(trouble(), "") << "carriers that can't be reached are no reason not to start";
}

TEST_F(Starts, WhateverCallOfTheSystemFails) {
  ASSERT_EQ(trouble(), "");
  const auto sweep = [&](std::initializer_list<Call> kinds, int step) {
    int refused = 0;
    for (int n = 0;; n += step) {
      SCOPED_TRACE(n);
      const FailingCall call(kinds, n);
      const auto hub = start();
      if (!hub) {
        EXPECT_NE(hub.error().message, "");
        ++refused;
      }
      if (!call.happened()) {
        EXPECT_TRUE(hub);
        return refused;
      }
      if (n > 3000) break;
    }
    ADD_FAILURE() << "no end";
    return refused;
  };
  EXPECT_GE(sweep({Call::socket, Call::bind, Call::listen}, 1), 5);
  EXPECT_GE(sweep({Call::open, Call::rename}, 1), 10);
  EXPECT_GE(sweep({Call::fsync, Call::write}, 1), 3);
  EXPECT_EQ(trouble(), "");
  EXPECT_EQ(verify().code, 0);
}

}  // namespace
}  // namespace guardline::test
