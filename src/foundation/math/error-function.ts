import { productError } from "./exact-product.js";
import { expOfSum } from "./exponential.js";

/** 2/√π. */
const SLOPE = 1.1283791670955126;
const SLOPE_LESS_ONE = 0.1283791670955126;

/**
 * The error function: 2/√π times the integral of e^(-t²) from 0 to x.
 *
 * @param x - any double
 * @returns erf x, from -1 to 1, within 1.8 units in the last place; NaN for NaN
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 0.75) return erfOfSmall(x);
  if (!(size < 6)) return x > 0 ? 1 : x < 0 ? -1 : NaN;
  const tail = erfcOfLarge(size);
  return x > 0 ? 1 - tail : tail - 1;
}

/**
 * The complement of the error function, 1 - erf x, without loss where it is small.
 *
 * @param x - any double
 * @returns erfc x, from 0 to 2, within 6e-16 of itself; NaN for NaN
 */
export function erfc(x: number): number {
  if (Math.abs(x) < 0.75) return 1 - erfOfSmall(x);
  if (!(x < 28)) return x > 0 ? 0 : NaN;
  if (x > 0) return erfcOfLarge(x);
  return x > -6 ? 2 - erfcOfLarge(-x) : 2;
}

/** erf x for |x| below 3/4: at most a sixth of it is not x itself. */
function erfOfSmall(x: number): number {
  const square = x * x;
  return x + x * (SLOPE_LESS_ONE + SLOPE * (square * erfBend(square)));
}

/**
 * What bends erf x away from the line 2x/√π: (erf(x) √π / 2x - 1) / x², of x² up to 9/16.
 * A Chebyshev fit to 7e-17. Even and odd terms go side by side, as in the others below: half as many
 * steps that wait for each other.
 */
export function erfBend(square: number): number {
  const w = square * square;
  const even =
    -0.3333333333333333 +
    w *
      (-0.023809523809408813 +
        w * (-0.0007575757274404665 + w * (-1.3226702080777087e-5 + w * -1.4190007545943374e-7)));
  const odd =
    0.09999999999999803 +
    w * (0.004629629627018888 + w * (0.00010683740671138687 + w * (1.4568732092101805e-6 + w * 1.0397336080203674e-8)));
  return even + square * odd;
}

/** erfc x for x from 3/4 on; the square keeps all its bits, since e^(-x²) would multiply what it lost. */
function erfcOfLarge(x: number): number {
  const square = x * x;
  return expOfSum(-square, -productError(x, x, square)) * erfcx(x);
}

/**
 * The scaled complement e^(x²) erfc x for x from 3/4 on. Chebyshev fits to 8e-17:
 * to 5 of (1 + 2x) e^(x²) erfc x in (x - 2)/(x + 2), which makes the range short and the function flat; beyond
 * of x e^(x²) erfc x in 1/x².
 */
export function erfcx(x: number): number {
  if (x < 5) {
    const t = (x - 2) / (x + 2);
    const w = t * t;
    const even =
      1.2769783815525286 +
      w *
        (-0.16603039761528388 +
          w *
            (-0.05422000099274246 +
              w *
                (0.008722653910108145 +
                  w *
                    (-0.0014568147779855669 +
                      w *
                        (0.00020637833797551556 +
                          w * (-1.595861783136224e-6 + w * (-1.3114855948349135e-5 + w * 4.3672999817036425e-6)))))));
    const odd =
      -0.09276382658574651 +
      w *
        (0.16405128003356353 +
          w *
            (-0.008034015091066474 +
              w *
                (0.0012713392447020178 +
                  w *
                    (-0.00045434565708458985 +
                      w * (0.00015108738059076143 + w * (-3.670530519878778e-5 + w * 4.638102312211994e-6))))));
    return (even + t * odd) / (1 + 2 * x);
  }
  const z = 1 / (x * x);
  const w = z * z;
  const even =
    0.5641895835477563 +
    w *
      (0.4231421876304753 +
        w *
          (3.7024915394005693 +
            w * (91.59852688661229 + w * (4332.73694008575 + w * (230012.22008235593 + w * 3184944.7601982425)))));
  const odd =
    -0.282094791773836 +
    w *
      (-1.0578554576774264 +
        w * (-16.660841279362334 + w * (-592.9595467535934 + w * (-33071.65990180304 + w * -1188325.8424415495))));
  return (even + z * odd) / x;
}
