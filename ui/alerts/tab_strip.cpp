// Paints the tabs. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/tab_strip.h"

#include "models/live/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tab_stop.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace guardline::ui {
namespace {

class Tab final : public QAbstractButton {
 public:
  Tab(const Theme& theme, QWidget* parent) : QAbstractButton(parent), theme_(theme) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  }
  // As wide as the bold form, so that choosing moves nothing.
  [[nodiscard]] QSize sizeHint() const override {
    const QFontMetrics metrics(theme_.font(13, QFont::DemiBold));
    return {metrics.horizontalAdvance(text()) + theme_.px(20), theme_.px(38)};
  }
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    const bool on = isChecked();
    if (underMouse() && !on) p.fillRect(rect().adjusted(0, 0, 0, -1), theme_.color(Token::bg_hover));
    p.setFont(theme_.font(13, on ? QFont::DemiBold : QFont::Normal));
    p.setPen(theme_.color(on ? Token::accent : Token::text_2));
    p.drawText(rect(), Qt::AlignCenter, text());
    if (on) p.fillRect(QRect(theme_.px(4), height() - 3, width() - 2 * theme_.px(4), 3), theme_.color(Token::accent));
    if (hasFocus()) {
      p.setPen(QPen(theme_.color(Token::focus), 2));
      p.drawRect(rect().adjusted(3, 5, -4, -6));
    }
  }

 private:
  const Theme& theme_;
};

}  // namespace

TabStrip::TabStrip(Theme& theme, int count, QWidget* parent) : QWidget(parent), group_(new QButtonGroup(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(6, 0, 6, 0);
  row->setSpacing(0);
  for (int i = 0; i < count; ++i) {
    auto* tab = new Tab(theme, this);
    group_->addButton(tab, i);
    row->addWidget(tab);
    tabs_.push_back(tab);
  }
  row->addStretch(1);
  group_->setExclusive(true);
  if (count > 0) tabs_.front()->setChecked(true);
  stop_tab_at_chosen(group_);
  connect(group_, &QButtonGroup::idClicked, this, &TabStrip::chosen);
  connect(&theme, &Theme::changed, this, [this] {
    for (auto* tab : tabs_) tab->updateGeometry();
  });
}

void TabStrip::set_text(int index, const QString& word, int number) {
  auto* tab = this->tab(index);
  const auto text = number < 0 ? word : QStringLiteral("%1 %2").arg(word, models::count_text(number));
  if (tab->text() == text) return;
  tab->setText(text);
  tab->setAccessibleName(number < 0 ? word : tr("%1，%n 条", nullptr, number).arg(word));
  tab->updateGeometry();
  tab->update();
}

void TabStrip::set_current(int index) { tab(index)->setChecked(true); }
int TabStrip::current() const { return group_->checkedId(); }

}  // namespace guardline::ui
