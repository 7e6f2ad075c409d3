/** What a command line has of its surroundings. */
export interface CliSurroundings {
  /** Relative paths start here. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Each takes a text without its last line end. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Writes over the line that it wrote before; undefined where no person looks on. */
  readonly progress?: ((text: string) => void) | undefined;
  /** A signal for the moment when the person wants no more. */
  readonly interrupted?: (() => AbortSignal) | undefined;
}
