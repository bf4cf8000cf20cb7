#!/usr/bin/env python3
"""Makes Sources/FanganComparison/Resources/word-vectors.bin: what words mean, as 100 small numbers each.

    build_word_vectors.py WORDS_VECTOR

WORDS_VECTOR is `synonyms/data/words.vector` of the Python package synonyms 3.10.0 (MIT licence, NOTICE; source distribution on
PyPI; SHA-256 of the file b5eaa5e6e807ddfc4f63df5ddec5653e36da582ad13e254218524404e6e1ee31): word2vec vectors of the Chinese Wikipedia, the most frequent words first. The first 25,000 words of two to four simplified
characters are kept, each vector scaled so that its greatest number is 127.

The file: number of words and of dimensions (little-endian, 32 bits each), the words as UTF-8 with one blank between
two and a line end behind them, then one signed byte for each number, word by word. Needs numpy.
"""
import pathlib, re, struct, sys

import numpy

root = pathlib.Path(__file__).resolve().parent.parent
WORDS = 25_000

traditional = set()
for line in (root / "Sources/FanganUnits/Resources/traditional.tsv").read_text("utf-8").splitlines():
    if not line.startswith("#") and "\t" in line:
        traditional |= set(line.split("\t")[0])

data = pathlib.Path(sys.argv[1]).read_bytes()
place = data.index(b"\n") + 1
count, dimensions = map(int, data[:place].split())
kept = {}
for _ in range(count):
    end = data.index(b" ", place)
    word = data[place:end].strip().decode("utf-8", "replace")
    vector = numpy.frombuffer(data, "<f4", dimensions, end + 1)
    place = end + 1 + 4 * dimensions
    if re.fullmatch("[\u4e00-\u9fff]{2,4}", word) and not set(word) & traditional and len(kept) < WORDS:
        kept.setdefault(word, vector)

matrix = numpy.stack(list(kept.values())).astype(numpy.float64)
scaled = numpy.clip(numpy.round(matrix * 127 / numpy.abs(matrix).max(axis=1, keepdims=True)), -127, 127).astype(numpy.int8)
target = root / "Sources/FanganComparison/Resources/word-vectors.bin"
target.write_bytes(struct.pack("<ii", len(kept), dimensions) + " ".join(kept).encode() + b"\n" + scaled.tobytes())
print(f"{target.relative_to(root)}: {len(kept)} words, {target.stat().st_size:,} bytes")
