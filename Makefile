# make run              convert the fixtures to out/ (installs what is missing, builds in release mode)
# make run IN=… OUT=…   convert your own files
# make test             install, lint, build and test everything
# make fuzz             fuzz the readers until stopped (SECONDS=… for a limit)
# make bench            the benchmarks (see Benchmarks/README.md)

SHELL := /bin/bash
.DEFAULT_GOAL := run
.PHONY: run test lint build-packages test-packages clean

IN ?= fixtures/seeds
OUT ?= out
TRACKTABLE = .build/release/tracktable

run: build-packages
	swift build -c release --product tracktable
	@mkdir -p "$(OUT)"
	@$(TRACKTABLE) convert $(IN) -o "$(OUT)/" $(if $(filter out,$(OUT)),--force) || [ $$? -eq 1 ]
	@echo "Open the workbooks in $(OUT)/:" && find "$(OUT)" -name '*.xlsx' | sort | head -n 12

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

test: build-packages test-packages lint
	swift build --build-tests
	TRACKTABLE_PYTHON=$(CURDIR)/.build-python/bin/python3 swift test --skip-build

build-packages:
	@Tests/Tools/install-packages make pkg-config libzip-dev libexpat1-dev libxlsxwriter-dev

test-packages: .build-python/installed
	@Tests/Tools/install-packages libreoffice-calc-nogui poppler-utils fonts-noto-cjk

# A virtual environment with the second readers that the tests ask: openpyxl and calamine.
.build-python/installed: Tests/Tools/requirements.txt
	@Tests/Tools/install-packages python3 python3-venv
	python3 -m venv .build-python
	.build-python/bin/pip install --quiet --requirement Tests/Tools/requirements.txt
	@touch $@

clean:
	rm -rf .build .build-python out
