// What a text tells of people and machines, as far as its form shows it.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace burnglass {

enum class Trace {
  kUser,     // "alice" of a home directory as Linux, macOS and Windows have them
  kHome,     // such a directory
  kHost,     // "db1.acme.internal"
  kEmail,    // "alice@acme.example"
  kAddress,  // "10.1.2.3", "fe80::1"
  kUrl,      // "https://acme.example/x"
  kCommand,  // "checkout --port 8080": a program with options
  kPath,     // "/srv/acme/data"
};

// Which traces are looked for: in a path of a source file a version "x@v1.2.3" is no address.
enum class TextKind { kProse, kPath };

class TraceFinder {
 public:
  using Found = std::function<void(Trace, std::string_view)>;

  TraceFinder();
  ~TraceFinder();

  // Tells each trace, those that come twice in the text twice. The text need not be UTF-8.
  void Find(std::string_view text, TextKind kind, const Found& found) const;

 private:
  struct Patterns;

  void FindAnywhere(std::string_view text, const Found& found) const;
  void FindInProse(std::string_view text, const Found& found) const;

  std::unique_ptr<Patterns> patterns_;
};

}  // namespace burnglass
