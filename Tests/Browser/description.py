#!/usr/bin/env python3
"""The interface for programs against its own OpenAPI description: schemathesis sends what the description allows and what it does not, and finds no
server error and no answer that the description does not know.

    Tests/Browser/description.py --tracktable .build/debug/tracktable [--examples 50]

It goes through what can be asked of a form that is there first, and then through everything, where most numbers are of nothing.
"""

import argparse
import http.client
import os
import re
import subprocess
import sys
import tempfile

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,unsupported_method"


def with_a_file(address):
    """The cookie of a session with a file in it, so that there is something behind the addresses: file 1 with its two forms."""
    connection = http.client.HTTPConnection(address.split("/")[2], timeout=60)
    connection.request("POST", "/session", b"")
    response = connection.getresponse()
    response.read()
    cookie = response.getheader("Set-Cookie").split(";")[0]
    seeds = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../fixtures/seeds/two-forms.tsv")
    connection.request("POST", "/session/files?name=two.tsv", open(seeds, "rb").read(), {"Cookie": cookie})
    response = connection.getresponse()
    response.read()
    assert response.status == 200
    return cookie


def run(address, cookie, examples, *operations, parameters=""):
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as settings:
        settings.write(parameters)
        settings.flush()
        chosen = [word for operation in operations for word in ("--include-operation-id", operation)]
        return subprocess.run(
            [
                os.path.join(os.path.dirname(sys.executable), "schemathesis"), "--config-file", settings.name, "--no-color", "run",
                address + "api/openapi.json", "--url", address, "--header", "Cookie: " + cookie, "--checks", CHECKS,
                # The session has to last.
                *(chosen or ["--exclude-operation-id", "closeSession"]), "--max-examples", examples, "--workers", "2",
            ]
        ).returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tracktable", required=True)
    parser.add_argument("--examples", default="50")
    options = parser.parse_args()
    server = subprocess.Popen(
        [options.tracktable, "serve", "--port", "0", "--lang", "en", "--quiet", "--office", "none"],
        stderr=subprocess.PIPE, text=True,
    )
    address = re.search(r"http://\S+/", server.stderr.readline()).group(0)
    cookie = with_a_file(address)
    failures = run(address, cookie, options.examples, "form", "correct", "take", parameters="[parameters]\nfile = 1\nform = 0\n")
    failures += run(address, cookie, options.examples)
    alive = server.poll() is None
    server.terminate()
    status = server.wait(60)
    if not alive or status != 143:
        print(f"the server ended with {status}")
        failures += 1
    print("1 passed, 0 failed" if failures == 0 else "0 passed, 1 failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
