# Each target first calls scripts/bootstrap, which installs what is missing and is a fast no-op otherwise.
SWIFT ?= swift
PREFIX ?= /usr/local
SCALE ?=
WORKSPACE ?=

# Cross-module optimisation is set here and not in Package.swift: unsafe flags there would shut library users out.
RELEASE_FLAGS = -c release -Xswiftc -cross-module-optimization --product oraferry
BINARY = .build/release/oraferry

.PHONY: all build demo test conformance lint format bench install clean bootstrap

all: build

bootstrap:
	@scripts/bootstrap

build: bootstrap
	$(SWIFT) build $(RELEASE_FLAGS)

# make demo SCALE=0.1 WORKSPACE=some/folder
demo: build
	$(BINARY) demo $(if $(SCALE),--scale $(SCALE)) $(if $(WORKSPACE),--workspace $(WORKSPACE))

# The end-to-end tests and python-oracledb drive the release binary; everything else runs in a debug build.
test: build
	ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" $(SWIFT) test --disable-xctest
	ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" scripts/conformance

conformance: build
	ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" scripts/conformance

lint: bootstrap
	$(SWIFT) format lint --strict --parallel --recursive --configuration .swift-format Package.swift Sources Tests

format: bootstrap
	$(SWIFT) format format --in-place --parallel --recursive --configuration .swift-format Package.swift Sources Tests

bench: build
	ORAFERRY_BINARY="$(CURDIR)/$(BINARY)" scripts/bench

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/oraferry"

clean:
	rm -rf .build
