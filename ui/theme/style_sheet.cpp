// Style rules by "kind". SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

#include "ui/theme/tokens.h"

#include <cmath>

namespace guardline::ui {
namespace {

// "@token@" is a colour, "{n}px" style lengths in design px are written as "n!" and scaled with the text.
constexpr auto sheet = R"(
QWidget#page, QWidget#window { background: @bg-app@; }
QFrame[kind="sunken"] { background: @bg-sunken@; border: 1px solid @line@; border-radius: 5px; }
QFrame[kind="sidepanel"] { background: @bg-app@; border: 0; border-left: 1px solid @line-strong@; }
QFrame[kind="card"] { background: @bg-surface@; border: 1px solid @line@; border-radius: 6px; }
QFrame[kind="surface"], QFrame[kind="topbar"], QFrame[kind="statusbar"] { background: @bg-surface@; border: 0; }
QFrame[kind="topbar"] { border-bottom: 1px solid @line@; }
QFrame[kind="statusbar"] { border-top: 1px solid @line@; }
QFrame[kind="cardhead"] { background: transparent; border: 0; border-bottom: 1px solid @line@; }
QFrame[kind="cardfoot"] { background: transparent; border: 0; border-top: 1px solid @line@; }
QFrame[kind="footbar"] { background: @bg-app@; border: 0; border-top: 1px solid @line@;
  border-bottom-left-radius: 5px; border-bottom-right-radius: 5px; }
QFrame[kind="rule"] { background: @line@; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="vrule"] { background: @line@; border: 0; max-width: 1px; min-width: 1px; }
QFrame[kind="well"] { background: @bg-app@; border: 1px solid @line@; border-radius: 5px; }
QFrame[kind="rail"], QFrame[kind="hubside"] { background: @bg-rail@; border: 0; }
QFrame[kind="hubcard"] { background: transparent; border: 1px solid #33475A; border-radius: 6px; }
QFrame[kind="hubrow"] { background: transparent; border: 0; border-top: 1px solid #24384B; }
QFrame[kind="overlay"] { background: @bg-surface@; border: 1px solid @line-strong@; border-radius: 8px; }
QFrame[kind="overlayfoot"] { background: @bg-app@; border: 0; border-top: 1px solid @line@;
  border-bottom-left-radius: 7px; border-bottom-right-radius: 7px; }
QFrame[kind="fits"] { background: @accent-soft@; border: 0; border-radius: 4px; }
QFrame[kind="menu"] { background: @bg-surface@; border: 1px solid @line-strong@; border-radius: 6px; }

QFrame[kind="stepline"] { background: transparent; border: 0; border-top: 1px solid @line@; }
QFrame[kind="stepline"][on="true"] { background: @accent-soft@; border-left: 3px solid @accent@; }
QLabel { background: transparent; color: @text@; }
QLabel[kind="h1"] { font-size: 17!; font-weight: 700; }
QLabel[kind="h2"] { font-size: 13!; font-weight: 700; }
QLabel[kind="step"] { font-size: 16!; font-weight: 700; }
QLabel[kind="kpi"] { font-size: 26!; font-weight: 700; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="label"] { font-size: 12!; font-weight: 600; color: @text-2@; }
QLabel[kind="secondary"] { font-size: 12!; color: @text-2@; }
QLabel[kind="small"] { font-size: 12!; }
QLabel[kind="smallstrong"] { font-size: 12!; font-weight: 600; }
QLabel[kind="hint"] { font-size: 12!; color: @text-3@; }
QLabel[kind="warn"] { font-size: 12!; color: @high-text@; }
QLabel[kind="fault"] { font-size: 12!; color: @crit-text@; }
QLabel[kind="brand"] { font-size: 26!; font-weight: 700; color: @rail-active-text@; }
QLabel[kind="raildim"] { color: @rail-text@; }
QLabel[kind="railsmall"] { font-size: 12!; color: @rail-text@; }
QLabel[kind="railtext"] { font-size: 12!; color: @rail-active-text@; }
QLabel[kind="railstrong"] { font-weight: 600; color: @rail-active-text@; }
QLabel[kind="formula"] { font-size: 12!; color: @text-2@; background: @bg-sunken@; border-radius: 4px; padding: 2px 7px; }

QLabel[kind="tag"] { font-size: 12!; color: @text-2@; border: 1px solid @low-line@; border-radius: 4px; padding: 1px 7px; }
QLabel[kind="stepnumber"] { font-size: 12!; font-weight: 600; border: 1px solid @line-strong@; border-radius: 13!; }
QLabel[on="true"] { color: @accent@; }
QLabel[kind="stepnumber"][on="true"] { border-color: @accent@; }

QPushButton, QToolButton { background: @bg-surface@; color: @text@; border: 1px solid @line-strong@; border-radius: 5px;
  padding: 0 11px; min-height: 28!; }
QPushButton:hover, QToolButton:hover { background: @bg-hover@; }
QPushButton:pressed, QToolButton:pressed { background: @accent-soft@; }
QPushButton[kind="primary"] { background: @accent@; border-color: @accent@; color: @on-accent@; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accent-hover@; border-color: @accent-hover@; }
QPushButton[kind="small"] { font-size: 12!; padding: 0 8px; min-height: 24!; }
QPushButton[kind="news"] { background: @accent-soft@; color: @accent@; border: 0; border-bottom: 1px solid @line@;
  border-radius: 0; font-size: 12!; font-weight: 600; min-height: 28!; }
QPushButton[kind="news"][urgent="true"] { background: @crit-soft@; color: @crit-text@; }
QPushButton[kind="link"] { background: transparent; border: 0; padding: 0 2px; color: @accent@; font-size: 12!;
  min-height: 24!; text-align: left; }
QPushButton[kind="link"]:hover { color: @accent-hover@; text-decoration: underline; background: transparent; }
QPushButton[kind="tool"], QToolButton[kind="tool"] { background: transparent; border: 0; padding: 0; min-width: 32!;
  max-width: 32!; min-height: 32!; max-height: 32!; }
QPushButton[kind="tool"]:hover, QToolButton[kind="tool"]:hover { background: @bg-hover@; }
QPushButton[kind="eye"] { background: transparent; border: 0; padding: 0; min-height: 0; }
QPushButton[kind="statuslink"] { background: transparent; border: 0; padding: 0 2px; font-size: 12!; color: @text-3@;
  min-height: 22!; }
QPushButton[kind="person"] { background: transparent; border: 0; padding: 0 4px; min-height: 40!; }
QPushButton[kind^="seg"] { color: @text-2@; border-left-width: 0; border-radius: 0; padding: 0 12px; }
QPushButton[kind="small"]:checked { background: @accent-soft@; border-color: @accent@; color: @accent@; }
QPushButton[kind^="seg"]:checked { background: @accent-soft@; color: @accent@; font-weight: 600; }
QPushButton[kind="segfirst"] { border-left-width: 1px; border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QPushButton[kind="seglast"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; }
QPushButton:disabled { background: @bg-sunken@; color: @text-3@; border: 1px dashed @line@; font-weight: 400; }

QLineEdit { background: @bg-surface@; color: @text@; border: 1px solid @line-strong@; border-radius: 5px;
  padding: 0 9px; min-height: 34!; selection-background-color: @accent@; selection-color: @on-accent@; }
QLineEdit:focus { border: 2px solid @focus@; padding: 0 8px; min-height: 32!; }
QLineEdit[kind="search"] { min-height: 28!; }
QLineEdit[kind="search"]:focus { min-height: 26!; }
QLineEdit[kind="dense"] { min-height: 24!; }
QLineEdit[kind="dense"]:focus { min-height: 22!; }
QLineEdit[fault="true"] { border-color: @crit@; }
QLineEdit:disabled { background: @bg-sunken@; color: @text-3@; border: 1px dashed @line@; }
QPlainTextEdit { background: @bg-surface@; color: @text@; border: 1px solid @line-strong@; border-radius: 5px; padding: 6px;
  selection-background-color: @accent@; selection-color: @on-accent@; }
QPlainTextEdit:focus { border: 2px solid @focus@; padding: 5px; }
QPlainTextEdit:disabled { background: @bg-sunken@; color: @text-3@; }
QComboBox { background: @bg-surface@; color: @text@; border: 1px solid @line-strong@; border-radius: 5px; padding: 0 9px;
  min-height: 28!; }
QComboBox:focus { border: 2px solid @focus@; padding: 0 8px; min-height: 26!; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url(:/guardline/icons/down-%look%.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @bg-surface@; color: @text@; border: 1px solid @line-strong@;
  selection-background-color: @accent-soft@; selection-color: @text@; }
QSpinBox { background: @bg-surface@; color: @text@; border: 1px solid @line-strong@; border-radius: 5px; padding: 0 8px;
  min-height: 28!; }
QSpinBox:focus { border: 2px solid @focus@; padding: 0 7px; min-height: 26!; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { background: transparent; border: 0; padding: 0; min-height: 0; }
QLineEdit QToolButton { background: transparent; border: 0; padding: 0; min-height: 0; }
QLineEdit[kind="code"] { font-size: 26!; font-weight: 600; padding: 0 4px 0 15px; min-height: 46!; }
QLineEdit[kind="code"]:focus { padding: 0 3px 0 14px; min-height: 44!; }

QCheckBox, QRadioButton { spacing: 8px; color: @text@; min-height: 24!; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: @text-3@; }
QCheckBox::indicator { width: 15!; height: 15!; border: 1px solid @line-strong@; border-radius: 3px;
  background: @bg-surface@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@;
  image: url(:/guardline/icons/tick-%look%.svg); }
QCheckBox::indicator:disabled { background: @bg-sunken@; }
QRadioButton::indicator { width: 13!; height: 13!; border: 1px solid @line-strong@; border-radius: 7px;
  background: @bg-surface@; }
QRadioButton::indicator:checked { width: 7!; height: 7!; border: 4px solid @accent@; border-radius: 7px; }
QMenu { background: @bg-surface@; color: @text@; border: 1px solid @line-strong@; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent-soft@; color: @accent@; }
QMenu::item:disabled { color: @text-3@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 6px; }
QToolTip { background: @bg-surface@; color: @text@; border: 1px solid @line-strong@; padding: 4px 6px; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @low-line@; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: @line-strong@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTableView { background: @bg-surface@; color: @text@; border: 0; gridline-color: @line@;
  selection-background-color: @accent-soft@; selection-color: @text@; }
QHeaderView::section { background: @bg-sunken@; color: @text-2@; font-size: 12!; font-weight: 600; border: 0;
  border-bottom: 1px solid @line@; padding: 0 3px; min-height: 30!; }
QTableView[kind="alerts"] QHeaderView::section:first { padding-left: 11!; }
QTableView[kind="inset"] { padding: 0 9px; }
QListWidget[kind="plain"] { background: transparent; border: 0; outline: 0; }
QFrame[kind="column"] { background: @bg-surface@; border: 0; border-right: 1px solid @line@; }
)";

}  // namespace

QString style_sheet(const Tokens& tokens, bool dark, double scale) {
  auto text = tokens.fill(QString::fromUtf8(sheet));
  text.replace(QStringLiteral("%look%"), dark ? QStringLiteral("dark") : QStringLiteral("light"));
  QString scaled;
  scaled.reserve(text.size() + text.size() / 16);
  const QStringView all(text);
  qsizetype last = 0;
  for (auto mark = all.indexOf(u'!'); mark >= 0; mark = all.indexOf(u'!', mark + 1)) {
    auto digits = mark;
    while (digits > last && all[digits - 1].isDigit()) --digits;
    if (digits == mark) continue;
    scaled += all.sliced(last, digits - last);
    scaled += QString::number(std::lround(all.sliced(digits, mark - digits).toInt() * scale)) + QStringLiteral("px");
    last = mark + 1;
  }
  return scaled += all.sliced(last);
}

}  // namespace guardline::ui
