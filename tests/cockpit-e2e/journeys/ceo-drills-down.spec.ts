import { expect, journey } from "../support/journey";

journey("A click on a region changes every tile, and the back button returns to the company", async ({ cockpit, page }) => {
  await cockpit.open();
  const company = await cockpit.tiles();
  const region = await cockpit.firstMember();
  await cockpit.drillInto(region);
  const regional = await cockpit.tiles();
  for (const [label, text] of company) expect(regional.get(label), `${label} speaks of ${region} or says that it cannot`).not.toBe(text);
  expect(new URL(page.url()).searchParams.get("region")).toBe(region);
  await page.goBack();
  await cockpit.settled();
  await expect.poll(() => cockpit.tiles()).toEqual(company);
});

journey("The path leads from region to product line to customer, and the breadcrumb leads back", async ({ cockpit, page }) => {
  await cockpit.open();
  const path = [];
  for (const level of ["Product line", "Customer"]) {
    path.push(await cockpit.firstMember());
    await cockpit.drillInto(path.at(-1) ?? "");
    await expect(cockpit.breakdownRows().first()).toContainText(level);
  }
  const breadcrumb = page.getByRole("navigation", { name: "Where you are" });
  await expect(breadcrumb.getByRole("listitem")).toHaveText(["All regions", ...path]);
  const before = await cockpit.figure("Revenue");
  await breadcrumb.getByRole("button", { name: path[0] ?? "", exact: true }).click();
  await cockpit.settled();
  await expect.poll(() => cockpit.figure("Revenue")).not.toBe(before);
  expect(new URL(page.url()).searchParams.get("line")).toBeNull();
});

journey("A customer at risk opens with everything about that customer", async ({ cockpit, page }) => {
  await cockpit.open();
  const risky = page.getByRole("button", { name: /^Show everything about / }).first();
  await expect(risky).toBeVisible();
  const customer = await risky.innerText();
  await risky.click();
  await cockpit.settled();
  await expect(page.getByRole("navigation", { name: "Where you are" }).getByText(customer)).toBeVisible();
  await expect(cockpit.breakdownRows().first()).toContainText("Region");
});

journey("One screen is one question to the server", async ({ cockpit, page }) => {
  await cockpit.open();
  const asked: string[] = [];
  page.on("request", (request) => {
    const address = new URL(request.url());
    if (address.pathname === "/graphql") asked.push(address.searchParams.get("operationName") ?? request.method());
  });
  await cockpit.drillInto(await cockpit.firstMember());
  expect(asked).toEqual(["Ceo"]);
});
