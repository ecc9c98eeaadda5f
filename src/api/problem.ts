import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type ErrorKind, errorKinds, isTeczkaError, TeczkaError } from "../core/errors.ts";
import type { Services } from "../services.ts";

/** Problem details (RFC 9457) with the stable code and the hint of a TeczkaError. */
export interface Problem {
  type: string;
  title: string;
  status: ContentfulStatusCode;
  detail: string;
  code: string;
  hint: string;
}

const titles: Record<ErrorKind, string> = {
  invalid: "Nieprawidłowe żądanie",
  unauthorized: "Wymagane zalogowanie",
  forbidden: "Brak uprawnień",
  not_found: "Nie znaleziono",
  conflict: "Stan się zmienił",
  too_large: "Za duże",
  media_type: "Niewłaściwy rodzaj treści",
  unsupported: "Niedostępne w tej instalacji",
  unavailable: "Usługa chwilowo niedostępna",
};

/** What the caller is told; `undefined` for an error that is no one's fault but ours. */
function known(error: unknown): TeczkaError | undefined {
  if (isTeczkaError(error)) return error;
  // Thrown by Hono's CSRF middleware, the only one here that throws.
  if (error instanceof HTTPException && error.status === 403) return crossSite();
  return undefined;
}

export function problemOf(error: unknown): Problem {
  const told = known(error);
  if (!told) {
    return {
      type: "urn:teczka:problem:internal",
      title: "Błąd wewnętrzny",
      status: 500,
      detail:
        "Teczka napotkała błąd, którego nie przewidziano. Nic nie zostało zmienione ani zatwierdzone przez ten błąd.",
      code: "internal",
      hint: "Spróbuj ponownie; jeśli błąd się powtarza, przekaż administratorowi godzinę i to, co było robione.",
    };
  }
  const { kind, code, message, hint } = told;
  const { status } = errorKinds[kind];
  return { type: `urn:teczka:problem:${code}`, title: titles[kind], status, detail: message, code, hint };
}

/** What the caller is not told whole goes to the operator. */
export function reportOurs(error: unknown, { status }: Problem, { report }: Pick<Services, "report">): void {
  if (status >= 500 && status !== 501) report(error);
}

export function problemResponse(context: Context, error: unknown, services: Pick<Services, "report">): Response {
  const problem = problemOf(error);
  reportOurs(error, problem, services);
  if (problem.status === 401) context.header("WWW-Authenticate", 'Bearer realm="teczka"');
  return context.body(JSON.stringify(problem), problem.status, { "Content-Type": "application/problem+json" });
}

export function pathUnknown(method: string, path: string): TeczkaError {
  return new TeczkaError(
    "not_found",
    "path_unknown",
    `Pod adresem ${method} ${path} nic nie ma.`,
    "Sprawdź adres i metodę; spis jest w README.md.",
  );
}

function crossSite(): TeczkaError {
  return new TeczkaError(
    "forbidden",
    "cross_site_request",
    "Żądanie przyszło z innej strony niż Teczka.",
    "Otwórz stronę Teczki i wykonaj czynność na niej.",
  );
}
