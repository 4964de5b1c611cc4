// The call graph: asked for, laid out, looked at.
#include <algorithm>
#include <cmath>

#include "base/stable_sort.h"
#include "session/session.h"

namespace burnglass {
namespace {

constexpr double kKeyPanPx = 100, kKeyZoom = 1.5;

// The next node in reading order of those that fit, going round from `at`.
template <typename Fits>
std::optional<std::uint32_t> NextNode(const GraphLayout& layout, std::optional<std::uint32_t> at,
                                      bool back, const Fits& fits) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < layout.nodes.size(); ++i) {
    if (fits(i)) order.push_back(i);
  }
  if (order.empty()) return std::nullopt;
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    const GraphPoint &p = layout.nodes[a], &q = layout.nodes[b];
    return p.y != q.y ? p.y < q.y : p.x != q.x ? p.x < q.x : a < b;
  };
  StableSort(order, before);
  if (!at) return back ? order.back() : order.front();
  if (back) {
    const auto here = std::lower_bound(order.begin(), order.end(), *at, before);
    return here == order.begin() ? order.back() : *(here - 1);
  }
  const auto next = std::upper_bound(order.begin(), order.end(), *at, before);
  return next == order.end() ? order.front() : *next;
}

// The next node of the same row.
std::optional<std::uint32_t> NodeBeside(const GraphLayout& layout, std::uint32_t from, int step) {
  const GraphPoint& at = layout.nodes[from];
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 0; i < layout.nodes.size(); ++i) {
    const GraphPoint& other = layout.nodes[i];
    const float way = (other.x - at.x) * static_cast<float>(step);
    if (std::abs(other.y - at.y) > kNodeHeight / 2 || way <= 0) continue;
    if (!best || way < (layout.nodes[*best].x - at.x) * static_cast<float>(step)) best = i;
  }
  return best;
}

}  // namespace

const CallGraph* Session::ShownGraph() const {
  const OpenProfile* profile = active();
  return profile && profile->shown ? profile->shown->graph.get() : nullptr;
}

const GraphLayout* Session::ShownLayout() const {
  return ShownGraph() ? active()->shown->layout.get() : nullptr;
}

GraphCamera Session::ShownCamera() const {
  const GraphLayout* layout = ShownLayout();
  if (!layout) return {};
  const GraphCamera& chosen = active()->view.camera;
  return chosen.scale > 0 ? chosen : FirstLook(*layout, *ShownGraph(), graph_place_);
}

void Session::AskGraph(OpenProfile& profile, Answers& have) {
  if (!have.graph) {
    pb::Header header;
    header.mutable_graph_question()->set_query(have.query);
    return Ask(profile, {.slot = Slot::kGraph, .query = have.query}, std::move(header));
  }
  if (have.layout || !have.layout_failure.empty()) return ShowSelectedNode(profile);
  if (have.graph->nodes() == 0) {
    have.layout = std::make_unique<GraphLayout>();
    return;
  }
  const Pending* pending = FindPending(profile.id, Slot::kLayout);
  if (pending && pending->query == have.query) return;
  std::erase_if(pending_, [&](const Pending& p) {
    return p.profile == profile.id && p.slot == Slot::kLayout;
  });
  pending_.push_back({.question = ++last_question_,
                      .profile = profile.id,
                      .slot = Slot::kLayout,
                      .query = have.query});
  const std::string& unit = profile.facts.sample_types[have.sample_type].unit;
  effects_.push_back({.kind = EffectKind::kLayOut,
                      .profile = profile.id,
                      .text = LayoutQuestion(*have.graph, unit),
                      .number = last_question_});
}

// Once after each choice, wherever it was made.
void Session::ShowSelectedNode(OpenProfile& profile) {
  const GraphLayout* layout = ShownLayout();
  if (!layout || graph_place_.w <= 0 || profile.view.in_graph == profile.view.selected_name) return;
  profile.view.in_graph = profile.view.selected_name;
  const std::optional<std::uint32_t> node = SelectedNode(profile);
  if (!node || *node >= layout->nodes.size()) return;
  const GraphCamera camera = ShownCamera();
  const GraphPoint& at = layout->nodes[*node];
  if (std::fabs(at.x - camera.x) * camera.scale < graph_place_.w / 2 &&
      std::fabs(at.y - camera.y) * camera.scale < graph_place_.h / 2) {
    return;
  }
  profile.view.camera = Showing(camera, at, graph_place_);
}

void Session::LaidOut(std::uint32_t number, std::string_view text) {
  const auto it = std::find_if(pending_.begin(), pending_.end(), [&](const Pending& p) {
    return p.question == number && p.slot == Slot::kLayout;
  });
  if (it == pending_.end()) return;  // superseded
  const Pending asked = std::move(*it);
  pending_.erase(it);
  OpenProfile* profile = Find(asked.profile);
  if (!profile) return;
  Answers& answers = AnswersTo(*profile, asked.query);
  if (!answers.graph) return;
  if (text.starts_with('!')) {
    answers.layout_failure = text.substr(1);
  } else {
    Result<GraphLayout> layout = ReadLayout(text, answers.graph->nodes(), answers.graph->edges());
    if (layout) {
      answers.layout = std::make_unique<GraphLayout>(layout.Take());
    } else {
      answers.layout_failure = layout.error().message;
    }
  }
  if (!answers.layout_failure.empty()) Say(EffectKind::kAnnounce, 0, answers.layout_failure);
}

// In the call graph the commands of looking, moving and stepping mean its nodes.
bool Session::ApplyToGraph(OpenProfile& profile, const Command& command) {
  const GraphLayout* layout = ShownLayout();
  if (look_.view != View::kGraph || !layout || layout->nodes.empty()) return false;
  return ApplyToCamera(profile, *layout, command) || StepInGraph(profile, *layout, command.verb);
}

bool Session::ApplyToCamera(OpenProfile& profile, const GraphLayout& layout,
                            const Command& command) {
  const GraphCamera now = ShownCamera();
  GraphCamera& camera = profile.view.camera;
  const GraphPlace& place = graph_place_;
  switch (command.verb) {
    case Verb::kZoomIn:
    case Verb::kZoomOut:
      camera = ZoomedAt(now, command.verb == Verb::kZoomIn ? kKeyZoom : 1 / kKeyZoom,
                        place.pointer_x, place.pointer_y, layout, place);
      return true;
    case Verb::kZoomAt:
      camera = ZoomedAt(now, command.x, command.y, command.z, layout, place);
      return true;
    case Verb::kPan:
      camera = Panned(now, command.x, command.y, layout);
      return true;
    case Verb::kPanLeft:
    case Verb::kPanRight:
      camera = Panned(now, command.verb == Verb::kPanLeft ? kKeyPanPx : -kKeyPanPx, 0, layout);
      return true;
    case Verb::kPanUp:
    case Verb::kPanDown:
      camera = Panned(now, 0, command.verb == Verb::kPanUp ? kKeyPanPx : -kKeyPanPx, layout);
      return true;
    case Verb::kWholeGraph:
    case Verb::kBack:
      camera = WholeGraph(layout, place);
      return true;
    case Verb::kWindow:
      camera = Panned({now.scale, command.x, command.y}, 0, 0, layout);
      return true;
    case Verb::kZoomToSelected:
      if (const auto node = SelectedNode(profile)) {
        camera = {std::max(1.0, now.scale), layout.nodes[*node].x, layout.nodes[*node].y};
      }
      return true;
    default:
      return false;
  }
}

std::optional<std::uint32_t> Session::SelectedNode(const OpenProfile& profile) const {
  const auto name = profile.view.selected_name;
  return name && ShownGraph() ? ShownGraph()->NodeOf(*name) : std::nullopt;
}

bool Session::StepInGraph(OpenProfile& profile, const GraphLayout& layout, Verb verb) {
  const CallGraph& graph = *ShownGraph();
  const std::optional<std::uint32_t> selected = SelectedNode(profile);
  std::optional<std::uint32_t> next;
  switch (verb) {
    case Verb::kSelectUp:
      if (!selected) return ApplyToCamera(profile, layout, {.verb = Verb::kPanUp});
      next = graph.CallerOf(*selected);
      break;
    case Verb::kSelectDown:
      if (!selected) return ApplyToCamera(profile, layout, {.verb = Verb::kPanDown});
      next = graph.CalleeOf(*selected);
      break;
    case Verb::kSelectLeft:
    case Verb::kSelectRight: {
      const bool left = verb == Verb::kSelectLeft;
      if (!selected) {
        return ApplyToCamera(profile, layout, {.verb = left ? Verb::kPanLeft : Verb::kPanRight});
      }
      next = NodeBeside(layout, *selected, left ? -1 : 1);
      break;
    }
    case Verb::kNextMatch:
    case Verb::kPreviousMatch:
      if (const Search* search = ShownSearch()) {
        next = NextNode(layout, selected, verb == Verb::kPreviousMatch,
                        [&](std::uint32_t i) { return search->Matches(graph.node(i).name); });
      }
      break;
    default:
      return false;
  }
  if (!next) return true;
  if (graph.node(*next).name != profile.view.selected_name) {
    SelectName(profile, graph.node(*next).name);
  }
  profile.view.by_key = true;
  profile.view.camera = Showing(ShownCamera(), layout.nodes[*next], graph_place_);
  return true;
}

}  // namespace burnglass
