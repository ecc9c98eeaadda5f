import { Hono } from "hono";
import { z } from "zod";
import { allow, archiveReaders } from "../api/auth.ts";
import type { ApiEnv } from "../api/context.ts";
import { readQuery } from "../api/input.ts";
import { findHistory } from "../api/reading.ts";
import { dayInPoland } from "../core/in-words.ts";
import type { Services } from "../services.ts";
import { systemClock } from "../surroundings.ts";
import { historyPage } from "./pages/history.ts";
import { cleanAddress } from "./parts/clean-address.ts";
import { orFaults } from "./parts/faults.ts";
import { respond } from "./respond.ts";

const asked = z.string().trim().max(500).optional();
const historySchema = z.object({ parcel: asked, address: asked, number: asked, signature: asked, on: asked });

/** What happened to a property, a case or a decision, and where each decision stands on a day. */
export function historyPages(services: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get("/history", allow(...archiveReaders), async (context) => {
    const clean = cleanAddress(context);
    if (clean) return context.redirect(clean, 303);
    const { on = dayInPoland(systemClock.now()), ...subject } = readQuery(context, historySchema);
    const query = Object.fromEntries(Object.entries(subject).filter(([, value]) => value));
    const wanted = Object.keys(query).length > 0;
    const looked = wanted ? await orFaults(() => findHistory(context, services, { ...query, on }), "subject") : {};
    const body = historyPage({
      asked: query,
      faults: looked.faults ?? {},
      on: looked.value?.on ?? on,
      told: looked.value,
    });
    const title = looked.value ? `Historia: ${looked.value.subject.label}` : "Historia";
    return respond(context, services, { title, section: "/history" }, body, looked.faults ? 400 : 200);
  });
  return routes;
}
