"""Uncased word pieces and shape of single tokens, as src/recognizer/word-pieces.ts computes them at run time."""
import unicodedata

from labels import GAPS, SHAPES

MAX_PIECES_PER_TOKEN = 12


def shape_of(form):
    """Index into SHAPES: what uncased pieces no longer tell."""
    letters = [c for c in form if c.lower() != c or c.upper() != c]
    if not letters:
        return SHAPES.index("digit" if any("0" <= c <= "9" for c in form) else "punctuation")
    upper = [c.lower() != c for c in letters]
    if not any(upper):
        return SHAPES.index("lower")
    if upper[0] and not any(upper[1:]):
        return SHAPES.index("title")
    return SHAPES.index("upper" if all(upper) else "mixed")


def type_id(form, gap):
    """Row of the shape table for a token: shape x gap before it."""
    return shape_of(form) * len(GAPS) + gap


class WordPieces:
    """Greedy longest-match word pieces of a token, cached."""

    def __init__(self, vocabulary):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.start, self.end = (self.ids[p] for p in ("[UNK]", "[CLS]", "[SEP]"))
        self.cache = {}

    def __call__(self, form):
        pieces = self.cache.get(form)
        if pieces is None:
            pieces = []
            for part in split_punctuation(fold(form)):
                pieces += self.match(part)
            pieces = pieces[:MAX_PIECES_PER_TOKEN] or [self.unknown]
            if len(self.cache) < 500_000:
                self.cache[form] = pieces
        return pieces

    def match(self, part):
        out, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.ids.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            out.append(piece)
            start = end
        return out


def fold(form):
    """Lower case without accents or control characters."""
    kept = []
    for c in unicodedata.normalize("NFD", form.lower()):
        if unicodedata.category(c) not in ("Mn", "Cc", "Cf"):
            kept.append(c)
    return "".join(kept)


def split_punctuation(word):
    """Runs of other characters, and each punctuation mark (ASCII symbols included) alone."""
    parts, run = [], ""
    for c in word:
        if (ord(c) < 128 and not c.isalnum()) or unicodedata.category(c).startswith("P"):
            parts += [run, c] if run else [c]
            run = ""
        else:
            run += c
    return parts + [run] if run else parts
