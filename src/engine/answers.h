// Answers to questions about one query of an open profile, as messages (proto/engine.proto). The
// header given is the question's: its id, slot and profile are kept.
#pragma once

#include <string_view>

#include "analysis/changes.h"
#include "engine/open_profile.h"
#include "message/message.h"

namespace burnglass {

Bytes AnswerFlame(const pb::Header& question, const Answered& answered);
// Of the whole tree, before it is there.
Bytes AnswerSketch(const pb::Header& question, const CallTree& sketch);
Bytes AnswerTop(const pb::Header& question, const Answered& answered, OpenProfile& open);
Bytes AnswerSearch(const pb::Header& question, const Answered& answered, OpenProfile& open);
Bytes AnswerStep(const pb::Header& question, const Answered& answered, OpenProfile& open);
Bytes AnswerPeek(const pb::Header& question, const Answered& answered, OpenProfile& open);
Bytes AnswerLabels(const pb::Header& question, const Answered& answered, const OpenProfile& open);
Bytes AnswerMatrix(const pb::Header& question, const Answered& answered, const OpenProfile& open);
Bytes AnswerLines(const pb::Header& question, const Answered& answered, const OpenProfile& open);

// What the file says about itself, whatever is asked of it.
Bytes AnswerFacts(const pb::Header& question, const OpenProfile& open);
Bytes AnswerPrivacy(const pb::Header& question, const OpenProfile& open);
Bytes AnswerGraph(const pb::Header& question, const Answered& answered, OpenProfile& open);
Bytes AnswerExport(const pb::Header& question, const Answered& answered, const OpenProfile& open);

Bytes AnswerChanges(const pb::Header& question, const Answered& answered, OpenProfile& open);

Bytes AnswerGroups(const pb::Header& question, const Answered& answered, const OpenProfile& open);
Bytes AnswerLabelGroups(const pb::Header& question, const Answered& answered,
                        const OpenProfile& open);

// What explains the difference of the profile's two sides; fails where it has none.
Result<Changes> ChangesOf(OpenProfile& open, const std::string& query);

// The question has no answer; why.
Bytes Refuse(const pb::Header& question, const std::string& sentence);

// Likewise, because no sample has a label of this key, which may be any text.
Bytes RefuseKey(const pb::Header& question, std::string_view key);

// An empty answer to a question.
pb::Header HeaderFor(const pb::Header& question);

}  // namespace burnglass
