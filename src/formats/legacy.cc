#include "formats/legacy.h"

namespace burnglass {

Result<ProfileData> ParseLegacy(std::span<const std::byte>) {
  return Error{"this is text, and no profile that this version reads"};
}

}  // namespace burnglass
