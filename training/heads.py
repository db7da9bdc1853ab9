"""The heads: tag logits and the vectors that score links, arcs, relations and antecedents between tokens."""
import torch
from torch import nn
from torch.nn import functional as F

from labels import RELATIONS, TAG_HEADS

LINK = 64
ARC = 128
RELATION = 128
ANTECEDENT = 64
PARSE = 256
BUCKETS = 16

TAG_WIDTH = sum(map(len, TAG_HEADS.values()))
# Columns of the output, one row a token.
LINK_PARTS = ["content_start", "content_end", "cue_key", "cue_query", "source_start", "source_end"]
LAYOUT = ([("tags", TAG_WIDTH)] + [(part, LINK) for part in LINK_PARTS]
          + [("antecedent_query", ANTECEDENT), ("antecedent_key", ANTECEDENT), ("none", 1), ("first", 1),
             ("arc_query", ARC), ("arc_key", ARC), ("relation_dependent", RELATION), ("relation_head", RELATION)])


def bucket(distance):
    """Signed token distance to one of 2 x BUCKETS rows: exact up to 8, then by powers of about 1.5."""
    near = distance.abs().clamp(max=511).float()
    index = torch.where(near <= 8, near, 8 + torch.log(near.clamp(min=8) / 8) / 0.6).long().clamp(max=BUCKETS - 1)
    return index + BUCKETS * (distance < 0)


class Heads(nn.Module):
    """Linear heads on first pieces; `none` scores an empty antecedent, `first` a root."""

    def __init__(self, width, dropout=0.1):
        super().__init__()
        self.dropout = dropout
        self.flat = nn.Linear(width, TAG_WIDTH)
        self.links = nn.Linear(width, LINK * len(LINK_PARTS))
        self.antecedents = nn.Linear(width, 2 * ANTECEDENT)
        self.scalars = nn.Linear(width, 2)
        self.parse = nn.Linear(width, PARSE)
        self.arcs = nn.Linear(PARSE, 2 * ARC + 2 * RELATION)
        self.relation_scores = nn.Linear(RELATION, len(RELATIONS))
        self.cue_bias = nn.Embedding(2 * BUCKETS, 1)
        self.source_bias = nn.Embedding(2 * BUCKETS, 1)
        self.antecedent_bias = nn.Embedding(2 * BUCKETS, 1)
        self.arc_bias = nn.Embedding(2 * BUCKETS, 1)
        self.link_none = nn.Parameter(torch.zeros(2))
        for table in (self.cue_bias, self.source_bias, self.antecedent_bias, self.arc_bias):
            nn.init.zeros_(table.weight)

    def forward(self, x):
        x = F.dropout(x, self.dropout, self.training)
        parse = F.dropout(F.relu(self.parse(x)), self.dropout, self.training)
        rows = torch.cat([self.flat(x), self.links(x), self.antecedents(x), self.scalars(x), self.arcs(parse)], -1)
        return dict(zip([name for name, _ in LAYOUT], rows.float().split([width for _, width in LAYOUT], -1)))

    def cue_scores(self, out, starts, ends, cues):
        """Content spans (first and last token rows) against cue tokens, column 0 'none'."""
        query = out["content_start"][starts] + out["content_end"][ends]
        scores = query @ out["cue_key"][cues].T / LINK ** 0.5
        scores = scores + self.cue_bias(bucket(cues[None] - starts[:, None])).squeeze(-1)
        return torch.cat([self.link_none[0].expand(len(starts), 1), scores], 1)

    def source_scores(self, out, cues, starts, ends):
        """Cue tokens against source spans, column 0 'none'."""
        key = out["source_start"][starts] + out["source_end"][ends]
        scores = out["cue_query"][cues] @ key.T / LINK ** 0.5
        scores = scores + self.source_bias(bucket(starts[None] - cues[:, None])).squeeze(-1)
        return torch.cat([self.link_none[1].expand(len(cues), 1), scores], 1)

    def antecedent_scores(self, out, heads):
        """Mention heads against earlier ones: column 0 'none', later ones -1e4."""
        scores = out["antecedent_query"][heads] @ out["antecedent_key"][heads].T / ANTECEDENT ** 0.5
        order = torch.arange(len(heads))
        scores = scores + self.antecedent_bias(bucket(heads[None] - heads[:, None])).squeeze(-1)
        scores = scores.masked_fill(order[None] >= order[:, None], -1e4)
        return torch.cat([out["none"][heads], scores], 1)

    def arc_scores(self, query, key, root, mask):
        """Sentences x dependents x heads; the diagonal is the root's score. `mask`: sentences x tokens that exist."""
        n = query.shape[1]
        scores = query @ key.transpose(1, 2) / ARC ** 0.5
        order = torch.arange(n)
        scores = scores + self.arc_bias(bucket(order[None] - order[:, None])).squeeze(-1)
        scores = torch.where(torch.eye(n, dtype=torch.bool), root, scores)
        return scores.masked_fill(~mask[:, None], -1e4)

    def relation_logits(self, out, dependents, heads):
        return self.relation_scores(F.relu(out["relation_dependent"][dependents] + out["relation_head"][heads]))
