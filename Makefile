# make run and make test work on a bare Debian 12 or 13; elsewhere they use an installed QGIS 3.40 or newer.
SHELL := /bin/bash
BUILD := $(or $(YALU_BUILD),build)
PYTHON := $(BUILD)/venv/bin/python
PLUGIN := $(BUILD)/yalu_plugin

# Two processes, the tests of a file in one of them. A crash ends its process and is a failure; nothing is tried again.
PYTEST := -m pytest -n 2 --dist loadfile --max-worker-restart 0
FITS := tools/run_desktop_tests.py tests/desktop/test_fits.py tests/desktop/test_piled.py

.PHONY: help run test test-headless test-core test-desktop lint coverage mutants setup setup-test stage package install \
	bench chaos screenshots guide-pictures clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## installs what running needs, if anything is missing
	@tools/setup run

setup-test: ## the same for tests and lint
	@tools/setup test

stage: setup ## the plugin folder as QGIS wants it, in build/
	@$(PYTHON) tools/stage.py $(PLUGIN)

run: setup ## open QGIS with the plugin and the published survey (without a display: the tour)
	@if [[ -n "$$DISPLAY$$WAYLAND_DISPLAY" || $$(uname) == Darwin ]]; \
	then tools/desktop --here --enable tools/open.py; \
	else tools/desktop tools/tour.py && echo "The tour's results are in $(BUILD)/tour"; fi

screenshots: setup ## the tour's pictures, in build/tour
	@tools/desktop tools/tour.py

guide-pictures: setup ## the pictures of the user guide, taken again in docs/guide; look at each before it is committed
	@tools/desktop --enable --size 1366x768 --time 1800 tools/guide_pictures.py

test: setup-test test-core test-headless test-desktop ## every test: test-core, test-headless, test-desktop

# measuring what is covered takes longer: hence the higher limit for a test
test-core: ## tests of the core, in a plain Python without QGIS, and how much of it they cover: statements and branches
	@tools/setup core
	@! $(BUILD)/venv-core/bin/python -c 'import qgis' 2>/dev/null || { echo "QGIS can be imported here"; exit 1; }
	COVERAGE_FILE=$(abspath $(BUILD)/coverage-core) $(BUILD)/venv-core/bin/python $(PYTEST) --timeout 300 \
		--cov=yalu_plugin/core --cov-report= tests/core
	@$(BUILD)/venv-core/bin/python tools/coverage_by_folder.py $(BUILD)/coverage-core

# staged before: otherwise the tools that tests call do it, in both processes at the same time
test-headless: setup-test stage ## tests that need QGIS' libraries and no window
	QT_QPA_PLATFORM=offscreen $(PYTHON) $(PYTEST) tests --ignore=tests/core --ignore=tests/desktop

test-desktop: setup-test ## tests in a real QGIS window on a virtual screen
	tools/desktop --time 2400 tools/run_desktop_tests.py tests/desktop --ignore=tests/desktop/test_fits.py
	tools/desktop --size 1366x768 --locale de $(FITS)
	QT_SCALE_FACTOR=1.5 tools/desktop --size 2049x1152 --locale ko --theme "Night Mapping" $(FITS)
	QT_SCALE_FACTOR=2 tools/desktop --size 2732x1536 --locale zh-Hans $(FITS)
	@$(PYTHON) tools/package.py --dev $(PLUGIN) $(BUILD)
	tools/desktop --bare --time 120 tools/install_zip.py $(BUILD)

lint: setup-test ## style, types, imports, security
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy yalu_plugin
	$(BUILD)/venv/bin/lint-imports --no-cache
	$(PYTHON) -m pytest -q tests/test_architecture.py tests/test_names.py
	$(PYTHON) tools/check_qt6.py yalu_plugin tests tools
	@$(PYTHON) tools/stage.py $(PLUGIN)
	@# B608, SQL in a string: tests/test_architecture.py says where, and core/sql.py how values and names are quoted
	$(PYTHON) -m bandit --quiet --recursive --skip B608 $(PLUGIN)
	$(PYTHON) tools/find_secrets.py $(PLUGIN)

# measuring takes about as long again: hence the higher limit for a test
coverage: setup-test stage ## how much of each folder of the package the tests without a window run: statements and branches
	COVERAGE_FILE=$(abspath $(BUILD)/coverage) QT_QPA_PLATFORM=offscreen $(PYTHON) $(PYTEST) --timeout 600 \
		--cov --cov-report= tests --ignore=tests/desktop
	@$(PYTHON) tools/coverage_by_folder.py $(BUILD)/coverage

# in a folder of links, because mutmut works in the current one
mutants: setup-test ## changes the core in small ways and lists what no test notices (ONLY='yalu_plugin.core.survey.*')
	@mkdir -p $(BUILD)/mutation && ln -sfn $(addprefix $(CURDIR)/,yalu_plugin resources tests pyproject.toml) \
		$(BUILD)/mutation
	cd $(BUILD)/mutation && $(abspath $(PYTHON)) -m mutmut run $(if $(ONLY),'$(ONLY)')
	@cd $(BUILD)/mutation && $(abspath $(PYTHON)) -m mutmut results

package: stage ## the zip to publish; DEV=1: one to try, with the placeholders of metadata.txt
	@$(PYTHON) tools/package.py $(if $(DEV),--dev) $(PLUGIN) $(BUILD)

install: stage ## the plugin into your own QGIS profiles (PROFILE=... for another)
	@$(PYTHON) tools/install.py $(PLUGIN) $(if $(PROFILE),"$(PROFILE)")

bench: setup-test ## how long starting, stepping and large surveys take
	@tools/desktop tools/bench/start.py
	@tools/desktop --enable --size 2200x1300 --time 1200 tools/bench/step.py
	@tools/desktop --enable tools/bench/heartbeat.py
	@QT_QPA_PLATFORM=offscreen $(PYTHON) tools/bench/catalogue.py
	@$(PYTHON) -m tools.bench.dask_corridor
	@QT_QPA_PLATFORM=offscreen $(PYTHON) tools/bench/sheets.py
	@$(PYTHON) tools/bench/lists.py
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tools.bench.matrix
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tools.bench.exports
	@$(PYTHON) -m tools.bench.survey
	@tools/desktop --enable --time 7200 tools/bench/import_kmz.py
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tools.bench.overview
	@tools/desktop --enable --time 1800 tools/bench/overview_window.py
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tools.bench.pages
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tools.bench.map_picture

chaos: setup-test ## kills QGIS at work 50 times and looks whether anything is lost
	@$(PYTHON) -m tools.chaos.run

clean: ## removes everything that was built
	rm -rf $(BUILD)
