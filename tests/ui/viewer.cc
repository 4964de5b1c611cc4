#include "viewer.h"

#include <fstream>
#include <iterator>

namespace burnglass::ui {
namespace {

std::string FileText(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Debian's packaged faces where they are; else ImGui's own, since no test depends on their shapes.
FontFiles Faces() {
  static const std::string regular = FileText("/usr/share/fonts/opentype/inter/Inter-Regular.otf");
  static const std::string semibold =
      FileText("/usr/share/fonts/opentype/inter/Inter-SemiBold.otf");
  static const std::string mono =
      FileText("/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf");
  const auto bytes = [](const std::string& text) { return std::as_bytes(std::span(text)); };
  return {bytes(regular), bytes(semibold), bytes(mono)};
}

// Reads the one shape of JSON that a snapshot has.
class SnapshotReader {
 public:
  explicit SnapshotReader(std::string_view json) : json_(json) {}

  std::vector<Seen> Items() {
    std::vector<Seen> items;
    Expect('[');
    while (Peek() == '{') {
      items.push_back(Item());
      if (Peek() == ',') ++at_;
    }
    Expect(']');
    return items;
  }

 private:
  char Peek() const { return at_ < json_.size() ? json_[at_] : '\0'; }
  void Expect(char c) {
    INFO("at " << at_ << " of " << json_.substr(0, 200));
    REQUIRE(Peek() == c);
    ++at_;
  }
  void Expect(std::string_view word) {
    for (const char c : word) Expect(c);
  }
  std::string Text() {
    std::string text;
    Expect('"');
    while (Peek() != '"') {
      if (Peek() == '\\') ++at_;
      text += Peek();
      ++at_;
      REQUIRE(at_ < json_.size());
    }
    ++at_;
    return text;
  }
  float Number() {
    std::size_t used = 0;
    const float value = std::stof(std::string(json_.substr(at_, 24)), &used);
    at_ += used;
    return value;
  }
  Seen Item() {
    Seen seen;
    Expect(R"({"role":)");
    seen.role = Text();
    Expect(R"(,"name":)");
    seen.name = Text();
    Expect(R"(,"value":)");
    seen.value = Text();
    Expect(R"(,"rect":{"x":)");
    seen.rect.x = Number();
    Expect(R"(,"y":)");
    seen.rect.y = Number();
    Expect(R"(,"w":)");
    seen.rect.w = Number();
    Expect(R"(,"h":)");
    seen.rect.h = Number();
    Expect(R"(},"state":[)");
    while (Peek() == '"') {
      seen.states += (seen.states.empty() ? "" : " ") + Text();
      if (Peek() == ',') ++at_;
    }
    Expect("]}");
    return seen;
  }

  std::string_view json_;
  std::size_t at_ = 0;
};

}  // namespace

Viewer::Viewer(std::string_view stacks, FakeFacts facts)
    : engine(stacks, std::move(facts)), app(machine, Faces()) {
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  Size();
}

Viewer& Viewer::Size(float w, float h, float dpr) {
  app.Resize(w, h, dpr);
  return *this;
}

Viewer& Viewer::Open(std::uint32_t profile) {
  app.Receive(engine.Opened(profile));
  Settle();
  return *this;
}

double Viewer::Frame() {
  now += 16;
  const double next = app.Frame(now);
  if (answering) {
    for (const Bytes& question : std::exchange(machine.questions, {})) {
      app.Receive(engine.Answer(question));
    }
    for (const auto& [number, graph] : std::exchange(machine.layouts, {})) {
      app.LaidOut(number, FakeEngine::LayOut(graph));
    }
  }
  return next;
}

void Viewer::Settle() {
  for (int i = 0; i < 200; ++i) {
    if (Frame() != 0 && machine.questions.empty()) return;
  }
  FAIL("the viewer does not come to rest");
}

void Viewer::Move(Point to) {
  app.Pointer(PointerEvent::kMove, to.x, to.y, 0, 0, false);
  Settle();
}

void Viewer::Click(Point at) {
  Move(at);
  now += 1000;  // not the second of two clicks
  app.Pointer(PointerEvent::kDown, at.x, at.y, 0, 0, false);
  Frame();
  app.Pointer(PointerEvent::kUp, at.x, at.y, 0, 0, false);
  Settle();
}

void Viewer::DoubleClick(Point at) {
  Click(at);
  app.Pointer(PointerEvent::kDown, at.x, at.y, 0, 0, false);
  Frame();
  app.Pointer(PointerEvent::kUp, at.x, at.y, 0, 0, false);
  Settle();
}

void Viewer::RightClick(Point at) {
  Move(at);
  app.Pointer(PointerEvent::kDown, at.x, at.y, 2, 0, false);
  Frame();
  app.Pointer(PointerEvent::kUp, at.x, at.y, 2, 0, false);
  Settle();
}

void Viewer::Tap(Point at, double stay) {
  now += 1000;  // not the second of two taps
  app.Pointer(PointerEvent::kDown, at.x, at.y, 0, 0, true);
  Settle();
  for (double left = stay; left > 0; left -= 100) {
    now += 100;
    Frame();
  }
  app.Pointer(PointerEvent::kUp, at.x, at.y, 0, 0, true);
  app.Pointer(PointerEvent::kLeave, at.x, at.y, 0, 0, true);
  Settle();
}

void Viewer::Drag(Point from, Point to) {
  Move(from);
  now += 1000;
  app.Pointer(PointerEvent::kDown, from.x, from.y, 0, 0, false);
  Frame();
  constexpr int kSteps = 8;
  for (int i = 1; i <= kSteps; ++i) {
    const float t = static_cast<float>(i) / kSteps;
    app.Pointer(PointerEvent::kMove, from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t, 0,
                0, false);
    Frame();
  }
  app.Pointer(PointerEvent::kUp, to.x, to.y, 0, 0, false);
  Settle();
}

bool Viewer::Press(std::string_view code, std::string_view key, std::uint32_t mods) {
  const bool taken = app.Key(true, code, key, mods);
  app.Key(false, code, key, mods);
  Settle();
  return taken;
}

void Viewer::Type(std::string_view pattern) {
  app.Field(FieldId::kSearch, pattern);
  Settle();
}

std::vector<Seen> Viewer::Snapshot() const {
  const std::string json = app.Snapshot();
  return SnapshotReader(json).Items();
}

std::optional<Seen> Viewer::Look(std::string_view role, std::string_view name) const {
  for (const Seen& seen : Snapshot()) {
    if (seen.role == role && seen.name == name) return seen;
  }
  return std::nullopt;
}

Seen Viewer::Find(std::string_view role, std::string_view name) const {
  const std::optional<Seen> seen = Look(role, name);
  INFO(role << " " << name << " in " << app.Snapshot());
  REQUIRE(seen);
  return *seen;
}

std::vector<Seen> Viewer::All(std::string_view role) const {
  std::vector<Seen> found;
  for (const Seen& seen : Snapshot()) {
    if (seen.role == role) found.push_back(seen);
  }
  return found;
}

std::vector<Seen> Viewer::Boxes(std::string_view name) const {
  std::vector<Seen> found;
  for (const Seen& seen : All("box")) {
    if (seen.name == name) found.push_back(seen);
  }
  return found;
}

}  // namespace burnglass::ui
