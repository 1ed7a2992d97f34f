# Sourced by run, test and bench/run: installs what is absent, builds what is out of date. Says what it does, one line each.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
stamps="$root/artifacts/stamps"
mkdir -p "$stamps"

say() { printf '%s\n' "$*" >&2; }
fail() { say "error: $*"; exit 1; }

require_command() { # name, what it is for
  command -v "$1" >/dev/null 2>&1 || fail "'$1' is not on PATH. It is needed for $2: install it, then run this again."
}

apt_install() { # Debian packages: installs those that are absent
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local as_root=()
  [ "$(id -u)" -eq 0 ] || { require_command sudo "installing ${missing[*]}"; as_root=(sudo); }
  say "installing Debian packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq >/dev/null || fail "apt-get update failed: is the network there?"
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || fail "apt-get could not install ${missing[*]}"
}

apt_try() { # Debian packages that something can do without: installs those that can be had, says which cannot
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  (apt_install "${missing[@]}") || say "going on without ${missing[*]}"
}

npm_install() { # folder: installs by its lock file, when that changed since the last time
  local folder=$1 stamp
  stamp="$stamps/npm-$(printf '%s' "$folder" | tr '/' '-')"
  if [ ! -d "$root/$folder/node_modules" ] || ! cmp -s "$root/$folder/package-lock.json" "$stamp"; then
    say "installing npm packages of $folder"
    (cd "$root/$folder" && npm ci --no-audit --no-fund --loglevel=error --ignore-scripts >&2) || fail "npm ci failed in $folder"
    cp "$root/$folder/package-lock.json" "$stamp"
  fi
}

is_stale() { # stamp, paths: whether a file below the paths is newer than the stamp
  local stamp="$stamps/$1"
  shift
  [ ! -e "$stamp" ] && return 0
  [ -n "$(cd "$root" && find "$@" \( -name node_modules -o -name dist -o -name artifacts -o -name test-results \) -prune \
    -o -type f -newer "$stamp" -print -quit 2>/dev/null)" ]
}

setup_toolchain() {
  require_command dotnet "building the service (.NET 10 SDK)"
  require_command npm "libduckdb and the cockpit (Node 20)"
  ldconfig -p 2>/dev/null | grep -q libicuuc || apt_install libicu-dev
  apt_try libxgboost0
  npm_install warehouse/Native/npm
}

build_cockpit() {
  npm_install cockpit-web
  if [ ! -e "$root/cockpit-web/dist/index.html" ] || is_stale cockpit cockpit-web; then
    say "building the cockpit"
    (cd "$root/cockpit-web" && npm run --silent build >&2) || fail "the cockpit does not build"
    touch "$stamps/cockpit"
  fi
}

build_solution() { # project or solution to build, name of the stamp
  local started
  started=$(mktemp "$stamps/started.XXXXXX")
  say "building $1"
  (cd "$root" && dotnet build "$1" -c Release --nologo -v quiet -clp:NoSummary >&2) || fail "$1 does not build"
  dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true
  mv "$started" "$stamps/$2"
}
