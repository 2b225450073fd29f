// A real hub in a temporary folder, and its administrator. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace guardline::app::test {

/// `guardline-hub` as its own process. Its codes point to `address` (where the test's proxy listens).
class HubProcess {
 public:
  /// Makes the folder; `serving` tells whether it came up.
  explicit HubProcess(const QString& address);
  ~HubProcess();

  /// Invented people and what was sent to them, before serve(). Their names, numbers and mailboxes, three lines each;
  /// empty when it failed.
  [[nodiscard]] QStringList demo(int investors, int messages) const;
  bool serve();  ///< starts it (again); true when it takes requests
  void stop();
  void kill();
  [[nodiscard]] quint16 port() const { return port_; }
  [[nodiscard]] QString folder() const { return folder_.filePath(QStringLiteral("hub")); }

  /// One administrator's command; empty object when it failed (the text is then printed).
  QJsonObject admin(const QStringList& arguments, const QByteArray& input = {}, bool* ok = nullptr) const;
  bool account(const QString& name, const QString& role, const QByteArray& password) const;
  [[nodiscard]] QString code(const QString& name) const;
  /// One number from the hub's store, read beside it by the sqlcipher program; -1 if it could not be read.
  [[nodiscard]] int count(const QString& sql) const;

 private:
  QTemporaryDir folder_;
  QProcess process_;
  quint16 port_{0};
};

/// What oathtool shows for a base32 secret, `steps` time steps from now.
QString totp(const QString& base32, int steps);

}  // namespace guardline::app::test
