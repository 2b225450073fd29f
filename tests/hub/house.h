// A hub's inside without its edge: record, planner, dispatcher, receipts, and carriers that do what the test says.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/notice.h"
#include "hub/dispatch/dispatcher.h"
#include "hub/notices/content.h"
#include "hub/notices/followup.h"
#include "hub/notices/intake.h"
#include "hub/notices/planner.h"
#include "hub/receipts/receipts.h"
#include "hub/spine/spine.h"
#include "tests/hub/fake_carrier.h"
#include "tests/hub/interposed.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace guardline::test {

enum class Store { embedded, postgres };
inline std::string store_name(const testing::TestParamInfo<Store>& info) {
  return info.param == Store::embedded ? "embedded" : "postgres";
}

/// Real time that a test can push forward, never back: ids carry it.
class PushedClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override { return system_.now() + shift_.load(); }
  [[nodiscard]] Micros steady() const override { return system_.steady() + shift_.load(); }
  void push(Micros by) { shift_ = shift_.load() + by; }

 private:
  SystemClock system_;
  std::atomic<Micros> shift_{Micros(0)};
};

/// A folder that goes with the test.
class Folder {
 public:
  Folder();
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path path;
};

/// Asks until the answer is yes; false after two minutes: a busy machine is slow, not wrong.
template <class F>
bool eventually(F&& question) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(120);
  while (!question()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

struct Someone {
  bool sms{true};
  bool email{true};
  bool push{false};
  bool opted_out{false};
  bool consent{true};
  std::string tier{"standard"};
};

/// Templates: "warn" 1 (core risk), "info" 1 (service), "ad" 1 (marketing), each for SMS, mail and push with the
/// placeholder {{name}}; "sum" 1 (service, SMS only) with {{name}} and {{amount}}.
class House {
 public:
  explicit House(Store store = Store::embedded);
  /// Another hub on the record of `first` (PostgreSQL), which outlives this one. Its clock is its own.
  explicit House(const House& first, std::string owner);
  ~House();
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  /// Before `start`.
  FakeCarrier& add_carrier(std::string id, Channel channel, std::size_t window = 8);
  void start();
  /// Before `start`: sees, and may refuse, every submission of the parts (not those of this class).
  void interpose(Interposed::Before before) { before_ = std::move(before); }
  /// As the hub ends on a signal.
  void stop();
  /// Ends without waiting for any carrier's answer, and opens the record again. Carriers are gone; add new ones, then
  /// `start`.
  void crash();

  InvestorId add(const Someone& someone = {});
  void erase(InvestorId investor);
  /// Runs on the committer.
  void write(const std::string& sql);

  NoticeId send(const api::NoticeRequest& request);
  std::vector<spine::StoredEvent> events();
  std::vector<spine::StoredEvent> events(EventKind kind);
  /// Waits until so many events of a kind are in the record; false if they never come.
  bool wait(EventKind kind, std::size_t count = 1);
  /// The kinds of the events of all deliveries over a channel, in their order.
  std::vector<EventKind> trail(Channel channel);
  std::optional<DeliveryState> state(DeliveryId delivery);
  std::size_t outgoing();
  std::int64_t number(const std::string& sql);

  Folder folder;
  PushedClock clock;
  spine::Stores stores;
  std::unique_ptr<spine::Spine> spine;
  dispatch::DispatcherOptions dispatching;  ///< quick by default
  receipts::ReceiptsOptions receiving;
  const links::Writer* links{nullptr};  ///< before `start`: messages carry links; outlives this

  std::vector<std::unique_ptr<FakeCarrier>> carriers;
  std::unique_ptr<db::Database> reads;
  std::unique_ptr<spine::Opener> opener;
  std::unique_ptr<notices::Content> content;
  std::unique_ptr<receipts::Receipts> receipts;
  std::unique_ptr<dispatch::Dispatcher> dispatcher;
  std::unique_ptr<notices::Planner> planner;
  std::unique_ptr<notices::FollowUp> followup;
  std::unique_ptr<notices::Intake> intake;

 private:
  void quicken();
  void open_spine(std::string owner = {});
  void stop_parts();
  int keys_used_{0};
  Interposed::Before before_;
  std::unique_ptr<Interposed> between_;
};

inline constexpr AccountId kStaff{Uuid{7, 7, 7}};

/// One parallel step over these channels.
api::RouteStepSpec together(std::vector<Channel> channels);
api::RouteStepSpec then(Channel channel, std::chrono::seconds wait = std::chrono::seconds(0));
api::NoticeRequest request(std::string template_id, Category category, std::vector<InvestorId> investors,
                           std::vector<api::RouteStepSpec> route);

}  // namespace guardline::test
