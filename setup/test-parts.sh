#!/usr/bin/env bash
# Sees to the real parts that the tests use: a browser with fonts, and PostgreSQL. Installs what is missing as root on
# Debian or Ubuntu; elsewhere it says what is missing, and the tests that need it skip with that reason (in CI they fail).
set -euo pipefail

missing=()
# On Ubuntu the name may be there and lead to nothing: what counts is whether it runs.
has_browser() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if "$name" --version >/dev/null 2>&1; then return; fi
  done
  compgen -G "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}/chromium-*" >/dev/null
}
has_browser || missing+=(chromium fonts-liberation)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)

[ ${#missing[@]} -gt 0 ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  printf 'Installing for the tests: %s\n' "${missing[*]}" >&2
  bash "$(dirname "$0")/packages.sh" "${missing[@]}" || true
  has_browser || "${VENV:-.venv}/bin/python" -m playwright install --with-deps chromium || true
else
  printf 'Missing for some tests: %s\n' "${missing[*]}" >&2
fi
