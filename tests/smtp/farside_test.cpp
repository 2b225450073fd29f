// The mail far side against clients that misbehave. SPDX-License-Identifier: GPL-3.0-or-later
#include "rig.h"

#include <arpa/inet.h>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guardline::test {
namespace {

/// A socket that says what it is told.
class Raw {
 public:
  explicit Raw(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    const timeval limit{.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    EXPECT_EQ(reply().substr(0, 3), "220");
  }
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;
  ~Raw() { ::close(fd_); }
  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
  }
  /// The last line of the next answer; empty where the line was closed.
  std::string reply() {
    while (true) {
      const auto end = input_.find("\r\n");
      if (end == std::string::npos) {
        char bytes[4096];
        const ssize_t n = ::recv(fd_, bytes, sizeof bytes, 0);
        if (n <= 0) return {};
        input_.append(bytes, static_cast<std::size_t>(n));
        continue;
      }
      const std::string line = input_.substr(0, end);
      input_.erase(0, end + 2);
      if (line.size() < 4 || line[3] != '-') return line;
    }
  }
  std::string ask(std::string_view line) {
    send(std::string(line) + "\r\n");
    return reply();
  }

 private:
  int fd_;
  std::string input_;
};

TEST(FarSideMail, PipelinedCommandsAreAnsweredInOrder) {
  FarSide far;
  Raw raw(far.port());
  raw.send("EHLO me\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nRCPT TO:<e@f.test>\r\nDATA\r\n");
  for (const char* code : {"250", "250", "250", "250", "354"}) EXPECT_EQ(raw.reply().substr(0, 3), code);
  raw.send("Subject: x\r\n\r\nbody\r\n.\r\nNOOP\r\nQUIT\r\n");
  for (const char* code : {"250", "250", "221"}) EXPECT_EQ(raw.reply().substr(0, 3), code);
  EXPECT_EQ(far.ledger("accepted").size(), 2U);
}

TEST(FarSideMail, OneMessageCanNotBecomeTwo) {
  FarSide far;
  Raw raw(far.port());
  raw.ask("EHLO me");
  raw.ask("MAIL FROM:<a@b.test>");
  raw.ask("RCPT TO:<c@d.test>");
  raw.ask("DATA");
  raw.send("Subject: x\r\n\r\none\n.\nMAIL FROM:<evil@b.test>\n\r.\r\r\n.\rx\r\n.\r\n");
  EXPECT_EQ(raw.reply().substr(0, 3), "250");
  EXPECT_EQ(raw.ask("NOOP").substr(0, 3), "250");
  EXPECT_EQ(far.ledger("accepted").size(), 1U);
}

TEST(FarSideMail, WrongCommandsGetTypedAnswers) {
  FarSide far;
  Raw raw(far.port());
  const std::pair<std::string, const char*> talk[] = {
      {"MAIL FROM:<a@b.test>", "503"},
      {"EHLO", "501"},
      {"EHLO me", "250"},
      {"RCPT TO:<a@b.test>", "503"},
      {"MAIL FROM:a@b.test", "501"},
      {"MAIL FROM:<a b@c>", "501"},
      {"MAIL FROM:<a@b.test> SIZE=x", "501"},
      {"MAIL FROM:<a@b.test> SIZE=99999999", "552"},
      {"MAIL FROM:<a@b.test> SIZE=10 BODY=8BITMIME SMTPUTF8 RET=HDRS", "250"},
      {"MAIL FROM:<a@b.test>", "503"},
      {"DATA", "554"},
      {"RCPT TO:<>", "501"},
      {"RCPT TO:<a@b.test> NOTIFY=SUCCESS,FAILURE", "250"},
      {"RSET", "250"},
      {"DATA", "503"},
      {"STARTTLS", "503"},
      {"AUTH PLAIN AGEAYg==", "503"},
      {"FROB", "502"},
      {std::string("NO\0OP", 5), "500"}};
  for (const auto& [line, code] : talk) EXPECT_EQ(raw.ask(line).substr(0, 3), code) << line;
}

TEST(FarSideMail, FloodsAndErrorsEndTheSessionNotTheServer) {
  FarSide far;
  {
    Raw raw(far.port());
    raw.send(std::string(1'000'000, 'A'));
    EXPECT_EQ(raw.reply().substr(0, 3), "500");
    EXPECT_EQ(raw.reply(), "");
  }
  {
    Raw raw(far.port());
    for (int i = 0; i < 19; ++i) EXPECT_EQ(raw.ask("X").substr(0, 3), "502");
    raw.ask("X");
    EXPECT_EQ(raw.reply().substr(0, 3), "421");
  }
  {
    Raw half(far.port());
    half.ask("EHLO me");
    half.ask("MAIL FROM:<a@b.test>");
    half.ask("RCPT TO:<c@d.test>");
    half.ask("DATA");
    half.send("Subject: never finished\r\n");
  }
  EXPECT_EQ(Raw(far.port()).ask("NOOP").substr(0, 3), "250");
  EXPECT_TRUE(far.ledger("accepted").empty());
}

TEST(FarSideMail, ControlRefusesWhatItDoesNotKnow) {
  FarSide far;
  for (const char* line :
       {"", "x", "[]", "{}", R"({"set":"fail"})", R"({"set":"fail","value":2})", R"({"set":"fail","value":"1"})",
        R"({"set":"nothing","value":1})", R"({"get":"nothing"})", R"({"set":"outage","value":1})"}) {
    EXPECT_FALSE(far.ask(line).at("ok").as_bool()) << line;
  }
  far.set("fail", "0.25");
  EXPECT_EQ(far.ask(R"({"get":"settings"})").at("settings").at("fail").as_double(), 0.25);
}

TEST(FarSideMail, ChanceHangsOnTheSeedAlone) {
  const auto fates = [](const char* seed) {
    FarSide far({"--seed", seed, "--fail", "0.3", "--loss", "0.2", "--salt", "00"});
    std::string all;
    for (int i = 0; i < 40; ++i) {
      Raw raw(far.port());
      raw.send("EHLO me\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<r" + std::to_string(i) + "@d.test>\r\nDATA\r\n");
      raw.send("X-Guardline-Delivery: d-" + std::to_string(i) + "\r\n\r\n.\r\nQUIT\r\n");
      while (!raw.reply().empty()) {
      }
    }
    for (const auto& line : far.ledger("accepted")) all += boost::json::serialize(line.at("fate"));
    return all;
  };
  const auto first = fates("7");
  EXPECT_EQ(first, fates("7"));
  EXPECT_NE(first, fates("8"));
  for (const char* fate : {"bounced", "lost", "delivered"}) EXPECT_NE(first.find(fate), std::string::npos) << fate;
}

TEST(FarSideMail, RefusesWrongOptions) {
  for (const auto& words :
       std::vector<std::vector<std::string>>{{},
                                             {"--ledger"},
                                             {"--ledger", "/nonexistent/x"},
                                             {"--ledger", "/dev/null", "--fail", "2"},
                                             {"--frob", "1"},
                                             {"--ledger", "/dev/null", "--port", "99999"},
                                             {"--ledger", "/dev/null", "--implicit-tls"},
                                             {"--ledger", "/dev/null", "--tls", "/nonexistent", "/nonexistent"}}) {
    std::vector<std::string> all{FARSIDE_MAIL};
    all.insert(all.end(), words.begin(), words.end());
    EXPECT_EQ(run_program(all).code, 2);
  }
}

}  // namespace
}  // namespace guardline::test
