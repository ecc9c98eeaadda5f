#!/usr/bin/env node
import { fileURLToPath } from "node:url";

// Plain JavaScript, so that any Node can read it: an old one is told what to do before it meets TypeScript.
const [major] = process.versions.node.split(".").map(Number);

if (major < 24) {
  console.error(
    [
      `Teczka wymaga Node.js 24 lub nowszego; uruchomiono ją w wersji ${process.versions.node}.`,
      "  Linux i Windows: zainstaluj zależności wraz z opcjonalnymi (npm ci) i uruchamiaj przez npm start albo npx teczka:",
      "  Node 24 przychodzi z projektem. macOS: zainstaluj Node 24 ze strony https://nodejs.org.",
      `Teczka needs Node.js 24 or newer (this is ${process.versions.node}). Run "npm ci", then "npm start" or`,
      '"npx teczka": on Linux and Windows the project brings Node 24 along. On macOS install Node 24 first.',
    ].join("\n"),
  );
  process.exit(3);
}

// Types stripped and code compiled once, then kept: a question asked from the command line starts in half the time.
// Where the folder cannot be written to, this does nothing.
const { enableCompileCache } = await import("node:module");
const cache = fileURLToPath(new URL("../node_modules/.cache/teczka", import.meta.url));
enableCompileCache(cache);
// For the threads that read files: each looks for itself.
process.env.NODE_COMPILE_CACHE ??= cache;

const { main } = await import("./main.ts");
await main();
