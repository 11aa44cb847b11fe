# Two commands on a fresh machine with python3 (3.11 or newer), make and git: `make demo` and `make test`.
#   make demo    set up, bring in the demo world and start the program; PORT=8000 names the port
#   make test    set up, with the system packages that tests need, and run everything
#   make setup   set up and stop
#   make lint    only what needs no test run: style, types, layers, migrations
#   make bench   measure, and print the figures
#   make lock    resolve the dependencies anew and write requirements*.txt
#   make clean   remove what was made here, the demo world included

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

VENV ?= .venv
PORT ?= 8000
RUN := $(VENV)/bin/python -m
export VENV PYTHON

# Checks read the settings: they get a data directory of their own and never the user's.
CHECKED := env -u ALONGSIDE_DATABASE_URL ALONGSIDE_DATA=$(CURDIR)/$(VENV)/checked DJANGO_SETTINGS_MODULE=alongside.config.settings

.PHONY: demo setup test in-browser on-databases lint bench lock clean parts

$(VENV)/.ready: requirements.txt setup/install.sh
	@echo "Setting up (this is done once)."
	@setup/install.sh requirements.txt
	@touch $@

$(VENV)/.ready-for-tests: $(VENV)/.ready requirements-dev.txt
	@setup/install.sh requirements-dev.txt
	@touch $@

demo: $(VENV)/.ready
	@$(RUN) alongside demo --data demo-data --port $(PORT) --open

setup: $(VENV)/.ready-for-tests parts

parts: $(VENV)/.ready-for-tests
	@setup/test-parts.sh

lint: $(VENV)/.ready-for-tests
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(CHECKED) $(RUN) mypy --cache-dir=/dev/null  # with Django models a kept cache now and then reports what is not so
	$(CHECKED) $(VENV)/bin/lint-imports
	$(CHECKED) $(RUN) django check --fail-level WARNING
	$(CHECKED) $(RUN) django makemigrations --check --dry-run

# Two at a time: the browser's tests share nothing with the others.
test: setup lint
	@$(MAKE) --no-print-directory --jobs=2 in-browser on-databases

IN_BROWSER := test-output/in-browser.log

in-browser:
	@mkdir -p $(dir $(IN_BROWSER)) && echo "In the browser: $(IN_BROWSER) says how far it is."
	@$(RUN) pytest tests/browser $(ARGS) > $(IN_BROWSER) 2>&1 || { cat $(IN_BROWSER); exit 1; }
	@tail --lines=1 $(IN_BROWSER)

# The database speaks twice: everything on SQLite, then what touches the database on PostgreSQL with the same migrations.
on-databases:
	$(RUN) pytest --ignore=tests/browser $(ARGS)
	ALONGSIDE_TEST_DB=pg $(RUN) pytest --ignore=tests/browser $(ARGS)

bench: $(VENV)/.ready-for-tests
	$(RUN) bench

lock: $(VENV)/.ready-for-tests
	$(VENV)/bin/uv lock --upgrade
	$(VENV)/bin/uv export --quiet --frozen --no-emit-project --no-header --no-annotate --no-dev -o requirements.txt
	$(VENV)/bin/uv export --quiet --frozen --no-emit-project --no-header --no-annotate --all-extras -o requirements-dev.txt

clean:
	rm -rf $(VENV) demo-data test-output build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
