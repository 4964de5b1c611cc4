#include "analysis/text_traces.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "base/ascii.h"

namespace burnglass {
namespace {

using re2::RE2;
using re2::StringPiece;

std::unique_ptr<RE2> Compiled(const char* pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_encoding(RE2::Options::EncodingLatin1);  // broken UTF-8, too
  return std::make_unique<RE2>(pattern, options);
}

bool Has(std::string_view text, std::string_view piece) {
  return text.find(piece) != std::string_view::npos;
}

// The last part of "main.go" or "libc.so" is no domain.
bool IsFileEnding(std::string_view ending) {
  constexpr std::string_view kEndings[] = {
      "a",     "asm", "bin", "c",    "cc",  "cfg",  "class", "conf", "cpp",  "css", "csv",   "dat",
      "db",    "dll", "exe", "func", "go",  "gz",   "h",     "hpp",  "html", "jar", "java",  "js",
      "json",  "log", "md",  "mod",  "mjs", "o",    "out",   "pb",   "php",  "pl",  "pprof", "prof",
      "proto", "py",  "rb",  "rs",   "s",   "sh",   "so",    "sock", "sql",  "sum", "svg",   "tar",
      "toml",  "ts",  "txt", "wasm", "xml", "yaml", "yml",   "zip",  "zst"};
  return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

// A domain in lower case, as hosts are written: "Error.prototype" and "http.Handler" are names of
// programs.
bool LooksLikeHost(std::string_view host) {
  if (std::any_of(host.begin(), host.end(), IsUpper)) return false;
  return !IsFileEnding(host.substr(host.rfind('.') + 1));
}

// Four numbers below 256; "::" or all eight parts of the other kind, with a digit in it.
bool LooksLikeAddress(std::string_view text) {
  if (Has(text, ".")) {
    int number = 0;
    for (const char c : text) {
      number = c == '.' ? 0 : number * 10 + (c - '0');
      if (number > 255) return false;
    }
    return true;
  }
  const auto colons = std::count(text.begin(), text.end(), ':');
  return (Has(text, "::") || colons == 7) && std::any_of(text.begin(), text.end(), IsDigit);
}

// Takes what the pattern's one group holds, wherever it matches.
template <typename Take>
void Each(std::string_view text, const RE2& pattern, const Take& take) {
  StringPiece rest(text.data(), text.size());
  for (StringPiece one; RE2::FindAndConsume(&rest, pattern, &one);) {
    take(std::string_view(one.data(), one.size()));
  }
}

bool IsVersion(std::string_view email) {
  const std::size_t at = email.find('@');
  return email.size() > at + 2 && email[at + 1] == 'v' && IsDigit(email[at + 2]);
}

}  // namespace

struct TraceFinder::Patterns {
  std::unique_ptr<RE2> home = Compiled(
      R"re((?:^|[^\w.-])((?:/home/|/Users/|/export/home/|[A-Za-z]:[\\/]Users[\\/])[^/\\\s:"'<>|,;]+))re");
  std::unique_ptr<RE2> url = Compiled(R"re((?:^|[^\w])([A-Za-z][A-Za-z0-9+.-]*://[^\s"'<>]+))re");
  std::unique_ptr<RE2> email =
      Compiled(R"re(([A-Za-z0-9._%+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z]{2,}))re");
  std::unique_ptr<RE2> address4 =
      Compiled(R"re((?:^|[^\w.])(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?:[^\w.]|\.?$|\.\s))re");
  std::unique_ptr<RE2> address6 = Compiled(R"re((?:^|[^\w:])([0-9A-Fa-f:]{2,39})(?:[^\w:]|$))re");
  std::unique_ptr<RE2> host = Compiled(
      R"re((?:^|[^\w./@\\-])((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,})(?:[^\w(\\]|$))re");
  std::unique_ptr<RE2> host_of_url =
      Compiled(R"re(^[^:]*://(?:[^/@\s]*@)?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*))re");
  std::unique_ptr<RE2> command =
      Compiled(R"re(^\s*([^\s-][^\s]*(?:\s+[^\s-]\S*)*\s+--?[A-Za-z].*))re");
  std::unique_ptr<RE2> path =
      Compiled(R"re((?:^|[\s=:"'(])((?:/|[A-Za-z]:\\)[^\s"':;,()/\\]+[/\\][^\s"':;,()]+))re");
};

TraceFinder::TraceFinder() : patterns_(std::make_unique<Patterns>()) {}
TraceFinder::~TraceFinder() = default;

void TraceFinder::Find(std::string_view text, TextKind kind, const Found& found) const {
  FindAnywhere(text, found);
  if (kind == TextKind::kProse) FindInProse(text, found);
}

void TraceFinder::FindAnywhere(std::string_view text, const Found& found) const {
  if (Has(text, "home") || Has(text, "Users")) {
    Each(text, *patterns_->home, [&](std::string_view home) {
      found(Trace::kHome, home);
      found(Trace::kUser, home.substr(home.find_last_of("/\\") + 1));
    });
  }
  if (Has(text, "://")) {
    Each(text, *patterns_->url, [&](std::string_view url) {
      found(Trace::kUrl, url);
      Each(url, *patterns_->host_of_url, [&](std::string_view host) { found(Trace::kHost, host); });
    });
  }
  if (Has(text, "@")) {
    Each(text, *patterns_->email, [&](std::string_view email) {
      if (!IsVersion(email)) found(Trace::kEmail, email);
    });
  }
}

void TraceFinder::FindInProse(std::string_view text, const Found& found) const {
  const auto address = [&](std::string_view one) {
    if (LooksLikeAddress(one)) found(Trace::kAddress, one);
  };
  Each(text, *patterns_->address4, address);
  if (Has(text, ":")) Each(text, *patterns_->address6, address);
  Each(text, *patterns_->host, [&](std::string_view host) {
    if (LooksLikeHost(host)) found(Trace::kHost, host);
  });
  Each(text, *patterns_->command, [&](std::string_view line) { found(Trace::kCommand, line); });
  Each(text, *patterns_->path, [&](std::string_view path) { found(Trace::kPath, path); });
}

}  // namespace burnglass
