# One target each; `make demo` and `make test` set up all that they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test format lint types bench docs model clean

$(BIN)/twosource: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch $@

# The example holds two files that nobody can read: exit code 3 says that they were quarantined, and is expected here.
demo: $(BIN)/twosource
	$(BIN)/twosource brief examples/*/articles --out demo || test $$? -eq 3

test: $(BIN)/twosource
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: $(BIN)/twosource
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lint: $(BIN)/twosource
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(BIN)/twosource
	$(BIN)/mypy

bench: $(BIN)/twosource
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python -m bench

docs: $(BIN)/twosource
	$(BIN)/python -m docs.build

model: $(BIN)/twosource
	$(BIN)/python -m pip install --quiet --editable ".[training]"
	$(BIN)/python -m training
	$(BIN)/python -m training.leanings
	$(BIN)/python -m training.pair_reader
	$(BIN)/python -m training.pair_sums

clean:
	rm -rf $(VENV) demo
