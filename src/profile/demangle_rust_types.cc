#include "profile/demangle_rust_reader.h"
#include "profile/names_brackets.h"

namespace burnglass {
namespace {

bool IsOneOf(char c, std::string_view letters) { return letters.find(c) != std::string_view::npos; }

constexpr std::string_view kSigned = "aslxni", kUnsigned = "htmyoj";

}  // namespace

void RustReader::Type() {
  const Level level(*this);
  if (failed_) return;
  const char kind = Peek();
  if (IsLower(kind)) return BasicType();
  if (IsOneOf(kind, "CMXYNI")) return Path(InType::kYes);
  switch (TakeAny()) {
    case 'A':
      Write("[");
      Type();
      Write("; ");
      Constant();
      Write("]");
      break;
    case 'S':
      Write("[");
      Type();
      Write("]");
      break;
    case 'T':
      Write("(");
      if (List([&] { Type(); }) == 1) Write(",");
      Write(")");
      break;
    case 'R':
      Reference("");
      break;
    case 'Q':
      Reference("mut ");
      break;
    case 'P':
      Write("*const ");
      Type();
      break;
    case 'O':
      Write("*mut ");
      Type();
      break;
    case 'F':
      WithLifetimes([&] { FunctionType(); });
      break;
    case 'D':
      DynamicType();
      break;
    case 'B':
      Backreference([&] { Type(); });
      break;
    default:
      failed_ = true;
  }
}

void RustReader::BasicType() {
  // By letter from a to z; letters without a type are empty.
  static constexpr std::string_view kNames[26] = {
      "i8",    "bool", "char", "f64", "str",  "f32",  "",    "u8", "isize",
      "usize", "",     "i32",  "u32", "i128", "u128", "_",   "",   "",
      "i16",   "u16",  "()",   "...", "",     "i64",  "u64", "!"};
  const std::string_view name = kNames[TakeAny() - 'a'];
  if (name.empty()) failed_ = true;
  Write(name);
}

void RustReader::Reference(std::string_view mutability) {
  Write("&");
  if (Take('L')) {
    if (const std::uint64_t lifetime = Base62()) {
      Lifetime(lifetime);
      Write(" ");
    }
  }
  Write(mutability);
  Type();
}

void RustReader::FunctionType() {
  Binder();
  if (Take('U')) Write("unsafe ");
  if (Take('K')) {
    std::string abi = Take('C') ? "C" : Identifier();
    for (char& c : abi) c = c == '_' ? '-' : c;
    Write("extern \"" + abi + "\" ");
  }
  Write("fn(");
  List([&] { Type(); });
  Write(")");
  if (!Take('u')) {
    Write(" -> ");
    Type();
  }
}

void RustReader::DynamicType() {
  Write("dyn ");
  WithLifetimes([&] {
    Binder();
    bool first = true;
    while (!failed_ && !Take('E')) {
      if (!first) Write(" + ");
      first = false;
      DynamicTrait();
    }
  });
  Expect('L');
  if (const std::uint64_t lifetime = Base62()) {
    Write(" + ");
    Lifetime(lifetime);
  }
}

// A trait whose associated types join its generic arguments: "Iterator<Item = u8>".
void RustReader::DynamicTrait() {
  bool open = PathWithOpenArguments();
  const bool quiet = quiet_;
  quiet_ = quiet_ || !generics_;
  while (Take('p')) {
    Write(open ? ", " : "<");
    open = true;
    Write(Identifier());
    Write(" = ");
    Type();
  }
  if (open) Write(">");
  quiet_ = quiet;
}

// True when it has arguments, and their bracket is still to be closed.
bool RustReader::PathWithOpenArguments() {
  const Level level(*this);
  if (failed_) return false;
  bool open = false;
  if (Take('B')) {
    Backreference([&] { open = PathWithOpenArguments(); });
  } else if (Take('I')) {
    Path(InType::kYes);
    const bool quiet = quiet_;
    quiet_ = quiet_ || !generics_;
    Write("<");
    List([&] { GenericArgument(); });
    quiet_ = quiet;
    open = true;
  } else {
    Path(InType::kYes);
  }
  return open;
}

void RustReader::Binder() {
  if (!Take('G')) return;
  const std::uint64_t count = Base62() + 1;
  // Each of them is used later, so there cannot be more than there is text.
  if (failed_ || count > text_.size()) {
    failed_ = true;
    return;
  }
  Write("for<");
  for (std::uint64_t i = 0; i < count; ++i) {
    if (i > 0) Write(", ");
    ++lifetimes_;
    Lifetime(1);
  }
  Write("> ");
}

// Counted from the innermost binder; 0 is erased.
void RustReader::Lifetime(std::uint64_t index) {
  if (index > lifetimes_) failed_ = true;
  if (failed_) return;
  if (index == 0) return Write("'_");
  const std::uint64_t depth = lifetimes_ - index;
  if (depth < 26) {
    const char name[] = {'\'', static_cast<char>('a' + depth)};
    Write(std::string_view(name, 2));
  } else {
    Write("'z" + std::to_string(depth - 25));
  }
}

void RustReader::Constant() {
  const Level level(*this);
  if (failed_) return;
  if (Take('B')) return Backreference([&] { Constant(); });
  if (Take('p')) return Write("_");
  const char type = TakeAny();
  if (IsOneOf(type, kSigned) && Take('n')) Write("-");
  const std::size_t begin = at_;
  while (IsDigit(Peek()) || (Peek() >= 'a' && Peek() <= 'f')) ++at_;
  const std::string_view digits = text_.substr(begin, at_ - begin);
  Expect('_');
  if (digits.empty()) failed_ = true;
  if (!failed_) WriteConstant(type, digits);
}

void RustReader::WriteConstant(char type, std::string_view digits) {
  std::uint64_t value = 0;
  for (const char c : digits.substr(0, 16)) {
    value = value * 16 + static_cast<std::uint64_t>(IsDigit(c) ? c - '0' : c - 'a' + 10);
  }
  const bool number = IsOneOf(type, kSigned) || IsOneOf(type, kUnsigned);
  if (number && digits.size() > 16) {
    Write("0x");
    Write(digits);
  } else if (number) {
    Write(std::to_string(value));
  } else if (type == 'b' && value <= 1) {
    Write(value == 0 ? "false" : "true");
  } else if (type == 'c' && digits.size() <= 6) {
    WriteCharacter(value, digits);
  } else {
    failed_ = true;
  }
}

void RustReader::WriteCharacter(std::uint64_t value, std::string_view digits) {
  const char c = static_cast<char>(value);
  if (value == '\t') return Write("'\\t'");
  if (value == '\r') return Write("'\\r'");
  if (value == '\n') return Write("'\\n'");
  if (value == '\\' || value == '\'') return Write(std::string("'\\") + c + "'");
  if (value >= ' ' && value <= '~') return Write(std::string("'") + c + "'");
  Write("'\\u{" + std::string(digits) + "}'");
}

}  // namespace burnglass
