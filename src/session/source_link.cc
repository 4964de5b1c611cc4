#include "session/source_link.h"

#include <algorithm>

#include "base/ascii.h"
#include "session/names.h"

namespace burnglass {
namespace {

constexpr LinkTemplate kTemplates[] = {
    {"GitHub", "https://{repo}/blob/{tag}/{path}#L{line}"},
    {"GitLab", "https://{repo}/-/blob/{tag}/{path}#L{line}"},
    {"pkg.go.dev", "https://pkg.go.dev/{module}@{version}/{dir}"},
    {"VS Code", "vscode://file{file}:{line}"},
};

// The first `count` parts of a path, or all there are.
std::string_view FirstParts(std::string_view path, int count) {
  std::size_t at = 0;
  for (int i = 0; i < count; ++i) {
    at = path.find('/', at);
    if (at == path.npos) return path;
    ++at;
  }
  return path.substr(0, at - 1);
}

std::string_view Without(std::string_view path, std::string_view first) {
  path.remove_prefix(std::min(path.size(), first.size() + 1));
  return path;
}

bool IsHost(std::string_view part) { return part.find('.') != part.npos; }

// In the cache a capital letter stands as "!" and the small one.
std::string Unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '!' && i + 1 < text.size();
    plain += escaped ? static_cast<char>(text[++i] - 'a' + 'A') : text[i];
  }
  return plain;
}

SourcePlace InModuleCache(std::string_view file, std::size_t at) {
  constexpr std::string_view kCache = "/pkg/mod/";
  const std::size_t cache = file.rfind(kCache, at);
  const std::size_t begin = cache == file.npos ? 0 : cache + kCache.size();
  const std::size_t slash = std::min(file.find('/', at), file.size());
  return {std::string(file), Unescaped(file.substr(begin, at - begin)),
          std::string(file.substr(at + 1, slash - at - 1)),
          std::string(file.substr(std::min(slash + 1, file.size())))};
}

// "v2" at the end of a module's path is a folder to Go and nothing to git.
bool IsMajorVersion(std::string_view part) {
  return part.size() > 1 && part[0] == 'v' && part.find_first_not_of("0123456789", 1) == part.npos;
}

// Where the module lies in its repository: "sub" of "github.com/x/y/sub/v2".
std::string FolderOfModule(std::string_view module) {
  std::string folder(Without(module, FirstParts(module, 3)));
  if (IsMajorVersion(PathEnd(folder))) {
    folder.resize(folder.size() - std::min(folder.size(), PathEnd(folder).size() + 1));
  }
  return folder;
}

std::string RepositoryOf(std::string_view module) {
  constexpr std::string_view kGo = "golang.org/x/";
  if (module == "std") return "github.com/golang/go";
  if (module.starts_with(kGo)) {
    return "github.com/golang/" + std::string(FirstParts(module.substr(kGo.size()), 1));
  }
  const std::string_view repository = FirstParts(module, 3);
  const bool whole = std::count(repository.begin(), repository.end(), '/') == 2;
  return whole && IsHost(FirstParts(module, 1)) ? std::string(repository) : std::string();
}

std::string TagOf(const SourcePlace& place) {
  std::string_view version = place.version;
  if (version.empty()) return "HEAD";
  version = version.substr(0, version.find("+incompatible"));
  // A version without a tag ends with the commit: v0.0.0-20240102030405-abcdef123456.
  const std::size_t dash = version.rfind('-');
  const std::size_t first = version.find('-');
  constexpr std::size_t kCommit = 12;
  if (dash != version.npos && dash != first && version.size() - dash - 1 == kCommit) {
    return std::string(version.substr(dash + 1));
  }
  const std::string folder = FolderOfModule(place.module);
  return folder.empty() ? std::string(version) : folder + "/" + std::string(version);
}

std::string PathInRepository(const SourcePlace& place) {
  if (place.path.empty()) return {};
  const std::string folder = place.module == "std" ? "src" : FolderOfModule(place.module);
  return folder.empty() ? place.path : folder + "/" + place.path;
}

std::string ValueOf(std::string_view name, const SourcePlace& place, std::uint32_t line,
                    bool in_repository) {
  if (name == "file") return place.file.starts_with('/') ? place.file : std::string();
  if (name == "line") return std::to_string(std::max(line, 1u));
  if (name == "module") return place.module;
  if (name == "version") return place.version;
  if (name == "path") return in_repository ? PathInRepository(place) : place.path;
  if (name == "repo") return RepositoryOf(place.module);
  if (name == "tag") return place.module == "std" ? "master" : TagOf(place);
  return {};
}

// As a part of a path.
std::string Escaped(std::string_view value) {
  constexpr std::string_view kPlain = "-._~/@+:,!$()*", kDigits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : value) {
    const bool letter = (Lower(c) >= 'a' && Lower(c) <= 'z') || (c >= '0' && c <= '9');
    const auto byte = static_cast<unsigned char>(c);
    if (letter || kPlain.find(c) != kPlain.npos) {
      escaped += c;
    } else {
      (escaped += '%') += kDigits[byte >> 4];
      escaped += kDigits[byte & 15];
    }
  }
  return escaped;
}

bool LeadsOut(std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (path.substr(0, slash) == "..") return true;
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return false;
}

constexpr std::string_view kSchemes[] = {
    "https", "http", "vscode", "vscode-insiders", "vscodium", "cursor", "idea", "jetbrains", "zed"};
constexpr std::size_t kLongestTemplate = 500;

}  // namespace

LinkTemplate ChosenLink(const Look& look) {
  if (look.source_link < std::size(kTemplates)) return kTemplates[look.source_link];
  return {"Own template", look.own_link};
}

bool LooksLikeTemplate(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != text.npos && colon > 1 &&
         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
           return (Lower(c) >= 'a' && Lower(c) <= 'z') || c == '-' || c == '+' || c == '.';
         });
}

std::string RefusalOfTemplate(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string_view scheme = text.substr(0, colon);
  const bool known =
      std::find(std::begin(kSchemes), std::end(kSchemes), scheme) != std::end(kSchemes);
  if (!known || !text.substr(colon).starts_with("://") || text.size() <= colon + 3) {
    return "A template begins with https://, http:// or an editor's scheme such as vscode://.";
  }
  if (text.size() > kLongestTemplate) return "The template is too long.";
  const bool plain =
      std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
  if (!plain || text.find_first_of("\"<>\\^`|") != text.npos) {
    return "A template has no spaces and no characters that stand in no link.";
  }
  const SourcePlace known_place{"/a/b.go", "github.com/a/b", "v1.2.3", "c/b.go"};
  if (FillTemplate(text, known_place, 1).empty()) {
    return "A template may have {file}, {line}, {module}, {version}, {path}, {dir}, {repo} and "
           "{tag}.";
  }
  return {};
}

SourcePlace PlaceOfSource(std::string_view file, std::string_view package) {
  if (const std::size_t at = file.find('@'); at != file.npos) return InModuleCache(file, at);
  SourcePlace place;
  place.file = file;
  const std::string_view name = PathEnd(file);
  if (package.empty() || package == "main" || name.empty()) return place;
  if (!IsHost(FirstParts(package, 1))) {
    // Of what has no host the standard library alone lies in Go's own folder.
    if (file.find("/src/") == file.npos && !file.starts_with(package)) return place;
    place.module = "std";
  } else {
    place.module = FirstParts(package, 3);
  }
  const std::string_view folder = place.module == "std" ? package : Without(package, place.module);
  place.path = folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
  return place;
}

std::span<const LinkTemplate> LinkTemplates() { return kTemplates; }

std::string FillTemplate(std::string_view text, const SourcePlace& place, std::uint32_t line) {
  std::string link;
  const bool in_repository = text.find("{repo}") != text.npos;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    link += text.substr(0, open);
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::size_t close = text.find('}');
    if (close == text.npos) return {};
    const std::string_view name = text.substr(1, close - 1);
    text.remove_prefix(close + 1);
    if (name == "dir") {  // a module's own folder has no path
      const std::size_t slash = place.path.rfind('/');
      if (LeadsOut(place.path)) return {};
      if (slash != std::string::npos) link += Escaped(place.path.substr(0, slash));
      if (slash == std::string::npos && link.ends_with('/')) link.pop_back();
      continue;
    }
    const std::string known = ValueOf(name, place, line, in_repository);
    if (LeadsOut(known)) return {};
    const std::string value = Escaped(known);
    if (value.empty() && name == "version" && link.ends_with('@')) {
      link.pop_back();
    } else if (value.empty()) {
      return {};
    }
    link += value;
  }
  // The standard library's packages stand there without its module.
  constexpr std::string_view kStandard = "https://pkg.go.dev/std/";
  if (link.starts_with(kStandard)) link.erase(kStandard.size() - 4, 4);
  return link;
}

}  // namespace burnglass
