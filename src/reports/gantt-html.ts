import { civilParts, dayNumber, readDayNumber } from "../foundation/guard/index.js";
import type { GanttBar, GanttBlock } from "./report.js";
import { htmlText } from "./text/html-text.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
/** Month names that fit beside each other. */
const MOST_TICKS = 8;

/**
 * Writes a Gantt chart as a list whose items carry their bars: it reads well
 * aloud and on a narrow screen, where a picture would not.
 */
export function ganttHtml({ caption, today, bars }: GanttBlock): string {
  if (bars.length === 0) return `<p>${htmlText(caption)}: none.</p>`;
  const now = readDayNumber(today) ?? 0;
  const first = bars.reduce((least, { start }) => Math.min(least, readDayNumber(start) ?? now), now);
  const last = bars.reduce((most, { finish }) => Math.max(most, readDayNumber(finish) ?? now), now);
  const at = (day: number): number => Math.round(((day - first) / (last + 1 - first)) * 10_000) / 100;

  const mark = `<span class="today" style="left:${String(at(now))}%"></span>`;
  const rows = bars.map((bar) => `<li>${label(bar)}<div class="track">${barHtml(bar, at)}${mark}</div></li>`);
  const ticks = monthStarts(first, last).map(
    (day) => `<span style="left:${String(at(day))}%">${htmlText(monthName(day))}</span>`,
  );
  return `<figure class="gantt"><figcaption>${htmlText(caption)}</figcaption>
<ul class="legend"><li class="crit"><i></i>critical</li><li><i></i>has float</li><li class="done"><i></i>finished</li><li class="today"><i></i>${today}</li></ul>
<ul class="rows">
<li class="scale" aria-hidden="true"><span></span><div class="track">${ticks.join("")}</div></li>
${rows.join("\n")}
</ul></figure>`;
}

function label({ title, start, finish, milestone, critical, done }: GanttBar): string {
  const dates = milestone ? start : `${start} to ${finish}`;
  const words = [dates, done ? "finished" : "", critical && !done ? "critical" : ""].filter((word) => word !== "");
  return `<span>${htmlText(title)}<span class="dates">${words.join(", ")}</span></span>`;
}

function barHtml({ start, finish, milestone, critical, done }: GanttBar, at: (day: number) => number): string {
  const from = readDayNumber(start) ?? 0;
  const to = (readDayNumber(finish) ?? from) + 1;
  const kind = [done ? "done" : critical ? "crit" : "", milestone ? "milestone" : ""].filter((word) => word !== "");
  // A milestone is the end of its day.
  const left = at(milestone ? to : from);
  const width = milestone ? "" : `;width:${String(Math.round((at(to) - left) * 100) / 100)}%`;
  return `<span class="${kind.join(" ")}" style="left:${String(left)}%${width}"></span>`;
}

/** The first days of months in the span, thinned out so that their names fit. */
function monthStarts(first: number, last: number): readonly number[] {
  const days: number[] = [];
  let { year, month } = civilParts(first);
  for (;;) {
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
    const day = dayNumber(year, month, 1);
    if (day > last) break;
    days.push(day);
  }
  const every = Math.ceil(days.length / MOST_TICKS);
  return days.filter((_, i) => i % every === 0);
}

function monthName(day: number): string {
  const { year, month } = civilParts(day);
  return `${MONTHS[month - 1] ?? ""}${month === 1 ? ` ${String(year)}` : ""}`;
}
