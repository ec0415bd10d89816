import dayjs from "dayjs";
import businessDays from "dayjs-business-days";
import { addWorkingDays, prepareCalendar, STANDARD_WEEK, workingDaysBetween } from "golive-kit/time";
import moment from "moment-business-days";

import { generator } from "../inputs.mjs";

dayjs.extend(businessDays.default);

/** Working days from Monday to Friday; the peers step from day to day. */
export function jobs() {
  const random = generator(3);
  const calendar = prepareCalendar({ ...STANDARD_WEEK, holidays: [] });
  const day = (offset) => new Date(Date.UTC(2026, 0, 5 + offset)).toISOString().slice(0, 10);
  const spans = Array.from({ length: 1000 }, () => {
    const from = Math.floor(random() * 700);
    return { from: day(from), to: day(from + Math.floor(random() * 260)), days: 1 + Math.floor(random() * 180) };
  });
  const last = (dates) => dates.at(-1);
  return [
    {
      work: "a thousand dates, up to 180 working days on",
      ours: { run: () => last(spans.map(({ from, days }) => addWorkingDays(from, days, calendar))) },
      peers: [
        {
          name: "dayjs-business-days",
          run: () => last(spans.map(({ from, days }) => dayjs(from).businessDaysAdd(days).format("YYYY-MM-DD"))),
        },
        {
          name: "moment-business-days",
          run: () => last(spans.map(({ from, days }) => moment(from).businessAdd(days).format("YYYY-MM-DD"))),
        },
      ],
    },
    {
      work: "working days in a thousand spans of up to 260 days",
      ours: { run: () => spans.reduce((sum, { from, to }) => sum + workingDaysBetween(from, to, calendar), 0) },
      peers: [
        {
          name: "dayjs-business-days",
          run: () => spans.reduce((sum, { from, to }) => sum + dayjs(to).businessDiff(dayjs(from)), 0),
        },
        {
          name: "moment-business-days",
          run: () => spans.reduce((sum, { from, to }) => sum + moment(from).businessDiff(moment(to)), 0),
        },
      ],
    },
  ];
}
