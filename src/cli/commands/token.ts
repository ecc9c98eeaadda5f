import { roles } from "../../core/access.ts";
import { oneOf } from "../options.ts";
import { emitJson, type ExitCode, type Session } from "../session.ts";
import { paint } from "../terminal.ts";

export interface TokenOptions {
  role: string;
  label?: string[];
  name?: string;
}

export async function createToken(session: Session, { role, label, name }: TokenOptions): Promise<ExitCode> {
  const request = { role: oneOf(role, roles, "--role"), labels: label ?? [], ...(name ? { name } : {}) };
  const { keys } = await session.services();
  const { token, key } = await keys.createToken(request, session.actor);
  if (session.json) emitJson(session, { token, id: key.id, role: key.role, labels: key.labels });
  else session.out.write(`${token}\n`);
  session.err.write(`Klucz ${key.id}. Zapisz go teraz: nie da się go pokazać drugi raz.\n`);
  return 0;
}

export async function listTokens(session: Session): Promise<ExitCode> {
  const { keys } = await session.services();
  const listed = await keys.list();
  if (session.json) {
    emitJson(session, listed);
    return 0;
  }
  const { out } = session;
  for (const { id, role, labels, createdAt, revokedAt } of listed) {
    const state = revokedAt
      ? paint("red", `unieważniony ${revokedAt.slice(0, 10)}`, out)
      : paint("green", "ważny", out);
    const scope = labels.length > 0 ? `etykiety: ${labels.join(", ")}` : "bez etykiet";
    out.write(`${id}  ${role}  ${scope}  od ${createdAt.slice(0, 10)}  ${state}\n`);
  }
  if (listed.length === 0) out.write("Nie ma jeszcze żadnego klucza (npx teczka token create --role ROLA).\n");
  return 0;
}

export async function revokeToken(session: Session, id: string): Promise<ExitCode> {
  const { keys } = await session.services();
  await keys.revoke(id, session.actor);
  if (session.json) emitJson(session, { id, revoked: true });
  else session.out.write(`Klucz ${id} jest unieważniony.\n`);
  return 0;
}
