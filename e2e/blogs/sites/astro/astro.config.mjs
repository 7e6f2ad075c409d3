import { defineConfig, passthroughImageService } from 'astro/config';

// oxlint-disable-next-line import/no-default-export -- Astro reads its configuration so
export default defineConfig({
  image: { service: passthroughImageService() },
  // Beside the site: what an earlier run left among the packages is about another one.
  cacheDir: './.cache',
});
