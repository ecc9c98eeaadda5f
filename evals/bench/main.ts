/**
 * `npm run bench` prints speeds of start, ask and ingest (run.ts); `npm run bench -- register [ROWS]` the figures of
 * the permit register, over a made-up dump of a million rows unless told (register.ts).
 */
const [section, rows = "1000000"] = process.argv.slice(2);
if (section === undefined) await import("./run.ts");
else if (section === "register" && /^[1-9]\d*$/.test(rows))
  await (await import("./register.ts")).benchRegister(Number(rows));
else {
  console.error("npm run bench                       start, ask, ingest");
  console.error(
    "npm run bench -- register [ROWS]    import, look-ups, parse shares and conflicts of the permit register",
  );
  process.exitCode = 2;
}
