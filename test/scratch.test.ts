import { test } from "vitest";
import * as z from "zod";
import {
  parse,
  Id,
  Text,
  Count,
  Probability,
  FiniteNumber,
  CivilDate,
  EmailAddress,
  list,
  listById,
  schema,
} from "/work/main/src/foundation/schema/index.js";
const show = (f: () => unknown) => {
  const t = performance.now();
  let r;
  try {
    r = JSON.stringify(f())?.slice(0, 200);
  } catch (e: any) {
    r =
      e.code +
      " " +
      e.message.slice(0, 200) +
      " | " +
      JSON.stringify(e.details?.issues?.slice(0, 2)) +
      e.details?.total;
  }
  console.log((performance.now() - t).toFixed(1), r);
};
test("x", () => {
  const N = z.strictObject({ x: FiniteNumber });
  const P = z.strictObject({ name: Text });
  for (const v of [
    { x: NaN },
    { x: -0 },
    { x: "5" },
    {},
    { x: null },
    { x: new Date(0) },
    { x: new Number(5) },
    { x: 5e-324 },
    { x: 1, y: 2 },
    [],
    null,
    undefined,
    new Map(),
  ])
    show(() => parse(N, v, "number"));
  show(() => parse(P, JSON.parse('{"name":"p","__proto__":{"a":1}}'), "p"));
  show(() =>
    parse(
      P,
      {
        get name() {
          throw new Error("x");
        },
      },
      "p",
    ),
  );
  show(() =>
    parse(
      P,
      new Proxy(
        {},
        new Proxy(
          {},
          {
            get() {
              throw new TypeError("trap");
            },
          },
        ),
      ),
      "p",
    ),
  );
  show(() => parse(P, Proxy.revocable({}, {}).proxy, "p"));
  show(() => parse(P, { name: "x".repeat(1e6) }, "p"));
  show(() =>
    parse(
      z.strictObject({ p: Probability }),
      (() => {
        let n = 0;
        return {
          get p() {
            return n++ ? 5 : 0.5;
          },
        };
      })(),
      "p",
    ),
  );
  show(() => parse(list(FiniteNumber), new Array(1e6).fill("x"), "s"));
  show(() => parse(list(FiniteNumber), new Array(1e6).fill(1), "s"));
  show(() => parse(list(FiniteNumber), [1, , 3], "s"));
  const R = z.strictObject({ id: Id, title: Text, probability: Probability, impact: FiniteNumber });
  show(
    () =>
      parse(
        listById(R),
        Array.from({ length: 1000000 }, (_, i) => ({ id: "r" + i, title: "t", probability: 0.5, impact: 2 })),
        "s",
      ).length,
  );
  const rows = Array.from({ length: 10000 }, (_, i) => ({ id: "r" + i, title: "t", probability: 0.5, impact: 2 }));
  for (let i = 0; i < 5; i++) show(() => parse(listById(R), rows, "s").length);
  const Tree: z.ZodType<any> = schema(() => z.strictObject({ id: Id, effort: FiniteNumber, children: z.array(Tree) }));
  const nest = (d: number) => {
    let o: any = { id: "a", effort: 1, children: [] };
    for (let i = 1; i < d; i++) o = { id: "a", effort: 1, children: [o] };
    return o;
  };
  show(() => parse(Tree, nest(100), "t"));
  show(() => parse(Tree, nest(201), "t").id);
  show(() => parse(Tree, nest(10000), "t"));
  show(() =>
    parse(
      Tree,
      (() => {
        const o: any = { id: "a", effort: 1, children: [] };
        o.children.push(o);
        return o;
      })(),
      "t",
    ),
  );
  show(() => parse(z.strictObject({ x: CivilDate }), { x: "2026-02-30" }, "t"));
  show(() => parse(z.strictObject({ x: CivilDate }), { x: " ".repeat(9999) }, "t"));
  show(() => parse(z.strictObject({ x: EmailAddress }), { x: "a@" + "a-".repeat(50000) }, "t"));
  show(() => parse(z.strictObject({ x: EmailAddress }), { x: "person@example.com" }, "t"));
  show(() => parse(z.strictObject({ x: Count }), { x: 1.5 }, "t"));
  show(() => parse(z.strictObject({ x: Count }), { x: 9007199254740993 }, "t"));
  show(() => parse(z.strictObject({ x: Count }), { x: 9007199254740991 }, "t"));
  show(() => parse(z.record(Id, FiniteNumber), JSON.parse('{"constructor":5,"toString":1}'), "t"));
  show(() => parse(z.record(Id, FiniteNumber), JSON.parse('{"__proto__":5,"a":1}'), "t"));
  show(() =>
    parse(
      z.strictObject({
        k: z.enum(["a", "b"]),
        u: z.discriminatedUnion("kind", [
          z.strictObject({ kind: z.literal("a") }),
          z.strictObject({ kind: z.literal("b"), v: Text }),
        ]),
      }),
      { k: "c", u: { kind: "b" } },
      "t",
    ),
  );
  show(() =>
    parse(
      z.strictObject({
        k: z.enum(["a", "b"]),
        u: z.discriminatedUnion("kind", [
          z.strictObject({ kind: z.literal("a") }),
          z.strictObject({ kind: z.literal("b"), v: Text }),
        ]),
      }),
      { k: 3, u: { kind: "z" } },
      "t",
    ),
  );
});
