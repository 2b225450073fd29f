// Bell, drawer and toast over one window. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notification_centre.h"

#include "models/alerts/notification_model.h"
#include "ui/notifications/bell_button.h"
#include "ui/notifications/notification_drawer.h"
#include "ui/notifications/toast.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QShortcut>

namespace guardline::ui {

NotificationCentre::NotificationCentre(Theme& theme, models::AlertCentre& centre, models::NotificationModel& model,
                                       const Clock& clock, std::function<void()> ring, QWidget* window)
    : QObject(window),
      model_(model),
      sound_(clock, std::move(ring)),
      bell_(new BellButton(theme, window)),
      drawer_(new NotificationDrawer(theme, model, window)),
      toast_(new Toast(theme, window)),
      texts_(theme, bell_) {
  bell_->hide();
  connect(new QShortcut(Qt::Key_F8, window), &QShortcut::activated, this, &NotificationCentre::toggle);
  connect(bell_, &QPushButton::clicked, this, &NotificationCentre::toggle);
  connect(&centre, &models::AlertCentre::announced, this,
          [this](const std::vector<models::AlertEntryPtr>& entries, bool standing) {
            if (!standing) sound_.hear(entries);
          });
  connect(&model, &models::NotificationModel::arrived, this, [this](const std::vector<models::AlertEntryPtr>& entries) {
    // Who has the drawer open sees them come.
    if (inside_ && !drawer_->isVisible()) toast_->tell(entries);
  });
  const auto say = [this, &theme] {
    bell_->set_count(model_.unread());
    bell_->setIconSize({theme.px(18), theme.px(18)});
    bell_->setIcon(icon(QStringLiteral("bell"), theme.color(Token::text_2)));
    bell_->setAccessibleName(model_.unread() > 0 ? tr("通知，%n 条未读", nullptr, model_.unread()) : tr("通知"));
    bell_->setToolTip(tr("通知（F8）"));
  };
  connect(&model, &models::NotificationModel::unreadChanged, this, say);
  connect(drawer_, &NotificationDrawer::opened, this, &NotificationCentre::open_wanted);
  connect(toast_, &Toast::opened, this, &NotificationCentre::open_wanted);
  connect(toast_, &Toast::list_wanted, this, [this] { drawer_->open(); });
  texts_(say);
}

void NotificationCentre::toggle() {
  if (!inside_) return;
  if (drawer_->isVisible()) return drawer_->shut();
  toast_->shut();
  drawer_->open();
}

void NotificationCentre::set_inside(bool inside) {
  inside_ = inside;
  if (inside) return;
  drawer_->hide();
  toast_->shut();
}

}  // namespace guardline::ui
