#include "formats/speedscope_file.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "formats/legacy_text.h"

namespace burnglass {
namespace {

using Json = nlohmann::json;

// Where in a file the parser is.
enum class Place : std::uint8_t {
  kStart,
  kFile,
  kShared,
  kFrames,
  kFrame,
  kProfiles,
  kProfile,
  kStacks,
  kStack,
  kWeights,
  kEvents,
  kEvent,
  kElsewhere,
};

// The place that an object or a list begins, standing in `in` under `key`.
Place Inner(Place in, std::string_view key, bool object) {
  struct Way {
    Place in;
    std::string_view key;
    bool object;
    Place to;
  };
  static constexpr Way kWays[] = {
      {Place::kStart, "", true, Place::kFile},
      {Place::kFile, "shared", true, Place::kShared},
      {Place::kShared, "frames", false, Place::kFrames},
      {Place::kFrames, "", true, Place::kFrame},
      {Place::kFile, "profiles", false, Place::kProfiles},
      {Place::kProfiles, "", true, Place::kProfile},
      {Place::kProfile, "samples", false, Place::kStacks},
      {Place::kStacks, "", false, Place::kStack},
      {Place::kProfile, "weights", false, Place::kWeights},
      {Place::kProfile, "events", false, Place::kEvents},
      {Place::kEvents, "", true, Place::kEvent},
  };
  for (const Way& way : kWays) {
    if (way.in == in && way.key == key && way.object == object) return way.to;
  }
  return Place::kElsewhere;
}

// Takes the parser's events. Every handler returns whether to go on.
class FileReader {
 public:
  SpeedscopeFile Take() { return std::move(file_); }

  bool null() { return true; }
  bool boolean(bool) { return true; }
  bool binary(Json::binary_t&) { return true; }
  bool number_integer(Json::number_integer_t number) { return Number({number, 0}); }
  bool number_unsigned(Json::number_unsigned_t number) {
    constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return number <= kMost ? Number({static_cast<std::int64_t>(number), 0}) : TooLarge();
  }
  bool number_float(Json::number_float_t number, const Json::string_t&) {
    constexpr double kLimit = 9.2e18;
    if (!(std::abs(number) < kLimit)) return TooLarge();
    const double whole = std::floor(number);
    return Number({static_cast<std::int64_t>(whole), number - whole});
  }
  bool string(Json::string_t& text) { return Text(text); }

  bool key(Json::string_t& name) {
    key_ = name;
    return true;
  }
  bool start_object(std::size_t) { return Begin(true); }
  bool start_array(std::size_t) { return Begin(false); }
  bool end_object() { return End(); }
  bool end_array() { return End(); }

  template <typename Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    return Fail("the JSON is broken at byte " + std::to_string(position));
  }

 private:
  bool Fail(std::string what) {
    file_.error = std::move(what);
    return false;
  }
  bool TooLarge() { return Fail("a number in it takes more than 64 bits"); }

  Place place() const { return places_.empty() ? Place::kStart : places_.back(); }
  SpeedscopeProfile& profile() { return file_.profiles.back(); }

  bool Begin(bool object) {
    const Place place = Inner(this->place(), key_, object);
    places_.push_back(place);
    key_.clear();
    if (place == Place::kFrames) file_.has_frames = true;
    if (place == Place::kProfiles) file_.has_profiles = true;
    if (place == Place::kFrame) file_.frames.emplace_back();
    if (place == Place::kProfile) file_.profiles.emplace_back();
    if (place == Place::kEvent) event_ = {false, kNone, {}};
    return true;
  }

  bool End() {
    const Place ended = place();
    places_.pop_back();
    key_.clear();
    if (ended == Place::kEvent) profile().events.push_back(event_);
    if (ended == Place::kStack) {
      const std::size_t size = profile().stacks.size();
      if (size >= kNone) return Fail("its stacks are too long");
      profile().stack_ends.push_back(static_cast<std::uint32_t>(size));
    }
    return true;
  }

  // A frame's place in the list of frames; kNone where it can be none.
  static std::uint32_t FrameOf(const JsonNumber& number) {
    const bool fits = number.whole >= 0 && number.whole < kNone && number.fraction == 0;
    return fits ? static_cast<std::uint32_t>(number.whole) : kNone;
  }

  bool Number(const JsonNumber& number) {
    const Place place = this->place();
    if (place == Place::kStack) profile().stacks.push_back(FrameOf(number));
    if (place == Place::kWeights) profile().weights.push_back(number);
    if (place == Place::kEvent && key_ == "at") event_.at = number;
    if (place == Place::kEvent && key_ == "frame") event_.frame = FrameOf(number);
    if (place == Place::kFrame && key_ == "line") file_.frames.back().line = number.whole;
    if (place == Place::kFrame && key_ == "col") file_.frames.back().column = number.whole;
    if (place == Place::kProfile && key_ == "startValue") profile().start = number;
    if (place == Place::kProfile && key_ == "endValue") profile().end = number;
    if (place == Place::kFile && key_ == "activeProfileIndex") file_.active = FrameOf(number);
    return true;
  }

  bool Text(std::string& text) {
    const Place place = this->place();
    if (place == Place::kFrame) return FrameText(text);
    if (place == Place::kEvent && key_ == "type") event_.opens = text == "O";
    if (place == Place::kProfile && key_ == "type") profile().type = std::move(text);
    if (place == Place::kProfile && key_ == "name") profile().name = std::move(text);
    if (place == Place::kProfile && key_ == "unit") profile().unit = std::move(text);
    if (place == Place::kFile && key_ == "name") file_.name = std::move(text);
    if (place == Place::kFile && key_ == "$schema") file_.says_so = Contains(text, "speedscope");
    return true;
  }

  bool FrameText(const std::string& text) {
    if (key_ != "name" && key_ != "file") return true;
    if (!HasRoom(file_.strings, text.size())) return Fail("its names take more than 4 GiB");
    NamedFrame& frame = file_.frames.back();
    (key_ == "name" ? frame.name : frame.file) = file_.strings.Intern(text);
    return true;
  }

  SpeedscopeFile file_;
  std::vector<Place> places_;
  std::string key_;
  SpeedscopeEvent event_;
};

}  // namespace

SpeedscopeFile ParseSpeedscope(std::string_view json) {
  FileReader reader;
  Json::sax_parse(json, &reader);
  return reader.Take();
}

}  // namespace burnglass
