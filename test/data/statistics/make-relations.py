"""Writes relations.json beside this file: rank tests, change points, correlations, lines and regressions worked out
from their definitions: pairs and orders one by one, exact fractions, and mpmath at 50 digits.

Run: python3 make-relations.py (mpmath 1.3)
"""
import itertools
import json
import os
import random
from fractions import Fraction

import mpmath as mp
from mpmath import mpf

mp.mp.dps = 50
random.seed(20260331)


def sign(v):
    return (v > 0) - (v < 0)


def median(values):
    s = sorted(values)
    return (s[(len(s) - 1) // 2] + s[len(s) // 2]) / 2


def two_sided(z):
    return float(mp.erfc(abs(z) / mp.sqrt(2)))


def upper(z):
    return float(mp.erfc(z / mp.sqrt(2)) / 2)


def deviate(confidence):
    return mp.sqrt(2) * mp.erfinv(mpf(confidence))


def ties(values):
    return [values.count(v) for v in sorted(set(values))]


# Two samples: U and its distribution over all splits; Hodges and Lehmann's shift.
def u_of(a, b):
    return sum(Fraction(1 + sign(x - y), 2) for x in a for y in b)


def mann_whitney(a, b):
    both = a + b
    m, n = len(a), len(b)
    u, mean = u_of(a, b), Fraction(m * n, 2)
    row = dict(sample=a, baseline=b, u=float(u), shift=float(median([Fraction(x) - Fraction(y) for x in a for y in b])))
    total = m + n
    variance = Fraction(m * n, 12) * (total + 1 - Fraction(sum(t ** 3 - t for t in ties(both)), total * (total - 1)))
    if variance > 0:
        sd = mp.sqrt(mpf(variance.numerator) / variance.denominator)
        above = mpf((u - mean).numerator) / (u - mean).denominator
        row["z"] = float(above / sd)
        row["plain"] = [two_sided(above / sd), upper(above / sd), upper(-above / sd)]
        moved = max(mpf(0), abs(above) - mpf(1) / 2) / sd
        row["moved"] = [two_sided(moved), upper((above - mpf(1) / 2) / sd), upper((-above - mpf(1) / 2) / sd)]
    if total <= 12:
        us = [u_of([both[i] for i in chosen], [both[i] for i in range(total) if i not in chosen])
              for chosen in itertools.combinations(range(total), m)]
        row["exact"] = [float(Fraction(sum(abs(v - mean) >= abs(u - mean) for v in us), len(us))),
                        float(Fraction(sum(v >= u for v in us), len(us))),
                        float(Fraction(sum(v <= u for v in us), len(us)))]
    return row


samples = [mann_whitney(a, b) for a, b in [
    ([7, 8, 9, 10], [1, 2, 3, 4]),
    ([1, 2, 2, 3], [2, 2, 4, 5, 5]),
    ([0, 1, 2, 1, 0, 0], [0, 0, 0, 0, 0, 0]),
    ([3, 1.5, -2], [4, 0.25]),
    ([5], [1, 2, 5, 7, 5, 9, 5]),
    ([1, 1, 2, 2, 3, 3], [3, 3, 2, 2, 1, 4]),
    ([random.randint(0, 30) for _ in range(60)], [random.randint(3, 33) for _ in range(75)]),
    ([random.gauss(0, 1) for _ in range(51)], [random.gauss(0.4, 2) for _ in range(40)]),
]]

# Counts of splits by u, without ties: 10 by 12.
m, n = 10, 12
splits = [0] * (m * n + 1)
for chosen in itertools.combinations(range(m + n), m):
    splits[sum(chosen) - m * (m - 1) // 2] += 1
shift_ranks = []
for confidence in (0.5, 0.9, 0.95, 0.99):
    allowed = (1 - Fraction(str(confidence))) / 2 * sum(splits)
    shift_ranks.append([m, n, confidence, max(c for c in range(m * n) if sum(splits[:c]) <= allowed)])


def split_counts(m, n):
    """Splits of m + n values without ties by u, in whole numbers: the highest value is in the one group or the other."""
    rows = {(i, j): None for i in range(m + 1) for j in range(n + 1)}
    for i in range(m + 1):
        for j in range(n + 1):
            if i == 0 or j == 0:
                rows[i, j] = [1]
                continue
            counts = [0] * (i * j + 1)
            for u, c in enumerate(rows[i - 1, j]):
                counts[u + j] += c
            for u, c in enumerate(rows[i, j - 1]):
                counts[u] += c
            rows[i, j] = counts
    return rows[m, n]


assert split_counts(10, 12) == splits
# 0, 2, 4, ... against 25, 27, 29, ...: fifty each.
counts = split_counts(50, 50)
u = sum(2 * i > 2 * j + 25 for i in range(50) for j in range(50))
mean = Fraction(50 * 50, 2)
large = [[u, float(Fraction(sum(c for v, c in enumerate(counts) if abs(v - mean) >= abs(u - mean)), sum(counts))),
          float(Fraction(sum(counts[u:]), sum(counts))), float(Fraction(sum(counts[:u + 1]), sum(counts)))]]


# Series against time.
def mann_kendall(values):
    n = len(values)
    score = sum(sign(b - a) for a, b in itertools.combinations(values, 2))
    variance = Fraction(n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties(values)), 18)
    row = dict(values=values, score=score, variance=float(variance))
    untied = sum(a != b for a, b in itertools.combinations(values, 2))
    row["tau"] = float(mpf(score) / mp.sqrt(mpf(untied) * n * (n - 1) / 2)) if untied else None
    z = (score - sign(score)) / mp.sqrt(mpf(variance.numerator) / variance.denominator) if untied else mpf(0)
    row["z"], row["normal"] = float(z), two_sided(z)
    if n <= 8:
        scores = [sum(sign(b - a) for a, b in itertools.combinations(order, 2)) for order in itertools.permutations(values)]
        row["exact"] = float(Fraction(sum(abs(s) >= abs(score) for s in scores), len(scores)))
    return row


series = [mann_kendall(v) for v in [
    [5, 6, 11, 8, 10, 12], [62, 64, 63, 66, 65, 67, 70, 69], [1, 2, 3], [2, 1], [4, 4, 4, 4],
    [3, 3, 2, 2, 1, 1, 0], [1, 2, 2, 2, 3, 1, 4, 4], [9, 12, 4, 3, 0, 4, 2, 1, 4, 2, 9, 7],
    [random.randint(0, 9) + i // 5 for i in range(40)],
]]


def pettitt(values):
    n = len(values)
    us = [sum(sign(values[i] - values[j]) for i in range(t) for j in range(t, n)) for t in range(1, n)]
    k = max(abs(u) for u in us)
    after = next(t for t, u in enumerate(us, 1) if abs(u) == k)
    return dict(values=values, statistic=k, after=after, direction="up" if us[after - 1] < 0 else "down",
                p=float(min(mpf(1), 2 * mp.e ** (-6 * mpf(k) ** 2 / (n ** 3 + n ** 2)))))


def best_split(values):
    exact = [Fraction(v) for v in values]

    def squares(part):
        return sum((v - sum(part) / len(part)) ** 2 for v in part)

    def left(t):
        return squares(exact[:t]) + squares(exact[t:])

    after = min(range(1, len(values)), key=left)
    return dict(values=values, after=after, before=float(sum(exact[:after]) / after),
                behind=float(sum(exact[after:]) / (len(values) - after)), squares=float(left(after)))


changing = [[3, 1, 2, 3, 2, 9, 8, 9, 7, 8], [5, 5, 4, 1, 1, 2, 1], [1, 2], [2, 2, 2, 1],
            [random.gauss(0, 1) + (1.5 if i >= 30 else 0) for i in range(50)], [1, 5, 1, 5, 1]]
changes = [dict(pettitt=pettitt(v), split=best_split(v)) for v in changing]


# Two numbers of each thing.
def ranks(values):
    return [Fraction(sum(v < w for v in values) * 2 + values.count(w) + 1, 2) for w in values]


def pearson(x, y):
    mx, my = sum(x) / len(x), sum(y) / len(y)
    xx, yy = sum((a - mx) ** 2 for a in x), sum((b - my) ** 2 for b in y)
    xy = sum((a - mx) * (b - my) for a, b in zip(x, y))
    return mpf(xy.numerator) / xy.denominator / mp.sqrt(mpf((xx * yy).numerator) / (xx * yy).denominator)


def student_tails(t, df):
    return mp.betainc(mpf(df) / 2, mpf(1) / 2, 0, mpf(df) / (df + t ** 2), regularized=True)


def relation(x, y):
    n = len(x)
    row = dict(x=x, y=y)
    pairs = list(itertools.combinations(range(n), 2))
    score = sum(sign(x[i] - x[j]) * sign(y[i] - y[j]) for i, j in pairs)
    free_x, free_y = sum(x[i] != x[j] for i, j in pairs), sum(y[i] != y[j] for i, j in pairs)
    tx, ty = ties(x), ties(y)

    def total(f, t):
        return sum(f(v) for v in t)

    variance = Fraction(n * (n - 1) * (2 * n + 5) - total(lambda t: t * (t - 1) * (2 * t + 5), tx + ty), 18)
    variance += Fraction(total(lambda t: t * (t - 1), tx) * total(lambda t: t * (t - 1), ty), 2 * n * (n - 1))
    if n > 2:
        variance += Fraction(total(lambda t: t * (t - 1) * (t - 2), tx) * total(lambda t: t * (t - 1) * (t - 2), ty),
                             9 * n * (n - 1) * (n - 2))
    z = (score - sign(score)) / mp.sqrt(mpf(variance.numerator) / variance.denominator)
    row["kendall"] = [score, float(score / mp.sqrt(mpf(free_x) * free_y)), float(z), two_sided(z)]
    rx, ry = ranks(x), ranks(y)
    rho = pearson(rx, ry)
    row["spearman"] = [float(rho), float(student_tails(rho * mp.sqrt((n - 2) / (1 - rho ** 2)), n - 2)) if n > 2 and abs(rho) < 1 else None]
    r = pearson([Fraction(v) for v in x], [Fraction(v) for v in y])
    row["pearson"] = [float(r)]
    if n > 3 and abs(r) < 1:
        row["pearson"].append(float(student_tails(r * mp.sqrt((n - 2) / (1 - r ** 2)), n - 2)))
        for confidence in (0.95, 0.8):
            reach = deviate(confidence) / mp.sqrt(n - 3)
            row["pearson"].append([float(mp.tanh(mp.atanh(r) - reach)), float(mp.tanh(mp.atanh(r) + reach))])
    if n <= 7:
        # Over all orders of y.
        def distance(order):
            return abs(sum(a * b for a, b in zip(rx, order)) - sum(rx) * sum(ry) / n)
        orders = list(itertools.permutations(range(n)))
        seen = distance(ry)
        scores = [abs(sum(sign(x[i] - x[j]) * sign(y[o[i]] - y[o[j]]) for i, j in pairs)) for o in orders]
        row["exact"] = [float(Fraction(sum(s >= abs(score) for s in scores), len(orders))),
                        float(Fraction(sum(distance([ry[i] for i in o]) >= seen for o in orders), len(orders)))]
    # Theil and Sen: slopes, and the ranks of the ends at 95 %.
    slopes = sorted(Fraction(y[j] - y[i]) / Fraction(x[j] - x[i]) for i, j in pairs if x[i] != x[j])
    slope = median(slopes)
    rank = int(mp.floor((len(slopes) - deviate(0.95) * mp.sqrt(mpf(variance.numerator) / variance.denominator)) / 2))
    row["sen"] = [float(slope), float(median([Fraction(b) - slope * Fraction(a) for a, b in zip(x, y)])), len(slopes),
                  float(slopes[rank - 1]) if rank > 0 else None, float(slopes[-rank]) if rank > 0 else None]
    return row


points = [relation(x, y) for x, y in [
    ([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]),
    ([1, 2, 3, 4, 5, 6, 7], [7, 5, 6, 4, 2, 3, 1]),
    ([1, 1, 2, 3, 3, 4], [5, 5, 6, 5, 7, 8]),
    ([0, 1, 4, 9, 10], [1, 2, 3, 8, 7]),
    ([1, 2, 3, 4, 5, 6], [1, 1, 2, 2, 2, 3]),
    ([3, 1, 3, 2], [1, 4, 2, 2]),
    ([106, 86, 100, 101, 99, 103, 97, 113, 112, 110], [7, 0, 27, 50, 28, 29, 20, 12, 6, 17]),
    ([i % 7 for i in range(30)], [(i * 5) % 11 + (i % 7) // 2 for i in range(30)]),
    ([random.gauss(0, 1) for _ in range(25)], [random.gauss(0, 1) for _ in range(25)]),
    ([i / 4 for i in range(16)], [round(2 * i / 4 + random.gauss(0, 1), 3) for i in range(16)]),
]]


# Regression by the normal equations at 50 digits.
def regression(columns, y):
    n, k = len(y), len(columns)
    design = mp.matrix(n, k + 1)
    for i in range(n):
        design[i, 0] = mpf(1)
        for j in range(k):
            design[i, j + 1] = mpf(columns[j][i])
    target = mp.matrix([mpf(v) for v in y])
    inverse = (design.T * design) ** -1
    beta = inverse * (design.T * target)
    rest = target - design * beta
    df = n - k - 1
    left = mp.fsum(v ** 2 for v in rest)
    mean = mp.fsum(target) / n
    whole = mp.fsum((v - mean) ** 2 for v in target)
    spread = mp.sqrt(left / df)
    reach = mp.findroot(lambda t: student_tails(t, df) - mpf(1) / 10, 2)
    coefficients = []
    for j in range(k + 1):
        error = spread * mp.sqrt(inverse[j, j])
        t = beta[j] / error
        coefficients.append([float(v) for v in (beta[j], error, beta[j] - reach * error, beta[j] + reach * error, t,
                                                student_tails(t, df))])
    f = (whole - left) / k / spread ** 2
    p = mp.betainc(mpf(df) / 2, mpf(k) / 2, 0, df / (df + k * f), regularized=True)
    return dict(x=columns, y=y, coefficients=coefficients, residuals=[float(v) for v in rest], spread=float(spread),
                rSquared=float(1 - left / whole), adjusted=float(1 - left / whole * (n - 1) / df), f=float(f), p=float(p))


regressions = [regression(x, y) for x, y in [
    ([[10, 20, 30, 40, 50]], [4, 6, 9, 10, 13]),
    ([[1, 2, 3, 4, 5, 6, 7, 8], [2, 1, 4, 3, 6, 5, 8, 7]], [3.1, 3.9, 9.2, 8.8, 14.7, 15.3, 20.4, 21.1]),
    ([[2019, 2020, 2021, 2022, 2023, 2024]], [1, -1, 2, -2, 1, -1]),
    ([[random.gauss(5, 2) for _ in range(30)] for _ in range(4)], [random.gauss(0, 3) for _ in range(30)]),
]]

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "relations.json")
tables = dict(samples=samples, large=large, shiftRanks=shift_ranks, series=series, changes=changes, points=points, regressions=regressions)
with open(here, "w") as out:
    lines = [f' "{name}": [\n' + ",\n".join("  " + json.dumps(row) for row in rows) + "\n ]" for name, rows in tables.items()]
    out.write("{\n" + ",\n".join(lines) + "\n}\n")
