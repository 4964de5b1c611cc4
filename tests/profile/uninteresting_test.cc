#include "profile/uninteresting.h"

#include <catch2/catch_test_macros.hpp>

#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

std::string Cut(std::initializer_list<std::string> drawing, std::string_view drop,
                std::string_view keep = {}) {
  ProfileSketch sketch = SketchProfile(drawing);
  ProfileData& data = sketch.data();
  data.drop_frames = data.strings.Intern(drop);
  data.keep_frames = data.strings.Intern(keep);
  RemoveUninteresting(data);
  REQUIRE(CheckProfile(data).ok());
  return ListSamples(data);
}

TEST_CASE("A stack ends above the first frame that is to be dropped") {
  CHECK(Cut({"main   main     main    main", "run    malloc   malloc  run ",
             "malloc sbrk     run     -   ", "1      2        3       4   "},
            "malloc|sbrk") == R"(
main run 1
main 2
main 3
main run 4
)");
}

TEST_CASE("The pattern is for the whole name, without its arguments") {
  CHECK(Cut({"main  main          main           main   ",
             "alloc allocs        alloc(int,int) .alloc ",
             "1     2             3              4      "},
            "alloc") == R"(
main 1
main allocs 2
main 3
main 4
)");
}

TEST_CASE("Frames to keep are kept, though they would be dropped") {
  CHECK(Cut({"main            main            ", "runtime.gopanic runtime.mallocgc",
             "runtime.gopanic -               ", "1               2               "},
            "runtime\\..*", "runtime\\.gopanic") == R"(
main runtime.gopanic runtime.gopanic 1
main 2
)");
}

TEST_CASE("Nothing is dropped before a frame that stays, so a stack is never dropped as a whole") {
  CHECK(Cut({"malloc malloc  malloc", "sbrk   main    -     ", "-      malloc  -     ",
             "1      2       3     "},
            "malloc|sbrk") == R"(
malloc sbrk 1
malloc main 2
malloc 3
)");
}

TEST_CASE("Of a location that is dropped in part the outer functions stay") {
  CHECK(
      Cut({"main        main            malloc>run  ", "run>malloc  run>malloc>sbrk main        ",
           "sbrk        -               -           ", "1           2               3           "},
          "malloc") == R"(
main run 1
main run 2
malloc>run main 3
)");
}

TEST_CASE("A pattern that is no regular expression drops nothing") {
  const std::initializer_list<std::string> drawing = {"main", "malloc", "1"};
  CHECK(Cut(drawing, "malloc(") == "\nmain malloc 1\n");
  CHECK(Cut(drawing, "malloc", "(") == "\nmain malloc 1\n");
  CHECK(Cut(drawing, "") == "\nmain malloc 1\n");
}

TEST_CASE("Functions without a name and places without a function are never dropped") {
  CHECK(Cut({"main", "?", "0x10", "1"}, ".*malloc|") == "\nmain  0x10 1\n");
}

}  // namespace
}  // namespace burnglass
