// Where test data lies, and reading it.
#pragma once

#include <string>

namespace burnglass {

// The path of a file or folder of the shared data (BURNGLASS_SHARED, default ../shared beside the
// repository). When the data as a whole is absent, the running test is skipped and says so.
std::string SharedPath(const std::string& name);

// The path of a file of tests/data.
std::string TestDataPath(const std::string& name);

// All bytes of a file; a test that calls it fails when there is no such file.
std::string ReadFile(const std::string& path);

}  // namespace burnglass
