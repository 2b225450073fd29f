// Asks for a second factor where a page needs one. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stepup/step_up.h"

#include "models/session/session_model.h"

#include <QTimer>

namespace guardline::ui {

StepUp::StepUp(Theme& theme, models::SessionModel& session, QObject* parent)
    : QObject(parent), theme_(theme), session_(session) {
  connect(&session_, &models::SessionModel::changed, this, [this] {
    if (!session_.session()) draft_ = {};
  });
}

void StepUp::ask(QWidget* page, const StepUpWords& words, std::function<void(bool)> done) {
  if (dialog_ || session_.state() != models::SessionModel::State::signed_in) {
    QTimer::singleShot(0, page, [done = std::move(done)] { done(false); });
    return;
  }
  auto* dialog = new StepUpDialog(theme_, session_, words, page->window());
  dialog_ = dialog;
  // With the page its wish ends, too; later, for the window itself may be going.
  connect(page, &QObject::destroyed, dialog, &QDialog::reject, Qt::QueuedConnection);
  connect(dialog, &QDialog::finished, this, [this, page = QPointer(page), dialog, done = std::move(done)](int result) {
    dialog_ = nullptr;
    draft_ = session_.unlocking() ? dialog->draft() : StepUpDialog::Draft{};
    dialog->hide();
    dialog->deleteLater();
    if (page) done(result == QDialog::Accepted);
  });
  dialog->restore(draft_);
  dialog->open();
}

}  // namespace guardline::ui
