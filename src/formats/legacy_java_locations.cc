#include <optional>
#include <string>
#include <unordered_map>

#include "formats/legacy_formats.h"
#include "formats/legacy_java.h"
#include "formats/legacy_mappings.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

struct JavaPlace {
  std::string_view function, file;
  std::int64_t line = 0;
};

// Where "(…)" begins that ends the text, from the last candidate to the first: after white space.
std::size_t LastOpening(std::string_view text, std::size_t before) {
  while (before > 0) {
    const std::size_t open = text.rfind('(', before - 1);
    if (open == kNowhere || open == 0) return kNowhere;
    if (IsSpace(text[open - 1])) return open;
    before = open;
  }
  return kNowhere;
}

// "file:12" in brackets; a line that is not positive is not known.
bool ReadFileAndLine(std::string_view inside, JavaPlace& place) {
  const std::size_t colon = inside.rfind(':');
  if (colon == kNowhere || colon == 0) return false;
  LineCursor cursor(inside, colon + 1);
  const std::string_view number = cursor.TakeSignedDigits();
  if (number.empty() || !cursor.rest().empty()) return false;
  place.file = inside.substr(0, colon);
  place.line = std::max<std::int64_t>(ParseDecimal(number).value_or(0), 0);
  return true;
}

std::string_view BaseName(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  if (path.empty()) return ".";
  const std::size_t slash = path.rfind('/');
  return slash == kNowhere || path.size() == 1 ? path : path.substr(slash + 1);
}

// "com.example.T.f (T.java:12)", "memset (/lib/libc.so.6)", "generated stub/JIT", "GC".
JavaPlace ReadPlace(std::string_view text) {
  JavaPlace place;
  const bool bracket = !text.empty() && text.back() == ')';
  const std::size_t last = bracket ? LastOpening(text, text.size()) : kNowhere;
  for (std::size_t open = last; open != kNowhere; open = LastOpening(text, open)) {
    if (ReadFileAndLine(text.substr(open + 1, text.size() - open - 2), place)) {
      place.function = text.substr(0, open - 1);
      return place;
    }
  }
  if (last != kNowhere) {
    // A shared library; where it lies is of no interest.
    place.function = text.substr(0, last - 1);
    place.file = BaseName(text.substr(last + 1, text.size() - last - 2));
  } else {
    place.function = Contains(text, "generated stub/JIT") ? "STUB" : text;
  }
  return place;
}

class JavaNames {
 public:
  explicit JavaNames(ProfileData& data) : data_(data) {}

  void Name(Location& location, const JavaPlace& place) {
    location.line_begin = static_cast<std::uint32_t>(data_.lines.size());
    location.line_end = location.line_begin + 1;
    location.address = 0;
    data_.lines.push_back({FunctionOf(place), place.line, 0});
  }

 private:
  // A function is known by its name; the file is that of its first line.
  std::uint32_t FunctionOf(const JavaPlace& place) {
    const StringId name = data_.strings.Intern(place.function);
    const auto index = static_cast<std::uint32_t>(data_.functions.size());
    const auto [known, fresh] = function_named_.try_emplace(name, index);
    if (fresh) {
      Function function;
      function.name = function.system_name = name;
      function.filename = data_.strings.Intern(place.file);
      data_.functions.push_back(function);
    }
    return known->second;
  }

  ProfileData& data_;
  std::unordered_map<StringId, std::uint32_t> function_named_;
};

struct NamedAddress {
  std::string_view digits, text;
};

std::optional<NamedAddress> ReadLine(std::string_view line) {
  LineCursor cursor(line);
  if (!cursor.Take("0x")) return std::nullopt;
  const std::string_view digits = cursor.TakeHexDigits();
  if (digits.empty() || !cursor.SkipSpace()) return std::nullopt;
  return NamedAddress{digits, cursor.rest()};
}

}  // namespace

Result<ProfileData> FinishJava(LegacyLines& lines, LegacyBuilder& builder) {
  ProfileData& data = builder.data();
  JavaNames names(data);
  while (lines.Next()) {
    const std::string_view line = TrimSpace(lines.line());
    const std::optional<NamedAddress> named = ReadLine(line);
    if (!named) continue;
    const std::optional<std::uint64_t> address = ParseHex(named->digits);
    if (!address) return Error{AboutLine(lines.number(), "has a number of over 64 bits", line)};
    const std::uint32_t location = builder.FindLocation(*address);
    if (location != kNone) names.Name(data.locations[location], ReadPlace(named->text));
  }
  AttachLocations(data);
  for (Location& location : data.locations) location.address = 0;
  return std::move(data);
}

}  // namespace burnglass
