// Pill, banner and panel of working without the hub, over one window. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/offline_gateway.h"
#include "ui/signin/local_copy_words.h"
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
  /// Whether this computer keeps a copy at all: bound to a person, not shared.
  void set_keeps_copy(bool keeps);
  /// For sign-in page and status bar, in the language of the moment.
  [[nodiscard]] LocalCopyWords local_copy() const;

 Q_SIGNALS:
  /// Banner and pill tell of an outage, or do so no more; what `local_copy` says may have changed.
  void changed(bool told);
  /// The person wants to see who is in the copy.
  void people_wanted();
  /// The lease ran out while somebody was in: what is on the screen must go.
  void lease_over();

 private:
  void show_state();
  void show_pill(const models::OfflineState& state);

  models::OfflineGateway& gateway_;
  const Clock& clock_;
  Pill* pill_;
  Banner* banner_;
  OfflinePanel* panel_;
  QTimer minute_;
  bool inside_{false};
  bool keeps_copy_{false};
  bool over_{false};  ///< the lease's end has been told
  std::size_t conflicts_{0};
  models::Handle watching_;
  LiveText texts_;
};

}  // namespace guardline::ui
