import type { ApiContext } from "./context.ts";

/** How many there are on all pages, and (RFC 8288) the pages beside this one, relative to its address. */
export function linkPages(
  context: ApiContext,
  { offset, limit }: { offset: number; limit: number },
  total: number,
): void {
  context.header("X-Total-Count", String(total));
  const link = (rel: string, from: number) => {
    const url = new URL(context.req.url);
    url.searchParams.set("offset", String(from));
    return `<${url.pathname}${url.search}>; rel="${rel}"`;
  };
  const links = [
    ...(offset > 0 ? [link("prev", Math.max(0, offset - limit))] : []),
    ...(offset + limit < total ? [link("next", offset + limit)] : []),
  ];
  if (links.length > 0) context.header("Link", links.join(", "));
}
