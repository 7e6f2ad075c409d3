import { computed } from '@preact/signals';
import { readingMinutes } from '../../core/post/count.ts';
import { selectedCharacters, textCount } from '../state/review.ts';
import { language, messages } from '../state/session.ts';

const format = computed(() => new Intl.NumberFormat(language.value));
const number = (value: number): string => format.value.format(value);

const selection = computed(() =>
  selectedCharacters.value === 0 ? '' : messages.value.selectedCharacters(number(selectedCharacters.value)),
);
/** Japanese texts are measured in characters, others in words. */
const length = computed(() => {
  const { characters, words, ideographs } = textCount.value;
  const inWords = language.value === 'en' && ideographs < words;
  return inWords ? messages.value.words(number(words)) : messages.value.characters(number(characters));
});
const minutes = computed(() =>
  messages.value.minutes(number(Math.max(1, Math.round(readingMinutes(textCount.value))))),
);
const isEmpty = computed(() => textCount.value.characters === 0);
const minutesText = computed(() => (isEmpty.value ? '' : minutes.value));

function hint(): string {
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
        <span class="counter-minutes">{minutesText}</span>
      </span>
    </span>
  );
}
