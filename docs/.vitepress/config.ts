import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { defineConfig } from "vitepress";

const DOCS = join(import.meta.dirname, "..");

/** Folders of pages, in the order of the side bar, with what they are called. */
const SECTIONS: readonly (readonly [folder: string, title: string])[] = [
  ["lifecycle", "Lifecycle"],
  ["schedule", "Schedule"],
  ["strategy", "Strategy"],
  ["risk", "Risk"],
  ["kpi", "KPIs"],
  ["roi", "ROI"],
  ["communication", "Communication"],
  ["client", "Client"],
  ["incidents", "Incidents"],
  ["engagement", "Engagement"],
  ["reports", "Reports"],
  ["money", "Money"],
  ["time", "Time"],
  ["random", "Random"],
  ["simulation", "Simulation"],
  ["explain", "Explain"],
  ["statistics", "Statistics"],
];

const titleOf = (file: string): string => /^# (.+)$/m.exec(readFileSync(file, "utf8"))?.[1] ?? file;

/** The pages of a folder, by name. */
const pagesOf = (folder: string): { text: string; link: string }[] =>
  readdirSync(join(DOCS, folder))
    .filter((page) => page.endsWith(".md"))
    .sort()
    .map((page) => ({ text: titleOf(join(DOCS, folder, page)), link: `/${folder}/${page.replace(/\.md$/, "")}` }));

const sections = SECTIONS.filter(([folder]) => existsSync(join(DOCS, folder))).map(([folder, text]) => ({
  text,
  items: pagesOf(folder),
}));

const apiFile = join(DOCS, "api/typedoc-sidebar.json");
/** Groups that fold are buttons with links in them, which screen readers cannot use: all stay open. */
const api = existsSync(apiFile)
  ? (JSON.parse(readFileSync(apiFile, "utf8"), (key, value: unknown) =>
      key === "collapsed" ? undefined : value,
    ) as object[])
  : [];

export default defineConfig({
  title: "golive-kit",
  description: "Implementation-services domain logic as typed, pure functions",
  lang: "en",
  cleanUrls: true,
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      { text: "Getting started", link: "/getting-started" },
      { text: "Conventions", link: "/conventions" },
      { text: "API", link: "/api/" },
    ],
    sidebar: {
      "/api/": api,
      "/": [
        {
          text: "Guide",
          items: [
            { text: "Getting started", link: "/getting-started" },
            ...pagesOf("guide"),
            { text: "Conventions", link: "/conventions" },
            { text: "Error codes", link: "/error-codes" },
            { text: "Dependencies", link: "/dependencies" },
          ],
        },
        ...sections,
      ],
    },
  },
});
