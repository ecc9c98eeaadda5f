/** The journals in which the acts stood consolidated on a day: a decision cites the law of its day. */
const journals = {
  building: [
    ["2000-01-01", "Dz. U. z 2003 r. Nr 207, poz. 2016 z późn. zm."],
    ["2006-09-01", "Dz. U. z 2006 r. Nr 156, poz. 1118 z późn. zm."],
    ["2010-12-24", "Dz. U. z 2010 r. Nr 243, poz. 1623 z późn. zm."],
    ["2013-11-30", "Dz. U. z 2013 r. poz. 1409 z późn. zm."],
    ["2016-03-09", "Dz. U. z 2016 r. poz. 290 z późn. zm."],
    ["2017-07-08", "Dz. U. z 2017 r. poz. 1332 z późn. zm."],
    ["2018-06-25", "Dz. U. z 2018 r. poz. 1202 z późn. zm."],
    ["2019-06-27", "Dz. U. z 2019 r. poz. 1186 z późn. zm."],
  ],
  procedure: [
    ["2000-01-01", "Dz. U. z 2000 r. Nr 98, poz. 1071 z późn. zm."],
    ["2013-03-01", "Dz. U. z 2013 r. poz. 267 z późn. zm."],
    ["2016-01-07", "Dz. U. z 2016 r. poz. 23 z późn. zm."],
    ["2017-06-28", "Dz. U. z 2017 r. poz. 1257 z późn. zm."],
    ["2018-11-06", "Dz. U. z 2018 r. poz. 2096 z późn. zm."],
  ],
  planning: [
    ["2000-01-01", "Dz. U. Nr 80, poz. 717 z późn. zm."],
    ["2012-06-13", "Dz. U. z 2012 r. poz. 647 z późn. zm."],
    ["2015-02-10", "Dz. U. z 2015 r. poz. 199 z późn. zm."],
    ["2016-06-06", "Dz. U. z 2016 r. poz. 778 z późn. zm."],
    ["2017-06-13", "Dz. U. z 2017 r. poz. 1073 z późn. zm."],
    ["2018-10-10", "Dz. U. z 2018 r. poz. 1945 z późn. zm."],
  ],
  monuments: [["2003-11-17", "Dz. U. Nr 162, poz. 1568 z późn. zm."]],
} satisfies Record<string, [string, string][]>;

const titles: Record<keyof typeof journals, string> = {
  building: "ustawy z dnia 7 lipca 1994 r. Prawo budowlane",
  procedure: "ustawy z dnia 14 czerwca 1960 r. Kodeks postępowania administracyjnego",
  planning: "ustawy z dnia 27 marca 2003 r. o planowaniu i zagospodarowaniu przestrzennym",
  monuments: "ustawy z dnia 23 lipca 2003 r. o ochronie zabytków i opiece nad zabytkami",
};

/** „ustawy z dnia 7 lipca 1994 r. Prawo budowlane (Dz. U. z 2010 r. Nr 243, poz. 1623 z późn. zm.)”, as of `day`. */
export function act(name: keyof typeof journals, day: string): string {
  const journal = journals[name].findLast(([from]) => from <= day)?.[1] ?? journals[name][0]?.[1];
  return `${titles[name]} (${journal})`;
}

/** Days within which an authority could object to a notification (PB art. 30 ust. 5: 30 days, 21 since 2017). */
export function objectionTerm(day: string): number {
  return day < "2017-01-01" ? 30 : 21;
}

/** Years after which a permit not begun expired, as the papers of that time tell it. */
export function permitYears(day: string): string {
  return day < "2008-01-01" ? "dwóch lat" : "3 lat";
}
