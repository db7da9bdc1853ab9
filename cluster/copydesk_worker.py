"""One long-lived `copydesk worker` for each Python process: loading word lists or a model costs as much as many articles.

Spark ships this file (--py-files) and keeps its Python processes, so the node process below serves all partitions that a
Python process is given. One article is in its hands at a time: when it dies, that is the article that it died of.
"""

import atexit
import json
import os
import re
import select
import subprocess
import time

CHECK = b'{"id":"copydesk-check","text":"The mayor spoke on Monday."}'
OWN_LINE = re.compile(r"^line \d+: ")


class NodeDied(Exception):
    """The node process ended, or took too long over an article and was ended."""


class Node:
    """A running `copydesk worker`."""

    def __init__(self, command, seconds):
        self._seconds = seconds
        self._rest = b""
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        try:
            answer = json.loads(self.ask(CHECK))
        except (NodeDied, ValueError) as cause:
            self.stop()
            raise RuntimeError(f"{' '.join(command)} does not work on this machine: {cause}") from cause
        if "article" not in answer:
            raise RuntimeError(f"{' '.join(command)} does not work on this machine: {answer}")

    def ask(self, line):
        """The answer to one line, both without line end. Raises NodeDied."""
        deadline = time.monotonic() + self._seconds
        try:
            self._process.stdin.write(line + b"\n")
        except OSError as cause:
            raise NodeDied(self._ending()) from cause
        pieces = [self._rest]
        while b"\n" not in pieces[-1]:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._process.stdout], [], [], left)[0]:
                raise NodeDied(f"took longer than {self._seconds} s")
            piece = os.read(self._process.stdout.fileno(), 1 << 20)
            if not piece:
                raise NodeDied(self._ending())
            pieces.append(piece)
        answer, self._rest = b"".join(pieces).split(b"\n", 1)
        if self._rest:
            raise NodeDied("gave more than one line for one article")
        return answer

    def _ending(self):
        code = self._process.wait()
        return f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"

    def stop(self):
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()


_node = None
_node_command = None


def _running(command, seconds):
    global _node, _node_command
    if _node is None or _node_command != command:
        _stop()
        _node, _node_command = Node(command, seconds), command
    return _node


def _stop():
    global _node
    if _node is not None:
        _node.stop()
    _node = None


atexit.register(_stop)


def answer(line, command, seconds, attempt):
    """The answer to one line as parsed JSON: a knowledge file, or {"id", "error": {"stage", "message"}}.

    When the node process dies, a task's first attempt (0) raises NodeDied, so that Spark tries the task again. A later
    attempt gives the article a second node process; an article that ends this one too gets an error of the stage
    `worker`: it must not fail its task for ever. Raises RuntimeError where the command does not work at all.
    """
    for chance in (1, 2):
        try:
            found = json.loads(_running(command, seconds).ask(line))
        except NodeDied as cause:
            _stop()
            if attempt == 0:
                raise NodeDied(f"copydesk worker {cause}; the task is tried again") from cause
            if chance == 2:
                return {"id": _id_of(line), "error": {"stage": "worker", "message": f"the process {cause}, twice"}}
            continue
        if "error" in found:
            # Its line numbers count what this process was given, which differs from run to run.
            found["error"]["message"] = OWN_LINE.sub("", found["error"]["message"])
        return found


def _id_of(line):
    try:
        given = json.loads(line).get("id")
    except (ValueError, AttributeError):
        return None
    return given if isinstance(given, str) else None
