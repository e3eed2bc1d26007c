# Two commands for a stranger: `make run` and `make test`. Each does all its own set-up; the README says what they
# stand for where there is no make.

PYTHON ?= python3
BIN := .venv/bin
unexport PYTHONDONTWRITEBYTECODE  # else every process that a test starts compiles the program anew
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-strip-extras --group build

.PHONY: run test check format bench golden pictures lock wheel

run:  ## The app with the example cases, on 127.0.0.1
	@$(PYTHON) tools/install.py run
	@$(BIN)/eva serve --demo

test: install  ## Every test; the pure files are covered to 95 % of their branches
	$(BIN)/pytest -n 3 --cov=eva

check: install  ## What the tests cannot see: style, types, directions of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench:  ## The measured ratios, as a table; fails where one misses its target
	@$(PYTHON) tools/install.py bench
	$(BIN)/python benchmarks/run.py

golden: install  ## Rewrites the expected files of the examples; read the difference before committing it
	$(BIN)/pytest tests/golden --update-golden

pictures: install  ## The pictures of the documentation, taken of the app itself
	$(BIN)/python tools/picture.py

wheel: install
	$(BIN)/hatchling build --target wheel

lock: install  ## Newest versions that pyproject.toml allows: make lock UPGRADE=--upgrade
	$(LOCK) $(UPGRADE) --output-file requirements.lock
	$(LOCK) $(UPGRADE) --group test --extra postgresql --constraint requirements.lock --output-file requirements-test.lock
	$(LOCK) $(UPGRADE) --group test --group bench --extra postgresql --constraint requirements-test.lock --output-file requirements-bench.lock

.PHONY: install
install:
	@$(PYTHON) tools/install.py test
