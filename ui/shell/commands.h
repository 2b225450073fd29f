// What the shell can do by name and by key: one list for keys, overlay and search. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QKeySequence>
#include <QObject>
#include <functional>
#include <vector>

class QShortcut;

namespace guardline::ui {

/// One thing that the shell does from any page.
struct Command {
  std::function<QString()> words;  ///< in the language of the moment; empty: another entry tells of it
  /// Bound on the window; the first is the one that is told first. Empty: by name only, or `told` says who has it.
  std::vector<QKeySequence> keys{};
  std::function<void()> run{};
  std::function<bool()> offered{};  ///< empty: always
  QString told{};  ///< caps, where they are not those of `keys`: somebody else holds them, or two entries share a line
  bool moves{false};  ///< a way of moving: told in the overlay, no command of the search
};

/// The shell's commands in the order of the overlay. A key is bound here, printed in the overlay and found by the
/// search from the same entry, so none of them can say what another does not do.
class Commands final : public QObject {
  Q_OBJECT
 public:
  explicit Commands(QWidget* window);
  void add(Command command);

  struct Offer {
    QString words;
    QString caps;               ///< as in KeyHelp
    std::function<void()> run;  ///< empty: a way of moving
  };
  /// Those offered now.
  [[nodiscard]] std::vector<Offer> offers() const;
  /// The keys that are single characters (「?」) act or not.
  void set_single_keys(bool on);

 private:
  QWidget* window_;
  std::vector<Command> commands_;
  std::vector<QShortcut*> single_;
};

/// "Ctrl+K" as caps: "Ctrl K".
QString caps_of(const QKeySequence& keys);

}  // namespace guardline::ui
