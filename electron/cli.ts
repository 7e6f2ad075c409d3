/** `fude` in plain Node, built as `out/main/cli.cjs`: the exporter without a window and without a display. */
import { runCli } from './cli/run.ts';

// CommonJS has no await at the top. What is thrown here is a fault of Fude's own, and ends the process with its stack.
void runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
