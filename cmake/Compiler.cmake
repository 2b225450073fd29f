# Language level, warnings, hardening, sanitizers: one place, for every target.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

find_program(CCACHE ccache)
if(CCACHE)
  # What ccache's manual asks for where headers are precompiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

set(CMAKE_CXX_FLAGS_DEBUG "-Og -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")  # lines for a debugger cost a tenth of the build: preset dev has them

add_compile_options(
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wold-style-cast -Woverloaded-virtual
  -Wnon-virtual-dtor -Wformat=2 -Wcast-qual -Wundef -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these inside the standard library's own inlined code (GCC bugs 105329, 105562, 105651).
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds
                      -Wsuggest-override -Wduplicated-branches)
else()
  add_compile_options(-Wno-cast-qual)  # clang looks into OpenSSL's macros
endif()

set(GUARDLINE_SANITIZE "" CACHE STRING "address,undefined | thread | fuzzer-no-link,address,undefined")
add_compile_options(-fstack-protector-strong -fno-omit-frame-pointer)
if(GUARDLINE_SANITIZE)
  add_compile_options(-fsanitize=${GUARDLINE_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${GUARDLINE_SANITIZE})
  if(GUARDLINE_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-tsan)  # Asio's fences, which the thread sanitizer does not see; its mutexes it does
  endif()
else()
  add_compile_options(-fcf-protection -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS)
endif()
add_link_options(-Wl,-z,relro,-z,now -Wl,--as-needed)
find_program(MOLD mold)
if(MOLD AND NOT GUARDLINE_FUZZ)
  add_link_options(-fuse-ld=mold)
endif()

# The archive of SQLCipher exports the names of SQLite: they stay inside our programs, so that a library that brings its
# own SQLite keeps it (docs/decisions/0002-sqlcipher-static.md).
# Not with clang's sanitizers: their allocator stands in an archive too and must be everyone's.
if(NOT GUARDLINE_FUZZ)
  add_link_options(-Wl,--exclude-libs,ALL)
endif()
