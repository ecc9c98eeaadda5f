import { expect, it } from "vitest";
import { isCompany } from "./company.ts";

it.each([
  "Alfa Dom sp. z o.o.",
  "Wąwoix-Gaz Sp. z o. o.",
  "ALFA SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ",
  "Beta spółka z ograniczoną odpowiedzialnością spółka komandytowa",
  "Gamma sp. z o.o. sp. k.",
  "Delta sp.k.",
  "Jarzębostal-Term S.A.",
  "Epsilon SA w upadłości",
  "Alfa sp. z o.o. i Beta S.A.",
  "Gmina Lipowo",
  "Gmina Lipowo, Powiat Olszański",
  "Skarb Państwa",
  "Wspólnota Mieszkaniowa Krucza 5",
  "Zarząd Dróg Powiatowych w Lipowie",
  "Parafia Rzymskokatolicka w Lipowie",
])("keeps %s", (cell) => expect(isCompany(cell)).toBe(true));

it.each([
  "Jan Kosa",
  "JAN KOSA",
  "Adam Rosa",
  "Anna Gazda",
  "Barbara Gaz",
  "Grzegorz Miastowski",
  "Energiusz Bąk",
  "Maria Szkołuda",
  "Ewa Zarządzka",
  "Ewa Zarząd",
  "Piotr Parafiński",
  "Jan Investowicz",
  "Adam Gmina",
  "Kowalska Elżbieta i Gmina Lipowo",
  "Gmina Lipowo, Elżbieta Kowalska",
  "Alfa sp. z o.o. Jan Nowak prezes zarządu",
  "Alfa sp. z o.o. Jan Nowak",
  "Jan i Anna Nowak s.c.",
  "Alfa sp. z o.o., repr. Jan Nowak",
  "Deweloper",
  "",
])("leaves %s out", (cell) => expect(isCompany(cell)).toBe(false));
