import { type Context, type MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import type { Actor, Role } from "../core/access.ts";
import { TeczkaError } from "../core/errors.ts";
import { type KeyService, sessionSeconds } from "../core/keys/key-service.ts";
import type { ApiEnv } from "./context.ts";

const sessionCookie = "teczka_session";

/**
 * Nothing but sign-in, health and assets is served without a key or a session, and a browser sends the session's
 * cookie to the very host that set it. So a page that rebinds its own name to 127.0.0.1 gets a 401, and no list of
 * allowed Host names has to be kept.
 */
export function authenticate(keys: KeyService): MiddlewareHandler<ApiEnv> {
  const sameOrigin = csrf();
  return async (context, next) => {
    const bearer = bearerOf(context);
    if (bearer !== undefined) {
      const actor = await keys.actorOf(bearer, "token");
      if (!actor) throw keyUnknown();
      context.set("actor", actor);
      // Runs of an evaluation stay out of the clerk's queue.
      context.set("origin", actor.role === "evaluator" ? "eval" : "api");
      return next();
    }
    const actor = await sessionActor(context, keys);
    if (!actor) throw signInFirst();
    context.set("actor", actor);
    context.set("origin", "desk");
    return sameOrigin(context, next);
  };
}

/** The person whose session this browser holds. */
export async function sessionActor(context: Context, keys: KeyService): Promise<Actor | undefined> {
  const session = getCookie(context, sessionCookie);
  return session === undefined ? undefined : keys.actorOf(session, "session");
}

/** Takes a link or a key and starts a session; false when the secret is unknown, used up or over. */
export async function startSession(context: Context, keys: KeyService, secret: string): Promise<boolean> {
  const signedIn = await keys.signIn(secret);
  if (!signedIn) return false;
  setCookie(context, sessionCookie, signedIn.session, { ...cookieScope(context), maxAge: sessionSeconds });
  return true;
}

export async function endSession(context: Context, keys: KeyService): Promise<void> {
  const session = getCookie(context, sessionCookie);
  if (session !== undefined) await keys.signOut(session);
  deleteCookie(context, sessionCookie, cookieScope(context));
}

/** Who may read the archive itself: through an asker's key nothing leaves that no clerk has approved. */
export const archiveReaders: readonly Role[] = ["clerk", "evaluator", "admin"];

/** Lets only these roles through. */
export function allow(...roles: readonly Role[]): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const { role } = context.var.actor;
    if (!roles.includes(role)) throw roleMayNot(role);
    return next();
  };
}

/** On plain HTTP, loopback for one, a Secure cookie would never come back. */
function cookieScope(context: Context) {
  const secure = new URL(context.req.url).protocol === "https:" || context.req.header("x-forwarded-proto") === "https";
  return { httpOnly: true, sameSite: "Strict", path: "/", secure } as const;
}

function bearerOf(context: Context): string | undefined {
  const header = context.req.header("authorization");
  if (header === undefined) return undefined;
  const secret = /^Bearer +(\S+) *$/iu.exec(header)?.[1];
  if (secret === undefined) throw keyUnknown();
  return secret;
}

function keyUnknown(): TeczkaError {
  return new TeczkaError(
    "unauthorized",
    "key_unknown",
    "Klucz jest nieznany albo unieważniony.",
    "Podaj nagłówek „Authorization: Bearer KLUCZ”; klucz tworzy polecenie: teczka token create.",
  );
}

export function signInFirst(): TeczkaError {
  return new TeczkaError(
    "unauthorized",
    "not_signed_in",
    "Żądanie nie ma klucza ani ważnej sesji.",
    "Zaloguj się na stronie Teczki albo podaj nagłówek „Authorization: Bearer KLUCZ”.",
  );
}

function roleMayNot(role: Role): TeczkaError {
  return new TeczkaError(
    "forbidden",
    "role_not_allowed",
    `Rola „${role}” nie obejmuje tej czynności.`,
    role === "asker"
      ? "Klucz programu (asker) zadaje pytania i odbiera zatwierdzone odpowiedzi; archiwum czyta urzędnik (clerk)."
      : "Poproś administratora o klucz z odpowiednią rolą.",
  );
}
