/** The labels that an asker holds. A document is seen when all of its labels are held; `all` is for the operator. */
export type Access = { labels: readonly string[] } | "all";

export function maySee(access: Access, labels: readonly string[]): boolean {
  return access === "all" || labels.every((label) => access.labels.includes(label));
}

export const roles = ["asker", "clerk", "evaluator", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who is asking: a person with a session, a program with a key, or the operator at the command line. */
export interface Actor {
  id: string;
  role: Role;
  access: Access;
}
