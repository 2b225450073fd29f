// Digits only, spaced out. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/code_field.h"

#include "ui/theme/theme.h"

#include <QShowEvent>
#include <algorithm>

namespace guardline::ui {

CodeField::CodeField(Theme& theme, QWidget* parent) : QLineEdit(parent), theme_(theme) {
  setProperty("kind", QStringLiteral("code"));
  setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  // No validator: it would refuse a pasted "407 152" as a whole instead of taking its digits.
  connect(this, &QLineEdit::textEdited, this, [this](const QString& typed) { clean(typed); });
  connect(&theme_, &Theme::changed, this, [this] {
    if (dressed_) dress();
  });
}

/// The face is looked up when the field is first seen: a field that waits for its turn costs a start nothing.
void CodeField::showEvent(QShowEvent* event) {
  if (!dressed_) dress();
  QLineEdit::showEvent(event);
}

void CodeField::dress() {
  dressed_ = true;
  auto face = theme_.mono(26, QFont::DemiBold);
  face.setLetterSpacing(QFont::AbsoluteSpacing, theme_.px(12));
  setFont(face);
  updateGeometry();
}

QSize CodeField::sizeHint() const { return {theme_.px(250), theme_.px(48)}; }

void CodeField::clean(const QString& typed) {
  QString kept;
  qsizetype cursor = cursorPosition();
  for (qsizetype i = 0; i < typed.size(); ++i) {
    // Full-width digits come from Chinese input methods.
    const auto c = typed.at(i);
    const int value = c.digitValue();
    if (value >= 0 && kept.size() < digits) {
      kept += QChar(u'0' + value);
    } else if (i < cursorPosition()) {
      --cursor;
    }
  }
  if (kept != typed) {
    setText(kept);
    setCursorPosition(static_cast<int>(std::clamp<qsizetype>(cursor, 0, kept.size())));
  }
}

}  // namespace guardline::ui
