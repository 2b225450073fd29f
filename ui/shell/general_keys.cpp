// Keys that act on every page of one kind of thing. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/general_keys.h"

#include <QCoreApplication>

namespace guardline::ui {
namespace {

QString say(const char* text) { return QCoreApplication::translate("GeneralKeys", text); }

}  // namespace

KeyGroup list_keys() {
  return {say(QT_TRANSLATE_NOOP("GeneralKeys", "列表与时间线")),
          say(QT_TRANSLATE_NOOP("GeneralKeys", "所有列表")),
          {{say(QT_TRANSLATE_NOOP("GeneralKeys", "下一行、上一行")), QStringLiteral("J|K|↓|↑")},
           {say(QT_TRANSLATE_NOOP("GeneralKeys", "复制所选行（已脱敏）")), QStringLiteral("Ctrl C")}}};
}

KeyGroup chart_keys() {
  return {say(QT_TRANSLATE_NOOP("GeneralKeys", "图表")),
          say(QT_TRANSLATE_NOOP("GeneralKeys", "按 Tab 进入")),
          {{say(QT_TRANSLATE_NOOP("GeneralKeys", "移动到点")), QStringLiteral("←|→")},
           {say(QT_TRANSLATE_NOOP("GeneralKeys", "最早、最近的点")), QStringLiteral("Home|End")},
           {say(QT_TRANSLATE_NOOP("GeneralKeys", "换一条线")), QStringLiteral("PgUp|PgDn")},
           {say(QT_TRANSLATE_NOOP("GeneralKeys", "放大、缩小、还原")), QStringLiteral("+|−|0")},
           {say(QT_TRANSLATE_NOOP("GeneralKeys", "数据表")), QStringLiteral("T")}}};
}

KeyGroup dialog_keys() {
  return {say(QT_TRANSLATE_NOOP("GeneralKeys", "对话框")),
          {},
          {{say(QT_TRANSLATE_NOOP("GeneralKeys", "默认动作，从不是删除")), QStringLiteral("Enter")},
           {say(QT_TRANSLATE_NOOP("GeneralKeys", "取消")), QStringLiteral("Esc")},
           {say(QT_TRANSLATE_NOOP("GeneralKeys", "选第 N 项")), QStringLiteral("1|…|6")}}};
}

}  // namespace guardline::ui
