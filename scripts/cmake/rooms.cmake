# burnglass_room(): a folder of src/ as the library burnglass_<room>, and its tests.

# How a library of the browser's programs is compiled: no exceptions, no RTTI, and for speed or size.
# Every browser that has WebGL2 and modules of WebAssembly knows the instructions that are asked for here;
# a program has one thread and never exits. Natively the build type says it all, but for tests: they wait
# longer for what is for speed, unoptimised, than it takes to optimise it.
function(burnglass_code_generation target optimize)
  if(NOT EMSCRIPTEN)
    if(BURNGLASS_TESTS AND NOT optimize STREQUAL "size")
      target_compile_options(${target} PRIVATE -O1)
    endif()
    return()
  endif()
  # Optimised once more when all is known; the system's own libraries come as they are, so the linker
  # is not told.
  target_compile_options(${target} PRIVATE
    $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>
    $<IF:$<STREQUAL:${optimize},size>,-Oz,-O3> -flto -mbulk-memory -msign-ext -mnontrapping-fptoint
    $<$<COMPILE_LANGUAGE:CXX>:-fno-c++-static-destructors>)
endfunction()

# burnglass_room(<room>
#   SOURCES <file>...      without any the room is a name only
#   ROOMS <room>...        the rooms it may include; tests/rooms_test holds them against src/README.md
#   LIBRARIES <target>...  what others wrote
#   OPTIMIZE speed|size    in the browser; default speed
#   COLD <file>...         sources, too, but for size: what is run once for a file or a name
#   NATIVE_ONLY | WEB_ONLY)
function(burnglass_room room)
  cmake_parse_arguments(arg "NATIVE_ONLY;WEB_ONLY" "OPTIMIZE" "SOURCES;COLD;ROOMS;LIBRARIES" ${ARGN})
  if((arg_NATIVE_ONLY AND EMSCRIPTEN) OR (arg_WEB_ONLY AND NOT EMSCRIPTEN))
    return()
  endif()
  list(TRANSFORM arg_ROOMS PREPEND burnglass_)
  if(arg_SOURCES)
    set(scope PUBLIC)
    burnglass_batches(sources ${room} ${PROJECT_SOURCE_DIR} ${arg_SOURCES})
    burnglass_batches(cold ${room}_cold ${PROJECT_SOURCE_DIR} ${arg_COLD})
    add_library(burnglass_${room} STATIC EXCLUDE_FROM_ALL ${sources} ${cold})
    # g++ 12 sees overlapping copies in "text" + std::string where there are none (GCC bug 105651), and
    # takes what a batch includes for a header, whose classes should have no parts of their own.
    target_compile_options(burnglass_${room} PRIVATE -Wall -Wextra
                           $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
                           $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    burnglass_code_generation(burnglass_${room} "${arg_OPTIMIZE}")
    if(EMSCRIPTEN)
      set_source_files_properties(${cold} PROPERTIES COMPILE_OPTIONS -Oz)
    endif()
  else()
    set(scope INTERFACE)
    add_library(burnglass_${room} INTERFACE)
  endif()
  target_include_directories(burnglass_${room} ${scope} ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(burnglass_${room} ${scope} ${arg_ROOMS} ${arg_LIBRARIES})
endfunction()

# burnglass_test_sources(<variable> <room>): tests/<room>/*.cc, to be compiled in batches.
function(burnglass_test_sources result room)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/*.cc)
  burnglass_batches(sources ${room}_test ${PROJECT_SOURCE_DIR} ${files})
  set(${result} "${sources}" PARENT_SCOPE)
endfunction()

# burnglass_tests(<name> SOURCES <file>... LIBRARIES <target>...): a program of tests.
function(burnglass_tests name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  # A test's own file is compiled more often than it runs: unoptimised it takes half the time.
  target_compile_options(${name} PRIVATE -Wall -Wextra -O0 $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  target_link_libraries(${name} PRIVATE burnglass_test_support ${arg_LIBRARIES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
endfunction()
