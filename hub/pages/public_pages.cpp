// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pages/public_pages.h"

#include "hub/pages/fill.h"
#include "hub/pages/style.h"

namespace guardline::pages {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{title}} – {{sender}}</title>
<style>)";

constexpr std::string_view kTop = R"(</style>
</head>
<body>
<header><span class="sender">{{sender}}</span>{{#switch_to}}<a href="{{switch_to}}" lang="{{other_tag}}" hreflang="{{other_tag}}">{{other_language}}</a>{{/switch_to}}{{#again_action}}<form method="post" action="{{again_action}}"><input type="hidden" name="pass" value="{{pass}}"><input type="hidden" name="lang" value="{{other_tag}}"><button class="link" lang="{{other_tag}}">{{other_language}}</button></form>{{/again_action}}</header>
<main>
<h1>{{title}}</h1>
)";

constexpr std::string_view kLetter = R"(<p class="quiet">{{sent}}</p>
{{#note}}<p class="note{{#bad}} bad{{/bad}}" role="{{#bad}}alert{{/bad}}{{^bad}}status{{/bad}}">{{note}}</p>
{{/note}}{{#body}}<div class="letter">{{body}}</div>
{{/body}}{{#code_asked}}<form method="post" action="{{read_action}}">
<label for="code">{{code_label}}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,8}" maxlength="8" required aria-describedby="hint" autofocus>
<p class="quiet" id="hint">{{code_hint}}</p>
<input type="hidden" name="lang" value="{{language}}">
<button>{{open_letter}}</button>
</form>
{{/code_asked}}{{#code_action}}{{^code_asked}}<p>{{why_code}}</p>
{{/code_asked}}<form method="post" action="{{code_action}}">
<input type="hidden" name="lang" value="{{language}}">
<button{{#code_asked}} class="second"{{/code_asked}}>{{send_code}}</button>
</form>
{{/code_action}}{{#no_contact}}<p class="note bad">{{no_contact_text}}</p>
{{/no_contact}}{{#confirmed}}<p class="note"><strong>{{confirmed_title}}</strong><br>{{confirmed_note}}</p>
{{/confirmed}}{{#confirm_action}}<form method="post" action="{{confirm_action}}">
{{#pass}}<input type="hidden" name="pass" value="{{pass}}">
{{/pass}}<input type="hidden" name="lang" value="{{language}}">
<p class="quiet" id="confirm-hint">{{confirm_hint}}</p>
<button aria-describedby="confirm-hint">{{confirm}}</button>
</form>
{{/confirm_action}})";

constexpr std::string_view kLeaving = R"(<p>{{text}}</p>
<form method="post" action="{{action}}">
<button>{{go_on}}</button>
</form>
)";

constexpr std::string_view kPlain = R"(<p>{{text}}</p>
)";

constexpr std::string_view kEnd = R"(</main>
<footer>{{footer}}</footer>
</body>
</html>
)";

/// One page around a middle part. The style sheet has no braces in pairs, so it stands in the template as it is.
Template page_with(std::string_view middle) {
  std::string text(kHead);
  text += style_sheet();
  text += kTop;
  text += middle;
  text += kEnd;
  return Template(text);
}

Values frame_values(const Frame& frame, std::string_view title) {
  Values values;
  const auto other = frame.language == Language::en ? Language::zh_cn : Language::en;
  values.texts = {{"language", std::string(tag(frame.language))},
                  {"other_tag", std::string(tag(other))},
                  {"other_language", std::string(word(frame.language, Word::other_language))},
                  {"switch_to", frame.switch_to},
                  {"sender", frame.sender},
                  {"title", std::string(title)},
                  {"footer", std::string(word(frame.language, Word::footer))}};
  return values;
}

}  // namespace

std::string letter_page(const Frame& frame, const LetterPage& page) {
  static const Template whole = page_with(kLetter);
  const auto say = [&](Word which) { return std::string(word(frame.language, which)); };
  auto values = frame_values(frame, page.title.empty() ? word(frame.language, Word::no_title) : page.title);
  auto& texts = values.texts;
  texts["sent"] = sentence(frame.language, Word::sent_at, {moment(frame.language, page.sent)});
  texts["note"] = page.note;
  texts["body"] = page.body;
  texts["code_label"] = say(Word::code_label);
  texts["code_hint"] = say(Word::code_hint);
  texts["read_action"] = page.read_action;
  texts["open_letter"] = say(Word::open_letter);
  texts["why_code"] = say(Word::why_code);
  texts["code_action"] = page.code_action;
  texts["send_code"] = sentence(frame.language, page.code_asked ? Word::send_again : Word::send_code, {page.code_to});
  texts["no_contact_text"] = say(Word::no_contact);
  texts["confirmed_title"] = say(Word::confirmed);
  texts["confirmed_note"] = say(Word::confirmed_note);
  texts["confirm_action"] = page.confirm_action;
  texts["confirm_hint"] = say(Word::confirm_hint);
  texts["confirm"] = say(Word::confirm);
  texts["again_action"] = page.again_action;
  texts["pass"] = page.pass;
  values.flags = {{"bad", page.bad},
                  {"code_asked", page.code_asked},
                  {"confirmed", page.confirmed},
                  {"no_contact", page.no_contact}};
  return whole.filled(values);
}

std::string leaving_page(const Frame& frame, const std::string& host, const std::string& address,
                         const std::string& action) {
  static const Template whole = page_with(kLeaving);
  auto values = frame_values(frame, sentence(frame.language, Word::leaving, {host}));
  values.texts["text"] = sentence(frame.language, Word::leaving_note, {address});
  values.texts["action"] = action;
  values.texts["go_on"] = word(frame.language, Word::go_on);
  return whole.filled(values);
}

std::string plain_page(const Frame& frame, Word title, Word text) {
  static const Template whole = page_with(kPlain);
  auto values = frame_values(frame, word(frame.language, title));
  values.texts["text"] = word(frame.language, text);
  return whole.filled(values);
}

}  // namespace guardline::pages
