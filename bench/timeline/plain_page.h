// The rows of a page by one prepared query, through the stores' own libraries. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/id.h"

#include <cstddef>
#include <memory>
#include <string>

namespace guardline::bench {

struct PageRead {
  std::size_t entries{};
  std::size_t tracks{};
  friend bool operator==(const PageRead&, const PageRead&) = default;
};

/// The newest `max` messages of an investor with their deliveries, every column read.
class PlainPage {
 public:
  virtual ~PlainPage() = default;
  virtual PageRead read(InvestorId investor, std::size_t max) = 0;
};

/// SQLCipher with the page cache that readers of the projections have.
std::unique_ptr<PlainPage> plain_sqlcipher_page(const std::string& file, BytesView key);
/// libpq, parameters and answer in binary form.
std::unique_ptr<PlainPage> plain_postgres_page(const std::string& conninfo, const std::string& schema);

}  // namespace guardline::bench
