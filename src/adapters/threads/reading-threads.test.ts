import { expect, it } from "vitest";
import { createReadingThreads } from "./reading-threads.ts";

/** A thread that gives the file's name back as the document's id, refuses `refused`, and dies of `deadly`. */
const entry = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from "node:worker_threads";
  const error = { kind: "invalid", code: "file_encrypted", message: "Zaszyfrowany.", hint: "Bez hasła." };
  parentPort.on("message", ({ file, bytes }) => {
    if (file.fileName === "deadly") throw new RangeError("out of memory");
    parentPort.postMessage(file.fileName === "refused" ? { error } : { document: { id: file.fileName, size: bytes.length } });
  });
`)}`,
);

const fileOf = (fileName: string) => ({ fileName, path: fileName, sha256: "", labels: [] });

it("reads more files than there are threads, and hands refusals back as they were told", async () => {
  const threads = createReadingThreads(entry, 2);
  try {
    const names = ["a", "b", "refused", "c", "d", "e"];
    const told = await Promise.allSettled(names.map((name) => threads.prepare(fileOf(name), new Uint8Array(3))));
    expect(told.map((one) => (one.status === "fulfilled" ? one.value.id : one.reason.code))).toEqual([
      "a",
      "b",
      "file_encrypted",
      "c",
      "d",
      "e",
    ]);
  } finally {
    await threads.close();
  }
});

it("loses one file to a thread that dies, and reads the others", async () => {
  const threads = createReadingThreads(entry, 1);
  try {
    const names = ["a", "deadly", "b"];
    const told = await Promise.allSettled(names.map((name) => threads.prepare(fileOf(name), new Uint8Array(3))));
    expect(told.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(told[1]).toMatchObject({
      reason: { code: "file_unreadable", message: expect.stringMatching(/„deadly”.*out of memory/u) },
    });
  } finally {
    await threads.close();
  }
});
