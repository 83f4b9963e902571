"""What no program can do without: read and inflate every input once, deflate and write every output once, over two processes.

    python3 limit.py IN CONVERTED OUT

The outputs are those of tracktable; they are inflated before the clock starts.
"""

import os
import sys
import time
import zlib
from multiprocessing import Barrier, Process, Queue
import zipfile


def files(root):
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names if name.endswith(".xlsx"))


def work(inputs, outputs, target, barrier, used):
    parts = []
    for path in outputs:
        with zipfile.ZipFile(path) as package:
            parts.append([package.read(name) for name in package.namelist()])
    barrier.wait()
    began = time.process_time()
    for path in inputs:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                package.read(name)
    for number, package in enumerate(parts):
        with open(f"{target}/{os.getpid()}-{number}", "wb") as file:
            for part in package:
                compressor = zlib.compressobj(6, zlib.DEFLATED, -15)
                file.write(compressor.compress(part) + compressor.flush())
    used.put(time.process_time() - began)
    barrier.wait()


if __name__ == "__main__":
    inputs, outputs, target = files(sys.argv[1]), files(sys.argv[2]), sys.argv[3]
    os.makedirs(target, exist_ok=True)
    barrier, used = Barrier(3), Queue()
    workers = [Process(target=work, args=(inputs[half::2], outputs[half::2], target, barrier, used)) for half in range(2)]
    for worker in workers:
        worker.start()
    barrier.wait()
    began = time.monotonic()
    barrier.wait()
    print(f"{time.monotonic() - began:.3f} {used.get() + used.get():.3f}")
    for worker in workers:
        worker.join()
