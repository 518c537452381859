// Builds the islands into the package's static folder. Names are plain: the service adds what tells versions apart.
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "../static",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    rollupOptions: {
      input: "src/islands.ts",
      output: { entryFileNames: "islands.js", chunkFileNames: "[name].js", manualChunks: undefined },
    },
  },
});
