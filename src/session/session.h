// Session: what the person has open and is asking. Commands and messages go in; questions to the
// engine and effects on the world come out and are fetched by whoever owns both ends. It holds no
// profile and draws nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "query/tree_shape.h"
#include "session/card.h"
#include "session/command.h"
#include "session/effect.h"
#include "session/filter_edit.h"
#include "session/history.h"
#include "session/link.h"
#include "session/look.h"
#include "session/open_profile.h"
#include "session/part_set.h"
#include "session/pending.h"
#include "session/settings.h"
#include "session/sources.h"
#include "session/viewport.h"

namespace burnglass {

class Session {
 public:
  // A message of the engine. What is damaged or of a closed profile is dropped.
  void Receive(Bytes block);

  // What only the page knows of a load (src/README.md).
  void Reading(ProfileId id, std::string_view name, double done, double total);
  // So many files, numbered from `first` on, come together and are to be told of as one.
  void OpenSet(ProfileId first, std::uint32_t count, std::string_view name);
  void Failed(ProfileId id, std::string_view name, std::string_view sentence);
  void Reload(ProfileId id);

  // Source text that the person gave. What is too much is left out; Sources says how much that is.
  void AddSource(std::string path, std::string text);
  // The layout of a call graph that Effect kLayOut asked for by this number, as ReadLayout reads
  // it; or '!' and a sentence: why there is none.
  void LaidOut(std::uint32_t number, std::string_view text);

  void Apply(const Command& command);
  // Makes a profile of open ones, which comes to the front; one that is made so already does.
  // Returns its number; 0: the text is no plan (ParsePlan).
  ProfileId Make(std::string_view plan);
  void SetViewport(const Viewport& viewport) { viewport_ = viewport; }
  // The same for the call graph.
  void SetGraphPlace(const GraphPlace& place) { graph_place_ = place; }

  // Asks whatever the current state needs and does not have, and shows loads that last.
  void Tick(double now);
  // Milliseconds until Tick has something to do without any event; -1: never.
  double NextTick(double now) const;
  // A file came a moment ago, or was opened, and is not the one that is `drawn`: a picture now
  // would be gone before it is seen, and keep from coming what is on its way.
  bool Arriving(double now, ProfileId drawn) const;

  std::vector<Bytes> TakeQuestions();
  std::vector<Effect> TakeEffects();
  // A question is unanswered.
  bool Waiting() const;

  const std::vector<std::unique_ptr<OpenProfile>>& profiles() const { return profiles_; }
  // The profile whose tab is in front; null on the start page.
  const OpenProfile* active() const { return Find(active_); }
  // What its tab says: the program, or the file where another open profile says the same.
  std::string TitleOf(const OpenProfile& profile) const;
  // One side of a comparison: "before", "before + 2", "handler: /orders".
  std::string SideTitle(const MakePlan& plan, bool after) const;
  const Look& look() const { return look_; }
  // The filter that is being typed, or null.
  const FilterEdit* editing() const { return edit_ ? &*edit_ : nullptr; }
  const History& history() const { return history_; }
  // A sentence about what was just done, or "": it goes with the next command.
  const std::string& notice() const { return notice_; }

  // What is drawn of the active profile's answers. While something new is on its way these are the
  // last ones; null when there is none.
  const Search* ShownSearch() const;  // null when nothing is searched
  const Search* AskedSearch() const;  // the answer to exactly the pattern in the field
  const Top* ShownTop() const;
  const Peek* ShownPeek() const;
  const Groups* ShownGroups() const;  // null, too, where rows are functions
  const ChangeTable* ShownChanges() const;
  const Labels* ShownLabels() const;
  std::optional<LabelKey> ShownLabelKey() const;  // none when there is no label
  const LabelMatrix* ShownMatrix() const;
  // What colours say and rows of the table are here: not every file has every label.
  ColourBy ShownColourBy() const;
  RowsOf ShownRowsOf() const;
  // What the sides of a comparison by labels can be, as long as its file is open.
  std::vector<SideLabels> SideChoices(const OpenProfile& made) const;
  const Lines* ShownLines() const;
  // While a newer one is on its way the last that is grouped and joined alike.
  const GoroutineTable* ShownGoroutines() const;
  const GoroutineStack* ShownGoroutine() const;   // of the chosen row
  const std::string* ShownGoroutineText() const;  // of one of its goroutines
  const ContentionTable* ShownContention() const;
  const HeapTable* ShownHeap() const;
  // In time's order: what can be joined with the active profile, those before it, those joined.
  std::vector<ProfileId> JoinCandidates() const;
  std::vector<ProfileId> JoinsBefore() const;
  std::vector<ProfileId> JoinedWith() const;
  // Open profiles that make a series with the active one, itself among them, in the order of time;
  // empty where there are not enough.
  std::vector<ProfileId> SeriesCandidates() const;
  // Whose lines are shown: the selected function's, else the hottest own, else the hottest's.
  std::optional<NameId> LinesName() const;  // none before the table is known
  const Sources& sources() const { return sources_; }
  const Flame* ShownFlame(const Window& window) const;
  // The card that is open; without a function when there is none.
  const Card& card() const { return card_; }
  // Of the function that the callers view is about; null until it has come.
  const Peek* ShownPivot() const;
  const CallGraph* ShownGraph() const;
  const GraphLayout* ShownLayout() const;  // null while there is none yet
  GraphCamera ShownCamera() const;         // scale 0 while there is no layout

  // The selected box's functions from the root down, or the selected function alone.
  std::vector<NameId> SelectedPath() const;

  // Whether nothing of the graph lies outside of the window.
  bool Whole() const;

  // What is kept from one visit to the next (session/settings.h).
  void ApplySettings(std::string_view text) { ReadSettings(text, look_); }

  // The shapes of src/README.md.
  std::string QueryText() const;
  std::string Link() const;
  std::string StateText() const;
  // A query object (JSON) or what Link gives; false: not understood, nothing changed.
  bool ApplyText(std::string_view text);

 private:
  OpenProfile* Find(ProfileId id) const;
  OpenProfile& FindOrAdd(ProfileId id, std::string_view name);
  void Remove(ProfileId id);
  void Activate(ProfileId id);
  void LeaveOwnView(OpenProfile* profile);
  void EnterOwnView(OpenProfile* profile);
  void ActivateArrival(OpenProfile& profile);
  void CloseOutdated();
  void Say(EffectKind kind, ProfileId profile = 0, std::string text = {});
  void Notice(std::string sentence);
  LinkState StateOfLink() const;
  bool ApplyQueryObject(std::string_view json);
  bool ApplyLink(std::string_view text);
  void AskAsLinked(OpenProfile& profile, const LinkState& link);

  // session_messages.cc
  void TakeProgress(const pb::Header& header);
  void TakeOpened(HeldMessage message);
  void TakeMoreNames(HeldMessage message);
  void TakeFailed(const pb::Header& header);
  void TakeAnswer(HeldMessage message);
  void TakeRefusal(OpenProfile& profile, const Pending& asked);
  bool KeepAnswer(OpenProfile& profile, const Pending& asked, HeldMessage message);
  bool KeepFlame(OpenProfile& profile, Answers& answers, HeldMessage message, Slot slot);
  bool KeepTop(Answers& answers, const Pending& asked, HeldMessage message, std::size_t names);
  bool KeepSearch(Answers& answers, HeldMessage message, std::size_t names);
  bool KeepChanges(Answers& answers, HeldMessage message, std::size_t names);
  void TakeNews(OpenProfile& profile, HeldMessage message, Names names);
  bool KeepGraph(Answers& answers, HeldMessage message, std::size_t names);
  void TakeStep(OpenProfile& profile, const Pending& asked, const pb::StepAnswer& step);
  Answers& AnswersTo(OpenProfile& profile, const std::string& query);

  // session_views.cc
  void AskView(OpenProfile& profile, const Answers& have);
  void AskFacts(OpenProfile& profile);
  bool KeepViewAnswer(OpenProfile& profile, Answers& answers, HeldMessage message);

  // session_contention.cc
  std::vector<ProfileId> ContendedWith(const OpenProfile& profile) const;
  void AskContention(OpenProfile& profile);
  bool KeepContention(OpenProfile& profile, const Pending& asked, HeldMessage message);
  bool ApplyToContention(OpenProfile& profile, const Command& command);

  // session_heap.cc
  std::vector<ProfileId> EarlierHeap(const OpenProfile& profile) const;
  void AskHeap(OpenProfile& profile);
  bool KeepHeap(OpenProfile& profile, const Pending& asked, HeldMessage message);
  bool ApplyToHeap(OpenProfile& profile, const Command& command);
  void StepHeap(OpenProfile& profile, int step);
  void ChooseHeapRow(OpenProfile& profile, std::optional<std::uint32_t> row);

  // session_goroutines.cc
  std::vector<ProfileId> CandidatesFor(const OpenProfile& profile) const;
  std::vector<ProfileId> JoinsBefore(const OpenProfile& profile) const;
  std::vector<ProfileId> JoinedWith(const OpenProfile& profile) const;
  GoroutinesAsked WantedGoroutines(const OpenProfile& profile) const;
  void AskGoroutines(OpenProfile& profile);
  void AskGoroutine(OpenProfile& profile, const GoroutinesAsked& asked, std::int64_t id);
  bool KeepGoroutines(OpenProfile& profile, const Pending& asked, HeldMessage message);
  bool ApplyToGoroutines(OpenProfile& profile, const Command& command);
  bool ApplyToGroup(OpenProfile& profile, const Command& command);
  void ChooseGroup(OpenProfile& profile, std::optional<std::uint32_t> row);
  void StepGroup(OpenProfile& profile, int step);
  void ShowNewestDump(std::uint32_t drop);

  // session_questions.cc
  void AskAbout(OpenProfile& profile);
  bool AskFlame(OpenProfile& profile, const Answers& have, Slot slot);
  void AskTables(OpenProfile& profile, const Answers& have);
  void AskPeek(OpenProfile& profile, const Answers& have, NameId name, Slot slot);
  void AskDetail(OpenProfile& profile, const Answers& have, Slot slot);
  void AskStep(OpenProfile& profile, const std::string& pattern, NameId name, bool back);
  void Ask(OpenProfile& profile, Pending pending, pb::Header header);
  static std::uint32_t SlotOf(ProfileId profile, Slot slot);
  static bool SameQuestion(const Pending& a, const Pending& b);
  const Pending* FindPending(ProfileId profile, Slot slot) const;

  // session_commands.cc
  Command InWhole(Command command) const;
  void Carry(const Command& given);
  bool ApplyToWorld(const Command& command);
  bool ApplyToLook(const Command& command);
  bool ApplyToSelection(OpenProfile& profile, const Command& command);
  bool ApplyToZoom(OpenProfile& profile, const Command& command);
  void Escape();
  void StepProfile(int step);
  void Select(OpenProfile& profile, const Box& box);
  void SelectName(OpenProfile& profile, NameId name);
  void ClearSelection(ViewState& view);
  void SetQuery(OpenProfile& profile, Query query);
  void SetSampleType(OpenProfile& profile, std::uint32_t index);
  void SetPattern(std::string pattern);

  // session_compare.cc
  ProfileId Make(MakePlan plan);
  std::string NameOf(const MakePlan& plan) const;
  std::string FilesTitle(const std::vector<ProfileId>& side) const;
  void Remake(OpenProfile& profile, MakePlan plan);
  void MakeAllAnew();
  void AskMade();
  void ForgetAnswers(OpenProfile& profile);
  bool GoBackToPlan(OpenProfile& profile, const std::string& sentence);
  void AskChanges(OpenProfile& profile, const Answers& have);
  void AskSides(OpenProfile& profile);
  bool ApplyToComparisons(const Command& command);
  void OpenCompare();
  void CompareWith(OpenProfile& profile, ProfileId other);
  bool ApplyToSides(OpenProfile& profile, const Command& command);
  bool ApplyToDifference(OpenProfile& profile, const Command& command);
  void SetWidth(OpenProfile& profile, TreeWidth width);

  // session_labels.cc
  void AskColours(OpenProfile& profile, const Answers& have, Slot slot);
  bool KeepColours(Answers& answers, HeldMessage message);

  // session_label_sides.cc
  bool ApplyToLabelSides(OpenProfile& profile, const Command& command);
  void ChooseLabelSide(OpenProfile& profile, const SideLabels& side);
  void CompareLabels(OpenProfile& profile, SideLabels before, SideLabels after);

  // session_sets.cc
  PartSet* SetOf(ProfileId part);
  const SetPart* FindPart(ProfileId id) const;
  void TakePart(const pb::Header& header);
  bool FailPart(ProfileId id, std::string_view sentence);
  void ReloadPart(ProfileId id);
  void EndPart(PartSet& set);
  void FinishSet(const PartSet& set);
  void CloseUnusedParts();
  void AskGrowth(OpenProfile& profile);
  bool KeepGrowth(OpenProfile& profile, const pb::SeriesAnswer& answer);
  void OpenBrushes(OpenProfile& profile, bool compare);
  bool ApplyToGrowth(OpenProfile& profile, const Command& command);
  void ChooseGrowthRow(OpenProfile& profile, std::uint32_t row);
  void AskSlopes(OpenProfile& profile, const Answers* have, Slot slot);
  void OpenAsSeries();

  // session_pivot.cc
  bool ApplyToPivot(OpenProfile& profile, const Command& command);
  void PivotOn(OpenProfile& profile, NameId name);
  bool PivotBack(OpenProfile& profile);
  void AskPivot(OpenProfile& profile, const Answers& have);

  // session_shapes.cc
  bool ApplyToShapes(const Command& command);
  void SetShape(bool inverted, bool by_name, bool folded, bool packages);
  TreeShape ShapeOf(TreeForm form, NameId pivot = 0) const;
  std::string ShapedQueryText(const OpenProfile& profile) const;
  // session_overlay.cc
  bool ApplyToOverlay(const Command& command);
  bool MayOpen(Overlay overlay) const;
  bool ApplyToSettings(const Command& command);
  void ChooseLink(const Command& command);

  // session_copy.cc
  bool ApplyToClipboard(const Command& command);
  std::string SelectedRow() const;
  std::string SelectedStack() const;

  // session_history.cc
  Place CurrentPlace() const;
  void RecordStep(const Place& before, Verb verb);
  bool ApplyToHistory(const Command& command);
  void Travel(const Place* place);
  static void TakeSight(OpenProfile& profile);

  // session_edit.cc
  bool ApplyToEdit(OpenProfile& profile, const Command& command);
  void BeginEdit(OpenProfile& profile, const std::string& name);
  Query DraftQuery(const OpenProfile& profile) const;
  void SetEditText(OpenProfile& profile, const std::string& text);
  void RecallFilter(OpenProfile& profile, int step);
  void TakeDraft(OpenProfile& profile, const std::string& query);
  void RefuseDraft(const OpenProfile& profile, const Pending& asked);
  void EndEdit();
  void GiveUpEdit();
  void AskDraft(OpenProfile& profile);
  // session_graph.cc
  void AskGraph(OpenProfile& profile, Answers& have);
  bool ApplyToGraph(OpenProfile& profile, const Command& command);
  bool ApplyToCamera(OpenProfile& profile, const GraphLayout& layout, const Command& command);
  bool StepInGraph(OpenProfile& profile, const GraphLayout& layout, Verb verb);
  void ShowSelectedNode(OpenProfile& profile);
  std::optional<std::uint32_t> SelectedNode(const OpenProfile& profile) const;

  // session_export.cc
  bool ApplyToExports(OpenProfile& profile, const Command& command);
  void AskExport(OpenProfile& profile, const std::string& what);
  void KeepExport(const HeldMessage& message);
  void Save(std::string name, std::string bytes);

  // session_privacy.cc
  void ShowPrivacy();
  void AskPrivacy();
  bool ApplyToPrivacy(OpenProfile& profile, const Command& command);

  // session_filters.cc
  void HideOthers(OpenProfile& profile);
  bool ApplyToFilters(OpenProfile& profile, const Command& command);
  bool ApplyToLabels(OpenProfile& profile, const Command& command);

  // session_marks.cc
  bool ApplyToMarks(OpenProfile& profile, const Command& command);
  void Mark(OpenProfile& profile, NameId name);
  void MarkTo(OpenProfile& profile, NameId name);
  void MarkNext(OpenProfile& profile, int step);

  // session_groups.cc
  GroupsAsked WantedGroups() const;
  void AskGroups(OpenProfile& profile, const Answers& have);
  void ShowGroup(OpenProfile& profile, const Command& command);
  void ShowLabelGroup(OpenProfile& profile, std::uint32_t row);

  // session_card.cc
  void ShowCard();
  void RenewTiles();
  void AskCard();
  bool KeepCard(const Pending& asked, const HeldMessage& message, std::size_t names);

  // session_zoom.cc
  void ZoomTo(OpenProfile& profile, const Box& box);
  void ZoomBack(OpenProfile& profile);
  void ShowWhole(OpenProfile& profile);
  void MoveWindow(OpenProfile& profile, const Window& window);
  void Scroll(OpenProfile& profile, double by);
  void Reveal(OpenProfile& profile, const Box& box);
  Window CurrentWindow(const OpenProfile& profile) const;
  // How the graph that is seen is seen: in the callers view the one of the pivot.
  const ViewState& Seen(const OpenProfile& profile) const;
  ViewState& Seen(OpenProfile& profile);
  double Extent(const OpenProfile& profile) const;
  void SelectKin(OpenProfile& profile, Verb verb);
  double ClampedScroll(const OpenProfile& profile, double scroll) const;

  std::vector<std::unique_ptr<OpenProfile>> profiles_;  // in the order of their tabs
  ProfileId active_ = 0;
  std::vector<PartSet> sets_;
  std::uint32_t made_ = 0;            // profiles made of others so far
  std::optional<LinkState> awaited_;  // by a link, of the first profile to open
  std::uint32_t drop_ = 0;            // number of the last files that came together
  bool arrival_seen_ = false;  // one of the profiles that are loading together was put in front
  Sources sources_;
  std::vector<ProfileId> closed_;  // late messages of these are dropped
  Look look_;
  Card card_;
  std::optional<FilterEdit> edit_;  // of the active profile
  FilterMemory filter_memory_;
  History history_;
  std::string notice_;
  std::string valid_pattern_;  // the last one typed that was a regular expression
  Viewport viewport_;
  GraphPlace graph_place_;
  std::vector<Pending> pending_;
  std::vector<Pending> refused_;  // the engine could not answer these
  std::uint32_t last_question_ = 0;
  std::vector<Bytes> questions_;
  std::vector<Effect> effects_;
};

}  // namespace burnglass
