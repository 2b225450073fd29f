// Alerts by their number, for the global search. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_finder.h"

#include "models/alerts/alert_centre.h"
#include "models/alerts/alert_words.h"

#include <QCoreApplication>
#include <algorithm>

namespace guardline::ui {
namespace {

constexpr std::size_t kMost = 8;

QString say(const char* text) { return QCoreApplication::translate("AlertFinder", text); }

}  // namespace

SearchFinder alert_finder(const models::AlertCentre& centre) {
  return [&centre](const QString& typed, const OpenPlace& open) {
    std::vector<SearchEntry> entries;
    auto number = typed.trimmed().toUpper();
    if (!number.startsWith(QStringLiteral("A-"))) return entries;
    if (const auto occurrence = number.indexOf(u'#'); occurrence > 0) number.truncate(occurrence);
    std::vector<models::AlertEntryPtr> found;
    for (const auto tab : models::kAlertTabs) {
      for (auto& entry : centre.store().on(tab)) {
        if (models::alert_number(entry->alert).startsWith(number)) found.push_back(std::move(entry));
      }
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) { return a->alert.raised_at > b->alert.raised_at; });
    if (found.size() > kMost) found.resize(kMost);
    for (const auto& entry : found) {
      const auto& alert = entry->alert;
      entries.push_back({.icon = QStringLiteral("bell"),
                         .title = models::alert_number(alert),
                         .detail = models::alert_object(alert),
                         .run = [open, id = QString::fromStdString(
                                           alert.id.text())] { open(Place::alerts, QStringLiteral("alert:") + id); },
                         .kept = models::alert_number(alert)});
    }
    if (entries.empty() && number.size() > 2) {
      entries.push_back(
          {.icon = QStringLiteral("info"),
           .title = say(QT_TRANSLATE_NOOP("AlertFinder", "没有这个编号的告警")),
           .detail = say(QT_TRANSLATE_NOOP("AlertFinder", "只找未了结和已打开过的；更早的在「告警 · 历史」"))});
    }
    return entries;
  };
}

}  // namespace guardline::ui
