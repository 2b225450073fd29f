// A hub's folder with something missing, wrong or full: each says what, and what was there stays.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/carriers.h"
#include "hub/setup/config.h"
#include "hub/setup/files.h"
#include "hub/setup/keys.h"
#include "hub/setup/listen.h"
#include "hub/setup/new_folder.h"
#include "tests/hub/house.h"

#include <csignal>
#include <fstream>

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace guardline::setup {
namespace {

using test::Folder;
using testing::HasSubstr;

void put(const std::filesystem::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  ::chmod(path.c_str(), 0600);
}

template <class T>
std::optional<ErrorCode> code_of(const Result<T>& result) {
  return result ? std::nullopt : std::optional(result.error().code);
}

/// No file grows beyond so many bytes while it lives, as on a disk that is full.
class NoRoom {
 public:
  explicit NoRoom(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    auto small = before_;
    small.rlim_cur = bytes;
    EXPECT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
  }
  ~NoRoom() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  NoRoom(const NoRoom&) = delete;
  NoRoom& operator=(const NoRoom&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int){};
};

TEST(BrokenFolder, AFileThatCantBeWrittenWholeLeavesTheOneBefore) {
  const Folder folder;
  const auto file = folder.path / "wrap.key";
  ASSERT_TRUE(write_private(file, Bytes(32, 1)));
  {
    const NoRoom none(10);
    const auto refused = write_private(file, Bytes(32, 2));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::io);
    EXPECT_THAT(refused.error().message, HasSubstr("wrap.key"));
  }
  EXPECT_EQ(read_private(file)->text(), std::string(32, '\1'));
  ASSERT_TRUE(write_private(file, Bytes(32, 2))) << "what the failure left is in nobody's way";
  EXPECT_EQ(read_private(file)->text(), std::string(32, '\2'));
}

TEST(BrokenFolder, AFolderInPlaceOfAFileIsNotReplaced) {
  const Folder folder;
  std::filesystem::create_directories(folder.path / "hub.json" / "inside");
  EXPECT_FALSE(write_private(folder.path / "hub.json", Bytes(3, 1)));
  EXPECT_TRUE(std::filesystem::exists(folder.path / "hub.json" / "inside"));
}

TEST(BrokenFolder, EachKeyThatIsMissingIsNamed) {
  const Folder folder;
  const SystemClock clock;
  const auto keys = folder.path / "keys";
  ASSERT_TRUE(make_keys(keys, {"127.0.0.1"}, clock));
  for (const auto* name : {"db.key", "wrap.key", "chain-sign.key", "pseudonym.key", "verp.key", "links.key",
                           "outbox.key", "vault.key", "device-ca.crt", "device-ca.key", "tls.key"}) {
    std::filesystem::rename(keys / name, folder.path / "aside");
    const auto gone = load_keys(keys);
    ASSERT_FALSE(gone) << name;
    EXPECT_EQ(gone.error().code, ErrorCode::not_found);
    EXPECT_THAT(gone.error().message, HasSubstr(name));
    std::filesystem::rename(folder.path / "aside", keys / name);
  }
  ASSERT_TRUE(load_keys(keys));
  for (const auto* name : {"outbox.key", "vault.key"}) {
    const auto whole = std::string(read_private(keys / name)->text());
    put(keys / name, "short");
    EXPECT_EQ(code_of(load_keys(keys)), ErrorCode::corrupt) << name;
    ::chmod((keys / name).c_str(), 0644);
    EXPECT_EQ(code_of(load_keys(keys)), ErrorCode::denied) << name;
    ::chmod((keys / name).c_str(), 0600);
    put(keys / name, whole);
  }
  const auto kept = std::string(read_private(keys / "device-ca.crt")->text());
  put(keys / "device-ca.crt", "no certificate");
  EXPECT_EQ(code_of(load_keys(keys)), ErrorCode::corrupt);
  put(keys / "device-ca.crt", kept);
  std::filesystem::copy_file(keys / "tls.key", keys / "device-ca.key",
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_EQ(code_of(load_keys(keys)), ErrorCode::corrupt) << "another certificate's key";
  EXPECT_EQ(code_of(make_keys(folder.path / "no" / "where", {"localhost"}, clock)), ErrorCode::conflict);
  EXPECT_EQ(code_of(make_keys(folder.path / "other", {"bad host"}, clock)), ErrorCode::invalid_argument);
  const NoRoom none(0);
  EXPECT_EQ(code_of(make_keys(folder.path / "third", {"localhost"}, clock)), ErrorCode::io);
}

TEST(BrokenFolder, APublicAddressIsAWebAddressWithoutAPath) {
  const Folder folder;
  const auto file = folder.path / "hub.json";
  const auto code = [&](std::string url) {
    Config config;
    config.name = "firm";
    config.public_url = std::move(url);
    EXPECT_TRUE(save_config(file, config));
    return code_of(load_config(file));
  };
  EXPECT_EQ(code("https://hub.example"), std::nullopt);
  EXPECT_EQ(code("http://127.0.0.1:7080"), std::nullopt);
  for (const auto* bad : {"hub.example", "ftp://hub.example", "https://", "https://hub.example/", "https://h/x",
                          "https://h?x", "https://h#x", "https://who@h"}) {
    EXPECT_EQ(code(bad), ErrorCode::invalid_argument) << bad;
  }
}

TEST(BrokenFolder, APlaceToListenIsAnAddressOfThisMachine) {
  Listen listen;
  listen.host = "127.0.0.1";
  listen.port = 7443;
  EXPECT_EQ(settled_port(listen), 7443) << "taken as it is";
  listen.port = 0;
  for (const auto* host : {"127.0.0.1", "localhost"}) {
    listen.host = host;
    const auto port = settled_port(listen);
    ASSERT_TRUE(port) << host;
    EXPECT_GT(*port, 0);
  }
  listen.host = "no host at all";
  EXPECT_EQ(code_of(settled_port(listen)), ErrorCode::invalid_argument);
  listen.host = "192.0.2.1";  // for documentation: nobody's
  EXPECT_EQ(code_of(settled_port(listen)), ErrorCode::invalid_argument);
}

TEST(BrokenFolder, ANewFolderTakesNobodysPlace) {
  const Folder folder;
  put(folder.path / "file", "mine");
  EXPECT_EQ(code_of(NewFolder::beside(folder.path / "file")), ErrorCode::conflict);
  EXPECT_EQ(code_of(NewFolder::beside(folder.path / "no" / "where")), ErrorCode::io);
  auto made = NewFolder::beside(folder.path / "hub/");
  ASSERT_TRUE(made);
  put(made->path() / "inside", "new");
  // Somebody comes first.
  std::filesystem::create_directory(folder.path / "hub");
  put(folder.path / "hub" / "letter", "theirs");
  EXPECT_EQ(code_of(made->put_in_place()), ErrorCode::conflict);
  EXPECT_EQ(read_private(folder.path / "hub" / "letter")->text(), "theirs");
  std::filesystem::remove_all(folder.path / "hub");
  put(folder.path / "hub", "a file");
  EXPECT_EQ(code_of(made->put_in_place()), ErrorCode::conflict);
  std::filesystem::remove(folder.path / "hub");
  EXPECT_TRUE(made->put_in_place());
  EXPECT_EQ(read_private(folder.path / "hub" / "inside")->text(), "new");
}

TEST(BrokenFolder, EachWordOfAnAccountIsTakenAndNoOther) {
  const Folder folder;
  const SystemClock clock;
  ASSERT_TRUE(make_keys(folder.path / "keys", {"127.0.0.1"}, clock));
  const auto keys = load_keys(folder.path / "keys");
  ASSERT_TRUE(keys);
  Config config;
  config.sms.push_back({"sms-main", "127.0.0.1", 2775, "firm", "", "95500", 16, true, "text", "text"});
  const auto code = [&] { return code_of(make_carriers(folder.path, config, *keys, clock)); };
  for (const auto* word : {"text", "hexadecimal", "decimal", "automatic"}) {
    config.sms[0].answer_ids = config.sms[0].receipt_ids = word;
    EXPECT_EQ(code(), std::nullopt) << word;
  }
  config.sms[0].answer_ids = "roman";
  EXPECT_EQ(code(), ErrorCode::invalid_argument);
  config.sms[0].answer_ids = "text";
  config.sms[0].window = 0;
  EXPECT_EQ(code(), ErrorCode::invalid_argument) << "nothing could ever be sent";
  config.sms.clear();
  config.mail.push_back(
      {"mail-main", "127.0.0.1", 25, "none", "", "", "", "notice@example.com", "firm", "bounce.example.com", 2, true});
  for (const auto* word : {"none", "starttls", "implicit"}) {
    config.mail[0].tls = word;
    EXPECT_EQ(code(), std::nullopt) << word;
  }
  config.mail[0].host = "";
  EXPECT_EQ(code(), ErrorCode::invalid_argument);
}

}  // namespace
}  // namespace guardline::setup
