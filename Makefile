# make run    sets everything up, turns every plan in corpus/ into task data under output/ and writes pages over it
# make test   sets everything up and runs all tests

SHELL := /bin/bash

.PHONY: run test clean

run:
	Scripts/setup
	Scripts/build
	"$$(swift build -c release --show-bin-path)/fangan" build corpus --out output
	"$$(swift build -c release --show-bin-path)/fangan" report output --out output/report --quiet
	@echo "Pages to look at: $(CURDIR)/output/report/index.html"

# FANGAN_REQUIRE_PYTHON: the tests against Python's jsonschema and csv may not be skipped.
test:
	Scripts/setup --test
	FANGAN_REQUIRE_PYTHON=1 swift test --disable-xctest

clean:
	rm -rf .build .venv output/graphs output/text output/report output/.fangan output/*.csv output/*.ndjson output/manifest.json
