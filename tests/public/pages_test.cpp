// The pages' HTML, style and words. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/digest.h"
#include "hub/pages/public_pages.h"
#include "hub/pages/style.h"
#include "tests/hub/program.h"
#include "tests/public/door.h"

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>

namespace guardline::pages {
namespace {

using guardline::test::Folder;
using testing::HasSubstr;
using testing::Not;

constexpr auto kNasty = "</style></title><script>alert('1')</script>\"'&{{sender}}{{{sender}}}";
const Timestamp kNow = from_micros(1'790'000'000'000'000);

LetterPage everything() {
  LetterPage page;
  page.title = kNasty;
  page.sent = kNow;
  page.body = std::string("第一行\n") + kNasty;
  page.note = kNasty;
  page.code_action = "/m/x/code";
  page.code_to = kNasty;
  page.read_action = "/m/x/read";
  page.confirm_action = "/m/x/confirm";
  page.again_action = "/m/x/again";
  page.pass = kNasty;
  page.code_asked = page.bad = page.confirmed = page.no_contact = true;
  return page;
}

std::vector<std::string> all_pages() {
  std::vector<std::string> pages;
  for (const auto language : {Language::zh_cn, Language::en}) {
    const Frame frame{.language = language, .sender = kNasty, .switch_to = "/m/x?lang=en&step=code"};
    pages.push_back(letter_page(frame, everything()));
    auto page = everything();
    page.code_asked = page.bad = page.confirmed = page.no_contact = false;
    page.note.clear();
    page.body.clear();
    page.pass.clear();
    page.again_action.clear();
    pages.push_back(letter_page(frame, page));
    pages.push_back(letter_page(Frame{.language = language, .sender = "S"}, LetterPage{.title = "", .sent = kNow}));
    pages.push_back(leaving_page(frame, "h.example", std::string("https://h.example/?") + kNasty, "/c/0/x"));
    pages.push_back(plain_page(frame, Word::gone_title, Word::gone));
  }
  return pages;
}

/// What tidy says of a page. Its version knows no `inputmode` (HTML 5.1), so that one is left out.
std::string judged(const std::string& page) {
  Folder folder;
  std::ofstream(folder.path / "page.html") << page;
  const auto done = guardline::test::run({"tidy", "-quiet", "-errors", "-utf8", (folder.path / "page.html").string()});
  std::string words;
  std::istringstream lines(done.err);
  for (std::string line; std::getline(lines, line);)
    if (line.find("proprietary attribute \"inputmode\"") == std::string::npos) words += line + "\n";
  return words;
}

TEST(Pages, AreValidHtmlToAnotherProgram) {
  for (const auto& page : all_pages()) EXPECT_EQ(judged(page), "") << page;
  EXPECT_NE(judged("<!DOCTYPE html><title>x</title><p id=a><p id=a><b>"), "") << "the other program can say no";
}

TEST(Pages, RunAndLoadNothingAndLetNoValueIn) {
  for (const auto& page : all_pages()) {
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("<img")));
    EXPECT_THAT(page, Not(HasSubstr("<link")));
    EXPECT_THAT(page, Not(testing::ContainsRegex(" on[a-z]+=")));
    EXPECT_THAT(page, Not(HasSubstr("url(")));
    EXPECT_EQ(page.find("</style>"), page.rfind("</style>")) << "one style element, and no value ended it";
    EXPECT_EQ(page.find("<h1>"), page.rfind("<h1>"));
  }
  const auto page = letter_page({.language = Language::en, .sender = "S"}, everything());
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(&apos;1&apos;)&lt;/script&gt;"));
  EXPECT_THAT(page, HasSubstr("<label for=\"code\">"));
  EXPECT_THAT(page, HasSubstr("role=\"alert\""));
  EXPECT_THAT(page, HasSubstr("{{sender}}{{{sender}}}")) << "a value brings in no name";
}

TEST(Pages, TheirPolicyNamesTheirStyleByItsHash) {
  const auto page = plain_page({.language = Language::en, .sender = "S"}, Word::gone_title, Word::gone);
  const auto begin = page.find("<style>") + 7;
  const auto style = page.substr(begin, page.find("</style>") - begin);
  auto hash = to_base64url(crypto::sha256(as_bytes(style)));
  for (char& c : hash) c = c == '-' ? '+' : c == '_' ? '/' : c;
  EXPECT_THAT(security_policy(), HasSubstr("style-src 'sha256-" + hash + "='"));
  EXPECT_THAT(security_policy(), HasSubstr("default-src 'none'"));
  EXPECT_THAT(security_policy("https://h.example"), HasSubstr("form-action 'self' https://h.example;"));
}

TEST(Style, HasItsColoursFromTheTokens) {
  const auto tokens = boost::json::parse(guardline::test::read_file(SOURCE_DIR "/resources/tokens.json")).as_object();
  const std::string style(style_sheet());
  const auto dark = style.find("@media(prefers-color-scheme:dark)");
  ASSERT_NE(dark, std::string::npos);
  const std::regex variable("--([a-z0-9-]+):(#[0-9A-F]{6})");
  std::size_t found = 0;
  for (std::sregex_iterator at(style.begin(), style.end(), variable), end; at != end; ++at, ++found) {
    const auto& theme = tokens.at(static_cast<std::size_t>(at->position()) < dark ? "light" : "dark").as_object();
    EXPECT_EQ(theme.at((*at)[1].str()).as_string(), (*at)[2].str()) << (*at)[1];
  }
  EXPECT_GT(found, 20U);
  const std::regex colour("#[0-9A-Fa-f]{3,8}\\b");
  EXPECT_EQ(std::distance(std::sregex_iterator(style.begin(), style.end(), colour), std::sregex_iterator()),
            static_cast<std::ptrdiff_t>(found))
      << "no colour of its own";
}

TEST(Words, EachStandsInBothLanguages) {
  std::set<std::string_view> seen;
  for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(Word::count); ++i) {
    for (const auto language : {Language::zh_cn, Language::en}) {
      const auto text = word(language, static_cast<Word>(i));
      EXPECT_FALSE(text.empty()) << int{i};
      EXPECT_TRUE(seen.insert(text).second) << text;
    }
    for (const char* place : {"{0}", "{1}"})
      EXPECT_EQ(word(Language::zh_cn, static_cast<Word>(i)).find(place) == std::string_view::npos,
                word(Language::en, static_cast<Word>(i)).find(place) == std::string_view::npos)
          << int{i};
  }
}

TEST(Words, LanguagesTimesAndDurations) {
  EXPECT_EQ(language_wanted("en;q=0.8, zh-TW;q=0.9"), Language::zh_cn);
  EXPECT_EQ(language_wanted("de-DE, en-US;q=0.7, zh;q=0.3"), Language::en);
  EXPECT_EQ(language_wanted("en;q=0, zh;q=0.001"), Language::zh_cn);
  EXPECT_EQ(language_wanted("fr"), std::nullopt);
  EXPECT_EQ(language_wanted(""), std::nullopt);
  EXPECT_EQ(language_wanted(";;;,,=q=,en;q=x,q=9"), std::nullopt);
  EXPECT_EQ(language_from("ZH_cn"), Language::zh_cn);
  EXPECT_EQ(language_from("english"), std::nullopt);
  EXPECT_EQ(moment(Language::zh_cn, Timestamp(std::chrono::seconds(1'790'000'000))), "9 月 21 日 22:13（UTC+8）");
  EXPECT_EQ(moment(Language::en, Timestamp(std::chrono::seconds(1'790'000'000))), "21 Sep, 22:13 (UTC+8)");
  EXPECT_EQ(duration(Language::zh_cn, std::chrono::milliseconds(1)), "1 秒");
  EXPECT_EQ(duration(Language::zh_cn, std::chrono::seconds(126)), "2 分 06 秒");
  EXPECT_EQ(duration(Language::en, std::chrono::seconds(899)), "15 min");
  EXPECT_EQ(duration(Language::en, std::chrono::minutes(241)), "5 h");
  EXPECT_EQ(sentence(Language::en, Word::wait, {"2 s {0}"}), "Too many tries. Please try again in 2 s {0}.");
}

}  // namespace
}  // namespace guardline::pages
