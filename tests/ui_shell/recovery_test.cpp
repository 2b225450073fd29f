// Recovery codes on paper and in a file: what is written, who may read it, what the person is told.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_shell/scenes.h"
#include "ui/enrol/recovery_sheet.h"

#include <QDir>
#include <QFileDialog>
#include <QFont>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <optional>

using namespace guardline;

namespace {

constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;

/// True for a file that its owner reads and writes, and nobody else.
bool owner_only(const QString& path) {
  const auto rights = QFile::permissions(path);
  return (rights & (QFile::ReadOwner | QFile::WriteOwner)) == (QFile::ReadOwner | QFile::WriteOwner) &&
         (rights & kOthers) == QFile::Permissions{};
}

QStringList all_files(const QString& folder) {
  return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

QByteArray content(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class RecoveryTest final : public QObject {
  Q_OBJECT
  std::optional<test::Look> look_;  // made when there is an application

  std::unique_ptr<test::Stage> at_the_codes() {
    auto s = std::make_unique<test::Stage>(look_->preferences, [](auto& g) { g.device = {}; });
    test::begin_enrolment(*s);
    s->enrolment->submit(test::sample_code(), QStringLiteral("SH-KF-0318"), false);
    test::Stage::settle();
    s->enrolment->verify(QStringLiteral("318204"));
    test::Stage::settle();
    s->enrolment->go_on();
    test::Stage::settle();
    return s;
  }
  static bool told(const test::Stage& s, const QString& words) {
    for (const auto* label : s.window->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(words)) return true;
    return false;
  }

 private Q_SLOTS:
  void initTestCase() {
    look_.emplace();
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
  }
  void a_saved_file_is_the_owners_alone() {
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("codes.txt"));
    auto s = at_the_codes();
    QVERIFY(told(*s, QStringLiteral("明文")));  // before anything is kept
    s->find<QPushButton>(QStringLiteral("保存到文件"))->click();
    auto* dialog = s->window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QVERIFY(owner_only(path));
    const auto written = QString::fromUtf8(content(path));
    for (const auto& code : s->enrolment->codes()) {
      QVERIFY(written.contains(code.left(4) + u' ' + code.mid(4, 4) + u' ' + code.mid(8, 4) + u' ' + code.mid(12)));
    }
    QCOMPARE(all_files(folder.path()), QStringList{QStringLiteral("codes.txt")});
    QVERIFY(told(*s, QStringLiteral("「codes.txt」。文件没有加密")));
  }
  void a_file_that_all_could_read_is_closed() {
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("codes.txt"));
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    QVERIFY(old.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(ui::save_sheet(path, QStringLiteral("new")).has_value());
    QVERIFY(owner_only(path));
    QCOMPARE(content(path), QByteArray("new"));
  }
  void a_failed_save_says_so_and_leaves_nothing() {
    const QTemporaryDir folder;
    auto s = at_the_codes();
    s->find<QPushButton>(QStringLiteral("保存到文件"))->click();
    auto* dialog = s->window->findChild<QFileDialog*>();
    Q_EMIT dialog->fileSelected(folder.filePath(QStringLiteral("no/such/folder/codes.txt")));
    dialog->close();
    QVERIFY(told(*s, QStringLiteral("文件没有写成")));
    QVERIFY(!told(*s, QStringLiteral("已写入")));
    QVERIFY(all_files(folder.path()).isEmpty());
  }
  void a_printed_file_is_the_owners_alone() {
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("codes.pdf"));
    auto s = at_the_codes();
    s->find<QPushButton>(QStringLiteral("打印"))->click();
    auto* dialog = s->window->findChild<QPrintDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
    dialog->printer()->setOutputFileName(path);
    Q_EMIT dialog->accepted(dialog->printer());
    dialog->close();
    QVERIFY(owner_only(path));
    QVERIFY(content(path).startsWith("%PDF-"));
    QVERIFY(content(path).trimmed().endsWith("%%EOF"));
    QCOMPARE(content(path).count("/Type /Page\n"), 1);
    QCOMPARE(all_files(folder.path()), QStringList{QStringLiteral("codes.pdf")});
    QVERIFY(told(*s, QStringLiteral("「codes.pdf」。文件没有加密")));
  }
  void what_was_kept_is_forgotten_with_the_page() {
    const QTemporaryDir folder;
    auto s = at_the_codes();
    s->find<QPushButton>(QStringLiteral("保存到文件"))->click();
    Q_EMIT s->window->findChild<QFileDialog*>()->fileSelected(folder.filePath(QStringLiteral("codes.txt")));
    QVERIFY(told(*s, QStringLiteral("已写入")));
    s->window->enrol_page()->start();
    QVERIFY(!told(*s, QStringLiteral("已写入")));
  }
};

QTEST_MAIN(RecoveryTest)
#include "recovery_test.moc"
