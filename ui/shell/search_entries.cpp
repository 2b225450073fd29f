// What the global search offers for what was typed. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_entries.h"

#include <QCoreApplication>
#include <algorithm>

namespace guardline::ui {
namespace {

QString say(const char* text) { return QCoreApplication::translate("GlobalSearch", text); }

bool fits(const Commands::Offer& offer, const QString& wanted) {
  return wanted.isEmpty() || offer.words.contains(wanted, Qt::CaseInsensitive) ||
         offer.caps.compare(wanted, Qt::CaseInsensitive) == 0;
}

void add_commands(std::vector<SearchEntry>& entries, const SearchSources& sources, const QString& wanted) {
  for (const auto& offer : sources.commands) {
    if (offer.run && fits(offer, wanted))
      entries.push_back({QStringLiteral("term"), offer.words, {}, offer.caps, offer.run, {}});
  }
}

std::vector<SearchEntry> examples() {
  return {{QStringLiteral("person"), say(QT_TRANSLATE_NOOP("GlobalSearch", "投资者")),
           say(QT_TRANSLATE_NOOP("GlobalSearch", "完整手机号、邮箱、流水号，或姓名 + 手机尾号"))},
          {QStringLiteral("bell"), say(QT_TRANSLATE_NOOP("GlobalSearch", "告警")),
           say(QT_TRANSLATE_NOOP("GlobalSearch", "A- 加编号，例如 A-3F02C1"))},
          {QStringLiteral("term"), say(QT_TRANSLATE_NOOP("GlobalSearch", "命令")),
           say(QT_TRANSLATE_NOOP("GlobalSearch", "> 加动作，例如 >锁定"))},
          {QStringLiteral("keys"), say(QT_TRANSLATE_NOOP("GlobalSearch", "快捷键")),
           say(QT_TRANSLATE_NOOP("GlobalSearch", "? 加动作或按键"))}};
}

}  // namespace

std::vector<SearchEntry> search_entries(const QString& typed, const SearchSources& sources) {
  const auto text = typed.trimmed();
  if (text.isEmpty()) return examples();
  std::vector<SearchEntry> entries;
  const auto rest = text.mid(1).trimmed();
  if (text.startsWith(u'>') || text.startsWith(u'＞')) {
    add_commands(entries, sources, rest);
    if (entries.empty())
      entries.push_back({QStringLiteral("info"), say(QT_TRANSLATE_NOOP("GlobalSearch", "没有这个命令")),
                         say(QT_TRANSLATE_NOOP("GlobalSearch", "删去几个字再看"))});
    return entries;
  }
  if (text.startsWith(u'?') || text.startsWith(u'？')) {
    const auto show = [show = sources.show_keys, rest] { show(rest); };
    entries.push_back({QStringLiteral("keys"), say(QT_TRANSLATE_NOOP("GlobalSearch", "打开快捷键一览")), {}, {}, show});
    for (const auto& offer : sources.commands) {
      if (!offer.caps.isEmpty() && fits(offer, rest))
        entries.push_back({QStringLiteral("keys"), offer.words, {}, offer.caps, show});
    }
    return entries;
  }
  for (const auto& finder : sources.finders) {
    for (auto& entry : finder(text, sources.open)) entries.push_back(std::move(entry));
  }
  add_commands(entries, sources, text);
  // What can be done before what can't.
  std::ranges::stable_partition(entries, [](const SearchEntry& entry) { return static_cast<bool>(entry.run); });
  return entries;
}

}  // namespace guardline::ui
