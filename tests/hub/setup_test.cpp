// The hub's folder: keys, settings, passwords. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/carriers.h"
#include "hub/setup/config.h"
#include "hub/setup/files.h"
#include "hub/setup/keys.h"
#include "tests/hub/house.h"

#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace guardline::setup {
namespace {

using test::Folder;
using testing::HasSubstr;

mode_t mode_of(const std::filesystem::path& path) {
  struct stat info {};
  EXPECT_EQ(::lstat(path.c_str(), &info), 0) << path;
  return info.st_mode & 07777;
}

void put(const std::filesystem::path& path, std::string_view text, mode_t mode = 0600) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  ::chmod(path.c_str(), mode);
}

class KeysInAFolder : public testing::Test {
 protected:
  KeysInAFolder() : keys(folder.path / "keys") {
    const auto made = make_keys(keys, {"127.0.0.1", "localhost"}, clock);
    EXPECT_TRUE(made) << made.error().message;
  }
  SystemClock clock;
  Folder folder;
  std::filesystem::path keys;
};

TEST_F(KeysInAFolder, AreForTheirOwnerOnly) {
  EXPECT_EQ(mode_of(keys), 0700U);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(keys)) {
    EXPECT_EQ(mode_of(entry.path()), 0600U) << entry.path();
    ++files;
  }
  EXPECT_EQ(files, 12U) << "eight raw keys, two of the authority, two of the listener, nothing left over";
}

TEST_F(KeysInAFolder, CanBeLoadedAndDiffer) {
  const auto loaded = load_keys(keys);
  ASSERT_TRUE(loaded) << loaded.error().message;
  std::vector<std::string> raw;
  for (const auto* key : {&loaded->database, &loaded->wrap, &loaded->chain_seed, &loaded->pseudonym, &loaded->verp}) {
    EXPECT_EQ(key->size(), 32U);
    raw.emplace_back(key->text());
  }
  std::ranges::sort(raw);
  EXPECT_EQ(std::ranges::adjacent_find(raw), raw.end());
}

TEST_F(KeysInAFolder, AreNeverMadeOverOthers) {
  const auto before = load_keys(keys);
  const auto again = make_keys(keys, {"127.0.0.1"}, clock);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::conflict);
  const auto after = load_keys(keys);
  ASSERT_TRUE(before && after);
  EXPECT_EQ(before->database.text(), after->database.text());
}

TEST_F(KeysInAFolder, OpenToOthersAreRefused) {
  for (const auto* name : {"db.key", "wrap.key", "chain-sign.key", "pseudonym.key", "verp.key", "links.key",
                           "outbox.key", "vault.key", "device-ca.key", "tls.key"})
    for (const mode_t mode : {0640U, 0604U, 0660U}) {
      ::chmod((keys / name).c_str(), mode);
      const auto refused = load_keys(keys);
      ASSERT_FALSE(refused) << name;
      EXPECT_EQ(refused.error().code, ErrorCode::denied);
      EXPECT_THAT(refused.error().message, HasSubstr(name));
      ::chmod((keys / name).c_str(), 0600);
    }
  EXPECT_TRUE(load_keys(keys));
}

TEST_F(KeysInAFolder, OfTheWrongLengthOrFormAreRefused) {
  for (const auto length : {0U, 31U, 33U, 64U}) {
    put(keys / "wrap.key", std::string(length, 'x'));
    const auto refused = load_keys(keys);
    ASSERT_FALSE(refused) << length;
    EXPECT_EQ(refused.error().code, ErrorCode::corrupt);
    EXPECT_THAT(refused.error().message, HasSubstr("wrap.key"));
  }
  put(keys / "wrap.key", std::string(32, 'x'));
  put(keys / "tls.key", "-----BEGIN PRIVATE KEY-----\nnothing\n-----END PRIVATE KEY-----\n");
  EXPECT_FALSE(load_keys(keys));
  std::filesystem::remove(keys / "tls.key");
  const auto gone = load_keys(keys);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::not_found);
}

TEST_F(KeysInAFolder, ALinkInPlaceOfAKeyIsRefused) {
  std::filesystem::rename(keys / "db.key", folder.path / "elsewhere");
  std::filesystem::create_symlink(folder.path / "elsewhere", keys / "db.key");
  EXPECT_FALSE(load_keys(keys));
}

TEST_F(KeysInAFolder, OneKeyCanBeReplaced) {
  ASSERT_TRUE(replace_key(keys / "wrap.key", Bytes(32, 0x5A)));
  const auto loaded = load_keys(keys);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(loaded->wrap.text(), std::string(32, '\x5A'));
  EXPECT_EQ(mode_of(keys / "wrap.key"), 0600U);
  EXPECT_FALSE(std::filesystem::exists(keys / "wrap.key.new"));
}

TEST(PrivateFiles, AreWrittenWholeOverWhatAnInterruptedWriteLeft) {
  const Folder folder;
  put(folder.path / "a.new", "half", 0644);
  ASSERT_TRUE(write_private(folder.path / "a", as_bytes(std::string_view("whole"))));
  EXPECT_EQ(mode_of(folder.path / "a"), 0600U);
  const auto read = read_private(folder.path / "a");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text(), "whole");
  EXPECT_FALSE(std::filesystem::exists(folder.path / "a.new"));
}

TEST(PrivateFiles, HaveABoundAndAreFiles) {
  const Folder folder;
  put(folder.path / "long", std::string((1U << 20U) + 1, 'x'));
  EXPECT_EQ(read_private(folder.path / "long").error().code, ErrorCode::corrupt);
  EXPECT_EQ(read_private(folder.path / "none").error().code, ErrorCode::not_found);
  EXPECT_FALSE(read_private(folder.path));
  EXPECT_FALSE(write_private(folder.path / "no" / "where", {}));
}

Config example() {
  Config config;
  config.name = "示例证券";
  config.sms.push_back(
      {"sms-main", "127.0.0.1", 2775, "firm", "sms.password", "95500", 16, true, "hexadecimal", "decimal"});
  config.mail.push_back({"mail-main", "127.0.0.1", 25, "none", "", "", "", "notice@example.com", "示例证券",
                         "bounce.example.com", 2, true});
  return config;
}

TEST(Settings, ComeBackAsTheyWereSaved) {
  const Folder folder;
  const auto file = folder.path / "hub.json";
  ASSERT_TRUE(save_config(file, example()));
  EXPECT_EQ(mode_of(file), 0600U);
  const auto loaded = load_config(file);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(loaded->name, "示例证券");
  ASSERT_EQ(loaded->sms.size(), 1U);
  EXPECT_EQ(loaded->sms[0].receipt_ids, "decimal");
  EXPECT_TRUE(loaded->mail.at(0).success_reports);
}

TEST(Settings, FaultsNameTheirPlaces) {
  const Folder folder;
  const auto file = folder.path / "hub.json";
  ASSERT_TRUE(save_config(file, example()));
  std::string text(read_private(file)->text());
  const auto with = [&](std::string_view from, std::string_view to) {
    auto changed = text;
    const auto at = changed.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    changed.replace(at, from.size(), to);
    put(file, changed);
    auto refused = load_config(file);
    EXPECT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_argument);
    return refused.error().message;
  };
  EXPECT_THAT(with("2775", "70000"), HasSubstr("/sms/0/port"));
  EXPECT_THAT(with("notice@example.com", "nobody"), HasSubstr("/mail/0/from_address"));
  EXPECT_THAT(with("\"schema\"", "\"schemata\""), HasSubstr("/schema"));
  EXPECT_THAT(with("{", "["), HasSubstr("hub.json"));
  ::chmod(file.c_str(), 0644);
  EXPECT_EQ(load_config(file).error().code, ErrorCode::denied);
  EXPECT_EQ(load_config(folder.path / "none.json").error().code, ErrorCode::not_found);
}

class CarriersFromSettings : public KeysInAFolder {
 protected:
  CarriersFromSettings() { put(keys / "sms.password", "hunter2\n"); }
  auto make(const Config& config) { return make_carriers(folder.path, config, *load_keys(keys), clock); }
};

TEST_F(CarriersFromSettings, StandInTheirOrder) {
  const auto made = make(example());
  ASSERT_TRUE(made) << made.error().message;
  ASSERT_EQ(made->size(), 2U);
  EXPECT_EQ((*made)[0]->id(), "sms-main");
  EXPECT_EQ((*made)[0]->channel(), Channel::sms);
  EXPECT_EQ((*made)[0]->window(), 16U);
  EXPECT_EQ((*made)[1]->channel(), Channel::email);
}

TEST_F(CarriersFromSettings, TakePasswordsFromClosedFilesOfTheKeysFolderOnly) {
  ::chmod((keys / "sms.password").c_str(), 0644);
  EXPECT_EQ(make(example()).error().code, ErrorCode::denied);
  std::filesystem::remove(keys / "sms.password");
  EXPECT_EQ(make(example()).error().code, ErrorCode::not_found);
  put(folder.path / "outside", "hunter2");
  auto config = example();
  config.sms[0].password_file = "../outside";
  EXPECT_EQ(make(config).error().code, ErrorCode::invalid_argument);
}

TEST_F(CarriersFromSettings, NameTheAccountThatIsWrong) {
  auto config = example();
  config.sms[0].receipt_ids = "roman";
  EXPECT_THAT(make(config).error().message, HasSubstr("sms-main"));
  config = example();
  config.mail[0].tls = "maybe";
  const auto refused = make(config);
  EXPECT_THAT(refused.error().message, HasSubstr("mail-main"));
  EXPECT_EQ(refused.error().code, ErrorCode::invalid_argument);
  config = example();
  config.mail[0].password_file = "mail.password";
  config.mail[0].user = "firm";
  EXPECT_EQ(make(config).error().code, ErrorCode::not_found);
}

TEST_F(CarriersFromSettings, EachRelayHasItsReturnedMail) {
  const auto watches = bounce_configs(folder.path, example(), *load_keys(keys));
  ASSERT_EQ(watches.size(), 1U);
  EXPECT_EQ(watches[0].maildir, (folder.path / "mail-bounces" / "mail-main").string());
  EXPECT_EQ(watches[0].carrier, "mail-main");
}

}  // namespace
}  // namespace guardline::setup
