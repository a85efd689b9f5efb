# Two commands do everything on a fresh machine: `make start` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FOLDER ?= $(HOME)/rapportkit
PORT ?= 8888

.PHONY: start test lint types tidy bench browser clean help

help:
	@echo "make start   put the lessons into $(FOLDER) and open JupyterLab on the first"
	@echo "make test    every test, in a browser too"
	@echo "make lint    style and types      make tidy   format code and lessons      make bench   the figures"

start: $(VENV)/.lab
	$(BIN)/rapportkit start --folder "$(FOLDER)" --port $(PORT)

test: $(VENV)/.test browser
	$(BIN)/python -m pytest

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

tidy: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m tests.tidy

bench: $(VENV)/.test browser
	$(BIN)/python -m pytest tests/benchmarks --benchmark-enable -s

# A browser of the machine's own, or Debian's where there is none and we may install one.
browser: $(VENV)/.test
	$(BIN)/python -m tests.browser_here

$(VENV)/.uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@touch $@

$(VENV)/.lab: $(VENV)/.uv pyproject.toml
	$(BIN)/uv pip install --quiet --python $(BIN)/python -e ".[lab]"
	@touch $@

$(VENV)/.test: $(VENV)/.uv pyproject.toml
	$(BIN)/uv pip install --quiet --python $(BIN)/python -e ".[test]"
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
