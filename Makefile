# Every target below needs only Python 3.11 or newer and the package registry pip is set to.

SHELL := /bin/sh
VENV  := .venv
BIN   := $(VENV)/bin
PORT  ?= 8501
HOST  ?= 127.0.0.1
DATA  ?= data
ARGS  ?=
LANGS ?= en zh

# The first name that starts a Python of 3.11 or newer. Each is run, because a version manager may
# leave names on the path that start nothing.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python3.14 python; do \
  if $$name -c '$(NEW_ENOUGH)' 2>/dev/null; then echo $$name; break; fi; done)

# A file of tests stays in one process; what needs a browser runs by itself, because the browser's
# driver keeps an event loop that other tests cannot run beside. 5 is pytest's "no tests chosen".
# JOBS=0 starts no process apart, which would load all that the tests load only to wait.
JOBS   ?= auto
SHARED := -n $(JOBS) --dist loadfile

# Enough to see that a set of versions works, in about a minute.
QUICK := tests/test_api.py tests/test_symbols.py tests/server tests/export tests/sources/resolutions tests/corpus/records

export PIP_DISABLE_PIP_VERSION_CHECK := 1


.PHONY: help setup run serve texts test test-code test-browser check lint docs shots bench constraints floors audit sbom clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## */\t/' | expand -t 14
	@echo
	@echo "Variables: PORT=$(PORT) HOST=$(HOST) DATA=$(DATA) LANGS=\"$(LANGS)\" ARGS=(passed on to pytest, the check or the benchmark)"

# Python compiles a module when it is first imported, and of what is installed few are: pip would compile all.
setup: $(VENV)/.ready  ## make .venv with the pinned packages, every download checked by hash

$(VENV)/.ready: pyproject.toml constraints.txt Makefile
	@"$(PYTHON)" -c '$(NEW_ENOUGH)' 2>/dev/null || { echo "setup: Python 3.11 or newer is needed, and" \
	  "'$(or $(PYTHON),python3)' is not. Install one, or name one: make setup PYTHON=/path/to/python3.12" >&2; exit 1; }
	@echo "setup: $$("$(PYTHON)" --version), into $(VENV)"
	@"$(PYTHON)" -m venv $(VENV) || { echo "setup: this Python cannot make a virtual environment;" \
	  "on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --no-input --no-compile --require-hashes -r constraints.txt
	@$(BIN)/python -m pip install --quiet --no-input --no-deps --no-build-isolation --editable .
	@touch $@

run: setup  ## start the dashboard; PORT, HOST and DATA choose where and what
	@DASHBOARD_DATA="$(DATA)" exec $(BIN)/streamlit run streamlit_app.py --server.port "$(PORT)" --server.address "$(HOST)"

serve: setup  ## the same with a process for each core behind nginx; PORT, HOST, DATA; ARGS="--workers 4"
	@DASHBOARD_DATA="$(DATA)" exec $(BIN)/dashboard serve --port "$(PORT)" --host "$(HOST)" $(ARGS)

texts: setup  ## attach the wording of the official texts, from the United Nations; LANGS="en zh fr" says in which languages
	@$(BIN)/dashboard texts fetch $(foreach language,$(LANGS),--language $(language)) --data "$(DATA)" $(ARGS)

test: test-code test-browser  ## run the tests; browser tests need a Chromium

test-code: setup
	@$(BIN)/python -m pytest $(SHARED) -m "not browser" $(ARGS) || [ $$? = 5 ]

test-browser: setup
	@$(BIN)/python -m pytest $(SHARED) -m browser $(ARGS) || [ $$? = 5 ]

check: setup  ## check the record in DATA and print every problem with file and line
	@$(BIN)/dashboard check $(ARGS) "$(DATA)"

lint: setup  ## style, types and the direction of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: setup  ## write the parameters and the data dictionary into the README
	@$(BIN)/python -m dashboard.export.tables.dictionary README.md

shots: setup  ## take the pictures of the README anew; needs a Chromium
	@$(BIN)/python -m tests.browser.shots

bench: setup  ## measure against the floor app, in the same run
	@$(BIN)/python -m benchmarks $(ARGS)

constraints:  ## resolve constraints.txt anew from pyproject.toml; ARGS=--upgrade takes newer versions
	@"$(PYTHON)" -m venv build/uv
	@build/uv/bin/pip install --quiet --no-input "uv>=0.13,<1"
	@build/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --custom-compile-command "make constraints" \
	  --group dev pyproject.toml --output-file constraints.txt $(ARGS)
	@echo "setuptools>=80" | build/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --custom-compile-command "make constraints" --constraint constraints.txt \
	  pyproject.toml - --output-file deploy/requirements.txt

floors:  ## install the oldest versions pyproject.toml allows into build/floors and run tests with them; ARGS chooses which
	@"$(PYTHON)" -m venv build/uv
	@build/uv/bin/pip install --quiet --no-input "uv>=0.13,<1"
	@build/uv/bin/uv pip compile --quiet --python-version 3.11 --resolution lowest-direct --no-annotate \
	  --no-header pyproject.toml --output-file build/floors.txt
	@build/uv/bin/uv venv --quiet --clear --python "$(PYTHON)" build/floors
	@build/uv/bin/uv pip install --quiet --python build/floors/bin/python -r build/floors.txt
	@build/uv/bin/uv pip install --quiet --python build/floors/bin/python -c build/floors.txt --group dev
	@build/floors/bin/python -m pytest -q -m "not browser" $(or $(ARGS),$(QUICK))

audit:  ## ask which pinned packages have known vulnerabilities; says so where nobody can be asked
	@"$(PYTHON)" -m venv build/audit
	@build/audit/bin/pip install --quiet --no-input "pip-audit>=2.9,<3"
	@build/audit/bin/pip-audit --requirement constraints.txt --disable-pip --no-deps --timeout 5 \
	  --progress-spinner off --format json 2>/dev/null | "$(PYTHON)" .ci/audit.py

sbom: setup  ## write what is installed as a CycloneDX bill of materials to build/sbom.json
	@"$(PYTHON)" -m venv build/cyclonedx
	@build/cyclonedx/bin/pip install --quiet --no-input "cyclonedx-bom>=7,<8"
	@build/cyclonedx/bin/cyclonedx-py environment $(VENV) --pyproject pyproject.toml --output-reproducible \
	  --output-file build/sbom.json
	@echo "sbom: build/sbom.json"

clean:  ## remove what the targets above made
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
