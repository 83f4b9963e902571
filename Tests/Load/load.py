#!/usr/bin/env python3
"""Many people at once on the page's server: each opens a session, sends files three at a time as the page does, opens a form,
takes everything away, and ends the session.

    Tests/Load/load.py --tracktable .build-release/release/tracktable --people 50 --files 20

Says how long people wait and what the server and its workers hold in memory. Ends with 1 where anybody got an error.
"""

import argparse
import concurrent.futures
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def inputs():
    folder = os.path.join(ROOT, "fixtures/gallery")
    names = sorted(name for name in os.listdir(folder) if name.endswith((".xlsx", ".csv", ".tsv", ".xls")))
    files = [(name, open(os.path.join(folder, name), "rb").read()) for name in names]
    seeds = os.path.join(ROOT, "fixtures/seeds")
    for name in ("two-forms.tsv", "two-forms.first-geometry.xlsx"):
        files.append((name, open(os.path.join(seeds, name), "rb").read()))
    return files


class Person:
    def __init__(self, port, number, files):
        self.port, self.number, self.files = port, number, files
        self.waits, self.errors = [], []
        self.first = None
        self.cookie = None

    def ask(self, connection, method, path, body=None, expected=(200, 201, 204)):
        headers = {"Cookie": self.cookie} if self.cookie else {}
        begin = time.monotonic()
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        first = response.read(1)
        wait = time.monotonic() - begin
        content = first + response.read()
        if response.status not in expected:
            self.errors.append(f"{method} {path} {response.status} {content[:200]}")
        return response, content, wait

    def send(self, some):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        for name, content in some:
            _, lines, wait = self.ask(connection, "POST", f"/session/files?name={self.number}-{name}", content)
            self.waits.append(wait)
            if self.first is None:
                self.first = time.monotonic() - self.begin
            for line in lines.splitlines():
                json.loads(line)
        connection.close()

    def live(self):
        self.begin = time.monotonic()
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
            response, _, _ = self.ask(connection, "POST", "/session", b"")
            self.cookie = response.getheader("Set-Cookie").split(";")[0]
            threads = [threading.Thread(target=self.send, args=(self.files[part::3],)) for part in range(3)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.sent = time.monotonic() - self.begin
            listed = json.loads(self.ask(connection, "GET", "/session")[1])["files"]
            if len(listed) != len(self.files):
                self.errors.append(f"{len(listed)} files listed, not {len(self.files)}")
            done = [file for file in listed if file["forms"]]
            self.ask(connection, "GET", f"/session/files/{done[0]['id']}/forms/0")
            for output in ("forms", "corrections"):
                if not self.ask(connection, "GET", f"/session/outputs/{output}")[1].startswith(b"PK"):
                    self.errors.append(f"{output} is no workbook")
            self.ask(connection, "DELETE", "/session")
            connection.close()
        except Exception as error:
            self.errors.append(repr(error))
        self.whole = time.monotonic() - self.begin
        return self


def children(process):
    try:
        found = open(f"/proc/{process}/task/{process}/children").read().split()
        for task in os.listdir(f"/proc/{process}/task"):
            found += open(f"/proc/{process}/task/{task}/children").read().split()
        return set(found)
    except OSError:
        return set()


def processor(process):
    """Processor seconds of the server and of its workers, those that have ended counted too."""

    def spent(number):
        try:
            fields = open(f"/proc/{number}/stat").read().rsplit(")", 1)[1].split()
            return [int(field) / os.sysconf("SC_CLK_TCK") for field in fields[11:15]]
        except OSError:
            return [0, 0, 0, 0]

    own = spent(process)
    return own[0] + own[1], own[2] + own[3] + sum(sum(spent(number)) for number in children(process))


def memory(process):
    """Bytes that the server holds, and that its workers hold, now."""

    def resident(number):
        try:
            return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{number}/status").read()).group(1)) << 10
        except (OSError, AttributeError):
            return 0

    return resident(process), sum(resident(number) for number in children(process))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tracktable", required=True)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--files", type=int, default=20)
    options = parser.parse_args()
    server = subprocess.Popen(
        [options.tracktable, "serve", "--port", "0", "--lang", "en", "--quiet", "--office", "none"],
        stderr=subprocess.PIPE, text=True,
    )
    port = int(re.search(r":(\d+)/", server.stderr.readline()).group(1))
    files = inputs()
    most = [0, 0]
    isDone = threading.Event()

    def watch():
        while not isDone.wait(0.1):
            for index, bytes in enumerate(memory(server.pid)):
                most[index] = max(most[index], bytes)

    watcher = threading.Thread(target=watch)
    watcher.start()
    people = [
        Person(port, number, [files[(number + index) % len(files)] for index in range(options.files)])
        for number in range(options.people)
    ]
    begin = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(options.people) as pool:
        list(pool.map(Person.live, people))
    seconds = time.monotonic() - begin
    after = memory(server.pid)
    spent = processor(server.pid)
    isDone.set()
    watcher.join()
    server.terminate()
    status = server.wait(60)
    waits = sorted(wait for person in people for wait in person.waits)
    errors = [error for person in people for error in person.errors]

    def line(name, value):
        print(f"{name:<44}{value}")

    line("people, files each, files of all", f"{options.people}, {options.files}, {len(waits)}")
    line("seconds until the last has gone", f"{seconds:.1f}")
    line("files a second, everything included", f"{len(waits) / seconds:.0f}")
    line("first result, median and worst, s", f"{statistics.median(p.first or 0 for p in people):.2f}, {max(p.first or 0 for p in people):.2f}")
    line("a file, median, 99 % and worst, s", f"{statistics.median(waits):.2f}, {waits[int(len(waits) * 0.99)]:.2f}, {waits[-1]:.2f}")
    line("processor time a file, server, workers, ms", f"{spent[0] / len(waits) * 1000:.1f}, {spent[1] / len(waits) * 1000:.1f}")
    line("memory of the server, most and after, MB", f"{most[0] >> 20}, {after[0] >> 20}")
    line("memory of its workers, most, MB", f"{most[1] >> 20}")
    line("errors", len(errors))
    for error in errors[:10]:
        print("  " + error)
    if status != 143:
        print(f"the server ended with {status}")
    return 1 if errors or status != 143 else 0


if __name__ == "__main__":
    sys.exit(main())
