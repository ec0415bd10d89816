"""Writes distributions.json: moments, quantiles, probabilities and shortfalls of distributions, to 17 digits.

python3 test/data/random/make-references.py     (mpmath 1.3, about a minute)

Nothing here knows the closed forms that the library uses. A distribution is its density or its probabilities; moments
and tails are integrals or sums of these at 40 digits, quantiles are found on the distribution function, and a range
that is given by percentiles is solved for. A figure is written as the double nearest to it.
"""
import json
import os

from mpmath import mp, mpf

mp.dps = 40


def phi(z):
    return mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi)


def z_of(p):
    return mp.sqrt(2) * mp.erfinv(2 * mpf(p) - 1)


Z90, Z95 = z_of(mpf(9) / 10), z_of(mpf(19) / 20)


class Density:
    """A density between ends; `breaks` cut the integrals where it has corners."""

    def __init__(self, density, breaks, cdf):
        self.density, self.breaks, self.cdf = density, [mpf(b) for b in breaks], cdf
        self.low, self.high = self.breaks[0], self.breaks[-1]

    def integral(self, f, low):
        cuts = [max(low, self.low)] + [b for b in self.breaks if b > max(low, self.low)]
        return mp.quad(lambda x: f(x) * self.density(x), cuts) if len(cuts) > 1 else mpf(0)

    def raw(self, k):
        return self.integral(lambda x: x**k, self.low)

    def central(self, k, mean):
        return self.integral(lambda x: (x - mean) ** k, self.low)

    def below(self, x):
        return self.cdf(x)

    def above_mean(self, x):
        return self.integral(lambda y: y, x)

    def survival(self, x):
        return self.integral(lambda y: mpf(1), x)


class Masses:
    def __init__(self, points):
        total = mp.fsum(p for _, p in points)
        self.points = sorted((mpf(x), p / total) for x, p in points if p > 0)
        self.low, self.high = self.points[0][0], self.points[-1][0]

    def raw(self, k):
        return mp.fsum(p * x**k for x, p in self.points)

    def central(self, k, mean):
        return mp.fsum(p * (x - mean) ** k for x, p in self.points)

    def cdf(self, x):
        return mp.fsum(p for y, p in self.points if y <= x)

    def below(self, x):
        return mp.fsum(p for y, p in self.points if y < x)

    def above_mean(self, x):
        return mp.fsum(p * y for y, p in self.points if y > x)

    def survival(self, x):
        return mp.fsum(p for y, p in self.points if y > x)


class Event:
    def __init__(self, probability, impact):
        self.p, self.impact = mpf(probability), impact
        self.low, self.high = min(mpf(0), impact.low), max(mpf(0), impact.high)

    def raw(self, k):
        return self.p * self.impact.raw(k)

    def central(self, k, mean):
        return self.p * self.impact.central(k, mean) + (1 - self.p) * (-mean) ** k

    def cdf(self, x):
        return self.p * self.impact.cdf(x) + (1 - self.p if x >= 0 else 0)

    def below(self, x):
        return self.p * self.impact.below(x) + (1 - self.p if x > 0 else 0)

    def above_mean(self, x):
        return self.p * self.impact.above_mean(x)

    def survival(self, x):
        return self.p * self.impact.survival(x) + (1 - self.p if x < 0 else 0)


def normal(mean, sd):
    mean, sd = mpf(mean), mpf(sd)
    # Twenty standard deviations: what is cut off is 1e-88.
    cuts = [mean + sd * k for k in range(-20, 21, 2)]
    return Density(lambda x: phi((x - mean) / sd) / sd, cuts, lambda x: mp.ncdf((x - mean) / sd))


def lognormal(mu, sigma):
    mu, sigma = mpf(mu), mpf(sigma)
    # The third moment lies three sigmas to the right.
    cuts = [mpf(0)] + [mp.exp(mu + sigma * k / 2) for k in range(-40, 72)]
    density = lambda x: phi((mp.log(x) - mu) / sigma) / (sigma * x) if x > 0 else mpf(0)
    return Density(density, cuts, lambda x: mp.ncdf((mp.log(x) - mu) / sigma) if x > 0 else mpf(0))


def uniform(a, b):
    a, b = mpf(a), mpf(b)
    return Density(lambda x: 1 / (b - a), [a, b], lambda x: min(max((x - a) / (b - a), mpf(0)), mpf(1)))


def triangular(a, m, b):
    a, m, b = mpf(a), mpf(m), mpf(b)
    top = 2 / (b - a)

    def density(x):
        if x < m:
            return top * (x - a) / (m - a)
        return top * (b - x) / (b - m) if x > m else top

    def cdf(x):
        if x <= a:
            return mpf(0)
        if x >= b:
            return mpf(1)
        return (x - a) ** 2 / ((b - a) * (m - a)) if x < m else 1 - (b - x) ** 2 / ((b - a) * (b - m))

    return Density(density, sorted({a, m, b}), cdf)


def triangular_range(low, m, high):
    """Both ends, from the two conditions that the range names."""
    low, m, high = mpf(low), mpf(m), mpf(high)
    tenth = mpf(1) / 10
    conditions = lambda a, b: [(low - a) ** 2 - tenth * (b - a) * (m - a), (b - high) ** 2 - tenth * (b - a) * (b - m)]
    a, b = mp.findroot(conditions, (low - (high - low) / 3, high + (high - low) / 3))
    assert a <= low <= m <= high <= b
    return triangular(a, m, b)


def pert(a, m, b, weight=4):
    a, m, b, weight = mpf(a), mpf(m), mpf(b), mpf(weight)
    alpha, beta = 1 + weight * (m - a) / (b - a), 1 + weight * (b - m) / (b - a)
    constant = mp.beta(alpha, beta)
    density = lambda x: ((x - a) / (b - a)) ** (alpha - 1) * ((b - x) / (b - a)) ** (beta - 1) / constant / (b - a)
    cdf = lambda x: mp.betainc(alpha, beta, 0, min(max((x - a) / (b - a), mpf(0)), mpf(1)), regularized=True)
    mean = (a + weight * m + b) / (weight + 2)
    return Density(density, sorted({a, (a + mean) / 2, mean, (mean + b) / 2, b}), cdf)


def poisson(mean):
    mean = mpf(mean)
    most = int(mean + 40 * mp.sqrt(mean)) + 120
    return Masses([(k, mp.exp(k * mp.log(mean) - mean - mp.loggamma(k + 1))) for k in range(most)])


def model(d):
    kind = d["kind"]
    if kind == "constant":
        return Masses([(d["value"], mpf(1))])
    if kind == "uniform":
        return uniform(d["minimum"], d["maximum"])
    if kind == "triangular":
        return triangular(d["minimum"], d["mode"], d["maximum"])
    if kind == "triangular-p10-p90":
        return triangular_range(d["p10"], d["mode"], d["p90"])
    if kind == "pert":
        return pert(d["minimum"], d["mode"], d["maximum"], d.get("lambda", 4))
    if kind == "normal":
        return normal(d["mean"], d["standardDeviation"])
    if kind == "normal-p10-p90":
        return normal((mpf(d["p10"]) + mpf(d["p90"])) / 2, (mpf(d["p90"]) - mpf(d["p10"])) / (2 * Z90))
    if kind == "normal-p5-p95":
        return normal((mpf(d["p5"]) + mpf(d["p95"])) / 2, (mpf(d["p95"]) - mpf(d["p5"])) / (2 * Z95))
    if kind == "lognormal":
        mean, sd = mpf(d["mean"]), mpf(d["standardDeviation"])
        square = mp.log(1 + (sd / mean) ** 2)
        return lognormal(mp.log(mean) - square / 2, mp.sqrt(square))
    if kind == "lognormal-log":
        return lognormal(d["mu"], d["sigma"])
    if kind == "lognormal-p10-p90":
        low, high = mp.log(mpf(d["p10"])), mp.log(mpf(d["p90"]))
        return lognormal((low + high) / 2, (high - low) / (2 * Z90))
    if kind == "lognormal-p5-p95":
        low, high = mp.log(mpf(d["p5"])), mp.log(mpf(d["p95"]))
        return lognormal((low + high) / 2, (high - low) / (2 * Z95))
    if kind == "discrete":
        return Masses([(p["value"], mpf(p["probability"])) for p in d["points"]])
    if kind == "empirical":
        return Masses([(x, mpf(1)) for x in d["values"]])
    if kind == "bernoulli":
        p = mpf(d["probability"])
        return Masses([(0, 1 - p), (1, p)])
    if kind == "poisson":
        return poisson(d["mean"])
    return Event(d["probability"], model(d["impact"]))


def quantile(m, p):
    """The smallest value that is not passed with probability p, by halving until it stands to 34 digits."""
    if isinstance(m, Masses):
        total = mpf(0)
        for x, mass in m.points:
            total += mass
            # Decimal levels meet decimal steps: what is short by less than a double can tell has reached it.
            if total >= p - mpf(10) ** -13:
                return x
    if m.below(mpf(0)) < p <= m.cdf(mpf(0)) + mpf(10) ** -13:
        return mpf(0)
    low, high = m.low, m.high
    for _ in range(400):
        middle = (low + high) / 2
        if m.cdf(middle) < p:
            low = middle
        else:
            high = middle
        if abs(high - low) <= mpf(10) ** -34 * max(abs(high), mpf(10) ** -300):
            break
    return high


def shortfall(m, p, x):
    return (m.above_mean(x) + x * (m.cdf(x) - p)) / (1 - p)


CASES = [
    {"kind": "constant", "value": -7.5},
    {"kind": "uniform", "minimum": -3, "maximum": 9},
    {"kind": "triangular", "minimum": 10, "mode": 20, "maximum": 60},
    {"kind": "triangular", "minimum": 0, "mode": 0, "maximum": 100},
    {"kind": "triangular", "minimum": -5, "mode": 11, "maximum": 11},
    {"kind": "triangular-p10-p90", "p10": 80, "mode": 100, "p90": 150},
    {"kind": "triangular-p10-p90", "p10": -4, "mode": -4, "p90": 5},
    {"kind": "pert", "minimum": 10, "mode": 20, "maximum": 60},
    {"kind": "pert", "minimum": 0, "mode": 0, "maximum": 1},
    {"kind": "pert", "minimum": 100, "mode": 300, "maximum": 700, "lambda": 1},
    {"kind": "pert", "minimum": -1, "mode": 2.9, "maximum": 3, "lambda": 50},
    {"kind": "normal", "mean": 10, "standardDeviation": 2},
    {"kind": "normal-p10-p90", "p10": -1, "p90": 4},
    {"kind": "normal-p5-p95", "p5": 3, "p95": 3.25},
    {"kind": "lognormal", "mean": 50000, "standardDeviation": 80000},
    {"kind": "lognormal", "mean": 3, "standardDeviation": 0.001},
    {"kind": "lognormal-log", "mu": 0, "sigma": 1},
    {"kind": "lognormal-p10-p90", "p10": 2, "p90": 30},
    {"kind": "lognormal-p5-p95", "p5": 100000, "p95": 1000000},
    {
        "kind": "discrete",
        "points": [
            {"value": 5, "probability": 0.3},
            {"value": -2, "probability": 0.2},
            {"value": 0, "probability": 0},
            {"value": 1, "probability": 0.4},
            {"value": 5, "probability": 0.1},
        ],
    },
    {"kind": "empirical", "values": [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]},
    {"kind": "bernoulli", "probability": 0.25},
    {"kind": "poisson", "mean": 0.05},
    {"kind": "poisson", "mean": 3.5},
    {"kind": "poisson", "mean": 240},
    {"kind": "event", "probability": 0.3, "impact": {"kind": "triangular", "minimum": 10, "mode": 20, "maximum": 60}},
    {"kind": "event", "probability": 0.15, "impact": {"kind": "pert", "minimum": 1000, "mode": 4000, "maximum": 20000}},
    {"kind": "event", "probability": 0.4, "impact": {"kind": "lognormal-p5-p95", "p5": 100000, "p95": 1000000}},
    {"kind": "event", "probability": 0.6, "impact": {"kind": "normal", "mean": 1, "standardDeviation": 2}},
    {"kind": "event", "probability": 0.5, "impact": {"kind": "uniform", "minimum": -8, "maximum": -2}},
    {"kind": "event", "probability": 0.2, "impact": {"kind": "empirical", "values": [-3, 0, 7, 7]}},
]
LEVELS = ["1e-9", "0.001", "0.05", "0.1", "0.25", "0.5", "0.6", "0.8", "0.9", "0.95", "0.99", "0.999", "0.999999"]


def reference(d):
    m = model(d)
    mean, variance = m.raw(1), None
    variance = m.central(2, mean)
    entry = {
        "distribution": d,
        "mean": float(mean),
        "variance": float(variance),
        "skewness": float(m.central(3, mean) / variance ** mpf("1.5")) if variance > 0 else None,
        "levels": [],
    }
    for level in LEVELS:
        p = mpf(float(level))
        x = quantile(m, p)
        at = float(x)
        entry["levels"].append(
            {
                "probability": float(level),
                "quantile": at,
                "cdf": float(m.cdf(mpf(at))),
                "exceedance": float(m.survival(mpf(at))),
                "shortfall": float(shortfall(m, p, x)),
            }
        )
    return entry


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "distributions.json"), "w", encoding="ascii") as file:
    lines = ",\n    ".join(json.dumps(reference(d)) for d in CASES)
    note = "Made by make-references.py: integrals, sums and roots at 40 digits, written as the nearest double"
    file.write(f'{{\n  "note": {json.dumps(note)},\n  "references": [\n    {lines}\n  ]\n}}\n')
