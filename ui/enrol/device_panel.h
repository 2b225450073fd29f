// The right column: approval track, device, fingerprint. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QTimer>
#include <QWidget>
#include <array>

class QLabel;
class QPushButton;

namespace guardline::models {
class EnrolmentModel;
}

namespace guardline::ui {

class Badge;
class Banner;
class Card;
class ShapeMark;

class DevicePanel final : public QWidget {
  Q_OBJECT
 public:
  DevicePanel(Theme& theme, models::EnrolmentModel& model, QWidget* parent);

 private:
  struct Mark {
    ShapeMark* shape;
    QLabel *text, *time;
  };
  void build_track();
  void build_device();
  void build_fingerprint();
  void show_state();
  void show_track();
  Theme& theme_;
  models::EnrolmentModel& model_;
  Card *track_, *device_, *print_;
  Badge* badge_;
  std::array<Mark, 4> marks_{};
  Banner* note_;
  std::array<QLabel*, 3> names_{}, values_{};
  QLabel *fingerprint_, *say_, *last_;
  QPushButton* copy_;
  QTimer second_;
  LiveText text_;
};

}  // namespace guardline::ui
