# Two commands matter: `make run` opens the application on the sample, `make test` passes every test.
# Both install what is missing first. CONTRIBUTING.md says more.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

# The one package selection and the one profile, for build, clippy, tests, end-to-end and benchmarks. Another
# selection changes the features of shared dependencies, and each such change compiles Typst and Tauri again.
SELECTION := --release --workspace --all-targets

TARGET := $(or $(CARGO_TARGET_DIR),target)
BIN := $(TARGET)/release
DEMO := target/demo
TOOLS := target/tools
UI_SOURCES := $(shell find ui assets/fonts assets/locales assets/icons -type f \
	-not -path '*/node_modules/*' -not -path 'ui/dist*' -not -path 'ui/tests/*' 2>/dev/null)
# The end-to-end suite wants a screen and a session bus of its own.
SCREEN := dbus-run-session -- xvfb-run --auto-servernum --server-args='-screen 0 1920x1200x24'

.PHONY: help
help: ## What can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

.PHONY: setup
setup: ## Install what is missing: system packages, npm packages, tools
	@.ci/setup

.PHONY: ui
ui: setup ui/dist/index.html ## Build the page

ui/dist/index.html: $(UI_SOURCES)
	@cd ui && npm run --silent build
	@touch $@

.PHONY: build
build: ui ## Build everything
	@.ci/own-target "$(TARGET)"
	cargo build $(SELECTION)

.PHONY: run
run: build ## Open the application on the sample workspace; without a display, write the demo files
	@.ci/demo "$(BIN)" "$(DEMO)"

.PHONY: lint
lint: ui ## rustfmt, clippy with warnings denied, eslint, prettier, svelte-check
	cargo fmt --all --check
	cargo clippy $(SELECTION) -- -D warnings
	cd ui && npm run --silent lint && npm run --silent check

.PHONY: test
test: lint build ## Every test, the end-to-end suite in the real window included
	cd ui && npm run --silent test
	PATH="$(abspath $(TOOLS))/bin:$$PATH" $(SCREEN) cargo nextest run --release --workspace

.PHONY: bench
bench: build ## Measure Hadaf beside its peers: the numbers of BENCHMARKS.md
	python3 -m venv $(TOOLS)/bench && $(TOOLS)/bench/bin/pip install --quiet --requirement tests/bench/requirements.txt
	mkdir -p target/bench && "$(BIN)/examples/large" target/bench/large.hadaf 100000
	$(TOOLS)/bench/bin/python tests/bench/run.py "$(abspath $(BIN))/hadaf" target/bench
	HADAF_LARGE="$(abspath target/bench)/large.hadaf" \
		cargo bench --workspace --bench svg --bench forecast --bench scenario --bench slider --bench overview
	for turn in 1 2 3 4 5; do $(SCREEN) cargo nextest run --release --workspace --no-capture \
		-E 'test(the_shipped_program_opens_what_it_is_given)' 2>&1 | grep 'first painted'; done

.PHONY: judges
judges: build ## Let openpyxl, frictionless, SDMX readers and LibreOffice read what is exported
	python3 -m venv $(TOOLS)/outside && $(TOOLS)/outside/bin/pip install --quiet --requirement tests/outside/requirements.txt
	"$(BIN)/examples/export" target/outside 1000
	$(TOOLS)/outside/bin/python tests/outside/check.py target/outside

.PHONY: fmt
fmt: ## Format Rust, TypeScript and Svelte
	cargo fmt --all
	cd ui && npm run --silent format

.PHONY: icons
icons: ## Draw every size of the icon from assets/icons/hadaf.svg (fetches the Tauri CLI from npm)
	cd ui && npx --yes @tauri-apps/cli@2 icon ../assets/icons/hadaf.svg --output ../src-tauri/icons
	rm -rf src-tauri/icons/{android,ios} src-tauri/icons/{Square,StoreLogo}*
