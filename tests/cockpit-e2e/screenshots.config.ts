import config from "./playwright.config";

/** Makes the pictures of the documentation from the real thing: `npm run screenshots`. */
export default { ...config, testDir: "screenshots", globalSetup: "./screenshots/start-company.ts" };
