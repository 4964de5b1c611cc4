// What the views of lines, labels and facts need of the engine: asked for while they are seen.
#include "session/session.h"

namespace burnglass {
namespace {

constexpr std::size_t kKeepMatrices = 8, kKeepLines = 32;

template <typename T>
bool Keep(std::vector<std::unique_ptr<T>>& all, Result<T> one, std::size_t limit) {
  if (!one) return false;
  if (all.size() >= limit) all.erase(all.begin());
  all.push_back(std::make_unique<T>(one.Take()));
  return true;
}

}  // namespace

void Session::AddSource(std::string path, std::string text) {
  sources_.Add(std::move(path), std::move(text));
}

void Session::AskFacts(OpenProfile& profile) {
  if (look_.view != View::kFacts || profile.id != active_ || profile.sheet) return;
  pb::Header header;
  header.mutable_facts_question();
  Ask(profile, {.slot = Slot::kFacts}, std::move(header));
}

void Session::AskView(OpenProfile& profile, const Answers& have) {
  pb::Header header;
  if (look_.view == View::kLines) {
    const std::optional<NameId> name = LinesName();
    if (!name || have.FindLines(*name)) return;
    header.mutable_lines_question()->set_query(have.query);
    header.mutable_lines_question()->set_name(*name);
    Ask(profile, {.slot = Slot::kLines, .query = have.query, .name = *name}, std::move(header));
  } else if (look_.view == View::kLabels && !have.labels) {
    header.mutable_labels_question()->set_query(have.query);
    Ask(profile, {.slot = Slot::kLabels, .query = have.query}, std::move(header));
  } else if (look_.view == View::kLabels && profile.labels.matrix) {
    const std::optional<LabelKey> key = ShownLabelKey();
    const bool cum = profile.labels.cum;
    if (!key || have.FindMatrix(key->text, cum)) return;
    const std::string text(key->text);
    header.mutable_matrix_question()->set_query(have.query);
    header.mutable_matrix_question()->set_key(text);
    header.mutable_matrix_question()->set_cum(cum);
    Ask(profile,
        {.slot = Slot::kMatrix, .query = have.query, .pattern = (cum ? "cum " : "flat ") + text},
        std::move(header));
  }
}

bool Session::KeepViewAnswer(OpenProfile& profile, Answers& answers, HeldMessage message) {
  const std::size_t names = profile.names.size();
  switch (message.header().body_case()) {
    case pb::Header::kLinesAnswer:
      return Keep(answers.lines, Lines::Read(std::move(message), names), kKeepLines);
    case pb::Header::kMatrixAnswer:
      return Keep(answers.matrices, LabelMatrix::Read(std::move(message), names), kKeepMatrices);
    case pb::Header::kLabelsAnswer: {
      Result<Labels> labels = Labels::Read(std::move(message));
      if (labels) answers.labels = std::make_unique<Labels>(labels.Take());
      return labels.ok();
    }
    default:
      return false;
  }
}

const Labels* Session::ShownLabels() const {
  const OpenProfile* profile = active();
  return profile && profile->shown ? profile->shown->labels.get() : nullptr;
}

std::optional<LabelKey> Session::ShownLabelKey() const {
  const Labels* labels = ShownLabels();
  if (!labels || labels->size() == 0) return std::nullopt;
  const std::optional<LabelKey> chosen = labels->Find(active()->labels.key);
  return chosen ? chosen : (*labels)[0];
}

const LabelMatrix* Session::ShownMatrix() const {
  const std::optional<LabelKey> key = ShownLabelKey();
  if (!key) return nullptr;
  return active()->shown->FindMatrix(key->text, active()->labels.cum);
}

std::optional<NameId> Session::LinesName() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown) return std::nullopt;
  const std::optional<NameId> selected = profile->view.selected_name;
  if (selected && *selected != 0) return selected;
  const Top* top = profile->shown->totals.get();
  if (!top || top->size() == 0) return std::nullopt;
  for (std::size_t i = 0; i < top->size(); ++i) {
    const TopRow row = (*top)[i];
    if (row.flat != 0 && profile->names.Class(row.name) == 0) return row.name;
  }
  return (*top)[0].name;
}

const Lines* Session::ShownLines() const {
  const std::optional<NameId> name = LinesName();
  return name ? active()->shown->FindLines(*name) : nullptr;
}

}  // namespace burnglass
