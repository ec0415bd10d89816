"""Writes summaries.json beside this file: quantiles, sums and moments of lists of doubles, worked out in exact
fractions and rounded once at the end; roots by mpmath at 60 digits.

quantiles: [values, probability, [types 1 to 9, nearest rank]], by the definition of Hyndman and Fan (1996): with
    j + g = n p + m, the quantile is (1 - c) x[j] + c x[j + 1], c a function of j and g. The probability counts as the
    decimal it is written as.
lists: name, values, and their sum, mean, variance (n - 1), standard deviation, skewness and excess kurtosis (both n).

Run: python3 make-summaries.py (mpmath 1.3)
"""
import json
import os
import random
from fractions import Fraction
from math import ceil, floor

import mpmath as mp

mp.mp.dps = 60
random.seed(20260331)


def quantiles(values, text):
    p = Fraction(text)
    n = len(values)
    x = sorted(Fraction(v) for v in values)

    def at(j):
        return x[min(max(j, 1), n) - 1]

    def read(m, c):
        place = n * p + m
        j = floor(place)
        share = c(j, place - j)
        return float((1 - share) * at(j) + share * at(j + 1))

    def steps(j, g):
        return g

    half, third = Fraction(1, 2), Fraction(1, 3)
    return [
        read(0, lambda j, g: 0 if g == 0 else 1),
        read(0, lambda j, g: half if g == 0 else 1),
        read(-half, lambda j, g: 0 if g == 0 and j % 2 == 0 else 1),
        read(0, steps),
        read(half, steps),
        read(p, steps),
        read(1 - p, steps),
        read((p + 1) * third, steps),
        read(p / 4 + Fraction(3, 8), steps),
        float(at(max(1, ceil(n * p)))),
    ]


def quantile_rows():
    rows = []
    probabilities = ["0", "0.001", "0.05", "0.07", "0.1", "0.25", "0.29", "0.3", "0.5", "0.57", "0.7", "0.9", "0.95", "0.999", "1"]
    for n in [1, 2, 3, 4, 5, 7, 10, 20, 100]:
        values = [random.randrange(-1000, 1000) / 4 for _ in range(n)]
        for p in probabilities:
            rows.append([values, float(p), quantiles(values, p)])
    return rows


def figures(name, values):
    x = [Fraction(v) for v in values]
    n = len(x)
    total = sum(x)
    mean = total / n
    second, third, fourth = (sum((v - mean) ** k for v in x) for k in (2, 3, 4))
    real = lambda f: mp.mpf(f.numerator) / mp.mpf(f.denominator)
    deviation = mp.sqrt(real(second / n))
    return {
        "name": name,
        "values": values,
        "sum": float(total),
        "mean": float(mean),
        "variance": float(second / (n - 1)),
        "standardDeviation": float(mp.sqrt(real(second / (n - 1)))),
        "skewness": float(real(third / n) / deviation**3),
        "excessKurtosis": float(real(fourth / n) / deviation**4 - 3),
    }


def list_rows():
    uniform = lambda a, b, n: [random.uniform(a, b) for _ in range(n)]
    normal = [random.gauss(0, 1) for _ in range(60)]
    lists = [
        ("two", [3, 7.5]),
        ("uniform", uniform(0, 1, 50)),
        ("normal", normal),
        ("long tail", [random.lognormvariate(0, 2) for _ in range(60)]),
        ("far from zero", [1e9 + v for v in uniform(0, 1, 50)]),
        ("farther", [1e15 + random.randrange(64) / 8 for _ in range(50)]),
        ("neighbours", [1 + random.randrange(8) * 2.0**-52 for _ in range(50)]),
        ("both signs, large", [v * 1e60 for v in normal]),
        ("small", [v * 1e-60 for v in normal]),
        ("tenths", [0.1] * 9 + [0.2]),
        ("cancelling", [v for w in uniform(1e10, 1e16, 20) for v in (w, -w)] + uniform(0, 1, 10)),
    ]
    return [figures(name, values) for name, values in lists]


path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "summaries.json")
with open(path, "w") as file:
    tables = {"quantiles": quantile_rows(), "lists": list_rows()}
    body = ",\n".join(
        f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]" for name, rows in tables.items()
    )
    file.write("{\n" + body + "\n}\n")
