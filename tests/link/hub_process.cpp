// A real hub in a temporary folder, and its administrator. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/link/hub_process.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

namespace guardline::app::test {
namespace {

constexpr int kPatience = 60'000;  // a loaded machine; nothing waits so long when all is well
const QString kHub = QStringLiteral(GUARDLINE_HUB);

}  // namespace

HubProcess::HubProcess(const QString& address) {
  QProcess init;
  init.start(kHub, {QStringLiteral("init"), folder(), QStringLiteral("--ops"), QStringLiteral("127.0.0.1:0"),
                    QStringLiteral("--open"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--name"),
                    QStringLiteral("试验中枢"), QStringLiteral("--address"), address});
  init.waitForFinished(kPatience);
  if (init.exitCode() != 0) qWarning("%s", init.readAllStandardError().constData());
}

HubProcess::~HubProcess() { stop(); }

QStringList HubProcess::demo(int investors, int messages) const {
  const auto list = folder_.filePath(QStringLiteral("people"));
  QProcess command;
  command.start(kHub, {QStringLiteral("demo"), folder(), QStringLiteral("--investors"), QString::number(investors),
                       QStringLiteral("--messages"), QString::number(messages), QStringLiteral("--people"), list});
  command.waitForFinished(kPatience);
  if (command.exitCode() != 0) qWarning("%s", command.readAllStandardError().constData());
  QFile people(list);
  if (!people.open(QIODevice::ReadOnly)) return {};
  return QString::fromUtf8(people.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

bool HubProcess::serve() {
  process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  process_.start(kHub, {QStringLiteral("serve"), folder()});
  if (!process_.waitForReadyRead(kPatience)) return false;
  const auto ports = QJsonDocument::fromJson(process_.readLine()).object();
  port_ = static_cast<quint16>(ports[QLatin1String("ops_port")].toInt());
  return port_ != 0;
}

void HubProcess::stop() {
  if (process_.state() == QProcess::NotRunning) return;
  process_.terminate();
  if (!process_.waitForFinished(kPatience)) process_.kill();
}

void HubProcess::kill() {
  process_.kill();
  process_.waitForFinished(kPatience);
}

QJsonObject HubProcess::admin(const QStringList& arguments, const QByteArray& input, bool* ok) const {
  QProcess command;
  command.start(kHub, QStringList{QStringLiteral("admin"), folder()} + arguments);
  command.write(input);
  command.closeWriteChannel();
  command.waitForFinished(kPatience);
  const bool good = command.exitStatus() == QProcess::NormalExit && command.exitCode() == 0;
  if (ok) *ok = good;
  if (!good)
    qWarning("%s: %s", qPrintable(arguments.join(QLatin1Char(' '))), command.readAllStandardError().constData());
  return QJsonDocument::fromJson(command.readAllStandardOutput()).object();
}

bool HubProcess::account(const QString& name, const QString& role, const QByteArray& password) const {
  bool ok = false;
  admin({QStringLiteral("account"), name, QStringLiteral("--display"), name, QStringLiteral("--role"), role},
        password + "\n", &ok);
  return ok;
}

int HubProcess::count(const QString& sql) const {
  QFile key(folder() + QStringLiteral("/keys/db.key"));
  if (!key.open(QIODevice::ReadOnly)) return -1;
  QProcess program;
  program.start(QStringLiteral("sqlcipher"), {folder() + QStringLiteral("/spine.db")});
  program.write("PRAGMA key = \"x'" + key.readAll().toHex() + "'\";\n" + sql.toUtf8() + ";\n");
  program.closeWriteChannel();
  if (!program.waitForFinished() || program.exitCode() != 0) return -1;
  bool ok = false;
  const auto number = program.readAllStandardOutput().trimmed().split('\n').last().toInt(&ok);
  return ok ? number : -1;
}

QString HubProcess::code(const QString& name) const {
  return admin({QStringLiteral("code"), name})[QLatin1String("code")].toString();
}

QString totp(const QString& base32, int steps) {
  QProcess oathtool;
  const auto at = QDateTime::currentDateTimeUtc().addSecs(30 * steps);
  oathtool.start(QStringLiteral("oathtool"), {QStringLiteral("--totp"), QStringLiteral("-b"), QStringLiteral("-N"),
                                              at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss UTC")), base32});
  oathtool.waitForFinished(kPatience);
  return QString::fromLatin1(oathtool.readAllStandardOutput()).trimmed();
}

}  // namespace guardline::app::test
