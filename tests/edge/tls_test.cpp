// The two listeners' TLS, asked by openssl and curl. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/edge/edge_house.h"

#include <gtest/gtest.h>

namespace guardline::edge::test {
namespace {

using guardline::test::run_program;

class Tls : public testing::Test {
 protected:
  static void SetUpTestSuite() { house_ = std::make_unique<EdgeHouse>(); }
  static void TearDownTestSuite() { house_.reset(); }

  /// Sends GET /v1/hub through openssl s_client; gives all it printed.
  static guardline::test::Finished ask(const std::string& options) {
    return run_program({"bash", "-c",
                        "(printf 'GET /v1/hub HTTP/1.1\\r\\nHost: hub\\r\\nConnection: close\\r\\n\\r\\n'; sleep 1) | "
                        "timeout 10 openssl "
                        "s_client -connect 127.0.0.1:" +
                            house_->port() + " -CAfile " + house_->file("tls.crt") + " -verify_return_error -ign_eof " +
                            options + " 2>&1"});
  }
  static std::unique_ptr<EdgeHouse> house_;
};
std::unique_ptr<EdgeHouse> Tls::house_;

TEST_F(Tls, SpeaksVersion13WithoutACertificate) {
  const auto done = ask("");
  EXPECT_NE(done.out.find("TLSv1.3"), std::string::npos) << done.out;
  EXPECT_NE(done.out.find("HTTP/1.1 200 OK"), std::string::npos) << done.out;
  EXPECT_NE(done.out.find("Guardline") == std::string::npos, done.out.find("示例证券") == std::string::npos);
}

TEST_F(Tls, RefusesVersion12) {
  const auto done = ask("-tls1_2");
  EXPECT_NE(done.out.find("alert protocol version"), std::string::npos) << done.out;
  EXPECT_EQ(done.out.find("HTTP/1.1"), std::string::npos);
}

TEST_F(Tls, RefusesACertificateOfAnotherCa) {
  const auto done = ask("-cert " + house_->file("foreign.crt") + " -key " + house_->file("foreign.key"));
  EXPECT_NE(done.out.find("unknown ca"), std::string::npos) << done.out;
  EXPECT_EQ(done.out.find("HTTP/1.1 200"), std::string::npos);
  const auto by_curl =
      run_program({"curl", "-s", "--cacert", house_->file("tls.crt"), "--cert", house_->file("foreign.crt"), "--key",
                   house_->file("foreign.key"), "https://127.0.0.1:" + house_->port() + "/v1/hub"});
  EXPECT_EQ(by_curl.code, 56) << by_curl.out;  // refused while receiving: in TLS 1.3 the client is judged last
}

TEST_F(Tls, AsksForCertificatesOfOurCaByName) { EXPECT_NE(ask("").out.find("Test device CA"), std::string::npos); }

TEST_F(Tls, GivesNoTicketsSoThatNothingIsResumed) {
  const auto done = ask("-sess_out " + house_->file("session.pem"));
  EXPECT_EQ(done.out.find("New Session Ticket arrived"), std::string::npos) << done.out;
  EXPECT_FALSE(std::filesystem::exists(house_->file("session.pem")));
}

TEST_F(Tls, NegotiatesHttp11Only) {
  EXPECT_NE(ask("-alpn h2,http/1.1").out.find("ALPN protocol: http/1.1"), std::string::npos);
  EXPECT_NE(ask("-alpn h2").out.find("no application protocol"), std::string::npos);
}

TEST_F(Tls, ThePublicListenerAnswersHealthOnly) {
  const auto health = house_->open({.path = "/healthz"});
  EXPECT_EQ(health.status, 200);
  EXPECT_EQ(health.body, R"({"status":"ok"})");
  EXPECT_EQ(house_->open({.path = "/v1/hub"}).status, 404);
  EXPECT_EQ(house_->open({.method = "POST", .path = "/v1/session", .body = "{}"}).status, 404);
  EXPECT_EQ(house_->ops({.path = "/healthz"}).status, 404);
}

TEST_F(Tls, TheAdminSocketIsTheOwnersAlone) {
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(house_->file("admin.sock")).permissions() & perms::all,
            perms::owner_read | perms::owner_write);
  EXPECT_EQ(house_->local({.path = "/v1/admin/devices"}).status, 200);
  EXPECT_EQ(house_->ops({.path = "/v1/admin/devices"}).status, 404);
  EXPECT_EQ(house_->local({.path = "/v1/session"}).status, 404);
}

}  // namespace
}  // namespace guardline::edge::test
