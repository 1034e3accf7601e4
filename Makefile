# Everything a newcomer needs: stock Python 3.11 and its bundled pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test browser screenshots check format clean

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable . --constraint constraints.txt
	@touch $@

$(VENV)/developing: $(VENV)/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]' --constraint constraints.txt
	@touch $@

demo: $(VENV)/installed  ## a folder of reports goes in, the record comes out
	@$(BIN)/python examples/demo.py

test: $(VENV)/developing  ## every test
	$(BIN)/pytest

$(VENV)/browsing: $(VENV)/developing
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev,browser]' --constraint constraints.txt
	@touch $@

browser: $(VENV)/browsing  ## the desk in a real browser: apt-get install chromium
	$(BIN)/pytest tests/browser

screenshots: $(VENV)/browsing  ## the pictures in docs/desk.md
	$(BIN)/python docs/screenshots.py

check: $(VENV)/developing  ## style, types and structure
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest tests/test_architecture.py

format: $(VENV)/developing
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist src/*.egg-info
