import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { caught } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";
import {
  htmlAttribute,
  htmlLink,
  htmlText,
  jsonForHtml,
  markdownCell,
  markdownText,
  mermaidText,
  plainText,
} from "../../../src/reports/index.js";

describe("HTML", () => {
  it.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["\"><img src='x'>", "&quot;&gt;&lt;img src=&#39;x&#39;&gt;"],
    ["R&D", "R&amp;D"],
    ["safe\u202egpj.exe", "<bdi>safe\u202egpj.exe</bdi>"],
    ["bell\u0007", "bell\ufffd"],
  ])("text %o", (text, html) => {
    expect(htmlText(text)).toBe(html);
  });

  it("replaces what an attribute cannot isolate", () => {
    expect(htmlAttribute('a"\u202eb')).toBe("a&quot;\ufffdb");
  });

  it.each([
    "javascript:alert(1)",
    " https://a.example",
    "JAVASCRIPT:x",
    "data:text/html,x",
    "//a.example",
    "https://a b",
  ])("does not link to %o", (address) => {
    expect(htmlLink(address)).toBe(htmlText(address));
  });

  it("links to web and mail addresses", () => {
    expect(htmlLink("mailto:person@example.com")).toBe(
      '<a href="mailto:person@example.com">mailto:person@example.com</a>',
    );
  });

  it("keeps data inside a script element, and reads the same", () => {
    law(fc.json(), (json) => {
      const text = jsonForHtml(JSON.parse(json));
      expect(text).not.toMatch(/[<>&]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(json));
    });
  });

  it("never lets markup through, and loses no plain text", () => {
    law(fc.string({ unit: "grapheme" }), (text) => {
      expect(htmlText(text).replaceAll(/<\/?bdi>/g, "")).not.toMatch(/[<>"']/);
      expect(htmlAttribute(text)).not.toMatch(/[<>"']/);
    });
  });
});

describe("Markdown", () => {
  it.each([
    ["[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"],
    ["1. not an item\n> not a quote", "1\\. not an item\n&gt; not a quote"],
    ["- no\n+ no\n=== no\n    no code", "\\- no\n\\+ no\n\\=== no\nno code"],
    ["![a](b) `c` ~~d~~ e_f", "!\\[a\\](b) \\`c\\` \\~\\~d\\~\\~ e\\_f"],
    ["back\\slash", "back\\\\slash"],
    ["https://a.example www.a.example a@b.example", "https:&#47;&#47;a.example www&#46;a.example a&#64;b.example"],
  ])("text %o", (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  it("keeps a cell on one line with its bars escaped", () => {
    law(fc.string({ unit: fc.constantFrom("a", "|", "\\", "\n", "\r", " ", "<") }), (text) => {
      const cell = markdownCell(text);
      expect(cell).not.toMatch(/[\r\n]/);
      expect(cell).not.toMatch(/(?<!\\)(?:\\\\)*\|/);
    });
  });
});

describe("Mermaid and terminal", () => {
  it("keeps a task's name out of the diagram's grammar", () => {
    expect(mermaidText("Go: live %% now;\nsection #X")).toBe("Go\u2236 live \uff05\uff05 now\uff1b section \uff03X");
  });

  it.each(["Section 2 review", "title page", "2026-03-31 go-live", "Weekday cover"])("keeps %o a name", (name) => {
    expect(mermaidText(name)).toMatch(/^[A-Za-z0-9-]+\u2060/);
    expect(mermaidText(name).replace("\u2060", "")).toBe(name);
  });

  it("keeps escape codes out of the terminal, and dollar signs as they are", () => {
    expect(plainText("\u001b[31mred $& $1 $$ \u009b")).toBe("\ufffd[31mred $& $1 $$ \ufffd");
  });
});

it("refuses what is no text", () => {
  for (const write of [htmlText, htmlAttribute, markdownText, markdownCell, mermaidText, plainText]) {
    expect(caught(() => write(5 as unknown as string)).code).toBe("wrong-type");
  }
});
