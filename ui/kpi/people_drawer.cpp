// The people behind the point that was chosen. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/people_drawer.h"

#include "models/kpi/people_words.h"
#include "models/live/words.h"
#include "models/session/session_model.h"
#include "ui/investor/look_words.h"
#include "ui/stepup/step_up.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/wait_line.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {
namespace {

using models::KpiSide;
using models::PeopleModel;
using Column = PeopleModel::Column;

constexpr int kGap = 12;  // from what stands at its left; it comes and goes with the drawer

/// The reach as a badge, outcomes in two lines (the point's channel, then the others); the rest as the style paints it.
class PeopleDelegate final : public QStyledItemDelegate {
 public:
  PeopleDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

  void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const auto column = static_cast<Column>(index.column());
    if (column == Column::name) return QStyledItemDelegate::paint(p, option, index);
    auto bare = option;
    initStyleOption(&bare, index);
    bare.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &bare, p, option.widget);
    if (column == Column::happened)
      return outcomes(p, option.rect, index.data(PeopleModel::OutcomesRole).toStringList());
    const auto reach = words_of(static_cast<models::ReachState>(index.data(PeopleModel::ReachRole).toInt()));
    const auto size = Badge::size_of(theme_, reach.family, reach.word);
    paint_badge(*p, QRect(QPoint(option.rect.left() + 4, option.rect.center().y() - size.height() / 2), size), theme_,
                reach.family, reach.shape, reach.word);
  }

 private:
  void outcomes(QPainter* p, const QRect& cell, QStringList parts) const {
    const auto first = parts.takeFirst();
    const auto rest = parts.join(QStringLiteral("　"));
    const int upper = theme_.px(19);
    const int lower = rest.isEmpty() ? 0 : theme_.px(17);
    QRect line(cell.left() + 4, cell.top() + (cell.height() - upper - lower) / 2, cell.width() - 8, upper);
    const auto write = [&](const QString& text, const QFont& font, Token ink) {
      p->setFont(font);
      p->setPen(theme_.color(ink));
      p->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                  p->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    };
    write(first, theme_.font(13), Token::text);
    line.translate(0, upper);
    line.setHeight(lower);
    if (lower > 0) write(rest, theme_.font(12), Token::text_3);
  }

  const Theme& theme_;
};

int widest_badge(const Theme& theme) {
  int widest = 0;
  for (const auto state : {models::ReachState::reachable, models::ReachState::weak, models::ReachState::lost}) {
    const auto reach = words_of(state);
    widest = std::max(widest, Badge::size_of(theme, reach.family, reach.word).width());
  }
  return widest;
}

}  // namespace

PeopleDrawer::PeopleDrawer(Theme& theme, models::KpiGateway& gateway, models::SessionModel& session, StepUp& step_up,
                           QWidget* parent)
    : QWidget(parent), theme_(theme), session_(session), step_up_(step_up), model_(gateway), text_(theme, this) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGap, 0, 0, 0);
  card_ = new Card(theme, this);
  column->addWidget(card_);
  close_ = new KeyButton(theme, QStringLiteral("Esc"), card_);
  close_->setProperty("kind", QStringLiteral("small"));
  card_->add_head(close_);
  connect(close_, &QPushButton::clicked, this, &PeopleDrawer::shut);

  auto* head = new QWidget(card_);
  auto* lines = new QVBoxLayout(head);
  lines->setContentsMargins(12, 10, 12, 10);
  lines->setSpacing(4);
  point_ = make_text("h2", head);
  numbers_ = make_text("secondary", head);
  sides_ = new Segmented(theme, 3, head);
  lines->addWidget(point_);
  lines->addWidget(numbers_);
  lines->addSpacing(4);
  lines->addWidget(sides_);
  connect(sides_, &Segmented::chosen, this, [this](int index) {
    to_list_ = false;
    model_.show(models::kKpiSides[index]);
  });
  card_->body()->setContentsMargins(0, 0, 0, 0);
  card_->body()->setSpacing(0);
  card_->body()->addWidget(head);
  wait_ = new WaitLine(theme, QStringLiteral("Esc"), card_);
  connect(wait_, &WaitLine::stop_wanted, this, &PeopleDrawer::shut);
  card_->body()->addWidget(wait_);
  card_->body()->addWidget(make_list(), 1);

  note_ = make_text("hint", card_);
  auto* note_row = new QVBoxLayout;
  note_row->setContentsMargins(12, 8, 12, 10);
  note_row->addWidget(note_);
  card_->body()->addLayout(note_row);
  person_ = new KeyButton(theme, QStringLiteral("Enter"), card_);
  person_->setProperty("kind", QStringLiteral("primary"));
  more_ = new KeyButton(theme, QString(), card_);
  connect(person_, &QPushButton::clicked, this, &PeopleDrawer::open_person);
  connect(more_, &QPushButton::clicked, this, [this] { model_.more(); });
  card_->foot()->addWidget(person_);
  card_->foot()->addWidget(more_);
  card_->foot()->addStretch(1);

  connect(&model_, &PeopleModel::changed, this, &PeopleDrawer::refresh);
  connect(&model_, &PeopleModel::step_up_needed, this, &PeopleDrawer::ask_step_up);
  text_([this] {
    setFixedWidth(theme_.px(380) + kGap);
    setAccessibleName(tr("所选点背后的人"));
    card_->set_title(tr("所选点背后的人"));
    close_->setText(tr("关闭"));
    close_->setAccessibleName(tr("关闭名单"));
    sides_->setAccessibleName(tr("名单范围"));
    table_->setAccessibleName(tr("名单，已脱敏"));
    table_->verticalHeader()->setDefaultSectionSize(theme_.px(42));
    table_->horizontalHeader()->resizeSection(static_cast<int>(Column::name), theme_.px(84));
    table_->horizontalHeader()->resizeSection(static_cast<int>(Column::reach), widest_badge(theme_) + theme_.px(12));
    person_->setText(tr("打开投资者"));
    person_->setAccessibleName(tr("打开所选投资者的通信历史"));
    more_->setText(tr("再取 30 人"));
    more_->setAccessibleName(tr("再取 30 人，写入审计"));
    again_->setText(tr("重试"));
    again_->setAccessibleName(tr("重新读取名单"));
    refresh();
  });
  hide();
}

QWidget* PeopleDrawer::make_list() {
  body_ = new QStackedWidget(card_);
  table_ = new QTableView(body_);
  table_->setModel(&model_);
  table_->setItemDelegate(new PeopleDelegate(theme_, table_));
  table_->setProperty("kind", QStringLiteral("inset"));
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setTabKeyNavigation(false);
  table_->setShowGrid(false);
  table_->setWordWrap(false);
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table_->horizontalHeader()->setSectionResizeMode(static_cast<int>(Column::happened), QHeaderView::Stretch);
  auto* copy = new QAction(table_);
  copy->setShortcut(QKeySequence::Copy);
  copy->setShortcutContext(Qt::WidgetShortcut);
  table_->addAction(copy);
  connect(copy, &QAction::triggered, this, &PeopleDrawer::copy_rows);
  connect(table_, &QAbstractItemView::doubleClicked, this, &PeopleDrawer::open_person);
  for (const auto& [key, turn] : {std::pair(Qt::Key_J, 1), std::pair(Qt::Key_K, -1)}) {
    // Else a letter would be searched for among masked names.
    auto* move = new QAction(table_);
    move->setShortcut(QKeySequence(key));
    move->setShortcutContext(Qt::WidgetShortcut);
    table_->addAction(move);
    connect(move, &QAction::triggered, this, [this, turn] {
      const int row = std::clamp(table_->currentIndex().row() + turn, 0, std::max(0, model_.rowCount() - 1));
      table_->setCurrentIndex(model_.index(row, 0));
    });
  }
  empty_ = new EmptyState(theme_, QStringLiteral("person"), body_);
  again_ = new KeyButton(theme_, QStringLiteral("F5"), empty_);
  empty_->add(again_);
  connect(again_, &QPushButton::clicked, this, &PeopleDrawer::retry);
  // In a low window it takes what there is.
  empty_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
  table_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
  body_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
  body_->addWidget(table_);
  body_->addWidget(empty_);
  return body_;
}

void PeopleDrawer::open(models::KpiPeopleQuery point, bool by_keyboard) {
  if (!isVisible()) opener_ = QApplication::focusWidget();
  to_list_ = by_keyboard;
  if (!point.side) point.side = KpiSide::never;
  show();
  model_.open(point);
}

void PeopleDrawer::shut() {
  if (!isVisible()) return;
  const bool inside = isAncestorOf(QApplication::focusWidget());
  hide();
  model_.close();
  if (inside && opener_) opener_->setFocus(Qt::OtherFocusReason);
  opener_.clear();
  Q_EMIT closed();
}

void PeopleDrawer::retry() { model_.retry(); }

void PeopleDrawer::ask_step_up() {
  session_.step_up_over();
  const StepUpWords words{.title = tr("打开名单前请再次验证"),
                          .who = models::kpi_point_name(model_.query()),
                          .range = tr("所选点背后的人和投递经过，已遮蔽")};
  step_up_.ask(this, words, [this](bool fresh) { fresh ? model_.resume() : model_.drop(); });
}

void PeopleDrawer::open_person() {
  if (const auto* person = model_.person(table_->currentIndex().row())) Q_EMIT person_wanted(person->id);
}

void PeopleDrawer::copy_rows() {
  QList<int> rows;
  for (const auto& index : table_->selectionModel()->selectedRows()) rows.append(index.row());
  std::ranges::sort(rows);
  if (!rows.isEmpty()) QGuiApplication::clipboard()->setText(model_.tsv(rows));
}

void PeopleDrawer::refresh_empty() {
  const auto& error = model_.error();
  again_->setVisible(error.has_value() && error->failure != models::LookFailure::role);
  if (error) {
    empty_->set_icon(error->failure == models::LookFailure::step_up ? QStringLiteral("lock")
                                                                    : QStringLiteral("nolink"));
    again_->setText(error->failure == models::LookFailure::step_up ? tr("验证") : tr("重试"));
    return empty_->set(error->failure == models::LookFailure::step_up ? tr("需要再次验证") : tr("名单没有取到"),
                       words_of(*error, session_.clock().now()));
  }
  empty_->set_icon(QStringLiteral("person"));
  if (model_.state() != PeopleModel::State::ready) return empty_->set(QString(), QString());
  const auto side = model_.query().side.value_or(KpiSide::never);
  empty_->set(tr("这一点没有%1的人", "side of a figure").arg(models::kpi_side_name(model_.query().figure, side)),
              tr("其他范围的人数写在上面，可直接切换。"));
}

void PeopleDrawer::refresh() {
  if (model_.state() == PeopleModel::State::closed) return;
  const auto& query = model_.query();
  const auto& numbers = model_.numbers();
  wait_->set(model_.waiting() && !step_up_.dialog());
  point_->setText(models::kpi_point_name(query));
  numbers_->setText(numbers            ? models::kpi_point_numbers(query.figure, *numbers)
                    : model_.waiting() ? tr("正在读取名单，写入审计后显示")
                                       : QString());
  numbers_->setVisible(!numbers_->text().isEmpty());
  for (int i = 0; i < 3; ++i) {
    const auto side = models::kKpiSides[i];
    const auto name = models::kpi_side_name(query.figure, side);
    sides_->set_text(i,
                     numbers ? tr("%1 %2", "side, people").arg(name, models::count_text(model_.on_side(side))) : name);
    if (query.side == side) sides_->set_current(i);
  }
  // Over all channels there is no other one.
  sides_->set_shown(1, query.channel.has_value() || query.figure == models::KpiFigureName::delivery_rate);
  const bool rows = model_.rowCount() > 0;
  refresh_empty();
  body_->setCurrentIndex(rows ? 0 : 1);
  note_->setText(
      rows && model_.error() ? words_of(*model_.error(), session_.clock().now())
      : rows                 ? tr("已显示 %1 人，按权限脱敏。打开个人历史会另写入审计。").arg(models::count_text(model_.rowCount()))
                             : QString());
  note_->setVisible(!note_->text().isEmpty());
  card_->foot()->parentWidget()->setVisible(rows);
  more_->setVisible(rows && model_.has_more());
  more_->setEnabled(!model_.waiting());
  if (rows && !table_->currentIndex().isValid()) table_->setCurrentIndex(model_.index(0, 0));
  if (rows && std::exchange(to_list_, false)) table_->setFocus(Qt::OtherFocusReason);
}

void PeopleDrawer::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      return shut();
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (table_->hasFocus()) return open_person();
      break;
    case Qt::Key_End:
      if (table_->hasFocus()) return model_.more();
      break;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

}  // namespace guardline::ui
