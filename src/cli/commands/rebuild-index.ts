import { counted } from "../../core/in-words.ts";
import { createProgress } from "../progress.ts";
import { emitJson, type ExitCode, type Session } from "../session.ts";

/** Only what is missing, or was made in another way, is made: a work that was broken off goes on where it was. */
export async function rebuildIndex(session: Session): Promise<ExitCode> {
  const services = await session.services();
  const progress = createProgress("Indeks", session.err);
  let passages = 0;
  try {
    await services.rebuildIndex((done, total) => {
      passages = total;
      progress.show(done, total, "fragmentów");
    });
  } finally {
    progress.end();
  }
  if (session.json) emitJson(session, { passages });
  else if (passages === 0) session.out.write("Indeks jest kompletny i odpowiada ustawieniom.\n");
  else session.out.write(`Indeks zbudowany: ${counted(passages, "fragment", "fragmenty", "fragmentów")} od nowa.\n`);
  return 0;
}
