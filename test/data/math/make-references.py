"""Writes references.json beside this file: values of the functions of foundation/math, worked out by mpmath at 50
digits (and more where a series cancels) for exact doubles. A row is [arguments..., high, low, condition]: the value is
high + low, and condition is how much a relative change of the arguments is multiplied in the value (|x f'(x) / f(x)|,
summed over the arguments), for the functions that are held to it.

Run: python3 make-references.py (mpmath 1.3)
"""
import json
import os
import random

import mpmath as mp
from mpmath import mpf

mp.mp.dps = 60
random.seed(20260331)


def pair(value):
    high = float(value)
    return [high, float(value - mpf(high))]


def spread(low, high, n):
    """Numbers spread evenly in size between two positive ones."""
    a, b = mp.log(mpf(low)), mp.log(mpf(high))
    return [float(mp.exp(a + (b - a) * mpf(random.random()))) for _ in range(n)]


def uniform(low, high, n):
    return [random.uniform(low, high) for _ in range(n)]


def elementary(f, xs):
    rows = []
    for x in xs:
        value = f(mpf(x))
        if 5e-324 <= abs(value) <= mpf(1.7976931348623157e308) or value == 0:
            rows.append([x] + pair(value))
    return rows


def conditioned(f, rows):
    """Values of f with their condition by central differences at high precision."""
    out = []
    for args in rows:
        xs = [mpf(a) for a in args]
        value = f(*xs)
        if not (1e-290 < abs(value) < 1e290):
            continue
        condition = mpf(0)
        for i, x in enumerate(xs):
            h = abs(x) * mpf(10) ** -20
            up, down = list(xs), list(xs)
            up[i], down[i] = x + h, x - h
            try:
                slope = (f(*up) - f(*down)) / (2 * h)
                condition += abs(x * slope / value)
            except Exception:
                condition += 1
        out.append(list(args) + pair(value) + [float(mp.nstr(condition, 3))])
    return out


def signed(values):
    return [v if random.random() < 0.5 else -v for v in values]


EXP = uniform(-745, 709.7, 700) + uniform(-2, 2, 500) + signed(spread(1e-18, 1, 300)) + [
    float((k + mpf(1) / 2) * mp.log(2)) for k in range(-60, 60, 3)
]
EXPM1 = uniform(-40, 700, 300) + uniform(-2, 2, 700) + signed(spread(1e-300, 0.5, 300)) + uniform(20, 45, 100) + uniform(-0.6, -0.3, 200)
LOG = spread(5e-324, 1.7e308, 600) + uniform(0.5, 2, 600) + [1 + v for v in signed(spread(1e-15, 0.1, 300))] + [
    float(mp.sqrt(2) * mpf(2) ** k) for k in range(-40, 40, 4)
]
LOG1P = uniform(-0.9999, 4, 700) + signed(spread(1e-300, 0.3, 300)) + spread(1, 1e300, 300) + [
    -1 + v for v in spread(1e-15, 0.5, 200)
] + uniform(0.4, 0.42, 100) + uniform(-0.3, -0.28, 100)
POW = (
    [[x, y] for x, y in zip(spread(1e-300, 1e300, 500), uniform(-1, 1, 500))]
    + [[x, y] for x, y in zip(uniform(0.5, 2, 500), uniform(-500, 500, 500))]
    + [[x, float(k) / 365] for x, k in zip(uniform(0.9, 1.2, 300), [random.randint(1, 40000) for _ in range(300)])]
    + [[5e-324 * random.randint(1, 1 << 40), y] for y in uniform(-0.9, 0.9, 100)]
    + [[x, y] for x, y in zip([1 + v for v in signed(spread(1e-12, 1e-3, 100))], uniform(-1e5, 1e5, 100))]
)
POW_INT = (
    [[x, float(random.randint(-400, 400))] for x in uniform(0.9, 1.2, 600)]
    + [[x, float(random.randint(-30, 30))] for x in signed(spread(1e-10, 1e10, 300))]
    + [[x, float(random.randint(-12, 12))] for x in spread(1e-25, 1e25, 100)]
    + [[x, float(random.randint(-3, 3))] for x in spread(1e-320, 1e300, 100)]
    + [[1 + v, float(random.randint(1, 10**9))] for v in spread(1e-9, 1e-7, 100)]
)


def pow_rows(pairs):
    rows = []
    for x, y in pairs:
        value = mp.power(mpf(x), mpf(y)) if x > 0 else mp.power(mpf(x), int(y))
        if mpf(5e-324) <= abs(value) <= mpf(1.7976931348623157e308):
            rows.append([x, y] + pair(value))
    return rows


def lower_gamma(a, x):
    return mp.gammainc(a, 0, x, regularized=True)


def upper_gamma(a, x):
    return mp.gammainc(a, x, mp.inf, regularized=True)


def lower_beta(x, a, b):
    return mp.betainc(a, b, 0, x, regularized=True)


def upper_beta(x, a, b):
    return mp.betainc(b, a, 0, 1 - x, regularized=True)


def gamma_rows(n):
    rows = []
    for a in spread(1e-3, 200, n):
        rows.append([a, a * random.uniform(0.02, 2.5)])
        rows.append([a, float(a + random.uniform(-3, 3) * mp.sqrt(a)) if a > 12 else a * random.random() + 1e-3])
    return rows


def beta_rows(n):
    rows = []
    for a, b in zip(spread(0.02, 150, n), spread(0.02, 150, n)):
        mean = a / (a + b)
        rows.append([random.uniform(0.001, 0.999), a, b])
        rows.append([min(0.999, max(1e-6, mean * random.uniform(0.5, 1.5))), a, b])
    return rows


BIG_GAMMA = [[a, float(a + k * mp.sqrt(a))] for a in (1e3, 12345.5, 1e5, 1e6) for k in (-6, -2.5, -0.3, 0.1, 1.5, 5)]
BIG_BETA = [
    [float(a / (a + b) + k * mp.sqrt(a * b / (a + b) ** 2 / (a + b + 1))), a, b]
    for a, b in ((1e3, 2e3), (1e4, 50.0), (123456.0, 654321.0), (1e6, 1e6))
    for k in (-5, -2, -0.2, 0.4, 1.7, 4)
]


def normal_tail(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2


def normal_point(p):
    z = mp.sqrt(2) * mp.erfinv(2 * p - 1) if 1e-20 < p < 1 else None
    if z is None:
        z = mp.findroot(lambda t: mp.log(normal_tail(t)) - mp.log(p), -mp.sqrt(-2 * mp.log(p)))
    return z


def student_upper(t, v):
    return mp.betainc(v / 2, mpf(1) / 2, 0, v / (v + t * t), regularized=True) / 2


def f_upper(x, d1, d2):
    return mp.betainc(d2 / 2, d1 / 2, 0, d2 / (d1 * x + d2), regularized=True)


def kolmogorov(x):
    return 2 * mp.nsum(lambda k: (-1) ** (int(k) - 1) * mp.exp(-2 * k * k * x * x), [1, 60]) if x < 1 else 2 * sum(
        (-1) ** (k - 1) * mp.exp(-2 * k * k * x * x) for k in range(1, 40)
    )


def kolmogorov_small(x):
    return 2 * sum((-1) ** (k - 1) * mp.exp(-2 * k * k * x * x) for k in range(1, 400))


def mass(k, n, p):
    return mp.binomial(n, k) * p**k * (1 - p) ** (n - k)


def poisson(k, m):
    return mp.exp(k * mp.log(m) - m - mp.loggamma(k + 1))


INVERSE_BETA = [[p, a, b] for a, b in zip(spread(0.05, 300, 60), spread(0.05, 300, 60)) for p in (1e-8, 0.025, 0.5, 0.9)]
INVERSE_GAMMA = [[a, p] for a in spread(0.02, 3000, 60) for p in (1e-10, 0.025, 0.5, 0.975)]


def gamma_point(a, p):
    """The quantile on its logarithm, by bisection and Newton at high precision."""
    low, high = mpf(-6000), mp.log(a + 60 * mp.sqrt(a) + 200)
    for _ in range(60):
        middle = (low + high) / 2
        if lower_gamma(a, mp.exp(middle)) < p:
            low = middle
        else:
            high = middle
    t = (low + high) / 2
    for _ in range(6):
        x = mp.exp(t)
        t -= (lower_gamma(a, x) - p) / mp.exp(a * t - x - mp.loggamma(a))
    return mp.exp(t)


def beta_point(p, a, b):
    low, high = mpf(-3000), mpf(600)
    for _ in range(60):
        middle = (low + high) / 2
        x = 1 / (1 + mp.exp(-middle))
        if lower_beta(x, a, b) < p:
            low = middle
        else:
            high = middle
    t = (low + high) / 2
    for _ in range(6):
        x = 1 / (1 + mp.exp(-t))
        density = mp.exp(a * mp.log(x) + b * mp.log(1 - x)) / mp.beta(a, b)
        t -= (lower_beta(x, a, b) - p) / density
    return 1 / (1 + mp.exp(-t))


def inverse_rows(f, rows, slope):
    """Inverses; the condition by the inverse function's own slope."""
    out = []
    for args in rows:
        value = f(*[mpf(a) for a in args])
        if 1e-290 < value < 1e290:
            out.append(list(args) + pair(value) + [float(mp.nstr(slope(value, *[mpf(a) for a in args]), 3))])
    return out


def gamma_slope(x, a, p):
    density = mp.exp((a - 1) * mp.log(x) - x - mp.loggamma(a))
    h = a * mpf(10) ** -20
    by_shape = (lower_gamma(a + h, x) - lower_gamma(a - h, x)) / (2 * h)
    return (p + a * abs(by_shape)) / density / x


def beta_slope(x, p, a, b):
    density = mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x)) / mp.beta(a, b)
    total = p
    for which in (0, 1):
        s = (a, b)[which]
        h = s * mpf(10) ** -20
        up, down = [a, b], [a, b]
        up[which], down[which] = s + h, s - h
        total += s * abs((lower_beta(x, *up) - lower_beta(x, *down)) / (2 * h))
    return total / density / x


references = {
    "exp": elementary(mp.exp, EXP),
    "expm1": elementary(mp.expm1, EXPM1),
    "log": elementary(mp.log, LOG),
    "log1p": elementary(mp.log1p, LOG1P),
    "pow": pow_rows(POW),
    "powInt": pow_rows(POW_INT),
    "erf": conditioned(mp.erf, [[x] for x in signed(spread(1e-10, 6, 150))]),
    "erfc": conditioned(mp.erfc, [[x] for x in uniform(-5, 26, 200)]),
    "normalCdf": conditioned(normal_tail, [[x] for x in uniform(-36, 6, 300)]),
    "normalDensity": conditioned(mp.npdf, [[x] for x in uniform(-36, 36, 100)]),
    "normalQuantile": [
        [p] + pair(normal_point(mpf(p))) for p in spread(1e-300, 0.5, 200) + uniform(0.001, 0.999, 200) + [1 - v for v in spread(1e-15, 0.1, 50)]
    ],
    "logGamma": conditioned(mp.loggamma, [[x] for x in spread(1e-8, 1e10, 300) + uniform(0.5, 3.5, 200) + uniform(3, 17, 100)]),
    "logBeta": conditioned(lambda a, b: mp.log(mp.beta(a, b)), [[a, b] for a, b in zip(spread(1e-3, 1e6, 200), spread(1e-3, 1e6, 200))]),
    "incompleteGamma": conditioned(lower_gamma, gamma_rows(150)),
    "incompleteGammaUpper": conditioned(upper_gamma, gamma_rows(150)),
    "incompleteBeta": conditioned(lower_beta, beta_rows(120)),
    "incompleteBetaUpper": conditioned(upper_beta, beta_rows(120)),
    "inverseIncompleteGamma": inverse_rows(gamma_point, INVERSE_GAMMA, gamma_slope),
    "inverseIncompleteBeta": inverse_rows(beta_point, INVERSE_BETA, beta_slope),
    "studentUpper": conditioned(student_upper, [[t, v] for t, v in zip(spread(1e-3, 50, 120), spread(0.5, 500, 120))]),
    "fUpper": conditioned(f_upper, [[x, a, b] for x, a, b in zip(spread(0.05, 20, 100), spread(0.5, 200, 100), spread(0.5, 200, 100))]),
    "kolmogorovUpper": conditioned(kolmogorov_small, [[x] for x in uniform(0.3, 5, 60)]),
    "binomialMass": [
        [k, n, p] + pair(mass(mpf(k), mpf(n), mpf(p)))
        for n in (1, 7, 40, 1000)
        for p in (0.001, 0.3, 0.97)
        for k in sorted({0, 1, n // 3, n - 1, n})
    ],
    "poissonMass": [[k, m] + pair(poisson(mpf(k), mpf(m))) for m in (0.01, 0.7, 9.5, 250.0) for k in (0, 1, 3, 17, 260)],
}
mp.mp.dps = 40
mp.mp.maxprec = 10**7
big = {
    "incompleteGamma": [],
    "incompleteBeta": [],
}
for a, x in BIG_GAMMA:
    # A continued fraction from far above, where both tails are conditioned.
    value = mp.quad(lambda t: mp.exp((a - 1) * mp.log(t) - t - mp.loggamma(a)), mp.linspace(x, x + 60 * mp.sqrt(a), 25))
    references["incompleteGammaUpper"].append([a, x] + pair(value) + [float(mp.nstr(abs(x * mp.exp((a - 1) * mp.log(x) - x - mp.loggamma(a)) / value) * 2, 3))])
for x, a, b in BIG_BETA:
    X = mpf(x)
    sd = mp.sqrt(mpf(a) * b / (mpf(a) + b) ** 2 / (a + b + 1))
    low = max(mpf(0), X - 60 * sd)
    norm = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(mpf(a) + b)
    value = mp.quad(lambda t: mp.exp((a - 1) * mp.log(t) + (b - 1) * mp.log(1 - t) - norm) if 0 < t < 1 else mpf(0), mp.linspace(low, X, 25))
    density = mp.exp((a - 1) * mp.log(X) + (b - 1) * mp.log(1 - X) - norm)
    references["incompleteBeta"].append([x, a, b] + pair(value) + [float(mp.nstr(abs(X * density / value) * 3, 3))])

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "references.json"), "w") as file:
    file.write("{\n")
    names = list(references)
    for i, name in enumerate(names):
        rows = references[name]
        file.write(json.dumps(name) + ": [\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]" + (",\n" if i < len(names) - 1 else "\n"))
    file.write("}\n")
print({name: len(rows) for name, rows in references.items()})
