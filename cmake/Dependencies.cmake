# Every library comes from Debian; each is named once, here.
set(Boost_NO_WARN_NEW_VERSIONS ON)
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
find_package(OpenSSL 3.0 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(CURL 7.88 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(spdlog REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc)
pkg_check_modules(ARGON2 REQUIRED IMPORTED_TARGET libargon2)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
# -D_LARGEFILE64_SOURCE -pthread: without effect on 64 bits and glibc 2.34, and other than what headers were precompiled with.
set_property(TARGET PkgConfig::GMIME PROPERTY INTERFACE_COMPILE_OPTIONS "")
# What is no template of Asio and Beast, compiled once and not in each file that includes them.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/asio.cpp CONTENT
  "#include <boost/asio/impl/src.hpp>\n#include <boost/asio/ssl/impl/src.hpp>\n#include <boost/beast/src.hpp>\n")
add_library(asio STATIC ${CMAKE_BINARY_DIR}/asio.cpp)
target_compile_definitions(asio PUBLIC BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION)
target_compile_options(asio PRIVATE -w)
target_link_libraries(asio PUBLIC Boost::boost OpenSSL::SSL Threads::Threads)

find_library(SMPP34_LIBRARY smpp34 REQUIRED)
find_path(SMPP34_INCLUDE smpp34.h PATH_SUFFIXES libsmpp34 smpp34 REQUIRED)

find_library(SQLCIPHER_ARCHIVE NAMES libsqlcipher.a REQUIRED)
find_path(SQLCIPHER_INCLUDE sqlcipher/sqlite3.h REQUIRED)
add_library(sqlcipher INTERFACE)
target_include_directories(sqlcipher SYSTEM INTERFACE ${SQLCIPHER_INCLUDE})
target_compile_definitions(sqlcipher INTERFACE SQLITE_HAS_CODEC)
target_link_libraries(sqlcipher INTERFACE ${SQLCIPHER_ARCHIVE} OpenSSL::Crypto m)

add_library(smpp34 INTERFACE)
target_include_directories(smpp34 SYSTEM INTERFACE ${SMPP34_INCLUDE})
target_link_libraries(smpp34 INTERFACE ${SMPP34_LIBRARY})

find_package(Qt6 6.4 REQUIRED COMPONENTS Core)  # its texts stand in what the console's fuzzers read
if(NOT GUARDLINE_FUZZ)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Network DBus Widgets Svg Charts WebSockets PrintSupport LinguistTools Test)
  find_package(Qt6Keychain REQUIRED)
endif()
