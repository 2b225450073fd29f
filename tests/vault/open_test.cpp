// Opening the vault: the right key by another program, and every way it is refused. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "app/vault/files.h"
#include "app/vault/local_thread.h"
#include "app/vault/vault_key.h"
#include "core/crypto/random.h"
#include "tests/vault/room.h"

#include <filesystem>
#include <fstream>
#include <random>

#include <sys/stat.h>

namespace guardline::app {
namespace {

using guardline::test::read_file;
using guardline::test::run_program;
using guardline::test::write_file;
using models::VaultTrouble;
using test::secrets;

class OpeningAVault : public test::VaultRoom {};

TEST_F(OpeningAVault, TheRightKeyOpensItForTheSqlcipherProgramToo) {
  fill();
  const auto header = read_header(as_bytes(read_file(place.head())));
  ASSERT_TRUE(header);
  const auto key = unwrap_vault_key(*header, secrets());
  ASSERT_TRUE(key);
  const auto ask = [&](const std::string& hex) {
    write_file(folder.path() / "ask.sql", "PRAGMA key = \"x'" + hex +
                                              "'\";\nSELECT count(*) FROM person;\nSELECT words FROM person WHERE id = "
                                              "1;\nPRAGMA cipher_integrity_check;\n");
    return run_program({"bash", "-c", "sqlcipher -batch " + database() + " < " + folder.file("ask.sql")}).out;
  };
  EXPECT_EQ(ask(to_hex(key->view())), "ok\n60\n周0* 139****7000\n");
  EXPECT_NE(ask(std::string(64, '0')).find("file is not a database"), std::string::npos);
}

TEST_F(OpeningAVault, EachOfTheThreeSecretsIsNeeded) {
  fill();
  EXPECT_EQ(trouble(), std::nullopt);
  EXPECT_EQ(trouble(secrets("another password")), VaultTrouble::wrong_key);
  EXPECT_EQ(trouble(secrets("a long enough password", 3, 2)), VaultTrouble::wrong_key);
  EXPECT_EQ(trouble(secrets("a long enough password", 1, 3)), VaultTrouble::wrong_key);
  EXPECT_EQ(trouble(), std::nullopt) << "a wrong try changes nothing";
}

TEST_F(OpeningAVault, NothingStandsThereInTheClear) {
  fill();
  for (const auto& entry : std::filesystem::directory_iterator(place.folder)) {
    const auto content = read_file(entry.path());
    for (const auto* canary : {"周", "139****", "SQLite format", "CREATE TABLE", "a long enough"}) {
      EXPECT_EQ(content.find(canary), std::string::npos) << entry.path() << canary;
    }
  }
  struct stat info {};
  ASSERT_EQ(::stat(place.folder.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700U);
  ASSERT_EQ(::stat(place.head().c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST_F(OpeningAVault, AbsentIsNotDamaged) {
  EXPECT_EQ(trouble(), VaultTrouble::absent);
  fill();
  std::filesystem::remove(place.head());
  EXPECT_EQ(trouble(), VaultTrouble::corrupt) << "a database without its header";
}

TEST_F(OpeningAVault, ADatabaseInTheClearIsNotRead) {
  fill();
  Vault::destroy({place.folder, "other"}).value();
  const auto head = read_file(place.head());
  std::filesystem::remove(database());
  ASSERT_EQ(run_program({"python3", "-c",
                         "import sqlite3,sys;c=sqlite3.connect(sys.argv[1]);c.execute('create table person(a)');"
                         "c.commit()",
                         database()})
                .code,
            0);
  EXPECT_EQ(trouble(), VaultTrouble::not_encrypted);
  EXPECT_EQ(read_file(place.head()), head);
}

TEST_F(OpeningAVault, OtherFormatsHaveTheirOwnAnswer) {
  fill();
  const auto header = read_header(as_bytes(read_file(place.head())));
  ASSERT_TRUE(header);
  const auto put = [&](std::uint16_t format) {
    const auto bytes = write_header(*header, format);
    write_file(place.head(), as_text(bytes));
  };
  put(0);
  EXPECT_EQ(trouble(), VaultTrouble::older_format);
  put(kVaultFormat + 1);
  EXPECT_EQ(trouble(), VaultTrouble::newer_format);
  put(kVaultFormat);
  EXPECT_EQ(trouble(), std::nullopt);
}

TEST_F(OpeningAVault, ASchemaOfALaterVersionIsNewer) {
  fill();
  {
    const auto vault = open();
    ASSERT_TRUE(vault);
    ASSERT_TRUE(
        (*vault)->store().database().execute("INSERT INTO schema_migration VALUES ('vault', 99, 'later', x'00', 0)"));
  }
  EXPECT_EQ(trouble(), VaultTrouble::newer_format);
}

TEST_F(OpeningAVault, AnotherVaultsDatabaseUnderThisHeaderIsDamage) {
  fill();
  const VaultPlace other{place.folder, "p2"};
  ASSERT_TRUE(Vault::make(other, secrets(), clock, options));
  std::filesystem::copy_file(other.database(), place.database(), std::filesystem::copy_options::overwrite_existing);
  EXPECT_EQ(trouble(), VaultTrouble::corrupt);
}

TEST_F(OpeningAVault, CutAtEveryPageItIsCorrupt) {
  fill();
  const auto whole = read_file(database());
  ASSERT_GT(whole.size(), 10U * 4096);
  ASSERT_EQ(whole.size() % 4096, 0U);
  for (std::size_t size = 0; size < whole.size(); size += 4096) {
    write_file(database(), std::string_view(whole).substr(0, size));
    ASSERT_EQ(trouble(), VaultTrouble::corrupt) << size;
  }
  write_file(database(), whole);
  EXPECT_EQ(trouble(), std::nullopt);
}

TEST_F(OpeningAVault, CutOrChangedAtRandomBytesItIsCorrupt) {
  fill();
  const auto whole = read_file(database());
  std::mt19937 random(20261122);
  std::uniform_int_distribution<std::size_t> any(0, whole.size() - 1);
  for (int i = 0; i < 500; ++i) {
    const auto at = any(random);
    if (at % 4096 != 0) {
      write_file(database(), std::string_view(whole).substr(0, at));
      ASSERT_EQ(trouble(), VaultTrouble::corrupt) << "cut at " << at;
    }
    auto changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x21);
    write_file(database(), changed);
    ASSERT_EQ(trouble(), VaultTrouble::corrupt) << "changed at " << at;
  }
  write_file(database(), whole);
  EXPECT_EQ(trouble(), std::nullopt);
}

TEST_F(OpeningAVault, AHeaderCutOrChangedIsCorrupt) {
  fill();
  const auto head = read_file(place.head());
  for (std::size_t size = 0; size < head.size(); ++size) {
    write_file(place.head(), std::string_view(head).substr(0, size));
    ASSERT_EQ(trouble(), VaultTrouble::corrupt) << size;
    write_file(place.head(), std::string(head).replace(size, 1, 1, static_cast<char>(head[size] ^ 4)));
    ASSERT_EQ(trouble(), VaultTrouble::corrupt) << size;
  }
  write_file(place.head(), std::string(5000, 'x'));
  EXPECT_EQ(trouble(), VaultTrouble::corrupt);
}

TEST_F(OpeningAVault, AfterItsLeaseItIsDestroyed) {
  fill();
  clock.pass(options.lease);
  EXPECT_EQ(trouble(), VaultTrouble::lease_over);
  EXPECT_FALSE(std::filesystem::exists(place.head()));
  EXPECT_FALSE(std::filesystem::exists(place.database()));
  EXPECT_EQ(trouble(), VaultTrouble::absent);
}

TEST_F(OpeningAVault, ASetBackClockDoesNotBringTheLeaseBack) {
  fill();
  {
    const auto vault = open();
    ASSERT_TRUE(vault);
    clock.pass(options.lease - std::chrono::hours(1));
    ASSERT_TRUE((*vault)->keep_lease());
  }
  clock.wall -= std::chrono::hours(70);
  const auto vault = open();
  ASSERT_TRUE(vault) << vault.error().detail;
  EXPECT_EQ((*vault)->lease().left(), std::chrono::hours(1));
  EXPECT_TRUE((*vault)->lease().clock_set_back());
  clock.pass(std::chrono::hours(1));
  EXPECT_TRUE((*vault)->lease().over());
  ASSERT_TRUE((*vault)->renew_lease());
  EXPECT_EQ((*vault)->lease().left(), options.lease) << "only the hub's word begins it anew";
}

TEST_F(OpeningAVault, DestroyingNeedsNoKeyAndLeavesNothing) {
  fill();
  write_file(database(), "damaged");
  write_file(place.folder / "p1.db-wal", "x");
  ASSERT_TRUE(Vault::destroy(place));
  EXPECT_TRUE(std::filesystem::is_empty(place.folder));
  EXPECT_TRUE(Vault::destroy(place)) << "what isn't there is destroyed";
}

TEST_F(OpeningAVault, WhateverBecomesOfItTheOutboxStays) {
  // Beside the vault's folder, as the console keeps it.
  const auto outbox = folder.path() / "outbox";
  write_file(outbox, "sealed entries");
  fill();
  const auto whole = read_file(database());
  std::vector<VaultTrouble> seen;
  const auto note = [&](const VaultSecrets& with) {
    seen.push_back(trouble(with).value());
    EXPECT_EQ(read_file(outbox), "sealed entries");
  };
  note(secrets("another password"));
  write_file(database(), std::string_view(whole).substr(0, 5000));
  note(secrets());
  write_file(database(), whole);
  clock.pass(options.lease);
  note(secrets());
  note(secrets());
  EXPECT_EQ(seen, (std::vector{VaultTrouble::wrong_key, VaultTrouble::corrupt, VaultTrouble::lease_over,
                               VaultTrouble::absent}));
  fill();
  ASSERT_TRUE(destroy_vaults(place.folder));
  EXPECT_EQ(read_file(outbox), "sealed entries");
}

TEST_F(OpeningAVault, ADestroyedFileIsWrittenOverFirst) {
  const auto file = folder.path() / "key";
  write_file(file, std::string(100000, 'k'));
  const auto link = folder.path() / "link";
  std::filesystem::create_hard_link(file, link);
  ASSERT_TRUE(destroy_file(file));
  EXPECT_EQ(read_file(link).size(), 100000U);
  EXPECT_EQ(read_file(link).find("kkkk"), std::string::npos);
}

}  // namespace
}  // namespace guardline::app
