import { serveReading } from "../adapters/threads/serve-reading.ts";
import { readers } from "./readers.ts";

// Started as a thread by intake.ts.
serveReading(readers);
