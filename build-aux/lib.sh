# lib.sh - what run, test and lint share.  Sourced by bash scripts that have set -eu.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say () {
  printf '%s\n' "$*" >&2
}

# Names in the given sections of the package list.
packages () {
  local section
  for section; do
    sed -n "/^\[$section\]\$/,/^\[/ { /^[a-z0-9]/p }" build-aux/packages
  done
}

# Asks the package database only, so that nothing touches the network when all
# is there.
missing_packages () {
  local name
  for name in $(packages "$@"); do
    case $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null || true) in
      installed*) ;;
      *) echo "$name" ;;
    esac
  done
}

as_root () {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    say "Neither root nor sudo: please have this run for you, then try again:"
    say "  $*"
    exit 1
  fi
}

# Without apt there is no way to know what a system calls its packages, so name
# what is missing by what it is.
report_missing () {
  local missing='' tool module

  for tool in cc meson ninja msgfmt pkg-config python3; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
  done
  if command -v pkg-config >/dev/null; then
    for module in $(sed -n "s/^[a-z_]* = dependency('\([^']*\)'.*/\1/p" meson.build); do
      pkg-config --exists "$module" || missing="$missing $module.pc"
    done
  fi
  [ -n "$missing" ] || return 0
  say "Missing:$missing"
  say "This system has no apt-get.  On Debian and Ubuntu the packages are called:"
  say "  $(packages "$@" | tr '\n' ' ')"
  exit 1
}

# Sees to it that everything in the given sections is installed.
need () {
  local missing

  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    report_missing "$@"
    return 0
  fi
  missing=$(missing_packages "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  say "Installing: $missing"
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get -o DPkg::Lock::Timeout=600 update -q </dev/null >&2
  # shellcheck disable=SC2086  # a list of names
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -q -y \
    --no-install-recommends $missing </dev/null >&2
}

# Configures a build folder, or configures it again when it was made with other
# options, from another place, or by another meson.
configure () {
  local dir=$1 stamp
  shift
  stamp="$root $(meson --version) $*"
  if [ -f "$dir/build.ninja" ] && [ "$(cat "$dir/.configured" 2>/dev/null)" = "$stamp" ]; then
    return 0
  fi
  if [ ! -f "$dir/build.ninja" ] || ! meson setup --reconfigure "$dir" "$@" >&2; then
    rm -rf "$dir"
    meson setup "$dir" "$@" >&2
  fi
  printf '%s\n' "$stamp" > "$dir/.configured"
}
