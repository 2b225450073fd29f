// A limit of the console's start: one field and three labels. SPDX-License-Identifier: GPL-3.0-or-later
// What remains of the console's start when nothing is left of the console but its theme: a plain window with three
// Chinese labels and a field. Keys come from outside; prints {"ms":N}, from $GUARDLINE_BENCH_T0 (CLOCK_MONOTONIC, µs,
// taken just before exec) to the first one that the field has taken.
#include "bench/start/since_exec.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

int main(int argc, char** argv) {
  using namespace guardline;
  QApplication application(argc, argv);
  const ui::Theme theme(application, ui::Theme::Mode::light);
  QWidget window;
  auto* column = new QVBoxLayout(&window);
  const std::pair<const char*, QString> words[] = {{"h1", QStringLiteral("登录")},
                                                   {"hint", QStringLiteral("三项一起核对；不通过时不说明是哪一项。")},
                                                   {"label", QStringLiteral("账号（工号或域账号）")}};
  for (const auto& [kind, text] : words) {
    auto* label = ui::make_label(kind, &window);
    label->setText(text);
    column->addWidget(label);
  }
  auto* field = new QLineEdit(&window);
  column->addWidget(field);
  field->setFocus();
  QObject::connect(field, &QLineEdit::textEdited, &application, [done = false]() mutable {
    if (done) return;
    done = true;
    bench::print_since_exec("ms");
    QTimer::singleShot(0, qApp, &QCoreApplication::quit);
  });
  window.resize(1440, 900);
  window.show();
  return QApplication::exec();
}
