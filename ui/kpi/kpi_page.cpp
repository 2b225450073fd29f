// The figures of a period: what is shown when. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_page.h"

#include "models/kpi/kpi_csv.h"
#include "models/kpi/kpi_words.h"
#include "models/live/words.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/failure_list.h"
#include "ui/charts/legend.h"
#include "ui/kpi/kpi_card.h"
#include "ui/kpi/kpi_figures.h"
#include "ui/kpi/people_drawer.h"
#include "ui/kpi/period_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/formula_chip.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/wait_line.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSaveFile>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>
#include <algorithm>

namespace guardline::ui {

using models::KpiModel;

KpiPage::~KpiPage() = default;

QString KpiPage::title() const { return tr("看板"); }

QString KpiPage::context() const {
  if (!shown()) return model_.waiting() ? tr("正在统计") : QString();
  return tr("触达与打开，统计截至 %1").arg(models::minute_text(model_.report()->as_of));
}

Page::State KpiPage::state() const {
  switch (model_.state()) {
    case KpiModel::State::loading:
      return State::loading;
    case KpiModel::State::empty:
      return State::empty;
    case KpiModel::State::failed:
      return State::error;
    case KpiModel::State::offline:
      return State::offline;
    case KpiModel::State::denied:
      return State::denied;
    case KpiModel::State::ready:
      break;
  }
  return State::ready;
}

std::vector<KeyHelp> KpiPage::keys() const {
  return {{tr("所选点背后的人"), QStringLiteral("Enter"), Qt::Key_unknown, chart_->crosshair().has_value()},
          {tr("图与数据表切换"), QStringLiteral("T"), Qt::Key_T},
          {tr("导出报表"), QStringLiteral("Ctrl E"), Qt::CTRL | Qt::Key_E},
          {tr("不再等待"), QStringLiteral("Esc")}};
}

std::vector<QWidget*> KpiPage::panes() const {
  if (model_.state() == KpiModel::State::denied) return {};
  std::vector<QWidget*> all{period_, cards_row_, chart_, table_};
  if (people_->isVisible()) all.push_back(people_->view());
  return all;
}

void KpiPage::retry() {
  model_.reload();
  people_->retry();
}

bool KpiPage::shown() const { return model_.is_of_query(); }

bool KpiPage::greyed() const {
  return model_.state() == KpiModel::State::failed || model_.state() == KpiModel::State::offline;
}

KpiCard* KpiPage::card(models::KpiFigureName figure) const {
  for (std::size_t i = 0; i < kFigures; ++i) {
    if (models::kKpiFigures[i] == figure) return cards_[i];
  }
  return nullptr;
}

void KpiPage::refresh() {
  body_->setCurrentIndex(model_.state() == KpiModel::State::denied ? 1 : 0);
  wait_->set(model_.waiting());
  refresh_banner();
  refresh_cards();
  const auto chosen = model_.chosen();
  const auto& report = model_.report();
  chart_card_->set_title(tr("分渠道%1", "title of a figure").arg(models::kpi_title(chosen)),
                         report && shown() ? models::kpi_days(report->from, report->until) : QString());
  formula_->set(models::kpi_formula(chosen), models::kpi_brief(chosen));
  formula_->setToolTip(models::kpi_notes(chosen));
  chart_->show(kpi_chart(model_, shown(), greyed()));
  chart_->setAccessibleName(tr("%1，分渠道走势图").arg(models::kpi_title(chosen)));
  std::vector<Channel> drawn;
  for (const auto& series : chart_->data().series) drawn.push_back(series.channel);
  legend_->show(std::move(drawn), greyed());
  if (shown()) {
    rows_.show(model_);
  } else {
    rows_.clear();
  }
  for (int i = 0; i < rows_.columnCount(); ++i) {
    table_->setColumnHidden(i, !rows_.used(static_cast<models::KpiTableModel::Column>(i)));
  }
  failures_->show(shown() ? kpi_failures(model_) : std::vector<models::FailureShare>(), greyed());
  const auto* scope = shown() ? model_.scope() : nullptr;
  failures_rest_->setVisible(scope != nullptr);
  if (scope != nullptr) {
    failures_rest_->setText(tr("另有过期 %1，结果不明 %2，按规则不发 %3")
                                .arg(models::count_text(scope->failures.expired),
                                     models::count_text(scope->failures.unknown),
                                     models::count_text(scope->failures.suppressed)));
  }
  compared_->setText(report && shown()
                         ? tr("对比上一周期 %1（细线）").arg(models::kpi_days(report->before_from, report->from))
                         : QString());
  export_->setEnabled(shown());
  export_->setToolTip(shown() ? QString() : tr("有了统计结果才能导出"));
  // Other days or another figure: the point is gone.
  if (people_->isVisible() && (!shown() || people_->model().query().figure != chosen)) people_->shut();
  Q_EMIT headline_changed();
}

void KpiPage::open_point(Timestamp at, std::optional<Channel> channel, bool before, bool by_keyboard) {
  const auto& report = model_.report();
  if (!shown() || !report) return;
  const Micros step = report->hourly ? Micros(std::chrono::hours(1)) : Micros(std::chrono::days(1));
  if (before) at -= report->from - report->before_from;
  people_->open({.figure = model_.chosen(), .channel = channel, .from = at, .until = at + step}, by_keyboard);
  make_room();
}

void KpiPage::open_cell(const QModelIndex& index, bool by_keyboard) {
  if (const auto point = rows_.point(index)) open_point(point->at, point->channel, point->before, by_keyboard);
}

/// The drawer takes its place from the reasons where both do not fit.
void KpiPage::make_room() {
  const bool both = !people_->isVisible() || width() >= theme_.px(1320);
  failures_card_->setVisible(both);
  if (auto* grid = qobject_cast<QGridLayout*>(failures_card_->parentWidget()->layout())) {
    grid->addWidget(table_card_, 1, 0, 1, both ? 1 : 2);
  }
}

void KpiPage::refresh_banner() {
  const auto reference = model_.error() ? model_.error()->reference : QString();
  const auto as_of = shown() ? models::minute_text(model_.report()->as_of) : QString();
  retry_->setVisible(greyed());
  if (model_.state() == KpiModel::State::offline) {
    banner_->set(Family::high, shown() ? tr("与中枢断开。这是 %1 的统计，只可查看。联网后按 F5 重新统计。").arg(as_of)
                                       : tr("与中枢断开，还没有这一区间的统计。联网后按 F5 重新统计。"));
  } else if (model_.state() == KpiModel::State::failed) {
    const auto code = reference.isEmpty() ? tr("已停止等待") : reference;
    banner_->set(Family::high,
                 shown() ? tr("没有取到新的统计（%1）。下面仍是 %2 的结果。请按 F5 重新统计。").arg(code, as_of)
                         : tr("没有取到统计（%1）。公式不变，数值暂不能给出。请按 F5 重新统计。").arg(code));
  } else {
    banner_->set(Family::high, export_fault_);
  }
}

void KpiPage::refresh_cards() {
  const bool failed = greyed();
  for (std::size_t i = 0; i < kFigures; ++i) {
    const auto name = models::kKpiFigures[i];
    const auto instead = failed ? tr("无法计算") : QStringLiteral("—");
    const auto why = failed ? tr("没有取到这一区间的统计") : model_.waiting() ? tr("正在统计") : tr("该区间无数据");
    cards_[i]->show(kpi_card(model_, name, shown(), instead, why), failed);
    cards_[i]->setChecked(name == model_.chosen());
  }
}

void KpiPage::swap_chart_and_table() {
  const bool in_table = table_->hasFocus();
  QWidget* next = in_table ? static_cast<QWidget*>(chart_) : table_;
  next->setFocus(Qt::ShortcutFocusReason);
  if (in_table || rows_.rowCount() == 0) return;
  // Where the cross-hair stands, there the table goes on.
  const auto row = chart_->crosshair() ? rows_.row_of(*chart_->crosshair()) : -1;
  if (row >= 0 || !table_->currentIndex().isValid()) table_->setCurrentIndex(rows_.index(std::max(0, row), 0));
}

void KpiPage::ask_where_to() {
  if (!shown()) return;
  auto* dialog = new QFileDialog(this, tr("导出报表"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  dialog->setNameFilter(tr("CSV 表格 (*.csv)"));
  dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  dialog->selectFile(models::kpi_file_name(*model_.report()));
  connect(dialog, &QFileDialog::fileSelected, this, &KpiPage::export_to);
  dialog->open();
}

bool KpiPage::export_to(const QString& path) {
  if (!shown()) return false;
  // All or nothing: a half written report would be taken for a whole one.
  QSaveFile file(path);
  const auto bytes = models::kpi_csv(*model_.report());
  const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
  export_fault_ =
      done ? QString()
           : tr("报表没有保存：%1 不能写入。请换一个位置再导出，统计结果仍在。").arg(QDir::toNativeSeparators(path));
  refresh_banner();
  return done;
}

void KpiPage::keyPressEvent(QKeyEvent* event) {
  if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_E) return ask_where_to();
  if (event->modifiers() == Qt::NoModifier) {
    switch (event->key()) {
      case Qt::Key_T:
        return swap_chart_and_table();
      case Qt::Key_Return:
      case Qt::Key_Enter:
        if (table_->hasFocus()) return open_cell(table_->currentIndex(), true);
        break;
      case Qt::Key_Escape:
        if (model_.waiting()) return model_.cancel();
        if (people_->isVisible()) return people_->shut();
        break;
      default:
        break;
    }
  }
  Page::keyPressEvent(event);
}

void KpiPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) Q_EMIT headline_changed();
}

void KpiPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  make_room();
}

void KpiPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  model_.show(model_.query());
}

}  // namespace guardline::ui
