// Pill, banner and panel of working without the hub, over one window. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/offline_gateway.h"
#include "ui/widgets/live_text.h"

#include <QObject>
#include <QTimer>

namespace guardline::ui {

class Banner;
class OfflinePanel;
class Pill;

/// The pill stands in the top bar while there is no hub, something waits, or a conflict is to be settled; a click opens
/// the panel. The banner says since when, what works and when the lease ends. GUI thread; theme, gateway, clock and
/// window outlive it.
class OfflineCentre final : public QObject {
  Q_OBJECT
 public:
  OfflineCentre(Theme& theme, models::OfflineGateway& gateway, const Clock& clock, QWidget* window);

  /// For the top bar, which takes it over.
  [[nodiscard]] Pill* pill() const { return pill_; }
  /// For the shell, above the page; hides itself while there is nothing to say.
  [[nodiscard]] Banner* banner() const { return banner_; }
  /// Nothing is shown while nobody is in.
  void set_inside(bool inside);

 private:
  void show_state();

  models::OfflineGateway& gateway_;
  const Clock& clock_;
  Pill* pill_;
  Banner* banner_;
  OfflinePanel* panel_;
  QTimer minute_;
  bool inside_{false};
  std::size_t conflicts_{0};
  models::Handle watching_;
  LiveText texts_;
};

}  // namespace guardline::ui
