import type { Env } from 'markdown-it';
import type { Extra } from './extra.ts';
import type { Abbreviations } from './abbreviations.ts';
import type { RenderOptions } from './options.ts';

export interface HeadingFact {
  readonly level: number;
  /** Plain text of the heading. */
  readonly text: string;
  /** What its anchor would be if no other heading had the same. */
  readonly slug: string;
  /** Which of the leaves of its block it is in, from 0, and how many lines below the first line of that. */
  readonly leaf: number;
  readonly below: number;
}

export interface NoteFact {
  readonly label: string;
  /** The footnote's content, with holes that count in the facts of the block that defines it. */
  readonly template: string;
}

export interface ReferenceFact {
  readonly label: string;
  /** Counts in `notes` when the reference stands inside a footnote; undefined in the block's own text. */
  readonly note: number | undefined;
}

/** What a rendered block needs from the rest of the document, and gives to it. */
export interface Facts {
  /** Definitions it asked for, found or not: link labels as they are, footnote labels behind `notePrefix`. */
  readonly lookups: ReadonlySet<string>;
  readonly headings: readonly HeadingFact[];
  readonly references: readonly ReferenceFact[];
  readonly notes: readonly NoteFact[];
  /** `href`s that start with `#`, as written. */
  readonly anchorLinks: readonly string[];
  /** Ids in its raw HTML, as written. */
  readonly rawIds: readonly string[];
  /** It shows the table of contents. */
  readonly contents: boolean;
  /** Extras that it would have been rendered with, had they been loaded. */
  readonly missing: ReadonlySet<Extra>;
}

export const notePrefix = '\n';

export const noFacts: Facts = {
  lookups: new Set(),
  headings: [],
  references: [],
  notes: [],
  anchorLinks: [],
  rawIds: [],
  contents: false,
  missing: new Set(),
};

/** The definitions of the whole document. Labels are normalised. */
export interface Definitions {
  readonly abbreviations: Abbreviations;
  readonly reference: (label: string) => { readonly href: string; readonly title: string } | undefined;
  readonly hasNote: (label: string) => boolean;
}

/** Facts while a block is being rendered. */
export interface OpenFacts {
  readonly lookups: Set<string>;
  readonly headings: HeadingFact[];
  readonly references: ReferenceFact[];
  readonly notes: NoteFact[];
  readonly anchorLinks: string[];
  readonly rawIds: string[];
  readonly missing: Set<Extra>;
  /** Addresses of its images as they go into `src`. */
  readonly images: string[];
  contents: boolean;
  /** Formulas that were drawn. */
  formulas: number;
  /** Raw HTML came up in the piece that is being rendered. */
  raw: boolean;
  /** The footnote that is being rendered. */
  note: number | undefined;
}

export const openFacts = (): OpenFacts => ({
  lookups: new Set(),
  headings: [],
  references: [],
  notes: [],
  anchorLinks: [],
  rawIds: [],
  contents: false,
  missing: new Set(),
  images: [],
  formulas: 0,
  raw: false,
  note: undefined,
});

/** What markdown-it hands from rule to rule while it renders a block. */
export interface ArticleEnv extends Env {
  readonly facts: OpenFacts;
  readonly definitions: Definitions;
  readonly options: RenderOptions;
}

/** The renderer's rules are only ever called with an `ArticleEnv`. */
export const articleEnv = (env: Env | undefined): ArticleEnv => env as ArticleEnv;
