// The table of a Query's members, and each as text.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "base/read_text.h"
#include "query/query.h"

namespace burnglass {
namespace {

constexpr QueryField kFields[] = {
    {"sample_index", "si", &Query::sample_index},
    {"mean", "mean", &Query::mean},
    {"normalize", "norm", &Query::normalize},
    {"granularity", "g", &Query::granularity, " functions filefunctions files lines addresses"},
    {"noinlines", "noinlines", &Query::noinlines},
    {"showcolumns", "showcolumns", &Query::showcolumns},
    {"focus", "f", &Query::focus},
    {"ignore", "i", &Query::ignore},
    {"hide", "h", &Query::hide},
    {"show", "s", &Query::show},
    {"show_from", "sf", &Query::show_from},
    {"prune_from", "prunefrom", &Query::prune_from},
    {"collapse", "collapse", &Query::collapse},
    {"tagfocus", "tf", &Query::tagfocus},
    {"tagignore", "ti", &Query::tagignore},
    {"tagshow", "ts", &Query::tagshow},
    {"taghide", "th", &Query::taghide},
    {"tagroot", "tagroot", &Query::tagroot},
    {"tagleaf", "tagleaf", &Query::tagleaf},
    {"relative_percentages", "rel", &Query::relative_percentages},
    {"drop_negative", "dropneg", &Query::drop_negative},
    {"call_tree", "calltree", &Query::call_tree},
    {"sort", "sort", &Query::sort, "flat cum"},
    {"unit", "unit", &Query::unit},
    {"divide_by", "divide_by", &Query::divide_by},
    {"trim", "trim", &Query::trim},
    {"nodecount", "n", &Query::nodecount},
    {"nodefraction", "nf", &Query::nodefraction},
    {"edgefraction", "ef", &Query::edgefraction},
    {"compact_labels", "compact", &Query::compact_labels},
};

// The shortest text that reads as the same number.
std::string DoubleText(double number) {
  std::array<char, 40> text = {};
  for (int digits = 1; digits <= 17; ++digits) {
    std::snprintf(text.data(), text.size(), "%.*g", digits, number);
    if (std::strtod(text.data(), nullptr) == number) break;
  }
  return text.data();
}

// Whether the text is one of those that are joined by spaces; an empty one counts, too.
bool IsChoice(std::string_view choices, std::string_view text) {
  while (true) {
    const std::size_t space = choices.find(' ');
    if (choices.substr(0, space) == text) return true;
    if (space == choices.npos) return false;
    choices.remove_prefix(space + 1);
  }
}

struct Setter {
  Query& query;
  std::string_view text;
  std::string_view choices;

  Status operator()(std::string Query::*member) const {
    if (!choices.empty() && !IsChoice(choices, text)) {
      return Error{"takes one of: " + std::string(choices.substr(choices[0] == ' ' ? 1 : 0))};
    }
    query.*member = std::string(text);
    return Done{};
  }
  Status operator()(bool Query::*member) const {
    return Set(member, ReadBool(text), "takes true or false");
  }
  Status operator()(std::int64_t Query::*member) const {
    return Set(member, ReadInt(text), "takes a whole number");
  }
  Status operator()(double Query::*member) const {
    return Set(member, ReadDouble(text), "takes a number");
  }

  template <typename T>
  Status Set(T Query::*member, std::optional<T> value, const char* otherwise) const {
    if (!value) return Error{otherwise};
    query.*member = *value;
    return Done{};
  }
};

struct Printer {
  const Query& query;
  std::string operator()(std::string Query::*member) const { return query.*member; }
  std::string operator()(bool Query::*member) const { return query.*member ? "true" : "false"; }
  std::string operator()(std::int64_t Query::*member) const {
    return std::to_string(query.*member);
  }
  std::string operator()(double Query::*member) const { return DoubleText(query.*member); }
};

}  // namespace

std::span<const QueryField> QueryFields() { return kFields; }

std::string MemberText(const Query& query, const QueryField& field) {
  return std::visit(Printer{query}, field.value);
}

Status SetMember(Query& query, const QueryField& field, std::string_view text) {
  return std::visit(Setter{query, text, field.choices}, field.value);
}

}  // namespace burnglass
