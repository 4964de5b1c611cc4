#include "engine/engine.h"

#include <algorithm>

#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/opened_message.h"
#include "report/changes_report.h"
#include "report/json_answers.h"

namespace burnglass {
namespace {

// The query that a question is about; null when it is no question.
const std::string* QueryOf(const pb::Header& header) {
  switch (header.body_case()) {
    case pb::Header::kFlameQuestion:
      return &header.flame_question().query();
    case pb::Header::kTopQuestion:
      return &header.top_question().query();
    case pb::Header::kSearchQuestion:
      return &header.search_question().query();
    case pb::Header::kStepQuestion:
      return &header.step_question().query();
    case pb::Header::kPeekQuestion:
      return &header.peek_question().query();
    case pb::Header::kGroupsQuestion:
      return &header.groups_question().query();
    case pb::Header::kLabelsQuestion:
      return &header.labels_question().query();
    case pb::Header::kLabelColoursQuestion:
      return &header.label_colours_question().query();
    case pb::Header::kMatrixQuestion:
      return &header.matrix_question().query();
    case pb::Header::kLinesQuestion:
      return &header.lines_question().query();
    case pb::Header::kGraphQuestion:
      return &header.graph_question().query();
    case pb::Header::kExportQuestion:
      return &header.export_question().query();
    case pb::Header::kChangesQuestion:
      return &header.changes_question().query();
    case pb::Header::kSeriesQuestion:
      return &header.series_question().query();
    case pb::Header::kSlopesQuestion:
      return &header.slopes_question().query();
    default:
      return nullptr;
  }
}

Bytes AnswerWith(const pb::Header& question, const Answered& answered, OpenProfile& open) {
  switch (question.body_case()) {
    case pb::Header::kFlameQuestion:
      return AnswerFlame(question, answered);
    case pb::Header::kTopQuestion:
      return AnswerTop(question, answered, open);
    case pb::Header::kSearchQuestion:
      return AnswerSearch(question, answered, open);
    case pb::Header::kStepQuestion:
      return AnswerStep(question, answered, open);
    case pb::Header::kGroupsQuestion:
      return AnswerGroups(question, answered, open);
    case pb::Header::kLabelsQuestion:
      return AnswerLabels(question, answered, open);
    case pb::Header::kMatrixQuestion:
      return AnswerMatrix(question, answered, open);
    case pb::Header::kLinesQuestion:
      return AnswerLines(question, answered, open);
    case pb::Header::kGraphQuestion:
      return AnswerGraph(question, answered, open);
    case pb::Header::kExportQuestion:
      return AnswerExport(question, answered, open);
    case pb::Header::kChangesQuestion:
      return AnswerChanges(question, answered, open);
    default:
      return AnswerPeek(question, answered, open);
  }
}

}  // namespace

ProfilePtr Engine::Entry::profile() const {
  if (part) return part->profile;
  return open ? open->profile() : nullptr;
}

void Engine::Close(std::uint32_t profile) {
  if (entries_.find(profile) == entries_.end()) return;
  colouring_.reset();
  slopes_.reset();
  entries_.erase(profile);
  standing_.reset();
  std::erase_if(questions_, [&](const pb::Header& q) { return q.profile() == profile; });
  pb::Header header;
  header.set_profile(profile);
  header.mutable_closed();
  Send(MessageWriter(std::move(header)).Finish());
}

LoadState Engine::StateOf(std::uint32_t profile) const {
  const auto it = entries_.find(profile);
  if (it == entries_.end()) return LoadState::kUnknown;
  if (it->second.load) return LoadState::kLoading;
  return it->second.profile() ? LoadState::kOpen : LoadState::kFailed;
}

const std::string& Engine::ErrorOf(std::uint32_t profile) const {
  static const std::string none;
  const auto it = entries_.find(profile);
  return it == entries_.end() ? none : it->second.error;
}

void Engine::Post(std::span<const std::byte> message) {
  Result<Message> read = Message::Read(message);
  if (!read) return;
  const pb::Header& question = read->header();
  if (question.slot() != 0) {
    std::erase_if(questions_,
                  [&](const pb::Header& older) { return older.slot() == question.slot(); });
  }
  questions_.push_back(question);
}

bool Engine::Step(double milliseconds) {
  const Budget budget(milliseconds);
  do {
    if (!WorkOnQuestion(budget) && !WorkOnLoad()) return false;
  } while (!budget.Spent());
  return !questions_.empty() || FindEndedLoad() != entries_.end();
}

void Engine::Make(const pb::Header& question) {
  const pb::MakeQuestion& asked = question.make_question();
  Parts parts{asked, {}, {}};
  bool open = asked.source_size() > 0;
  const auto collect = [&](const auto& numbers, std::vector<ProfilePtr>& profiles) {
    for (const std::uint32_t number : numbers) {
      const auto it = entries_.find(number);
      open &= it != entries_.end() && it->second.profile() && number != question.profile();
      if (open) profiles.push_back(it->second.profile());
    }
  };
  collect(asked.source(), parts.sources);
  collect(asked.base(), parts.bases);
  colouring_.reset();
  Entry& entry = entries_[question.profile()];
  entry = Entry();
  entry.load = std::make_unique<Load>(RepairUtf8(asked.name()), std::move(parts));
  if (!open) {
    return Fail(question.profile(), asked.name() + ": a profile that it is made of is not open.");
  }
  TellProgress(question.profile(), *entry.load);
}

bool Engine::WorkOnQuestion(const Budget& budget) {
  if (questions_.empty()) return false;
  const pb::Header& question = questions_.front();
  if (question.has_make_question()) {
    Make(question);
    questions_.pop_front();
    return true;
  }
  std::optional<Bytes> answer = Answer(question, budget);
  if (!answer) return true;
  TellNames(question.profile());
  questions_.pop_front();
  if (questions_.empty()) questions_.shrink_to_fit();
  Send(*std::move(answer));
  return true;
}

void Engine::TellNames(std::uint32_t profile) {
  const auto it = entries_.find(profile);
  if (it == entries_.end() || !it->second.open) return;
  Entry& entry = it->second;
  OpenProfile* open = entry.open.get();
  std::size_t& told = entry.names_told;
  if (open->names().size() == told) return;
  Send(MoreNamesMessage(profile, *open, static_cast<NameId>(told)));
  told = open->names().size();
}

std::optional<Bytes> Engine::Answer(const pb::Header& question, const Budget& budget) {
  const bool facts = question.has_facts_question();
  const bool privacy = question.has_privacy_question();
  if (AsksSeveral(question)) return AnswerSeveral(question);
  if (!facts && !privacy && QueryOf(question) == nullptr) {
    return Refuse(question, "This is no question.");
  }
  const auto it = entries_.find(question.profile());
  if (it == entries_.end() || !it->second.open) return Refuse(question, "No such profile is open.");
  OpenProfile& open = *it->second.open;
  if (facts) return AnswerFacts(question, open);
  if (privacy) return AnswerPrivacy(question, open);
  if (question.has_series_question()) {
    Result<Bytes> series = AnswerSeries(question, open, MembersOf(open));
    return series ? series.Take() : Refuse(question, series.error().message);
  }
  const bool sketch = question.flame_question().sketch();
  const Result<const Answered*> answered = open.Answer(*QueryOf(question), budget, sketch);
  if (!answered) return Refuse(question, answered.error().message);
  if (*answered == nullptr) {
    if (sketch) TellSketch(question, open);
    return std::nullopt;
  }
  if (question.has_slopes_question()) return AnswerSlopes(question, **answered, open);
  if (question.has_label_colours_question()) {
    return AnswerColours(question, **answered, open, budget);
  }
  return AnswerWith(question, **answered, open);
}

// Once for each question.
void Engine::TellSketch(const pb::Header& question, const OpenProfile& open) {
  const CallTree* sketch = open.Sketch(question.flame_question().query());
  if (!sketch || sketched_ == question.question()) return;
  sketched_ = question.question();
  TellNames(question.profile());
  Send(AnswerSketch(question, *sketch));
}

std::optional<Bytes> Engine::AnswerColours(const pb::Header& question, const Answered& answered,
                                           OpenProfile& open, const Budget& budget) {
  const std::string& key = question.label_colours_question().key();
  const AnsweredPtr kept = open.Find(answered.text());
  if (!colouring_ || !colouring_->IsFor(question.profile(), key, kept)) {
    Result<Selection> selection = open.StacksOf(answered);
    if (!selection) return Refuse(question, selection.error().message);
    colouring_ =
        std::make_unique<LabelColouring>(question.profile(), key, kept, selection.Take(), open);
  }
  if (!colouring_->Work(budget)) return std::nullopt;
  Bytes answer = colouring_->Answer(question);
  colouring_.reset();
  return answer;
}

std::map<std::uint32_t, Engine::Entry>::iterator Engine::FindEndedLoad() {
  return std::find_if(entries_.begin(), entries_.end(),
                      [](const auto& one) { return one.second.load && one.second.load->ended(); });
}

bool Engine::WorkOnLoad() {
  const auto it = FindEndedLoad();
  if (it == entries_.end()) return false;
  auto& [profile, entry] = *it;
  const Result<bool> ready = entry.load->Work();
  if (!ready) {
    Fail(profile, ready.error().message);
  } else if (*ready && entry.is_part) {
    entry.part = DecodedPart{entry.load->file_name(), entry.load->TakeDecoded()};
    entry.load.reset();
    Send(PartMessage(profile, *entry.part));
  } else if (*ready) {
    entry.open = entry.load->Take();
    standing_.reset();
    slopes_.reset();
    entry.load.reset();
    entry.names_told = entry.open->names().size();
    ahead_ = profile;
    Send(OpenedMessage(profile, *entry.open));
  } else if (!entry.is_part && quiet_->Spent()) {
    TellProgress(profile, *entry.load);
  }
  return true;
}

bool Engine::WorkAhead(double milliseconds) {
  OpenProfile* open = FindOpen(ahead_);
  if (open) {
    const Result<const Answered*> answered = open->Answer("", Budget(milliseconds), true);
    if (answered && *answered == nullptr) return true;
  }
  ahead_ = 0;
  return false;
}

std::optional<Bytes> Engine::Take() {
  if (outgoing_.empty()) return std::nullopt;
  Bytes message = std::move(outgoing_.front());
  outgoing_.pop_front();
  if (outgoing_.empty()) outgoing_.shrink_to_fit();  // an empty queue may keep blocks
  return message;
}

std::string Engine::Json(std::uint32_t profile, std::string_view kind, const std::string& query,
                         std::string_view options) {
  const auto it = entries_.find(profile);
  if (it != entries_.end() && !it->second.error.empty()) return ErrorJson({it->second.error});
  if (it == entries_.end() || !it->second.open) return ErrorJson({"No such profile is open."});
  const Result<std::string> json = JsonOf(*it->second.open, kind, query, options);
  return json ? *json : ErrorJson(json.error());
}

Result<std::string> Engine::JsonOf(OpenProfile& open, std::string_view kind,
                                   const std::string& query, std::string_view options) {
  if (kind == "info") return InfoJson(open.profile(), open.file_name());
  if (kind == "top") {
    const Result<ShapedQuery> split = SplitShape(query);
    if (!split) return split.error();
    const Result<Query> parsed = ParseQuery(split->query);
    if (!parsed) return parsed.error();
    const Result<Selection> selection = SelectStacks(open.profile(), *parsed);
    if (!selection) return selection.error();
    const Result<TopJsonOptions> read = ParseTopOptions(options);
    if (!read) return read.error();
    return TopJson(*selection, *parsed, open.names(), *read);
  }
  if (kind == "flame") {
    const Result<FlameJsonOptions> read = ParseFlameOptions(options);
    if (!read) return read.error();
    const Result<const Answered*> answered = open.Answer(query, Budget::Unlimited());
    if (!answered) return answered.error();
    return FlameJson((*answered)->tree, open.names(), (*answered)->selection.unit(), *read);
  }
  if (kind == "diff") {
    const Result<Changes> changes = ChangesOf(open, query);
    if (!changes) return changes.error();
    return ChangesJson(*changes);
  }
  return Error{"There is no answer \"" + std::string(kind) +
               "\"; there are info, top, flame and diff."};
}

}  // namespace burnglass
