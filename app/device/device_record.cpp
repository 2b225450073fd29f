// What this computer keeps about its enrolment, as a file. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/device_record.h"

#include "core/wire/codec.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace guardline::app {

GUARDLINE_WIRE_DEFINE(DeviceRecord)

namespace {

constexpr qint64 kMaxBytes = 64 * 1024;

QString path_in(const QString& folder) { return QDir(folder).filePath(QStringLiteral("device.json")); }

}  // namespace

Result<QString> home_folder() {
  auto folder = qEnvironmentVariable("GUARDLINE_HOME");
  if (folder.isEmpty()) folder = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
  if (!QDir(folder).exists()) {
    if (!QDir().mkpath(folder)) return fail(ErrorCode::io, "the console's folder can't be made");
    // Only what we made ourselves: a folder given by hand keeps the rights its owner chose.
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  }
  return folder;
}

Result<std::optional<DeviceRecord>> load_record(const QString& folder) {
  QFile file(path_in(folder));
  if (!file.exists()) return std::optional<DeviceRecord>{};
  if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::io, "device.json can't be read");
  const auto text = file.read(kMaxBytes).toStdString();
  auto record = wire::from_json<DeviceRecord>(text, {.ignore_unknown = true});
  if (!record) {
    const auto& first = record.error().front();
    return fail(ErrorCode::corrupt, "device.json: " + first.pointer + " " + first.detail);
  }
  return std::optional(std::move(*record));
}

Status save_record(const QString& folder, const DeviceRecord& record) {
  QSaveFile file(path_in(folder));
  if (!file.open(QIODevice::WriteOnly)) return fail(ErrorCode::io, "device.json can't be written");
  file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
  file.write(QByteArray::fromStdString(wire::to_json(record)));
  if (!file.commit()) return fail(ErrorCode::io, "device.json can't be written");
  return {};
}

Status remove_record(const QString& folder) {
  QFile file(path_in(folder));
  if (file.exists() && !file.remove()) return fail(ErrorCode::io, "device.json can't be removed");
  return {};
}

}  // namespace guardline::app
