import { exampleHashes } from './example-hashes.ts';

process.stdout.write(JSON.stringify(exampleHashes()));
