"""Makes the three typefaces of the viewer from the packaged fonts: the characters that names,
numbers and sentences need, nothing else.

usage: subset_fonts.py OUTPUT_FOLDER

Dear ImGui reads outlines and the character map only, so layout features go. That would lose
tabular figures: here 0-9 and their punctuation point at the glyphs that the feature `tnum` would
choose. The licence of Inter keeps its name for unchanged copies, so the subsets have names of ours.
"""

import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = (
    ("sans.otf", "/usr/share/fonts/opentype/inter/Inter-Regular.otf", "Burnglass Sans", "sans"),
    ("semibold.otf", "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf", "Burnglass Sans SemiBold", "bold"),
    ("mono.ttf", "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf", "Burnglass Mono", "mono"),
)

WESTERN = [*range(0x20, 0x7F), *range(0xA0, 0x100)]
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), 0x2C6, 0x2DC]
PUNCTUATION = [
    0x2009, 0x200A, 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E,
    0x2020, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2212,
    0x2215, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0xFFFD,
]
SIGNS = [0x2190, 0x2191, 0x2192, 0x2193, 0x2318, 0x21E7, 0x23CE, 0x25B2, 0x25B4, 0x25B8, 0x25BC, 0x25BE, 0x25CF]
GREEK = [*range(0x384, 0x3CF)]
CYRILLIC = [*range(0x400, 0x460), 0x490, 0x491]

CHARACTERS = {
    # The viewer takes from the next face what one does not have.
    "sans": LATIN + PUNCTUATION + SIGNS,
    "bold": WESTERN + PUNCTUATION,
    # Go identifiers may be of any letters; mathematical signs turn up in generated names.
    "mono": LATIN + PUNCTUATION + SIGNS + GREEK + CYRILLIC + [0xB7, 0x2202, 0x2206, 0x2211, 0x221A, 0x2295, 0x27E8, 0x27E9],
}


def tabular_figures(font):
    """What the feature tnum would put for each glyph."""
    chosen = {}
    table = font["GSUB"].table if "GSUB" in font else None
    for record in table.FeatureList.FeatureRecord if table else ():
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for part in table.LookupList.Lookup[index].SubTable:
                chosen.update(getattr(part, "ExtSubTable", part).mapping)
    return chosen


def use_tabular_figures(font):
    chosen = tabular_figures(font)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in table.cmap:
                table.cmap[code] = chosen.get(table.cmap[code], table.cmap[code])


def rename(font, name):
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = name
        elif record.nameID in (3, 6):
            record.string = name.replace(" ", "")


def make(source, target, name, characters):
    options = subset.Options(
        layout_features=[], hinting=False, desubroutinize=True, name_IDs=[0, 1, 2, 4, 6, 13, 14],
        notdef_outline=True, legacy_kern=False, drop_tables=["GSUB", "GPOS", "GDEF", "kern", "gasp", "DSIG", "STAT"],
    )
    font = subset.load_font(source, options)
    use_tabular_figures(font)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS[characters])
    subsetter.subset(font)
    rename(font, name)
    subset.save_font(font, target, options)


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for file, source, name, characters in FONTS:
        make(source, os.path.join(folder, file), name, characters)


main()
