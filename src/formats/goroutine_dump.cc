// Dumps of all goroutines: goroutine?debug=2, panics, and what Go prints on SIGQUIT.
//
//   panic: no orders left
//
//   goroutine 34 [chan receive, 3 minutes]:
//   main.(*queue).pop(0xc000010000)
//   	/srv/app/main.go:269 +0x18
//   created by main.main in goroutine 1
//   	/srv/app/main.go:12 +0x25
//
// Frames are printed leaf first. An inlined one has "(...)" for arguments, and is a line of the
// location of the frame below it.
#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/go_labels.h"
#include "formats/goroutine_crash.h"
#include "formats/goroutine_frame.h"
#include "formats/goroutine_header.h"
#include "formats/legacy_formats.h"
#include "formats/legacy_text.h"
#include "formats/named_locations.h"

namespace burnglass {
namespace {

class DumpReader {
 public:
  explicit DumpReader(std::string_view text) : text_(text), lines_(text), locations_(data_) {}

  LegacyAttempt Read() {
    // Names and locations are 32-bit numbers; with as much text they cannot run out.
    constexpr std::size_t kMostBytes = std::size_t{2} << 30;
    if (!FindFirst()) return NotThisFormat{};
    if (text_.size() > kMostBytes) return Error{"a goroutine dump of more than 2 GB is not read"};
    Prepare();
    const auto before = static_cast<std::size_t>(lines_.line().data() - text_.data());
    AddMessage(text_.substr(0, before), data_);
    data_.goroutine_text.reserve(text_.size() - before);
    do {
      TakeLine(lines_.line());
    } while (lines_.Next());
    EndGoroutine();
    SettleTwins(data_);
    return std::move(data_);
  }

 private:
  enum class Place {
    kOutside,  // before, between and behind goroutines
    kFrames,
    kCreator,  // behind "created by": it and the ancestors are no part of the stack
  };

  bool FindFirst() {
    while (lines_.Next()) {
      if (ParseGoroutineHeader(lines_.line())) return true;
    }
    return false;
  }

  void Prepare() {
    const StringId goroutine = data_.strings.Intern("goroutine");
    const StringId count = data_.strings.Intern("count");
    data_.sample_types = {{goroutine, count}};
    data_.period_type = {goroutine, count};
    data_.period = 1;
    data_.values.resize(1);
    true_ = data_.strings.Intern("true");
  }

  void TakeLine(std::string_view line) {
    if (const auto header = ParseGoroutineHeader(line)) {
      EndGoroutine();
      Begin(*header);
      Keep(line);
    } else if (place_ == Place::kOutside) {
      AddRegister(line, data_);
    } else if (TrimSpace(line).empty()) {
      EndGoroutine();
    } else if (IsSpace(line[0])) {
      TakeIndented(line);
    } else {
      TakeOther(line);
    }
  }

  void TakeIndented(std::string_view line) {
    if (place_ == Place::kFrames && !pending_.empty()) {
      Keep(pending_);
      GoFrame frame = ParseGoFrame(pending_);
      ReadGoPlace(line, frame);
      AddFrame(frame);
      pending_ = {};
    } else if (Contains(line, "stack unavailable")) {
      goroutine_.unavailable = true;
    }
    Keep(line);
  }

  void TakeOther(std::string_view line) {
    TakePending();
    if (place_ == Place::kCreator) {
      if (IsGoCall(line) || ParseGoCreator(line) || line[0] == '[') Keep(line);
    } else if (const auto creator = ParseGoCreator(line)) {
      goroutine_.created_by = data_.strings.Intern(creator->function);
      goroutine_.created_in = creator->goroutine;
      place_ = Place::kCreator;
      Keep(line);
    } else if (StartsWith(line, "[originating from goroutine ")) {
      place_ = Place::kCreator;
      Keep(line);
    } else if (const auto elided = ParseElidedFrames(line)) {
      elided_ = *elided;
      has_elided_ = true;
      Keep(line);
    } else {
      pending_ = line;
    }
  }

  // A frame of which the place is missing; or no frame, when another program wrote in between.
  void TakePending() {
    if (!pending_.empty() && IsGoCall(pending_)) {
      Keep(pending_);
      AddFrame(ParseGoFrame(pending_));
    }
    pending_ = {};
  }

  void Keep(std::string_view line) {
    data_.goroutine_text += line;
    data_.goroutine_text += '\n';
  }

  void AddFrame(const GoFrame& frame) {
    Line line;
    line.function = locations_.PlaceFunction(frame.function, frame.file);
    line.line = frame.line;
    inlined_.push_back(line);
    if (!frame.inlined) EndLocation(frame.pc);
  }

  void EndLocation(std::uint64_t pc) {
    if (inlined_.empty()) return;
    // All but the leaf are where a call comes back to.
    const bool is_leaf = data_.stacks.size() == stack_begin_;
    if (pc != 0 && !is_leaf) --pc;
    data_.stacks.push_back(locations_.PlaceLocation(pc, kNone, inlined_));
    inlined_.clear();
  }

  void Begin(const GoroutineHeader& header) {
    place_ = Place::kFrames;
    header_ = header;
    goroutine_ = {};
    goroutine_.id = header.id;
    goroutine_.sample = static_cast<std::uint32_t>(data_.stack_ends.size());
    goroutine_.state = data_.strings.Intern(header.state);
    goroutine_.wait_minutes = header.wait_minutes;
    goroutine_.locked = header.locked;
    goroutine_.leaked = header.leaked;
    goroutine_.begin = data_.goroutine_text.size();
    elided_ = 0;
    has_elided_ = false;
  }

  void EndGoroutine() {
    if (place_ == Place::kOutside) return;
    TakePending();
    EndLocation(0);
    goroutine_.end = data_.goroutine_text.size();
    stack_begin_ = static_cast<std::uint32_t>(data_.stacks.size());
    data_.stack_ends.push_back(stack_begin_);
    data_.values[0].push_back(1);
    AddLabels();
    data_.label_ends.push_back(static_cast<std::uint32_t>(data_.labels.size()));
    data_.goroutines.push_back(goroutine_);
    place_ = Place::kOutside;
  }

  void AddLabels() {
    AddText("state", goroutine_.state);
    if (header_.wait_minutes != 0) AddNumber("wait", header_.wait_minutes, "minutes");
    AddText("created by", goroutine_.created_by);
    AddNumber("goroutine", header_.id, "id");
    if (header_.locked) AddText("locked to thread", true_);
    if (header_.leaked) AddText("leaked", true_);
    if (header_.bubble != 0) AddNumber("synctest bubble", header_.bubble, "id");
    if (goroutine_.unavailable) AddText("stack unavailable", true_);
    if (has_elided_ && elided_ == 0) AddText("elided frames", data_.strings.Intern("some"));
    if (elided_ != 0) AddNumber("elided frames", elided_, "count");
    if (!header_.labels.empty()) AppendGoLabels(header_.labels, data_);
  }

  // No label for an empty text.
  void AddText(std::string_view key, StringId text) {
    if (text == 0) return;
    Label label;
    label.key = data_.strings.Intern(key);
    label.str = text;
    data_.labels.push_back(label);
  }

  void AddNumber(std::string_view key, std::int64_t number, std::string_view unit) {
    Label label;
    label.key = data_.strings.Intern(key);
    label.num = number;
    label.unit = data_.strings.Intern(unit);
    label.numeric = true;
    data_.labels.push_back(label);
  }

  const std::string_view text_;
  LegacyLines lines_;
  ProfileData data_;
  NamedLocations locations_;
  StringId true_ = 0;

  Place place_ = Place::kOutside;
  GoroutineHeader header_;
  Goroutine goroutine_;
  std::uint32_t stack_begin_ = 0;
  std::string_view pending_;   // a line that is a frame if its place comes next
  std::vector<Line> inlined_;  // into the next frame
  std::int64_t elided_ = 0;    // 0: not known how many
  bool has_elided_ = false;
};

}  // namespace

LegacyAttempt ReadGoroutineDump(std::string_view text) { return DumpReader(text).Read(); }

}  // namespace burnglass
