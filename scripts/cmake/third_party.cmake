# What others wrote, each as a target third_party::<name>.
#
# A native build takes the system's library where there is one. Everything else is compiled from
# source, by short lists of our own: the sources lie in BURNGLASS_THIRD_PARTY (scripts/setup puts
# them there), and where they do not, FetchContent takes the upstream repository at a pinned tag.
include(FetchContent)

if(DEFINED ENV{BURNGLASS_THIRD_PARTY})
  set(third_party_default "$ENV{BURNGLASS_THIRD_PARTY}")
else()
  set(third_party_default "${PROJECT_SOURCE_DIR}/build/third_party")
endif()
set(BURNGLASS_THIRD_PARTY "${third_party_default}" CACHE PATH "Where third-party sources lie")

# No path of the building machine in what we build, and the same bytes from every folder.
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.
                    -ffile-prefix-map=${BURNGLASS_THIRD_PARTY}=third_party)

# Sets <name>_source to the folder of the sources.
function(third_party_source name repository tag)
  string(TOUPPER ${name} upper)
  if(EXISTS "${BURNGLASS_THIRD_PARTY}/${name}/.version")
    set(FETCHCONTENT_SOURCE_DIR_${upper} "${BURNGLASS_THIRD_PARTY}/${name}")
  endif()
  # A SOURCE_SUBDIR that does not exist keeps FetchContent from adding the library's own build.
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON
                       SOURCE_SUBDIR not-used)
  FetchContent_MakeAvailable(${name})
  set(${name}_source "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

# Makes third_party::<name> of the system's library. Sets found_<name> to whether that was done.
# third_party_system(<name> <header> <library, "" for headers only>)
function(third_party_system name header library)
  set(found_${name} FALSE PARENT_SCOPE)
  if(EMSCRIPTEN)
    return()
  endif()
  find_path(${name}_include ${header})
  if(library)
    find_library(${name}_library ${library})
  else()
    set(${name}_library "")
  endif()
  if(${name}_include AND (${name}_library OR NOT library))
    add_library(third_party_${name} INTERFACE)
    target_include_directories(third_party_${name} SYSTEM INTERFACE ${${name}_include})
    target_link_libraries(third_party_${name} INTERFACE ${${name}_library})
    add_library(third_party::${name} ALIAS third_party_${name})
    set(found_${name} TRUE PARENT_SCOPE)
  endif()
endfunction()

# A static library of theirs, its warnings off: they are not ours to mend.
# third_party_library(<name> INCLUDE <dir>... SOURCES <file>... [DEFINITIONS <definition>...]
#                     [BATCHED <.cc file below the first dir>...] [OPTIMIZE size|speed])
function(third_party_library name)
  cmake_parse_arguments(arg "" "OPTIMIZE" "INCLUDE;SOURCES;BATCHED;DEFINITIONS" ${ARGN})
  list(GET arg_INCLUDE 0 folder)
  burnglass_batches(batches third_party_${name} ${folder} ${arg_BATCHED})
  add_library(third_party_${name} STATIC EXCLUDE_FROM_ALL ${arg_SOURCES} ${batches})
  target_include_directories(third_party_${name} SYSTEM PUBLIC ${arg_INCLUDE})
  target_compile_definitions(third_party_${name} PRIVATE ${arg_DEFINITIONS})
  target_compile_options(third_party_${name} PRIVATE -w)
  burnglass_code_generation(third_party_${name} "${arg_OPTIMIZE}")
  add_library(third_party::${name} ALIAS third_party_${name})
endfunction()

include(third_party_libraries)
