import { setFlagsFromString } from 'node:v8';

// The middle compiler of V8 at times lets two objects share the box of one of their numbers (docs/decisions/0020). Set
// before anything is hot; holds for all threads of the process.
setFlagsFromString('--no-maglev');
