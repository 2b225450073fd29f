// The alert centre with a fake gateway: states, keys, stale acts, texts that fit. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "models/alerts/alert_words.h"
#include "tests/alerts/scenes.h"
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"
#include "ui/alerts/axis_box.h"
#include "ui/alerts/cause_chart.h"
#include "ui/alerts/load_bars.h"
#include "ui/alerts/load_strip.h"
#include "ui/alerts/tab_strip.h"
#include "ui/charts/chart_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTranslator>
#include <memory>

using namespace guardline;
using namespace std::chrono_literals;
using test::Stage;
using Act = ui::ActPanel::Act;
using Kind = models::AlertFeed::Kind;

namespace {

struct Shown : Stage {
  explicit Shown(ui::Theme& theme, models::Role role = models::Role::risk) : Stage(theme, models::rights_of(role)) {
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.setFocus();
  }
  void key(Qt::Key code, Qt::KeyboardModifiers with = Qt::NoModifier) {
    QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &page, code, with);
  }
  void type(const QString& text) {
    for (const auto letter : text) {
      QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
      QApplication::sendEvent(QApplication::focusWidget(), &press);
    }
  }
  [[nodiscard]] QString said() { return acts()->note()->text(); }
  [[nodiscard]] QString banner() {
    for (const auto* banner : page.findChildren<ui::Banner*>()) {
      if (banner->isVisible() && banner->parentWidget() == &page) return banner->text();
    }
    return {};
  }
};

/// Counts what a view asks for.
class CountedList final : public models::AlertListModel {
 public:
  using AlertListModel::AlertListModel;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
    ++asked;
    return AlertListModel::data(index, role);
  }
  mutable int asked{0};
};

}  // namespace

class AlertsPageTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { theme_ = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() { theme_.reset(); }

  void five_states() {
    Shown s(*theme_);
    using State = ui::Page::State;
    QVERIFY(s.page.state() == State::loading);
    s.gateway.tell_snapshot({});
    QTRY_VERIFY(s.page.state() == State::empty);
    s.desk();
    QVERIFY(s.page.state() == State::ready);
    QVERIFY(s.banner().isEmpty());
    s.gateway.tell(models::AlertFeed{Kind::stale, s.clock.now()});
    QVERIFY(s.page.state() == State::error);
    QVERIFY(s.banner().startsWith(QStringLiteral("告警列表可能不完整")));
    QCOMPARE(s.centre.list().rowCount(), 6);  // old data stay
    s.gateway.tell(models::AlertFeed{Kind::offline, s.clock.now()});
    QVERIFY(s.page.state() == State::offline);
    QVERIFY(s.banner().contains(QStringLiteral("与中枢断开")));
    QVERIFY(s.page.context().startsWith(QStringLiteral("截至")));
    s.page.retry();
    QCOMPARE(s.gateway.retries, 1);
    s.gateway.tell(models::AlertFeed{Kind::denied, s.clock.now()});
    QVERIFY(s.page.state() == State::denied);
    QVERIFY(!s.page.list()->isVisible());
    s.gateway.tell(models::AlertFeed{Kind::live, s.clock.now()});
    QVERIFY(s.page.state() == State::ready && s.banner().isEmpty());
  }

  void acknowledged_by_keys_alone() {
    Shown s(*theme_);
    s.desk();
    s.key(Qt::Key_J);
    s.key(Qt::Key_J);
    const auto id = test::alert_id(0x3404);
    QVERIFY(s.centre.opened() == id);
    s.key(Qt::Key_A);
    QVERIFY(s.gateway.wishes.empty());  // a comment is missing: the key leads to it
    QVERIFY(s.acts()->field()->hasFocus());
    QVERIFY(s.said().contains(QStringLiteral("Ctrl+Enter")));
    s.type(QStringLiteral("a 已联系移动值班"));  // letters are letters in a field
    s.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(s.gateway.wishes.size(), std::size_t{1});
    const auto& wish = s.gateway.wishes[0];
    QVERIFY(wish.act == AlertAct::acknowledged && wish.alert == id && wish.occurrence == 1);
    QCOMPARE(wish.text, QStringLiteral("a 已联系移动值班"));
    QTRY_VERIFY(s.centre.entry()->alert.acknowledged);
    QTRY_VERIFY(s.page.list()->view()->hasFocus());
    QVERIFY(s.said().startsWith(QStringLiteral("A-003404#1：已确认知晓")));
    QVERIFY(s.acts()->field()->toPlainText().isEmpty());
    // The row stays under the eye and says that it has moved on; Esc lets it go.
    QCOMPARE(s.page.list()->view()->currentIndex().row(), 1);
    QTRY_COMPARE(s.centre.list().moved(), 1);
    const auto state = s.centre.list().index(1, static_cast<int>(models::AlertListModel::Column::state));
    QCOMPARE(state.data(models::AlertListModel::SecondRole).toString(), QStringLiteral("已移到「处理中」"));
    s.key(Qt::Key_Escape);
    QCOMPARE(s.centre.list().rowCount(), 5);
    QVERIFY(s.centre.list().row_of(id) < 0);
    QCOMPARE(s.page.list()->tabs()->tab(1)->text(), QStringLiteral("处理中 4"));
  }

  void load_mix_and_shelves_stand_above_where_there_is_room() {
    Shown s(*theme_);
    auto* strip = s.page.findChild<ui::LoadStrip*>();
    s.page.resize(1096, 642);
    QVERIFY(!strip->isVisible());
    s.page.resize(1356, 792);
    QVERIFY(strip->isVisible());
    s.desk();
    const auto* bars = strip->findChild<ui::LoadBars*>();
    QVERIFY(bars->accessibleDescription().contains(QStringLiteral("至少")));
    // The shelf that ends next, by keyboard.
    const auto buttons = strip->findChildren<QPushButton*>();
    auto* soonest = buttons.front();
    QVERIFY(soonest->isVisible() && soonest->accessibleName().contains(QStringLiteral("A-003351#1")));
    soonest->setFocus();
    QTest::keyClick(soonest, Qt::Key_Space);
    QVERIFY(s.centre.opened() == test::alert_id(0x3351));
    QVERIFY(s.centre.list().tab() == models::AlertTab::shelved);
    // More than ten within ten minutes: told above, in three sentences.
    const auto flooded = [&] {
      for (const auto* banner : s.page.findChildren<ui::Banner*>())
        if (banner->isVisible() && banner->text().startsWith(QStringLiteral("告警洪泛"))) return true;
      return false;
    };
    QVERIFY(!flooded());
    for (int i = 0; i < 11; ++i) s.gateway.tell_change(test::make_alert(0x4000 + i, Severity::medium, s.clock.now()));
    QTRY_VERIFY(flooded());
  }

  void what_was_dealt_with_leaves_when_the_next_row_is_chosen() {
    Shown s(*theme_);
    s.desk();
    s.key(Qt::Key_J);
    s.key(Qt::Key_J);
    const auto id = *s.centre.opened();
    s.key(Qt::Key_A);
    s.type(QStringLiteral("已联系"));
    s.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(s.centre.list().moved(), 1);
    QTRY_VERIFY(s.page.list()->view()->hasFocus());
    const auto before = s.centre.list().rowCount();
    // Something new comes meanwhile: it goes on waiting, for nothing may come in under the hand.
    s.gateway.tell_change(test::make_alert(0x3500, Severity::urgent, s.clock.now()));
    QTRY_COMPARE(s.centre.list().queued(), 1);
    s.key(Qt::Key_J);
    const auto next = *s.centre.opened();
    QVERIFY(next != id);
    QTRY_COMPARE(s.centre.list().rowCount(), before - 1);
    QVERIFY(s.centre.list().row_of(id) < 0);
    QCOMPARE(s.centre.list().moved(), 0);
    QCOMPARE(s.centre.list().queued(), 1);
    QVERIFY(s.centre.opened() == next);
    const auto chosen = s.page.list()->view()->selectionModel()->selectedRows();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().row(), s.centre.list().row_of(next));
    // Back up: the row above is the first one, not the one that has left.
    s.key(Qt::Key_K);
    QVERIFY(s.centre.opened() != id && s.centre.opened() != next);
  }

  void resolve_shelve_and_hand_over_by_keys() {
    Shown s(*theme_);
    s.desk();
    s.key(Qt::Key_J);
    s.key(Qt::Key_F);
    QVERIFY(s.gateway.wishes.empty());
    QVERIFY(s.said().contains(QStringLiteral("先按 A")));  // 确认知晓 comes before 处置完成
    QVERIFY(!s.acts()->button(Act::resolve)->isEnabled());
    QVERIFY(!s.acts()->button(Act::resolve)->toolTip().isEmpty());

    s.key(Qt::Key_S);
    QVERIFY(s.acts()->field()->hasFocus());
    s.type(QStringLiteral("计划割接"));
    s.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(s.gateway.wishes.size(), std::size_t{1});
    QVERIFY(s.gateway.wishes[0].act == AlertAct::shelved);
    QVERIFY(s.gateway.wishes[0].until == s.clock.now() + 1h);
    QTRY_COMPARE(s.acts()->button(Act::shelve)->text(), QStringLiteral("取消搁置"));
    QTRY_VERIFY(s.page.list()->view()->hasFocus());
    s.key(Qt::Key_S);  // the way back needs no reason
    QTRY_COMPARE(s.gateway.wishes.size(), std::size_t{2});
    QVERIFY(s.gateway.wishes[1].act == AlertAct::unshelved);

    QTRY_VERIFY(s.page.list()->view()->hasFocus() && !s.centre.busy());
    s.key(Qt::Key_O);
    auto* account = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(account != nullptr);
    s.type(QStringLiteral("linxiao"));
    s.key(Qt::Key_Return);
    QTRY_COMPARE(s.gateway.wishes.size(), std::size_t{3});
    QVERIFY(s.gateway.wishes[2].act == AlertAct::assigned);
    QCOMPARE(s.gateway.wishes[2].account, QStringLiteral("linxiao"));
    QTRY_VERIFY(!s.centre.busy());

    s.page.show_subject(QStringLiteral("alert:") + QString::fromStdString(test::alert_id(0x3370).text()));
    QTRY_VERIFY(s.centre.list().tab() == models::AlertTab::in_hand);
    s.page.list()->view()->setFocus();
    s.key(Qt::Key_F);
    s.type(QStringLiteral("已切换通道"));
    s.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(s.gateway.wishes.size(), std::size_t{4});
    QVERIFY(s.gateway.wishes[3].act == AlertAct::resolved);
    QTRY_VERIFY(s.centre.entry()->alert.resolved);
  }

  void a_key_that_changes_the_act_never_sends_the_old_words() {
    Shown s(*theme_);
    s.desk();
    s.key(Qt::Key_J);
    s.acts()->field()->setPlainText(QStringLiteral("这是确认说明"));
    s.key(Qt::Key_S);
    QVERIFY(s.gateway.wishes.empty());
    QVERIFY(s.acts()->current() == Act::shelve);
    s.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(s.gateway.wishes.size(), std::size_t{1});
  }

  void a_stale_acknowledgement_is_told() {
    Shown s(*theme_);
    s.desk();
    s.key(Qt::Key_J);
    s.acts()->field()->setPlainText(QStringLiteral("已联系"));
    auto again = s.centre.entry()->alert;
    again.occurrence = 2;
    again.revision = 8;
    s.gateway.tell_change(again);
    QTRY_VERIFY(s.centre.raised_again());
    s.key(Qt::Key_A);
    QVERIFY(s.gateway.wishes.empty());
    QCOMPARE(s.acts()->refusal()->text(), QStringLiteral("该触发已恢复并再次触发（#2）。请确认新的触发。"));
    QCOMPARE(s.acts()->field()->toPlainText(), QStringLiteral("已联系"));  // nothing typed is lost
    s.key(Qt::Key_A);
    QTRY_COMPARE(s.gateway.wishes.size(), std::size_t{1});
    QCOMPARE(s.gateway.wishes[0].occurrence, 2);
    QTRY_VERIFY(!s.acts()->refusal()->isVisible());
  }

  void who_was_first_is_told() {
    Shown s(*theme_);
    s.desk();
    s.key(Qt::Key_J);
    models::AlertRefusal late;
    late.kind = models::AlertRefusal::Kind::already_acknowledged;
    auto present = s.centre.entry()->alert;
    present.revision = 5;
    present.acknowledged = true;
    models::AlertLogLine line;
    line.act = AlertAct::acknowledged;
    line.occurrence = 1;
    line.at = from_micros(1'795'142'525'000'000);
    line.actor = models::AlertPerson{{}, QStringLiteral("林晓")};
    late.present = models::AlertDetail{.alert = present, .log = {line}};
    s.gateway.refuse = late;
    s.acts()->field()->setPlainText(QStringLiteral("已联系"));
    s.key(Qt::Key_A);
    QTRY_VERIFY(s.acts()->refusal()->isVisible());
    QVERIFY(s.acts()->refusal()->text().startsWith(QStringLiteral("该告警已由林晓于 10:42:05 确认")));
    QCOMPARE(s.acts()->field()->toPlainText(), QStringLiteral("已联系"));
    QCOMPARE(s.acts()->button(Act::acknowledge)->text(), QStringLiteral("已确认"));
  }

  void a_wish_that_waits_here_says_so() {
    Shown s(*theme_);
    s.desk();
    s.gateway.queue_at = from_micros(1'795'142'537'000'000);
    s.key(Qt::Key_J);
    s.acts()->field()->setPlainText(QStringLiteral("离线时看到"));
    s.key(Qt::Key_A);
    QTRY_VERIFY(s.said().contains(QStringLiteral("已存在本机")));
    const auto cell = s.centre.list().index(0, static_cast<int>(models::AlertListModel::Column::state));
    QTRY_COMPARE(cell.data(models::AlertListModel::SecondRole).toString(), QStringLiteral("离线确认 10:42"));
    QCOMPARE(s.centre.store().count(models::AlertTab::to_acknowledge), 6);  // not done yet, and not said to be
    auto sent = s.centre.entry()->alert;
    sent.revision += 1;
    sent.acknowledged = true;
    s.gateway.tell_change(sent);
    QTRY_VERIFY(!s.said().contains(QStringLiteral("已存在本机")));
  }

  void new_rows_wait_while_one_is_read() {
    Shown s(*theme_);
    s.desk();
    s.key(Qt::Key_J);
    s.key(Qt::Key_J);
    auto* view = s.page.list()->view();
    const auto y = view->visualRect(view->currentIndex()).y();
    s.gateway.tell_change(test::make_alert(0x3500, Severity::urgent, s.clock.now() - 5h));  // would stand above
    QTRY_VERIFY(s.page.list()->news()->isVisible());
    QCOMPARE(s.page.list()->news()->text(), QStringLiteral("有 1 条新事件，其中有紧急"));
    QCOMPARE(view->currentIndex().row(), 1);
    QCOMPARE(view->visualRect(view->currentIndex()).y(), y);
    s.key(Qt::Key_Escape);
    QVERIFY(!s.page.list()->news()->isVisible());
    QVERIFY(s.centre.list().entry(0).alert.id == test::alert_id(0x3500));
    QVERIFY(!s.centre.opened());
  }

  void the_detail_says_axes_sample_and_cause() {
    Shown s(*theme_);
    s.desk();
    s.choose(0);
    QStringList answers;
    for (const auto* box : s.page.detail()->findChildren<ui::AxisBox*>()) answers << box->answer();
    QCOMPARE(answers, QStringList({QStringLiteral("活动 0:13:26"), QStringLiteral("未确认"), QStringLiteral("无")}));
    QStringList texts;
    for (const auto* label : s.page.detail()->findChildren<QLabel*>()) {
      if (label->isVisible()) texts << label->text();
    }
    QVERIFY(texts.contains(QStringLiteral("92.6%，样本 692 条")));
    QVERIFY(texts.contains(QStringLiteral("触发 #1，92.6%，样本 692 条")));
    const auto& data = s.page.detail()->chart()->data();
    QCOMPARE(data.series.size(), std::size_t{1});
    QVERIFY(data.series[0].cells.size() > 10);
    QCOMPARE(data.thresholds[0].value, 97.0);
    QVERIFY(data.from <= s.centre.entry()->alert.raised_at);
    // A backlog is known as of now only: of what each minute planned, how much still waits. Once it is over, nothing is
    // said.
    s.choose(2);
    auto backlog = s.centre.entry()->alert;
    QCOMPARE(backlog.trigger.metric, AlertMetric::backlog);
    QVERIFY(s.page.detail()->chart()->isVisible());
    const auto& waiting = s.page.detail()->chart()->data();
    QVERIFY(waiting.thresholds.empty());
    QCOMPARE(waiting.series.size(), std::size_t{1});
    for (const auto& cell : waiting.series[0].cells) QVERIFY(cell.numerator <= cell.denominator);
    backlog.active = false;
    QVERIFY(!ui::has_cause_chart(backlog));
  }

  void who_only_reads_is_told_so() {
    Shown s(*theme_, models::Role::compliance);
    s.desk();
    s.key(Qt::Key_J);
    for (const auto act : {Act::acknowledge, Act::resolve, Act::shelve, Act::assign}) {
      QVERIFY(!s.acts()->button(act)->isEnabled());
    }
    s.key(Qt::Key_A);
    QVERIFY(s.said().contains(QStringLiteral("只能查看")));
    QVERIFY(s.gateway.wishes.empty());
  }

  void a_draft_is_there_again() {
    Shown s(*theme_);
    s.desk();
    s.key(Qt::Key_J);
    s.acts()->field()->setPlainText(QStringLiteral("写了一半"));
    s.key(Qt::Key_J);
    QVERIFY(s.acts()->field()->toPlainText().isEmpty());
    s.key(Qt::Key_K);
    QCOMPARE(s.acts()->field()->toPlainText(), QStringLiteral("写了一半"));
  }

  void ten_thousand_rows_scroll() {
    Shown s(*theme_);
    std::vector<models::Alert> many;
    for (int i = 0; i < 10'000; ++i) {
      many.push_back(test::make_alert(i, static_cast<Severity>(1 + i % 4), s.clock.now() - std::chrono::seconds(i)));
    }
    s.gateway.tell_snapshot(many);
    QTRY_COMPARE(s.centre.list().rowCount(), 10'000);
    auto* view = s.page.list()->view();
    QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(view->verticalScrollBar()->value() == view->verticalScrollBar()->maximum());
    // Rows are painted, never made: as many widgets as with none.
    const auto widgets = view->viewport()->findChildren<QWidget*>().size();
    QCOMPARE(widgets, qsizetype{0});
  }

  /// What a frame asks for depends on what is seen, not on how much there is.
  void ten_thousand_rows_scroll_without_work_per_row() {
    std::vector<int> asked;
    for (const int rows : {500, 10'000}) {
      Shown s(*theme_);
      std::vector<models::Alert> many;
      for (int i = 0; i < rows; ++i) {
        many.push_back(test::make_alert(i, static_cast<Severity>(1 + i % 4), s.clock.now() - std::chrono::seconds(i)));
      }
      s.gateway.tell_snapshot(many);
      QTRY_COMPARE(s.centre.list().rowCount(), rows);
      CountedList counted(s.centre.store(), s.clock);
      auto* view = s.page.list()->view();
      view->setModel(&counted);
      counted.show(models::AlertTab::to_acknowledge);
      QCOMPARE(counted.rowCount(), rows);
      Stage::settle();
      const int visible = view->viewport()->height() / view->rowHeight(0) + 2;
      constexpr int kSteps = 40;
      auto* bar = view->verticalScrollBar();
      counted.asked = 0;
      for (int i = 0; i < kSteps; ++i) {
        bar->setValue((bar->maximum() / kSteps) * i);
        view->viewport()->repaint();
      }
      QVERIFY2(counted.asked >= kSteps * 4, qPrintable(QString::number(counted.asked)));
      QVERIFY2(counted.asked <= (kSteps + 2) * visible * counted.columnCount() * 8,
               qPrintable(QString::number(counted.asked)));
      asked.push_back(counted.asked);
      view->setModel(&s.centre.list());
    }
    QVERIFY2(asked[1] <= asked[0] * 13 / 10, qPrintable(QStringLiteral("%1, %2").arg(asked[0]).arg(asked[1])));
  }

  void everything_has_a_name() {
    for (const auto& scene : test::scenes()) {
      Stage stage(*theme_, models::rights_of(scene.role));
      stage.show_unseen();
      scene.play(stage);
      const auto unnamed = test::unnamed_controls(stage.page);
      QVERIFY2(unnamed.isEmpty(), qPrintable(QLatin1String(scene.name) + QStringLiteral(": ") + unnamed.join(u';')));
    }
  }

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
    theme_->set_text_scale(scale);
    QStringList found;
    for (const auto& scene : test::scenes()) {
      Stage stage(*theme_, models::rights_of(scene.role));
      stage.show_unseen();
      scene.play(stage);
      // A screen at 200 % has as many logical pixels more as its text is larger.
      stage.page.resize(stage.page.size() * scale);
      Stage::settle();
      // Who wrote the rule gave its name whatever length; the narrowest list shortens names and titles, the detail has
      // them whole.
      static const QRegularExpression rule(QStringLiteral("^(规则|Rule) |率.*(高于|低于)|rate .*(above|below)"));
      for (const auto& line : test::clipped_texts(stage.page) + test::cut_texts(stage.page, rule)) {
        found << QLatin1String(scene.name) + QStringLiteral(": ") + line;
      }
    }
    theme_->set_text_scale(1);
    QApplication::removeTranslator(&translator);
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
  }

 private:
  std::unique_ptr<ui::Theme> theme_;
};

QTEST_MAIN(AlertsPageTest)
#include "alerts_page_test.moc"
