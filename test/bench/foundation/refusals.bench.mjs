import { isDomainError } from "golive-kit/errors";
import { parseMoney } from "golive-kit/money";
import { parseRisk } from "golive-kit/risk";
import { parsePlan } from "golive-kit/schedule";
import { parseCivilDate, parseDuration, parseInstant, parsePeriod, parseTimeZone } from "golive-kit/time";

import { internal } from "../internal.mjs";

const SIZE = 1_000_000;

/** Texts of a megabyte that make a careless reader slow: long, nearly right, and full of what patterns stumble over. */
const TEXTS = {
  letters: "x".repeat(SIZE),
  digits: "9".repeat(SIZE),
  zeros: `0.${"0".repeat(SIZE)}1`,
  blanks: `${" ".repeat(SIZE)}1`,
  brackets: "(".repeat(SIZE),
  dates: "2026-03-31".repeat(SIZE / 10),
  addresses: `${"a@".repeat(SIZE / 2)}b.example`,
};

/** Every reader of text refuses each of them with the library's error, far below a blink. */
export async function jobs() {
  const { EmailAddress, Id, parse, Text } = await internal("foundation/schema");
  const risk = { id: "R-1", title: "Late", type: "threat", owner: "Lead", status: "open", responses: [] };
  const task = { id: "T-1", title: "Build", durationDays: 1 };
  const readers = {
    "an amount": (text) => parseMoney({ amount: text, currency: "EUR" }),
    "a currency": (text) => parseMoney({ amount: "1", currency: text }),
    "a civil date": parseCivilDate,
    "an instant": parseInstant,
    "a duration": parseDuration,
    "a period": (text) => parsePeriod({ start: text, end: text }),
    "a time zone": parseTimeZone,
    "an id": (text) => parse(Id, text, "id"),
    "a title": (text) => parse(Text, text, "title"),
    "an e-mail address": (text) => parse(EmailAddress, text, "address"),
    "the fields of a risk": (text) => parseRisk({ ...risk, id: text, title: text, type: text, identifiedOn: text }),
    "the fields of a plan": (text) =>
      parsePlan({ start: text, tasks: [{ ...task, predecessors: [{ id: text }], owner: text }] }),
    "a key": (text) => parseRisk({ ...risk, [text]: 1 }),
  };
  const refuse = (read, text) => {
    try {
      read(text);
    } catch (error) {
      if (isDomainError(error)) return;
      throw error;
    }
    throw new Error(`taken: ${text.slice(0, 20)}…`);
  };
  return Object.entries(readers).map(([what, read]) => ({
    work: `refuse ${Object.keys(TEXTS).length} texts of a megabyte as ${what}`,
    within: 50,
    ours: {
      run: () => {
        for (const text of Object.values(TEXTS)) refuse(read, text);
      },
    },
    peers: [],
  }));
}
