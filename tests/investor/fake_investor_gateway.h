// A hub that shows invented investors. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_gateway.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace guardline::test {

/// Answers from the event loop; `hold` keeps answers back, `fail` makes every call fail so. Until `stepped_up` it asks
/// for a step-up, as the hub does. What was asked for stands in `log`.
class FakeInvestorGateway final : public models::InvestorGateway {
 public:
  bool stepped_up{true};
  bool hold{false};
  std::optional<models::LookError> fail;
  models::InvestorMatches found;
  std::vector<models::HistoryEntry> entries;  ///< newest first, of every person
  models::HistoryCounts counts;
  std::map<QString, models::DeliveryWhy> reasons;
  QString plain{QStringLiteral("13800006204")};
  Timestamp hide_at{};
  std::size_t page{30};
  std::optional<Timestamp> as_of;  ///< of rows from a local copy
  QStringList log;
  models::InvestorTerms last_terms;
  models::AccessReason last_reason{};
  QString last_note;

  models::Handle search(const models::InvestorTerms& terms,
                        models::LookAnswer<models::InvestorMatches> answer) override {
    last_terms = terms;
    return later<models::InvestorMatches>(QStringLiteral("search"), std::move(answer), [this] { return found; });
  }
  models::Handle kept(models::LookAnswer<models::InvestorMatches> answer) override {
    return later<models::InvestorMatches>(QStringLiteral("kept"), std::move(answer), [this] { return found; });
  }
  models::Handle head(const QString& id, models::LookAnswer<models::InvestorHead> answer) override {
    return later<models::InvestorHead>(
        QStringLiteral("head"), std::move(answer),
        [this, id]() -> std::expected<models::InvestorHead, models::LookError> {
          for (const auto& each : found.investors)
            if (each.id == id) return each;
          return std::unexpected(models::LookError{.failure = models::LookFailure::gone});
        });
  }
  models::Handle history(const QString&, const models::HistoryFilter& filter, const QString& cursor,
                         models::LookAnswer<models::HistoryPage> answer) override {
    return later<models::HistoryPage>(QStringLiteral("history"), std::move(answer),
                                      [this, filter, cursor] { return page_of(filter, cursor); });
  }
  models::Handle why(const QString& delivery, models::LookAnswer<models::DeliveryWhy> answer) override {
    return later<models::DeliveryWhy>(QStringLiteral("why"), std::move(answer),
                                      [this, delivery]() -> std::expected<models::DeliveryWhy, models::LookError> {
                                        const auto at = reasons.find(delivery);
                                        if (at != reasons.end()) return at->second;
                                        for (const auto& entry : entries)
                                          for (const auto& track : entry.deliveries)
                                            if (track.id == delivery)
                                              return models::DeliveryWhy{{}, delivery, entry, {}};
                                        return std::unexpected(models::LookError{.failure = models::LookFailure::gone});
                                      });
  }
  models::Handle reveal(const QString&, models::RevealField field, models::AccessReason reason, const QString& note,
                        models::LookAnswer<models::Revealed> answer) override {
    last_reason = reason;
    last_note = note;
    return later<models::Revealed>(QStringLiteral("reveal"), std::move(answer), [this, field] {
      return models::Revealed{.field = field, .value = plain, .hide_at = hide_at};
    });
  }
  models::Handle write(const QString& id, const QString& who, const models::EntryWish& wish,
                       models::LookAnswer<models::HistoryEntry> answer) override {
    wishes.push_back(wish);
    last_who = who;
    last_investor = id;
    return later<models::HistoryEntry>(QStringLiteral("write"), std::move(answer), [this, wish] {
      models::HistoryEntry entry;
      entry.message_id = QStringLiteral("written-%1").arg(wishes.size());
      entry.planned_at = write_at;
      entry.kind = wish.kind;
      entry.text = wish.text;
      entry.author = QStringLiteral("林晓");
      if (wish.kind == EntryKind::call) entry.call = wish.call;
      entry.waiting = waits;
      return entry;
    });
  }
  models::Handle followed(const QString& id, models::FollowAnswer answer) override {
    return tell_follow(id, std::move(answer));
  }
  models::Handle follow(const QString& id, bool on, models::FollowAnswer answer) override {
    log << (on ? QStringLiteral("follow") : QStringLiteral("let go"));
    if (!follow_fault) {
      follows.removeAll(id);
      if (on) follows << id;
    }
    return tell_follow(id, std::move(answer));
  }
  QStringList follows;                              ///< who is followed
  std::optional<models::FollowFault> follow_fault;  ///< of both calls
  models::Handle watch_waiting(std::function<void(const models::WaitingChange&)> changed) override {
    waiting_changed = std::move(changed);
    return models::Handle([this] { waiting_changed = nullptr; });
  }
  std::vector<models::EntryWish> wishes;  ///< told so far
  QString last_who, last_investor;
  Timestamp write_at{};
  bool waits{false};  ///< entries are kept on this computer
  std::function<void(const models::WaitingChange&)> waiting_changed;

 private:
  models::Handle tell_follow(const QString& id, models::FollowAnswer answer) {
    auto alive = std::make_shared<bool>(true);
    QTimer::singleShot(0, &context_, [this, id, alive, answer = std::move(answer)] {
      if (!std::exchange(*alive, false)) return;
      if (follow_fault) return answer(std::unexpected(*follow_fault));
      answer(follows.contains(id));
    });
    return models::Handle([alive] { *alive = false; });
  }
  models::HistoryPage page_of(const models::HistoryFilter& filter, const QString& cursor) const {
    std::vector<models::HistoryEntry> all;
    for (const auto& entry : entries) {
      const bool channel = !filter.channel || std::ranges::any_of(entry.deliveries, [&](const auto& track) {
        return track.channel == *filter.channel;
      });
      const bool call = entry.kind == EntryKind::call && filter.channel == Channel::phone;
      const bool reached = std::ranges::any_of(
          entry.deliveries, [](const auto& track) { return track.state == DeliveryState::delivered; });
      const bool unreached = entry.kind == EntryKind::message && !reached;
      const bool kind = !filter.kind || *filter.kind == entry.kind;
      const bool words = filter.words.isEmpty() || entry.title.contains(filter.words, Qt::CaseInsensitive) ||
                         entry.text.contains(filter.words, Qt::CaseInsensitive);
      if (words && (channel || call) && kind && (!filter.unreached || unreached)) all.push_back(entry);
    }
    models::HistoryPage out;
    const auto from = static_cast<std::size_t>(cursor.toInt());
    for (auto i = from; i < all.size() && i < from + page; ++i) out.entries.push_back(all[i]);
    if (from + page < all.size()) out.next = QString::number(from + page);
    if (cursor.isEmpty()) out.counts = counts;
    out.as_of = as_of;
    return out;
  }
  template <class T>
  models::Handle later(const QString& what, models::LookAnswer<T> answer,
                       std::function<std::expected<T, models::LookError>()> value) {
    log << what;
    auto alive = std::make_shared<bool>(true);
    if (!hold) {
      QTimer::singleShot(0, &context_, [this, alive, answer = std::move(answer), value = std::move(value)] {
        if (!std::exchange(*alive, false)) return;
        if (!stepped_up) return answer(std::unexpected(models::LookError{.failure = models::LookFailure::step_up}));
        if (fail) return answer(std::unexpected(*fail));
        answer(value());
      });
    }
    return models::Handle([alive] { *alive = false; });
  }
  QObject context_;
};

}  // namespace guardline::test
