#!/usr/bin/env python3
"""The interface for programs against its own OpenAPI description: schemathesis sends what the description allows and what it does not, and finds no
server error and no answer that the description does not know.

    Tests/Browser/description.py --tracktable .build/debug/tracktable [--examples 50]
"""

import argparse
import http.client
import os
import re
import subprocess
import sys


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
    # A session with a file in it, so that there is something behind the addresses.
    connection = http.client.HTTPConnection(address.split("/")[2], timeout=60)
    connection.request("POST", "/session", b"")
    response = connection.getresponse()
    response.read()
    cookie = response.getheader("Set-Cookie").split(";")[0]
    seeds = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../fixtures/seeds/two-forms.tsv")
    connection.request("POST", "/session/files?name=two.tsv", open(seeds, "rb").read(), {"Cookie": cookie})
    connection.getresponse().read()
    run = subprocess.run(
        [
            os.path.join(os.path.dirname(sys.executable), "schemathesis"), "run", address + "api/openapi.json",
            "--url", address, "--header", "Cookie: " + cookie, "--checks",
            "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,unsupported_method",
            # The session has to last.
            "--exclude-operation-id", "closeSession", "--max-examples", options.examples, "--workers", "2", "--no-color",
        ]
    )
    alive = server.poll() is None
    server.terminate()
    status = server.wait(60)
    if not alive or status != 143:
        print(f"the server ended with {status}")
        return 1
    print("1 passed, 0 failed" if run.returncode == 0 else "0 passed, 1 failed")
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
