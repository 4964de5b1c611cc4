#include "formats/speedscope.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/legacy_text.h"
#include "formats/named_frames.h"
#include "formats/speedscope_file.h"

namespace burnglass {
namespace {

// Stacks of all samples together: some hundred bytes can open a frame within a frame a million
// times, and each moment of it would be a sample.
constexpr std::size_t kMostFrames = std::size_t{1} << 27;

struct Unit {
  std::string_view unit, type, name;  // in the file; of the samples
  std::int64_t nanoseconds = 0;       // 0: no time
};
constexpr Unit kUnits[] = {
    {"none", "weight", "count", 0},
    {"nanoseconds", "time", "nanoseconds", 1},
    {"microseconds", "time", "microseconds", 1000},
    {"milliseconds", "time", "milliseconds", 1'000'000},
    {"seconds", "time", "seconds", 1'000'000'000},
    {"bytes", "space", "bytes", 0},
};

const Unit& UnitOf(std::string_view unit) {
  const auto known = std::find_if(std::begin(kUnits), std::end(kUnits),
                                  [&](const Unit& candidate) { return candidate.unit == unit; });
  return known == std::end(kUnits) ? kUnits[0] : *known;
}

// a - b; nothing when it does not fit.
std::optional<JsonNumber> Difference(const JsonNumber& a, const JsonNumber& b) {
  JsonNumber result;
  if (__builtin_sub_overflow(a.whole, b.whole, &result.whole)) return std::nullopt;
  result.fraction = a.fraction - b.fraction;
  if (result.fraction >= 0) return result;
  result.fraction += 1;
  if (__builtin_sub_overflow(result.whole, 1, &result.whole)) return std::nullopt;
  return result;
}

bool IsZero(const JsonNumber& number) { return number.whole == 0 && number.fraction == 0; }

class SpeedscopeReader {
 public:
  explicit SpeedscopeReader(SpeedscopeFile file) : file_(std::move(file)), frames_(data_) {}

  Result<ProfileData> Read() {
    if (file_.profiles.empty()) return Error{"it holds no profile: its list of profiles is empty"};
    data_.strings = std::move(file_.strings);
    for (const NamedFrame& frame : file_.frames) locations_.push_back(frames_.Location(frame));
    ChooseProfiles();
    ChooseUnit();
    for (const SpeedscopeProfile* profile : chosen_) {
      if (!ReadProfile(*profile)) return Error{About(*profile) + error_};
    }
    SayWhatWasMended();
    if (!file_.name.empty()) data_.comments.push_back(data_.strings.Intern(file_.name));
    return std::move(data_);
  }

 private:
  std::string About(const SpeedscopeProfile& profile) const {
    if (file_.profiles.size() == 1) return "the speedscope profile ";
    return "the speedscope profile " + Quoted(profile.name) + " ";
  }

  bool Fail(std::string what) {
    error_ = std::move(what);
    return false;
  }

  void ChooseProfiles() {
    const auto& all = file_.profiles;
    const bool agree = std::all_of(all.begin(), all.end(), [&](const SpeedscopeProfile& profile) {
      return profile.unit == all[0].unit;
    });
    if (agree) {
      for (const SpeedscopeProfile& profile : all) chosen_.push_back(&profile);
      return;
    }
    chosen_ = {&all[file_.active < all.size() ? file_.active : 0]};
    data_.repaired.push_back("Of the " + std::to_string(all.size()) +
                             " profiles in the file, which have different units, only " +
                             Quoted(chosen_[0]->name) + " was read.");
  }

  // Whole numbers keep their unit; times with fractions are told in nanoseconds.
  void ChooseUnit() {
    unit_ = UnitOf(chosen_[0]->unit);
    bool fractions = false;
    const auto look = [&](const JsonNumber& number) { fractions |= number.fraction != 0; };
    for (const SpeedscopeProfile* profile : chosen_) {
      for (const JsonNumber& weight : profile->weights) look(weight);
      for (const SpeedscopeEvent& event : profile->events) look(event.at);
      look(profile->end);
    }
    if (fractions && unit_.nanoseconds > 1) {
      unit_.name = "nanoseconds";
      scale_ = unit_.nanoseconds;
    }
    data_.sample_types = {{data_.strings.Intern(unit_.type), data_.strings.Intern(unit_.name)}};
    data_.values.resize(1);
  }

  bool ReadProfile(const SpeedscopeProfile& profile) {
    label_ = chosen_.size() > 1 ? Interned(profile.name) : 0;
    const auto duration = Difference(profile.end, profile.start);
    if (unit_.nanoseconds != 0 && duration && duration->whole >= 0) NoteDuration(*duration);
    if (profile.type == "evented") return ReadEvents(profile);
    if (profile.type == "sampled") return ReadSamples(profile);
    return Fail("is of a type that is not known: " + Quoted(profile.type));
  }

  StringId Interned(const std::string& text) {
    return HasRoom(data_.strings, text.size()) ? data_.strings.Intern(text) : 0;
  }

  void NoteDuration(const JsonNumber& duration) {
    std::int64_t whole = 0;
    if (__builtin_mul_overflow(duration.whole, unit_.nanoseconds, &whole)) return;
    const double rest = duration.fraction * static_cast<double>(unit_.nanoseconds);
    if (__builtin_add_overflow(whole, std::llround(rest), &whole)) return;
    data_.duration_nanos = std::max(data_.duration_nanos, whole);
  }

  bool ReadSamples(const SpeedscopeProfile& profile) {
    if (profile.weights.size() != profile.stack_ends.size()) {
      return Fail("has " + std::to_string(profile.stack_ends.size()) + " samples, but " +
                  std::to_string(profile.weights.size()) + " weights");
    }
    std::vector<std::uint32_t> stack;
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < profile.weights.size(); ++i) {
      stack.clear();
      for (const std::uint32_t end = profile.stack_ends[i]; begin < end; ++begin) {
        if (!IsFrame(profile.stacks[begin])) return false;
        stack.push_back(locations_[profile.stacks[begin]]);
      }
      if (!AddSample(stack, profile.weights[i])) return false;
    }
    return true;
  }

  bool IsFrame(std::uint32_t frame) {
    return frame < locations_.size() ||
           Fail("names a frame that is not in the list of " + std::to_string(locations_.size()));
  }

  // What is open between two events is a sample of that length.
  bool ReadEvents(const SpeedscopeProfile& profile) {
    std::vector<std::uint32_t> open;
    times_open_.resize(data_.locations.size());
    JsonNumber now = profile.start;
    for (const SpeedscopeEvent& event : profile.events) {
      if (!IsFrame(event.frame) || !AddTime(open, now, event.at)) return false;
      now = event.at;
      const std::uint32_t location = locations_[event.frame];
      if (event.opens) {
        open.push_back(location);
        ++times_open_[location];
      } else {
        Close(open, location);
      }
    }
    if (open.empty()) return true;
    left_open_ += open.size();
    for (const std::uint32_t location : open) times_open_[location] = 0;
    const auto rest = Difference(profile.end, now);
    return !rest || rest->whole < 0 || AddTime(open, now, profile.end);
  }

  bool AddTime(const std::vector<std::uint32_t>& open, const JsonNumber& from,
               const JsonNumber& to) {
    if (open.empty()) return true;
    const auto length = Difference(to, from);
    if (!length) return Fail("lasts longer than 64 bits hold");
    if (length->whole < 0) return Fail("has an event that lies before the one before it");
    return IsZero(*length) || AddSample(open, *length);
  }

  // Frames inside of the one that is closed end with it.
  void Close(std::vector<std::uint32_t>& open, std::uint32_t location) {
    if (times_open_[location] == 0) {
      ++ignored_;
      return;
    }
    for (std::uint32_t ended = kNone; ended != location; open.pop_back()) {
      if (ended != kNone) ++closed_;
      ended = open.back();
      --times_open_[ended];
    }
  }

  bool AddSample(const std::vector<std::uint32_t>& stack, const JsonNumber& weight) {
    if (data_.stacks.size() + stack.size() > kMostFrames) {
      return Fail("is too large: its stacks have more than " + std::to_string(kMostFrames) +
                  " frames together");
    }
    std::int64_t value = 0;
    const double rest = weight.fraction * static_cast<double>(scale_);
    if (__builtin_mul_overflow(weight.whole, scale_, &value) ||
        __builtin_add_overflow(value, std::llround(rest), &value)) {
      return Fail("has a weight that takes more than 64 bits");
    }
    if (scale_ == 1 && weight.fraction != 0) ++rounded_;
    frames_.AddSample(stack, value);
    if (chosen_.size() > 1) frames_.Label(data_.strings.Intern("profile"), label_);
    return true;
  }

  void SayWhatWasMended() {
    const auto say = [&](std::size_t count, const char* sentence) {
      if (count > 0) data_.repaired.push_back(std::to_string(count) + sentence);
    };
    say(rounded_, " weights had fractions and were rounded.");
    say(ignored_, " events close frames that were not open; they were ignored.");
    say(closed_, " frames were still open when a frame around them closed, and end there.");
    say(left_open_, " frames are never closed; they were taken to last until the end.");
  }

  SpeedscopeFile file_;
  ProfileData data_;
  NamedFrames frames_;
  std::vector<std::uint32_t> locations_;  // by frame
  std::vector<const SpeedscopeProfile*> chosen_;
  Unit unit_;
  std::int64_t scale_ = 1;                 // what a weight is multiplied by
  std::vector<std::uint32_t> times_open_;  // by location
  StringId label_ = 0;
  std::size_t rounded_ = 0, ignored_ = 0, closed_ = 0, left_open_ = 0;
  std::string error_;
};

}  // namespace

LegacyAttempt ReadSpeedscope(std::string_view json) {
  SpeedscopeFile file = ParseSpeedscope(json);
  if (!file.IsSpeedscope()) return NotThisFormat{};
  if (!file.error.empty()) return Error{"the speedscope file cannot be read: " + file.error};
  Result<ProfileData> read = SpeedscopeReader(std::move(file)).Read();
  if (!read) return read.error();
  return read.Take();
}

}  // namespace burnglass
