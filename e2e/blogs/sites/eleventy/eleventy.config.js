const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

// oxlint-disable-next-line import/no-default-export -- Eleventy reads its configuration so
export default function configure(eleventy) {
  eleventy.addPassthroughCopy('posts/**/*.{png,svg,jpg,gif,webp}');
  eleventy.addFilter('day', (date) => day.format(date));
}
