#include "report/flame_svg.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "analysis/flame_layout.h"
#include "analysis/own_frames.h"
#include "base/oklch.h"
#include "base/units.h"
#include "base/utf8.h"
#include "base/xml_text.h"

namespace burnglass {
namespace {

constexpr int kRow = 18;         // height of a box with the gap below it
constexpr int kMargin = 10;      // around the picture
constexpr int kHead = 34;        // where the title stands
constexpr int kFoot = 22;        // where what was left out is told
constexpr double kLetter = 7.3;  // width of a character of the font, a little too wide
constexpr double kNarrowest = 0.25;

std::string Number(double value) {
  std::array<char, 40> text;
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

// How many columns of the font a text takes at most: what is not ASCII may be twice as wide.
std::size_t Columns(std::string_view text) {
  std::size_t columns = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    columns += byte < 0x80 ? 1 : byte >= 0xc0 ? 2 : 0;
  }
  return columns;
}

// All boxes are about equally light, so that none shouts: the program's own are the deepest.
std::string Fill(const NameForms& forms, bool root) {
  if (root) return "#d9d6cf";
  float lightness = 0.86f, chroma = 0.03f;
  if (forms.name_class == NameClass::kOwn) lightness = 0.8f, chroma = 0.09f;
  if (forms.name_class == NameClass::kDependency) lightness = 0.83f, chroma = 0.06f;
  const std::string_view package = std::string_view(forms.forms[0]).substr(0, forms.package_length);
  const Srgb colour = OklchToSrgb(lightness, chroma, PackageHue(package));
  std::array<char, 8> text;
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.r, colour.g, colour.b);
  return text.data();
}

// What is known of a name, looked up once.
struct NameLook {
  NameForms forms;
  std::string fill;
};

class Writer {
 public:
  Writer(const CallTree& tree, const NameTable& names, std::string_view unit,
         const ModuleGuess& own, const FlameSvgOptions& options)
      : tree_(tree), names_(names), unit_(unit), own_(own), options_(options) {
    looks_.resize(names.size());
  }

  std::string Write() {
    const std::int64_t all = tree_.width(0);
    const double inside = std::max<int>(1, static_cast<int>(options_.width) - 2 * kMargin);
    px_ = all == 0 ? 0 : inside / static_cast<double>(all);
    FlameWindow window{.x_end = all};
    window.min_width = px_ == 0 ? 1 : std::max<std::int64_t>(1, Narrowest());
    const FlameLayout layout = LayOutFlame(tree_, window);
    for (const std::uint32_t box : layout.box) deepest_ = std::max(deepest_, tree_.depth[box]);
    Head();
    for (const std::uint32_t box : layout.box) Box(box);
    Foot(layout.left_out);
    return std::move(svg_);
  }

 private:
  std::int64_t Narrowest() const { return static_cast<std::int64_t>(kNarrowest / px_); }

  std::int64_t Height() const { return kHead + kRow * std::int64_t{deepest_ + 1} + kFoot; }

  void Head() {
    const std::string width = std::to_string(options_.width), height = std::to_string(Height());
    const std::string title = XmlText(options_.title);
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
           "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" aria-label=\"" + title +
           "\" font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace\" "
           "font-size=\"12\">\n"
           "<rect width=\"100%\" height=\"100%\" fill=\"#fbfaf8\"/>\n"
           "<text x=\"" +
           std::to_string(kMargin) +
           "\" y=\"22\" font-size=\"14\" "
           "fill=\"#22201c\">" +
           title + "</text>\n";
  }

  void Box(std::uint32_t box) {
    const double width = static_cast<double>(tree_.width(box)) * px_;
    const double x = kMargin + static_cast<double>(tree_.x[box]) * px_;
    const std::int64_t y = kHead + kRow * std::int64_t{tree_.depth[box]};
    const NameLook& look = Look(tree_.name[box]);
    svg_ += "<g><title>" + Words(box) + "</title><rect x=\"" + Number(x) + "\" y=\"" +
            std::to_string(y) + "\" width=\"" + Number(std::max(width - 0.5, kNarrowest)) +
            "\" height=\"" + std::to_string(kRow - 1) + "\" rx=\"1.5\" fill=\"" + look.fill +
            "\"/>" + Label(look.forms, x, static_cast<double>(y), width) + "</g>\n";
  }

  // The longest form that fits, or nothing.
  static std::string Label(const NameForms& forms, double x, double y, double width) {
    for (const std::string& form : forms.forms) {
      if (static_cast<double>(Columns(form)) * kLetter > width - 8) continue;
      return "<text x=\"" + Number(x + 4) + "\" y=\"" + Number(y + 12.5) + "\" fill=\"#22201c\">" +
             XmlText(form) + "</text>";
    }
    return "";
  }

  std::string Words(std::uint32_t box) const {
    std::string share = Percentage(tree_.cum[box], tree_.total);
    share.erase(0, share.find_first_not_of(' '));
    std::string words(names_.shown(tree_.name[box]));
    words += "\n" + ScaledLabel(tree_.cum[box], unit_, "auto") + " (" + share + ")";
    if (tree_.flat[box] != 0) {
      words += ", of it its own " + ScaledLabel(tree_.flat[box], unit_, "auto");
    }
    if (tree_.inlined[box] != 0) words += "\ninlined";
    return XmlText(words);
  }

  void Foot(std::uint32_t left_out) {
    if (left_out > 0) {
      svg_ += "<text x=\"" + std::to_string(kMargin) + "\" y=\"" + std::to_string(Height() - 7) +
              "\" font-size=\"11\" fill=\"#6b675f\">" + std::to_string(left_out) +
              " boxes are too narrow to be drawn</text>\n";
    }
    svg_ += "</svg>\n";
  }

  const NameLook& Look(NameId name) {
    NameLook& look = looks_[name];
    if (look.fill.empty()) {
      look.forms = names_.adopted(name) ? adopted_.Describe(name).name
                                        : DescribeName(names_.shown(name), own_);
      look.fill = Fill(look.forms, name == kRootName);
    }
    return look;
  }

  const CallTree& tree_;
  const NameTable& names_;
  const std::string_view unit_;
  const ModuleGuess& own_;
  const FlameSvgOptions& options_;
  AdoptedNames adopted_{names_, own_};
  std::vector<NameLook> looks_;
  double px_ = 0;  // px of one unit
  std::uint32_t deepest_ = 0;
  std::string svg_;
};

}  // namespace

std::string FlameSvg(const CallTree& tree, const NameTable& names, std::string_view unit,
                     const ModuleGuess& own, const FlameSvgOptions& options) {
  return Writer(tree, names, unit, own, options).Write();
}

}  // namespace burnglass
