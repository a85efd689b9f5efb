# Two commands do everything on a fresh machine: `make start` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE := build/site/env
FOLDER ?= $(HOME)/rapportkit
PORT ?= 8888
NO_BROWSER ?=
APP ?=

.PHONY: help start desk test site-test lint tidy bench browser site clean

help:
	@echo "make start   put the lessons into $(FOLDER) and open JupyterLab on the first"
	@echo "             (FOLDER=..., PORT=..., NO_BROWSER=1 to print the address only,"
	@echo "             APP=1 for pages without a notebook)"
	@echo "make desk    a coach's desk (FOLDER=...: where the assignments lie)"
	@echo "make test    every test, in a browser too; make site-test every lesson outside JupyterLab"
	@echo "make site    the lessons without a server, for any web host, in dist/site"
	@echo "make lint    style and types      make tidy   format code and lessons      make bench   the figures"

# exec: a signal to make then reaches the server itself, with no shell in between to be left without it.
start: $(VENV)/.lab $(if $(APP),$(VENV)/.app)
	@exec $(BIN)/rapportkit start --folder "$(FOLDER)" --port $(PORT) $(if $(NO_BROWSER),--no-browser) $(if $(APP),--app)

# A coach's desk: FOLDER says where the assignments lie.
desk: FOLDER = $(HOME)/rapportkit-coach
desk: $(VENV)/.lab
	@exec $(BIN)/rapportkit coach desk "$(FOLDER)" --port $(PORT) $(if $(NO_BROWSER),--no-browser)

test: $(VENV)/.test browser
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder -m "not site"

# Apart: it needs npm, and a browser busy for minutes with every lesson outside JupyterLab.
site-test: $(VENV)/.test browser
	$(BIN)/python -m pytest -m site

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tests.tidy --check

tidy: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m tests.tidy

FIGURES := $(wildcard tests/test_*figures.py tests/*/test_*figures.py) tests/ground/test_data.py

# proselint is only for the comparison; without it (no network) the rest is measured all the same.
bench: $(VENV)/.test
	-@$(BIN)/uv pip install --quiet --python $(BIN)/python proselint
	$(BIN)/python -m pytest tests/benchmarks tests/talk/test_hostile_talks.py $(FIGURES) --benchmark-enable -s

site: $(SITE)/.made
	@$(SITE)/bin/python -m tests.site.build

# A browser of the machine's own, or Debian's where there is none and we may install one.
browser: $(VENV)/.test
	@$(BIN)/python -m tests.browser_here

$(VENV)/.uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "rapportkit needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python cannot make environments here. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@touch $@

# Installed again when what an installation copies has changed: the requirements, JupyterLab's settings, the lessons.
COPIED := pyproject.toml $(wildcard rapportkit/labextension/* notebooks/*.ipynb)

# Compiled now, or each lesson compiles thousands of files when it opens wherever Python may not keep the result.
INSTALL := $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -e
COMPILE := $(BIN)/python -m compileall -q rapportkit

$(VENV)/.lab: $(VENV)/.uv $(COPIED)
	$(INSTALL) ".[lab]"
	$(COMPILE)
	@touch $@

$(VENV)/.app: $(VENV)/.lab
	$(INSTALL) ".[app,lab]"
	@touch $@

$(VENV)/.test: $(VENV)/.uv $(COPIED)
	$(INSTALL) ".[test]"
	$(COMPILE)
	@touch $@ $(VENV)/.lab $(VENV)/.app

# An environment of its own: JupyterLab would complain of what belongs to JupyterLite.
$(SITE)/.made: $(VENV)/.uv pyproject.toml
	$(BIN)/uv venv --quiet --allow-existing --python $(BIN)/python $(SITE)
	$(BIN)/uv pip install --quiet --python $(SITE)/bin/python -e ".[site]"
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
