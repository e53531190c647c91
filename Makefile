# Every line is a command that a person could type. `make` says what there is.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# What is built is kept outside the clone, so that a second clone is not built from nothing.
CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/minsheng
CARGO_TARGET_DIR ?= $(CACHE)/target
export CARGO_TARGET_DIR
export PATH := $(CACHE)/tools/bin:$(PATH)

WASM := $(CARGO_TARGET_DIR)/wasm32-unknown-unknown/wasm/client.wasm
TESTS := $(if $(shell command -v cargo-nextest),cargo nextest run --no-tests=pass,cargo test)
# All but the client, which is for the browser only.
ROOMS := --workspace --exclude client

.PHONY: help run build site test check lint rules budget unit browser pictures golden bench clean FORCE

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: build ## the demonstration city on http://127.0.0.1:3000
	tools/run

build: site ## the release binary target/release/minsheng with its site files
	cargo build --release -p web
	mkdir -p target/release
	cmp -s $(CARGO_TARGET_DIR)/release/minsheng target/release/minsheng || install -m 755 $(CARGO_TARGET_DIR)/release/minsheng target/release/minsheng

# ---- the site files: WebAssembly, glue, style sheet, public files ----

site: target/parts/minsheng.wasm tools/node_modules/.package-lock.json
	node tools/css.mjs style/main.css target/parts/main.css
	node tools/site.mjs target/site target/parts public

# Cargo decides whether the client is old; its file keeps its time when it is not, and then nothing below runs.
$(WASM): FORCE
	tools/install rust node
	cargo build -p client --profile wasm --target wasm32-unknown-unknown

target/parts/minsheng.wasm: $(WASM) tools/node_modules/.package-lock.json
	tools/install wasm-bindgen
	mkdir -p target/parts
	wasm-bindgen --target web --no-typescript --out-name minsheng --out-dir target/glue $(WASM)
	cp target/glue/minsheng.js target/parts/minsheng.js
	tools/node_modules/.bin/wasm-opt -Oz --strip-debug --strip-producers --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue target/glue/minsheng_bg.wasm -o target/parts/minsheng.wasm

tools/node_modules/.package-lock.json: tools/package-lock.json
	npm ci --prefix tools
	touch $@

end2end/node_modules/.package-lock.json: end2end/package-lock.json
	npm ci --prefix end2end
	touch $@

# ---- the tests ----

test: ## everything that must hold; what .ci/run calls
	tools/install rust node wasm-bindgen chromium fonts postgres
	$(MAKE) lint
	$(MAKE) rules
	$(MAKE) check
	$(MAKE) site
	$(MAKE) budget
	$(MAKE) unit
	$(MAKE) build
	$(MAKE) browser

lint: end2end/node_modules/.package-lock.json ## form of the code: format of Rust, types of the browser tests
	cargo fmt --all --check
	npm run --prefix end2end types

rules: ## the rules of the house that no compiler knows
	node tools/house-rules.mjs

check: ## clippy, for the server and for the browser
	mkdir -p target/site
	cargo clippy $(ROOMS) --all-targets -- -D warnings
	cargo clippy -p client --target wasm32-unknown-unknown -- -D warnings

unit: ## unit and domain tests, on SQLite and on PostgreSQL
	mkdir -p target/site
	tools/postgres-throwaway $(TESTS) $(ROOMS)

budget: ## what the site weighs, against its budget
	node tools/budget.mjs target/site

browser: end2end/node_modules/.package-lock.json ## browser tests of the built binary, with and without JavaScript
	npm test --prefix end2end

pictures: end2end/node_modules/.package-lock.json ## screenshots of every page into end2end/pictures
	npm run --prefix end2end pictures

golden: end2end/node_modules/.package-lock.json ## accept the accessibility trees of today as the right ones
	npm run --prefix end2end golden

bench: site ## the benchmarks, each as a ratio to a floor measured in the same run
	node tools/bench.mjs target/bench.json

clean: ## remove what was built in the clone; the cache stays
	rm -rf target tools/node_modules end2end/node_modules end2end/pictures
