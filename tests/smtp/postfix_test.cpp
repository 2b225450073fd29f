// The carrier and the reader of returned mail against Postfix. SPDX-License-Identifier: GPL-3.0-or-later
#include "postfix.h"

#include "hub/receipts/bounces/bounces.h"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

namespace guardline::test {
namespace {

namespace fs = std::filesystem;
using dispatch::Answer;

class PostfixTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (::geteuid() == 0) postfix_ = std::make_unique<Postfix>();
  }
  static void TearDownTestSuite() { postfix_.reset(); }
  void SetUp() override {
    if (!postfix_) GTEST_SKIP() << "Postfix's master needs root";
  }
  static dispatch::SmtpConfig secure(std::uint16_t port, const std::string& ca) {
    auto config = config_for(port);
    config.tls = dispatch::MailTls::starttls;
    config.ca_file = ca;
    return config;
  }
  static inline std::unique_ptr<Postfix> postfix_;
};

TEST_F(PostfixTest, DeliversWhatWasMeantOverTls) {
  Sender sender(secure(postfix_->port(), postfix_->certificates().ca));
  auto outgoing = outgoing_to("known@investors.test");
  const auto answer = sender.send(outgoing);
  ASSERT_EQ(answer.outcome, Answer::Outcome::accepted) << answer.diagnostic << "\n" << postfix_->log();
  const fs::path inbox = postfix_->mailbox() / "new";
  ASSERT_TRUE(eventually([&] { return fs::exists(inbox) && !fs::is_empty(inbox); })) << postfix_->log();

  const fs::path file = *fs::directory_iterator(inbox);
  const auto done = run_program({"python3", SMTP_TEST_DIR "/reparse.py", file.string()});
  ASSERT_EQ(done.code, 0) << done.out;
  const auto read = boost::json::parse(done.out).as_object();
  const auto header = [&](std::string_view name) {
    return std::string(read.at("headers").as_object().at(name).as_array().at(0).as_string());
  };
  EXPECT_EQ(header("subject"), outgoing.title);
  EXPECT_EQ(header("x-guardline-delivery"), outgoing.delivery.text());
  EXPECT_EQ(header("return-path"), "<bounce+" + answer.references.at(0) + "@hub.test>");
  EXPECT_NE(header("received").find("TLS"), std::string::npos);
  std::string body(read.at("body").as_string());
  std::erase(body, '\r');
  EXPECT_EQ(body, outgoing.body);
}

TEST_F(PostfixTest, ABounceForAnUnknownUserComesBackAndIsUnderstood) {
  SystemClock clock;
  Sink sink;
  receipts::BounceConfig config;
  config.maildir = postfix_->bounces();
  config.carrier = "email-main";
  config.bounce_domain = "hub.test";
  config.verp_key = Bytes(32, 42);
  config.poll = std::chrono::milliseconds(50);
  // Postfix makes new/, cur/ and tmp/ itself, as the mailbox's owner, at its first delivery: only then the watch
  // begins.
  Sender sender(config_for(postfix_->port()));
  const auto answer = sender.send(outgoing_to("nobody@investors.test"));
  ASSERT_EQ(answer.outcome, Answer::Outcome::accepted) << answer.diagnostic;
  const fs::path inbox = fs::path(postfix_->bounces()) / "new";
  ASSERT_TRUE(eventually([&] { return fs::exists(inbox) && !fs::is_empty(inbox); })) << postfix_->log();

  auto watch = receipts::BounceWatch::make(config, sink, clock);
  ASSERT_TRUE(watch);
  (*watch)->start();
  ASSERT_TRUE(eventually([&] { return sink.receipts().size() == 1; }));
  const auto receipt = sink.receipts()[0];
  EXPECT_EQ(receipt.reference, answer.references.at(0));
  EXPECT_EQ(receipt.state, DeliveryState::failed);
  EXPECT_EQ(receipt.reason, Reason::no_such_mailbox);
  EXPECT_EQ(receipt.code, "5.1.1");
  EXPECT_TRUE(eventually([&] { return fs::is_empty(inbox); }));
}

TEST_F(PostfixTest, AnUnknownUserMayBeRefusedAtOnce) {
  Sender sender(config_for(postfix_->strict_port()));
  const auto answer = sender.send(outgoing_to("nobody@investors.test"));
  EXPECT_EQ(answer.outcome, Answer::Outcome::refused);
  EXPECT_EQ(answer.reason, Reason::no_such_mailbox);
  EXPECT_EQ(answer.diagnostic, "550 5.1.1 at RCPT");
}

TEST_F(PostfixTest, AnotherCaIsRefused) {
  const TempFolder folder;
  const Certificates other(folder, "other");
  Sender sender(secure(postfix_->port(), other.ca));
  const auto answer = sender.send(outgoing_to("known@investors.test"));
  EXPECT_EQ(answer.outcome, Answer::Outcome::retry);
  EXPECT_NE(answer.diagnostic.find("certificate"), std::string::npos) << answer.diagnostic;
}

}  // namespace
}  // namespace guardline::test
