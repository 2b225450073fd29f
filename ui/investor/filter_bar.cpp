// Chips that filter the time line. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/filter_bar.h"

#include "models/live/words.h"
#include "ui/charts/series_style.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QAbstractButton>
#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace guardline::ui {

/// 26 px: icon, word, count. Checked is told by fill, frame and weight.
class FilterBar::Chip final : public QAbstractButton {
 public:
  Chip(const Theme& theme, QString icon, QWidget* parent)
      : QAbstractButton(parent), theme_(theme), icon_(std::move(icon)) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  }
  [[nodiscard]] QSize sizeHint() const override {
    const int words = QFontMetrics(theme_.font(12, QFont::DemiBold)).horizontalAdvance(text());
    return {words + theme_.px(icon_.isEmpty() ? 20 : 8 + 14 + 5 + 10), theme_.px(26)};
  }
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    p.setPen(theme_.color(on ? Token::accent : Token::line_strong));
    p.setBrush(theme_.color(on ? Token::accent_soft : underMouse() ? Token::bg_hover : Token::bg_surface));
    const double round = height() / 2.0 - 0.5;
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), round, round);
    const auto ink = theme_.color(on ? Token::accent : Token::text_2);
    int x = theme_.px(icon_.isEmpty() ? 10 : 8);
    if (!icon_.isEmpty()) {
      const int side = theme_.px(14);
      p.drawPixmap(QRect(x, (height() - side) / 2, side, side), icon_pixmap(icon_, side, ink, devicePixelRatioF()));
      x += side + theme_.px(5);
    }
    p.setPen(ink);
    p.setFont(theme_.font(12, on ? QFont::DemiBold : QFont::Normal));
    p.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, text());
  }

 private:
  const Theme& theme_;
  QString icon_;
};

FilterBar::FilterBar(Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      all_(new Chip(theme, {}, this)),
      notes_(nullptr),
      unreached_(nullptr),
      text_(theme, this) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->addWidget(all_);
  connect(all_, &QAbstractButton::clicked, this, [this] {
    Q_EMIT chosen({.channel = {}, .unreached = filter_.unreached, .kind = {}, .words = filter_.words});
  });
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    const auto channel = kChannels[i];
    channels_[i] = new Chip(theme, channel_icon(channel), this);
    row->addWidget(channels_[i]);
    connect(channels_[i], &QAbstractButton::clicked, this, [this, channel] {
      const bool off = filter_.channel == channel;
      Q_EMIT chosen({.channel = off ? std::nullopt : std::optional(channel),
                     .unreached = filter_.unreached,
                     .kind = {},
                     .words = filter_.words});
    });
  }
  notes_ = new Chip(theme, QStringLiteral("note"), this);
  row->addWidget(notes_);
  connect(notes_, &QAbstractButton::clicked, this, [this] {
    const bool off = filter_.kind == EntryKind::note;
    Q_EMIT chosen({.channel = {},
                   .unreached = false,
                   .kind = off ? std::nullopt : std::optional(EntryKind::note),
                   .words = filter_.words});
  });
  auto* rule = make_rule(true, this);
  rule->setFixedHeight(18);
  row->addWidget(rule);
  unreached_ = new Chip(theme, QStringLiteral("filter"), this);
  row->addWidget(unreached_);
  row->addStretch(1);
  words_ = new QLineEdit(this);
  words_->setProperty("kind", QStringLiteral("dense"));
  words_->setMaxLength(models::kWordsLongest);
  words_->setClearButtonEnabled(true);
  words_->setInputMethodHints(Qt::ImhSensitiveData);
  words_->installEventFilter(this);
  auto* glass = words_->addAction(QIcon(), QLineEdit::LeadingPosition);
  row->addWidget(words_, 2);
  const auto look = [this] {
    auto filter = filter_;
    filter.words = words_->text().trimmed();
    if (filter != filter_) Q_EMIT chosen(filter);
  };
  connect(words_, &QLineEdit::returnPressed, this, look);
  connect(words_, &QLineEdit::textChanged, this, [this, look] {
    if (words_->text().isEmpty()) look();  // also by its cross
  });
  connect(unreached_, &QAbstractButton::clicked, this, [this] {
    Q_EMIT chosen({.channel = filter_.channel, .unreached = !filter_.unreached, .kind = {}, .words = filter_.words});
  });
  text_([this, glass] {
    glass->setIcon(icon(QStringLiteral("search"), theme_.color(Token::text_2)));
    words_->setMinimumWidth(theme_.px(110));
    words_->setMaximumWidth(theme_.px(220));
    name_field();
    words_->setAccessibleName(tr("在记录中查找"));
    words_->setAccessibleDescription(tr("按 Enter 在标题和正文中查找，按 Esc 取消"));
    name_chips();
  });
}

void FilterBar::focus_words() {
  words_->setFocus(Qt::ShortcutFocusReason);
  words_->selectAll();
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
  if (watched == words_ && event->type() == QEvent::Resize) name_field();
  if (watched == words_ && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    words_->clear();
    Q_EMIT left();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void FilterBar::show_filter(const models::HistoryFilter& filter, const std::optional<models::HistoryCounts>& counts) {
  filter_ = filter;
  counts_ = counts;
  // Another person's time line begins without words.
  if (filter.words.isEmpty() && !words_->hasFocus() && !words_->text().isEmpty()) {
    const QSignalBlocker quiet(words_);
    words_->clear();
  }
  name_chips();
}

void FilterBar::set_narrow(bool narrow) {
  if (narrow == narrow_) return;
  narrow_ = narrow;
  name_chips();
}

/// With words where these and the field have room, else by icon and count.
void FilterBar::name_chips() {
  name_chips(narrow_);
  if (narrow_) return;
  int needed = words_->minimumWidth() + theme_.px(24);
  for (const auto* chip : findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly)) {
    if (chip->isVisibleTo(this)) needed += chip->sizeHint().width() + layout()->spacing();
  }
  if (needed > width()) name_chips(true);
}

void FilterBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  name_chips();
}

/// Whole or not at all; its accessible name says it in any case.
void FilterBar::name_field() {
  const QFontMetrics fm(words_->font());
  const int room = words_->width() - theme_.px(44);  // its frame, the glass, the cross
  QString shown;
  for (const auto& words : {tr("在记录中查找　/"), tr("查找　/", "in the history")}) {
    if (fm.horizontalAdvance(words) > room) continue;
    shown = words;
    break;
  }
  words_->setPlaceholderText(shown);
}

/// What it takes with icons only: with words it must not keep the page from getting narrower.
QSize FilterBar::minimumSizeHint() const { return {theme_.px(420), QWidget::minimumSizeHint().height()}; }

void FilterBar::name_chips(bool narrow) {
  const auto with = [this](const QString& word, std::int64_t count) {
    return counts_ ? QStringLiteral("%1 %2").arg(word, models::count_text(count)) : word;
  };
  const auto set = [](Chip* chip, const QString& text, const QString& name, bool on) {
    chip->setText(text);
    chip->setAccessibleName(name);
    chip->setChecked(on);
    chip->updateGeometry();
    chip->update();
  };
  const auto all = with(tr("全部"), counts_ ? counts_->messages + counts_->notes + counts_->calls : 0);
  set(all_, all, tr("%1 条").arg(all), !filter_.channel && !filter_.kind);
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    auto count = counts_ ? counts_->channels.at(i).deliveries : 0;
    if (counts_ && kChannels[i] == Channel::phone) count += counts_->calls;
    const auto word = narrow ? (counts_ ? models::count_text(count) : QString())
                             : with(models::channel_short_name(kChannels[i]), count);
    set(channels_[i], word, tr("%1，按 %2").arg(with(models::channel_name(kChannels[i]), count)).arg(i + 1),
        filter_.channel == kChannels[i]);
    // What never occurs takes no room, unless it is chosen.
    channels_[i]->setVisible(!counts_ || count > 0 || filter_.channel == kChannels[i]);
  }
  const auto notes = counts_ ? counts_->notes : 0;
  const auto note = narrow ? models::count_text(notes) : with(tr("备注"), notes);
  set(notes_, note, tr("%1 条").arg(with(tr("备注"), notes)), filter_.kind == EntryKind::note);
  notes_->setVisible(notes > 0 || filter_.kind == EntryKind::note);
  const auto none = with(tr("仅未送达"), counts_ ? counts_->unreached : 0);
  set(unreached_, narrow && counts_ ? models::count_text(counts_->unreached) : none, tr("%1，按 U").arg(none),
      filter_.unreached);
}

}  // namespace guardline::ui
