// The answer to an ExportQuestion: what the query leaves, written as a file.
#include "analysis/pattern.h"
#include "base/path.h"
#include "base/units.h"
#include "engine/answers.h"
#include "engine/shown_frames.h"
#include "formats/encode.h"
#include "formats/folded.h"
#include "formats/speedscope.h"
#include "profile/demangle.h"
#include "profile/redact.h"
#include "report/filter_stacks.h"
#include "report/flame_svg.h"
#include "report/pprof_parts.h"
#include "report/top_export.h"

namespace burnglass {
namespace {

struct Asked {
  const Answered& answered;
  const OpenProfile& open;
  const pb::ExportQuestion& question;
  Query query;
};

Result<std::string> Svg(const Asked& asked) {
  const Selection& selection = asked.answered.selection;
  FlameSvgOptions options;
  options.title = asked.open.file_name() + ": " + selection.type() + ", " +
                  ScaledLabel(selection.total, selection.unit(), "auto");
  return FlameSvg(asked.answered.tree, asked.open.names(), selection.unit(),
                  asked.open.own_module(), options);
}

Result<std::string> Folded(const Asked& asked) {
  if (asked.answered.frames) {
    const Result<ProfilePtr> shown = ProfileOfShownFrames(asked.answered, asked.open);
    return shown ? EncodeFolded(**shown, 0) : shown.error();
  }
  const Result<Selection> left = FilterStacks(asked.open.profile(), asked.query);
  if (!left) return left.error();
  return EncodeFolded(*left->profile, left->sample_type);
}

Result<std::string> Speedscope(const Asked& asked) {
  if (asked.answered.frames) {
    const Result<ProfilePtr> shown = ProfileOfShownFrames(asked.answered, asked.open);
    return shown ? EncodeSpeedscope(**shown, 0, asked.open.file_name()) : shown.error();
  }
  const Result<Selection> left = FilterStacks(asked.open.profile(), asked.query);
  if (!left) return left.error();
  return EncodeSpeedscope(*left->profile, left->sample_type, asked.open.file_name());
}

Result<std::string> Proto(const Asked& asked) {
  const Result<Selection> left = FilterStacks(asked.open.profile(), asked.query);
  if (!left) return left.error();
  return EncodeProfileGzip(left->profile->data());
}

Query WithAllFunctions(Query query) {
  query.trim = false;
  return query;
}

// Each copy has tokens of its own: two of them cannot be put together.
Result<std::string> Redacted(const Asked& asked) {
  const Result<Selection> left = FilterStacks(asked.open.profile(), asked.query);
  if (!left) return left.error();
  const NameRules rules{.keep = {asked.question.keep().begin(), asked.question.keep().end()},
                        .key = RandomHashKey()};
  return EncodeProfileGzip(RedactProfile(*left->profile, rules).data);
}

Result<std::string> Csv(const Asked& asked) {
  const Result<Selection> selection = asked.open.StacksOf(asked.answered);
  if (!selection) return selection.error();
  const Query query = WithAllFunctions(asked.query);
  if (asked.question.pattern().empty()) return TopCsv(*selection, query, asked.open.names());
  const Result<Pattern> only = Pattern::Compile("search", asked.question.pattern());
  if (!only) return only.error();
  return TopCsv(*selection, query, asked.open.names(), &*only);
}

Result<std::string> Markdown(const Asked& asked) {
  const Result<Selection> selection = asked.open.StacksOf(asked.answered);
  if (!selection) return selection.error();
  return TopMarkdown(*selection, WithAllFunctions(asked.query), asked.open.names());
}

// A report of pprof's. The page shows mangled names demangled; pprof's profile has them so.
Result<std::string> PprofReport(const Asked& asked, const char* name,
                                std::string (*print)(const ReportInput&)) {
  ProfileData data = asked.open.profile()->data();
  DemangleNames(data);
  Result<ProfilePtr> profile = FinishProfile(std::move(data));
  if (!profile) return profile.error();
  const ReportRequest request{.name = name, .query = asked.query};
  const Query query = QueryOfReport(request);
  Result<Selection> selection = SelectStacks(profile.Take(), query);
  if (!selection) return selection.error();
  return print({request, query, selection.Take()});
}

Result<std::string> Dot(const Asked& asked) { return PprofReport(asked, "dot", PrintDot); }
Result<std::string> Callgrind(const Asked& asked) {
  return PprofReport(asked, "callgrind", PrintCallgrind);
}

struct Kind {
  std::string_view what;
  const char* ending;  // of the file's name
  Result<std::string> (*make)(const Asked&);
};

constexpr Kind kKinds[] = {
    {"svg", ".svg", Svg},
    {"folded", ".folded", Folded},
    {"speedscope", ".speedscope.json", Speedscope},
    {"csv", "-top.csv", Csv},
    {"markdown", "-top.md", Markdown},
    {"dot", ".dot", Dot},
    {"callgrind", ".callgrind", Callgrind},
    {"pprof", ".pb.gz", Proto},
    {"redacted", ".pb.gz", Redacted},
};

// The file without the endings of profiles.
std::string_view StemOf(std::string_view file) {
  file = BaseName(file);
  for (const std::string_view ending : {".gz", ".zst", ".pb", ".pprof", ".prof"}) {
    if (file.size() > ending.size() && file.ends_with(ending)) file.remove_suffix(ending.size());
  }
  return file;
}

std::string FileName(const Asked& asked, const Kind& kind) {
  // The file's own name may tell what the copy must not.
  if (kind.what == "redacted") return std::string("redacted") + kind.ending;
  std::string name(StemOf(asked.open.file_name()));
  // Nothing saved takes the place of the file that it was made of.
  if (kind.what == "pprof") name += HasFilter(asked.query) ? "-filtered" : "-saved";
  return name + kind.ending;
}

}  // namespace

Bytes AnswerExport(const pb::Header& question, const Answered& answered, const OpenProfile& open) {
  const std::string& what = question.export_question().what();
  const Kind* kind = nullptr;
  for (const Kind& one : kKinds) {
    if (one.what == what) kind = &one;
  }
  if (!kind) return Refuse(question, "There is no export \"" + what + "\".");
  Result<Query> query = ParseQuery(answered.query);
  if (!query) return Refuse(question, query.error().message);
  const Asked asked{answered, open, question.export_question(), query.Take()};
  const Result<std::string> text = kind->make(asked);
  if (!text) return Refuse(question, "The export failed: " + text.error().message + ".");
  pb::Header header = HeaderFor(question);
  pb::ExportAnswer& answer = *header.mutable_export_answer();
  answer.set_query(answered.query);
  answer.set_what(what);
  answer.set_file(FileName(asked, *kind));
  MessageWriter writer(std::move(header));
  writer.Add("bytes", std::span(reinterpret_cast<const std::uint8_t*>(text->data()), text->size()));
  return writer.Finish();
}

}  // namespace burnglass
