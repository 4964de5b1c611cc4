#include "profile/demangle_rust.h"

#include "profile/demangle_punycode.h"
#include "profile/demangle_rust_reader.h"
#include "profile/names_brackets.h"

namespace burnglass {

std::optional<std::string> RustReader::Read() {
  // A digit would be the version of a later encoding.
  if (text_.empty() || IsDigit(text_[0])) return std::nullopt;
  Path(InType::kNo);
  if (!failed_ && at_ < text_.size()) {
    quiet_ = true;
    Path(InType::kNo);  // the crate that instantiated it
  }
  if (failed_ || at_ != text_.size()) return std::nullopt;
  return std::move(output_);
}

std::uint64_t RustReader::Base62() {
  if (Take('_')) return 0;
  std::uint64_t value = 0;
  while (!failed_ && !Take('_')) {
    const char c = TakeAny();
    if (!IsWord(c)) failed_ = true;
    const int digit = IsDigit(c) ? c - '0' : IsLower(c) ? c - 'a' + 10 : c - 'A' + 36;
    value = value * 62 + static_cast<std::uint64_t>(digit);
  }
  return value + 1;
}

// A name with its length before it.
std::string RustReader::Identifier() {
  const bool punycode = Take('u');
  std::size_t length = 0;
  if (!IsDigit(Peek())) failed_ = true;
  // No number but zero begins with a zero: "00" is two names of no letters.
  if (!Take('0')) {
    while (IsDigit(Peek()) && length < kMostOutput) {
      length = length * 10 + static_cast<std::size_t>(TakeAny() - '0');
    }
  }
  Take('_');
  if (failed_ || length > text_.size() - at_) {
    failed_ = true;
    return {};
  }
  const std::string_view identifier = text_.substr(at_, length);
  at_ += length;
  if (!punycode) return std::string(identifier);
  const std::optional<std::string> decoded = DecodePunycode(identifier);
  if (!decoded) failed_ = true;
  return decoded.value_or("");
}

void RustReader::Path(InType in_type) {
  const Level level(*this);
  if (failed_) return;
  const char kind = TakeAny();
  switch (kind) {
    case 'C':
      Disambiguator();
      Write(Identifier());
      break;
    case 'M':
    case 'X':
      ImplementationPath();
      Implementation(kind == 'X');
      break;
    case 'Y':
      Implementation(true);
      break;
    case 'N':
      NestedPath(in_type);
      break;
    case 'I':
      Path(in_type);
      GenericArguments(in_type);
      break;
    case 'B':
      Backreference([&] { Path(in_type); });
      break;
    default:
      failed_ = true;
  }
}

// Where an implementation stands; nobody wants to know.
void RustReader::ImplementationPath() {
  const bool quiet = quiet_;
  quiet_ = true;
  Disambiguator();
  Path(InType::kNo);
  quiet_ = quiet;
}

void RustReader::Implementation(bool of_trait) {
  Write("<");
  Type();
  if (of_trait) {
    Write(" as ");
    Path(InType::kYes);
  }
  Write(">");
}

void RustReader::NestedPath(InType in_type) {
  const char space = TakeAny();
  if (!IsLower(space) && !IsUpper(space)) failed_ = true;
  Path(in_type);
  const std::uint64_t number = Disambiguator();
  const std::string identifier = Identifier();
  if (IsLower(space)) {
    Write("::");
    Write(identifier);
    return;
  }
  Write("::{");
  Write(space == 'C' ? "closure" : space == 'S' ? "shim" : std::string_view(&space, 1));
  if (!identifier.empty()) Write(":" + identifier);
  Write("#" + std::to_string(number) + "}");
}

void RustReader::GenericArguments(InType in_type) {
  const bool quiet = quiet_;
  quiet_ = quiet_ || !generics_;
  if (in_type == InType::kNo) Write("::");
  Write("<");
  List([&] { GenericArgument(); });
  Write(">");
  quiet_ = quiet;
}

void RustReader::GenericArgument() {
  if (Take('L')) {
    Lifetime(Base62());
  } else if (Take('K')) {
    Constant();
  } else {
    Type();
  }
}

std::optional<std::string> DemangleRust(std::string_view name, bool generics) {
  if (name.substr(0, 2) != "_R") return std::nullopt;
  name = name.substr(0, name.find('.'));  // "….llvm.123"
  return RustReader(name.substr(2), generics).Read();
}

}  // namespace burnglass
