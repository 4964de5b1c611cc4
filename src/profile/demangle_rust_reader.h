// Reads a Rust symbol of the v0 mangling after its grammar in RFC 2603. Names come from files, so
// everything is bounded: a reference back may stand for a text that refers back itself, twice, and
// so on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace burnglass {

class RustReader {
 public:
  // `mangled` is what follows "_R".
  RustReader(std::string_view mangled, bool generics) : text_(mangled), generics_(generics) {}

  // The readable name; once.
  std::optional<std::string> Read();

 private:
  static constexpr std::size_t kMostOutput = 1 << 16;
  static constexpr int kMostDepth = 200;
  static constexpr int kMostSteps = 1 << 16;

  enum class InType { kNo, kYes };  // inside a type, generic arguments follow without "::"

  // Counts what is being read, for as long as it lives.
  class Level {
   public:
    explicit Level(RustReader& reader) : reader_(reader) {
      if (++reader_.depth_ > kMostDepth || ++reader_.steps_ > kMostSteps) reader_.failed_ = true;
    }
    ~Level() { --reader_.depth_; }

   private:
    RustReader& reader_;
  };

  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool Take(char c) {
    if (failed_ || Peek() != c || at_ >= text_.size()) return false;
    ++at_;
    return true;
  }

  void Expect(char c) {
    if (!Take(c)) failed_ = true;
  }

  char TakeAny() {
    if (at_ >= text_.size()) {
      failed_ = true;
      return '\0';
    }
    return text_[at_++];
  }

  void Write(std::string_view text) {
    if (quiet_) return;
    output_ += text;
    if (output_.size() > kMostOutput) failed_ = true;
  }

  // Names and paths (demangle_rust.cc).

  // "_" is 0, "0_" is 1, "Z_" is 62 and so on. Hashes of crates may go round.
  std::uint64_t Base62();
  std::uint64_t Disambiguator() { return Take('s') ? Base62() + 1 : 0; }
  std::string Identifier();
  void Path(InType in_type);
  void ImplementationPath();
  void Implementation(bool of_trait);
  void NestedPath(InType in_type);
  void GenericArguments(InType in_type);
  void GenericArgument();

  // Types, lifetimes and constants (demangle_rust_types.cc).
  void Type();
  void BasicType();
  void Reference(std::string_view mutability);
  void FunctionType();
  void DynamicType();
  void DynamicTrait();
  bool PathWithOpenArguments();
  void Binder();
  void Lifetime(std::uint64_t index);
  void Constant();
  void WriteConstant(char type, std::string_view digits);
  void WriteCharacter(std::uint64_t value, std::string_view digits);

  // Things up to an 'E', with commas.
  template <typename ReadOne>
  int List(ReadOne read_one) {
    int count = 0;
    while (!failed_ && !Take('E')) {
      if (count++ > 0) Write(", ");
      read_one();
    }
    return count;
  }

  template <typename Body>
  void WithLifetimes(Body body) {
    const std::uint64_t outer = lifetimes_;
    body();
    lifetimes_ = outer;
  }

  // What stands at an earlier place of the name is read again, here.
  template <typename Body>
  void Backreference(Body body) {
    const std::size_t here = at_ - 1;
    const std::uint64_t target = Base62();
    if (target >= here) failed_ = true;
    if (failed_ || quiet_) return;
    const std::size_t after = at_;
    at_ = static_cast<std::size_t>(target);
    body();
    at_ = after;
  }

  std::string_view text_;
  bool generics_;
  std::size_t at_ = 0;
  std::string output_;
  bool quiet_ = false;  // read, but not written
  bool failed_ = false;
  std::uint64_t lifetimes_ = 0;  // bound by the binders around
  int depth_ = 0, steps_ = 0;
};

}  // namespace burnglass
