// How events change the figures of periods. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/spine/delivery_cell.h"
#include "hub/spine/event.h"

#include <array>
#include <compare>
#include <cstdint>
#include <map>

namespace guardline::spine {

/// The part of the fold that keeps p_kpi_hour, p_kpi_person, p_kpi_message and p_kpi_first. What a delivery adds to
/// them is a function of its cell alone: a change takes the old share back and adds the new one, so the tables are the
/// sum over all deliveries, whatever the order of their events. Late receipts alone are counted by the hour in which
/// they came. Drills add nothing. Projector's thread, inside its transaction; nothing is held between batches.
class KpiPeriodFold {
 public:
  /// `before` has state 0 where the delivery is new.
  void moved(const DeliveryCell& before, const DeliveryCell& after);
  void message_planned(const StoredEvent& event);
  void late(const StoredEvent& event);
  Status flush(db::Database& database);
  /// After a transaction that failed.
  void clear();

  static constexpr std::size_t kHourCounters = 14;
  static constexpr std::size_t kPersonCounters = 5;

 private:
  struct HourKey {
    std::int64_t hour;
    std::int64_t channel;
    friend auto operator<=>(const HourKey&, const HourKey&) = default;
  };
  struct PersonKey {
    std::int64_t hour;
    InvestorId investor;
    std::int64_t channel;
    friend auto operator<=>(const PersonKey&, const PersonKey&) = default;
  };
  struct FirstKey {
    std::int64_t hour;
    std::int64_t channel;  ///< 0: on any channel
    std::int64_t step;
    friend auto operator<=>(const FirstKey&, const FirstKey&) = default;
  };
  /// One row of p_kpi_message, or what a batch adds to it.
  struct MessageCell {
    std::int64_t planned_at{INT64_MAX};  ///< the earliest
    std::int64_t first_at{INT64_MAX};    ///< the earliest delivery on any channel
    std::int64_t due{0};                 ///< deliveries that were to arrive
  };
  using HourCounts = std::array<std::int64_t, kHourCounters>;
  using PersonCounts = std::array<std::int64_t, kPersonCounters>;

  void count(const DeliveryCell& cell, std::int64_t sign);
  void count(const MessageCell& cell, std::int64_t sign);
  Status fold_messages(db::Database& database);
  Status store_messages(db::Database& database);
  Status store_hours(db::Database& database);
  Status store_people(db::Database& database);
  Status store_first(db::Database& database);

  std::map<HourKey, HourCounts> hours_;
  std::map<PersonKey, PersonCounts> people_;
  std::map<FirstKey, std::int64_t> first_;
  std::map<MessageId, MessageCell> messages_;
};

}  // namespace guardline::spine
