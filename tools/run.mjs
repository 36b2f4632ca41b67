// Runs a TypeScript tool of this repository on the pinned Node, installing first: node tools/run.mjs FILE ARGS…
import { ensureInstalled, handOver } from './install.mjs';

const [file, ...args] = process.argv.slice(2);
ensureInstalled('all');
process.exitCode = handOver(file, args);
