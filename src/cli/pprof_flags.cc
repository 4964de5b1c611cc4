#include "cli/pprof_flags.h"

#include <algorithm>
#include <array>
#include <list>

#include "cli/go_flags.h"

namespace burnglass {
namespace {

// Flags of one query member that are its values: -lines is granularity=lines.
struct Choice {
  std::string_view flag, member, value;
};
constexpr Choice kChoices[] = {
    {"functions", "granularity", "functions"},
    {"filefunctions", "granularity", "filefunctions"},
    {"files", "granularity", "files"},
    {"lines", "granularity", "lines"},
    {"addresses", "granularity", "addresses"},
    {"flat", "sort", "flat"},
    {"cum", "sort", "cum"},
};

// Older names for sample types, and for the mean of one.
struct OldType {
  std::string_view flag, type;
  bool mean = false;
};
constexpr OldType kOldTypes[] = {
    {"inuse_space", "inuse_space"}, {"inuse_objects", "inuse_objects"},
    {"alloc_space", "alloc_space"}, {"alloc_objects", "alloc_objects"},
    {"total_delay", "delay"},       {"contentions", "contentions"},
    {"mean_delay", "delay", true},
};

const QueryField& Field(std::string_view name) {
  const auto fields = QueryFields();
  return *std::find_if(fields.begin(), fields.end(),
                       [&](const QueryField& field) { return field.name == name; });
}

bool IsChosenByFlags(const QueryField& field) {
  return std::any_of(std::begin(kChoices), std::end(kChoices),
                     [&](const Choice& choice) { return choice.member == field.name; });
}

class Parser {
 public:
  explicit Parser(std::span<const std::string> arguments) : arguments_(arguments) {}

  std::vector<std::string> Names() {
    FillTable();
    std::vector<std::string> names;
    for (const GoFlag& flag : table_) names.emplace_back(flag.name);
    return names;
  }

  Result<PprofFlags> Parse() {
    FillTable();
    Result<std::vector<std::string>> rest = ParseGoFlags(arguments_, table_);
    if (!rest) return rest.error();
    flags_.sources = rest.Take();
    flags_.help = help_ || help_short_;
    if (flags_.help) return std::move(flags_);
    Status status = TakeReport();
    if (status) status = TakeChoices();
    if (status) status = TakeOldTypes();
    if (status) status = CheckBases();
    if (!status) return status.error();
    TakeSymbolize();
    return std::move(flags_);
  }

 private:
  // Whether a flag was given, and its text if it takes one. Addresses must stay.
  struct Given {
    std::string_view name;
    bool yes = false;
    std::string text;
  };

  void FillTable() {
    table_ = {{"help", &help_},
              {"h", &help_short_},
              {"base", &flags_.base},
              {"diff_base", &flags_.diff_base},
              {"symbolize", &symbolize_},
              {"output", &flags_.output},
              {"seconds", &flags_.seconds},
              {"timeout", &flags_.timeout},
              {"all_frames", &flags_.all_frames},
              {"add_comment", &flags_.comment},
              {"source_path", &flags_.request.source_path},
              {"trim_path", &flags_.request.trim_path}};
    for (const QueryField& field : QueryFields()) {
      if (IsChosenByFlags(field)) continue;
      std::visit(
          [&](auto member) {
            table_.push_back({field.name, &(flags_.request.query.*member)});
          },
          field.value);
    }
    for (const ReportKind& kind : ReportKinds()) {
      Given& given = reports_.emplace_back(Given{kind.name, false, {}});
      if (kind.takes_pattern) {
        table_.push_back({kind.name, &given.text});
      } else {
        table_.push_back({kind.name, &given.yes});
      }
    }
    for (const Choice& choice : kChoices) AddSwitch(choices_, choice.flag);
    for (const OldType& type : kOldTypes) AddSwitch(old_types_, type.flag);
  }

  void AddSwitch(std::list<Given>& list, std::string_view name) {
    table_.push_back({name, &list.emplace_back(Given{name, false, {}}).yes});
  }

  Status TakeReport() {
    for (const Given& given : reports_) {
      if (!given.yes && given.text.empty()) continue;
      std::string& chosen = flags_.request.name;
      if (!chosen.empty()) {
        return Error{"-" + chosen + " and -" + std::string(given.name) +
                     " are both reports; choose one"};
      }
      chosen = std::string(given.name);
      flags_.request.pattern = given.text;
    }
    if (flags_.request.name.empty()) {
      return Error{"no report is named, such as -top, and there is no interactive shell"};
    }
    return Done{};
  }

  Status TakeChoices() {
    auto given = choices_.begin();
    const Choice* earlier = nullptr;
    for (const Choice& choice : kChoices) {
      if (!(given++)->yes) continue;
      if (earlier != nullptr && earlier->member == choice.member) {
        return Error{"-" + std::string(earlier->flag) + " and -" + std::string(choice.flag) +
                     " exclude each other; choose one"};
      }
      earlier = &choice;
      Status set = SetMember(flags_.request.query, Field(choice.member), choice.value);
      if (!set) return set;
    }
    return Done{};
  }

  Status TakeOldTypes() {
    auto given = old_types_.begin();
    for (const OldType& type : kOldTypes) {
      if (!(given++)->yes) continue;
      if (!flags_.request.query.sample_index.empty()) {
        return Error{"-" + std::string(type.flag) +
                     " chooses a sample type, and another flag does"};
      }
      flags_.request.query.sample_index = std::string(type.type);
      flags_.request.query.mean |= type.mean;
    }
    return Done{};
  }

  Status CheckBases() const {
    if (!flags_.base.empty() && !flags_.diff_base.empty()) {
      return Error{"-base and -diff_base exclude each other; choose one"};
    }
    if (flags_.request.query.normalize && flags_.base.empty() && flags_.diff_base.empty()) {
      return Error{"-normalize needs a -base or a -diff_base"};
    }
    return Done{};
  }

  // Names joined by colons. Symbols of programs are never looked up; where to look is no matter.
  void TakeSymbolize() {
    constexpr std::array<std::string_view, 5> kWhere = {"", "local", "fastlocal", "remote",
                                                        "demangle=default"};
    std::string_view rest = symbolize_;
    while (true) {
      const std::string_view word = rest.substr(0, rest.find(':'));
      if (word == "none" || word == "no") flags_.demangle.style = Demangling::kNone;
      if (word == "none" || word == "no") return;
      if (!TakeDemangling(word) && std::find(kWhere.begin(), kWhere.end(), word) == kWhere.end()) {
        flags_.complaints.push_back("-symbolize does not know \"" + std::string(word) + "\"");
      }
      if (word.size() == rest.size()) return;
      rest.remove_prefix(word.size() + 1);
    }
  }

  bool TakeDemangling(std::string_view word) {
    constexpr std::pair<std::string_view, Demangling> kStyles[] = {
        {"demangle=full", Demangling::kFull},
        {"demangle=templates", Demangling::kTemplates},
        {"demangle=none", Demangling::kNone}};
    for (const auto& [name, style] : kStyles) {
      if (word != name) continue;
      flags_.demangle = {.style = style, .force = true};
      return true;
    }
    if (word == "force") flags_.demangle.force = true;
    return word == "force";
  }

  const std::span<const std::string> arguments_;
  PprofFlags flags_;
  std::vector<GoFlag> table_;
  std::list<Given> reports_, choices_, old_types_;
  bool help_ = false, help_short_ = false;
  std::string symbolize_;
};

}  // namespace

Result<PprofFlags> ParsePprofFlags(std::span<const std::string> arguments) {
  return Parser(arguments).Parse();
}

std::vector<std::string> PprofFlagNames() { return Parser({}).Names(); }

std::string PprofUsage() {
  std::string text =
      R"(burnglass pprof REPORT [FLAG]... [PROGRAM] SOURCE...

Prints what `go tool pprof` prints. A source is a file, - for standard input, or a URL; several are
merged.

Reports:
)";
  for (const ReportKind& kind : ReportKinds()) {
    std::string flag = "  -" + std::string(kind.name) + (kind.takes_pattern ? "=RE" : "");
    flag.resize(std::max<std::size_t>(flag.size() + 1, 23), ' ');
    text += flag + std::string(kind.help) + "\n";
  }
  return text + R"(
Which values:
  -sample_index=TYPE   a sample type, or its index
  -mean                the mean: values divided by the first of their sample
  -unit=UNIT           in which values are written; minimum (the default), auto
  -divide_by=N         divide all values

Which functions:
  -functions -filefunctions -files -lines -addresses
                       what is one row
  -noinlines           count inlined functions as those they were inlined into
  -showcolumns         with lines: columns, too
  -flat -cum           sort by the function's own cost (the default), or with all it called
  -nodecount=N         at most N functions
  -nodefraction=F -edgefraction=F
                       leave out functions and calls below this part of all
  -trim=false          leave out nothing
  -call_tree           in graphs: a function once for each way to it
  -drop_negative       leave out functions with negative cost

Filters; RE is a regular expression on functions, files and binaries:
  -focus=RE -ignore=RE stacks that have, or have not, a match
  -hide=RE -show=RE    frames that do not match, or do
  -show_from=RE        frames below the first match from the root
  -prune_from=RE       frames above the first match from the leaf
  -tagfocus=[KEY=]RE -tagignore=[KEY=]RE
                       samples by label; instead of RE a range of numbers such as 1kb:4mb
  -tagshow=RE -taghide=RE
                       labels by key
  -tagroot=KEY,... -tagleaf=KEY,...
                       make frames of labels
  -relative_percentages
                       percentages of what the filters left

Comparing:
  -base=SOURCE         subtract another profile
  -diff_base=SOURCE    the same, with percentages of the other one
  -normalize           scale to the base's total first

Other:
  -output=FILE         write there
  -seconds=N -timeout=N
                       how long a server is to measure, and how long to wait for it
  -source_path=PATHS -trim_path=PATHS
                       where sources are, and what to cut from the files' names
  -symbolize=none      leave the names of functions as they are; also demangle=full|templates|none
  -all_frames          also the frames that the profile wants dropped
  -add_comment=TEXT    add a comment to the profile
  -compact_labels      leave out the facts of the profile
)";
}

}  // namespace burnglass
