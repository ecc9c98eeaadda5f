import { serveReading } from "./adapters/threads/serve-reading.ts";
import { readers } from "./wiring-node-readers.ts";

// Started as a thread by wiring-node-intake.ts.
serveReading(readers);
