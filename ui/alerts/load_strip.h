// What the desk has to take in: load, mix of severities, shelves that end. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_values.h"
#include "ui/widgets/live_text.h"

#include <QWidget>
#include <array>

class QLabel;
class QPushButton;

namespace guardline::models {
class AlertCentre;
}

namespace guardline::ui {

class Card;
class LoadBars;
class Meter;

/// Three cards over the list of alerts. Everything in them is counted on this computer from what the hub told it;
/// windows that it did not hear whole are hatched and say "at least". A shelf that ends opens its alert.
class LoadStrip final : public QWidget {
  Q_OBJECT
 public:
  LoadStrip(Theme& theme, models::AlertCentre& centre, QWidget* parent = nullptr);

 Q_SIGNALS:
  void alert_wanted(const guardline::AlertId& alert);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  static constexpr std::size_t kShelves = 3;
  static void elide(QLabel* title);
  void refresh();
  void refresh_mix();
  void refresh_shelves();
  Card* make_mix();
  Card* make_shelves();

  Theme& theme_;
  models::AlertCentre& centre_;
  Card *load_, *mix_, *shelves_;
  LoadBars* bars_;
  struct MixRow {
    QLabel *name, *said;
    Meter* meter;
  };
  std::array<MixRow, 3> rows_{};
  struct ShelfRow {
    QPushButton* number;
    QLabel *title, *left;
    AlertId id;
  };
  std::array<ShelfRow, kShelves> ends_{};
  QLabel* none_{};
  LiveText texts_;
};

}  // namespace guardline::ui
