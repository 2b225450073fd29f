// The way to the hub for looking at investors. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/handle.h"
#include "models/gateway/investor_values.h"

#include <expected>
#include <functional>

namespace guardline::models {

template <class T>
using LookAnswer = std::function<void(std::expected<T, LookError>)>;
/// Whether the person is followed now.
using FollowAnswer = std::function<void(std::expected<bool, FollowFault>)>;

/// Every call that shows something is a look: the hub writes it down first and shows nothing where it can't. GUI thread
/// only: every method returns at once, every callback comes later, from the event loop, at most once per request and
/// never after its handle has ended (the look may have been written down all the same). The gateway outlives its
/// handles. Nothing of an answer is kept or logged. Any call may fail with step_up, role, session, journal,
/// unreachable, busy, version or internal; what else is said there.
class InvestorGateway {
 public:
  InvestorGateway() = default;
  InvestorGateway(const InvestorGateway&) = delete;
  InvestorGateway& operator=(const InvestorGateway&) = delete;
  virtual ~InvestorGateway() = default;

  /// Also: terms. Nobody found is an empty answer.
  virtual Handle search(const InvestorTerms& terms, LookAnswer<InvestorMatches> answer) = 0;
  /// Who stands in this computer's copy, first those that are followed, else last opened first: unreachable unless
  /// there is no hub and a copy to read. A gateway without a copy has nobody.
  virtual Handle kept(LookAnswer<InvestorMatches> answer) = 0;
  /// Also: gone.
  virtual Handle head(const QString& investor, LookAnswer<InvestorHead> answer) = 0;
  /// `cursor`: `next` of the page before for the same filter, or empty. Also: gone, stale.
  virtual Handle history(const QString& investor, const HistoryFilter& filter, const QString& cursor,
                         LookAnswer<HistoryPage> answer) = 0;
  /// Also: gone.
  virtual Handle why(const QString& delivery, LookAnswer<DeliveryWhy> answer) = 0;
  /// One field in plain, written down with its own reason. Also: gone.
  virtual Handle reveal(const QString& investor, RevealField field, AccessReason reason, const QString& note,
                        LookAnswer<Revealed> answer) = 0;
  /// Writes a note or a call down and gives the entry as it will be read; `waiting` is set where there is no hub and it
  /// was kept here. `who`: the person's masked name, for the list of what waits. It may be done although the answer was
  /// lost: telling the same key again is harmless. Also: gone, erased.
  virtual Handle write(const QString& investor, const QString& who, const EntryWish& wish,
                       LookAnswer<HistoryEntry> answer) = 0;
  /// Following somebody keeps their summary in this computer's copy although nobody opens them for long; at most
  /// kMostFollowed. It shows nothing and is no look, and nobody else hears of it. With or without a hub.
  virtual Handle followed(const QString& investor, FollowAnswer answer) = 0;
  virtual Handle follow(const QString& investor, bool on, FollowAnswer answer) = 0;
  /// Tells what becomes of entries that wait here.
  virtual Handle watch_waiting(std::function<void(const WaitingChange&)> changed) = 0;
};

}  // namespace guardline::models
