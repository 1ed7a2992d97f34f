import { serveCompany } from "../support/company";

/** Serves the demo company at its full size, as `./run` does. */
export default async function startCompany(): Promise<() => Promise<void>> {
  const company = await serveCompany(1);
  process.env["COCKPIT_URL"] = company.url;
  process.env["COCKPIT_WAREHOUSE"] = company.warehouse;
  return () => company.close();
}
