"""Tries cluster/copydesk_worker.py with a stand-in for `copydesk worker`. Run by worker-client.test.ts."""

import json
import os
import signal
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../cluster"))
import copydesk_worker

# Answers each line; dies of "poison", sleeps over "hang", says a line number in its errors.
STAND_IN = """
const lines = require("readline").createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const { id, text } = JSON.parse(line);
  if (text === "poison") process.exit(7);
  if (text === "hang") return;
  if (text === "bad") console.log(JSON.stringify({ id, error: { stage: "read", message: "line 3: no text" } }));
  else console.log(JSON.stringify({ article: { id }, pid: process.pid, filler: "x".repeat(300000) }));
});
"""
COMMAND = [sys.argv[1], "-e", STAND_IN]


def ask(text, attempt=0, seconds=20):
    return copydesk_worker.answer(json.dumps({"id": f"id-{text}", "text": text}).encode(), COMMAND, seconds, attempt)


class WorkerClient(unittest.TestCase):
    def test_one_process_for_many_articles(self):
        self.assertEqual(len({ask(str(number))["pid"] for number in range(20)}), 1)

    def test_errors_do_not_depend_on_where_in_the_stream_they_stood(self):
        self.assertEqual(ask("bad"), {"id": "id-bad", "error": {"stage": "read", "message": "no text"}})

    def test_a_first_attempt_fails_with_its_node(self):
        ask("fine")
        os.kill(copydesk_worker._node._process.pid, signal.SIGKILL)
        with self.assertRaisesRegex(copydesk_worker.NodeDied, "killed by signal 9"):
            ask("fine")
        self.assertEqual(ask("fine")["article"]["id"], "id-fine")

    def test_a_later_attempt_gives_the_article_a_second_node(self):
        ask("fine")
        os.kill(copydesk_worker._node._process.pid, signal.SIGKILL)
        self.assertEqual(ask("fine", attempt=1)["article"]["id"], "id-fine")

    def test_an_article_that_kills_each_node_is_an_error_in_the_end(self):
        with self.assertRaisesRegex(copydesk_worker.NodeDied, "exit code 7"):
            ask("poison")
        error = {"stage": "worker", "message": "the process ended with exit code 7, twice"}
        self.assertEqual(ask("poison", attempt=1), {"id": "id-poison", "error": error})

    def test_so_is_one_that_takes_too_long(self):
        error = {"stage": "worker", "message": "the process took longer than 2 s, twice"}
        self.assertEqual(ask("hang", attempt=1, seconds=2), {"id": "id-hang", "error": error})

    def test_a_command_that_does_not_work_is_no_article_s_fault(self):
        with self.assertRaisesRegex(RuntimeError, "does not work on this machine"):
            copydesk_worker.answer(b"{}", [sys.argv[1], "-e", "process.exit(2)"], 20, 5)


unittest.main(argv=[sys.argv[0]])
