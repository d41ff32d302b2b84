# Each target first calls scripts/bootstrap, which installs what is missing and is a fast no-op otherwise.
SWIFT ?= swift
PREFIX ?= /usr/local
SCALE ?=
WORKSPACE ?=

# Cross-module optimisation is set here and not in Package.swift: unsafe flags there would shut library users out.
RELEASE_FLAGS = -c release -Xswiftc -cross-module-optimization --product oraferry
BINARY = .build/release/oraferry

.PHONY: all build demo test torture conformance conformance-matrix fuzz fuzz-short fuzz-build lint format bench bench-client \
  bench-build install release release-check clean bootstrap

all: build

bootstrap:
	@scripts/bootstrap

build: bootstrap
	$(SWIFT) build $(RELEASE_FLAGS)

# make demo SCALE=0.1 WORKSPACE=some/folder
demo: build
	$(BINARY) demo $(if $(SCALE),--scale $(SCALE)) $(if $(WORKSPACE),--workspace $(WORKSPACE))

# A handful of tests at a time: all 1,600 at once starve each other on two cores, and time limits tell nothing then.
TEST_WIDTH ?= 8

# Tests that print nothing for a quarter of an hour hang: then what they are at is printed, and they are ended.
# The end-to-end tests and the clients of others drive the release binary; everything else runs in a debug build. A busy
# machine's PostgreSQL may need longer for a connection than the ten seconds that a user waits.
test: build
	scripts/command-docs --check $(BINARY)
	$(SWIFT) build --build-tests
	PGCONNECT_TIMEOUT=300 ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" scripts/watched 900 $(SWIFT) test --skip-build \
	  --disable-xctest --experimental-maximum-parallelization-width $(TEST_WIDTH)
	ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" scripts/conformance --clients newest,oracledb-1.4.2,adbc,oracle-driver
	$(MAKE) fuzz-short

# The fault tests in their long form: 100 random kills, and many rounds of every other fault. ORAFERRY_TORTURE_SEED=n
# strikes at the moments of an earlier run.
TORTURE_FIGURES = $(CURDIR)/.build/torture.txt

torture: build
	rm -f "$(TORTURE_FIGURES)"
	ORAFERRY_TORTURE=1 ORAFERRY_TORTURE_FIGURES="$(TORTURE_FIGURES)" PGCONNECT_TIMEOUT=300 ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" \
	  $(SWIFT) test --disable-xctest --filter 'EndToEndTests.(FaultTests|ChunkedCopyTests)'
	@cat "$(TORTURE_FIGURES)"

conformance: build
	ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" scripts/conformance

# Every client of Tests/Conformance/clients.txt, in all its pinned versions.
conformance-matrix: build
	ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" scripts/conformance --clients all

# libFuzzer against all that reads bytes from outside: FUZZ_SECONDS for each of seven programs. An input that breaks one
# stays in fuzz/.build/found. Instrumented and optimised, but with all checks of a debug build that the compiler keeps.
FUZZ_SECONDS ?= 600
FUZZ_FLAGS = --package-path fuzz --sanitize fuzzer --sanitize address -Xswiftc -O -Xswiftc -sanitize=fuzzer,address \
  -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp

# The conversation that the tests play is where the fuzzers' inputs begin: a copy, since a package takes no file of another.
FUZZ_PLAYED = fuzz/Sources/FuzzSupport/PlayedSession.swift

$(FUZZ_PLAYED): Tests/OracleClientTests/PlayedSession.swift
	cp $< $@

fuzz-build: bootstrap $(FUZZ_PLAYED)
	$(SWIFT) build $(FUZZ_FLAGS)

fuzz: fuzz-build
	fuzz/run $(FUZZ_SECONDS)

# Always from the same dice: what it meets is a fault of the change at hand, and no matter of luck.
fuzz-short: fuzz-build
	FUZZ_SEED=1 fuzz/run 8

lint: bootstrap
	$(SWIFT) format lint --strict --parallel --recursive --configuration .swift-format Package.swift Sources Tests fuzz/Package.swift fuzz/Sources bench/Package.swift bench/Sources
	scripts/conversion-docs --check

format: bootstrap
	$(SWIFT) format format --in-place --parallel --recursive --configuration .swift-format Package.swift Sources Tests fuzz/Package.swift fuzz/Sources bench/Package.swift bench/Sources

# What needs the library and not the program is in the package bench/.
bench-build: build
	$(SWIFT) build --package-path bench -c release -Xswiftc -cross-module-optimization

# migrate against PostgreSQL's limit, rivals, delays; memory, workers, instructions a column. Tables go to the terminal,
# all figures to bench/results. A quick look: make bench SCALE=0.1 TURNS=1; one part: make bench PARTS="limit delay".
TURNS ?=
PARTS ?=
bench: bench-build
	ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" ORAFERRY_TRANSCODE_BENCH="$(CURDIR)/bench/.build/release/TranscodeBench" \
	  $(if $(SCALE),SCALE=$(SCALE)) $(if $(TURNS),TURNS=$(TURNS)) scripts/bench $(PARTS)

# The client by itself, next to python-oracledb: fetches into nothing, LOBs.
bench-client: bench-build
	ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" ORAFERRY_FETCH_BENCH="$(CURDIR)/bench/.build/release/FetchBench" \
	  ORAFERRY_LOB_BENCH="$(CURDIR)/bench/.build/release/LOBBench" scripts/bench-client

# The program, its man pages, and completions where bash, zsh and fish look for them.
SHARE = $(DESTDIR)$(PREFIX)/share
COMPLETIONS = "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" $(COMPLETIONS)
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/oraferry"
	scripts/command-docs --man "$(SHARE)/man/man1" $(BINARY)
	$(BINARY) --generate-completion-script bash >"$(SHARE)/bash-completion/completions/oraferry"
	$(BINARY) --generate-completion-script zsh >"$(SHARE)/zsh/site-functions/_oraferry"
	$(BINARY) --generate-completion-script fish >"$(SHARE)/fish/vendor_completions.d/oraferry.fish"

# A tarball in .build/dist for a Debian 12 with nothing installed, built anew with Swift's runtime inside; release-check
# tries it in such a tree, which takes root and debootstrap.
release: bootstrap
	scripts/release

release-check:
	scripts/release --check .build/dist/oraferry-*-linux-$$(uname -m).tar.gz

clean:
	rm -rf .build
