# The toolchain of the preset `web`: Emscripten's own, of the em++ on PATH, be it Debian's package or an
# emsdk.
find_program(BURNGLASS_EM_CONFIG em-config)
if(NOT BURNGLASS_EM_CONFIG)
  message(FATAL_ERROR "em-config is not on PATH: install Emscripten (scripts/setup does)")
endif()
execute_process(COMMAND ${BURNGLASS_EM_CONFIG} EMSCRIPTEN_ROOT
                OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE
                COMMAND_ERROR_IS_FATAL ANY)
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)

# Debian's Emscripten finds `acorn` only on Debian's module path, which a Node of another origin
# does not search.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
  set(CMAKE_C_LINKER_LAUNCHER ${CMAKE_CXX_LINKER_LAUNCHER})
endif()
