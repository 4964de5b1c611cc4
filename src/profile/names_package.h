// What a Go import path says about where the package comes from.
#pragma once

#include <string>
#include <string_view>

namespace burnglass {

// In symbol names "%2e" stands for a dot where a dot would end the package: "gopkg.in/yaml%2ev3" to
// "gopkg.in/yaml.v3". What follows takes paths without such escapes.
std::string UnescapedPackage(std::string_view package);

// Part of Go itself: "net/http", "vendor/golang.org/x/net/http2", "cmd/compile/internal/ssa".
bool IsGoStandardPackage(std::string_view package);

// The first element has a dot, as only a host's name has: "github.com/x/y", "k8s.io/api".
bool HasHost(std::string_view package);

// How much of an import path is its module, as far as the path alone tells: three elements where
// hosts keep modules by owner ("github.com/owner/module"), two on other hosts, otherwise one.
std::string_view LikelyModule(std::string_view package);

}  // namespace burnglass
