// Texts for tagfocus and tagignore that mean one value of a label, or any.
#pragma once

#include <string>

#include "analysis/label_index.h"

namespace burnglass {

// What matches the samples with this value of this key and no others; "" where pprof's filters
// cannot say that: for values that are both text and number, and for what is not UTF-8.
std::string LabelFilterText(const LabelIndex::Key& key, const LabelIndex::Value& value);

// What matches the samples that have the key at all; "" likewise.
std::string LabelFilterText(const LabelIndex::Key& key);

}  // namespace burnglass
