#include "ui/app.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <chrono>

#include "base/json_writer.h"
#include "session/keys.h"
#include "ui/app_parts.h"
#include "ui/style.h"

namespace burnglass::ui {
namespace {

constexpr std::size_t kKeepTimes = 120;
// A held frame is made again after this time, if nothing happens.
constexpr double kLookAgainMs = 50;

double Milliseconds() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

const Theme& App::Parts::CurrentTheme() const {
  const ThemeChoice choice = session.look().theme;
  const bool dark =
      choice == ThemeChoice::kSystem ? preferences.dark : choice == ThemeChoice::kDark;
  return ThemeFor(dark, preferences.contrast || session.look().high_contrast);
}

// A larger text is a larger everything: the window is that much smaller then, and denser.
void App::Parts::Rescale() {
  const float wanted = static_cast<float>(session.look().text_percent) / 100;
  if (wanted != scale) machine.SetTextScale(wanted);
  scale = wanted;
  w = css_w / scale, h = css_h / scale, dpr = css_dpr * scale;
}

bool App::Parts::MenuOpen() const {
  const Overlay overlay = session.look().overlay;
  return overlay != Overlay::kNone && overlay != Overlay::kKeys && !TakesView(overlay) &&
         overlay != Overlay::kTour && overlay != Overlay::kGuide;
}

void App::Parts::ApplyCommands() {
  // A command may lead to another frame's commands, never to more of this one's.
  for (const burnglass::Command& command : std::exchange(commands, {})) {
    Apply(command);
    Event();
  }
}

void App::Parts::Apply(const burnglass::Command& command) {
  if (command.verb != Verb::kControls) return session.Apply(command);
  if (session.look().overlay == Overlay::kPalette) session.Apply({.verb = Verb::kDismiss});
  if (ring.on()) {
    ring.End();
  } else {
    ring.Begin(snapshot);
  }
}

// The line of a menu that would be chosen, or the control with the ring, when it is another one.
void App::Parts::SayControl() {
  const SnapshotItem* current = nullptr;
  for (const SnapshotItem& item : snapshot.items()) {
    if (item.role == Role::kMenuItem && item.states & kHovered) current = &item;
  }
  if (!current && ring.on()) current = ring.Find(snapshot);
  std::string words = current ? ControlWords(*current) : std::string();
  if (words == said_of_control) return;
  said_of_control = std::move(words);
  if (!said_of_control.empty()) machine.Announce(said_of_control);
}

void App::Parts::CarryOut(const Effect& effect) {
  switch (effect.kind) {
    case EffectKind::kOpenFiles:
      return machine.OpenFiles();
    case EffectKind::kOpenSample:
      return machine.OpenSample(effect.text);
    case EffectKind::kAbout:
      return machine.ShowAbout();
    case EffectKind::kCancelOpen:
      return machine.CancelOpen(effect.profile);
    case EffectKind::kCloseProfile:
      return machine.CloseProfile(effect.profile);
    case EffectKind::kFocusSearch:
      shell.OpenSearch();
      return machine.FocusField(FieldId::kSearch);
    case EffectKind::kSearchText:
      return machine.SetFieldText(FieldId::kSearch, effect.text);
    case EffectKind::kFocusFilter:
      return machine.FocusField(FieldId::kFilter);
    case EffectKind::kFilterText:
      return machine.SetFieldText(FieldId::kFilter, effect.text);
    case EffectKind::kFocusPalette:
      return machine.FocusField(FieldId::kPalette);
    case EffectKind::kPaletteText:
      return machine.SetFieldText(FieldId::kPalette, effect.text);
    case EffectKind::kFocusCanvas:
      return machine.FocusCanvas();
    case EffectKind::kHistoryPushed:
      return machine.PushHistory(effect.profile);
    case EffectKind::kHistoryAt:
      return machine.MoveHistory(effect.profile);
    case EffectKind::kSettings:
      return machine.SaveSettings(effect.text);
    case EffectKind::kCopy:
      return machine.CopyText(effect.text);
    case EffectKind::kCopyLink:
      return machine.CopyLink(effect.text);
    case EffectKind::kSave:
      return machine.Download(effect.name, effect.text);
    case EffectKind::kSavePicture:
      return machine.SavePicture(effect.name, effect.number);
    case EffectKind::kLayOut:
      return machine.LayOut(effect.profile, effect.number, effect.text);
    case EffectKind::kReady:
      return TellDrawn(effect.profile);
    case EffectKind::kStateChanged:
      return machine.StateChanged();
    case EffectKind::kAnnounce:
      return unsaid.push_back(effect.text);
  }
}

// Questions and effects leave by the machine.
void App::Parts::Flush() {
  for (const Bytes& question : session.TakeQuestions()) machine.Ask(question);
  for (const Effect& effect : session.TakeEffects()) CarryOut(effect);
  if (held) return;
  for (const std::string& sentence : std::exchange(unsaid, {})) machine.Announce(sentence);
}

void App::Parts::TellDrawn(ProfileId profile) {
  if (std::find(told.begin(), told.end(), profile) != told.end()) return;
  told.push_back(profile);
  machine.FlameDrawn(profile);
}

void App::Parts::Draw(double now) {
  const Theme& now_theme = CurrentTheme();
  if (theme != &now_theme || styled_dpr != dpr) {
    theme = &now_theme;
    styled_dpr = dpr;
    ApplyStyle(now_theme, dpr);
    machine.SetTheme(now_theme.dark, now_theme.contrast);
  }
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({w * dpr, h * dpr});
  ImGui::Begin("shell", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  snapshot.Clear();
  shell.painting().Begin();
  // As far as ImGui has come with the events: a quick tap is over before its press is drawn.
  const ImVec2 at = ImGui::GetIO().MousePos;
  ui::Frame frame{
      .pen = Pen(ImGui::GetWindowDrawList(), fonts, dpr),
      .theme = now_theme,
      .session = session,
      .commands = commands,
      .snapshot = snapshot,
      .wheel = wheel,
      .menu = shell.menu(),
      .now = now,
      .coarse = preferences.coarse_pointer,
      .still = preferences.reduced_motion || session.look().still,
      .embedded = embedded,
      .pointer = ImGui::IsMousePosValid() ? Point{at.x / dpr, at.y / dpr} : Point{-1, -1},
      .pointer_here = ImGui::IsMousePosValid()};
  shell.Draw(frame, {w, h, dragging, machine.Requests()});
  ImGui::End();
  ring.Draw(frame, Pen(ImGui::GetForegroundDrawList(), fonts, dpr));
  SayControl();
  wheel = {};
  wanted = frame.wanted;
  if (frame.cursor != cursor) machine.SetCursor(cursor = frame.cursor);
  held = IsHeld();
  if (!held) PlaceFields(frame);
  LeaveFilter();
  if (!shell.graphs().empty()) session.SetViewport(shell.graphs()[0]->viewport());
}

void App::Parts::PlaceFields(const ui::Frame& frame) {
  const FieldPlace wanted[kFields] = {frame.search_field, frame.filter_field, frame.palette_field};
  for (std::size_t i = 0; i < kFields; ++i) {
    const FieldPlace& p = wanted[i];
    const FieldPlace place{p.x * scale, p.y * scale, p.w * scale, p.h * scale};
    if (place == fields[i]) continue;
    fields[i] = place;
    machine.PlaceField(static_cast<FieldId>(i), place);
  }
  if (shell.call_graph().place().w > 0) session.SetGraphPlace(shell.call_graph().place());
}

double App::Parts::NextFrame(double now) const {
  if (frames_wanted > 0 || context->InputEventsQueue.Size > 0) return 0;
  double next = held ? kLookAgainMs : wanted;
  const double tick = session.NextTick(now);
  if (tick >= 0) next = next < 0 ? tick : std::min(next, tick);
  return next;
}

App::App(Machine& machine, const FontFiles& fonts) : parts_(std::make_unique<Parts>(machine)) {
  parts_->context = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigDragClickToInputText = false;
  io.MouseDoubleClickTime = 0.4f;
  parts_->fonts = LoadFonts(fonts);
}

App::~App() { ImGui::DestroyContext(parts_->context); }

void App::Receive(Bytes message) {
  parts_->session.Receive(std::move(message));
  parts_->News();
}

void App::Reading(std::uint32_t profile, std::string_view name, double done, double total) {
  parts_->session.Reading(profile, name, done, total);
  parts_->News();
}

void App::OpenSet(std::uint32_t first, std::uint32_t count, std::string_view name) {
  parts_->session.OpenSet(first, count, name);
  parts_->News();
}

void App::Failed(std::uint32_t profile, std::string_view name, std::string_view sentence) {
  parts_->session.Failed(profile, name, sentence);
  parts_->Event();
}

void App::Reload(std::uint32_t profile) {
  parts_->session.Reload(profile);
  parts_->Event();
}

void App::Source(std::string_view path, std::string_view text) {
  parts_->session.AddSource(std::string(path), std::string(text));
}

void App::LaidOut(std::uint32_t number, std::string_view layout) {
  parts_->session.LaidOut(number, layout);
  parts_->Event();
}

void App::Resize(float css_w, float css_h, float dpr) {
  Parts& p = *parts_;
  p.css_w = css_w, p.css_h = css_h, p.css_dpr = dpr;
  p.picture.Forget();
  p.Event();
}

double App::Frame(double now_ms) {
  Parts& p = *parts_;
  const double begun = Milliseconds();
  p.ApplyCommands();
  p.Rescale();
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = static_cast<float>(std::clamp((now_ms - p.last_now) / 1000, 0.001, 1.0));
  io.DisplaySize = {std::max(1.0f, p.w * p.dpr), std::max(1.0f, p.h * p.dpr)};
  io.DisplayFramebufferScale = {1, 1};
  io.MouseDoubleClickMaxDist = 8 * p.dpr;
  p.last_now = now_ms;
  if (p.frames_wanted > 0) --p.frames_wanted;

  p.session.Tick(now_ms);
  p.held = p.IsHeld();
  p.Flush();
  if (p.w <= 0 || p.h <= 0) return p.NextFrame(now_ms);
  ImGui::NewFrame();
  p.Draw(now_ms);
  ImGui::Render();
  if (p.held) p.shell.painting().Leave();
  if (!p.lost && !p.held) {
    p.Submit();
    const ProfileId drawn = p.shell.profile_drawn();
    const bool graph = p.shell.painting().Drawn(FlameBatch::kGraph);
    if (drawn && (graph || !p.shell.graph_drawn())) p.TellDrawn(drawn);
  }
  // What the views asked for is done now, so that the next frame shows it.
  p.ApplyCommands();
  p.session.Tick(now_ms);
  p.Flush();
  p.times.push_back(Milliseconds() - begun);
  if (p.times.size() > kKeepTimes) p.times.pop_front();
  const double next = p.NextFrame(now_ms);
  if (next != 0) p.by_hand = false;
  return next;
}

void App::SetPreferences(const Preferences& preferences) {
  parts_->preferences = preferences;
  parts_->Event();
}

void App::SetEmbedded(bool embedded) {
  parts_->embedded = embedded;
  parts_->Event();
}

void App::SetDragging(bool dragging) {
  parts_->dragging = dragging;
  parts_->News();
}

void App::DeviceLost() { parts_->lost = true; }

void App::DeviceRestored() {
  parts_->lost = false;
  parts_->picture.Forget();
  parts_->shell.Forget();
  parts_->Event();
}

std::string App::Query() const {
  const OpenProfile* profile = parts_->session.active();
  return QueryObject(profile ? profile->query : burnglass::Query{});
}

std::string App::Link() const { return parts_->session.Link(); }

std::string App::Snapshot() const {
  ui::Snapshot all = parts_->snapshot;
  for (const FlameView* graph : parts_->shell.graphs()) graph->Record(all, parts_->session);
  return all.Json(parts_->scale);
}

std::string App::Stats() const {
  JsonWriter json;
  json.BeginObject().Key("boxes");
  std::size_t boxes = 0;
  for (const FlameView* graph : parts_->shell.graphs()) boxes += graph->boxes();
  json.Count(boxes);
  json.Key("frameMs").BeginArray();
  for (const double time : parts_->times) json.Number(time, 3);
  return json.EndArray().EndObject().Take();
}

std::string App::State() const { return parts_->session.StateText(); }

bool App::Apply(std::string_view text) {
  const bool understood = parts_->session.ApplyText(text);
  parts_->session.Tick(parts_->last_now);
  parts_->Flush();
  parts_->Event();
  return understood;
}

std::uint32_t App::Make(std::string_view plan) {
  const std::uint32_t made = parts_->session.Make(plan);
  parts_->session.Tick(parts_->last_now);
  parts_->Flush();
  parts_->Event();
  return made;
}

void App::GoTo(std::uint32_t step) {
  parts_->session.Apply({.verb = Verb::kGoTo, .number = step});
  parts_->session.Tick(parts_->last_now);
  parts_->Flush();
  parts_->Event();
}

void App::ReadSettings(std::string_view text) {
  parts_->session.ApplySettings(text);
  parts_->Event();
}

bool App::Command(std::string_view name) {
  const auto verb = FindVerb(name);
  if (!verb) return false;
  CatchUp();
  parts_->Apply({.verb = *verb});
  parts_->Flush();
  parts_->Event();
  return true;
}

bool App::Busy() const {
  return parts_->session.Waiting() || parts_->frames_wanted > 0 || parts_->wanted == 0 ||
         parts_->held;
}

}  // namespace burnglass::ui
