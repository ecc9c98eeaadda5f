import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { describeFileStore } from "../../core/ports/file-store.contract.ts";
import { createFileStore } from "./file-store.ts";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "teczka-files-"));
  folders.push(folder);
  return folder;
}

describeFileStore("a folder", {
  open: async () => createFileStore(await newFolder()),
  // A plain file stands where the folder should be.
  broken: async () => {
    const place = join(await newFolder(), "file");
    await writeFile(place, "");
    return createFileStore(place);
  },
});
