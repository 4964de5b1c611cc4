// Engine: what is open, and answers by message. It knows no clock but its budgets, no page and no
// worker: bytes and questions go in, messages come out (src/README.md has the contract).
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/label_colouring.h"
#include "engine/load.h"
#include "engine/open_profile.h"
#include "engine/part_message.h"
#include "engine/slopes.h"
#include "engine/standing.h"
#include "message/message.h"

namespace burnglass {

enum class LoadState { kUnknown = 0, kLoading = 1, kOpen = 2, kFailed = 3 };

class Engine {
 public:
  // A load, from its first byte to Opened or Failed. The caller numbers profiles, each number once.
  void Open(std::uint32_t profile, std::string_view file_name, std::uint64_t size);
  // Of a set of many: it is only decoded, to be made into others (MakeQuestion).
  void OpenPart(std::uint32_t profile, std::string_view file_name, std::uint64_t size);
  // False: the load has ended, its bytes are not wanted any more.
  bool Feed(std::uint32_t profile, std::span<const std::byte> piece);
  void End(std::uint32_t profile);
  // Instead of these, for a file that is unpacked elsewhere (ProfileLoader).
  bool FeedUnpacked(std::uint32_t profile, std::span<const std::byte> content,
                    const Origin& origin);
  void EndUnpacked(std::uint32_t profile, const Status& status);
  void Cancel(std::uint32_t profile);
  void Close(std::uint32_t profile);

  LoadState StateOf(std::uint32_t profile) const;
  // The sentence of a failed load, otherwise "".
  const std::string& ErrorOf(std::uint32_t profile) const;

  // A question. One that is damaged is dropped, for it cannot be told whose it is; everything else
  // that is no question is refused.
  void Post(std::span<const std::byte> message);

  // Works for about so many milliseconds; true: there is more to do.
  bool Step(double milliseconds);

  // When there is nothing to do: works for about so many milliseconds on what is likely asked first
  // of the profile that was opened last, its whole picture; true: there is more of it.
  bool WorkAhead(double milliseconds);

  // The next message for the viewer.
  std::optional<Bytes> Take();

  // An answer as JSON text (src/report/README.md), worked out at once.
  std::string Json(std::uint32_t profile, std::string_view kind, const std::string& query,
                   std::string_view options);

 private:
  struct Entry {
    std::unique_ptr<Load> load;         // while it is loading
    std::unique_ptr<OpenProfile> open;  // then
    std::optional<DecodedPart> part;    // or this, of a set
    std::string error;                  // or this
    std::size_t names_told = 0;
    bool is_part = false;

    // Null while it is not there.
    ProfilePtr profile() const;
  };

  // engine_load.cc: null when there is no such load.
  Load* LoadOf(std::uint32_t profile);
  bool Fed(std::uint32_t profile, const Status& fed);
  // Begins what a MakeQuestion asks for, as a load whose bytes are complete.
  void Make(const pb::Header& question);
  void TellProgress(std::uint32_t profile, const Load& load);
  void Fail(std::uint32_t profile, const std::string& sentence, bool cancelled = false);
  void Send(Bytes message) { outgoing_.push_back(std::move(message)); }

  // A load whose bytes are complete.
  std::map<std::uint32_t, Entry>::iterator FindEndedLoad();
  // Some work on one; false: there is none.
  bool WorkOnLoad();
  // Some work on the oldest question; false: there is none.
  bool WorkOnQuestion(const Budget& budget);
  // The answer, or nothing while the budget is spent before it is there.
  std::optional<Bytes> Answer(const pb::Header& question, const Budget& budget);

  // Likewise.
  std::optional<Bytes> AnswerColours(const pb::Header& question, const Answered& answered,
                                     OpenProfile& open, const Budget& budget);

  // engine_several.cc: answers that are made of several open profiles.
  using Numbers = google::protobuf::RepeatedField<std::uint32_t>;
  bool AsksSeveral(const pb::Header& question) const;
  Bytes AnswerSeveral(const pb::Header& question);
  Bytes AnswerStanding(const pb::Header& question, GoroutinesBy by, const Numbers& others);
  // Of a series: what it is made of.
  std::vector<SeriesMember> MembersOf(const OpenProfile& open) const;
  Bytes AnswerSlopes(const pb::Header& question, const Answered& answered, OpenProfile& open);
  OpenProfile* FindOpen(std::uint32_t profile);
  // The others, then the one that is asked about; fails when one is not open.
  Result<std::vector<NumberedProfile>> FindSeveral(const Numbers& others, std::uint32_t asked);

  // Names that came with an answer go before it.
  void TellNames(std::uint32_t profile);
  void TellSketch(const pb::Header& question, const OpenProfile& open);

  Result<std::string> JsonOf(OpenProfile& open, std::string_view kind, const std::string& query,
                             std::string_view options);

  std::map<std::uint32_t, Entry> entries_;
  std::uint32_t ahead_ = 0;     // the profile to work ahead on, 0: none
  std::uint32_t sketched_ = 0;  // the last question that a sketch was told of
  std::deque<pb::Header> questions_;
  std::deque<Bytes> outgoing_;
  std::optional<Standing> standing_;  // of the last question that needed it
  std::optional<Slopes> slopes_;      // likewise
  std::unique_ptr<LabelColouring>
      colouring_;                // of the last question for one, while it is worked on
  std::optional<Budget> quiet_;  // no news of progress until it is spent
};

}  // namespace burnglass
