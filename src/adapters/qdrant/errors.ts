import {
  QdrantClientResourceExhaustedError,
  QdrantClientTimeoutError,
  QdrantClientUnexpectedResponseError,
} from "@qdrant/js-client-rest";
import { TeczkaError } from "../../core/errors.ts";

/** What the server, or the way to it, answered instead of a result; words of the server are passed on. */
export interface Refusal {
  /** HTTP status, where there was an answer. */
  status?: number;
  /** The server's own words. */
  told: string;
  /** Seconds, when the server says after how many it may be asked again. */
  retryAfter?: number;
  /** System's or TLS's code of a connection that failed. */
  code?: string;
}

/** Of anything that the client throws; `undefined`: it is no failure of server or connection, so a bug of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  // The client gives only the first digit of the header, so the wait is never shorter than the server's own pace.
  if (error instanceof QdrantClientResourceExhaustedError)
    return { status: 429, told: error.message, retryAfter: error.retry_after };
  if (isAborted(error)) return { told: error.message, code: "ABORTED" };
  if ("status" in error && typeof error.status === "number") {
    return { status: error.status, told: toldIn("data" in error ? error.data : undefined) || error.message };
  }
  if (error instanceof QdrantClientUnexpectedResponseError) return { told: error.message };
  if (error instanceof SyntaxError) return { told: error.message, code: "NOT_JSON" };
  if (error instanceof TypeError && error.message.includes("fetch failed")) {
    return { told: causeOf(error)?.message ?? error.message, code: codeOf(error) ?? "UNREACHABLE" };
  }
  return undefined;
}

function isAborted(error: Error): boolean {
  return error instanceof QdrantClientTimeoutError || error.name === "AbortError" || error.name === "TimeoutError";
}

function causeOf({ cause }: Error): Error | undefined {
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0];
  return cause instanceof Error ? cause : undefined;
}

function codeOf(error: Error): string | undefined {
  const cause = causeOf(error);
  return cause && "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
}

/** `{ status: { error } }` is how Qdrant words a refusal. */
function toldIn(data: unknown): string {
  if (typeof data === "string") return data.slice(0, 300);
  if (typeof data !== "object" || data === null || !("status" in data)) return "";
  const { status } = data;
  if (typeof status === "object" && status !== null && "error" in status) return String(status.error).slice(0, 300);
  return "";
}

/** Worth asking again a little later: too many at once, a shard that moves, a gateway before it, a lost connection. */
export function isPassing({ status, code }: Refusal): boolean {
  if (status !== undefined) return [408, 429, 502, 503, 504].includes(status);
  return code === "ECONNRESET" || code === "UND_ERR_SOCKET" || code === "EPIPE";
}

/** Each way to fail has its own code; none reads as "nothing found". */
export function errorOf(refusal: Refusal, address: string, cause?: unknown): TeczkaError {
  const { code, message, hint } = namedOf(refusal, address);
  return new TeczkaError("unavailable", code, message, hint, { cause });
}

interface Named {
  code: string;
  message: string;
  hint: string;
}

const checkAddress = "Sprawdź, czy serwer działa i czy QDRANT_URL wskazuje na niego (npx teczka doctor).";

function namedOf(refusal: Refusal, address: string): Named {
  const { status, told, code } = refusal;
  const server = `Serwer Qdrant (${address})`;
  if (code === "ABORTED") {
    return {
      code: "qdrant_timeout",
      message: `${server} nie odpowiedział w wyznaczonym czasie: nie wiadomo, czy czegoś nie ma.`,
      hint: "Zapytaj ponownie; jeśli to się powtarza, sprawdź obciążenie serwera albo zwiększ TECZKA_QDRANT_TIMEOUT.",
    };
  }
  if (code === "NOT_JSON" || (status === undefined && code === undefined)) return unintelligible(server);
  if (code !== undefined && isUntrusted(code)) {
    return {
      code: "qdrant_certificate",
      message: `Certyfikat serwera Qdrant (${address}) nie jest zaufany: ${told}.`,
      hint: "Wskaż plik z certyfikatem urzędu certyfikacji w zmiennej NODE_EXTRA_CA_CERTS albo popraw nazwę w QDRANT_URL.",
    };
  }
  if (status === undefined) {
    return { code: "qdrant_unreachable", message: `${server} jest nieosiągalny: ${told}.`, hint: checkAddress };
  }
  return ofStatus(status, told, server);
}

function ofStatus(status: number, told: string, server: string): Named {
  if (/no space left|disk space|out of (?:disk|memory)|not enough (?:space|memory)/i.test(told) || status === 507) {
    return {
      code: "qdrant_full",
      message: `${server} nie ma już miejsca: ${told}`,
      hint: "Zwolnij miejsce na dysku serwera Qdrant (albo dodaj pamięci) i powtórz polecenie; nic nie zginęło.",
    };
  }
  if (/dimension error|expected dim/i.test(told)) {
    return {
      code: "index_wrong_dimension",
      message: `Wektory w Qdrant mają inny wymiar niż wektory modelu: ${told}`,
      hint: "Przebuduj indeks: npx teczka index rebuild.",
    };
  }
  if (status === 401 || (status === 403 && !/locked/i.test(told))) {
    return {
      code: "qdrant_unauthorized",
      message: `${server} nie przyjął klucza.`,
      hint: "Ustaw QDRANT_API_KEY na klucz z prawem odczytu i zapisu.",
    };
  }
  if (status === 408 || status === 429 || [502, 503, 504].includes(status)) {
    return {
      code: "qdrant_busy",
      message: `${server} jest przeciążony albo właśnie się uruchamia: ${told}`,
      hint: "Poczekaj chwilę i powtórz.",
    };
  }
  if (status < 400 || (status === 404 && !/^not found: /i.test(told))) return unintelligible(server);
  return {
    code: status === 404 ? "index_missing" : "qdrant_refused",
    message:
      status === 404
        ? `W Qdrant nie ma kolekcji z fragmentami dokumentów: ${told}`
        : `${server} odmówił wykonania polecenia (HTTP ${status}): ${told}`,
    hint:
      status === 404
        ? "Przebuduj indeks: npx teczka index rebuild."
        : "Sprawdź dziennik serwera Qdrant i uruchom: npx teczka doctor.",
  };
}

function unintelligible(server: string): Named {
  return {
    code: "qdrant_unintelligible",
    message: `${server} odpowiada inaczej, niż odpowiada Qdrant.`,
    hint: "Sprawdź, czy QDRANT_URL wskazuje na REST API serwera Qdrant w wersji 1.18 lub nowszej (zwykle port 6333).",
  };
}

function isUntrusted(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code);
}
