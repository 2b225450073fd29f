// The MIME form, read back by Python's email package. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smtp/mime_message.h"
#include "rig.h"
#include "tests/support/process.h"

#include <algorithm>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace guardline::dispatch {
namespace {

const Timestamp kNow = from_micros(1'750'000'000'000'000);  // 2025-06-15 15:06:40 UTC

boost::json::object reparsed(const std::string& message) {
  const test::TempFolder folder;
  test::write_file(folder.file("message"), message);
  const auto done = test::run_program({"python3", SMTP_TEST_DIR "/reparse.py", folder.file("message")});
  EXPECT_EQ(done.code, 0) << done.out;
  return boost::json::parse(done.out).as_object();
}

std::string header(const boost::json::object& read, std::string_view name) {
  const auto& values = read.at("headers").as_object().at(name).as_array();
  EXPECT_EQ(values.size(), 1U) << name;
  return std::string(values.at(0).as_string());
}

void expect_fit_for_any_relay(const std::string& message) {
  std::size_t line = 0;
  for (std::size_t i = 0; i < message.size(); ++i) {
    const auto c = static_cast<unsigned char>(message[i]);
    ASSERT_TRUE(c < 0x80 && c != 0);
    ASSERT_EQ(c == '\n', i > 0 && message[i - 1] == '\r' && c == '\n');
    if (c == '\r') ASSERT_TRUE(i + 1 < message.size() && message[i + 1] == '\n');
    line = c == '\n' ? 0 : line + 1;
    ASSERT_LE(line, 998U);
  }
}

TEST(Mime, AnotherImplementationReadsWhatWasMeant) {
  auto config = test::config_for(25);
  config.reply_to = "service@securities.test";
  const auto outgoing = test::outgoing_to("zhang.san@investors.test");
  const auto message = compose(config, outgoing, kNow);
  ASSERT_TRUE(message);
  expect_fit_for_any_relay(*message);

  const auto read = reparsed(*message);
  EXPECT_TRUE(read.at("defects").as_array().empty()) << *message;
  EXPECT_EQ(header(read, "subject"), outgoing.title);
  EXPECT_EQ(header(read, "from"), "守护证券 <notice@securities.test>");
  EXPECT_EQ(header(read, "to"), "zhang.san@investors.test");
  EXPECT_EQ(header(read, "reply-to"), "service@securities.test");
  EXPECT_EQ(header(read, "date"), "Sun, 15 Jun 2025 15:06:40 +0000");
  EXPECT_EQ(header(read, "message-id"), "<" + outgoing.delivery.text() + "@hub.test>");
  EXPECT_EQ(header(read, "auto-submitted"), "auto-generated");
  EXPECT_EQ(header(read, "content-language"), "zh-CN");
  EXPECT_EQ(header(read, "x-guardline-delivery"), outgoing.delivery.text());
  EXPECT_EQ(header(read, "mime-version"), "1.0");
  EXPECT_EQ(read.at("type").as_string(), "text/plain");
  EXPECT_EQ(read.at("charset").as_string(), "utf-8");
  EXPECT_EQ(header(read, "content-transfer-encoding"), "base64");
  EXPECT_EQ(read.at("body").as_string(), "尊敬的𠮷先生：\r\n您有一条新的风险提示。\r\n");
}

TEST(Mime, BothFormsStandSideBySideTheRicherOneLast) {
  auto outgoing = test::outgoing_to("a@investors.test");
  outgoing.html =
      "<!DOCTYPE html>\n<p>尊敬的𠮷先生<a href=\"https://h.test/m/x\">=</a></p>\n" + std::string(3000, 'x') + "\n";
  const auto message = compose(test::config_for(25), outgoing, kNow);
  ASSERT_TRUE(message);
  expect_fit_for_any_relay(*message);
  EXPECT_EQ(compose(test::config_for(25), outgoing, kNow).value_or(""), *message) << "every try has the same bytes";
  const auto read = reparsed(*message);
  EXPECT_TRUE(read.at("defects").as_array().empty()) << *message;
  EXPECT_EQ(boost::json::serialize(read.at("parts")), R"(["multipart/alternative","text/plain","text/html"])");
  EXPECT_EQ(header(read, "content-language"), "zh-CN");
  EXPECT_EQ(read.at("body").as_string(), "尊敬的𠮷先生：\r\n您有一条新的风险提示。\r\n");
  std::string html(read.at("html").as_string());
  std::erase(html, '\r');
  EXPECT_EQ(html, outgoing.html);
  outgoing.html = "\xFF";
  EXPECT_FALSE(compose(test::config_for(25), outgoing, kNow));
}

TEST(Mime, MostlyLatinTextStaysReadable) {
  auto outgoing = test::outgoing_to("a@investors.test");
  outgoing.body = ".leading dot\r\nFrom here\n" + std::string(3000, 'x') + " caf\u00e9 = \ttrailing \n\n.\nend";
  const auto message = compose(test::config_for(25), outgoing, kNow);
  ASSERT_TRUE(message);
  expect_fit_for_any_relay(*message);
  const auto read = reparsed(*message);
  EXPECT_EQ(header(read, "content-transfer-encoding"), "quoted-printable");
  std::string body(read.at("body").as_string());
  std::erase(body, '\r');
  // The last line gets its end: a message has whole lines only.
  EXPECT_EQ(body, ".leading dot\nFrom here\n" + std::string(3000, 'x') + " caf\u00e9 = \ttrailing \n\n.\nend\n");
}

TEST(Mime, AnInternationalDomainStandsInItsAsciiForm) {
  const auto message = compose(test::config_for(25), test::outgoing_to("user@例子.测试"), kNow);
  ASSERT_TRUE(message);
  expect_fit_for_any_relay(*message);
  EXPECT_NE(message->find("To: user@xn--fsqu00a.xn--0zwm56d\r\n"), std::string::npos) << *message;
}

TEST(Mime, NothingSlipsIntoTheHeaders) {
  auto outgoing = test::outgoing_to("a@investors.test");
  outgoing.title = "notice\r\nBcc: thief@example.org\r\n\r\nbody";
  outgoing.language = "zh-CN\r\nX-Evil: 1";
  const auto message = compose(test::config_for(25), outgoing, kNow);
  ASSERT_TRUE(message);
  const auto read = reparsed(*message);
  EXPECT_FALSE(read.at("headers").as_object().contains("bcc"));
  EXPECT_FALSE(read.at("headers").as_object().contains("x-evil"));
  EXPECT_FALSE(read.at("headers").as_object().contains("content-language"));
  EXPECT_EQ(header(read, "subject"), "notice  Bcc: thief@example.org    body");
}

TEST(Mime, SaysItsLanguageIfThatCanBeATag) {
  auto outgoing = test::outgoing_to("a@investors.test");
  const auto said = [&](std::string language) {
    outgoing.language = std::move(language);
    const auto text = compose(test::config_for(25), outgoing, kNow);
    EXPECT_TRUE(text.has_value());
    return text && text->find("Content-Language: " + outgoing.language + "\r\n") != std::string::npos;
  };
  EXPECT_TRUE(said("en"));
  EXPECT_TRUE(said("zh-Hans-CN"));
  EXPECT_TRUE(said(std::string(35, 'a')));
  EXPECT_FALSE(said(std::string(36, 'a')));
  for (const auto* none : {"", "zh_CN", "zh CN", "\xE4\xB8\xAD"}) {
    outgoing.language = none;
    const auto text = compose(test::config_for(25), outgoing, kNow);
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(text->find("Content-Language"), std::string::npos) << none;
  }
}

TEST(Mime, RefusesAddressesThatAreNoMailboxes) {
  for (const char* address :
       {"", "a", "@b.test", "a@", "a@b..test", "a b@c.test", "a@b.test\r\nRCPT TO:<x@y>", "<a@b.test>",
        "\"a b\"@c.test", "a@[127.0.0.1]", "a..b@c.test", ".a@c.test", "a@b.test,c@d.test", "张三@investors.test"}) {
    EXPECT_FALSE(is_mailbox(address)) << address;
    EXPECT_FALSE(compose(test::config_for(25), test::outgoing_to(address), kNow)) << address;
  }
  for (const char* address : {"a@b.test", "o'neil+tag@sub.example.test", "user@例子.测试"})
    EXPECT_TRUE(is_mailbox(address)) << address;
}

TEST(Mime, RefusesBytesThatAreNoText) {
  auto outgoing = test::outgoing_to("a@b.test");
  outgoing.body = "\xff\xfe";
  EXPECT_EQ(compose(test::config_for(25), outgoing, kNow).error().code, ErrorCode::invalid_argument);
  outgoing.body = "fine";
  outgoing.title = std::string("a\0b", 3);
  EXPECT_FALSE(compose(test::config_for(25), outgoing, kNow));
}

TEST(Mime, AnyTextIsFitForAnyRelay) {
  rc::check("lines, bytes and the number of headers hold for every title and body", [] {
    const auto pieces = std::vector<std::string>{
        "a", "=", ".", "\n", "\r", "\r\n", " ", "\t", "守", "𠮷", "é", "?=", "=?utf-8?q?x?=", "From ", "--", ":"};
    auto outgoing = test::outgoing_to("a@b.test");
    outgoing.title.clear();
    outgoing.body.clear();
    for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
      outgoing.title += piece;
    for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
      outgoing.body += piece;
    const auto message = compose(test::config_for(25), outgoing, kNow);
    RC_ASSERT(message.has_value());
    expect_fit_for_any_relay(*message);
    RC_ASSERT(!::testing::Test::HasFatalFailure());
    const auto head = message->substr(0, message->find("\r\n\r\n"));
    std::size_t fields = 0;
    for (std::size_t at = 0; at != std::string::npos; at = head.find("\r\n", at + 1)) {
      const std::size_t start = at == 0 ? 0 : at + 2;
      if (head[start] != ' ' && head[start] != '\t') ++fields;
    }
    RC_ASSERT(fields == 11U);
  });
}

TEST(SmtpConfigTest, SaysWhichFieldIsWrong) {
  const auto wrong = [](auto change) {
    auto config = test::config_for(25);
    change(config);
    const auto ok = check(config);
    return ok ? std::string() : ok.error().message.substr(0, ok.error().message.find(':'));
  };
  EXPECT_EQ(wrong([](auto&) {}), "");
  EXPECT_EQ(wrong([](auto& c) { c.id = "E Mail"; }), "id");
  EXPECT_EQ(wrong([](auto& c) { c.host = "relay/../x"; }), "host");
  EXPECT_EQ(wrong([](auto& c) { c.port = 0; }), "port");
  EXPECT_EQ(wrong([](auto& c) { c.host = "relay.example.com"; }), "tls");
  EXPECT_EQ(wrong([](auto& c) { c.host = "127.0.0.1.evil.example"; }), "tls");
  EXPECT_EQ(wrong([](auto& c) { c.user = "u"; }), "user");
  EXPECT_EQ(wrong([](auto& c) { c.helo_name = "a b"; }), "helo_name");
  EXPECT_EQ(wrong([](auto& c) { c.from_address = "no"; }), "from_address");
  EXPECT_EQ(wrong([](auto& c) { c.display_name = "a\nb"; }), "display_name");
  EXPECT_EQ(wrong([](auto& c) { c.pool_size = 0; }), "pool_size");
  EXPECT_EQ(wrong([](auto& c) { c.window = 0; }), "window");
  EXPECT_EQ(wrong([](auto& c) { c.answer_timeout = Micros(1); }), "connect_timeout, answer_timeout");
  EXPECT_NE(wrong([](auto& c) { c.verp_key.clear(); }), "");
  EXPECT_NE(wrong([](auto& c) { c.bounce_domain = "x y"; }), "");

  // Each bound from both sides.
  for (const char* host : {"localhost", "127.0.0.1", "127.255.0.1", "::1"}) {
    EXPECT_EQ(wrong([&](auto& c) { c.host = host; }), "") << host;
  }
  for (const char* host : {"10.0.0.1", "2001:db8::1", "fe80::1", "relay-1.example"}) {
    EXPECT_EQ(wrong([&](auto& c) { c.host = host; }), "tls") << host << " is another machine";
    EXPECT_EQ(wrong([&](auto& c) { c.host = host, c.tls = MailTls::starttls; }), "") << host;
  }
  for (const std::string& host : {std::string("::g"), std::string(46, ':'), std::string("a..b"), std::string()}) {
    EXPECT_EQ(wrong([&](auto& c) { c.host = host; }), "host") << host;
  }
  EXPECT_EQ(wrong([](auto& c) { c.id = std::string(32, '9'); }), "");
  EXPECT_EQ(wrong([](auto& c) { c.id = std::string(33, 'a'); }), "id");
  EXPECT_EQ(wrong([](auto& c) { c.id = "a_b"; }), "id");
  EXPECT_EQ(wrong([](auto& c) { c.id = "~"; }), "id");
  EXPECT_EQ(wrong([](auto& c) { c.id.clear(); }), "id");
  const auto over_tls = [&](auto change) {
    return wrong([&](auto& c) {
      c.tls = MailTls::implicit;
      c.user = "firm";
      change(c);
    });
  };
  EXPECT_EQ(over_tls([](auto&) {}), "");
  EXPECT_EQ(over_tls([](auto& c) { c.user = "a\x7f"; }), "user, password");
  EXPECT_EQ(over_tls([](auto& c) { c.password = "a\r"; }), "user, password");
  EXPECT_EQ(wrong([](auto& c) { c.helo_name = "hub.example"; }), "");
  EXPECT_EQ(wrong([](auto& c) { c.reply_to = "desk@example.com"; }), "");
  EXPECT_EQ(wrong([](auto& c) { c.reply_to = "desk"; }), "reply_to");
  EXPECT_EQ(wrong([](auto& c) { c.pool_size = c.window = 64; }), "");
  EXPECT_EQ(wrong([](auto& c) { c.pool_size = c.window = 65; }), "pool_size");
  EXPECT_EQ(wrong([](auto& c) { c.window = 100'000; }), "");
  EXPECT_EQ(wrong([](auto& c) { c.window = 100'001; }), "window");
  EXPECT_EQ(wrong([](auto& c) { c.connect_timeout = Micros(0); }), "connect_timeout, answer_timeout");
  EXPECT_EQ(wrong([](auto& c) { c.idle_close = std::chrono::milliseconds(999); }), "idle_close");
  EXPECT_EQ(wrong([](auto& c) { c.probe_every = std::chrono::milliseconds(9); }), "probe_every");
}

TEST(Mailbox, IsADotAtomAtAHostName) {
  const std::string local(64, 'a');
  for (const std::string& good :
       {std::string("a@b"), std::string("A.z-0!#$%&'*+/=?^_`{|}~@Example.COM"), local + "@b.example",
        std::string("li@例子.测试"), "a@" + std::string(63, 'b') + ".example"}) {
    EXPECT_TRUE(is_mailbox(good)) << good;
  }
  for (const std::string& bad :
       {std::string(), std::string("a"), std::string("@b"), std::string("a@"), std::string(".a@b"), std::string("a.@b"),
        std::string("a..b@c"), std::string("a b@c"), std::string("\"a\"@b"), local + "a@b", std::string("a@-b"),
        std::string("a@b-"), std::string("a@b."), std::string("a@b-.c"), std::string("a@[127.0.0.1]"),
        std::string("a\x7f@b"), "a@" + std::string(64, 'b'),
        "a@" + std::string(60, 'b') + "." + std::string(60, 'b') + "." + std::string(60, 'b') + "." +
            std::string(60, 'b') + "." + std::string(20, 'b')}) {
    EXPECT_FALSE(is_mailbox(bad)) << bad;
  }
}

}  // namespace
}  // namespace guardline::dispatch
