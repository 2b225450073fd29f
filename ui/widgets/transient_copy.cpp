// The clipboard forgets. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/transient_copy.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QTimer>

namespace guardline::ui {
namespace {

QByteArray digest(const QString& text) { return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256); }

}  // namespace

void copy_for_a_minute(const QString& text) { copy_for(text, clipboard_clears_after); }

void copy_for(const QString& text, std::chrono::seconds time) {
  QGuiApplication::clipboard()->setText(text);
  // Bound to the application, not to the page: leaving the page must not leave the secret on the clipboard.
  QTimer::singleShot(time, qApp, [copied = digest(text)] {
    auto* clipboard = QGuiApplication::clipboard();
    if (digest(clipboard->text()) == copied) clipboard->clear();
  });
}

}  // namespace guardline::ui
