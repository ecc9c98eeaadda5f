import type { Block, Paper } from "./blocks.ts";
import type { PlacedFact } from "./cursor.ts";

/** Papers that were kept as text or HTML: one page, number 1. */
export function drawText(paper: Paper): string {
  const lines = paper.blocks.flatMap((block) => {
    switch (block.type) {
      case "text":
      case "stamp":
        return [...wrap(block.text), ""];
      case "table":
        return [block.head.join(" | "), ...block.rows.map((row) => row.map((cell) => cell.text).join(" | ")), ""];
      default:
        return [];
    }
  });
  return `${lines.join("\r\n")}\r\n`;
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]/)) {
    if (line && line.length + word.length > 88) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");
}

function paragraph(block: Extract<Block, { type: "text" | "stamp" }>, word: boolean): string {
  const style = block.type === "text" ? block.style : {};
  const align = style.align && style.align !== "left" ? ` align=${style.align} style='text-align:${style.align}'` : "";
  // Word keeps short words with the next one and scatters spans: both are what readers trip over.
  const text = escape(block.text).replace(/(?<= )([aiowzu]) /giu, word ? "$1&nbsp;" : "$1 ");
  const inner = style.bold ? `<b>${text}</b>` : text;
  if (!word) return `<p${align}>${inner}</p>`;
  return `<p class=MsoNormal${align}><span lang=PL\r\nstyle='font-size:${style.size ?? 10}.0pt'>${inner}</span></p>`;
}

function table(block: Extract<Block, { type: "table" }>): string {
  const row = (cells: string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("")}</tr>`;
  const rows = block.rows.map((cells) =>
    row(
      cells.map((cell) => cell.text),
      "td",
    ),
  );
  return `<table border=1 cellspacing=0>\r\n${row(block.head, "th")}\r\n${rows.join("\r\n")}\r\n</table>`;
}

export function drawHtml(paper: Paper): string {
  const word = paper.format === "html-word";
  const body = paper.blocks.map((block) => {
    if (block.type === "text" || block.type === "stamp") return paragraph(block, word);
    return block.type === "table" ? table(block) : "";
  });
  const head = word
    ? '<meta http-equiv=Content-Type content="text/html; charset=windows-1250">\r\n<meta name=Generator content="Microsoft Word 14 (filtered)">'
    : '<meta charset="utf-8">';
  const title = paper.look.metadata.title ? `<title>${escape(paper.look.metadata.title)}</title>` : "";
  const wrapped = word ? `<div class=WordSection1>\r\n${body.join("\r\n\r\n")}\r\n</div>` : body.join("\r\n");
  const page = `<html>\r\n<head>\r\n${head}\r\n${title}\r\n</head>\r\n<body lang=PL>\r\n${wrapped}\r\n</body>\r\n</html>\r\n`;
  // windows-1250 has no superscripts: Word writes them as character references.
  return word ? page.replace(/[²³]/g, (letter) => `&#${letter.charCodeAt(0)};`) : page;
}

/** All facts of such a paper stand on its one page. */
export function factsOnOnePage(paper: Paper): PlacedFact[] {
  return paper.blocks.flatMap((block): PlacedFact[] => {
    if (block.type === "text" || block.type === "stamp") {
      return block.facts.map((spec) => ({ spec, page: 1, readable: true }));
    }
    if (block.type !== "table") return [];
    return block.rows.flatMap((row) =>
      row.flatMap((cell, index): PlacedFact[] => {
        if (!cell.fact) return [];
        const heads = { row: row[0]?.text ?? "", column: block.head[index] ?? "" };
        return [{ spec: { ...cell.fact, quote: cell.text }, page: 1, readable: true, ...heads }];
      }),
    );
  });
}
