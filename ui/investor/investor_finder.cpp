// Investors by exact terms, for the global search. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/investor_finder.h"

#include "models/investor/search_terms.h"
#include "ui/investor/look_words.h"

#include <QCoreApplication>

namespace guardline::ui {
namespace {

QString say(const char* text) { return QCoreApplication::translate("InvestorFinder", text); }

}  // namespace

SearchFinder investor_finder(std::function<bool()> may) {
  return [may = std::move(may)](const QString& typed, const OpenPlace& open) {
    std::vector<SearchEntry> entries;
    if (!may() || typed.startsWith(QStringLiteral("A-"), Qt::CaseInsensitive)) return entries;
    const auto terms = models::parse_terms(typed);
    if (terms) {
      const auto masked = models::masked_terms(*terms);
      entries.push_back({.icon = QStringLiteral("person"),
                         .title = say(QT_TRANSLATE_NOOP("InvestorFinder", "检索投资者 %1")).arg(masked),
                         .detail = say(QT_TRANSLATE_NOOP("InvestorFinder", "须二次验证，写入审计")),
                         .run = [open, typed] { open(Place::investors, QStringLiteral("search:") + typed); },
                         .kept = masked});
    } else {
      entries.push_back({.icon = QStringLiteral("person"),
                         .title = say(QT_TRANSLATE_NOOP("InvestorFinder", "不能这样检索投资者")),
                         .detail = words_of(terms.error())});
    }
    return entries;
  };
}

}  // namespace guardline::ui
