# burnglass_embed(<target> <file>...): text files of shaders/ as headers without their comments, made
# anew when they change.
# shaders/flame.vert is had by #include "flame.vert.h" as the std::string_view burnglass::kFlameVert.
function(burnglass_embed target)
  if(NOT TARGET ${target})
    return()
  endif()
  set(folder ${PROJECT_BINARY_DIR}/embedded)
  foreach(file IN LISTS ARGN)
    get_filename_component(base ${file} NAME)
    string(REGEX REPLACE "[._-]" ";" words ${base})
    set(name k)
    foreach(word IN LISTS words)
      string(SUBSTRING ${word} 0 1 first)
      string(SUBSTRING ${word} 1 -1 rest)
      string(TOUPPER ${first} first)
      string(APPEND name ${first}${rest})
    endforeach()
    file(READ ${PROJECT_SOURCE_DIR}/${file} text)
    string(REGEX REPLACE "[ \t]*//[^\n]*" "" text "${text}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${file})
    file(CONFIGURE OUTPUT ${folder}/${base}.h @ONLY CONTENT [=[
// Made from @file@ by the build.
#pragma once
#include <string_view>
namespace burnglass {
inline constexpr std::string_view @name@ = R"embedded(@text@)embedded";
}  // namespace burnglass
]=])
  endforeach()
  target_include_directories(${target} PRIVATE ${folder})
endfunction()
