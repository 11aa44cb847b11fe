#!/usr/bin/env bash
# Sees to the real parts that the tests use: a browser with fonts, and PostgreSQL. Installs what is missing as root on
# Debian or Ubuntu; elsewhere it says what is missing, and the tests that need it skip with that reason (in CI they fail).
set -euo pipefail

missing=()
has_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
has_browser >/dev/null || missing+=(chromium fonts-liberation)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)

[ ${#missing[@]} -gt 0 ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  printf 'Installing for the tests: %s\n' "${missing[*]}" >&2
  bash "$(dirname "$0")/packages.sh" "${missing[@]}" && exit 0
fi
printf 'Missing for some tests: %s\n' "${missing[*]}" >&2
