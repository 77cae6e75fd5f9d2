# Everything a developer or an owner does; see CONTRIBUTING.md.
PORT ?= 8080
DATA ?= ventanilla-data

.PHONY: help setup build package serve test format clean

help:
	@echo "make setup    install what building needs (root for system packages)"
	@echo "make build    build the command, the widget and the demo into bin/ and build/install"
	@echo "make package  build the widget's npm package into build/package and build/*.tgz"
	@echo "make serve    build, then serve the demo on PORT=$(PORT), keeping tickets in DATA=$(DATA)"
	@echo "make test     build and run every test and check"
	@echo "make format   format the C++ sources"
	@echo "make clean    remove what was built"

setup:
	@tools/setup build

build: setup build/release/build.ninja build/web/build.ninja
	cmake --build --preset release
	cmake --build --preset web
	node web/build.mjs
	rm -rf build/install/share
	cmake --install build/release --prefix build/install >build/install.log
	mkdir -p bin
	ln -sfn ../build/install/bin/ventanilla bin/ventanilla

# Ninja configures again by itself when a CMakeLists.txt changes, but not when a preset does.
build/%/build.ninja: CMakePresets.json | setup
	cmake --preset $* >build/configure-$*.log || { cat build/configure-$*.log; exit 1; }
	@touch $@

package: setup
	node web/npm/build.mjs

serve: build
	bin/ventanilla serve --port $(PORT) --data $(DATA)

test:
	@tools/setup test
	@tools/test

format:
	tools/format

clean:
	rm -rf build bin test-results playwright-report
