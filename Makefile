# make run              convert sample forms of fixtures/ to out/ (installs what is missing, builds in release mode)
# make run IN=… OUT=…   convert your own files
# make test             install, lint, build and test everything
# make fuzz             fuzz the readers under AddressSanitizer (FUZZ_SECONDS=3600 each)
# make sanitize         the tests under AddressSanitizer and ThreadSanitizer
# make growth           how the cost of every kind of input grows, in every command, and 10 MB of each (hours)
# make browser          the page in a browser, every path; hostile clients; the interface against its description
# make load             fifty people at once on the page
# make frames           what pandas, polars and DuckDB read of JSON Lines and CSV
# make faults           runs broken in every way and resumed (half an hour)
#
# Benchmarks/README.md says how the measurements are repeated.

SHELL := /bin/bash
.DEFAULT_GOAL := run
FUZZ_SECONDS ?= 3600
.PHONY: run test lint fuzz sanitize growth faults frames browser load build-packages test-packages clean

IN ?= fixtures/seeds/two-forms.tsv fixtures/gallery/*.xlsx
OUT ?= out
TRACKTABLE = .build/release/tracktable
PYTHON = .build-python/bin/python3

run: build-packages
	swift build -c release --product tracktable
	@mkdir -p "$(OUT)"
	@$(TRACKTABLE) convert $(IN) -o "$(OUT)/" $(if $(filter out,$(OUT)),--force); status=$$?; \
	echo "Open the workbooks in $(OUT)/:"; find "$(OUT)" -name '*.xlsx' | sort | head -n 20; \
	[ $$status -le 1 ]

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

test: build-packages test-packages lint
	swift build --build-tests
	TRACKTABLE_PYTHON=$(CURDIR)/.build-python/bin/python3 SWIFT_BACKTRACE=enable=no swift test --skip-build --skip PageServerTests
	# A server that is to answer in time has the processor to itself.
	SWIFT_BACKTRACE=enable=no swift test --skip-build --filter PageServerTests
	$(PYTHON) Tests/Browser/browser.py --tracktable .build/debug/tracktable
	Tests/Fuzz/build
	Tests/Fuzz/run ReadText 10 1
	Tests/Fuzz/run ReadXLSX 10 1
	Tests/Fuzz/run ReadXLS 10 1
	Tests/Fuzz/run ReadDOCX 10 1
	Tests/Fuzz/run ReadXML 10 1
	swift build -c release --product tracktable
	Tests/Growth/growth.py --self-test
	Tests/Growth/growth.py --tracktable $(TRACKTABLE) --kinds ten
	Tests/Faults/faults.py --tracktable .build/debug/tracktable --files 40 --outputs 60 --kills 5 --others 5 --to json \
	  --only kill signals two-at-once orphans poor-files
	$(MAKE) frames TRACKTABLE=.build/debug/tracktable

# Each reader in turn, FUZZ_SECONDS each.
fuzz: build-packages test-packages
	Tests/Fuzz/build
	Tests/Fuzz/run ReadText $(FUZZ_SECONDS)
	Tests/Fuzz/run ReadXLSX $(FUZZ_SECONDS)
	Tests/Fuzz/run ReadXLS $(FUZZ_SECONDS)
	Tests/Fuzz/run ReadDOCX $(FUZZ_SECONDS)
	Tests/Fuzz/run ReadXML $(FUZZ_SECONDS)

# The tests under AddressSanitizer and ThreadSanitizer. The leak detector does not know where Swift keeps a pointer's bits.
sanitize: build-packages test-packages
	ASAN_OPTIONS=detect_leaks=0 swift test --scratch-path .build-address --sanitize=address
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Tools/thread-sanitizer.txt swift test --scratch-path .build-thread --sanitize=thread

growth: build-packages test-packages
	swift build -c release --product tracktable
	Tests/Growth/growth.py --tracktable $(TRACKTABLE) --kinds all --commands all
	Tests/Growth/growth.py --tracktable $(TRACKTABLE) --kinds all --commands all --bounds

faults: build-packages test-packages
	swift build -c release --product tracktable
	Tests/Faults/faults.py --tracktable $(TRACKTABLE)

# Needs the command built.
frames: .build-frames/installed
	.build-frames/bin/python3 Tests/Frames/frames.py --tracktable $(TRACKTABLE)

.build-frames/installed: Tests/Frames/requirements.txt
	@Tests/Tools/install-packages python3 python3-venv
	python3 -m venv .build-frames
	.build-frames/bin/pip install --quiet --requirement Tests/Frames/requirements.txt
	@touch $@

browser: build-packages test-packages
	swift build -c release --product tracktable
	$(PYTHON) Tests/Browser/browser.py --tracktable $(TRACKTABLE) --full
	$(PYTHON) Tests/Browser/hostile_session.py --tracktable $(TRACKTABLE)
	$(PYTHON) Tests/Browser/description.py --tracktable $(TRACKTABLE)

load: build-packages test-packages
	swift build -c release --product tracktable
	$(PYTHON) Tests/Load/load.py --tracktable $(TRACKTABLE) --people 50 --files 20

build-packages:
	@Tests/Tools/install-packages make pkg-config libzip-dev libxlsxwriter-dev libdeflate-dev libexpat1-dev libssl-dev libsqlite3-dev

test-packages: .build-python/installed
	@Tests/Tools/install-packages libreoffice-calc-nogui libreoffice-writer-nogui libarchive-tools poppler-utils fonts-noto-cjk fonts-liberation valgrind binutils procps chromium

# A virtual environment with the second readers that the tests ask: openpyxl, calamine and xlrd; and what drives a browser.
.build-python/installed: Tests/Tools/requirements.txt
	@Tests/Tools/install-packages python3 python3-venv
	python3 -m venv .build-python
	.build-python/bin/pip install --quiet --requirement Tests/Tools/requirements.txt
	@touch $@

clean:
	rm -rf .build .build-python out
