# guardline_module(NAME DIR DEPS...): one static library from the sources that stand directly in DIR (header-only folders
# become interface libraries). The dependencies given here are the allowed edges; tests/lint checks the includes against them.
function(guardline_module name dir)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${dir}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(sources)
    file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${dir}/*.h)
    add_library(${name} STATIC ${sources} ${headers})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ARGN})
    if("asio" IN_LIST ARGN)
      guardline_use_precompiled(${name} precompiled_net)
    else()
      guardline_use_precompiled(${name} precompiled_house)
    endif()
    if(GUARDLINE_COVERAGE AND CMAKE_CURRENT_SOURCE_DIR MATCHES "/(core|hub)$")
      # Counted without optimisation, so that each branch is one of the source's. Tests and tools are built as ever.
      target_compile_options(${name} PRIVATE -O0 --coverage -fprofile-update=atomic -Wno-cpp)
      target_link_options(${name} INTERFACE --coverage)
    endif()
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE ${ARGN})
  endif()
endfunction()

# guardline_qt_options(TARGET): the strict Qt dialect of models, ui and app.
function(guardline_qt_options target)
  set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON)
  target_compile_definitions(${target} PUBLIC QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
endfunction()
