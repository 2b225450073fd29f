// guardline-hub admin: orders to the running hub. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/admin.h"

#include "core/wire/codec.h"
#include "hub/cli/commands.h"
#include "hub/cli/local_client.h"
#include "hub/cli/options.h"

#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>

#include <boost/describe/enum_from_string.hpp>

namespace guardline::cli {
namespace {

constexpr auto kUsage =
    "usage: guardline-hub admin DIR COMMAND\n"
    "  account NAME --display TEXT --role agent|risk|supervisor|compliance|admin   (password: first line of standard "
    "input)\n"
    "  unlock NAME\n"
    "  code NAME                                   an enrolment code, shown once\n"
    "  devices | view ID | approve ID [--tail 8 DIGITS] | refuse ID | revoke ID\n"
    "  notice --key KEY                            a notice as JSON on standard input\n"
    "  progress NOTICE\n"
    "  end-links MESSAGE                           no link of this message holds any longer\n"
    "  erase INVESTOR --confirm INVESTOR           erases a person for good; nothing brings them back";

/// Prints the answer; success is any 2xx.
int show(const Result<LocalAnswer>& answer) {
  if (!answer) return complain(answer.error());
  const bool good = answer->status >= 200 && answer->status < 300;
  if (!answer->body.empty()) (good ? std::cout : std::cerr) << answer->body << '\n';
  if (!good && answer->body.empty()) return complain("the hub answered " + std::to_string(answer->status));
  return good ? 0 : 1;
}

int make_account(const std::filesystem::path& folder, const Options& options) {
  api::AccountCreate body;
  body.account = options.plain[2];
  body.display_name = options.get("display", body.account);
  std::getline(std::cin, body.password);
  const auto role = options.get("role", "agent");
  if (!boost::describe::enum_from_string(role.c_str(), body.role)) return complain("unknown role " + role, 2);
  return show(ask(folder, "POST", "/v1/admin/accounts", wire::to_json(body)));
}

int device_order(const std::filesystem::path& folder, const Options& options, const std::string& order) {
  const auto id = DeviceId::parse(options.plain[2]);
  if (!id) return complain("that is no device id", 2);
  const auto path = "/v1/admin/devices/" + id->text();
  if (order == "view") return show(ask(folder, "GET", path, {}));
  if (order != "approve") return show(ask(folder, "POST", path + "/" + order, {}));
  api::DeviceApproval approval;
  if (const auto tail = options.get("tail", ""); !tail.empty()) approval.fingerprint_tail = tail;
  return show(ask(folder, "POST", path + "/approve", wire::to_json(approval)));
}

}  // namespace

int admin(Args args) {
  const auto options = read_options(args, {"display", "role", "tail", "key", "confirm"});
  if (!options) return complain(options.error());
  if (options->plain.size() < 2) return complain(kUsage, 2);
  const std::filesystem::path folder(options->plain[0]);
  const auto& command = options->plain[1];
  const auto arguments = options->plain.size() - 2;

  if (command == "devices" && arguments == 0) return show(ask(folder, "GET", "/v1/admin/devices", {}));
  if (command == "notice" && arguments == 0) {
    const std::string body((std::istreambuf_iterator<char>(std::cin)), {});
    const auto key = options->get("key", "");
    if (key.empty()) return complain("notice needs --key: the same key never sends twice", 2);
    return show(ask(folder, "POST", "/v1/notices", body, key));
  }
  if (arguments != 1) return complain(kUsage, 2);
  if (command == "account") return make_account(folder, *options);
  if (command == "unlock")
    return show(ask(folder, "POST", "/v1/admin/accounts/unlock", wire::to_json(api::AccountName{options->plain[2]})));
  if (command == "code")
    return show(ask(folder, "POST", "/v1/admin/enrolment-codes", wire::to_json(api::AccountName{options->plain[2]})));
  if (command == "progress") {
    const auto id = NoticeId::parse(options->plain[2]);
    if (!id) return complain("that is no notice id", 2);
    return show(ask(folder, "GET", "/v1/notices/" + id->text(), {}));
  }
  if (command == "end-links") {
    const auto id = MessageId::parse(options->plain[2]);
    if (!id) return complain("that is no message id", 2);
    return show(ask(folder, "POST", "/v1/admin/messages/" + id->text() + "/end-links", {}));
  }
  if (command == "erase") {
    const auto id = InvestorId::parse(options->plain[2]);
    if (!id) return complain("that is no investor id", 2);
    if (options->get("confirm", "") != options->plain[2])
      return complain("erasing can't be undone: repeat the id with --confirm", 2);
    return show(ask(folder, "POST", "/v1/admin/investors/" + id->text() + "/erase", {}));
  }
  for (const auto* order : {"view", "approve", "refuse", "revoke"})
    if (command == order) return device_order(folder, *options, command);
  return complain(kUsage, 2);
}

}  // namespace guardline::cli
