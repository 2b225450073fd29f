// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/carriers.h"

#include "hub/dispatch/carriers/smpp/carrier.h"
#include "hub/dispatch/carriers/smtp/smtp_carrier.h"
#include "hub/setup/files.h"

#include <algorithm>
#include <string>
#include <utility>

namespace guardline::setup {
namespace {

Result<std::string> password(const std::filesystem::path& folder, const std::string& file) {
  if (file.empty()) return std::string();
  if (file.find('/') != std::string::npos)
    return fail(ErrorCode::invalid_argument, "password_file must be a plain name");
  auto secret = read_private(folder / "keys" / file);
  if (!secret) return std::unexpected(secret.error());
  std::string text(secret->text());
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

Result<dispatch::smpp::IdBase> id_base(const std::string& word) {
  using dispatch::smpp::IdBase;
  if (word == "text") return IdBase::text;
  if (word == "hexadecimal") return IdBase::hexadecimal;
  if (word == "decimal") return IdBase::decimal;
  if (word == "automatic") return IdBase::automatic;
  return fail(ErrorCode::invalid_argument, "the base of ids is text, hexadecimal, decimal or automatic");
}

Bytes bytes_of(const crypto::Secret& secret) { return {secret.view().begin(), secret.view().end()}; }

Result<std::unique_ptr<dispatch::Carrier>> make_sms(const std::filesystem::path& folder, const SmsAccount& account,
                                                    const Clock& clock) {
  dispatch::smpp::SmppConfig config;
  config.id = account.id;
  config.host = account.host;
  config.port = static_cast<std::uint16_t>(account.port);
  config.system_id = account.system_id;
  auto secret = password(folder, account.password_file);
  if (!secret) return std::unexpected(secret.error());
  config.password = std::move(*secret);
  config.source_address = account.source_address;
  config.window = static_cast<std::size_t>(account.window);
  config.correlator_tlv = account.correlator;
  auto answers = id_base(account.answer_ids);
  auto receipts = id_base(account.receipt_ids);
  if (!answers || !receipts)
    return fail(ErrorCode::invalid_argument, "sms account " + account.id + ": answer_ids, receipt_ids");
  config.response_ids = *answers;
  config.receipt_ids = *receipts;
  auto carrier = dispatch::smpp::SmppCarrier::make(std::move(config), clock);
  if (!carrier) return fail(carrier.error().code, "sms account " + account.id + ": " + carrier.error().message);
  return std::unique_ptr<dispatch::Carrier>(std::move(*carrier));
}

Result<std::unique_ptr<dispatch::Carrier>> make_mail(const std::filesystem::path& folder, const MailAccount& account,
                                                     const Keys& keys, const Clock& clock) {
  dispatch::SmtpConfig config;
  config.id = account.id;
  config.host = account.host;
  config.port = static_cast<std::uint16_t>(account.port);
  if (account.tls == "none") {
    config.tls = dispatch::MailTls::none;
  } else if (account.tls == "implicit") {
    config.tls = dispatch::MailTls::implicit;
  } else if (account.tls == "starttls") {
    config.tls = dispatch::MailTls::starttls;
  } else {
    return fail(ErrorCode::invalid_argument, "mail account " + account.id + ": tls is none, starttls or implicit");
  }
  config.ca_file = account.ca_file;
  config.user = account.user;
  auto secret = password(folder, account.password_file);
  if (!secret) return std::unexpected(secret.error());
  config.password = std::move(*secret);
  config.from_address = account.from_address;
  config.display_name = account.display_name;
  config.bounce_domain = account.bounce_domain;
  config.verp_key = bytes_of(keys.verp);
  config.pool_size = static_cast<std::size_t>(account.connections);
  config.window = std::max<std::size_t>(64, config.pool_size);
  auto carrier = dispatch::SmtpCarrier::make(std::move(config), clock);
  if (!carrier) return fail(carrier.error().code, "mail account " + account.id + ": " + carrier.error().message);
  return std::unique_ptr<dispatch::Carrier>(std::move(*carrier));
}

}  // namespace

Result<std::vector<std::unique_ptr<dispatch::Carrier>>> make_carriers(const std::filesystem::path& folder,
                                                                      const Config& config, const Keys& keys,
                                                                      const Clock& clock) {
  std::vector<std::unique_ptr<dispatch::Carrier>> carriers;
  for (const auto& account : config.sms) {
    auto carrier = make_sms(folder, account, clock);
    if (!carrier) return std::unexpected(carrier.error());
    carriers.push_back(std::move(*carrier));
  }
  for (const auto& account : config.mail) {
    auto carrier = make_mail(folder, account, keys, clock);
    if (!carrier) return std::unexpected(carrier.error());
    carriers.push_back(std::move(*carrier));
  }
  return carriers;
}

std::vector<receipts::BounceConfig> bounce_configs(const std::filesystem::path& folder, const Config& config,
                                                   const Keys& keys) {
  std::vector<receipts::BounceConfig> watches;
  for (const auto& account : config.mail) {
    receipts::BounceConfig watch;
    watch.maildir = (folder / "mail-bounces" / account.id).string();
    watch.carrier = account.id;
    watch.bounce_domain = account.bounce_domain;
    watch.verp_key = bytes_of(keys.verp);
    watch.success_reports = account.success_reports;
    watch.keep = Micros(0);  // returned mail holds addresses: gone as soon as its receipt is durable
    watches.push_back(std::move(watch));
  }
  return watches;
}

}  // namespace guardline::setup
