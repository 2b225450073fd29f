// Palette, fonts and the one style sheet. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/portal.h"
#include "ui/theme/ring_style.h"
#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QDBusVariant>
#include <QFontDatabase>
#include <QPalette>
#include <QPointer>
#include <QScreen>
#include <QTimer>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace guardline::ui {
namespace {

// Named one by one: left to the system, Han text would be drawn with the Japanese forms under some locales.
QStringList wanted_families(bool mono) {
  if (mono)
    return {QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("Sarasa Mono SC"), QStringLiteral("monospace")};
  return {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
          QStringLiteral("Microsoft YaHei UI"), QStringLiteral("PingFang SC"), QStringLiteral("sans-serif")};
}

/// The first that is here, or all of them. Of a font with several families Qt has the system sort every font there is
/// for each face; with one it does so when a glyph is missing.
const QStringList& families(bool mono) {
  static const auto first = [](const QStringList& wanted) {
    const auto here = std::ranges::find_if(wanted, [](const QString& name) { return QFontDatabase::hasFamily(name); });
    return here == wanted.end() ? wanted : QStringList{*here};
  };
  static const QStringList proportional = first(wanted_families(false));
  if (!mono) return proportional;
  static const QStringList fixed = first(wanted_families(true));
  return fixed;
}

QPalette palette_of(const Tokens& t) {
  QPalette p;
  p.setColor(QPalette::Window, t[Token::bg_app]);
  p.setColor(QPalette::WindowText, t[Token::text]);
  p.setColor(QPalette::Base, t[Token::bg_surface]);
  p.setColor(QPalette::AlternateBase, t[Token::bg_hover]);
  p.setColor(QPalette::Text, t[Token::text]);
  p.setColor(QPalette::PlaceholderText, t[Token::text_3]);
  p.setColor(QPalette::Button, t[Token::bg_surface]);
  p.setColor(QPalette::ButtonText, t[Token::text]);
  p.setColor(QPalette::Highlight, t[Token::accent]);
  p.setColor(QPalette::HighlightedText, t[Token::on_accent]);
  p.setColor(QPalette::ToolTipBase, t[Token::bg_surface]);
  p.setColor(QPalette::ToolTipText, t[Token::text]);
  p.setColor(QPalette::Link, t[Token::accent]);
  p.setColor(QPalette::Light, t[Token::bg_hover]);
  p.setColor(QPalette::Mid, t[Token::line]);
  p.setColor(QPalette::Dark, t[Token::line_strong]);
  p.setColor(QPalette::Shadow, t[Token::line_strong]);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    p.setColor(QPalette::Disabled, role, t[Token::text_3]);
  p.setColor(QPalette::Disabled, QPalette::Base, t[Token::bg_sunken]);
  p.setColor(QPalette::Disabled, QPalette::Button, t[Token::bg_sunken]);
  return p;
}

// Reaching the session bus takes a while, and the first turns of the loop are for the first picture.
constexpr std::chrono::milliseconds kBusLater{200};

// The system's own text size against the usual one (9 pt at 96 dpi is 12 px; 10 pt is 13 px): only growth is followed.
double system_text_scale() {
  const auto size = QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF();
  return size > 0 ? std::clamp(size / 10.0, 1.0, 2.0) : 1.0;
}

}  // namespace

Theme::Theme(QApplication& app, Mode mode, bool dark)
    : app_(app),
      mode_(mode),
      dark_(mode == Mode::dark || (mode == Mode::system && dark)),
      scale_(system_text_scale()),
      tokens_(Tokens::embedded(QStringLiteral("light"))) {
  // The application owns the style and may keep it for longer than this.
  app_.setStyle(
      new RingStyle(tokens_, [self = QPointer<const Theme>(this)] { return self.isNull() ? 16 : self->px(16); }));
  apply();
  QTimer::singleShot(kBusLater, this, [this] {
    follow_portal(this, SLOT(portal_setting_changed(QString, QString, QDBusVariant)));
    ask_system();
  });
}

void Theme::set_mode(Mode mode) {
  mode_ = mode;
  if (mode == Mode::system) return ask_system();
  set_dark(mode == Mode::dark);
}

void Theme::ask_system() {
  if (mode_ != Mode::system) return;
  ask_portal_prefers_dark(this, [this](std::optional<bool> dark) {
    if (mode_ == Mode::system) set_dark(dark.value_or(false));
  });
}

void Theme::set_dark(bool dark) {
  if (dark == dark_) return;
  dark_ = dark;
  apply();
}

void Theme::set_text_scale(double scale) {
  scale_ = std::clamp(scale, 1.0, 2.0);
  apply();
}

void Theme::portal_setting_changed(const QString& group, const QString& key, const QDBusVariant&) {
  if (mode_ == Mode::system && group == QLatin1String("org.freedesktop.appearance") &&
      key == QLatin1String("color-scheme"))
    ask_system();
}

void Theme::apply() {
  tokens_ = Tokens::embedded(dark_ ? QStringLiteral("dark") : QStringLiteral("light"));
  app_.setFont(font(13));
  const auto palette = palette_of(tokens_);
  app_.setPalette(palette);
  QToolTip::setPalette(palette);
  // Set again even when equal: children of styled widgets take a new palette only then.
  app_.setStyleSheet(style_sheet(tokens_, dark_, scale_));
  Q_EMIT changed();
}

QFont Theme::font(int design, QFont::Weight weight) const {
  QFont f;
  f.setFamilies(families(false));
  f.setPixelSize(px(design));
  f.setWeight(weight);
  return f;
}

QFont Theme::mono(int design, QFont::Weight weight) const {
  auto f = font(design, weight);
  f.setFamilies(families(true));
  f.setStyleHint(QFont::Monospace);
  return f;
}

int Theme::px(double design) const { return static_cast<int>(std::lround(design * scale_)); }

}  // namespace guardline::ui
