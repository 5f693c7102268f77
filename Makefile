.DEFAULT_GOAL := help
SHELL := /bin/bash

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --quiet --disable-pip-version-check install --require-hashes --no-deps
LOCKED := uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 --no-header --only-binary :all: --quiet

.PHONY: help sbom start setup setup-dev setup-browser setup-samples test test-browser lint format check measure walk bench relevance soak fuzz load race translations lock samples screenshots clean

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

start: setup ## Serve the archive with its sample holdings on http://127.0.0.1:8000/ (PORT=…)
	@exec $(VENV)/bin/wissensarchiv start --port $(PORT)

setup: $(VENV)/.ready ## Prepare the environment in .venv
setup-dev: $(VENV)/.ready-dev ## … with what tests and checks need
setup-browser: $(VENV)/.ready-browser ## … with what the browser tests need
setup-samples: $(VENV)/.ready-samples ## … with what builds the sample holdings

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Python 3.11 or newer is needed: on Debian 'apt install python3 python3-venv', on macOS 'brew install python@3.12'; then 'make start PYTHON=python3.12'." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing: on Debian run 'apt install python3-venv', then 'make' again." >&2; exit 1; }
	@echo "Preparing the environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(VENV)/bin/python requirements.lock pyproject.toml hatch_build.py $(wildcard webui/translations/*/*/*.po)
	@$(PIP) -r requirements.lock
	@$(PY) -m pip --quiet --disable-pip-version-check install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	@$(PIP) -r requirements-dev.lock
	@touch $@

$(VENV)/.ready-browser: $(VENV)/.ready-dev requirements-browser.lock
	@$(PIP) -r requirements-browser.lock
	@touch $@

$(VENV)/.ready-samples: $(VENV)/.ready requirements-samples.lock
	@$(PIP) -r requirements-samples.lock
	@touch $@

test: setup-dev ## Run every test that needs no browser and no system package
	@$(VENV)/bin/pytest

test-browser: setup-browser ## Run the tests that need Chromium or other system packages
	@$(VENV)/bin/pytest -m "browser or system" -n 0 tests

lint: setup-browser setup-samples ## Check format, style, types and import contracts
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-cache

format: setup-dev ## Format the code
	@$(VENV)/bin/ruff format .
	@$(VENV)/bin/ruff check --fix .

check: lint test ## Everything that must be green before a commit

measure: setup ## Measure ingest, search and pages (WISSENSARCHIV_REFERENCE=folder for reference documents)
	@$(PY) -m tests.benchmarks.measure

walk: setup ## Measure the walk from files to passages that are found, part by part (WISSENSARCHIV_REFERENCE=… likewise)
	@$(PY) -m tests.benchmarks.walk

bench: setup ## Measure the index beside other engines (PASSAGES=100000 SEED=1; those that are not installed are left out)
	@$(PY) -m tests.benchmarks.bench --passages $(or $(PASSAGES),10000) --seed $(or $(SEED),1)

relevance: setup ## Ask the judged queries of the sample holdings, and list those that are answered badly
	@$(PY) -m tests.relevance

soak: setup-dev ## Compare generated archives with and without what is hidden (WORLDS=300), kill uploads and work at the desk (KILLS of each; 100 and 400), and lose the power at every point
	@WORLDS=$(or $(WORLDS),300) $(VENV)/bin/pytest tests/indexer/search/test_worlds.py tests/webui/test_worlds.py
	@$(PY) -W ignore -m tests.faults.uploads --kills $(or $(KILLS),100)
	@$(PY) -W ignore -m tests.faults.desk --kills $(or $(KILLS),400)
	@$(PY) -W ignore -m tests.faults.power

fuzz: setup-dev ## Ask every address, and the interface, for what nobody should ask (EXAMPLES=200 of each)
	@EXAMPLES=$(or $(EXAMPLES),200) $(VENV)/bin/pytest tests/webui/api/test_fuzzing.py tests/webui/test_hostile_requests.py

ranking: setup ## Measure the ranking beside other engines on judged sets (SETS="folder …"; engines that are not installed are left out)
	@$(PY) -W ignore -m tests.benchmarks.retrieval $(SETS)

load: setup-dev ## Put load on a server over an archive that tests.benchmarks.large_home built (ARCHIVE=folder MINUTES=15 JSON=file)
	@$(PY) -W ignore -m tests.benchmarks.load $(ARCHIVE) --minutes $(or $(MINUTES),15) $(if $(JSON),--json $(JSON))

race: setup ## Let four readers race with 500 changes of the index
	@$(PY) -W ignore -m tests.benchmarks.race

translations: setup ## Collect the texts of the pages into their catalogues
	@cd webui && ../$(VENV)/bin/pybabel --quiet extract -F translations/babel.cfg -k mark --no-location --sort-output --omit-header -o translations/messages.pot .
	@cd webui && ../$(VENV)/bin/pybabel --quiet update -i translations/messages.pot -d translations -l en --no-fuzzy-matching --ignore-obsolete

lock: ## Renew the lock files (needs uv)
	@$(LOCKED) --group build --output-file requirements.lock
	@$(LOCKED) --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock
	@$(LOCKED) --group build --group dev --group browser --constraint requirements-dev.lock --output-file requirements-browser.lock
	@$(LOCKED) --group build --group samples --constraint requirements.lock --output-file requirements-samples.lock

sbom: setup-browser setup-samples ## Write what the archive is built on, with licences and hashes (FILE=sbom.json), and its table
	@$(PY) -m tests.dependencies $(or $(FILE),sbom.json)

samples: setup-samples ## Build the sample holdings anew from their sources (needs LibreOffice and Chromium)
	@$(PY) -m documents.build

screenshots: setup-browser ## Take pictures of the main pages, wide and narrow (FOLDER=screenshots), and those of README and guide
	@$(PY) -m tests.browser.screenshots $(or $(FOLDER),screenshots)

clean: ## Remove the environment and caches, never the holdings
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
