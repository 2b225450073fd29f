// The outbox's file: any bytes are safe; what comes after them is found all the same. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "app/outbox/frames.h"
#include "app/outbox/outbox.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace guardline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const BytesView file(data, size);
  const auto scan = app::scan_frames(file);
  if (scan.whole > size || (scan.gaps == 0) != (scan.whole == size)) std::abort();
  Bytes again;
  for (const auto& payload : scan.payloads) {
    const auto frame = app::frame_of(payload);
    again.insert(again.end(), frame.begin(), frame.end());
  }
  if (again.size() != scan.whole || app::scan_frames(again).payloads != scan.payloads) std::abort();

  // Each payload alone, in a right frame, and the file as it is: opened, counted, nothing more.
  static const auto path =
      std::filesystem::temp_directory_path() / ("guardline-fuzz-outbox-" + std::to_string(::getpid()));
  const auto open = [&](BytesView content) {
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    const auto outbox = app::Outbox::open(path);
    if (!outbox) std::abort();
    return (*outbox)->waiting().size();
  };
  if (open(file) > scan.payloads.size()) std::abort();
  if (size <= app::kMostFrame && open(app::frame_of(file)) > 1) std::abort();
  std::filesystem::remove(path);
  return 0;
}
