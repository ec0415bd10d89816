"""Writes intervals.json beside this file: limits of intervals and tails of exact tests, from their defining equations
(sums of probabilities, solved by bisection) with mpmath at 40 digits. Confidences are the doubles that the tests give.

Run: python3 make-intervals.py (mpmath 1.3)
"""
import json
import os
from fractions import Fraction

import mpmath as mp
from mpmath import mpf

mp.mp.dps = 40
CONFIDENCES = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]


def solve(f, low, high):
    """Where a rising function is 0."""
    low, high = mpf(low), mpf(high)
    for _ in range(140):
        middle = (low + high) / 2
        if f(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def binomial_at_most(k, n, p):
    return mp.fsum(mp.binomial(n, i) * p ** i * (1 - p) ** (n - i) for i in range(k + 1))


def poisson_at_most(k, mean):
    return mp.e ** -mean * mp.fsum(mean ** i / mp.factorial(i) for i in range(k + 1))


def normal_deviate(confidence):
    return solve(lambda z: mp.erf(z / mp.sqrt(2)) - mpf(confidence), 0, 10)


def exact_share(x, n, tail):
    low = mpf(0) if x == 0 else solve(lambda p: (1 - binomial_at_most(x - 1, n, p)) - tail, 0, 1)
    high = mpf(1) if x == n else solve(lambda p: tail - binomial_at_most(x, n, p), 0, 1)
    return low, high


def wilson(x, n, z):
    """The shares p with |x/n - p| = z sqrt(p(1-p)/n)."""
    share = mpf(x) / n
    apart = lambda p: (p - share) ** 2 - z ** 2 * p * (1 - p) / n
    low = mpf(0) if x == 0 else solve(lambda p: -apart(p), 0, share)
    high = mpf(1) if x == n else solve(apart, share, 1)
    return low, high


shares = []
for x, n in [(0, 1), (1, 1), (0, 20), (1, 29), (15, 148), (81, 263), (3, 400), (120, 120), (40, 60)]:
    for confidence in CONFIDENCES:
        z = normal_deviate(confidence)
        row = [x, n, confidence]
        row += [float(v) for v in wilson(x, n, z)]
        row += [float(v) for v in exact_share(x, n, (1 - mpf(confidence)) / 2)]
        shares.append(row)

rates = []
for x, t in [(0, 90), (1, 2.5), (3, 120), (17, 0.125), (60, 1000)]:
    for confidence in CONFIDENCES:
        tail = (1 - mpf(confidence)) / 2
        low = mpf(0) if x == 0 else solve(lambda m: (1 - poisson_at_most(x - 1, m)) - tail, 0, 1000)
        high = solve(lambda m: tail - poisson_at_most(x, m), 0, 1000)
        rates.append([x, t, confidence, float(low / mpf(t)), float(high / mpf(t))])


def tails(masses, observed):
    """Two-sided by probability, at least, at most; masses by count, exact."""
    total = sum(masses.values())
    limit = masses[observed] * (1 + Fraction(1, 10 ** 7))
    return [
        float(sum(m for m in masses.values() if m <= limit) / total),
        float(sum(m for k, m in masses.items() if k >= observed) / total),
        float(sum(m for k, m in masses.items() if k <= observed) / total),
    ]


def choose(n, k):
    result = 1
    for i in range(k):
        result = result * (n - i) // (i + 1)
    return result


fisher = []
for x1, n1, x2, n2 in [(3, 4, 1, 4), (0, 10, 0, 20), (9, 10, 3, 10), (56, 70, 48, 80), (0, 5, 5, 5), (5, 5, 0, 5),
                       (12, 200, 80, 3800), (200, 300, 10, 10), (1, 1, 0, 1), (2, 7, 9, 11)]:
    k = x1 + x2
    masses = {i: Fraction(choose(n1, i) * choose(n2, k - i)) for i in range(max(0, k - n2), min(n1, k) + 1)}
    fisher.append([x1, n1, x2, n2] + tails(masses, x1))

ratios = []
for x1, t1, x2, t2, confidence in [(6, 100, 2, 100, 0.95), (11, 800, 21, 3011, 0.95), (0, 10, 4, 30, 0.9),
                                   (5, 10, 0, 30, 0.9), (40, 64, 90, 128, 0.99), (1, 1, 1, 3, 0.5), (300, 7, 280, 7, 0.8)]:
    n = x1 + x2
    share = Fraction(t1, t1 + t2)
    masses = {i: choose(n, i) * share ** i * (1 - share) ** (n - i) for i in range(n + 1)}
    tail = (1 - mpf(confidence)) / 2
    low, high = exact_share(x1, n, tail)
    scale = mpf(t2) / t1
    ratios.append([x1, t1, x2, t2, confidence, float(low / (1 - low) * scale),
                   None if x2 == 0 else float(high / (1 - high) * scale)] + tails(masses, x1))

bounds = []
for x, n, confidence in [(0, 50, 0.95), (0, 300, 0.95), (1, 50, 0.9), (7, 80, 0.99), (3, 3, 0.95), (2, 3, 0.5)]:
    bounds.append([x, n, confidence, float(exact_share(x, n, 1 - mpf(confidence))[1])])


def smallest(rate, failures, confidence):
    """Rate and confidence as exact decimals in text."""
    p, left = Fraction(rate), 1 - Fraction(confidence)
    n, term = failures + 1, None
    while True:
        at_most = sum(choose(n, i) * p ** i * (1 - p) ** (n - i) for i in range(failures + 1))
        if at_most <= left:
            return n
        n += 1


sizes = [[float(r), f, float(c), smallest(r, f, c)] for r, f, c in
         [("0.01", 0, "0.95"), ("0.05", 0, "0.95"), ("0.1", 0, "0.19"), ("0.1", 0, "0.271"), ("0.5", 0, "0.75"),
          ("0.5", 0, "0.7501"), ("0.05", 1, "0.95"), ("0.05", 3, "0.99"), ("0.2", 2, "0.5"), ("0.9", 0, "0.5"),
          ("0.3", 0, "0.001"), ("0.02", 2, "0.9")]]

ranks = []
for n, p, confidence in [(44, "0.5", "0.95"), (44, "0.8", "0.95"), (10, "0.8", "0.95"), (10, "0.2", "0.95"),
                         (5, "0.5", "0.9375"), (5, "0.5", "0.94"), (3, "0.5", "0.9"), (100, "0.9", "0.99"),
                         (25, "0.25", "0.8"), (1, "0.5", "0.4"), (0, "0.5", "0.95"), (6, "0.5", "0.96875")]:
    share, allowed = Fraction(p), (1 - Fraction(confidence)) / 2
    mass = [choose(n, i) * share ** i * (1 - share) ** (n - i) for i in range(n + 1)]
    low = max([r for r in range(1, n + 1) if sum(mass[:r]) <= allowed], default=None)
    high = min([r for r in range(1, n + 1) if sum(mass[r:]) <= allowed], default=None)
    covered = sum(mass[low or 0:high if high is not None else n + 1])
    ranks.append([n, float(p), float(confidence), low, high, float(covered)])

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "intervals.json")
tables = dict(shares=shares, rates=rates, fisher=fisher, ratios=ratios, bounds=bounds, sizes=sizes, ranks=ranks)
with open(here, "w") as out:
    lines = [f' "{name}": [\n' + ",\n".join("  " + json.dumps(row) for row in rows) + "\n ]" for name, rows in tables.items()]
    out.write("{\n" + ",\n".join(lines) + "\n}\n")
