#!/usr/bin/env python3
"""Builds Sources/FanganUnits/Resources/traditional.tsv: traditional characters of words in the tables of unit names.

    Scripts/build_traditional.py

Needs ICU's `uconv` (icu-devtools). Only characters whose simplified form occurs in the tables or in names of regions are
listed, and none that occurs there itself: 乾 of 乾县 stays. The output is the same for the same input, byte for byte.
"""
import pathlib
import subprocess

RESOURCES = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "FanganUnits" / "Resources"


def used():
    """The characters of all tables, comments left out, and of the prebuilt tables' names."""
    text = ""
    for path in sorted(RESOURCES.glob("*.tsv")):
        if path.name != "traditional.tsv":
            text += "".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    for path in sorted(RESOURCES.glob("*.bin")):
        text += path.read_bytes().decode("utf-8", "ignore")
    return {c for c in text if "\u4e00" <= c <= "\u9fff"}


def main():
    known = used()
    traditional = [chr(c) for c in range(0x4E00, 0xA000) if chr(c) not in known]
    converted = subprocess.run(
        ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Traditional-Simplified"], input="\n".join(traditional), capture_output=True, text=True, check=True)
    pairs = [(t, s) for t, s in zip(traditional, converted.stdout.split("\n"), strict=True) if s != t and s in known]
    lines = ["# Traditional characters and the simplified ones that the tables use. Made by Scripts/build_traditional.py.", "traditional\tsimplified"]
    (RESOURCES / "traditional.tsv").write_text("\n".join(lines + [f"{t}\t{s}" for t, s in pairs]) + "\n", "utf-8")
    print(f"{len(pairs)} characters")


if __name__ == "__main__":
    main()
