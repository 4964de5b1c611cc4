// Links to source lines on the web or in an editor, made from a template. They are only made: the
// page never follows one by itself.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "session/look.h"

namespace burnglass {

// What is known of the place of a source file.
struct SourcePlace {
  std::string file;     // as the profile has it
  std::string module;   // "github.com/x/y", "std"
  std::string version;  // "v1.2.3"; "" where it is not known
  std::string path;     // in the module: "sub/z.go"
};

// From a file's path and the import path of its package. Knows Go's module cache
// (…/pkg/mod/github.com/x/y@v1.2.3/sub/z.go), its standard library, and, by the package, modules of
// hosts that have them at owner/name.
SourcePlace PlaceOfSource(std::string_view file, std::string_view package);

struct LinkTemplate {
  std::string_view name;
  std::string_view text;
};

// "GitHub", "GitLab", "pkg.go.dev", "VS Code".
std::span<const LinkTemplate> LinkTemplates();

// The one that is chosen, or one's own.
LinkTemplate ChosenLink(const Look& look);

// Whether a text is meant as a template: it begins with a scheme.
bool LooksLikeTemplate(std::string_view text);
// Why it may not be one, as a sentence; "" when it may. A link leads to the web or into an editor,
// and nowhere else, whatever the template says.
std::string RefusalOfTemplate(std::string_view text);

// The template with {file}, {line}, {module}, {version}, {path}, {dir}, {repo} (host, owner and
// name) and {tag} (what git calls the version, HEAD where it is not known) filled in. An "@" before
// an unknown {version} goes with it. "" when something else that it wants is not known. What is
// filled in can only be a part of the link's path: all else in it is percent-encoded, and what
// would lead out of its folder ("..") is not known.
std::string FillTemplate(std::string_view text, const SourcePlace& place, std::uint32_t line);

}  // namespace burnglass
