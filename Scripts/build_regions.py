#!/usr/bin/env python3
"""Builds regions.bin and townships.bin, the prebuilt tables of administrative divisions.

    Scripts/build_regions.py REFERENCE

REFERENCE is a folder with modood-provinces.csv, modood-cities.csv, modood-areas.csv and modood-streets.csv
(GB/T 2260 and the codes of townships, as of 2023-06-30). Short names that do not follow from the full name stand in
Sources/FanganUnits/Resources/region-short-names.tsv. The output is the same for the same input, byte for byte.

Both files are little-endian and are read in place, without parsing:

regions.bin    "FREG", version, regions N, keys K, slots S (a power of two), postings P, pool size      7 x u32
               N x {code u32, name offset<<8|length u32, stem offset<<8|length u32, parent u16, level u8, shape u8}
               K x {name offset<<8|length u32, first posting u32}, one more for the end
               P x region index u32
               S x key index + 1 (u32), open addressing, FNV-1a of the key's UTF-8
               pool of UTF-8
townships.bin  "FTWN", the same header; records are {name offset<<8|length u32, county's region index u16, 0 u16}
"""
import csv
import pathlib
import re
import struct
import sys

RESOURCES = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "FanganUnits" / "Resources"
PROVINCE, PREFECTURE, COUNTY = 1, 2, 3
PEOPLES = """蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土
达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各""".split()
PEOPLE_NAMES = sorted({p + "族" for p in PEOPLES} | {p for p in PEOPLES if len(p) > 1}, key=len, reverse=True)
SUFFIXES = ("自治区", "特别行政区", "自治州", "自治县", "自治旗", "联合旗", "地区", "林区", "特区", "省", "市", "区", "县", "旗", "盟")
NO_REGION = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}


def without_peoples(base):
    """石柱土家族 → 石柱; the name itself where nothing would be left (东乡族 → 东乡)."""
    while True:
        for people in PEOPLE_NAMES:
            if base.endswith(people) and len(base) - len(people) >= 2:
                base = base[: -len(people)]
                break
        else:
            return base[:-1] if base.endswith("族") and len(base) == 3 else base


def short_forms(name):
    """The stem (石柱) and the short forms (石柱县, 石柱自治县) of a full name."""
    suffix = next((s for s in SUFFIXES if name.endswith(s)), "")
    base = name[: len(name) - len(suffix)]
    forms = []
    if suffix.startswith("自治"):
        base = without_peoples(base)
        forms = [base + suffix[-1], base + suffix] if suffix != "自治区" else [base + suffix]
    if suffix == "联合旗":
        forms = [base + "旗"]
    if suffix == "特别行政区":
        forms = [base + "特区"]
    stem = base if len(base) >= 2 else name
    return stem, [stem] + forms


def fnv(data):
    value = 0x811C9DC5
    for byte in data:
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


class Pool:
    def __init__(self):
        self.bytes, self.places = bytearray(), {}

    def place(self, text):
        if text not in self.places:
            data = text.encode()
            self.places[text] = len(self.bytes) << 8 | len(data)
            self.bytes += data
        return self.places[text]


def write(path, magic, records, keys, pool):
    """keys: name → list of record indices."""
    names = sorted(keys, key=lambda n: n.encode())
    size = 1
    while size < len(names) * 2:
        size *= 2
    slots, key_table, postings = [0] * size, [], []
    for index, name in enumerate(names):
        key_table.append((pool.place(name), len(postings)))
        postings += keys[name]
        at = fnv(name.encode()) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = index + 1
    key_table.append((0, len(postings)))
    out = magic + struct.pack("<6I", 1, len(records), len(names), size, len(postings), len(pool.bytes))
    out += b"".join(records)
    out += b"".join(struct.pack("<2I", *k) for k in key_table)
    out += struct.pack(f"<{len(postings)}I", *postings) + struct.pack(f"<{size}I", *slots) + bytes(pool.bytes)
    path.write_bytes(out)
    print(f"{path.name}: {len(records)} records, {len(names)} names, {len(out)} bytes")


def read(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def regions(reference):
    rows = [(int(r["code"]) * 10000, r["name"], None, PROVINCE) for r in read(reference / "modood-provinces.csv")]
    rows += [(710000, "台湾省", None, PROVINCE), (810000, "香港特别行政区", None, PROVINCE), (820000, "澳门特别行政区", None, PROVINCE)]
    for r in read(reference / "modood-cities.csv"):
        if r["name"] not in NO_REGION:
            rows.append((int(r["code"]) * 100, r["name"], int(r["provinceCode"]) * 10000, PREFECTURE))
    known = {row[0] for row in rows}
    for r in read(reference / "modood-areas.csv"):
        code, city = int(r["code"]), int(r["cityCode"]) * 100
        if code not in known:
            rows.append((code, r["name"], city if city in known else int(r["provinceCode"]) * 10000, COUNTY))
    return sorted(rows)


def irregular():
    table = {}
    for line in (RESOURCES / "region-short-names.tsv").read_text("utf-8").splitlines():
        if line and line[0] != "#" and not line.startswith("code"):
            code, short = line.split("\t")
            table[int(code)] = short.split(" ")
    return table


def township_forms(name):
    """大龙潭彝族乡 → 大龙潭乡; 某某街道办事处 → 某某街道."""
    forms = {name}
    if name.endswith("民族乡"):
        name = name[:-3] + "乡"
        forms.add(name)
    if name.endswith("族乡"):
        base = without_peoples(name[:-1])
        if base != name[:-1]:
            forms.add(base + "乡")
            forms.add(base + "民族乡")
    if name.endswith("街道办事处"):
        forms.add(name[:-3])
    return sorted(forms)


def main():
    reference = pathlib.Path(sys.argv[1])
    rows, extra = regions(reference), irregular()
    index = {row[0]: i for i, row in enumerate(rows)}
    pool, records, keys = Pool(), [], {}
    for i, (code, name, parent, level) in enumerate(rows):
        stem, forms = short_forms(name)
        if code in extra:
            stem = min(extra[code], key=lambda s: (s[-1] in "旗县州", -len(s))) if stem == name else stem
            forms = forms + extra[code]
        records.append(struct.pack("<3IHBB", code, pool.place(name), pool.place(stem), 0xFFFF if parent is None else index[parent], level, 0))
        for form in dict.fromkeys([name] + forms):
            keys.setdefault(form, []).append(i)
    write(RESOURCES / "regions.bin", b"FREG", records, keys, pool)

    pool, records, keys = Pool(), [], {}
    for r in sorted(read(reference / "modood-streets.csv"), key=lambda r: int(r["code"])):
        name = re.sub(r"街道办事处$", "街道", r["name"])
        # 金门县 stands in the list as its own township, and a few rows are no names.
        if name == rows[index[int(r["areaCode"])]][1] or name == "街道":
            continue
        records.append(struct.pack("<IHH", pool.place(name), index[int(r["areaCode"])], 0))
        for form in township_forms(r["name"]):
            keys.setdefault(form, []).append(len(records) - 1)
    write(RESOURCES / "townships.bin", b"FTWN", records, keys, pool)


if __name__ == "__main__":
    main()
