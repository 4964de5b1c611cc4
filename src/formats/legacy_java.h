// What Java's variants of the legacy formats have in common: the names of their locations.
#pragma once

#include "base/result.h"
#include "formats/legacy_builder.h"
#include "formats/legacy_text.h"

namespace burnglass {

// Reads lines like " 0x0000003 com.example.T.f (T.java:12)" up to the end, where the first number
// is what the samples call an address; other lines are ignored. Numbers all tables. No address is
// left in the result: these are none. Fails on a number of more than 64 bits.
Result<ProfileData> FinishJava(LegacyLines& lines, LegacyBuilder& builder);

}  // namespace burnglass
