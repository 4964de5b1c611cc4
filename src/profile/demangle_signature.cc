#include <algorithm>

#include "profile/demangle_cpp.h"
#include "profile/names_brackets.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Reads a signature from left to right and keeps what may be its name. What is read of a return
// type is thrown away again at the space that ends it.
class SignatureReader {
 public:
  SignatureReader(std::string_view text, bool template_arguments)
      : text_(text), template_arguments_(template_arguments) {}

  std::string Read() {
    while (at_ < text_.size() && Step()) {
    }
    while (EndsWith(name_, " ")) name_.pop_back();
    return std::move(name_);
  }

 private:
  // False at the end of the name.
  bool Step() {
    const std::size_t symbol = OperatorLength(text_, at_);
    if (symbol > 0) {
      ReadOperator(symbol);
      return true;
    }
    switch (text_[at_]) {
      case ' ':
        return Space();
      case '(':
        return Parenthesis();
      case '<':
        TemplateArguments();
        return true;
      case '{':
        Braces();
        return true;
      case '\'':
        Quoted();
        return true;
      // The bracket around a function that returns a pointer to a function.
      case ')':
        return false;
      default:
        break;
    }
    if (StartsWith(Rest(), "::")) after_parameters_ = false;
    Keep(1);
    return true;
  }

  std::string_view Rest() const { return text_.substr(at_); }

  void Keep(std::size_t bytes) {
    if (!after_parameters_) name_ += text_.substr(at_, bytes);
    at_ += bytes;
  }

  void ReadOperator(std::size_t symbol) {
    Keep(symbol);
    constexpr std::size_t kWordOnly = 8;
    if (symbol != kWordOnly || !StartsWith(Rest(), " ")) return;
    // A conversion: up to the parameters all is the type, with its spaces.
    const std::size_t end = std::min(Rest().find('('), Rest().size());
    const std::string type(text_.substr(at_, end));
    name_ += template_arguments_ ? type : WithoutTemplateArguments(type);
    at_ += end;
  }

  // After parameters come qualifiers ("const", "&&", "[clone .cold]"); before them what was read
  // was a type. "operator<< <char>" has its space for the eye only.
  bool Space() {
    if (StartsWith(Rest(), " <")) {
      if (template_arguments_) return Keep(1), true;
      ++at_;
      return true;
    }
    if (!after_parameters_) name_.clear();
    ++at_;
    return true;
  }

  bool Parenthesis() {
    const std::string_view inside = Rest().substr(1);
    if (name_.empty() && !after_parameters_ &&
        (StartsWith(inside, "*") || StartsWith(inside, "&"))) {
      at_ += 1 + std::min(inside.find_first_not_of("*& "), inside.size());
      return true;
    }
    const std::size_t close = MatchingBracket(text_, at_);
    if (close == kNowhere) return Keep(Rest().size()), false;
    if (name_.empty() || EndsWith(name_, "::")) {
      Keep(close + 1 - at_);  // "(anonymous namespace)"
      return true;
    }
    if (!EndsWith(name_, "decltype")) after_parameters_ = true;
    at_ = close + 1;
    return true;
  }

  void TemplateArguments() {
    const std::size_t close = MatchingBracket(text_, at_);
    if (close == kNowhere) return Keep(Rest().size());
    if (template_arguments_) return Keep(close + 1 - at_);
    at_ = close + 1;
  }

  // "{lambda(int)#1}", "{unnamed type#1}": a name, though with brackets.
  void Braces() {
    const std::size_t close = MatchingBracket(text_, at_);
    if (close == kNowhere) return Keep(Rest().size());
    const std::string_view braces = text_.substr(at_, close + 1 - at_);
    if (!after_parameters_) name_ += Inner(braces);
    at_ = close + 1;
  }

  std::string Inner(std::string_view text) const {
    return template_arguments_ ? std::string(text) : WithoutTemplateArguments(text);
  }

  // LLVM's way to write the same: "'lambda0'(int)" is "{lambda(int)#2}".
  void Quoted() {
    const std::size_t close = text_.find('\'', at_ + 1);
    if (close == kNowhere) return Keep(Rest().size());
    std::string_view word = text_.substr(at_ + 1, close - at_ - 1);
    const std::size_t digits = std::min(word.find_first_of("0123456789"), word.size());
    const std::string_view number = word.substr(digits);
    word = word.substr(0, digits);
    at_ = close + 1;
    std::string parameters;
    if (word == "lambda" && StartsWith(Rest(), "(")) {
      const std::size_t end = MatchingBracket(text_, at_);
      if (end != kNowhere) {
        parameters = Inner(text_.substr(at_, end + 1 - at_));
        at_ = end + 1;
      }
    }
    if (after_parameters_) return;
    name_ += word == "unnamed" ? "{unnamed type" : "{" + std::string(word);
    name_ += parameters + "#" + Following(number) + "}";
  }

  // "", "0", "1" of LLVM are the first, the second, the third.
  static std::string Following(std::string_view number) {
    if (number.empty()) return "1";
    if (number.size() > 6) return std::string(number);
    return std::to_string(std::stoi(std::string(number)) + 2);
  }

  std::string_view text_;
  bool template_arguments_;
  std::size_t at_ = 0;
  std::string name_;
  bool after_parameters_ = false;
};

// Words that the demangler writes before a name.
constexpr std::string_view kBefore[] = {
    "vtable for ",
    "VTT for ",
    "typeinfo for ",
    "typeinfo name for ",
    "guard variable for ",
    "TLS init function for ",
    "TLS wrapper function for ",
    "transaction clone for ",
    "non-transaction clone for ",
    "hidden alias for ",
    "template parameter object for ",
};
// Here the parameters stay, as in pprof.
constexpr std::string_view kBeforeWhole[] = {"non-virtual thunk to ", "virtual thunk to ",
                                             "covariant return thunk to ",
                                             "construction vtable for "};

}  // namespace

std::string WithoutTemplateArguments(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t symbol = OperatorLength(text, i);
    if (symbol > 0) {
      result += text.substr(i, symbol);
      i += symbol - 1;
      continue;
    }
    const std::size_t close = text[i] == '<' ? MatchingBracket(text, i) : kNowhere;
    if (close == kNowhere) {
      result += text[i];
    } else {
      i = close;
    }
  }
  return result;
}

std::string CppNameOfSignature(std::string_view signature, bool template_arguments) {
  if (StartsWith(signature, "reference temporary #")) {
    const std::size_t name = std::min(signature.find(" for "), signature.size() - 5) + 5;
    return std::string(signature.substr(0, name)) +
           CppNameOfSignature(signature.substr(name), template_arguments);
  }
  for (const std::string_view words : kBeforeWhole) {
    if (StartsWith(signature, words)) {
      return template_arguments ? std::string(signature) : WithoutTemplateArguments(signature);
    }
  }
  for (const std::string_view words : kBefore) {
    if (StartsWith(signature, words)) {
      return std::string(words) +
             CppNameOfSignature(signature.substr(words.size()), template_arguments);
    }
  }
  return SignatureReader(signature, template_arguments).Read();
}

}  // namespace burnglass
