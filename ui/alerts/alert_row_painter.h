// How one alert looks in the table. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_values.h"
#include "ui/widgets/shapes.h"

#include <QStyledItemDelegate>

namespace guardline::ui {

/// Shape and colours of an alert: its severity, or that it is kept quiet.
Family family_of(const models::Alert& alert);
Shape shape_of(const models::Alert& alert);
Family family_of(Severity severity);
Shape shape_of(Severity severity);

/// Two lines a row, badge, left mark of the chosen one; nothing is made per row. `greyed`: an old picture.
class AlertRowPainter final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  explicit AlertRowPainter(const Theme& theme, QObject* parent = nullptr);
  void set_greyed(bool greyed) { greyed_ = greyed; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const Theme& theme_;
  bool greyed_{false};
};

}  // namespace guardline::ui
