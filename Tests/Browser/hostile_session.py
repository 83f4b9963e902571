#!/usr/bin/env python3
"""A hostile session: all hostile fixtures at once, bodies without end, wrong lengths, trickling heads, names that lead out, texts that are script.
The server answers each with the right status, and goes on answering everybody else.

    Tests/Browser/hostile_session.py --tracktable .build/debug/tracktable [FILE_OR_FOLDER…]

Without files it takes those that Tests/Tools/hostile.py writes, the fixtures that mean harm or are broken, and mutations of good ones.
"""

import argparse
import concurrent.futures
import http.client
import json
import os
import pathlib
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Server:
    def __init__(self, program):
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--lang", "en", "--quiet", "--office", "none", "--time-limit", "20"],
            stderr=subprocess.PIPE, text=True,
        )
        self.port = int(re.search(r":(\d+)/", self.process.stderr.readline()).group(1))

    def ask(self, method, path, body=None, headers=None):
        # A file may wait for those before it, each of which may take its twenty seconds.
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response, content

    def raw(self, text, seconds=60):
        """The status of what is answered to these bytes; 0 where the connection ends without an answer."""
        wire = socket.create_connection(("127.0.0.1", self.port), timeout=seconds)
        try:
            wire.sendall(text)
            answer = wire.recv(4096)
            return int(answer.split(b" ")[1]) if answer.startswith(b"HTTP/1") else 0
        except (ConnectionError, IndexError):
            return 0
        finally:
            wire.close()


def everybody_at_once(server, paths):
    """Every hostile file is refused with a reason, or read; none costs anybody else more than a wait."""

    def send(path):
        cookie = server.ask("POST", "/session", b"")[0].getheader("Set-Cookie").split(";")[0]
        name = urllib.parse.quote(os.path.basename(path))
        with open(path, "rb") as file:
            response, content = server.ask("POST", "/session/files?name=" + name, file, {"Cookie": cookie})
        assert response.status == 200, (path, response.status, content[:300])
        server.ask("DELETE", "/session", None, {"Cookie": cookie})
        lines = [json.loads(line) for line in content.splitlines()]
        assert lines, path
        for line in lines:
            # An archive may hold more than a session takes: that is said in a line of its own, the last one.
            found = line["findings"] if "outcome" in line else line["problem"]
            rules = [finding["rule"] for finding in found]
            if "outcome" in line:
                assert line["outcome"] in ("done", "refused") and (line["outcome"] == "done" or rules), (path, line)
            else:
                assert line is lines[-1] and rules in (["service.too-many-files"], ["service.session-full"]), (path, line)
            assert "run.worker-died" not in rules and "service.fault" not in rules, (path, rules)
        return len(lines)

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        return sum(pool.map(send, paths))


def mutations(folder, count):
    """Good files with bytes changed, cut off, doubled or mixed, the same every time."""
    chance = random.Random(23)
    sources = []
    for place in ("gallery", "xls", "docx", "archives"):
        for path in sorted(pathlib.Path(ROOT, "fixtures", place).iterdir()):
            if path.suffix in (".xlsx", ".xls", ".docx", ".csv", ".tsv", ".zip", ".7z", ".rar") and path.stat().st_size < 200_000:
                sources.append(path)
    for number in range(count):
        path = chance.choice(sources)
        data = bytearray(path.read_bytes())
        for _ in range(chance.randint(1, 20)):
            if len(data) < 2:
                break
            first = chance.randrange(len(data))
            last = min(len(data), first + chance.choice((1, 2, 8, 64, 1000)))
            kind = chance.randrange(5)
            if kind == 0:
                data[first] ^= 1 << chance.randrange(8)
            elif kind == 1:
                data[first:last] = chance.randbytes(last - first)
            elif kind == 2:
                del data[first:last]
            elif kind == 3:
                data[first:first] = data[first:last] * chance.randint(1, 50)
            else:
                data[first:last] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"))
        if chance.randrange(4) == 0:
            del data[chance.randrange(len(data)) :]
        (folder / f"{number:04}-{path.name}").write_bytes(data)


SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def texts_that_are_script(server, form, ask):
    """Everywhere in a form: they come back as texts, and as no markup in what is a page."""
    text = form.decode()
    for word in ("住宅小区（综合治理）修缮工程", "上海市莘庄工业区(汇总)", "居民满意度", "12月底前"):
        assert word in text
        text = text.replace(word, SCRIPT)
    response, content = ask("POST", "/session/files?name=" + urllib.parse.quote(SCRIPT + ".tsv"), text.encode())
    line = json.loads(content.splitlines()[0])
    assert response.status == 200 and line["outcome"] == "done" and line["forms"][0]["project"] == SCRIPT, line
    for path, type in (
        (f"/session/files/{line['id']}/forms/0", "application/json"),
        (f"/session/outputs/corrections-page?file={line['id']}", "text/html; charset=utf-8"),
        (f"/session/outputs/report?file={line['id']}", "application/json"),
    ):
        response, content = ask("GET", path, None)
        assert response.status == 200 and response.getheader("Content-Type") == type, path
        assert response.getheader("X-Content-Type-Options") == "nosniff" and "script-src 'self'" in response.getheader("Content-Security-Policy")
        assert type == "application/json" or b"<script" not in content and b"<img" not in content and b"&lt;script" in content, path


# Seconds that a session may take: a minute on two crowded processors, and what takes ten times that hangs.
LONGEST = 600


def too_long(*_):
    raise TimeoutError(f"the session is not over after {LONGEST} s")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tracktable", required=True)
    parser.add_argument("--mutations", type=int, default=300)
    parser.add_argument("paths", nargs="*")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not options.paths:
            sys.path.append(os.path.join(ROOT, "Tests/Tools"))
            import hostile

            made, mutated = pathlib.Path(folder, "made"), pathlib.Path(folder, "mutated")
            made.mkdir()
            mutated.mkdir()
            print("making the files, which takes minutes", flush=True)
            hostile.files(made)
            mutations(mutated, options.mutations)
            fixtures = [os.path.join(ROOT, "fixtures", name) for name in ("archives", "faults", "xlsx", "xls", "docx")]
            options.paths = [str(made), str(mutated), *fixtures]
        begin = time.monotonic()
        server = Server(options.tracktable)
        stop = threading.Event()
        signal.signal(signal.SIGALRM, too_long)
        signal.alarm(LONGEST)
        try:
            session(options, server, stop)
        finally:
            signal.alarm(0)
            stop.set()
            server.process.kill()
        print(f"{time.monotonic() - begin:.0f} s")
        print("1 passed, 0 failed")


def session(options, server, stop):
    host = f"Host: 127.0.0.1:{server.port}\r\n".encode()
    form = open(os.path.join(ROOT, "fixtures/seeds/two-forms.tsv"), "rb").read()
    response, _ = server.ask("POST", "/session", b"")
    cookie = response.getheader("Set-Cookie").split(";")[0]
    cookieLine = f"Cookie: {cookie}\r\n".encode()
    answered = []

    failed = []

    def neighbor():
        while not stop.wait(0.2):
            begin = time.monotonic()
            try:
                status = server.ask("GET", "/")[0].status
            except (OSError, http.client.HTTPException) as error:
                status = repr(error)
            if stop.is_set():
                return
            if status != 200:
                failed.append(status)
            answered.append(time.monotonic() - begin)

    watch = threading.Thread(target=neighbor)
    watch.start()
    slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    for wire in slow:
        wire.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
    # A body that trickles is told so in the end.
    trickling = socket.create_connection(("127.0.0.1", server.port), timeout=120)
    trickling.sendall(b"POST /session/files HTTP/1.1\r\n" + host + cookieLine + b"Content-Length: 1000000\r\n\r\nx")
    # Bodies that are shorter than they say, from clients that then go away.
    for _ in range(50):
        wire = socket.create_connection(("127.0.0.1", server.port))
        wire.sendall(b"POST /session/files HTTP/1.1\r\n" + host + cookieLine + b"Content-Length: 60000000\r\n\r\n" + b"x" * 100_000)
        wire.close()
    checked = 0
    for text, statuses in [
        (b"POST /api/check HTTP/1.1\r\n" + host + b"Content-Length: -1\r\n\r\n", (400, 0)),
        (b"POST /api/check HTTP/1.1\r\n" + host + b"Content-Length: 1e3\r\n\r\n", (400, 0)),
        (b"POST /api/check HTTP/1.1\r\n" + host + b"Content-Length: 5\r\nContent-Length: 7\r\n\r\nhello", (400, 0)),
        (b"POST /api/check HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nZZZ\r\n", (400, 0)),
        (b"POST /api/check HTTP/1.1\r\n" + host + b"Content-Length: 999999999999\r\n\r\n", (413,)),
        (b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + host + b"\r\n", (400, 414, 0)),
        (b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 200_000 + b"\r\n\r\n", (400, 431, 0)),
        (b"GET / HTTP/1.1\r\n" + host + b"".join(b"X%d: a\r\n" % n for n in range(5000)) + b"\r\n", (400, 431, 0)),
        (b"GET /../../../../etc/passwd HTTP/1.1\r\n" + host + b"\r\n", (404,)),
        (b"GET /session/outputs/..%2f..%2fetc HTTP/1.1\r\n" + host + cookieLine + b"\r\n", (404,)),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", (421,)),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 100, (400, 0)),
    ]:
        status = server.raw(text)
        assert status in statuses, (text[:120], status)
        checked += 1
    # A body without an end is cut off soon after its limit.
    wire = socket.create_connection(("127.0.0.1", server.port), timeout=120)
    wire.sendall(b"POST /session/files HTTP/1.1\r\n" + host + cookieLine + b"Transfer-Encoding: chunked\r\n\r\n")
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    sent = 0
    try:
        while sent < 400:
            wire.sendall(chunk)
            sent += 1
    except ConnectionError:
        pass
    wire.close()
    assert sent < 400, "400 MB were taken"
    for name in ("../../x.tsv", "/etc/passwd", "<script>alert(1)</script>.tsv", "a\r\nSet-Cookie: x=y.tsv", "." * 300, "\u202etsv.exe"):
        response, content = server.ask("POST", "/session/files?name=" + urllib.parse.quote(name), form, {"Cookie": cookie})
        line = json.loads(content.splitlines()[0])
        assert response.status == 200 and line["outcome"] == "done" and ".." not in line["name"].split("/"), name
        response, _ = server.ask("GET", f"/session/outputs/forms?file={line['id']}", None, {"Cookie": cookie})
        disposition = response.getheader("Content-Disposition")
        assert response.status == 200 and "<" not in disposition and ".." not in disposition.split(";")[0], disposition
        checked += 1

    def ask(method, path, body):
        return server.ask(method, path, body, {"Cookie": cookie})

    texts_that_are_script(server, form, ask)
    checked += 1
    paths = []
    for path in options.paths:
        if os.path.isdir(path):
            paths += [os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names]
        else:
            paths.append(path)
    lines = everybody_at_once(server, paths)
    assert b" 408 " in trickling.recv(4096)
    for wire in slow:
        # Cut off long ago.
        wire.settimeout(40)
        try:
            assert wire.recv(4096) == b""
        except ConnectionError:
            pass
        wire.close()
    response, content = server.ask("POST", "/api/convert", form)
    assert response.status == 200 and len(json.loads(content)["forms"]) == 2
    stop.set()
    watch.join()
    assert failed == [], failed[:5]
    assert server.process.poll() is None, "the server has gone"
    server.process.terminate()
    assert server.process.wait(60) == 143
    print(f"{checked} hostile requests, {len(paths)} files with {lines} results, {len(answered)} neighbors answered in {max(answered):.2f} s at most")


if __name__ == "__main__":
    sys.exit(main())
