import { Hono } from "hono";
import type { ApiEnv } from "../../api/context.ts";
import { script, scriptPath } from "./script.ts";
import { icon, iconPath, style, stylePath } from "./style.ts";

/** Texts inside the program, so that a Worker serves them as Node does. Their paths change with what they hold. */
export function assetRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const assets = [
    { path: stylePath, type: "text/css; charset=utf-8", text: style },
    { path: scriptPath, type: "text/javascript; charset=utf-8", text: script },
    { path: iconPath, type: "image/svg+xml", text: icon },
  ];
  for (const { path, type, text } of assets) {
    routes.get(path, (context) =>
      context.body(text, 200, { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" }),
    );
  }
  return routes;
}
