# The libraries themselves: what the system has natively, else the files that we compile.

third_party_system(zlib zlib.h z)
if(NOT found_zlib)
  third_party_source(zlib https://github.com/madler/zlib.git v1.2.13)
  set(files adler32 compress crc32 deflate inffast inflate inftrees trees zutil)
  list(TRANSFORM files REPLACE "(.+)" "${zlib_source}/\\1.c")
  third_party_library(zlib INCLUDE ${zlib_source} SOURCES ${files}
                      # Made when first needed: they are ten KB that nothing compresses.
                      DEFINITIONS DYNAMIC_CRC_TABLE)
  if(EMSCRIPTEN)
    # Only what is read is read in large amounts.
    set_source_files_properties(${zlib_source}/compress.c ${zlib_source}/deflate.c ${zlib_source}/trees.c
                                PROPERTIES COMPILE_OPTIONS -Oz)
    # Its loops stay functions of their own, which a browser makes fast sooner.
    target_compile_options(third_party_zlib PRIVATE -fno-lto)
  endif()
endif()

third_party_system(zstd zstd.h zstd)
if(NOT found_zstd)
  third_party_source(zstd https://github.com/facebook/zstd.git v1.5.4)
  set(files common/debug common/entropy_common common/error_private common/fse_decompress
      common/xxhash common/zstd_common decompress/huf_decompress decompress/zstd_ddict
      decompress/zstd_decompress decompress/zstd_decompress_block)
  list(TRANSFORM files REPLACE "(.+)" "${zstd_source}/lib/\\1.c")
  third_party_library(zstd INCLUDE ${zstd_source}/lib SOURCES ${files}
                      OPTIMIZE size
                      DEFINITIONS ZSTD_DISABLE_ASM=1 HUF_FORCE_DECOMPRESS_X1=1
                                  ZSTD_FORCE_DECOMPRESS_SEQUENCES_SHORT=1)
endif()

# The command's flags.
if(NOT EMSCRIPTEN)
  third_party_system(cli11 CLI/CLI.hpp "")
  if(NOT found_cli11)
    third_party_source(cli11 https://github.com/CLIUtils/CLI11.git v2.3.2)
    add_library(third_party_cli11 INTERFACE)
    target_include_directories(third_party_cli11 SYSTEM INTERFACE ${cli11_source}/include)
    add_library(third_party::cli11 ALIAS third_party_cli11)
  endif()
endif()

# How the command fetches. Only the system's does: it is the one that gets the fixes.
if(NOT EMSCRIPTEN)
  third_party_system(curl curl/curl.h curl)
  if(NOT found_curl)
    message(FATAL_ERROR "libcurl and its headers are needed (libcurl4-openssl-dev on Debian)")
  endif()
endif()

# SHA-256, for the colours of pprof's page.
if(NOT EMSCRIPTEN)
  third_party_system(md sha2.h md)
  if(NOT found_md)
    message(FATAL_ERROR "libmd and its headers are needed (libmd-dev on Debian)")
  endif()
endif()

# RE2 before it took Abseil. A newer one of the system does not do: its matching is the same, but it
# would be another library than the one in the browser.
third_party_system(re2 re2/re2.h re2)
if(found_re2)
  file(STRINGS ${re2_include}/re2/re2.h needs_abseil REGEX "absl/")
  if(needs_abseil)
    message(FATAL_ERROR "The system's RE2 needs Abseil; configure with -Dre2_include=OFF to build "
                        "RE2 2022-06-01 from source instead")
  endif()
else()
  third_party_source(re2 https://github.com/google/re2.git 2022-06-01)
  set(files re2/bitstate re2/compile re2/dfa re2/filtered_re2 re2/mimics_pcre re2/nfa re2/onepass
      re2/parse re2/perl_groups re2/prefilter re2/prefilter_tree re2/prog re2/re2 re2/regexp re2/set
      re2/simplify re2/stringpiece re2/tostring re2/unicode_casefold re2/unicode_groups util/rune
      util/strutil)
  list(TRANSFORM files REPLACE "(.+)" "${re2_source}/\\1.cc")
  third_party_library(re2 INCLUDE ${re2_source} BATCHED ${files} OPTIMIZE size)
  if(EMSCRIPTEN)
    target_compile_options(third_party_re2 PRIVATE -include ${CMAKE_CURRENT_LIST_DIR}/re2_log.h)
  endif()
endif()

# nlohmann's JSON parser is headers only, so the system's do for the browser, too; they are put in a
# folder of their own there, because the system's other headers are not for it.
find_path(json_include nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH)
if(json_include)
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/json)
  file(CREATE_LINK ${json_include}/nlohmann ${PROJECT_BINARY_DIR}/json/nlohmann SYMBOLIC)
  set(json_folder ${PROJECT_BINARY_DIR}/json)
else()
  third_party_source(json https://github.com/nlohmann/json.git v3.11.2)
  set(json_folder ${json_source}/include)
endif()
add_library(third_party_json INTERFACE)
target_include_directories(third_party_json SYSTEM INTERFACE ${json_folder})
add_library(third_party::json ALIAS third_party_json)

# Dear ImGui without a backend, so that ui/ runs headless; host/ adds the backends (imgui_backends).
third_party_source(imgui https://github.com/ocornut/imgui.git v1.92.2b)
set(files imgui imgui_draw imgui_tables imgui_widgets)
list(TRANSFORM files REPLACE "(.+)" "${imgui_source}/\\1.cpp")
if(EMSCRIPTEN)
  list(TRANSFORM files REPLACE ".*/imgui_tables.cpp" "${CMAKE_CURRENT_LIST_DIR}/imgui_without_tables.cc")
endif()
third_party_library(imgui INCLUDE ${imgui_source} SOURCES ${files} OPTIMIZE size)
if(EMSCRIPTEN)
  target_compile_options(third_party_imgui PRIVATE -include ${CMAKE_CURRENT_LIST_DIR}/imgui_scan.h)
endif()
target_compile_definitions(third_party_imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS
  # WebGL2 has no base vertex, and a full flame graph has more than 65,536 vertices of text.
  "ImDrawIdx=unsigned int"
  # The page brings its own faces; tests may have to do without.
  $<$<BOOL:${EMSCRIPTEN}>:IMGUI_DISABLE_DEFAULT_FONT>)

if(EMSCRIPTEN)
  add_library(third_party_imgui_backends INTERFACE)
  target_include_directories(third_party_imgui_backends SYSTEM INTERFACE ${imgui_source}/backends)
  target_link_libraries(third_party_imgui_backends INTERFACE third_party::imgui)
  add_library(third_party::imgui_backends ALIAS third_party_imgui_backends)
endif()

include(protobuf)

if(BURNGLASS_TESTS)
  if(EXISTS "${BURNGLASS_THIRD_PARTY}/catch2/.version")
    set(FETCHCONTENT_SOURCE_DIR_CATCH2 "${BURNGLASS_THIRD_PARTY}/catch2")
  endif()
  FetchContent_Declare(Catch2 GIT_REPOSITORY https://github.com/catchorg/Catch2.git GIT_TAG v3.7.1
                       GIT_SHALLOW ON)
  FetchContent_MakeAvailable(Catch2)
  # Its hundred small files would be a third of all that the tests compile; it is not what is tested.
  set_target_properties(Catch2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 30)
  set_target_properties(Catch2 Catch2WithMain PROPERTIES EXCLUDE_FROM_ALL ON)
  target_compile_options(Catch2 PRIVATE -O0 -g0 $<$<NOT:$<BOOL:${EMSCRIPTEN}>>:-fno-sanitize=all>)
  # Assertions without a try block each compile faster; what a test throws is still told.
  target_compile_definitions(Catch2 PUBLIC CATCH_CONFIG_FAST_COMPILE)
  add_library(third_party::catch2 ALIAS Catch2WithMain)
endif()
