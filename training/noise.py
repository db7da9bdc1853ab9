"""Noise on the fly, on the forms and gaps of a window; labels stay. Keeps real-world text from breaking the model."""

DOUBLE = {'"', "“", "”", "''", "``", "«", "»"}
SINGLE = {"'", "‘", "’"}


def add_noise(window, random):
    """Perhaps change a window in place; True if it changed. Each kind of noise has its own small chance."""
    changed = False
    for chance, change in ((0.03, lower_case), (0.02, upper_case), (0.03, upper_sentence), (0.02, title_sentence),
                           (0.10, restyle_quotes), (0.02, drop_quotes), (0.04, odd_gaps), (0.03, spaced_out)):
        if random.random() < chance:
            change(window, random)
            changed = True
    return changed


def lower_case(window, random):
    window["forms"] = [f.lower() for f in window["forms"]]


def upper_case(window, random):
    window["forms"] = [f.upper() for f in window["forms"]]


def upper_sentence(window, random):
    start, end = random.choice(window["sentences"])
    window["forms"][start:end] = [f.upper() for f in window["forms"][start:end]]


def title_sentence(window, random):
    start, end = random.choice(window["sentences"])
    window["forms"][start:end] = [f.capitalize() if f.islower() and len(f) > 3 else f
                                  for f in window["forms"][start:end]]


def restyle_quotes(window, random):
    """All double quotation marks in one other style; curly ones open after a space."""
    style = random.choice(['"', "curly", "''", "single"])
    for i, form in enumerate(window["forms"]):
        if form in DOUBLE:
            opening = window["gaps"][i] > 0
            window["forms"][i] = {"curly": "“" if opening else "”", "single": "‘" if opening else "’"}.get(style, style)
        elif style == "curly" and "'" in form:
            window["forms"][i] = form.replace("'", "’")


def drop_quotes(window, random):
    """Quotation marks lost: their labels stay with a token that no reader would miss."""
    for i, form in enumerate(window["forms"]):
        if form in DOUBLE:
            window["forms"][i] = random.choice([",", "-", "?"])


def odd_gaps(window, random):
    for i, gap in enumerate(window["gaps"]):
        if random.random() < 0.06:
            window["gaps"][i] = 1 if gap != 1 else 0


def spaced_out(window, random):
    """Every token apart, as in tokenized text."""
    window["gaps"] = [gap or 1 for gap in window["gaps"]]
