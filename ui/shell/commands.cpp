// Binds the shell's keys and lists what they do. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands.h"

#include <QShortcut>
#include <QStringList>

namespace guardline::ui {

QString caps_of(const QKeySequence& keys) {
  auto text = keys.toString(QKeySequence::PortableText);
  // "Ctrl++" keeps its plus.
  for (const auto& modifier : {QStringLiteral("Ctrl+"), QStringLiteral("Alt+"), QStringLiteral("Shift+")})
    if (text.size() > modifier.size()) text.replace(modifier, modifier.chopped(1) + QLatin1Char(' '));
  return text.replace(QStringLiteral("Left"), QStringLiteral("←"));
}

Commands::Commands(QWidget* window) : QObject(window), window_(window) {}

void Commands::add(Command command) {
  for (const auto& keys : command.keys) {
    auto* shortcut = new QShortcut(keys, window_);
    connect(shortcut, &QShortcut::activated, this, [run = command.run, offered = command.offered] {
      if (!offered || offered()) run();
    });
    const auto first = keys[0];
    if (first.keyboardModifiers() == Qt::NoModifier && first.key() < Qt::Key_Escape) single_.push_back(shortcut);
  }
  commands_.push_back(std::move(command));
}

std::vector<Commands::Offer> Commands::offers() const {
  std::vector<Offer> offers;
  for (const auto& command : commands_) {
    if (!command.words || (command.offered && !command.offered())) continue;
    QStringList caps;
    for (const auto& keys : command.keys) caps << caps_of(keys);
    if (!command.told.isEmpty()) caps = {command.told};
    offers.push_back({command.words(), caps.join(u'|'), command.moves ? nullptr : command.run});
  }
  return offers;
}

void Commands::set_single_keys(bool on) {
  for (auto* shortcut : single_) shortcut->setEnabled(on);
}

}  // namespace guardline::ui
