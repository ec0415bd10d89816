"""Writes streams.json: keys and first uniforms of streams, from a reading of the definition of its own.

python3 test/data/random/make-streams.py

Threefry-2x32-20 after Salmon, Moraes, Dror, Shaw (2011), in whole numbers of any size; the script first holds itself
against the vectors that Random123 publishes (kat_vectors). How an id becomes a key stands in random-stream.ts.
Node is asked for nothing; a double is written as the shortest text that reads back as it.
"""
import json
import os

MASK = 0xFFFFFFFF
ROTATIONS = (13, 15, 26, 6, 17, 29, 16, 24)


def threefry(key, counter):
    keys = (key[0], key[1], 0x1BD11BDA ^ key[0] ^ key[1])
    x0, x1 = (counter[0] + keys[0]) & MASK, (counter[1] + keys[1]) & MASK
    for i in range(20):
        r = ROTATIONS[i % 8]
        x0 = (x0 + x1) & MASK
        x1 = (((x1 << r) | (x1 >> (32 - r))) & MASK) ^ x0
        if i % 4 == 3:
            s = i // 4 + 1
            x0, x1 = (x0 + keys[s % 3]) & MASK, (x1 + keys[(s + 1) % 3] + s) & MASK
    return x0, x1


ONES = MASK, MASK
assert threefry((0, 0), (0, 0)) == (0x6B200159, 0x99BA4EFE)
assert threefry(ONES, ONES) == (0x1CB996FC, 0xBB002BE7)
assert threefry((0x13198A2E, 0x03707344), (0x243F6A88, 0x85A308D3)) == (0xC4923A9C, 0x483DF7A0)


def units(text):
    raw = text.encode("utf-16-le", "surrogatepass")
    return [raw[i] | raw[i + 1] << 8 for i in range(0, len(raw), 2)]


def hash_of(text):
    code = units(text)
    state = len(code), 0
    code += [0] * (-len(code) % 4)
    for i in range(0, len(code), 4):
        block = code[i] | code[i + 1] << 16, code[i + 2] | code[i + 3] << 16
        out = threefry(state, block)
        state = out[0] ^ block[0], out[1] ^ block[1]
    return state


def key_of(seed, text):
    return threefry((seed & MASK, seed >> 32), hash_of(text))


def signed(word):
    return word - (1 << 32) if word >> 31 else word


def uniform(key, iteration, draw=0):
    x0, x1 = threefry(key, (iteration, draw))
    # An odd number of 53 bits: exact as a double.
    return float((((x1 >> 6) << 26 | x0 >> 6) << 1) + 1) / float(1 << 53)


SEEDS = 0, 1, 42, 2**32 - 1, 2**32, 2**53 - 1
IDS = (
    "a", "b", "R-1", "R-2", "R-10", "abcd", "abcde", "a\0", "a\0\0\0", "\0", " R-1", "r-1", "__proto__", "10", "Größe",
    "Gro\u0308ße", "リスク", "\U0001F525", "\uD83D", "x" * 199, "x" * 200,
)


def stream(seed, text):
    key = key_of(seed, text)
    return {
        "seed": seed,
        "id": text,
        "key0": signed(key[0]),
        "key1": signed(key[1]),
        "uniforms": [uniform(key, i) for i in range(4)],
        "draw1": uniform(key, 0, 1),
        "last": uniform(key, MASK, MASK),
    }


streams = [stream(seed, text) for seed in SEEDS for text in ("R-1", "リスク")]
streams += [stream(42, text) for text in IDS if text not in ("R-1", "リスク")]
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "streams.json"), "w", encoding="ascii") as file:
    lines = ",\n    ".join(json.dumps(one) for one in streams)
    note = "Made by make-streams.py: keys, the uniforms of iterations 0 to 3, of draw 1 of iteration 0, and of the last position"
    file.write(f'{{\n  "note": {json.dumps(note)},\n  "version": "threefry2x32-20/v1",\n  "streams": [\n    {lines}\n  ]\n}}\n')
