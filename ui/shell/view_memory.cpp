// How somebody left their tables and panes. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/view_memory.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QEvent>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <algorithm>
#include <chrono>
#include <utility>

namespace guardline::ui {
namespace {

constexpr auto kName = "remember";
constexpr int kMostSections = 64;
constexpr std::chrono::milliseconds kStoreAfter{500};
const auto salt_key = QStringLiteral("views/salt");
const auto page_name = QStringLiteral("page");

QByteArray salt_of(QSettings& settings) {
  auto salt = settings.value(salt_key).toByteArray();
  if (salt.size() == 32) return salt;
  QByteArray fresh(16, 0);
  QRandomGenerator::system()->generate(reinterpret_cast<quint32*>(fresh.data()),
                                       reinterpret_cast<quint32*>(fresh.data() + fresh.size()));
  salt = fresh.toHex();
  settings.setValue(salt_key, salt);
  return salt;
}

QList<int> numbers(const QVariant& value) {
  QList<int> all;
  for (const auto& each : value.toStringList().mid(0, kMostSections)) {
    bool good = false;
    const int number = each.toInt(&good);
    if (!good || number < 0 || number > 10'000) return {};
    all << number;
  }
  return all;
}

QStringList words(const QList<int>& numbers) {
  QStringList all;
  for (const int number : numbers) all << QString::number(number);
  return all;
}

}  // namespace

ViewMemory::ViewMemory(Theme& theme, QSettings& settings, QObject* parent)
    : QObject(parent), theme_(theme), settings_(settings) {
  qApp->installEventFilter(this);
  later_.setSingleShot(true);
  later_.setInterval(kStoreAfter);
  connect(&later_, &QTimer::timeout, this, &ViewMemory::store);
  // Pages set their designed widths at each change of look and language; what the person chose goes on top.
  again_.setSingleShot(true);
  again_.setInterval(0);
  connect(&again_, &QTimer::timeout, this, &ViewMemory::apply_all);
  connect(&theme_, &Theme::changed, &again_, qOverload<>(&QTimer::start));
}

void ViewMemory::enter(const QString& account, bool shared) {
  leave();
  if (account.isEmpty() || shared) return;
  scope_ = QString::fromLatin1(
      QCryptographicHash::hash(salt_of(settings_) + account.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
  again_.start();
}

void ViewMemory::leave() {
  if (later_.isActive()) {
    later_.stop();
    store();
  }
  scope_.clear();
}

void ViewMemory::keep_page(int place) {
  if (!scope_.isEmpty()) settings_.setValue(QStringLiteral("views/%1/%2").arg(scope_, page_name), place);
}

std::optional<int> ViewMemory::take_page() {
  if (scope_.isEmpty() || page_taken_) return std::nullopt;
  page_taken_ = true;
  bool good = false;
  const int place = settings_.value(QStringLiteral("views/%1/%2").arg(scope_, page_name)).toInt(&good);
  return good ? std::optional(place) : std::nullopt;
}

QString ViewMemory::key(const QObject& widget) const {
  return QStringLiteral("views/%1/%2").arg(scope_, widget.property(kName).toString());
}

bool ViewMemory::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonPress) hand_ = true;
  if (event->type() == QEvent::MouseButtonRelease) hand_ = false;
  // A widget is polished once, before it is first shown.
  if (event->type() == QEvent::Polish && watched->property(kName).isValid()) {
    if (auto* widget = qobject_cast<QWidget*>(watched)) attach(widget);
  } else if (event->type() == QEvent::LanguageChange && watched == qApp) {
    again_.start();
  }
  return QObject::eventFilter(watched, event);
}

void ViewMemory::attach(QWidget* widget) {
  std::erase_if(known_, [](const auto& each) { return each.isNull(); });
  known_.emplace_back(widget);
  const auto touch = [this, widget] {
    // Only what a hand moved: pages set widths, too.
    if (!hand_) return;
    if (std::ranges::none_of(touched_, [&](const auto& each) { return each == widget; })) touched_.emplace_back(widget);
    later_.start();
  };
  if (auto* table = qobject_cast<QTableView*>(widget)) {
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, touch);
    apply(*table);
  } else if (auto* splitter = qobject_cast<QSplitter*>(widget)) {
    connect(splitter, &QSplitter::splitterMoved, this, touch);
    again_.start();  // it has no size yet
  }
}

void ViewMemory::apply(QTableView& table) {
  if (scope_.isEmpty()) return;
  const auto widths = numbers(settings_.value(key(table)));
  auto* header = table.horizontalHeader();
  if (widths.size() != header->count()) return;  // of another version
  for (int i = 0; i < header->count(); ++i) {
    if (header->sectionResizeMode(i) == QHeaderView::Interactive && widths[i] > 0)
      header->resizeSection(i, std::max(header->minimumSectionSize(), theme_.px(widths[i])));
  }
}

void ViewMemory::apply(QSplitter& splitter) {
  if (scope_.isEmpty()) return;
  const auto sizes = numbers(settings_.value(key(splitter)));
  if (sizes.size() == splitter.count()) splitter.setSizes(sizes);  // proportions count
}

void ViewMemory::apply_all() {
  for (const auto& each : known_) {
    if (auto* table = qobject_cast<QTableView*>(each)) apply(*table);
    if (auto* splitter = qobject_cast<QSplitter*>(each)) apply(*splitter);
  }
}

void ViewMemory::store() {
  const double scale = theme_.px(1000) / 1000.0;
  for (const auto& each : std::exchange(touched_, {})) {
    if (each.isNull() || scope_.isEmpty()) continue;
    QList<int> all;
    if (const auto* table = qobject_cast<QTableView*>(each)) {
      const auto* header = table->horizontalHeader();
      for (int i = 0; i < header->count(); ++i)
        all << (header->isSectionHidden(i) ? 0 : static_cast<int>(header->sectionSize(i) / scale));
    } else if (const auto* splitter = qobject_cast<QSplitter*>(each)) {
      all = splitter->sizes();
    }
    settings_.setValue(key(*each), words(all));
  }
}

}  // namespace guardline::ui
