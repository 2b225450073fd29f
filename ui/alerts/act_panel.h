// Where a person acts on the opened alert. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_values.h"
#include "ui/widgets/live_text.h"

#include <array>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QFrame;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace guardline::models {
class AlertCentre;
}

namespace guardline::ui {

class Banner;
class KeyButton;
class Segmented;

/// One field for what the person says and a button for each act, which prints its key: A 确认知晓, F 处置完成, S 搁置
/// (or its end), O 转交. A key brings the focus to what is still missing; with everything there it sends. Inside the
/// field Ctrl+Enter sends and Esc goes back to the list. What was typed stays when it is refused.
class ActPanel final : public QWidget {
  Q_OBJECT
 public:
  ActPanel(Theme& theme, models::AlertCentre& centre, QWidget* parent = nullptr);

  enum class Act : int { acknowledge, resolve, shelve, assign };
  /// As by its key.
  void begin(Act act);
  /// To the field (C).
  void focus_field();
  [[nodiscard]] Act current() const { return act_; }
  [[nodiscard]] QPlainTextEdit* field() const { return field_; }
  [[nodiscard]] KeyButton* button(Act act) const { return buttons_.at(static_cast<std::size_t>(act)); }
  [[nodiscard]] Banner* refusal() const { return refusal_; }
  [[nodiscard]] QLabel* note() const { return note_; }

 Q_SIGNALS:
  /// Esc: the list wants the focus back.
  void left();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void refresh();
  void refresh_buttons();
  void choose(Act act);
  void put_by();
  [[nodiscard]] bool take_up();
  void submit();
  [[nodiscard]] QString missing() const;
  [[nodiscard]] QString why_not(Act act) const;
  [[nodiscard]] std::optional<Timestamp> shelf_end() const;
  /// Made anew when the language changes.
  using Words = std::function<QString()>;
  void say(Words words);
  void tell(const QString& text);
  void name_field();
  void told_done(const models::AlertDone& done, AlertAct act);
  void told_refused(const models::AlertRefusal& refusal, AlertAct act);

  models::AlertCentre& centre_;
  Act act_{Act::acknowledge};
  /// What was begun about an alert beside its text, while another one is read.
  struct Begun {
    Act act{Act::acknowledge};
    int shelf{0};
    QString owner{};
  };
  static constexpr std::size_t kBegun = 64;
  std::optional<AlertId> shown_;
  std::vector<std::pair<AlertId, Begun>> begun_;  ///< the newest last
  Words said_;                                    ///< the line under the buttons while it tells what happened last
  bool said_waiting_{false};                      ///< it tells of a wish that waits on this computer
  Banner* refusal_;
  QLabel* label_;
  QPlainTextEdit* field_;
  QFrame* shelf_row_;
  QLabel* shelf_label_;
  Segmented* shelf_;
  QFrame* owner_row_;
  QLabel* owner_label_;
  QLineEdit* owner_;
  std::array<KeyButton*, 4> buttons_{};
  QLabel* note_;
  LiveText texts_;
};

}  // namespace guardline::ui
