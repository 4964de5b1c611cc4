// Profiles from files and from standard input.
#pragma once

#include <string>

#include "base/result.h"
#include "formats/load.h"
#include "profile/profile.h"

namespace burnglass {

// The file of this path; "-" is standard input. Errors do not name the path.
Result<ProfileData> ReadProfile(const std::string& path, const LoadOptions& options = {});

// Whether the file is a program (ELF, Mach-O, PE) and not a profile.
bool IsProgram(const std::string& path);

}  // namespace burnglass
