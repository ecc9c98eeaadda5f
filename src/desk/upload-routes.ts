import { Hono } from "hono";
import { largestUploadMegabytes } from "../api/documents.ts";
import { allow } from "../api/auth.ts";
import type { ApiContext, ApiEnv } from "../api/context.ts";
import { limitBody } from "../api/input.ts";
import { requireIntake, takeFiles, uploadForm } from "../api/upload.ts";
import { TeczkaError } from "../core/errors.ts";
import type { Services } from "../services.ts";
import { type Uploaded, uploadPage } from "./pages/upload.ts";
import { respond } from "./respond.ts";

/** Papers in, from the browser of a clerk. Before draftForms: their limit is one of questions. */
export function uploadPages(services: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use("/upload", allow("clerk", "admin"));

  routes.get("/upload", (context) => {
    requireIntake(services);
    return page(context, services);
  });

  const limit = limitBody(largestUploadMegabytes, "Większe pliki wczytaj poleceniem: teczka ingest PLIK.");
  routes.post("/upload", limit, async (context) => {
    const form = await uploadForm(context);
    const sample = await services.sample();
    if (sample && form.get("endSample") !== "yes") throw sampleNotEnded();
    const labels = form.get("labels");
    for (const label of typeof labels === "string" ? labels.split(",") : []) form.append("label", label);
    const files = await takeFiles(form.getAll("file"), form, context.var.actor, services);
    return page(context, services, { files, sampleEnded: sample && !(await services.sample()) });
  });
  return routes;
}

async function page(context: ApiContext, services: Services, uploaded?: Uploaded): Promise<Response> {
  const body = uploadPage(context.var.actor, await services.sample(), uploaded);
  const allRefused = uploaded?.files.every(({ status }) => status === "refused");
  const shell = { title: "Wczytaj dokument", section: "/documents" };
  return respond(context, services, shell, body, allRefused ? 400 : 200);
}

function sampleNotEnded(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "sample_not_ended",
    "Pierwszy własny dokument kończy pracę na archiwum przykładowym, a tego nie potwierdzono.",
    "Wróć do formularza i zaznacz „Kończę pracę na archiwum przykładowym”. Nic nie zostało wczytane.",
  );
}
