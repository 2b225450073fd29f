// One connection to a mail relay, by libcurl. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smtp/smtp_session.h"

#include "hub/dispatch/carriers/smtp/conversation.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <new>

#include <curl/curl.h>
#include <sys/socket.h>

namespace guardline::dispatch {
namespace {

struct EasyFree {
  void operator()(CURL* easy) const noexcept { curl_easy_cleanup(easy); }
};
struct ListFree {
  void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};

void ensure_curl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

std::string url_of(const SmtpConfig& config) {
  const bool literal = config.host.find(':') != std::string::npos;
  const std::string& helo = config.helo_name.empty() ? config.bounce_domain : config.helo_name;
  // The path is the name that libcurl gives with EHLO.
  return std::string(config.tls == MailTls::implicit ? "smtps://" : "smtp://") + (literal ? "[" : "") + config.host +
         (literal ? "]" : "") + ":" + std::to_string(config.port) + "/" + helo;
}

long milliseconds(Micros time) { return static_cast<long>(std::chrono::ceil<std::chrono::milliseconds>(time).count()); }

/// What the callbacks of one perform see.
struct Perform {
  Conversation conversation;
  const std::string* message{nullptr};
  std::size_t given{0};
  const std::atomic<bool>* abort{nullptr};
};

std::size_t on_read(char* buffer, std::size_t size, std::size_t count, void* user) {
  auto& perform = *static_cast<Perform*>(user);
  if (perform.message == nullptr) return 0;
  const std::size_t n = perform.message->copy(buffer, size * count, perform.given);
  perform.given += n;
  if (perform.given == perform.message->size()) perform.conversation.message_given();
  return n;
}

std::size_t on_line(char* buffer, std::size_t size, std::size_t count, void* user) {
  static_cast<Perform*>(user)->conversation.answer({buffer, size * count});
  return size * count;
}

std::size_t on_body(char*, std::size_t size, std::size_t count, void*) { return size * count; }

int on_debug(CURL*, curl_infotype type, char* data, std::size_t size, void* user) {
  if (type == CURLINFO_HEADER_OUT) static_cast<Perform*>(user)->conversation.command({data, size});
  return 0;
}

int on_progress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Perform*>(user)->abort->load(std::memory_order_relaxed) ? 1 : 0;
}

LineState line_after(const Conversation& conversation, const Answer& answer) {
  if (conversation.relay_is_busy()) return LineState::throttled;
  // An answer to MAIL, RCPT or DATA, whatever it was, shows a working line.
  const bool spoke =
      conversation.last() && conversation.step() != mail::Step::connect && conversation.step() != mail::Step::sign_in;
  return spoke || answer.outcome == Answer::Outcome::accepted ? LineState::up : LineState::down;
}

}  // namespace

struct SmtpSession::Curl {
  Curl(const SmtpConfig& config, const std::atomic<bool>& abort_flag);

  template <class T>
  void set(CURLoption option, T value) {
    curl_easy_setopt(easy.get(), option, value);
  }
  CURLcode run(Perform& perform, bool fresh);
  [[nodiscard]] bool was_reused() const {
    long connects = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_NUM_CONNECTS, &connects);
    return connects == 0;
  }

  std::unique_ptr<CURL, EasyFree> easy;
  const std::atomic<bool>& abort;
};

SmtpSession::Curl::Curl(const SmtpConfig& config, const std::atomic<bool>& abort_flag) : abort(abort_flag) {
  ensure_curl();
  easy.reset(curl_easy_init());
  if (!easy) throw std::bad_alloc();
  set(CURLOPT_URL, url_of(config).c_str());
  set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(CURLOPT_PROXY, "");  // the environment has no say in where personal content goes
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_USE_SSL, static_cast<long>(config.tls == MailTls::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!config.ca_file.empty()) {
    set(CURLOPT_CAINFO, config.ca_file.c_str());
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));  // the named file replaces the system's list
  }
  if (!config.user.empty()) {
    set(CURLOPT_USERNAME, config.user.c_str());
    set(CURLOPT_PASSWORD, config.password.c_str());
  }
  set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(config.connect_timeout));
  set(CURLOPT_TIMEOUT_MS, milliseconds(config.answer_timeout));
  // Also bounds the wait for the answer to QUIT, which the other time-outs don't.
  set(CURLOPT_SERVER_RESPONSE_TIMEOUT, std::max(1L, milliseconds(config.answer_timeout) / 1000));
  set(CURLOPT_MAXCONNECTS, 1L);
  set(CURLOPT_MAXAGE_CONN,
      static_cast<long>(std::chrono::duration_cast<std::chrono::seconds>(config.idle_close).count()));
  set(CURLOPT_TCP_KEEPALIVE, 1L);
  set(CURLOPT_READFUNCTION, &on_read);
  set(CURLOPT_HEADERFUNCTION, &on_line);
  set(CURLOPT_WRITEFUNCTION, &on_body);
  set(CURLOPT_DEBUGFUNCTION, &on_debug);
  set(CURLOPT_VERBOSE, 1L);  // for the debug function, which tells the steps apart; nothing is printed
  set(CURLOPT_XFERINFOFUNCTION, &on_progress);
  set(CURLOPT_NOPROGRESS, 0L);
}

CURLcode SmtpSession::Curl::run(Perform& perform, bool fresh) {
  perform.abort = &abort;
  set(CURLOPT_READDATA, &perform);
  set(CURLOPT_HEADERDATA, &perform);
  set(CURLOPT_DEBUGDATA, &perform);
  set(CURLOPT_XFERINFODATA, &perform);
  set(CURLOPT_FRESH_CONNECT, fresh ? 1L : 0L);
  return curl_easy_perform(easy.get());
}

SmtpSession::SmtpSession(const SmtpConfig& config, const std::atomic<bool>& abort)
    : curl_(std::make_unique<Curl>(config, abort)) {}

SmtpSession::~SmtpSession() {
  // Closing the handle says QUIT and waits up to two minutes for the answer, whatever the time-outs set here. A relay
  // that hangs must not hold a hub that ends: the line is cut first.
  curl_socket_t fd = CURL_SOCKET_BAD;
  if (curl_easy_getinfo(curl_->easy.get(), CURLINFO_ACTIVESOCKET, &fd) == CURLE_OK && fd != CURL_SOCKET_BAD) {
    ::shutdown(fd, SHUT_RDWR);
  }
  // Callbacks must not reach a conversation that is gone.
  curl_->set(CURLOPT_VERBOSE, 0L);
  curl_->set(CURLOPT_NOPROGRESS, 1L);
  curl_->set(CURLOPT_HEADERFUNCTION, &on_body);
}

SmtpSession::Sent SmtpSession::send(const std::string& return_path, const std::string& recipient,
                                    const std::string& message) {
  const std::unique_ptr<curl_slist, ListFree> to(curl_slist_append(nullptr, recipient.c_str()));
  if (!to) throw std::bad_alloc();
  curl_->set(CURLOPT_CUSTOMREQUEST, static_cast<const char*>(nullptr));
  curl_->set(CURLOPT_NOBODY, 0L);
  curl_->set(CURLOPT_UPLOAD, 1L);
  curl_->set(CURLOPT_MAIL_FROM, return_path.c_str());
  curl_->set(CURLOPT_MAIL_RCPT, to.get());
  curl_->set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.size()));

  Sent sent;
  for (const bool fresh : {false, true}) {
    Perform perform;
    perform.message = &message;
    const CURLcode code = curl_->run(perform, fresh);
    const Conversation& said = perform.conversation;
    sent.answer = said.outcome(code == CURLE_OK, curl_easy_strerror(code));
    sent.line = line_after(said, sent.answer);
    // A kept connection may have been closed by the relay meanwhile, with or without a 421.
    const bool stale = curl_->was_reused() && !said.given() && (!said.last() || said.last()->code == 421);
    if (code == CURLE_OK || !stale || code == CURLE_ABORTED_BY_CALLBACK) break;
  }
  curl_->set(CURLOPT_MAIL_RCPT, static_cast<curl_slist*>(nullptr));
  return sent;
}

SmtpSession::Sent SmtpSession::probe() {
  curl_->set(CURLOPT_UPLOAD, 0L);
  curl_->set(CURLOPT_NOBODY, 1L);
  curl_->set(CURLOPT_CUSTOMREQUEST, "NOOP");
  curl_->set(CURLOPT_MAIL_FROM, static_cast<const char*>(nullptr));
  Perform perform;
  const CURLcode code = curl_->run(perform, false);
  Sent sent;
  sent.answer = perform.conversation.outcome(code == CURLE_OK, curl_easy_strerror(code));
  sent.line = code == CURLE_OK ? LineState::up : line_after(perform.conversation, sent.answer);
  return sent;
}

}  // namespace guardline::dispatch
