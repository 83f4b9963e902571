"""FILEPASS and the obfuscation that goes with it ([MS-OFFCRYPTO] 2.3.5, 2.3.6 and 2.3.7), as Excel writes it."""

import hashlib
import struct

from records import record, u16, u32

PLAIN = {0x809, 0x2F, 0x194, 0x195, 0xE1, 0x196, 0x138}
BOUNDSHEET = 0x85


def rc4(key):
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    i = j = 0
    while True:
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        yield state[(state[i] + state[j]) & 255]


def rotate(byte, places):
    return (byte << places | byte >> (8 - places)) & 255


class Xor:
    PADDING = bytes.fromhex("BBFFFFBAFFFFB98000BE0F00BF0F00")
    # What CreateXorKey_Method1 makes of them.
    KEYS = {"VelvetSweatshop": 0xB359, "123": 0x5BCE}

    def __init__(self, password, version=8):
        key = self.KEYS[password]
        letters = password.encode()[:15]
        self.array = [rotate(b ^ (key >> 8 * (n % 2) & 255), 2) for n, b in enumerate((letters + self.PADDING)[:16])]
        verifier = 0
        for byte in reversed(bytes([len(letters)]) + letters):
            verifier = ((verifier >> 14 & 1) | (verifier << 1 & 0x7FFF)) ^ byte
        fields = u16(key, verifier ^ 0xCE4B)
        self.record = record(0x2F, fields if version == 5 else u16(0) + fields)

    def encrypt(self, data, offset):
        return bytes(rotate(byte ^ self.array[(offset + len(data) + n) % 16], 5) for n, byte in enumerate(data))


class Rc4:
    """That of Excel 97: MD5, keys of 40 bits."""

    def __init__(self, password):
        salt = bytes(range(16))
        first = hashlib.md5(password.encode("utf-16-le")).digest()[:5]
        self.secret = hashlib.md5((first + salt) * 16).digest()[:5]
        verifier = bytes(range(100, 116))
        keys = rc4(self.key(0))
        hidden = bytes(a ^ b for a, b in zip(verifier + hashlib.md5(verifier).digest(), keys))
        self.record = record(0x2F, u16(1, 1, 1), salt, hidden)

    def key(self, block):
        return hashlib.md5(self.secret + struct.pack("<I", block)).digest()

    def encrypt(self, data, offset):
        result = bytearray()
        for n, byte in enumerate(data):
            at = offset + n
            if n == 0 or at % 1024 == 0:
                keys = rc4(self.key(at // 1024))
                for _ in range(at % 1024):
                    next(keys)
            result.append(byte ^ next(keys))
        return bytes(result)


class Rc4CryptoAPI(Rc4):
    """That of Excel 2002: SHA-1, keys of 40 to 128 bits."""

    def __init__(self, password, bits=128):
        salt = bytes(range(16, 32))
        self.length = bits // 8
        self.secret = hashlib.sha1(salt + password.encode("utf-16-le")).digest()
        verifier = bytes(range(100, 116))
        hidden = bytes(a ^ b for a, b in zip(verifier + hashlib.sha1(verifier).digest(), rc4(self.key(0))))
        name = "Microsoft Enhanced Cryptographic Provider v1.0\0".encode("utf-16-le")
        header = u32(4, 0, 0x6801, 0x8004, bits, 1, 0, 0) + name
        self.record = record(0x2F, u16(1, 2, 2), u32(4, len(header)), header, u32(16), salt, hidden[:16], u32(20), hidden[16:])

    def key(self, block):
        key = hashlib.sha1(self.secret + struct.pack("<I", block)).digest()[:self.length]
        return key + bytes(11) if self.length == 5 else key


def protect(book, method):
    """The stream of a book, obfuscated by a method."""
    plain = book.bytes(method.record)
    result = bytearray(plain)
    at = len(book.before) + len(method.record)
    while at < len(plain):
        kind, length = struct.unpack_from("<HH", plain, at)
        data = at + 4
        if kind not in PLAIN:
            result[data:data + length] = method.encrypt(plain[data:data + length], data)
            if kind == BOUNDSHEET:
                result[data:data + 4] = plain[data:data + 4]
        at = data + length
    return bytes(result)
