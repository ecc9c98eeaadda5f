// Under a name of our own: the linter takes pdfkit's default for its namesake, which the types do not have.
import Pdf from "pdfkit";

/** A PDF of one page; with a password, one that nobody opens without it. */
export async function pdfBytes(text: string, userPassword?: string): Promise<Buffer> {
  const document = new Pdf(userPassword ? { userPassword, pdfVersion: "1.7" } : {});
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => {
    document.on("end", resolve);
  });
  document.text(text);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
