import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { TeczkaError } from "../core/errors.ts";

const polish = z.locales.pl().localeError;

/** @throws TeczkaError `content_type_wrong`, `json_malformed` or `body_invalid`, naming the field */
export async function readJson<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.infer<Schema>> {
  requireContentType(context, "application/json");
  const text = await context.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TeczkaError(
      "invalid",
      "json_malformed",
      `Treść żądania nie jest poprawnym dokumentem JSON (${why}).`,
      "Wyślij jeden dokument JSON w UTF-8.",
      { cause: error },
    );
  }
  return parse(value, schema, "body_invalid", "Pole");
}

/**
 * An empty parameter is one that was not given, as a form sends it; one that is given twice says two things.
 * @throws TeczkaError `query_invalid`, naming it
 */
export function readQuery<Schema extends z.ZodType>(context: Context, schema: Schema): z.infer<Schema> {
  const given = Object.entries(context.req.queries()).map(([name, values]) => {
    const [value, ...others] = values.filter((told) => told !== "");
    if (others.length > 0) throw givenTwice(name);
    return [name, value] as const;
  });
  const filled = given.filter(([, value]) => value !== undefined);
  return parse(Object.fromEntries(filled), schema, "query_invalid", "Parametr");
}

function givenTwice(name: string): TeczkaError {
  return new TeczkaError(
    "invalid",
    "query_invalid",
    `Parametr „${name}” podano więcej niż raz.`,
    "Podaj każdy parametr raz; o każdą wartość zapytaj osobno.",
  );
}

/** The size limit in words that name it, before the body is read whole. */
export function limitBody(megabytes: number, hint: string): MiddlewareHandler {
  return bodyLimit({
    maxSize: megabytes * 1024 * 1024,
    onError: () => {
      throw new TeczkaError("too_large", "body_too_large", `Treść żądania ma ponad ${megabytes} MB.`, hint);
    },
  });
}

export function requireContentType(context: Context, wanted: string): void {
  const given = context.req.header("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (given === wanted) return;
  throw new TeczkaError(
    "media_type",
    "content_type_wrong",
    given ? `Treść rodzaju „${given}” nie jest tu przyjmowana.` : "Żądanie nie podaje rodzaju treści.",
    `Wyślij nagłówek „Content-Type: ${wanted}”.`,
  );
}

/** Of lists: a page of results that a person or a program can take at once. */
export const limitParameter = z.coerce.number().int().min(1).max(500);

function parse<Schema extends z.ZodType>(value: unknown, schema: Schema, code: string, what: string): z.infer<Schema> {
  const parsed = schema.safeParse(value, { error: polish });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${what} „${path.join(".")}”: ${message}.` : `${message}.`,
  );
  throw new TeczkaError("invalid", code, faults.join(" "), "Popraw żądanie i wyślij je ponownie.");
}
