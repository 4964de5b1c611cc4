#include "formats/legacy_unread.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "formats/goroutine_header.h"
#include "formats/legacy_text.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;
using namespace std::string_view_literals;

std::string NotYet(std::string_view what) {
  return "this is " + std::string(what) + ", which this version does not read yet";
}

std::string NotAProfile(std::string_view what) {
  return "this is " + std::string(what) + ", not a profile";
}

// What is read here unless pprof is to be followed.
std::string NotByPprof(std::string_view what) {
  return "this is " + std::string(what) + ", which pprof does not read";
}

std::string UnpackFirst(std::string_view what) {
  return "this is " + std::string(what) + ", which has to be unpacked before it is opened";
}

// How files of other formats begin.
struct Beginning {
  std::string_view bytes;
  std::string (*sentence)(std::string_view);
  std::string_view what;
};
constexpr Beginning kBeginnings[] = {
    {"\x7f"
     "ELF"sv,
     NotAProfile, "a program or a library (ELF)"},
    {"FLR\0"sv, NotYet, "a Java Flight Recorder recording"},
    {"PERFILE2"sv, NotYet, "a recording of perf (perf.data)"},
    {"PK\3\4"sv, UnpackFirst, "a zip archive"},
    {"\x04\x22\x4d\x18"sv, UnpackFirst, "lz4-compressed data (lz4 -d unpacks it)"},
    {"\xfd"
     "7zXZ"sv,
     UnpackFirst, "xz-compressed data (xz -d unpacks it)"},
    {"BZh"sv, UnpackFirst, "bzip2-compressed data (bzip2 -d unpacks it)"},
    {"\x1f\x8b"sv, NotYet, "gzip data once more, after unpacking it"},
    {"\x28\xb5\x2f\xfd"sv, NotYet, "zstd data once more, after unpacking it"},
    {"\xff\xfe"sv, NotYet, "text in UTF-16"},
    {"\xfe\xff"sv, NotYet, "text in UTF-16"},
    {"SQLite format 3"sv, NotAProfile, "a SQLite database"},
    {"heap_v2/"sv, NotYet, "a jemalloc heap profile"},
    {"<?xml"sv, NotYet, "an XML document"},
};

// The beginning, where all formats can be told apart.
constexpr std::size_t kLookBytes = 4096;

std::string_view FirstLine(std::string_view text) {
  LegacyLines lines(text);
  while (lines.Next()) {
    const std::string_view line = TrimSpace(lines.line());
    if (!line.empty()) return line;
  }
  return {};
}

// Such a dump is read unless pprof is to be followed.
bool HasGoroutines(std::string_view head) {
  LegacyLines lines(head);
  while (lines.Next()) {
    if (ParseGoroutineHeader(lines.line())) return true;
  }
  return false;
}

// "a;b;c 12"
bool IsFoldedLine(std::string_view line) {
  const std::size_t space = line.rfind(' ');
  return space != kNowhere && space != 0 && ParseDecimal(line.substr(space + 1)).has_value();
}

// Where most lines are folded stacks and at least one stack has a caller: a sentence about the
// first line that is none. Otherwise empty.
std::string DescribeFolded(std::string_view text) {
  LegacyLines lines(text);
  std::size_t stacks = 0, others = 0;
  bool deep = false;
  std::string wrong;
  while (lines.Next()) {
    const std::string_view line = TrimSpace(lines.line());
    if (IsBlankOrComment(line)) continue;
    const bool folded = IsFoldedLine(line);
    ++(folded ? stacks : others);
    deep = deep || (folded && Contains(line, ";"));
    if (!folded && wrong.empty()) {
      wrong = "line " + std::to_string(lines.number()) +
              " does not end in a space and a number: " + Quoted(line);
    }
  }
  if (!deep || stacks <= others) return {};
  return wrong.empty() ? NotByPprof("a list of folded stacks")
                       : "this looks like folded stacks, but " + wrong;
}

// A line of an event, then its stack: "\t    7f3a1c2d main (/srv/app)".
bool IsPerfScript(std::string_view head) {
  LegacyLines lines(head);
  bool event = false;
  while (lines.Next()) {
    LineCursor cursor(lines.line());
    const bool indented = cursor.SkipSpace();
    if (!indented) {
      event = Contains(lines.line(), ":");
    } else if (event) {
      return !cursor.TakeHexDigits().empty() && cursor.Take(" ") && Contains(cursor.rest(), "(");
    }
  }
  return false;
}

std::string DescribeJson(std::string_view head) {
  const auto has = [&](std::string_view key) { return Contains(head, key); };
  if (has("\"traceEvents\"") || has("\"ph\"")) return NotYet("a trace of events (Chrome's JSON)");
  if (has("\"callFrame\"")) return NotYet("a profile of V8 (JSON)");
  if (has("\"meta\"") && has("\"interval\""))
    return NotYet("a profile of the Firefox Profiler (JSON)");
  if (has("\"cost_centres\"")) return NotYet("a profile of GHC (JSON)");
  if (has("speedscope")) return NotByPprof("a speedscope profile (JSON)");
  if (has("\"resourceProfiles\"")) return NotByPprof("an OpenTelemetry profile (JSON)");
  return "this is JSON, but neither a speedscope nor an OpenTelemetry profile";
}

bool IsTextProto(std::string_view head) {
  LegacyLines lines(head);
  while (lines.Next()) {
    const std::string_view line = TrimSpace(lines.line());
    if (IsBlankOrComment(line)) continue;
    return StartsWith(line, "sample_type") || StartsWith(line, "string_table") ||
           StartsWith(line, "sample {") || StartsWith(line, "mapping {") ||
           StartsWith(line, "location {") || StartsWith(line, "function {");
  }
  return false;
}

bool IsWebPage(std::string_view first) {
  std::string lower;
  for (const char c : first.substr(0, 16)) {
    lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  return StartsWith(lower, "<!doctype html") || StartsWith(lower, "<html");
}

bool IsText(std::string_view head) {
  return std::none_of(head.begin(), head.end(), [](char c) {
    return (c >= '\0' && c < '\t') || (c > '\r' && c < ' ' && c != '\x1b') || c == '\x7f';
  });
}

std::string DescribeText(std::string_view head, std::string_view all) {
  const std::string_view first = FirstLine(head);
  if (first.empty()) return "it holds nothing but blanks";
  if (HasGoroutines(head)) return NotByPprof("a goroutine dump (debug=2)");
  if (first[0] == '{' || StartsWith(first, "[{") || first == "[") return DescribeJson(head);
  if (IsWebPage(first)) {
    return "this is a web page, not a profile; was a login or an error page saved in its place?";
  }
  if (IsTextProto(head)) return NotYet("a profile as protobuf text");
  if (StartsWith(first, "# proto-file:")) return NotYet("protobuf text");
  if (const std::string folded = DescribeFolded(all); !folded.empty()) return folded;
  if (Contains(head, "Time and Allocation Profiling Report")) return NotYet("a report of GHC");
  if (IsPerfScript(head)) return NotYet("the output of perf script");
  return "this is not a profile: it is text that begins " + Quoted(first);
}

std::string DescribeBinary(std::string_view head) {
  std::string bytes;
  for (const char c : head.substr(0, 8)) {
    std::array<char, 4> text;
    std::snprintf(text.data(), text.size(), " %02x", static_cast<unsigned char>(c));
    bytes += text.data();
  }
  return "this is not a profile: it is no text, and begins with the bytes" + bytes;
}

}  // namespace

std::string DescribeUnread(std::span<const std::byte> bytes) {
  const std::string_view all(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const std::string_view head = all.substr(0, kLookBytes);
  if (all.empty()) return "the file is empty";
  for (const Beginning& beginning : kBeginnings) {
    if (StartsWith(head, beginning.bytes)) return beginning.sentence(beginning.what);
  }
  if (StartsWith(head, "go 1.") && Contains(head.substr(0, 16), " trace\0"sv)) {
    return "this is a Go execution trace, not a profile; go tool trace shows it";
  }
  if (head.substr(std::min<std::size_t>(head.size(), 257), 5) == "ustar") {
    return NotYet("a tar archive");
  }
  return IsText(head) ? DescribeText(head, all) : DescribeBinary(head);
}

}  // namespace burnglass
