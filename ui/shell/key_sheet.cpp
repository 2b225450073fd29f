// The keys on paper. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_sheet.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPrinter>
#include <QTextDocument>

namespace guardline::ui {

QString key_sheet_html(const QString& title, const std::vector<KeyGroup>& groups) {
  auto html = QStringLiteral("<h2>%1</h2>").arg(title.toHtmlEscaped());
  for (const auto& group : groups) {
    if (group.keys.empty()) continue;
    html += QStringLiteral("<h4>%1 %2</h4><table width=\"100%\" cellspacing=\"0\" cellpadding=\"2\">")
                .arg(group.title.toHtmlEscaped(), group.where.toHtmlEscaped());
    for (const auto& key : group.keys) {
      html += QStringLiteral("<tr><td>%1</td><td align=\"right\">%2</td></tr>")
                  .arg(key.action.toHtmlEscaped(), QString(key.keys).replace(u'|', u' ').toHtmlEscaped());
    }
    html += QStringLiteral("</table>");
  }
  return html;
}

bool print_key_sheet(QPrinter& printer, const QString& html, const QFont& font) {
  QPainter painter;
  // Asked beforehand: a document prints into nothing without a word.
  if (!painter.begin(&printer)) return false;
  QTextDocument page;
  page.documentLayout()->setPaintDevice(&printer);
  page.setDefaultFont(font);
  page.setHtml(html);
  const QSizeF paper = printer.pageRect(QPrinter::DevicePixel).size();
  page.setPageSize(paper);
  for (int number = 0; number < page.pageCount(); ++number) {
    if (number > 0 && !printer.newPage()) return false;
    painter.save();
    painter.translate(0, -number * paper.height());
    page.drawContents(&painter, QRectF(0, number * paper.height(), paper.width(), paper.height()));
    painter.restore();
  }
  return painter.end();
}

}  // namespace guardline::ui
