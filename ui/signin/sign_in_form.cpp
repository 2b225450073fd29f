// How the sign-in page is built. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/session_model.h"
#include "ui/shell/look_controls.h"
#include "ui/shell/preferences.h"
#include "ui/signin/hub_panel.h"
#include "ui/signin/password_field.h"
#include "ui/signin/sign_in_page.h"
#include "ui/signin/totp_clock.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/wait_line.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

constexpr int form_width = 420;

QPushButton* make_link(QWidget* parent) {
  auto* link = new QPushButton(parent);
  link->setProperty("kind", QStringLiteral("link"));
  link->setCursor(Qt::PointingHandCursor);
  return link;
}

}  // namespace

SignInPage::SignInPage(Preferences& preferences, models::SessionModel& model, QWidget* parent)
    : Page(parent),
      preferences_(preferences),
      model_(model),
      stack_(new QStackedWidget(this)),
      text_(preferences.theme(), this) {
  auto& theme = preferences_.theme();
  setObjectName(QStringLiteral("page"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  side_ = make_frame("hubside", this);
  row->addWidget(side_);

  auto* right = make_frame("surface", this);
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(24, 16, 24, 14);
  column->setSpacing(0);
  top_ = new QHBoxLayout;
  top_->addStrut(theme.px(30));
  top_->addStretch(1);
  column->addLayout(top_);
  auto* scroll = new QScrollArea(right);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  stack_->setObjectName(QStringLiteral("scrolled"));
  // In its place before it is filled: each widget that moves with it later would be styled again.
  scroll->setWidget(stack_);
  stack_->addWidget(make_form());
  column->addWidget(scroll, 1);
  limits_ = make_text("hint", right);
  limits_->setAlignment(Qt::AlignCenter);
  limits_->hide();
  column->addWidget(limits_);
  row->addWidget(right, 1);

  text_([this] {
    side_->setFixedWidth(preferences_.theme().px(480));
    account_label_->setText(tr("账号（工号或域账号）"));
    account_->setAccessibleName(tr("账号"));
    account_->setPlaceholderText(model_.device().shared ? tr("共用机不记住账号") : QString());
    password_label_->setText(tr("密码"));
    password_->setAccessibleName(tr("密码"));
    caps_->setText(tr("大写锁定已打开"));
    paste_->setText(tr("可粘贴"));
    setAccessibleName(tr("登录"));
    limits_->setText(tr("登录时限 12 小时　　空闲 30 分钟自动退出　　离开 5 分钟自动锁定"));
    if (rest_ == nullptr) return show_state();
    code_label_->setText(by_recovery_ ? tr("恢复码（16 个字符，每个只能用一次）") : tr("身份验证器 6 位动态码"));
    code_field_->setAccessibleName(tr("动态码"));
    recovery_->setAccessibleName(tr("恢复码"));
    other_way_->setText(by_recovery_ ? tr("改用动态码") : tr("使用恢复码"));
    other_way_->setAccessibleName(other_way_->text());
    enrol_->setText(tr("用登记码登记本机"));
    enrol_->setAccessibleName(enrol_->text());
    leave_->setText(tr("退出登录，换人使用"));
    leave_->setAccessibleName(leave_->text());
    show_state();
  });
  connect(&model_, &models::SessionModel::changed, this, &SignInPage::show_state);
  connect(&model_, &models::SessionModel::connection_changed, this, &SignInPage::show_state);
  second_.setInterval(1000);
  connect(&second_, &QTimer::timeout, this, [this] {
    if (isVisible()) show_state();
  });
  second_.start();
  start();
}

void SignInPage::paintEvent(QPaintEvent* event) {
  Page::paintEvent(event);
  if (drawn_ != 0) return;
  drawn_ = 1;
  QTimer::singleShot(0, this, &SignInPage::go_on);
}

/// A key that was pressed meanwhile comes before the next part.
void SignInPage::go_on() {
  switch (drawn_++) {
    case 1:
      for (auto* words : words_) words->show();
      make_rest();
      break;
    case 2: {
      auto* inside = new QHBoxLayout(side_);
      inside->setContentsMargins(0, 0, 0, 0);
      inside->addWidget(new HubPanel(preferences_.theme(), model_, side_));
      break;
    }
    default:
      top_->addWidget(new LookControls(preferences_, limits_->parentWidget()));
      limits_->show();
      Q_EMIT complete();
      return;
  }
  QTimer::singleShot(0, this, &SignInPage::go_on);
}

void SignInPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  // With large text on a small window the form comes first.
  side_->setVisible(width() >= preferences_.theme().px(480 + form_width + 60));
}

void SignInPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  // A focus set while the window was hidden is lost with the first show.
  if (focusWidget() == nullptr || !isAncestorOf(window()->focusWidget())) start();
}

QWidget* SignInPage::make_form() {
  auto& theme = preferences_.theme();
  auto* outside = new QWidget(stack_);
  auto* centre = new QHBoxLayout(outside);
  centre->setContentsMargins(0, 0, 0, 0);
  auto* form = new QWidget(outside);
  form->setFixedWidth(theme.px(form_width));
  centre->addStretch(1);
  centre->addWidget(form);
  centre->addStretch(1);
  auto* column = new QVBoxLayout(form);
  column->setContentsMargins(4, theme.px(56), 4, 16);
  column->setSpacing(0);

  heading_ = make_label("h1", form);
  lead_ = make_text("hint", form);
  column->addWidget(later(heading_, 24));
  column->addSpacing(2);
  column->addWidget(later(lead_, 18));
  column->addSpacing(14);
  told_ = new QVBoxLayout;
  told_->setSpacing(0);
  told_->addSpacing(6);
  column->addLayout(told_);
  column->addSpacing(8);

  account_label_ = make_label("label", form);
  account_ = new QLineEdit(form);
  account_->setMaxLength(64);
  auto* person = account_->addAction(QIcon(), QLineEdit::LeadingPosition);
  text_([&theme, person] { person->setIcon(icon(QStringLiteral("person"), theme.color(Token::text_2))); });
  account_label_->setBuddy(account_);
  column->addWidget(later(account_label_, 18));
  column->addSpacing(4);
  column->addWidget(account_);
  column->addSpacing(14);

  password_label_ = make_label("label", form);
  password_ = new PasswordField(theme, form);
  password_->setMaxLength(256);
  password_label_->setBuddy(password_);
  column->addWidget(later(password_label_, 18));
  column->addSpacing(4);
  column->addWidget(password_);
  column->addSpacing(5);
  auto* notes = new QHBoxLayout;
  notes->setSpacing(6);
  auto* caps_mark = new ShapeMark(theme, Shape::high, 14, form);
  caps_ = make_label("warn", form);
  paste_ = make_label("hint", form);
  notes->addWidget(caps_mark);
  notes->addWidget(caps_);
  notes->addStretch(1);
  notes->addWidget(later(paste_, 18));
  column->addLayout(notes);
  column->addSpacing(12);
  caps_mark->hide();
  caps_->hide();
  connect(password_, &PasswordField::caps_lock, this, [this, caps_mark](bool on) {
    caps_mark->setVisible(on);
    caps_->setVisible(on);
  });

  column->addStretch(1);
  for (auto* field : {account_, static_cast<QLineEdit*>(password_)}) {
    connect(field, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(field, &QLineEdit::textChanged, this, &SignInPage::show_state);
  }
  return outside;
}

/// The place of words that come after the first picture: each face and size of the Chinese font takes milliseconds when
/// it is first asked for, and nothing moves when they come.
QWidget* SignInPage::later(QWidget* words, int height) {
  auto* place = new QWidget(words->parentWidget());
  place->setMinimumHeight(preferences_.theme().px(height));
  auto* inside = new QVBoxLayout(place);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->addWidget(words);
  words->hide();
  words_.push_back(words);
  return place;
}

void SignInPage::make_rest() {
  auto& theme = preferences_.theme();
  auto* parent = account_->parentWidget();
  auto* form = new QWidget(parent);
  auto* column = new QVBoxLayout(form);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  notice_ = new Banner(theme, Family::high, parent);
  skew_ = new Banner(theme, Family::high, parent);
  told_->insertWidget(0, notice_);
  told_->addWidget(skew_);
  code_label_ = make_label("label", form);
  code_field_ = new CodeField(theme, form);
  recovery_ = new QLineEdit(form);
  recovery_->setMaxLength(24);
  recovery_->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
  clock_ = new TotpClock(theme, model_.clock(), form);
  code_hint_ = make_label("hint", form);
  code_label_->setBuddy(code_field_);
  column->addWidget(code_label_);
  column->addSpacing(4);
  auto* code_row = new QHBoxLayout;
  code_row->setSpacing(16);
  code_row->addWidget(code_field_);
  code_row->addWidget(recovery_, 1);
  code_row->addWidget(clock_);
  code_row->addWidget(code_hint_);
  code_row->addStretch(0);
  column->addLayout(code_row);
  column->addSpacing(6);
  connect(clock_, &TotpClock::ticked, this,
          [this](int left) { code_hint_->setText(tr("可粘贴\n%1 秒后换码").arg(left)); });

  auto* links = new QHBoxLayout;
  other_way_ = make_link(form);
  enrol_ = make_link(form);
  leave_ = make_link(form);
  links->addWidget(other_way_);
  links->addStretch(1);
  links->addWidget(enrol_);
  links->addWidget(leave_);
  column->addLayout(links);
  column->addSpacing(10);

  fault_ = new Banner(theme, Family::crit, form);
  column->addWidget(fault_);
  column->addSpacing(10);
  submit_ = new KeyButton(theme, QStringLiteral("Enter"), form);
  submit_->setProperty("kind", QStringLiteral("primary"));
  submit_->setMinimumHeight(theme.px(36));
  submit_->setAutoDefault(true);
  column->addWidget(submit_);
  column->addSpacing(6);
  wait_ = new WaitLine(theme, QStringLiteral("Esc"), form);
  column->addWidget(wait_);
  column->addSpacing(8);
  copy_ = new QWidget(form);
  auto* copy = new QVBoxLayout(copy_);
  copy->setContentsMargins(0, 0, 0, 0);
  copy->setSpacing(6);
  copy->addWidget(make_rule(false, copy_));
  copy->addSpacing(8);
  open_copy_ = new QPushButton(copy_);
  open_copy_->setEnabled(false);
  copy_note_ = make_text("hint", copy_);
  copy->addWidget(open_copy_);
  copy->addWidget(copy_note_);
  column->addWidget(copy_);

  connect(wait_, &WaitLine::stage_changed, this, &SignInPage::show_state);
  connect(wait_, &WaitLine::stop_wanted, this, &SignInPage::stop_waiting);
  auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
  // The whole window's: while one waits the fields are shut, so that nothing of the page may have the focus.
  escape->setEnabled(false);
  connect(wait_, &WaitLine::stage_changed, escape,
          [this, escape] { escape->setEnabled(wait_->stage() == WaitLine::Stage::told); });
  connect(escape, &QShortcut::activated, this, &SignInPage::stop_waiting);
  connect(submit_, &QPushButton::clicked, this, &SignInPage::submit);
  connect(other_way_, &QPushButton::clicked, this, [this] {
    use_recovery(!by_recovery_);
    (by_recovery_ ? recovery_ : static_cast<QLineEdit*>(code_field_))->setFocus();
  });
  connect(enrol_, &QPushButton::clicked, this, &SignInPage::enrolment_wanted);
  connect(leave_, &QPushButton::clicked, this, [this] {
    model_.sign_out();
    start();
  });
  recovery_->hide();
  for (auto* field : {static_cast<QLineEdit*>(code_field_), recovery_}) {
    connect(field, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(field, &QLineEdit::textChanged, this, &SignInPage::show_state);
  }
  auto* around = static_cast<QVBoxLayout*>(parent->layout());
  around->insertWidget(around->count() - 1, form);
  rest_ = form;
  use_recovery(false);
  rest_->show();
}

QWidget* SignInPage::make_unknown() {
  auto& theme = preferences_.theme();
  unknown_ = new EmptyState(theme, QStringLiteral("pc"), stack_);
  begin_ = new KeyButton(theme, QStringLiteral("Enter"), unknown_);
  begin_->setProperty("kind", QStringLiteral("primary"));
  begin_->setAutoDefault(true);
  unknown_->add(begin_);
  connect(begin_, &QPushButton::clicked, this, &SignInPage::enrolment_wanted);
  return unknown_;
}

}  // namespace guardline::ui
