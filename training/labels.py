"""The label lists of every head: one place, read by preparation, training, export and the manifest."""

NAME_TYPES = ["person", "organization", "place", "other"]
TIME_TYPES = ["DATE", "TIME", "DURATION", "SET"]


def bio(types):
    """O first, then B- and I- of each type, so that label 2k+1 begins and 2k+2 continues type k."""
    return ["O"] + [f"{prefix}-{t}" for t in types for prefix in "BI"]


NAMES = bio(NAME_TYPES)
TIMES = bio(TIME_TYPES)
SPAN = ["O", "B", "I"]
POS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
       "SYM", "VERB", "X"]
MENTIONS = ["O"] + NAME_TYPES
RELATIONS = ["acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
             "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass",
             "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj",
             "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer",
             "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
             "reparandum", "root", "vocative", "xcomp"]

# The tag heads, in the order of their columns in the model's output.
TAG_HEADS = {"names": NAMES, "content": SPAN, "cue": SPAN, "source": SPAN, "times": TIMES, "pos": POS,
             "mentions": MENTIONS}
SPAN_HEADS = ("content", "cue", "source")

# Input: word shape x gap before the word, in place of the base model's token types.
SHAPES = ["lower", "title", "upper", "mixed", "digit", "punctuation"]
GAPS = ["attached", "space", "newline"]


def allow(*labels):
    """A set of acceptable labels as a bit mask; several bits mean 'any of these', all bits 'unknown'."""
    return sum(1 << label for label in set(labels))


ANY_NAME = (1 << len(NAMES)) - 1
ANY_TIME = (1 << len(TIMES)) - 1
OTHER = [NAMES.index("B-other"), NAMES.index("I-other")]
NOT_O_NAME = ANY_NAME & ~1
BEGINS_TIME = allow(*range(1, len(TIMES), 2))
INSIDE_TIME = allow(*range(2, len(TIMES), 2))
O_OR_OTHER = allow(0, *OTHER)
