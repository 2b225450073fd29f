// No text is cut in any scene, in both languages, at 100, 150 and 200 %. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"
#include "tests/ui_shell/scenes.h"

using namespace guardline;

class FitTest final : public QObject {
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
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    ui::Theme theme(*qApp);
    theme.set_text_scale(scale);
    ui::Preferences preferences(theme, settings);
    preferences.set_language(english ? ui::Preferences::Language::english : ui::Preferences::Language::chinese);
    QStringList found;
    for (const auto& [name, make] : test::scenes()) {
      const auto stage = make(preferences);
      // A screen at 200 % has as many logical pixels more as its text is larger.
      stage->window->resize(static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
      test::Stage::settle();
      for (const auto& line : test::clipped_texts(*stage->window) + test::cut_texts(*stage->window))
        found << name + QStringLiteral(": ") + line;
    }
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
  }
};

QTEST_MAIN(FitTest)
#include "fit_test.moc"
