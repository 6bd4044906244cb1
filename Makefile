# The targets; `make` alone lists them.
PY := .venv/bin/python
PYTHON ?= python3
.DEFAULT_GOAL := help
.PHONY: help site serve nginx offline check lock new report links-out schemas test fuzz lint coverage locks bench clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1	\2/'

.venv/site: requirements.lock
	@echo "setting up .venv from requirements.lock (hashes checked) …"
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/test: .venv/site requirements-test.lock tests/install.sh tests/package-lock.json
	@echo "setting up the tests' tools …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@sh tests/install.sh
	@touch $@

site: .venv/site ## build everything into site/
	@$(PY) scripts/build.py check
	@echo "building the site …"
	@new=$$(mktemp -d .build.XXXXXX) && trap 'rm -rf "$$new"' EXIT && trap 'exit 1' HUP INT TERM && \
	NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs build --quiet --strict --site-dir "$$new/site" && \
	$(PY) scripts/build.py place "$$new/site" site
	@echo "site/ is ready"

# The preview is kept in memory where that is possible: an edit writes all its pages anew.
serve: .venv/site ## show the site at http://127.0.0.1:8000 and follow edits
	@own=$$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d) && trap 'rm -rf "$$own"' EXIT && \
	trap : INT && trap 'exit 1' HUP TERM && NO_MKDOCS_2_WARNING=1 TMPDIR="$$own" \
	$(PY) -m mkdocs serve --livereload --dev-addr 127.0.0.1:8000

nginx: site ## make site/ ready for nginx with deploy/nginx.conf
	@$(PY) scripts/for_nginx.py site
	@echo "site/ is ready for nginx"

offline: site ## make offline.zip, a copy that opens from a folder by double click
	@$(PY) scripts/offline.py site offline.zip
	@echo "offline.zip is ready"

check: .venv/site ## hold the data against itself and against the received text
	@$(PY) scripts/build.py check

lock: .venv/site ## promise the addresses that are new: write them to data/addresses.lock
	@$(PY) scripts/build.py lock

new: .venv/site ## write a record to fill in: make new kind=capability id=a-new-id
	@$(PY) scripts/build.py new "$(kind)" "$(id)"

schemas: .venv/site ## write the JSON Schemas that editors' tools read to schemas/
	@$(PY) scripts/build.py schemas schemas

links-out: .venv/site ## ask every outside address that the edition links to whether it answers
	@$(PY) scripts/links_out.py

report: .venv/site ## say what the notes and sources cover, and which facts are old
	@$(PY) scripts/build.py report

fuzz: .venv/test ## change the data in 5,000 ways: each gives a site or a line a mistake
	@MUTATIONS=5000 $(PY) -m pytest --dist load --tb=line tests/test_bad_data.py -k any_change

test: .venv/test ## run every test
	@$(PY) -m pytest

lint: .venv/test ## hold code to its form and its types, workflows to their rules
	@$(PY) -m ruff check && $(PY) -m ruff format --check && $(PY) -m mypy
	@.venv/bin/actionlint && .venv/bin/zizmor --offline --no-progress --quiet .github/workflows

coverage: .venv/test ## run every test and list the lines of scripts/ that none reaches
	@$(PY) -m pytest --cov --cov-report=term-missing:skip-covered

COMPILE := .venv/bin/pip-compile --quiet --generate-hashes --no-emit-find-links --no-emit-index-url \
	--no-emit-trusted-host --strip-extras
locks: .venv/test ## write the lock files anew from requirements.in and requirements-test.in
	@$(COMPILE) --output-file=requirements.lock requirements.in
	@$(COMPILE) --allow-unsafe --output-file=requirements-test.lock requirements-test.in

bench: .venv/test ## measure the check, the builds and how they grow
	@$(PY) tests/bench.py

clean: ## remove what was built
	rm -rf site offline.zip .build.* .cache .pytest_cache
