"""Kills a Spark worker and a node process with -9 in the middle of a job, and compares what comes out with one machine's.

    python3 cluster/kill-test.py --articles 20000 [--work FOLDER]

Starts a standalone master and two workers on localhost, reads articles of our own (tests/chaos/make-articles.mjs) with the
pipeline rules-only, kills one worker with all its processes, then one node process of the other; reads the same articles
with `copydesk extract` and `copydesk corpus build`, and compares all tables row for row. Needs pyspark (requirements.txt),
Java 17 and a build. Exit code 0 when all is the same.
"""

import argparse
import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyspark

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SPARK = Path(pyspark.__file__).parent

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--articles", type=int, default=20_000)
parser.add_argument("--split-mb", default="1")
parser.add_argument("--copydesk", default=f"node {shlex.quote(str(ROOT / 'dist/src/cli/bin.js'))}")
parser.add_argument("--work", help="folder for what is made; a temporary one by default")
args = parser.parse_args()

own = None if args.work else tempfile.TemporaryDirectory(prefix="copydesk-cluster-")
work = Path(args.work or own.name).resolve()
work.mkdir(parents=True, exist_ok=True)
copydesk = shlex.split(args.copydesk)
environment = {
    **os.environ,
    "SPARK_HOME": str(SPARK),
    "SPARK_LOCAL_IP": "127.0.0.1",
    "SPARK_DAEMON_MEMORY": "256m",
    "PYSPARK_PYTHON": sys.executable,
    "PYSPARK_DRIVER_PYTHON": sys.executable,
}
begun = time.monotonic()


def say(text):
    print(f"{time.monotonic() - begun:6.0f} s  {text}", flush=True)


def start(name, *command):
    log = open(work / f"{name}.log", "w", encoding="utf-8")
    return subprocess.Popen(command, stdout=log, stderr=log, env=environment, start_new_session=True, cwd=work)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def family(pid):
    """A process and all its descendants, from /proc."""
    children = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        children.setdefault(parent, []).append(int(entry.name))
    found = [pid]
    for one in found:
        found.extend(children.get(one, []))
    return found


def words_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


def is_node(pid):
    return b"worker" in words_of(pid) and b"--pipeline" in words_of(pid)


def kill(pids):
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def tasks_done():
    return len(list((work / "tables-spark/staged/_temporary/0").glob("task_*")))


def wait_for(condition, what):
    while not condition():
        if job.poll() is not None:
            sys.exit(f"the job ended before {what}; see {work}/job.log")
        time.sleep(0.2)


articles = work / "articles.ndjson"
with open(articles, "wb") as file:
    subprocess.run(
        ["node", str(ROOT / "tests/chaos/make-articles.mjs"), "--count", str(args.articles)], stdout=file, check=True
    )
say(f"{args.articles} articles, {articles.stat().st_size / 1e6:.1f} MB")

port = free_port()
master_at = f"spark://127.0.0.1:{port}"
spark_class = str(SPARK / "bin/spark-class")
started = []
try:
    deploy = "org.apache.spark.deploy"
    master = start("master", spark_class, f"{deploy}.master.Master", "--host", "127.0.0.1", "--port", port, "--webui-port", "0")
    started.append(master)
    workers = []
    for number in (1, 2):
        at = ["--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", str(work / f"w{number}")]
        workers.append(start(f"worker{number}", spark_class, f"{deploy}.worker.Worker", *at, master_at))
        started.append(workers[-1])
    job = start(
        "job",
        str(SPARK / "bin/spark-submit"),
        *("--master", master_at, "--executor-memory", "768m", "--driver-memory", "768m"),
        *("--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.task.maxFailures=8"),
        *("--py-files", f"{HERE / 'flatten.py'},{HERE / 'copydesk_worker.py'}"),
        str(HERE / "extract_job.py"),
        str(articles),
        *("-o", str(work / "tables-spark"), "--pipeline", "rules-only", "--split-mb", args.split_mb),
        *("--copydesk", args.copydesk),
    )
    started.append(job)
    submitted = time.monotonic()
    say("one master, two workers of one core; job submitted")

    wait_for(lambda: tasks_done() >= 3 and any(map(is_node, family(workers[0].pid))), "worker 1 was killed")
    lost = family(workers[0].pid)
    kill(lost)
    say(f"kill -9 of worker 1: {len(lost)} processes, {len(list(filter(is_node, lost)))} were node; {tasks_done()} tasks done")
    seen = tasks_done()
    wait_for(lambda: tasks_done() >= seen + 4 and any(map(is_node, family(workers[1].pid))), "node was killed")
    node = next(filter(is_node, family(workers[1].pid)))
    kill([node])
    say(f"kill -9 of a node process of worker 2; {tasks_done()} tasks done")
    code = job.wait()
    say(f"job ended with exit code {code}, {time.monotonic() - submitted:.0f} s after it was submitted")
finally:
    for process in started:
        kill(family(process.pid))

log = (work / "job.log").read_text(encoding="utf-8", errors="replace")
for what in ("Lost executor", "NodeDied"):
    lines = [line for line in log.splitlines() if what in line]
    say(f"the log has '{what}': {len(lines)}, first: {lines[0][-160:] if lines else 'none'}")
if code != 0:
    sys.exit(f"see {work}/job.log")
counts = json.loads(next(line for line in reversed(log.splitlines()) if line.startswith('{"rows"')))
say(f"rows {counts['rows']}, articles {counts['articles']}, duplicates {counts['duplicates']}, errors {counts['errors']}")

single = time.monotonic()
out = str(work / "single")
subprocess.run([*copydesk, "extract", str(articles), "-o", out, "--pipeline", "rules-only", "--quiet"], check=True)
say(f"single machine: extract in {time.monotonic() - single:.0f} s")
subprocess.run([*copydesk, "corpus", "build", out, "-o", str(work / "corpus"), "--quiet"], check=True)
same = subprocess.run(
    ["node", str(HERE / "compare-tables.mjs"), str(work / "corpus"), str(work / "tables-spark"), "--copydesk", copydesk[-1]],
    check=False,
)
sys.exit(0 if same.returncode == 0 and counts["articles"] == args.articles else 1)
