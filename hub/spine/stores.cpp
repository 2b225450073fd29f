// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/stores.h"

#include "core/crypto/secret.h"

#include <utility>

namespace guardline::spine {
namespace {

// Page caches, for the life of a connection. The projector's is the smaller one: the time line puts its rows among all
// investors', which no cache holds, and a big one takes hours to fill (docs/performance.md).
std::int64_t cache_kib(Use use) {
  switch (use) {
    case Use::commit:
      return std::int64_t{64} * 1024;
    case Use::project:
      return std::int64_t{24} * 1024;
    default:
      return std::int64_t{16} * 1024;
  }
}

}  // namespace

Stores embedded_stores(std::string directory, BytesView key, bool create, std::string vfs) {
  // Copies of the std::function share one key, wiped when the last of them dies.
  auto kept = std::make_shared<crypto::Secret>(crypto::Secret::copy_of(key));
  return {[directory = std::move(directory), kept = std::move(kept), create,
           vfs = std::move(vfs)](Use use) -> Result<std::unique_ptr<db::Database>> {
    const bool spine = use == Use::commit || use == Use::read;
    const bool writes = use == Use::commit || use == Use::project;
    db::SqlcipherOptions options;
    options.path = directory + (spine ? "/spine.db" : "/projections.db");
    options.key = Bytes(kept->view().begin(), kept->view().end());
    // The projections can be made again at any time, so their file may be missing.
    options.create = use == Use::project || (create && writes);
    options.owns_checkpoint = writes;
    options.synchronous_full = spine;
    options.cache_kib = cache_kib(use);
    if (spine) options.vfs = vfs;
    auto opened = db::open_sqlcipher(options);
    crypto::wipe(options.key);
    return opened;
  }};
}

Stores postgres_stores(std::string conninfo, std::string schema, std::string projection_schema) {
  if (projection_schema.empty()) projection_schema = schema + "_projection";
  return {[conninfo = std::move(conninfo), schema = std::move(schema),
           projection_schema = std::move(projection_schema)](Use use) {
    const bool spine = use == Use::commit || use == Use::read;
    return db::open_postgres({conninfo, spine ? schema : projection_schema});
  }};
}

}  // namespace guardline::spine
