import type { Access, Actor, Role } from "../access.ts";
import { sha256Hex } from "../canonical-json.ts";
import { TeczkaError } from "../errors.ts";
import type { AuditLog } from "../ports/draft-store.ts";
import type { Key, KeyStore } from "../ports/key-store.ts";
import type { Clock, Secrets } from "../ports/surroundings.ts";

export interface KeyServiceOptions {
  keys: KeyStore;
  audit: AuditLog;
  clock: Clock;
  secrets: Secrets;
}

/** Who may come in, and as whom. Secrets are given out once; only their SHA-256 is kept. */
export interface KeyService {
  /** A key for a program, or for a person to sign in with. @throws TeczkaError `label_empty` */
  createToken(
    request: { role: Role; labels: string[]; name?: string },
    by: Actor,
  ): Promise<{ token: string; key: Key }>;
  /** A link that signs `actor` in once, within 15 minutes; the secret goes into `/sign-in?link=`. */
  createLink(actor: Actor): Promise<string>;
  /** Takes a link (used up by it) or a token, and gives the secret of a session of 12 hours. */
  signIn(secret: string): Promise<{ session: string; actor: Actor; expiresAt: string } | undefined>;
  /** Of a Bearer key, or of a session's cookie. A link is neither. */
  actorOf(secret: string, kind: "token" | "session"): Promise<Actor | undefined>;
  signOut(session: string): Promise<void>;
  list(): Promise<Key[]>;
  /** Ends the token and the sessions that were opened with it. @throws TeczkaError `token_unknown` */
  revoke(id: string, by: Actor): Promise<void>;
}

export const sessionSeconds = 12 * 60 * 60;
const linkSeconds = 15 * 60;

/** Keys of the same principal are told apart behind this sign: `clerk-7f3k~s-9d2m` is a session of `clerk-7f3k`. */
const principalEnd = "~";

export function createKeyService({ keys, audit, clock, secrets }: KeyServiceOptions): KeyService {
  const now = () => clock.now().toISOString();
  const later = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000).toISOString();
  const note = (actor: string, action: string, subject: string, detail?: Record<string, unknown>) =>
    audit.append({ at: now(), actor, action, subject, ...(detail ? { detail } : {}) });

  const add = async (key: Omit<Key, "createdAt">): Promise<{ secret: string; key: Key }> => {
    const secret = `tk_${secrets.secret()}`;
    const added: Key = { ...key, createdAt: now() };
    await keys.add(added, sha256Hex(secret));
    return { secret, key: added };
  };

  const find = async (secret: string): Promise<Key | undefined> => keys.find(sha256Hex(secret), now());

  return {
    createToken: async ({ role, labels, name }, by) => {
      if (labels.some((label) => label.trim() === "")) throw labelEmpty();
      const id = `${nameOf(name ?? role)}-${secrets.tail()}`;
      const { secret, key } = await add({ id, kind: "token", role, labels });
      await note(by.id, "token_created", id, { role, labels });
      return { token: secret, key };
    },

    createLink: async (actor) => {
      const id = `${actor.id}${principalEnd}link-${secrets.tail()}`;
      const labels = actor.access === "all" ? [] : [...actor.access.labels];
      const { secret } = await add({ id, kind: "link", role: actor.role, labels, expiresAt: later(linkSeconds) });
      return secret;
    },

    signIn: async (secret) => {
      const key = await find(secret);
      if (!key || key.kind === "session") return undefined;
      if (key.kind === "link" && !(await keys.consume(key.id, now()))) return undefined;
      const actor = actorOf(key);
      const id = `${actor.id}${principalEnd}session-${secrets.tail()}`;
      const { role, labels } = key;
      const expiresAt = later(sessionSeconds);
      const { secret: session } = await add({ id, kind: "session", role, labels, expiresAt });
      await note(actor.id, "signed_in", id, { with: key.id });
      return { session, actor, expiresAt };
    },

    actorOf: async (secret, kind) => {
      const key = await find(secret);
      return key?.kind === kind ? actorOf(key) : undefined;
    },

    signOut: async (session) => {
      const key = await find(session);
      if (key?.kind !== "session") return;
      await keys.revoke(key.id, now());
      await note(actorOf(key).id, "signed_out", key.id);
    },

    list: () => keys.list("token"),

    revoke: async (id, by) => {
      const token = (await keys.list("token")).find((key) => key.id === id);
      if (!token) throw tokenUnknown(id);
      const sessions = (await keys.list("session")).filter((key) => actorOf(key).id === id);
      for (const key of [token, ...sessions]) await keys.revoke(key.id, now());
      await note(by.id, "token_revoked", id);
    },
  };
}

function actorOf({ id, role, labels }: Key): Actor {
  const access: Access = role === "admin" ? "all" : { labels };
  return { id: id.split(principalEnd, 1)[0] ?? id, role, access };
}

/** What stands in audit and answers as "by": letters, digits and hyphens. */
function nameOf(name: string): string {
  const plain = name.trim().replaceAll(/[^\p{L}\d]+/gu, "-");
  return plain.replaceAll(/^-|-$/gu, "").slice(0, 40).toLowerCase() || "klucz";
}

function labelEmpty(): TeczkaError {
  return new TeczkaError("invalid", "label_empty", "Etykieta dostępu jest pusta.", "Podaj jej nazwę: --label NAZWA.");
}

function tokenUnknown(id: string): TeczkaError {
  return new TeczkaError(
    "not_found",
    "token_unknown",
    `Nie ma klucza o identyfikatorze ${id}.`,
    "Identyfikatory wypisuje polecenie: teczka token list.",
  );
}
