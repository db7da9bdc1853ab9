"""Which word pieces are kept: what English text can hold. The rest would only be weight on disk."""
import unicodedata

KEPT_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def is_kept(piece):
    """Latin letters, digits, punctuation and currency stay; other scripts and unused slots go (they read as unknown)."""
    if piece in KEPT_SPECIAL:
        return True
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 2:
        return False
    return all(kept_character(c) for c in piece.removeprefix("##"))


def kept_character(c):
    if ord(c) < 0x250:
        return True
    category = unicodedata.category(c)
    return category[0] in "PN" or category == "Sc" or c in "®™°"


def cut_vocabulary(vocabulary):
    """Indices of the kept pieces, in order."""
    return [i for i, piece in enumerate(vocabulary) if is_kept(piece)]
