// What Go's text profiles (?debug=1) say for people, in lines that begin with '#'.
#pragma once

#include <string_view>

#include "profile/profile.h"

namespace burnglass {

// Takes the comments of `text` into the profile that a legacy reader made of it:
//
//   3 @ 0x48a8aa 0x41816e 0x7356d9 0x491681
//   # labels: {"handler":"/orders"}
//   #	0x7356d8	main.receive+0x18	main.go:269
//
// - addresses get functions, files and lines, inlined frames the location of the function that
//   holds them, as Go's own profile.proto has them;
// - "# labels:" become labels of the sample;
// - "# HeapAlloc = 17786080" below "# runtime.MemStats" and the like become facts.
//
// Go prints no comments for the runtime's functions at the leaf. In heap profiles, which do not
// have them in profile.proto either, they go; elsewhere they are functions by the name of their
// address, "runtime.0x48a8a9". Where every stack of Go begins, runtime.goexit, is printed nowhere
// and goes, too.
//
// False, and nothing is changed, when the text has no such comments, so that it is not of Go.
bool TakeGoComments(std::string_view text, ProfileData& data);

}  // namespace burnglass
