import { expect, it } from "vitest";
import { numbersDecidedAbout } from "./decided-about.ts";

it.each([
  ["uchylam dec.nr 8/2010  z 30.03.2010", ["8/2010"]],
  ["wygaśnięcie decyzji 52/08", ["52/2008"]],
  ["zm.dec.ostat.27/07-budowa domu", ["27/2007"]],
  ["przeniesienie dec. nr 8/2011", ["8/2011"]],
  ["odmowa-budowa stajni", []],
  ["umorzenie - lokal 12/345", []],
])("%s is about %s", (description, numbers) => {
  expect(numbersDecidedAbout(description)).toEqual(numbers);
});
