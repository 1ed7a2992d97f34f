/** Debian's Chromium, told to do nothing in the background. */
export const chromium = {
  browserName: "chromium" as const,
  launchOptions: {
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  },
};
