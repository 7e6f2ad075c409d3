import { computed } from '@preact/signals';
import { readingMinutes, type TextCount } from '../../core/post/count.ts';
import { selectedCharacters, textCount } from '../state/review.ts';
import { language, messages } from '../state/session.ts';

const format = computed(() => new Intl.NumberFormat(language.value));
const number = (value: number): string => format.value.format(value);

const selection = computed(() =>
  selectedCharacters.value === 0 ? '' : messages.value.selectedCharacters(number(selectedCharacters.value)),
);
/** Japanese texts are measured in characters, others in words. */
function lengthOf({ characters, words, ideographs }: TextCount): string {
  const inWords = language.value === 'en' && ideographs < words;
  return inWords ? messages.value.words(number(words)) : messages.value.characters(number(characters));
}

/** Nothing is said of a post that is not counted yet. */
const length = computed(() => (textCount.value === undefined ? '' : lengthOf(textCount.value)));
const minutes = computed(() =>
  textCount.value === undefined || textCount.value.characters === 0
    ? ''
    : messages.value.minutes(number(Math.max(1, Math.round(readingMinutes(textCount.value))))),
);

function hint(): string {
  if (textCount.value === undefined) return '';
  const { characters, words, ideographs } = textCount.value;
  return messages.value.countersHint(number(characters), number(words), number(ideographs));
}

/**
 * How long the post is, and how much of it is selected. Bound as signals: nothing else is drawn again. What only a pointer
 * asks for is said to the pointer.
 */
export function Counters() {
  return (
    <span
      class="counters"
      role="group"
      aria-label={messages.value.counters}
      onPointerEnter={(event) => {
        event.currentTarget.title = hint();
      }}
    >
      <span>
        <span class="counter-selection">{selection}</span>
        <span>{length}</span>
        <span class="counter-minutes">{minutes}</span>
      </span>
    </span>
  );
}
