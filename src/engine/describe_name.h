// How the names of an open profile are called on screen.
#pragma once

#include "analysis/own_frames.h"
#include "engine/open_profile.h"
#include "profile/names.h"

namespace burnglass {

class NameDescriber {
 public:
  // It must outlive this.
  explicit NameDescriber(const OpenProfile& open)
      : open_(open), adopted_(open.names(), open.own_module()) {}

  // Functions by their names, addresses by their binaries. Not for the root.
  NameForms Of(NameId name);

  // Of a name that a query has brought in.
  AdoptedForms OfAdopted(NameId name) { return adopted_.Describe(name); }

 private:
  const OpenProfile& open_;
  AdoptedNames adopted_;
};

}  // namespace burnglass
