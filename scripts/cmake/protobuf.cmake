# protobuf-lite, the compiler of .proto files, and burnglass_proto(): a library per .proto file.
# Compiler and library must be of one version: 3.21, the last without Abseil.

third_party_system(protobuf_lite google/protobuf/message_lite.h protobuf-lite)
if(found_protobuf_lite)
  file(STRINGS ${protobuf_lite_include}/google/protobuf/port_def.inc version
       REGEX "define PROTOBUF_VERSION 3021")
  if(NOT version)
    message(FATAL_ERROR "The system's protobuf is not 3.21; configure with "
                        "-Dprotobuf_lite_include=OFF to build 3.21 from source instead")
  endif()
  target_link_libraries(third_party_protobuf_lite INTERFACE pthread)
else()
  third_party_source(protobuf https://github.com/protocolbuffers/protobuf.git v21.12)
  # Protobuf's own list names the files, but it also makes a library in its own way.
  file(STRINGS ${protobuf_source}/cmake/libprotobuf-lite.cmake files REGEX "\\.cc$")
  list(TRANSFORM files REPLACE "^.*/src/google/" "${protobuf_source}/src/google/")
  set(coded_stream ${protobuf_source}/src/google/protobuf/io/coded_stream.cc)
  # The others of these leave macros behind.
  set(alone arenaz_sampler generated_message_tctable_lite inlined_string_field)
  list(TRANSFORM alone REPLACE "(.+)" "${protobuf_source}/src/google/protobuf/\\1.cc")
  list(APPEND alone ${coded_stream})
  list(REMOVE_ITEM files ${alone})
  third_party_library(protobuf_lite INCLUDE ${protobuf_source}/src SOURCES ${alone}
                      BATCHED ${files} OPTIMIZE size DEFINITIONS HAVE_PTHREAD)
  if(EMSCRIPTEN)
    # Every number of a profile goes through this one.
    set_source_files_properties(${coded_stream} PROPERTIES COMPILE_OPTIONS -O3)
  endif()
endif()

find_program(BURNGLASS_PROTOC protoc)
if(BURNGLASS_PROTOC)
  execute_process(COMMAND ${BURNGLASS_PROTOC} --version OUTPUT_VARIABLE protoc_version)
endif()
if(NOT protoc_version MATCHES "3\\.21\\.")
  # A compiler for this machine, whatever we build for.
  third_party_source(protobuf https://github.com/protocolbuffers/protobuf.git v21.12)
  set(protoc_build ${PROJECT_SOURCE_DIR}/build/protoc)
  message(STATUS "Building protoc 3.21 (once)")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -S ${protobuf_source} -B ${protoc_build} -DCMAKE_BUILD_TYPE=Release
            -Dprotobuf_BUILD_TESTS=OFF -Dprotobuf_WITH_ZLIB=OFF
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${protoc_build} --target protoc --parallel 2
                  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  set(BURNGLASS_PROTOC ${protoc_build}/protoc CACHE FILEPATH "The .proto compiler, 3.21" FORCE)
endif()

# burnglass_proto(<name>): proto/<name>.proto as the library burnglass_proto_<name>, whose header is
# "<name>.pb.h".
function(burnglass_proto name)
  set(folder ${PROJECT_BINARY_DIR}/proto)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(
    OUTPUT ${folder}/${name}.pb.cc ${folder}/${name}.pb.h
    COMMAND ${BURNGLASS_PROTOC} --proto_path=${PROJECT_SOURCE_DIR}/proto --cpp_out=${folder}
            ${PROJECT_SOURCE_DIR}/proto/${name}.proto
    DEPENDS ${PROJECT_SOURCE_DIR}/proto/${name}.proto
    VERBATIM)
  add_library(burnglass_proto_${name} STATIC EXCLUDE_FROM_ALL ${folder}/${name}.pb.cc
                                                              ${folder}/${name}.pb.h)
  target_include_directories(burnglass_proto_${name} SYSTEM PUBLIC ${folder})
  target_link_libraries(burnglass_proto_${name} PUBLIC third_party::protobuf_lite)
  target_compile_options(burnglass_proto_${name} PRIVATE -w)
  burnglass_code_generation(burnglass_proto_${name} size)
endfunction()
