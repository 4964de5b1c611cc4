# burnglass_web_program(): one of the two WebAssembly programs, <name>.js and <name>.wasm in the build
# folder. There is no main: the page's scripts call the exports, which are listed by name here.

# burnglass_web_program(<name>
#   FACTORY <createName>         the function that the script defines
#   ENVIRONMENT worker|web
#   SOURCES <file>...
#   ROOMS <room>...
#   EXPORTS <function>...
#   OPTIMIZE -O3|-Oz
#   [LIBRARIES <target>...] [LINK_OPTIONS <option>...] [JS_LIBRARY <file>])
function(burnglass_web_program name)
  cmake_parse_arguments(arg "" "FACTORY;ENVIRONMENT;OPTIMIZE;JS_LIBRARY"
                        "SOURCES;ROOMS;EXPORTS;LIBRARIES;LINK_OPTIONS" ${ARGN})
  list(TRANSFORM arg_ROOMS PREPEND burnglass_)
  list(TRANSFORM arg_EXPORTS PREPEND _)
  list(JOIN arg_EXPORTS "," exports)

  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}
                                           SUFFIX .js)
  target_compile_options(${name} PRIVATE -Wall -Wextra)
  burnglass_code_generation(${name} "$<IF:$<STREQUAL:${arg_OPTIMIZE},-Oz>,size,speed>")
  target_link_libraries(${name} PRIVATE ${arg_ROOMS} ${arg_LIBRARIES})
  target_link_options(${name} PRIVATE
    ${arg_OPTIMIZE} --no-entry -fno-exceptions -fno-rtti
    -sMODULARIZE=1 -sEXPORT_NAME=${arg_FACTORY} -sENVIRONMENT=${arg_ENVIRONMENT}
    -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=4GB
    -sEXPORTED_FUNCTIONS=${exports}
    # Else the optimiser puts whatever is called from one place into its caller, until one function is a tenth of
    # the program, which a browser compiles for half a second before its loops are fast.
    -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=100
    ${arg_LINK_OPTIONS})
  if(arg_JS_LIBRARY)
    target_link_options(${name} PRIVATE "SHELL:--js-library ${CMAKE_CURRENT_SOURCE_DIR}/${arg_JS_LIBRARY}")
    set_property(TARGET ${name} APPEND PROPERTY
                 LINK_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${arg_JS_LIBRARY})
  endif()
endfunction()
