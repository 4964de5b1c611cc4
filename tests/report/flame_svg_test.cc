#include "report/flame_svg.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "analysis/select.h"
#include "base/xml_text.h"
#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

using Catch::Matchers::ContainsSubstring;

std::string Svg(const ProfilePtr& profile, const FlameSvgOptions& options = {}) {
  const Selection selection = *SelectStacks(profile, {});
  const NameTable names(*profile);
  const CallTree tree = *BuildCallTree(selection, names, *selection.stacks);
  return FlameSvg(tree, names, "count", GuessOwnModule(*profile), options);
}

std::size_t Count(const std::string& text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; ++at) ++count;
  return count;
}

TEST_CASE("Text for XML has no markup, and only what XML knows") {
  CHECK(XmlText("a<b>&\"c'") == "a&lt;b&gt;&amp;&quot;c&#39;");
  CHECK(XmlText("]]><script>") == "]]&gt;&lt;script&gt;");
  CHECK(XmlText("a\x1b\x7f\nb") == "a\xef\xbf\xbd\xef\xbf\xbd\nb");
  CHECK(XmlText("\xff\xef\xbf\xbf") == "\xef\xbf\xbd\xef\xbf\xbd");
  CHECK(XmlText("x\xe2\x80\xaey") == "x\xef\xbf\xbdy");
  CHECK(XmlText("Größe 大小") == "Größe 大小");
}

TEST_CASE("A flame graph has a box for each node, the root on top and over the whole width") {
  const ProfilePtr profile = SketchProfile({"main  main", "run   idle", "3     1   "}).Finish();
  const std::string svg = Svg(profile, {.title = "cpu", .width = 420});
  CHECK(Count(svg, "<g>") == 4);
  CHECK_THAT(svg, ContainsSubstring("<title>root\n4 (100%)</title><rect x=\"10.00\" y=\"34\" "
                                    "width=\"399.50\""));
  CHECK_THAT(svg, ContainsSubstring("<title>run\n3 (75.00%), of it its own 3</title><rect "
                                    "x=\"10.00\" y=\"70\" width=\"299.50\""));
  CHECK_THAT(svg, ContainsSubstring("<title>idle\n1 (25.00%), of it its own 1</title><rect "
                                    "x=\"310.00\""));
  CHECK_THAT(svg, ContainsSubstring(">run</text>"));
  CHECK_THAT(svg, !ContainsSubstring("too narrow"));
}

TEST_CASE("What is too narrow is left out, and told") {
  const ProfilePtr profile = SketchProfile({"a        b", "1000000  1"}).Finish();
  const std::string svg = Svg(profile);
  CHECK(Count(svg, "<g>") == 2);
  CHECK_THAT(svg, ContainsSubstring(">1 boxes are too narrow to be drawn</text>"));
}

TEST_CASE("Names stay text, whatever they are") {
  const ProfilePtr profile = SketchProfile({"<script&\"x\"'", "5"}).Finish();
  const std::string svg = Svg(profile, {.title = "\"><script>"});
  CHECK_THAT(svg, !ContainsSubstring("<script"));
  CHECK_THAT(svg, ContainsSubstring("&lt;script&amp;&quot;x&quot;&#39;"));
}

TEST_CASE("A profile without samples is a picture, too") {
  ProfileSketch sketch = SketchProfile({"a", "0"});
  CHECK_THAT(Svg(sketch.Finish()), ContainsSubstring("</svg>\n"));
}

}  // namespace
}  // namespace burnglass
