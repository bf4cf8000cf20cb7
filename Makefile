# make run    sets everything up and turns every plan in corpus/ into task data under output/
# make test   sets everything up and runs all tests

SHELL := /bin/bash

.PHONY: run test clean

run:
	Scripts/setup
	swift build -c release --product fangan
	"$$(swift build -c release --show-bin-path)/fangan" build corpus --out output

# FANGAN_REQUIRE_PYTHON: the tests against Python's jsonschema and csv may not be skipped.
test:
	Scripts/setup --test
	FANGAN_REQUIRE_PYTHON=1 swift test --disable-xctest

clean:
	rm -rf .build .venv output/graphs output/text output/.fangan output/*.csv output/*.ndjson output/manifest.json
