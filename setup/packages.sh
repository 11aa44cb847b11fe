#!/usr/bin/env bash
# Installs system packages on Debian or Ubuntu; waits its turn when another apt is at work.
set -euo pipefail

tries=20
pause_seconds=6

apt() { DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 "$@" >/dev/null; }

patiently() {
  local try
  for try in $(seq "$tries"); do
    if apt "$@"; then return; fi
    printf 'apt-get %s did not succeed (try %s of %s).\n' "$1" "$try" "$tries" >&2
    [ "$try" = "$tries" ] || sleep "$pause_seconds"
  done
  return 1
}

patiently update || true # an old list may still do
patiently install --yes --no-install-recommends "$@"
