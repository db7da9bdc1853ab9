"""The weighted sum of all heads' losses on a batch; a head without labels there adds nothing."""
import torch
from torch.nn import functional as F

from batches import tree_tensors
from labels import SPAN_HEADS, TAG_HEADS

WEIGHTS = {"names": 3.0, "weak_names": 0.6, "content": 1.6, "cue": 1.8, "source": 1.8, "times": 0.5, "pos": 0.7,
           "mentions": 0.7, "cues_of": 2.0, "sources_of": 2.0, "antecedents": 1.0, "arcs": 1.5, "relations": 0.7}


class Losses:
    """Sums divided by a running mean count, so that a rare label weighs the same wherever it falls."""

    def __init__(self):
        self.counts, self.seen = {}, {}

    def state(self):
        return self.counts

    def __call__(self, model, out, batch):
        terms = dict(tag_terms(out, batch))
        terms |= link_terms(model.heads, out, batch)
        terms |= coreference_terms(model.heads, out, batch)
        terms |= tree_terms(model.heads, out, batch)
        total = 0.0
        for name in WEIGHTS:
            loss, count = terms.get(name, (None, 0))
            self.counts[name] = count if name not in self.counts else 0.98 * self.counts[name] + 0.02 * count
            if count:
                mean = float(loss.detach()) / count
                total = total + WEIGHTS[name] * loss / max(self.counts[name], count / 8)
                self.seen[name] = 0.98 * self.seen.get(name, mean) + 0.02 * mean
        return total


def masked_nll(logits, masks):
    """Minus log probability of the allowed set; tokens with no or full masks are left out."""
    bits = (masks[:, None] >> torch.arange(logits.shape[1])) & 1
    known = (bits.sum(1) > 0) & (bits.sum(1) < logits.shape[1])
    logits, bits = logits[known], bits[known].bool()
    loss = logits.logsumexp(1) - logits.masked_fill(~bits, -1e4).logsumexp(1)
    return loss.sum(), int(known.sum())


def split_tags(tags):
    return dict(zip(TAG_HEADS, tags.split([len(labels) for labels in TAG_HEADS.values()], -1)))


def tag_terms(out, batch):
    tags = split_tags(out["tags"])
    for name in ("names", "times"):
        if bool((batch[name] > 0).any()):
            yield name, masked_nll(tags[name], batch[name])
    if bool((batch["weak_names"] > 0).any()):
        yield "weak_names", masked_nll(tags["names"], batch["weak_names"])
    for name in SPAN_HEADS + ("pos", "mentions"):
        known = batch[name] >= 0
        if bool(known.any()):
            yield name, (F.cross_entropy(tags[name][known], batch[name][known], reduction="sum"), int(known.sum()))


def nll_of_any(scores, gold):
    """Rows of scores against boolean gold of the same shape: minus log probability of any gold column."""
    return (scores.logsumexp(1) - scores.masked_fill(~gold, -1e4).logsumexp(1)).sum(), len(scores)


def add(terms, name, value):
    loss, count = terms.get(name, (0.0, 0))
    terms[name] = (loss + value[0], count + value[1])


def tagged_spans(labels):
    """Spans of a greedy path of O, B, I (0, 1, 2); an I after O begins one."""
    found, start = [], None
    for i, label in enumerate([*labels, 0]):
        if start is not None and label != 2:
            found.append((start, i))
            start = None
        if start is None and label:
            start = i
    return found


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def with_distractors(spans, labels):
    """Gold spans and those that the model now finds where there is no gold: links must learn to pass these over."""
    return spans + [s for s in tagged_spans(labels) if not any(overlaps(s, gold) for gold in spans)]


def link_terms(heads, out, batch):
    terms = {}
    greedy = {name: logits.detach().argmax(1) for name, logits in split_tags(out["tags"]).items() if name in SPAN_HEADS}
    for offset, window in batch["windows"]:
        found = window.get("attributions")
        if not found:
            continue
        now = {name: labels[offset:offset + len(window["forms"])].tolist() for name, labels in greedy.items()}
        gold_spans = {name: sorted({s for a in found for s in a[name]}) for name in SPAN_HEADS}
        contents = with_distractors(gold_spans["content"], now["content"])
        cues = gold_spans["cue"]
        rivals = with_distractors(cues, now["cue"])
        sources = with_distractors(gold_spans["source"], now["source"])
        cue_rows = torch.tensor([s for s, _ in cues], dtype=torch.long) + offset
        rival_rows = torch.tensor([s for s, _ in rivals], dtype=torch.long) + offset
        if contents:
            gold = torch.zeros(len(contents), len(rivals) + 1, dtype=torch.bool)
            for a in found:
                for c in a["content"]:
                    for q in a["cue"]:
                        gold[contents.index(c), cues.index(q) + 1] = True
            gold[:, 0] = ~gold[:, 1:].any(1)
            starts, ends = torch.tensor(contents).T + offset
            add(terms, "cues_of", nll_of_any(heads.cue_scores(out, starts, ends - 1, rival_rows), gold))
        if cues:
            gold = torch.zeros(len(cues), len(sources) + 1, dtype=torch.bool)
            for a in found:
                for q in a["cue"]:
                    for s in a["source"]:
                        gold[cues.index(q), sources.index(s) + 1] = True
            gold[:, 0] = ~gold[:, 1:].any(1)
            spans = torch.tensor(sources, dtype=torch.long).view(-1, 2) + offset
            add(terms, "sources_of", nll_of_any(
                heads.source_scores(out, cue_rows, spans[:, 0], spans[:, 1] - 1), gold))
    return terms


def coreference_terms(heads, out, batch):
    terms = {}
    for offset, window in batch["windows"]:
        if "clusters" not in window:
            continue
        clusters = torch.tensor(window["clusters"])
        rows = (clusters >= 0).nonzero().squeeze(1)
        if len(rows) < 2:
            continue
        same = (clusters[rows][None] == clusters[rows][:, None]).tril(-1)
        gold = torch.cat([~same.any(1, keepdim=True), same], 1)
        add(terms, "antecedents", nll_of_any(heads.antecedent_scores(out, rows + offset), gold))
    return terms


def tree_terms(heads, out, batch):
    tensors = tree_tensors(batch)
    if tensors is None:
        return {}
    rows, mask, gold = tensors
    scores = heads.arc_scores(out["arc_query"][rows], out["arc_key"][rows], out["first"][rows], mask)
    arcs = F.cross_entropy(scores[mask], gold[mask], reduction="sum")
    dependents, head_rows = rows[mask], rows.gather(1, gold)[mask]
    relations = batch["relations"][dependents]
    known = relations >= 0
    loss = F.cross_entropy(heads.relation_logits(out, dependents[known], head_rows[known]), relations[known],
                           reduction="sum")
    return {"arcs": (arcs, int(mask.sum())), "relations": (loss, int(known.sum()))}
