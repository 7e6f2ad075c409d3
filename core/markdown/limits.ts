/**
 * What one block may cost. Past these the block shows its source under a note, in the preview and in every export alike,
 * so that no text can freeze the window or a reader's browser.
 */

/** Lines and characters of one block. A longer list is cut between two items, a longer code block between two lines. */
export const maxBlockLines = 2000;
export const maxBlockLength = 200_000;

/** Elements in one block: layout, not parsing, is what hangs on a table of 50,000 rows. */
export const maxElements = 10_000;

/** Brackets, stars, addresses and the like in the inline text of one block. */
export const maxInlineMarks = 15_000;

/** Formatting elements of raw HTML that are open at once. */
export const maxOpenFormats = 30;

/** Formulas of one block that are drawn, and characters of one; what is more is shown as it is written. */
export const maxFormulas = 500;
export const maxFormulaLength = 5000;

/** Characters of a diagram's source, and of its drawing. */
export const maxDiagramLength = 20_000;
export const maxDrawingLength = 1_000_000;

/** Abbreviations of a document: each word of it is compared with all of them. */
export const maxAbbreviations = 300;

/** Headings in a table of contents. */
export const maxContents = 3000;

/** Characters of code that are coloured; longer code is shown plain. */
export const maxHighlightLength = 20_000;

/** Marks on one character; 50,000 of them hang text layout for good. */
export const maxMarks = 8;

/** Controls of the direction of writing in one block: layout takes a second with tens of thousands. */
export const maxTurns = 1000;

/** Turns from right-to-left back to left-to-right in one paragraph: the time that its layout takes grows with their square. */
export const maxTurnsBack = 6000;

/** Of these a note still shows so many; its source is one line. */
export const maxShownTurns = 1500;

/** Lines that a raw HTML element may span over blocks; a longer one closes at the end of the block that opens it. */
export const maxSpanLines = 2000;

/** Characters of a single overlong line that its note still shows. */
export const maxShownLine = 20_000;
