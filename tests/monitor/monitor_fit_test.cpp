// No text of the live monitor is cut, in both languages, at 100, 150 and 200 %; every control has a name.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitor/scenes.h"
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"

#include <QApplication>
#include <QTranslator>

using namespace guardline;

class MonitorFitTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void texts_fit_data() {
    QTest::addColumn<bool>("english");
    QTest::addColumn<double>("scale");
    for (const bool english : {false, true})
      for (const double scale : {1.0, 1.5, 2.0})
        QTest::addRow("%s-%d", english ? "en" : "zh", static_cast<int>(scale * 100)) << english << scale;
  }
  void texts_fit() {
    QFETCH(bool, english);
    QFETCH(double, scale);
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/guardline/i18n/guardline_%1.qm")
                                .arg(english ? QStringLiteral("en") : QStringLiteral("zh_CN"))));
    QApplication::installTranslator(&translator);
    ui::Theme theme(*qApp);
    theme.set_text_scale(scale);
    QStringList found;
    for (const auto& scene : test::monitor_scenes()) {
      test::MonitorStage stage(theme, scene, scale);
      for (const auto& line :
           test::clipped_texts(stage.page) + test::cut_texts(stage.page) + test::unnamed_controls(stage.page))
        found << QLatin1String(scene.name) + QStringLiteral(": ") + line;
    }
    QApplication::removeTranslator(&translator);
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
  }
};

QTEST_MAIN(MonitorFitTest)
#include "monitor_fit_test.moc"
