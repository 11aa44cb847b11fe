#!/usr/bin/env bash
# Makes the virtual environment and installs the locked requirements named as arguments.
# Needs a Python of at least 3.11; uv is used where it is or can be had, else pip. Does not touch the system's Python.
set -euo pipefail

venv=${VENV:-.venv}
oldest='import sys; sys.exit(sys.version_info < (3, 11))'
export PIP_DISABLE_PIP_VERSION_CHECK=1
export UV_LINK_MODE=${UV_LINK_MODE:-copy}

say() { printf '%s\n' "$*" >&2; }

# The first interpreter that really runs and is new enough: a name on PATH may be a shim that does not run.
find_python() {
  local candidate
  for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c "$oldest" >/dev/null 2>&1; then
      printf '%s' "$candidate"
      return
    fi
  done
}

# Debian keeps what `python3 -m venv` needs in a package of its own.
install_venv_package() {
  local become=()
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || return 1
    become=(sudo -n)
  fi
  say "Installing the package python3-venv."
  "${become[@]}" bash "$(dirname "$0")/packages.sh" python3-venv
}

make_venv() {
  local python=$1
  if command -v uv >/dev/null && uv venv --quiet --allow-existing --python "$python" "$venv"; then return; fi
  if "$python" -m venv "$venv" >/dev/null 2>&1; then return; fi
  rm -rf "$venv"
  if "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --without-pip "$venv"; then return; fi
  rm -rf "$venv"
  if install_venv_package && "$python" -m venv "$venv"; then return; fi
  rm -rf "$venv"
  say "$python cannot make a virtual environment: its parts venv and pip are missing."
  say "Install them (on Debian and Ubuntu: apt install python3-venv), or install uv, and run this again."
  exit 1
}

uv_program() {
  if [ -x "$venv/bin/uv" ]; then printf '%s' "$venv/bin/uv"; else command -v uv || true; fi
}

# pip of the environment, or the system's pip working on it from outside (an environment made without pip).
pip_install() {
  if "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    "$venv/bin/python" -m pip install --quiet "$@"
  else
    "$python" -m pip --python "$venv/bin/python" install --quiet "$@"
  fi
}

# With the certificates of the system first (a proxy in between needs them), then with uv's own.
uv_install() {
  local uv
  uv=$(uv_program)
  [ -n "$uv" ] || return 1
  UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1 "$uv" pip install --quiet --python "$venv/bin/python" "$@" ||
    "$uv" pip install --quiet --python "$venv/bin/python" "$@"
}

install() { uv_install "$@" || pip_install "$@"; }

python=$(find_python)
if [ -z "$python" ]; then
  say "Alongside needs Python 3.11 or newer, and none was found. Install it, or name one: make PYTHON=/path/to/python3"
  exit 1
fi

"$venv/bin/python" -c "$oldest" >/dev/null 2>&1 || { rm -rf "$venv"; make_venv "$python"; }
[ -n "$(uv_program)" ] || pip_install uv 2>/dev/null || say "uv cannot be had here; pip takes a little longer."

for file in "$@"; do
  install --requirement "$file"
done
install --no-deps --editable .
