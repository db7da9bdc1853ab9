"""Windows into padded tensors. Token rows of a batch are numbered over all its windows, in order."""
import torch

from noise import add_noise
from windows import cut, training_windows
from word_pieces import type_id

REPEATS = {"politics": 3}
LONGEST_TREE = 80
WIDTH_STEP = 16


def encode_documents(documents, word_pieces):
    for doc in documents:
        doc["pieces"] = [word_pieces(form) for form in doc["forms"]]


def padded(width):
    """Few distinct widths: a CPU prepares its kernels anew for every shape it sees."""
    return -(-width // WIDTH_STEP) * WIDTH_STEP


def epoch_batches(documents, word_pieces, random, longest, most_pieces, mask_rate=0.1):
    """All documents cut anew into windows, noised, and batched by length; yields tensors ready for the model."""
    windows = []
    for doc in documents:
        sizes = [len(p) for p in doc["pieces"]]
        for _ in range(REPEATS.get(doc["corpus"], 1)):
            for start, end in training_windows(doc, sizes, random, longest - 2):
                windows.append((doc, start, end, sum(sizes[start:end]) + 2))
    windows.sort(key=lambda w: w[3] + random.random() * 12)
    groups, group = [], []
    for window in windows:
        widest = max([window[3]] + [w[3] for w in group])
        if group and padded(widest) * (len(group) + 1) > most_pieces:
            groups.append(group)
            group = []
        group.append(window)
    groups.append(group)
    random.shuffle(groups)
    for group in groups:
        cuts = [cut(doc, start, end) for doc, start, end, _ in group]
        for window in cuts:
            if add_noise(window, random):
                window["pieces"] = [word_pieces(form) for form in window["forms"]]
            for i in range(len(window["pieces"])):
                if random.random() < mask_rate:
                    window["pieces"][i] = [word_pieces.unknown] * min(2, len(window["pieces"][i]))
        yield collate(cuts, word_pieces, longest)


def collate(windows, word_pieces, longest=512):
    """Inputs and, where windows have them, targets. Pieces beyond `longest` are dropped with their tokens' rows kept."""
    rows, first, lengths = [], [], []
    for window in windows:
        ids, shapes, starts = [word_pieces.start], [0], []
        for form, gap, pieces in zip(window["forms"], window["gaps"], window["pieces"]):
            starts.append(min(len(ids), longest - 2))
            ids += pieces
            shapes += [type_id(form, gap)] * len(pieces)
        ids, shapes = ids[:longest - 1] + [word_pieces.end], shapes[:longest - 1] + [0]
        rows.append((ids, shapes))
        first.append(starts)
        lengths.append(len(ids))
    widest = padded(max(lengths))
    batch = {
        "ids": torch.tensor([ids + [0] * (widest - len(ids)) for ids, _ in rows]),
        "shapes": torch.tensor([shapes + [0] * (widest - len(shapes)) for _, shapes in rows]),
        "lengths": torch.tensor(lengths),
        "first": torch.tensor([w * widest + s for w, starts in enumerate(first) for s in starts]),
    }
    offsets = [0]
    for window in windows:
        offsets.append(offsets[-1] + len(window["forms"]))
    batch["windows"] = list(zip(offsets, windows))
    return batch | targets(windows, offsets[-1])


def targets(windows, total):
    """Token labels over the batch: masks for names and times (0 none), indices for the rest (-1 none)."""
    out = {name: torch.full((total,), -1) for name in ("content", "cue", "source", "pos", "mentions", "relations")}
    out |= {name: torch.zeros(total, dtype=torch.long) for name in ("names", "times", "weak_names")}
    at = 0
    for window in windows:
        n = len(window["forms"])
        for name in out:
            if name in window:
                out[name][at:at + n] = torch.tensor(window[name])
        at += n
    return out


def tree_tensors(batch):
    """Sentences with trees, padded: token rows, mask, gold head columns. Cut or overlong sentences are left out."""
    sentences = []
    for offset, window in batch["windows"]:
        if "heads" not in window:
            continue
        for start, end in window["sentences"]:
            heads = [h - start for h in window["heads"][start:end]]
            if end - start <= LONGEST_TREE and all(0 <= h < end - start for h in heads):
                sentences.append((offset + start, heads))
    if not sentences:
        return None
    widest = max(len(h) for _, h in sentences)
    rows = torch.zeros(len(sentences), widest, dtype=torch.long)
    mask = torch.zeros(len(sentences), widest, dtype=torch.bool)
    heads = torch.zeros(len(sentences), widest, dtype=torch.long)
    for i, (row, gold) in enumerate(sentences):
        rows[i, :len(gold)] = torch.arange(row, row + len(gold))
        mask[i, :len(gold)] = True
        heads[i, :len(gold)] = torch.tensor(gold)
    return rows, mask, heads
