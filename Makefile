# The targets; `make` alone lists them.
PY := .venv/bin/python
PYTHON ?= python3
.DEFAULT_GOAL := help
.PHONY: help site serve check lock report test fuzz bench clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1	\2/'

.venv/site: requirements.lock
	@echo "setting up .venv from requirements.lock (hashes checked) …"
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/test: .venv/site requirements-test.lock
	@echo "setting up the tests' tools …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@sh tests/install-browser.sh
	@touch $@

site: .venv/site ## build everything into site/
	@$(PY) scripts/build.py check
	@echo "building the site …"
	@new=$$(mktemp -d .build.XXXXXX) && trap 'rm -rf "$$new"' EXIT && trap 'exit 1' HUP INT TERM && \
	NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs build --quiet --strict --site-dir "$$new/site" && \
	$(PY) scripts/build.py place "$$new/site" site
	@echo "site/ is ready"

serve: .venv/site ## show the site at http://127.0.0.1:8000 and follow edits
	@NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs serve --livereload --dev-addr 127.0.0.1:8000

check: .venv/site ## hold the data against itself and against the received text
	@$(PY) scripts/build.py check

lock: .venv/site ## promise the addresses that are new: write them to data/addresses.lock
	@$(PY) scripts/build.py lock

report: .venv/site ## say what the notes and sources cover, and which facts are old
	@$(PY) scripts/build.py report

fuzz: .venv/test ## change the data in 5,000 ways: each gives a site or a line a mistake
	@MUTATIONS=5000 $(PY) -m pytest --tb=line tests/test_bad_data.py -k any_change

test: .venv/test ## run every test
	@$(PY) -m pytest

bench: .venv/site ## measure the check, the builds and how they grow
	@$(PY) scripts/bench.py

clean: ## remove what was built
	rm -rf site .build.* .cache .pytest_cache
