# Each target works as the only command on a fresh machine with Python 3.11 or newer: it makes .venv and installs from the lock first.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo desk test check gate quality bench fuzz screenshots translations lock clean

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

help:
	@echo "make demo           read the example documents and show what they say"
	@echo "make desk           the same examples in the browser, on this machine"
	@echo "make test           run the tests"
	@echo "make check          ruff, mypy --strict, import contracts, documentation"
	@echo "make gate           quality floors on gold documents"
	@echo "make quality        measure again and write docs/quality.md"
	@echo "make bench          speed and memory of extraction and tagger, figures of the tagger"
	@echo "make fuzz           make up many requests from the description of the interface for programs"
	@echo "make screenshots    take a picture of every page, into screenshots/ (needs Chromium)"
	@echo "make translations   compile the messages after a change"
	@echo "make lock           make requirements.lock anew (needs uv)"
	@echo "make clean          remove the virtual environment and caches"

demo: $(READY)
	@$(BIN)/elshi demo

desk: $(READY)
	@$(BIN)/elshi demo --serve

test: $(READY)
	@$(BIN)/python -m pytest

check: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python hatch_build.py check
	@$(BIN)/python -m pytest tests/test_documentation.py

gate: $(READY)
	@$(BIN)/python -m quality.gate

quality: $(READY)
	@$(BIN)/python -m quality.report

bench: $(READY)
	@$(BIN)/python -m benchmarks.extraction
	@$(BIN)/python -m benchmarks.tagging
	@if [ -d ../shared/data ]; then $(BIN)/python -m training.evaluate elshi/tagging/model --shared ../shared; \
	else echo "no figures of the tagger: the public test sets are not in ../shared/data"; fi

fuzz: $(READY)
	@ELSHI_FUZZ=$${ELSHI_FUZZ:-200} $(BIN)/python -m pytest tests/web/test_description.py

screenshots: $(READY)
	@$(BIN)/python -m quality.screenshots screenshots

translations: $(READY)
	@$(BIN)/pybabel compile --directory elshi/translations --domain elshi
	@$(BIN)/pybabel compile --directory elshi/translations --domain desk

lock:
	@uv pip compile pyproject.toml --extra development --universal --generate-hashes --python-version 3.11 --no-header --quiet -o requirements.lock

clean:
	@rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist

# PYTHON may name the interpreter; otherwise the first that is new enough is taken.
$(READY): requirements.lock pyproject.toml hatch_build.py $(wildcard elshi/web/islands/*.json elshi/web/islands/*.mjs elshi/web/islands/src/*.ts)
	@python=""; \
	for candidate in $${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do \
	    if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python="$$candidate"; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "Elshi needs Python 3.11 or newer; name it with PYTHON=/path/to/python make …" >&2; exit 1; fi; \
	if ! "$$python" -m venv $(VENV); then \
	    echo "$$python cannot make a virtual environment: install its venv module (python3-venv)" >&2; exit 1; \
	fi; \
	echo "Installing into $(VENV) with $$("$$python" --version) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@test -f elshi/web/static/islands.js || echo "The scripts of the pages could not be built; the pages work without them."
	@touch $@
