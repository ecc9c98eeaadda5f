import { TeczkaError } from "../../core/errors.ts";

/** How long an answer is waited for, and how often is asked in all when the service is busy or cuts the line. */
export interface Patience {
  /** Milliseconds. */
  timeout: number;
  attempts: number;
}

export interface Endpoint {
  url: string;
  apiKey?: string;
  fetch: typeof fetch;
  /** Waits this many milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}

/** An answer, or what the server said in its place. */
export type Answer = { ok: true; body: unknown } | Refusal;
export interface Refusal {
  ok: false;
  status: number;
  text: string;
  /** Milliseconds that the server asks to wait for. */
  retryAfter?: number;
}

const firstPause = 500;
const longestPause = 30_000;
const busy = new Set([408, 425, 429, 500, 502, 503, 504]);
/** How TEI, vLLM, llama.cpp and others word that a text does not fit the model: asking again would not help. */
const tooLong = /too (?:long|large)|maximum (?:context|input|sequence)|context (?:size|length)|token limit|exceed/iu;

export function saysTooLong({ status, text }: Refusal): boolean {
  return status === 413 || (status !== 429 && tooLong.test(text));
}

/**
 * POSTs JSON and asks anew, with growing pauses, while that can help.
 * @throws TeczkaError `model_unreachable` when no answer came at all, naming the endpoint
 */
export async function post(endpoint: Endpoint, body: unknown, { timeout, attempts }: Patience): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await once(endpoint, body, timeout);
    const last = attempt >= attempts;
    if (answer instanceof Error) {
      if (last) throw unreachable(endpoint.url, answer);
    } else if (answer.ok || last || !busy.has(answer.status) || saysTooLong(answer)) return answer;
    const asked = answer instanceof Error || answer.ok ? undefined : answer.retryAfter;
    await endpoint.pause(Math.min(longestPause, asked ?? firstPause * 2 ** (attempt - 1)));
  }
}

/** An Error when the line was cut, the time was over or the answer was no JSON. */
async function once(endpoint: Endpoint, body: unknown, timeout: number): Promise<Answer | Error> {
  try {
    const response = await endpoint.fetch(endpoint.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(endpoint.apiKey ? { authorization: `Bearer ${endpoint.apiKey}` } : {}),
      },
      body: JSON.stringify(body),
      // Nothing goes to an address that the configuration does not name.
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    if (response.ok) return { ok: true, body: await response.json() };
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    return {
      ok: false,
      status: response.status,
      text: (await response.text()).slice(0, 500),
      ...(seconds >= 0 ? { retryAfter: seconds * 1000 } : {}),
    };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function unreachable(url: string, error: Error): TeczkaError {
  const reason = error.name === "TimeoutError" ? "brak odpowiedzi w wyznaczonym czasie" : reasonOf(error);
  return new TeczkaError(
    "unavailable",
    "model_unreachable",
    `Usługa pod adresem ${url} nie odpowiada (${reason}).`,
    "Sprawdź, czy działa i czy adres w ustawieniach jest właściwy, i powtórz.",
    { cause: error },
  );
}

/** `fetch` says „fetch failed” and keeps the reason (ECONNREFUSED, …) in its cause. */
function reasonOf(error: Error): string {
  if (error instanceof SyntaxError) return "odpowiedź nie jest dokumentem JSON";
  const { cause } = error;
  if (cause instanceof Error) return "code" in cause && cause.code ? String(cause.code) : cause.message;
  return error.message;
}
