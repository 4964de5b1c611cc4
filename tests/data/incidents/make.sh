#!/usr/bin/env bash
# Records the profiles beside it: builds the services of src/ with Go and runs each under its load.
# Numbers differ from run to run; which function is guilty does not.
set -euo pipefail
cd "$(dirname "$0")"
bin=/tmp/depot  # which the profiles name
mkdir "$bin"
trap 'rm -rf "$bin"' EXIT

# Build NAME TAGS
Build() { (cd src && go build -trimpath -buildvcs=false -tags "$2" -o "$bin/$1" "./cmd/$1"); }

for name in quotes feed watch mail stock metrics catalog audit limit price; do
  Build "$name" ''
  mkdir -p "$name"
  "$bin/$name" "$name"
done
for name in route page; do
  for side in before:: after:slow:; do
    IFS=: read -r folder tags _ <<<"$side"
    Build "$name" "$tags"
    mkdir -p "$name/$folder"
    "$bin/$name" "$name/$folder" "$([ "$folder" = before ] && echo 9000 || echo 16000)"
  done
done
gzip -9nf ./*/*.txt
