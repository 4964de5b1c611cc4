#include "session/graph_svg.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/xml_text.h"
#include "session/numbers.h"

namespace burnglass {
namespace {

constexpr float kMargin = 16, kHead = 32;
constexpr std::size_t kNodeCharacters = 23;  // of 10.5 px in a node

std::string Px(float value) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.1f", static_cast<double>(value));
  return text.data();
}

std::string At(const GraphPoint& point) { return Px(point.x) + ' ' + Px(point.y); }

std::string Hex(std::uint32_t rgb) {
  std::array<char, 8> text;
  std::snprintf(text.data(), text.size(), "#%06x", static_cast<unsigned>(rgb & 0xffffff));
  return text.data();
}

std::size_t Characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

class Writer {
 public:
  Writer(const OpenProfile& profile, const CallGraph& graph, const GraphLayout& layout)
      : profile_(profile), graph_(graph), layout_(layout), unit_(profile.Type().unit) {}

  std::string Write(std::string_view title) {
    const std::string width = Px(layout_.w + 2 * kMargin);
    const std::string height = Px(layout_.h + 2 * kMargin + kHead);
    const std::string words = XmlText(title) + ": " + XmlText(profile_.Type().type) + ", " +
                              ValueText(graph_.total(), unit_);
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
           "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" aria-label=\"" + words +
           "\" font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace\" "
           "font-size=\"10.5\" fill=\"#22201c\">\n"
           "<rect width=\"100%\" height=\"100%\" fill=\"#fbfaf8\"/>\n<text x=\"" +
           Px(kMargin) + "\" y=\"24\" font-size=\"14\">" + words +
           "</text>\n<g transform=\"translate(" + Px(kMargin) + " " + Px(kMargin + kHead) +
           ")\">\n";
    for (std::uint32_t i = graph_.edges(); i-- > 0;) Edge(i);
    for (std::uint32_t i = 0; i < graph_.nodes(); ++i) Node(i);
    return std::move(svg_ += "</g>\n</svg>\n");
  }

 private:
  std::string Name(std::uint32_t node) const {
    return XmlText(profile_.names.Full(graph_.node(node).name));
  }

  // The longest form that fits, or what of the shortest does.
  std::string Label(NameId name) const {
    const std::uint32_t forms = profile_.names.Forms(name);
    for (std::uint32_t form = 0; form < forms; ++form) {
      const std::string_view text = profile_.names.Form(name, form);
      if (Characters(text) <= kNodeCharacters) return XmlText(text);
    }
    std::string cut(profile_.names.Form(name, forms - 1));
    while (Characters(cut) >= kNodeCharacters) cut.pop_back();
    return XmlText(cut) + "…";
  }

  void Node(std::uint32_t i) {
    const CallNode node = graph_.node(i);
    const float x = layout_.nodes[i].x - kNodeWidth / 2, y = layout_.nodes[i].y - kNodeHeight / 2;
    const std::string cum = ValueText(node.cum, unit_), flat = ValueText(node.flat, unit_);
    const std::string share = PercentText(node.cum, graph_.total());
    const auto text = [&](float down, const std::string& words) {
      svg_ += "<text x=\"" + Px(x + 8) + "\" y=\"" + Px(y + down) + "\">" + words + "</text>";
    };
    svg_ += "<g><title>" + Name(i) + "\nflat " + flat + ", cum " + cum + " (" + share +
            ")</title><rect x=\"" + Px(x) + "\" y=\"" + Px(y) + "\" width=\"" + Px(kNodeWidth) +
            "\" height=\"" + Px(kNodeHeight) + "\" rx=\"4\" fill=\"" + Hex(node.fill) +
            "\" stroke=\"" + Hex(node.colour) + "\"/>";
    text(18, Label(node.name));
    text(35, (node.flat == node.cum ? cum : flat + " of " + cum) + " · " + share);
    svg_ += "</g>\n";
  }

  void Edge(std::uint32_t i) {
    const CallEdge edge = graph_.edge(i);
    const EdgeWay& way = layout_.edges[i];
    std::vector<GraphPoint> curve = CurveOf(layout_, way);
    const Arrowhead head = TakeArrow(curve, 6 + static_cast<float>(edge.width));
    const std::string weight = ValueText(edge.weight, unit_), colour = Hex(edge.colour);
    svg_ += "<g><title>" + Name(edge.from) + (edge.residual ? " … " : " → ") + Name(edge.to) +
            "\n" + weight + (edge.inlined ? ", inlined" : "") + "</title><path d=\"M" +
            At(curve[0]);
    for (std::size_t at = 1; at + 2 < curve.size(); at += 3) {
      svg_ += "C" + At(curve[at]) + " " + At(curve[at + 1]) + " " + At(curve[at + 2]);
    }
    svg_ += "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" +
            std::to_string(edge.width) + "\"" + (edge.residual ? " stroke-dasharray=\"4 3\"" : "") +
            "/>";
    svg_ += "<path d=\"M" + At(head.tip) + "L" + At(head.left) + "L" + At(head.right) +
            "Z\" fill=\"" + colour + "\"/>";
    if (way.label) {
      svg_ += "<text x=\"" + Px(way.label->x) + "\" y=\"" + Px(way.label->y + 4) +
              "\" text-anchor=\"middle\" stroke=\"#fbfaf8\" stroke-width=\"3\" "
              "paint-order=\"stroke\">" +
              weight + "</text>";
    }
    svg_ += "</g>\n";
  }

  const OpenProfile& profile_;
  const CallGraph& graph_;
  const GraphLayout& layout_;
  const std::string& unit_;
  std::string svg_;
};

}  // namespace

std::string GraphSvg(const OpenProfile& profile, const CallGraph& graph, const GraphLayout& layout,
                     std::string_view title) {
  return Writer(profile, graph, layout).Write(title);
}

}  // namespace burnglass
