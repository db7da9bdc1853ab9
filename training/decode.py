"""From one window's head outputs to spans, links, trees and antecedents; the reference for src/recognizer's decoders."""
import numpy as np

from heads import ANTECEDENT, ARC, BUCKETS, LINK
from labels import POS, RELATIONS, SPAN_HEADS, TAG_HEADS


def bucket(distance):
    near = np.minimum(np.abs(distance), 511).astype(np.float32)
    far = 8 + np.log(np.maximum(near, 8) / 8) / 0.6
    index = np.minimum(np.where(near <= 8, near, far).astype(np.int64), BUCKETS - 1)
    return index + BUCKETS * (distance < 0)


def log_softmax(scores):
    scores = scores - scores.max(-1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(-1, keepdims=True))


def viterbi(logits):
    """Best BIO path: I-x only after B-x or I-x, and never at the start."""
    n, k = logits.shape
    allowed = np.zeros((k, k), dtype=np.float32)
    for after in range(2, k, 2):
        allowed[:, after] = -1e4
        allowed[[after - 1, after], after] = 0
    score = logits[0].copy()
    score[2::2] = -1e4
    back = np.zeros((n, k), dtype=np.int64)
    for i in range(1, n):
        through = score[:, None] + allowed
        back[i] = through.argmax(0)
        score = through.max(0) + logits[i]
    path = [int(score.argmax())]
    for i in range(n - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def spans(path):
    """(start, end, kind) of a BIO path."""
    out = []
    for i, label in enumerate(path):
        if label % 2 == 1:
            out.append([i, i + 1, (label - 1) // 2])
        elif label:
            out[-1][1] = i + 1
    return [tuple(s) for s in out]


def split_tags(tags):
    bounds = np.cumsum([len(labels) for labels in TAG_HEADS.values()])[:-1]
    return dict(zip(TAG_HEADS, np.split(tags, bounds, axis=1)))


def decode_links(out, scorers, found):
    """Attributions of a window: contents that share a best cue are one; the cue's best source is theirs."""
    contents, cues, sources = ([s[:2] for s in found[head]] for head in SPAN_HEADS)
    starts = np.array([c[0] for c in contents], dtype=np.int64)
    cue_rows = np.array([c[0] for c in cues], dtype=np.int64)
    by_cue, attributions = {}, []
    if contents:
        query = out["content_start"][starts] + out["content_end"][[c[1] - 1 for c in contents]]
        scores = query @ out["cue_key"][cue_rows].T / LINK ** 0.5
        scores = scores + scorers["cue_bias"][bucket(cue_rows[None] - starts[:, None])]
        scores = np.concatenate([np.full((len(contents), 1), scorers["link_none"][0]), scores], 1)
        for content, best in zip(contents, scores.argmax(1)):
            if best:
                by_cue.setdefault(int(best) - 1, []).append(content)
            else:
                attributions.append({"content": [content], "cue": [], "source": []})
    for cue, content in by_cue.items():
        attribution = {"content": content, "cue": [cues[cue]], "source": []}
        if sources:
            key = out["source_start"][[s for s, _ in sources]] + out["source_end"][[e - 1 for _, e in sources]]
            scores = key @ out["cue_query"][cue_rows[cue]] / LINK ** 0.5
            scores = scores + scorers["source_bias"][bucket(np.array([s for s, _ in sources]) - cue_rows[cue])]
            if scores.max() > scorers["link_none"][1]:
                attribution["source"] = [sources[int(scores.argmax())]]
        attributions.append(attribution)
    return sorted(attributions, key=lambda a: a["content"])


def cycle_in(heads):
    """Tokens of some cycle of length over one, or None. A root points at itself."""
    state = [0] * len(heads)
    for i in range(len(heads)):
        trail = []
        while state[i] == 0:
            state[i] = 1
            trail.append(i)
            i = heads[i]
        if state[i] == 1 and heads[i] != i:
            cycle, j = [i], heads[i]
            while j != i:
                cycle.append(j)
                j = heads[j]
            return cycle
        for j in trail:
            state[j] = 2
    return None


def decode_tree(scores):
    """One root, then each token's best head; a cycle is broken where leaving it costs least."""
    n = len(scores)
    scores = log_softmax(scores)
    root = int(np.diag(scores).argmax())
    scores[np.arange(n), np.arange(n)] = -1e4
    scores[root] = -1e4
    scores[root, root] = 0
    heads = scores.argmax(1)
    while cycle := cycle_in(heads.tolist()):
        best = None
        for token in cycle:
            row = scores[token].copy()
            row[reachable(heads, token)] = -1e9
            head = int(row.argmax())
            loss = scores[token, heads[token]] - row[head]
            if best is None or loss < best[0]:
                best = (loss, token, head)
        heads[best[1]] = best[2]
    return heads.tolist()


def reachable(heads, token):
    """Tokens whose path of heads passes through `token`: as its head they would close a cycle."""
    below = np.zeros(len(heads), dtype=bool)
    for i in range(len(heads)):
        j, steps = i, 0
        while j != token and heads[j] != j and steps < len(heads):
            j, steps = heads[j], steps + 1
        below[i] = j == token
    return below


def parse(out, scorers, start, end):
    """Heads (window rows; a root is its own) and relation indices of one sentence."""
    n = end - start
    order = np.arange(n)
    scores = out["arc_query"][start:end] @ out["arc_key"][start:end].T / ARC ** 0.5
    scores = scores + scorers["arc_bias"][bucket(order[None] - order[:, None])]
    scores[order, order] = out["first"][start:end, 0]
    heads = np.array(decode_tree(scores)) + start
    hidden = np.maximum(out["relation_dependent"][start:end] + out["relation_head"][heads], 0)
    logits = hidden @ scorers["relation_weight"].T + scorers["relation_bias"]
    root = RELATIONS.index("root")
    is_root = heads == order + start
    logits[is_root] = -1e4
    logits[:, root] = np.where(is_root, 0, -1e4)
    return heads.tolist(), logits.argmax(1).tolist()


def antecedents(out, scorers, rows):
    """For each mention head row: scores of (none, earlier heads...)."""
    rows = np.array(rows, dtype=np.int64)
    scores = out["antecedent_query"][rows] @ out["antecedent_key"][rows].T / ANTECEDENT ** 0.5
    scores = scores + scorers["antecedent_bias"][bucket(rows[None] - rows[:, None])]
    return [np.concatenate([out["none"][rows[i]], scores[i, :i]]) for i in range(len(rows))]


def decode_window(out, scorers, sentences):
    tags = split_tags(out["tags"])
    found = {head: spans(viterbi(tags[head])) for head in ("names", "times") + SPAN_HEADS}
    trees = [parse(out, scorers, start, end) for start, end in sentences]
    return {
        "names": found["names"],
        "times": found["times"],
        "attributions": decode_links(out, scorers, found),
        "pos": [POS[i] for i in tags["pos"].argmax(1)],
        "heads": [h for heads, _ in trees for h in heads],
        "relations": [RELATIONS[r] for _, relations in trees for r in relations],
        "mentions": tags["mentions"].argmax(1).tolist(),
    }
