// No text of the investor page is cut, in both languages, at 100, 150 and 200 %. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "tests/investor/scenes.h"
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"

using namespace guardline;

class InvestorFitTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void texts_fit_data() {
    QTest::addColumn<bool>("english");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("width");
    for (const bool english : {false, true}) {
      for (const double scale : {1.0, 1.5, 2.0})
        QTest::addRow("%s-%d", english ? "en" : "zh", static_cast<int>(scale * 100)) << english << scale << 1440;
      QTest::addRow("%s-narrow", english ? "en" : "zh") << english << 1.0 << 1180;
    }
  }
  void texts_fit() {
    QFETCH(bool, english);
    QFETCH(double, scale);
    QFETCH(int, width);
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    ui::Theme theme(*qApp);
    theme.set_text_scale(scale);
    ui::Preferences preferences(theme, settings);
    preferences.set_language(english ? ui::Preferences::Language::english : ui::Preferences::Language::chinese);
    QStringList found;
    for (const auto& [name, make] : test::investor_scenes()) {
      if (name == QLatin1String("loading")) continue;  // waits for seconds; its words are those of WaitLine
      const auto desk = make(preferences);
      desk->window->resize(static_cast<int>(width * scale), static_cast<int>(870 * scale));
      test::Desk::settle();
      if (desk->window->width() > static_cast<int>(width * scale))
        found << name + QStringLiteral(": the window grew to %1").arg(desk->window->width());
      // What staff wrote has one line in the list whatever its length; the panel beside has the whole.
      static const QRegularExpression written(QStringLiteral("^(客户|重试：|已口头)"));
      for (const auto& line : test::clipped_texts(*desk->window) + test::cut_texts(*desk->window, written))
        found << name + QStringLiteral(": ") + line;
    }
    found.removeDuplicates();
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
  }
};

QTEST_MAIN(InvestorFitTest)
#include "investor_fit_test.moc"
