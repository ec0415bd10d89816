"""Writes elementary.json and normal.json, references of foundation/math: python3 make-elementary-references.py (mpmath 1.3.0).

Every argument is a double, drawn from a fixed seed or chosen by hand. Every
value is worked out with 60 digits and written as the nearest double and what
that lacks, in units of its last place. A row is [argument, ..., nearest, lack].
In normal.json a further number ends the row: the condition of the function
there, that is how many times a relative change of an argument comes back in the
value, added up over the arguments that are no whole numbers by their nature.
"""

import json
import math
import random
import sys
from pathlib import Path

import mpmath
from mpmath import mp, mpf

mp.dps = 60
HERE = Path(__file__).parent
RANDOM = random.Random(20260331)


def between(low, high):
    return RANDOM.uniform(low, high)


def sized(low, high):
    """A positive double whose logarithm to base 2 is between two numbers."""
    return 2.0 ** between(low, high)


def signed(value):
    return value if RANDOM.random() < 0.5 else -value


def either(*choices):
    return RANDOM.choice(choices)()


def row(arguments, value):
    high = float(value)
    # With 1 for its first bit a double has 53 bits, but none below 2^-1074.
    place = mpf(2) ** max(math.frexp(high)[1] - 53, -1074)
    return [*arguments, high, round(float((value - mpf(high)) / place), 5)]


def condition(function, arguments, value, whole):
    """By differences so small that 20 digits of them are good."""
    total = mpf(0)
    for i, argument in enumerate(arguments):
        if i in whole:
            continue
        moved = [*arguments]
        moved[i] = argument * (1 + mpf(10) ** -20)
        total += abs((function(*moved) - value) / (value * mpf(10) ** -20))
    return float(f"{float(total):.3e}")


def table(function, arguments, whole=None):
    rows = []
    for given in arguments:
        given = given if isinstance(given, tuple) else (given,)
        value = function(*(mpf(x) for x in given))
        # What overflows is tested by hand.
        if value == value and abs(value) < mpf(2) ** 1024 * (1 - mpf(2) ** -54):
            rows.append(row(given, value))
            if whole is not None:
                rows[-1].append(condition(function, [mpf(x) for x in given], value, whole))
    return rows


def drawn(count, *choices):
    return [either(*choices) for _ in range(count)]


NEAR_ONE = [1 + i * 2.0**-52 for i in range(1, 9)] + [1 - i * 2.0**-53 for i in range(1, 9)]
EXP_EDGES = [709.782712893384, 709.7827128933839, -708.3964185322641, -745.1332191019411, -744.4400719213812, 1.0, -1.0]
# Arguments half-way between two steps of the reduction, and on the steps.
STEPS = [float(mpf(k) / 2 * mpmath.log(2) / 64) for k in range(-129, 130)]


def expm1_arguments(count):
    return (
        drawn(
            count,
            lambda: between(-40, 55),
            lambda: between(-0.3, 0.3),
            lambda: signed(sized(-60, -1)),
            lambda: signed(between(0.2499, 0.26)),
            lambda: between(-38.5, -36),
            lambda: between(49.5, 50.5),
            lambda: signed(sized(-1070, -50)),
        )
        + STEPS
        + [0.25, -0.25, 1e-17, -1e-17, 5e-324, 2.2250738585072014e-308, 709.78]
    )


def elementary():
    yield "exp", mpmath.exp, (
        drawn(
            1500,
            lambda: between(-745, 709.7),
            lambda: between(-1, 1),
            lambda: signed(sized(-60, 9.4)),
            lambda: between(-745.2, -700),
            lambda: between(709, 709.78),
        )
        + EXP_EDGES
        + STEPS
    )
    yield "expm1", mpmath.expm1, expm1_arguments(1300)
    yield "log", mpmath.log, (
        drawn(
            1500,
            lambda: sized(-1074, 1024 - 1e-9),
            lambda: between(0.5, 2),
            lambda: 1 + signed(sized(-52, -3)),
            lambda: between(0.99, 1.01),
            lambda: sized(-1074, -1000),
            lambda: between(1.41, 1.42),
            lambda: between(0.7, 0.72),
        )
        + NEAR_ONE
        + [5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, 2.0, 0.5, 10.0]
        # The steps of the table, and half-way between them.
        + [1 + k / 256 for k in range(1, 257)]
    )
    yield "log1p", mpmath.log1p, (
        drawn(
            1600,
            lambda: sized(-1074, 1024 - 1e-9),
            lambda: between(-0.5, 1),
            lambda: signed(sized(-60, -3)),
            lambda: between(-0.01, 0.01),
            lambda: -1 + sized(-53, 0),
            lambda: sized(40, 70),
            lambda: signed(sized(-1074, -40)),
        )
        + [1e-17, -1e-17, 5e-324, 1.0, -0.5, 1.7976931348623157e308, 9007199254740991.0, 9007199254740992.0]
    )
    yield "pow", mpmath.power, (
        drawn(
            2100,
            lambda: (sized(-1074, 1023), between(-10, 10)),
            lambda: (1 + signed(sized(-52, -2)), signed(sized(-10, 60))),
            lambda: (between(0.5, 2), between(-1000, 1000)),
            lambda: (between(0.9, 1.2), float(RANDOM.randrange(-400, 400))),
            lambda: to_the_ends(sized(-20, 20)),
            lambda: to_the_ends(1 + signed(sized(-40, -3))),
            lambda: to_the_ends(1 + signed(sized(-11, -5))),
            lambda: (between(1, 1.1), RANDOM.randrange(1, 1000) / 365),
            lambda: (float(RANDOM.randrange(1, 100)), float(RANDOM.randrange(-9, 9))),
        )
        + [(2.0, 0.5), (2.0, -1074.0), (2.0, 1023.5), (5e-324, 0.5), (5e-324, 1.0), (1.7976931348623157e308, 1.0)]
        + [(x, 2.0**52) for x in NEAR_ONE[:2]]
    )
    yield "powInt", mpmath.power, (
        drawn(
            1500,
            lambda: (between(0.9, 1.2), float(RANDOM.randrange(-400, 400))),
            lambda: (between(0.99, 1.01), float(RANDOM.randrange(-50000, 50000))),
            lambda: (signed(sized(-5, 5)), float(RANDOM.randrange(-100, 100))),
            lambda: (signed(sized(-1000, 1000)), float(RANDOM.randrange(-3, 4))),
            lambda: (1 + signed(sized(-52, -20)), float(RANDOM.randrange(-(2**62), 2**62))),
        )
        + [(10.0, float(n)) for n in range(-323, 309)]
    )


def to_the_ends(x):
    """A power whose logarithm is anywhere from underflow to overflow."""
    return (x, between(-745, 709) / math.log(x))


def normal_cdf(z):
    return mpmath.erfc(-z / mpmath.sqrt(2)) / 2


def normal_density(z):
    return mpmath.exp(-z * z / 2) / mpmath.sqrt(2 * mpmath.pi)


def inverse(function, start, slope, target):
    """Newton's method on the logarithm of a tail, from a start that is nearly right."""
    x = start
    for _ in range(200):
        value = function(x)
        step = (mpmath.log(value) - mpmath.log(target)) * value / slope(x)
        x -= step
        if abs(step) <= abs(x) * mpf(10) ** -55:
            return x
    raise ArithmeticError(f"no inverse of {target}")


def normal_quantile(p):
    if p == mpf(1) / 2:
        return mpf(0)
    if p > mpf(1) / 2:
        return -normal_quantile(1 - p)
    start = -mpmath.sqrt(-2 * mpmath.log(2 * p)) / (1 if p < mpf(10) ** -6 else mpf("1.2"))
    return inverse(normal_cdf, start, normal_density, p)


def normal():
    """Function, value, arguments, the places of arguments that are whole numbers by their nature."""
    wide = drawn(300, lambda: between(-6, 6), lambda: signed(sized(-30, 2)), lambda: between(-1, 1))
    edges = [0.75, -0.75, 0.7499999999999999, 5.0, 4.999999999999999, 6.0, -6.0, 5e-324, 1e-300, 1.0, 27.0]
    yield "erf", mpmath.erf, wide + edges, ()
    yield "erfc", mpmath.erfc, wide + edges + drawn(150, lambda: between(5, 26.5), lambda: between(0.7, 2)), ()
    yield "normalCdf", normal_cdf, wide + edges + drawn(150, lambda: between(-37.5, -5), lambda: between(-2, -1)), ()
    yield "normalDensity", normal_density, wide + edges + drawn(60, lambda: between(-37.5, -5)), ()
    yield "normalQuantile", normal_quantile, (
        drawn(
            400,
            lambda: between(0, 1),
            lambda: sized(-1074, 0),
            lambda: 0.5 + signed(sized(-50, -2)),
            lambda: 1 - sized(-53, -1),
        )
        + [0.075, 0.925, 0.07499999999999999, 0.9250000000000002, 1.3887943864964021e-11, 1.388794386496403e-11]
        + [5e-324, 2.2250738585072014e-308, 0.9999999999999999, 0.025, 0.975]
    ), ()


def write(name, tables):
    note = f"Made by make-elementary-references.py with mpmath {mpmath.__version__}; its first lines say what a row is."
    blocks = []
    for function, value, arguments, *whole in tables:
        rows = table(value, arguments, *whole)
        print(f"{function}: {len(rows)}", file=sys.stderr)
        blocks.append(f"{json.dumps(function)}: [\n" + ",\n".join(json.dumps(r, separators=(",", ":")) for r in rows) + "\n]")
    (HERE / name).write_text(f'{{\n"note": {json.dumps(note)},\n"tables": {{\n' + ",\n".join(blocks) + "\n}\n}\n")


if __name__ == "__main__":
    write("elementary.json", elementary())
    write("normal.json", normal())
