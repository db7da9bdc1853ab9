import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: "coverage/results.json" }]],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "pipelines/**/*.ts"],
      reporter: ["text-summary"],
      clean: false,
    },
  },
});
