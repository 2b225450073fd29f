// A private Postfix. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rig.h"

#include <filesystem>
#include <memory>
#include <string>

namespace guardline::test {

/// Postfix with its own configuration, queue and ports on 127.0.0.1. It delivers known@investors.test and everything to
/// bounce+...@hub.test into Maildirs; other users of investors.test are taken at `port` and bounced later, and refused
/// at once at `strict_port`. Offers STARTTLS with a certificate of `certificates.ca`. Needs root (its master does).
class Postfix {
 public:
  Postfix();
  Postfix(const Postfix&) = delete;
  Postfix& operator=(const Postfix&) = delete;
  ~Postfix();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::uint16_t strict_port() const { return strict_port_; }
  [[nodiscard]] std::filesystem::path mailbox() const { return folder_.path() / "mail/known"; }
  [[nodiscard]] std::string bounces() const { return folder_.file("mail/bounces"); }
  [[nodiscard]] const Certificates& certificates() const { return *certificates_; }
  [[nodiscard]] std::string log() const { return read_file(folder_.path() / "mail.log"); }

 private:
  TempFolder folder_{true};
  std::unique_ptr<Certificates> certificates_;
  std::uint16_t port_{0};
  std::uint16_t strict_port_{0};
};

}  // namespace guardline::test
