// GMime's objects under RAII. Include in .cpp files only. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include <gmime/gmime.h>

namespace guardline::mail {

/// Every user of GMime calls this first; the library itself has process-global tables. Thread safe.
inline void ensure_gmime() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

struct GObjectUnref {
  void operator()(void* object) const noexcept { g_object_unref(object); }
};
/// Owns one reference.
template <class T>
using GPtr = std::unique_ptr<T, GObjectUnref>;

struct GFree {
  void operator()(void* memory) const noexcept { g_free(memory); }
};
using GText = std::unique_ptr<char, GFree>;

struct FormatFree {
  void operator()(GMimeFormatOptions* options) const noexcept { g_mime_format_options_free(options); }
};
using FormatOptions = std::unique_ptr<GMimeFormatOptions, FormatFree>;

/// What was written to a memory stream.
inline std::string bytes_of(GMimeStream* stream) {
  const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
  return {reinterpret_cast<const char*>(array->data), array->len};
}

}  // namespace guardline::mail
