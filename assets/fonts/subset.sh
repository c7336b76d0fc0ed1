#!/bin/sh
# Builds every generated file of this directory from the Liberation fonts.
#
#   sh subset.sh [destination]      default destination: the directory of this script
#
# Needs: go, a network or a filled Go module cache, and a python3 that has
# fontTools. Set PYTHON to choose another interpreter.
set -eu

python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")" && pwd)
dest=${1:-$here}
mkdir -p "$dest"
dest=$(cd "$dest" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

moddir() {
	go mod download -json "$1" |
		"$python" -c 'import json, sys; print(json.load(sys.stdin)["Dir"])'
}
fonts=$(moddir github.com/go-fonts/liberation@v0.3.3)
fpdf=$(moddir github.com/go-pdf/fpdf@v0.9.0)

cat >subset.py <<'PY'
import sys
from fontTools import subset
from fontTools.ttLib import TTFont

source, target, csv, name, family, style, repertoire = sys.argv[1:]

cp1252 = {ord(bytes([b]).decode("cp1252")) for b in range(0x20, 0x100)
          if b not in (0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D)}
wide = cp1252 | {
    *range(0x00A0, 0x0250),  # Latin-1, Latin Extended-A and -B
    *range(0x02B0, 0x0370),  # modifier letters, combining marks
    *range(0x1E00, 0x1F00),  # Latin Extended Additional
    0x2009, *range(0x2010, 0x2028), 0x202F, *range(0x2030, 0x203B), 0x2044,
    0x20AC, 0x2116, 0x2122, 0x2212, 0x25A1, 0xFB01, 0xFB02,
}
# Code points the source lacks, drawn with a glyph that it has.
aliases = {0x2011: 0x2010, 0x2610: 0x25A1}

options = subset.Options()
options.hinting = False
options.layout_features = []
options.glyph_names = False
options.notdef_outline = True
options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
options.drop_tables += ["GPOS", "GSUB", "GDEF", "kern", "gasp", "meta", "FFTM"]

font = TTFont(source, recalcTimestamp=False, recalcBBoxes=False)
if repertoire == "wide":
    for table in font["cmap"].tables:
        if table.isUnicode():
            for rune, like in aliases.items():
                table.cmap.setdefault(rune, table.cmap[like])
    wanted = wide | set(aliases)
else:
    wanted = cp1252
cut = subset.Subsetter(options)
cut.populate(unicodes=wanted)
cut.subset(font)

full = family if style == "Regular" else f"{family} {style}"
postscript = family.replace(" ", "") + ("" if style == "Regular" else "-" + style)
version = font["name"].getDebugName(5)
new = {1: family, 2: style, 3: f"{full}, subset of {version}", 4: full,
       5: f"{version}; subset", 6: postscript}
table = font["name"]
table.names = [n for n in table.names if n.platformID == 3 and n.langID == 0x409]
for record in table.names:
    if record.nameID in new:
        record.string = new[record.nameID]
    elif "Liberation" in str(record):
        sys.exit(f"{name}: name {record.nameID} still carries a reserved name")
font.save(target)

if csv != "-":
    made = TTFont(target)
    em, metrics = made["head"].unitsPerEm, made["hmtx"].metrics
    with open(csv, "w", newline="\n") as out:
        for rune, glyph in sorted(made.getBestCmap().items()):
            # halves round up, as fpdf rounds them
            out.write(f"{rune:04X},{(2000 * metrics[glyph][0] + em) // (2 * em)}\n")
PY

face() { # name, source file, family, style
	src=$(ls "$fonts"/*/"$2")
	mkdir -p narrow
	"$python" subset.py "$src" "$dest/$1.ttf" "$dest/$1.widths.csv" "$1" "$3" "$4" wide
	"$python" subset.py "$src" "narrow/$1.ttf" - "$1" "$3" "$4" narrow
	go run github.com/go-pdf/fpdf/makefont@v0.9.0 --embed \
		--enc="$fpdf/font/cp1252.map" --dst="$dest" "narrow/$1.ttf"
}
face serif LiberationSerif-Regular.ttf "Expunge Serif" Regular
face serif-bold LiberationSerif-Bold.ttf "Expunge Serif" Bold
face serif-italic LiberationSerif-Italic.ttf "Expunge Serif" Italic
face sans LiberationSans-Regular.ttf "Expunge Sans" Regular
face sans-bold LiberationSans-Bold.ttf "Expunge Sans" Bold

cp "$fonts/LICENSE-SIL" "$dest/OFL.txt"
chmod 644 "$dest"/*.ttf "$dest"/*.z "$dest"/*.json "$dest"/*.csv "$dest/OFL.txt"
cd "$dest"
sha256sum OFL.txt ./*.csv ./*.json ./*.ttf ./*.z | sed 's| \./| |'
