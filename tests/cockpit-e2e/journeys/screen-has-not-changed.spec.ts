import { expect, journey } from "../support/journey";

journey("A screen that has not changed since is asked for, not sent again", async ({ cockpit, page }) => {
  await cockpit.open();
  const [revenue, statuses] = [await cockpit.tile("Revenue").innerText(), [] as number[]];
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  devtools.on("Network.responseReceivedExtraInfo", (told) => statuses.push(told.statusCode));
  const [answered] = await Promise.all([page.waitForResponse((response) => response.url().includes("operationName=Ceo")), page.reload()]);
  await cockpit.settled();
  expect(await answered.request().headerValue("if-none-match")).toMatch(/^W\/"/);
  expect(statuses.filter((status) => status === 304).length).toBeGreaterThanOrEqual(2);
  expect(await cockpit.tile("Revenue").innerText()).toBe(revenue);
});
