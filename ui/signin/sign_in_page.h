// Sign-in and unlocking. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/signin/local_copy_words.h"
#include "ui/widgets/live_text.h"

#include <QTimer>

class QFrame;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class Banner;
class CodeField;
class EmptyState;
class KeyButton;
class PasswordField;
class Preferences;
class TotpClock;
class WaitLine;

/// Account, password and code are checked together. While a session is locked the same form unlocks it. What is typed
/// into first is drawn first; the rest of the page comes within the next turns of the loop.
class SignInPage final : public Page {
  Q_OBJECT
 public:
  SignInPage(Preferences& preferences, models::SessionModel& model, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] State state() const override;
  [[nodiscard]] std::vector<KeyHelp> keys() const override;
  /// Empties password and code and puts the cursor where typing goes on.
  void start();
  /// Told under the form whether and why the local copy can't be read.
  void set_local_copy(const LocalCopyWords& words);

 Q_SIGNALS:
  void enrolment_wanted();
  /// Once: every part of the page is there.
  void complete();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* make_form();
  QWidget* later(QWidget* words, int height);
  void make_rest();
  void go_on();
  QWidget* make_unknown();
  void show_state();
  void show_unknown();
  void show_rest();
  void show_copy();
  void submit();
  void stop_waiting();
  void use_recovery(bool on);
  [[nodiscard]] QString code() const;

  Preferences& preferences_;
  models::SessionModel& model_;
  QStackedWidget* stack_;
  QFrame* side_;
  QHBoxLayout* top_;
  QVBoxLayout* told_;  ///< the place of the banners
  QLabel *heading_, *lead_, *account_label_, *password_label_, *caps_, *paste_, *limits_;
  QLineEdit* account_;
  PasswordField* password_;
  std::vector<QWidget*> words_;  ///< of the form: shown after the first picture
  // Banners, the code row and what stands under it: made after the first picture.
  QWidget* rest_{};
  Banner *skew_{}, *notice_{};
  QLabel *code_label_{}, *code_hint_{};
  QLineEdit* recovery_{};
  CodeField* code_field_{};
  TotpClock* clock_{};
  QPushButton *other_way_{}, *enrol_{}, *leave_{};
  Banner* fault_{};
  KeyButton* submit_{};
  WaitLine* wait_{};
  QWidget* copy_{};  ///< the local copy: a way in that is shut, and why
  QPushButton* open_copy_{};
  QLabel* copy_note_{};
  LocalCopyWords local_copy_;
  EmptyState* unknown_{};  ///< made when this computer is not enrolled
  KeyButton* begin_{};
  bool by_recovery_{false};
  bool stopped_{false};
  int last_state_{-1};
  int drawn_{0};  ///< parts of the page that are there: 0 nothing yet, 1 the first picture, then one a turn
  QTimer second_;
  LiveText text_;
};

}  // namespace guardline::ui
