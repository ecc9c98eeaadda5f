import type { ApiContext } from "../../api/context.ts";

/** The address without the fields that a form left empty, so that it can be read and shared; absent when it is so. */
export function cleanAddress({ req }: Pick<ApiContext, "req">): string | undefined {
  const { pathname, searchParams } = new URL(req.url);
  const filled = [...searchParams].filter(([, value]) => value.trim() !== "");
  if (filled.length === searchParams.size) return undefined;
  return filled.length > 0 ? `${pathname}?${new URLSearchParams(filled)}` : pathname;
}
