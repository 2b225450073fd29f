// TLS and sign-in towards the relay. SPDX-License-Identifier: GPL-3.0-or-later
#include "rig.h"

#include <gtest/gtest.h>

namespace guardline::dispatch {
namespace {

using Outcome = Answer::Outcome;
using test::config_for;
using test::FarSide;
using test::outgoing_to;
using test::Sender;

class SmtpTls : public ::testing::Test {
 protected:
  static SmtpConfig secure(std::uint16_t port, MailTls tls, const std::string& ca) {
    auto config = config_for(port);
    config.tls = tls;
    config.ca_file = ca;
    return config;
  }
  test::TempFolder folder_;
  test::Certificates right_{folder_, "right"};
  test::Certificates wrong_{folder_, "wrong"};
};

TEST_F(SmtpTls, StartTlsWithTheRightCa) {
  FarSide far({"--tls", right_.certificate, right_.key});
  Sender sender(secure(far.port(), MailTls::starttls, right_.ca));
  EXPECT_EQ(sender.send(outgoing_to("a@investors.test")).outcome, Outcome::accepted);
  EXPECT_EQ(sender.send(outgoing_to("b@investors.test")).outcome, Outcome::accepted);
}

TEST_F(SmtpTls, ImplicitTlsWithTheRightCa) {
  FarSide far({"--tls", right_.certificate, right_.key, "--implicit-tls"});
  Sender sender(secure(far.port(), MailTls::implicit, right_.ca));
  EXPECT_EQ(sender.send(outgoing_to("a@investors.test")).outcome, Outcome::accepted);
}

TEST_F(SmtpTls, AnotherCaIsRefusedBeforeAnythingIsSaid) {
  for (const MailTls tls : {MailTls::starttls, MailTls::implicit}) {
    std::vector<std::string> options{"--tls", right_.certificate, right_.key};
    if (tls == MailTls::implicit) options.push_back("--implicit-tls");
    FarSide far(options);
    for (const std::string& ca : {wrong_.ca, std::string()}) {  // the system's list doesn't know it either
      Sender sender(secure(far.port(), tls, ca));
      const auto answer = sender.send(outgoing_to("a@investors.test"));
      EXPECT_EQ(answer.outcome, Outcome::retry);
      EXPECT_EQ(answer.reason, Reason::carrier_down);
      EXPECT_NE(answer.diagnostic.find("certificate"), std::string::npos) << answer.diagnostic;
      EXPECT_EQ(sender.carrier().line(), LineState::down);
    }
    EXPECT_TRUE(far.ledger("accepted").empty());
  }
}

TEST_F(SmtpTls, AnotherNameIsRefused) {
  const test::Certificates other(folder_, "other", "DNS:relay.example");
  FarSide far({"--tls", other.certificate, other.key});
  Sender elsewhere(secure(far.port(), MailTls::starttls, other.ca));
  const auto answer = elsewhere.send(outgoing_to("a@investors.test"));
  EXPECT_EQ(answer.outcome, Outcome::retry);
  EXPECT_NE(answer.diagnostic.find("certificate"), std::string::npos) << answer.diagnostic;
  EXPECT_TRUE(far.ledger("accepted").empty());
}

TEST_F(SmtpTls, ARelayWithoutStartTlsGetsNothing) {
  FarSide far;
  Sender sender(secure(far.port(), MailTls::starttls, right_.ca));
  EXPECT_EQ(sender.send(outgoing_to("a@investors.test")).outcome, Outcome::retry);
  EXPECT_TRUE(far.ledger("accepted").empty());
}

TEST_F(SmtpTls, SignsIn) {
  FarSide far({"--tls", right_.certificate, right_.key, "--auth", "hub:s3cret"});
  auto config = secure(far.port(), MailTls::starttls, right_.ca);
  config.user = "hub";
  config.password = "s3cret";
  Sender sender(config);
  EXPECT_EQ(sender.send(outgoing_to("a@investors.test")).outcome, Outcome::accepted);
  config.password = "other";
  Sender wrong(config);
  const auto answer = wrong.send(outgoing_to("a@investors.test"));
  EXPECT_EQ(answer.outcome, Outcome::retry);
  EXPECT_EQ(answer.reason, Reason::carrier_rejected);
  EXPECT_EQ(answer.diagnostic.find("other"), std::string::npos);
  EXPECT_EQ(wrong.carrier().line(), LineState::down);
  EXPECT_EQ(far.ledger("accepted").size(), 1U);
}

}  // namespace
}  // namespace guardline::dispatch
