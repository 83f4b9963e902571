# make run              convert sample forms of fixtures/ to out/ (installs what is missing, builds in release mode)
# make run IN=… OUT=…   convert your own files
# make test             install, lint, build and test everything
# make install PREFIX=… the command, its manual and completions below PREFIX (/usr/local); make uninstall takes them away
# make deb              the same as a Debian package, in out/
# make life             the package from install to purge in a bare root (root, network)
# make fuzz             fuzz the readers under AddressSanitizer (FUZZ_SECONDS=3600 each)
# make sanitize         the tests under AddressSanitizer and ThreadSanitizer
# make growth           how the cost of every kind of input grows, in every command, and 10 MB of each (hours)
# make browser          the page in a browser, every path; hostile clients; the interface against its description
# make load             fifty people at once on the page
# make frames           what pandas, polars and DuckDB read of JSON Lines and CSV
# make spark            10,000 files through Spark on two workers of this machine (Java), compared with one run
# make fleet            10,000 files in sixteen shards, put together and compared with one run
# make examples         the programs of Examples/, built as packages outside of this one
# make docs             the documentation of the library, in .build/documentation
# make faults           runs broken in every way and resumed (half an hour)
# make help             these lines
#
# Benchmarks/README.md says how the measurements are repeated.

SHELL := /bin/bash
.DEFAULT_GOAL := run
FUZZ_SECONDS ?= 3600
# One a reader, and one for XML alone.
FUZZ_TARGETS := $(notdir $(wildcard Tests/Fuzz/Read*))
.PHONY: run test lint install install-files uninstall deb life help fuzz sanitize growth faults frames spark fleet browser load examples docs build-packages test-packages clean

IN ?= fixtures/seeds/two-forms.tsv fixtures/gallery/*.xlsx
OUT ?= out
TRACKTABLE = .build/release/tracktable
PYTHON = .build-python/bin/python3

# What a target is doing and how far it is: $(call step,target,number,of,what,the same in Chinese).
CHINESE := $(filter zh%,$(firstword $(LC_ALL) $(LC_MESSAGES) $(LANG)))
step = @printf '\n[make $(1) %s/%s] %s\n' $(2) $(3) '$(if $(CHINESE),$(5),$(4))'

# The Swift runtime is in the program, so that it runs where there is no toolchain.
RELEASE = swift build -c release --static-swift-stdlib --product tracktable

run:
	$(call step,run,1,3,Debian packages that the build needs,编译需要的 Debian 软件包)
	@$(MAKE) --no-print-directory build-packages
	$(call step,run,2,3,The release build; the first one compiles all packages and takes minutes,编译；第一次要编译所有软件包，需要几分钟)
	$(RELEASE)
	$(call step,run,3,3,Converting to $(OUT)/,转换到 $(OUT)/)
	@mkdir -p "$(OUT)"
	@$(TRACKTABLE) convert $(IN) -o "$(OUT)/" $(if $(filter out,$(OUT)),--force); status=$$?; \
	echo "$(if $(CHINESE),请打开 $(OUT)/ 中的工作簿：,Open the workbooks in $(OUT)/:)"; find "$(OUT)" -name '*.xlsx' | sort | head -n 20; \
	[ $$status -le 1 ]

lint:
	swift format lint --strict --recursive Sources Tests Examples Package.swift

test:
	$(call step,test,1,12,Debian packages and Python packages that build and tests need,编译和测试需要的 Debian 软件包和 Python 软件包)
	@$(MAKE) --no-print-directory build-packages test-packages
	$(call step,test,2,12,The style of the sources,源代码的格式)
	@$(MAKE) --no-print-directory lint
	$(call step,test,3,12,The debug build with all tests,编译调试版和全部测试)
	swift build --build-tests
	$(call step,test,4,12,The tests of all modules and of the command,各模块和命令的测试)
	TRACKTABLE_PYTHON=$(CURDIR)/.build-python/bin/python3 SWIFT_BACKTRACE=enable=no swift test --skip-build --skip PageServerTests
	$(call step,test,5,12,The tests of the server: it is to answer in time and has the processor to itself,网页服务的测试：要求按时应答，单独运行)
	SWIFT_BACKTRACE=enable=no swift test --skip-build --filter PageServerTests
	$(call step,test,6,12,The page in a browser,浏览器里的网页)
	$(PYTHON) Tests/Browser/browser.py --tracktable .build/debug/tracktable
	$(call step,test,7,12,The programs of Examples, and the documentation of the library,Examples 里的程序，和库的文档)
	@$(MAKE) --no-print-directory examples
	Documentation/build
	$(call step,test,8,12,Fuzzing every reader for ten seconds,每个读取器的模糊测试，各十秒)
	Tests/Fuzz/build
	set -e; for target in $(FUZZ_TARGETS); do Tests/Fuzz/run $$target 10 1; done
	$(call step,test,9,12,The release build,编译发布版)
	$(RELEASE)
	$(call step,test,10,12,How the cost of ten kinds of input grows,十种输入的开销怎样增长)
	Tests/Growth/growth.py --self-test
	Tests/Growth/growth.py --tracktable $(TRACKTABLE) --kinds ten
	$(call step,test,11,12,Runs that are broken and resumed,中断后续做)
	Tests/Faults/faults.py --tracktable .build/debug/tracktable --files 40 --outputs 60 --kills 5 --others 5 --to json \
	  --only kill signals two-at-once orphans poor-files
	$(call step,test,12,12,What pandas and polars and DuckDB read of the outputs,pandas、polars 和 DuckDB 读到的输出)
	@$(MAKE) --no-print-directory frames TRACKTABLE=.build/debug/tracktable
	@printf '\n[make test] %s\n' '$(if $(CHINESE),全部通过。,Everything passed.)'

# The command, its manual in both languages, and completions for bash, zsh and fish.
PREFIX ?= /usr/local
DESTDIR ?=
ZSH_COMPLETIONS ?= $(PREFIX)/share/zsh/site-functions
BASH_COMPLETIONS = $(PREFIX)/share/bash-completion/completions
FISH_COMPLETIONS = $(PREFIX)/share/fish/vendor_completions.d
MANUAL = $(PREFIX)/share/man

install:
	$(call step,install,1,3,Debian packages that the build needs,编译需要的 Debian 软件包)
	@$(MAKE) --no-print-directory build-packages
	$(call step,install,2,3,The release build; the first one compiles all packages and takes minutes,编译；第一次要编译所有软件包，需要几分钟)
	$(RELEASE)
	$(call step,install,3,3,Installing below $(DESTDIR)$(PREFIX),安装到 $(DESTDIR)$(PREFIX))
	@$(MAKE) --no-print-directory install-files

# Installs the program that is built.
install-files:
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(BASH_COMPLETIONS)" "$(DESTDIR)$(ZSH_COMPLETIONS)" "$(DESTDIR)$(FISH_COMPLETIONS)"
	@install -m 755 "$(TRACKTABLE)" "$(DESTDIR)$(PREFIX)/bin/tracktable"
	@"$(TRACKTABLE)" --generate-completion-script bash | sed '1{/^#!/d}' > "$(DESTDIR)$(BASH_COMPLETIONS)/tracktable"
	@"$(TRACKTABLE)" --generate-completion-script zsh > "$(DESTDIR)$(ZSH_COMPLETIONS)/_tracktable"
	@"$(TRACKTABLE)" --generate-completion-script fish > "$(DESTDIR)$(FISH_COMPLETIONS)/tracktable.fish"
	@Documentation/manual/make-manual "$(TRACKTABLE)" "$(DESTDIR)$(MANUAL)"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/tracktable" "$(DESTDIR)$(BASH_COMPLETIONS)/tracktable" "$(DESTDIR)$(ZSH_COMPLETIONS)/_tracktable" \
	  "$(DESTDIR)$(FISH_COMPLETIONS)/tracktable.fish" "$(DESTDIR)$(MANUAL)"/man1/tracktable{,-*}.1 "$(DESTDIR)$(MANUAL)"/zh_CN/man1/tracktable{,-*}.1

deb:
	$(call step,deb,1,3,Debian packages that the build needs,编译需要的 Debian 软件包)
	@$(MAKE) --no-print-directory build-packages
	@Tests/Tools/install-packages dpkg-dev binutils chrpath
	$(call step,deb,2,3,The release build; the first one compiles all packages and takes minutes,编译；第一次要编译所有软件包，需要几分钟)
	$(RELEASE)
	$(call step,deb,3,3,The package,生成软件包)
	@Integrations/Debian/build-package "$(TRACKTABLE)" out

life: deb
	@Tests/Tools/install-packages debootstrap lintian
	Tests/Package/life out

help:
	@sed -n 's/^# \?//p;/^$$/q' Makefile

# Each reader in turn, FUZZ_SECONDS each.
fuzz: build-packages test-packages
	Tests/Fuzz/build
	set -e; for target in $(FUZZ_TARGETS); do Tests/Fuzz/run $$target $(FUZZ_SECONDS); done

# The tests under AddressSanitizer and ThreadSanitizer; those with a time limit apart, where they do not wait for all others. The leak detector
# does not know where Swift keeps a pointer's bits; ThreadSanitizer keeps memory of its own in files, which a limit on files breaks.
TIMED_TESTS = PageServerTests|RequestWorkersTests|WorkerPoolTests|ResumeTests
sanitize: build-packages test-packages
	ASAN_OPTIONS=detect_leaks=0 swift test --scratch-path .build-address --sanitize=address --skip '$(TIMED_TESTS)'
	ASAN_OPTIONS=detect_leaks=0 swift test --scratch-path .build-address --sanitize=address --skip-build --filter '$(TIMED_TESTS)'
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Tools/thread-sanitizer.txt swift test --scratch-path .build-thread --sanitize=thread \
	  --skip '$(TIMED_TESTS)|aFileTooLargeIsARefusalOfThatOutput|workbooksNeedNoScratchSpace'
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Tools/thread-sanitizer.txt swift test --scratch-path .build-thread --sanitize=thread \
	  --skip-build --filter '$(TIMED_TESTS)'

growth: build-packages test-packages
	$(RELEASE)
	Tests/Growth/growth.py --tracktable $(TRACKTABLE) --kinds all --commands all
	Tests/Growth/growth.py --tracktable $(TRACKTABLE) --kinds all --commands all --bounds

faults: build-packages test-packages
	$(RELEASE)
	Tests/Faults/faults.py --tracktable $(TRACKTABLE)

# Needs the command built.
frames: .build-frames/installed
	.build-frames/bin/python3 Tests/Frames/frames.py --tracktable $(TRACKTABLE)

.build-frames/installed: Tests/Frames/requirements.txt
	@Tests/Tools/install-packages python3 python3-venv
	python3 -m venv .build-frames
	.build-frames/bin/pip install --quiet --requirement Tests/Frames/requirements.txt
	@touch $@

spark: build-packages .build-spark/installed
	$(RELEASE)
	@.build-spark/bin/pip install --quiet --force-reinstall --no-deps ./Integrations/Spark
	.build-spark/bin/python3 Tests/Spark/spark.py --tracktable $(TRACKTABLE) --files 10000

.build-spark/installed: Tests/Spark/requirements.txt
	@Tests/Tools/install-packages python3 python3-venv openjdk-17-jre-headless procps
	python3 -m venv .build-spark
	.build-spark/bin/pip install --quiet --requirement Tests/Spark/requirements.txt
	@touch $@

fleet: build-packages test-packages
	$(RELEASE)
	$(PYTHON) Tests/Fleet/fleet.py --tracktable $(TRACKTABLE)

browser: build-packages test-packages
	$(RELEASE)
	$(PYTHON) Tests/Browser/browser.py --tracktable $(TRACKTABLE) --full
	$(PYTHON) Tests/Browser/hostile_session.py --tracktable $(TRACKTABLE)
	$(PYTHON) Tests/Browser/description.py --tracktable $(TRACKTABLE)

load: build-packages test-packages
	$(RELEASE)
	$(PYTHON) Tests/Load/load.py --tracktable $(TRACKTABLE) --people 50 --files 20

examples: build-packages test-packages
	swift build --package-path Examples
	$(PYTHON) Tests/Examples/examples.py --programs Examples/.build/debug

docs: build-packages
	swift build --target TrackTable
	Documentation/build

# What a toolchain needs that was unpacked and not installed: its own libraries, a linker, and what it links with.
TOOLCHAIN_PACKAGES = binutils ca-certificates git libc6-dev libcurl4 libgcc-12-dev libncurses6 libsqlite3-0 libstdc++-12-dev libxml2

build-packages:
	@Tests/Tools/install-packages $(TOOLCHAIN_PACKAGES) make pkg-config libzip-dev libxlsxwriter-dev libdeflate-dev libexpat1-dev libssl-dev libsqlite3-dev python3

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
