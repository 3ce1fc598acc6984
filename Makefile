# Two commands do everything on a fresh machine with Python 3.11 or newer, make and a C compiler:
#   make demo   sets up, reads the examples, shows what was found
#   make test   sets up, passes the fast tests
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SETUP = $(VENV)/.set-up
DEV_SETUP = $(VENV)/.set-up-dev
MODEL_VENV ?= .venv-model
MODEL_BIN = $(MODEL_VENV)/bin
MODEL_SETUP = $(MODEL_VENV)/.set-up
SHARED ?= ../shared

.PHONY: help setup demo test test-all check docs lock bench evaluate screenshots model clean

help:
	@sed -n 's/^\([a-z-]*\):.*## /\1  /p' $(MAKEFILE_LIST)

$(SETUP): requirements/main.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Detente needs Python 3.11 or newer; say which with PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/main.txt
	$(BIN)/python -m pip install --quiet --no-deps -r requirements/build.txt --require-hashes
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_SETUP): $(SETUP) requirements/dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

setup: $(SETUP) ## install what Detente needs into .venv

demo: $(SETUP) ## read the example dispatches and show what was found
	@$(BIN)/detente demo

test: $(DEV_SETUP) ## the fast tests (under five minutes)
	@$(BIN)/python -m pytest -m "not slow"

test-all: $(DEV_SETUP) ## all tests
	@$(BIN)/python -m pytest

check: $(DEV_SETUP) ## linters, type checker, layer contract, knowledge, generated pages
	$(BIN)/ruff format --check src tests bench tools
	$(BIN)/ruff check src tests bench tools
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m detente.knowledge check
	$(BIN)/python docs/generate.py --check

docs: $(DEV_SETUP) ## write the generated pages anew
	$(BIN)/python docs/generate.py

bench: $(DEV_SETUP) ## speed, memory and start-up, in one run
	@$(BIN)/python bench/reading.py $(SHARED)/real

evaluate: $(DEV_SETUP) ## figures on the development sets, where they are
	@$(BIN)/python bench/evaluate.py $(SHARED)/dev

screenshots: $(DEV_SETUP) ## pictures of every view of the page on the examples (needs Chromium)
	@$(BIN)/python tools/screenshots.py

$(MODEL_SETUP): requirements/main.txt requirements/model.txt pyproject.toml
	test -x $(MODEL_BIN)/python || $(PYTHON) -m venv $(MODEL_VENV)
	$(MODEL_BIN)/python -m pip install --quiet --require-hashes -r requirements/main.txt
	$(MODEL_BIN)/python -m pip install --quiet -r requirements/model.txt
	$(MODEL_BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/build.txt
	$(MODEL_BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

model: $(MODEL_SETUP) ## train the second coder anew from training/ (half an hour on two cores)
	$(MODEL_BIN)/detente train training/boundaries --out src/detente/reading/second_coder_model

lock: ## pin all dependencies with hashes (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements/main.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --group dev pyproject.toml -o requirements/dev.txt
	echo hatchling editables | tr ' ' '\n' | uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header - -o requirements/build.txt

clean: ## remove what was set up and made
	rm -rf $(VENV) demo screenshots .pytest_cache .mypy_cache .ruff_cache
