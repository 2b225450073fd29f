// The console put together. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QString>
#include <memory>
#include <optional>

class QApplication;

namespace guardline::app {

/// What the command line asks for; each replaces the stored choice.
struct ConsoleOptions {
  std::optional<bool> english;   ///< --lang en | zh_CN
  std::optional<QString> theme;  ///< --theme light | dark | system
};

/// The one place where gateways, models and pages meet: made in order, destroyed in reverse. GUI thread.
class Console final : public QObject {
  Q_OBJECT
 public:
  /// Reads this computer's identity, brings the link up, shows the window. Errors: io (the console's folder can't be
  /// used). An unreadable device.json is told in the log and leaves this computer not enrolled.
  static Result<std::unique_ptr<Console>> open(QApplication& application, const ConsoleOptions& options);
  ~Console() override;

 protected:
  /// Sees every key and button press of a person, to keep their session from going idle.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Parts;
  explicit Console(std::unique_ptr<Parts> parts);
  void offer_pages();
  void follow_session();
  void offer_offline();

  std::unique_ptr<Parts> parts_;
};

}  // namespace guardline::app
