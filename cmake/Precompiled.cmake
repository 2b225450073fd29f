# Headers of the system that most of the house reads, parsed once per group instead of once per file: half of the time of a
# build from nothing went into them (docs/decisions/0032-precompiled-headers.md). No header of our own stands here, so an
# edit never rebuilds a group; every file still includes what it uses, and the builds without this option show it
# (coverage, fuzz, clang-tidy).
set(precompile_default ON)
if(GUARDLINE_FUZZ OR GUARDLINE_COVERAGE)
  set(precompile_default OFF)
endif()
option(GUARDLINE_PRECOMPILE "Parse the system's headers once per group" ${precompile_default})

set(precompiled_std <algorithm> <array> <atomic> <charconv> <chrono> <condition_variable> <deque> <expected> <filesystem>
  <functional> <future> <map> <memory> <mutex> <optional> <random> <set> <span> <string> <string_view> <thread>
  <unordered_map> <unordered_set> <utility> <variant> <vector>)

# guardline_precompiled(NAME KIND HEADERS...): a group. KIND is `library` or `program` (position-independent code of the two
# differs, and the compiler refuses the other's).
function(guardline_precompiled name kind)
  if(NOT GUARDLINE_PRECOMPILE)
    return()
  endif()
  set(source ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
  if(kind STREQUAL "program")
    file(CONFIGURE OUTPUT ${source} CONTENT "int main() {}\n")
    add_executable(${name} ${source})
  else()
    file(CONFIGURE OUTPUT ${source} CONTENT "extern const int ${name};\nconst int ${name} = 0;\n")
    add_library(${name} STATIC ${source})
  endif()
  target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

# guardline_use_precompiled(TARGET GROUP)
function(guardline_use_precompiled target group)
  if(TARGET ${group})
    target_precompile_headers(${target} REUSE_FROM ${group})
    target_compile_options(${target} PRIVATE -fpch-preprocess)  # so that ccache can tell one state of the group from another
  endif()
endfunction()
