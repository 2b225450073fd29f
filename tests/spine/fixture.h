// A spine in a temporary place, on either store. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/ed25519.h"
#include "hub/spine/projector.h"
#include "hub/spine/spine.h"
#include "hub/spine/stores.h"

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace guardline::spine::test {

enum class Store { embedded, postgres };
inline std::string store_name(const testing::TestParamInfo<Store>& info) {
  return info.param == Store::embedded ? "embedded" : "postgres";
}

/// Real time that a test can push forward.
class ShiftedClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override { return system_.now() + shift_.load(); }
  [[nodiscard]] Micros steady() const override { return system_.steady() + shift_.load(); }
  void push(Micros by) { shift_ = shift_.load() + by; }

 private:
  SystemClock system_;
  std::atomic<Micros> shift_{Micros(0)};
};

class Folder {
 public:
  Folder();
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path;
};

crypto::Secret bytes32(std::uint8_t fill);
inline SpineKeys test_keys() { return {bytes32(0x17), bytes32(0x2C)}; }
crypto::Ed25519PublicKey test_public_key();

/// One spine, made and opened; opened again at will.
class World {
 public:
  explicit World(Store store, std::uint16_t partitions = 8);
  /// Opens (again); the options are kept small and quick.
  void open(SpineOptions options = {});
  void close() { spine.reset(); }

  Folder folder;
  ShiftedClock clock;
  Stores stores;
  std::unique_ptr<Spine> spine;

  Committer& committer() { return spine->committer(); }
  Committed commit(Submission submission);
  std::unique_ptr<db::Database> connect(Use use);
  /// Every row, in reading order.
  std::vector<StoredEvent> all();
};

/// Keeps the committer busy until `release`: what is queued meanwhile is one group.
class Hold {
 public:
  explicit Hold(Committer& committer);
  ~Hold() { release(); }
  Hold(const Hold&) = delete;
  Hold& operator=(const Hold&) = delete;
  void release();

 private:
  struct State {
    std::mutex mutex;
    std::condition_variable changed;
    bool holding{false};
    bool released{false};
  };
  std::shared_ptr<State> state_{std::make_shared<State>()};
};

/// Queues all of them behind a `Hold` and waits: their answers, in order. They are one group.
std::vector<Result<Committed>> commit_together(Committer& committer, std::vector<Submission> submissions);

InvestorId investor(std::uint64_t number);  ///< the same for the same number
DeliveryId delivery(std::uint64_t number);
MessageId message(std::uint64_t number);
NoticeId notice(std::uint64_t number);

/// An event about delivery `number` of investor `number % 50`.
EventDraft delivery_event(const Clock& clock, EventKind kind, std::uint64_t number, std::string_view detail = {});
Submission one(EventDraft draft);
/// A life of five: planned, intent, handed, accepted, delivered.
std::vector<EventDraft> life(const Clock& clock, std::uint64_t number, std::string_view detail = {});

}  // namespace guardline::spine::test
