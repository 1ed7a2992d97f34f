import { serveCompany } from "./company";

/**
 * Starts one small company for all journeys; none of them changes it. With COCKPIT_URL and COCKPIT_WAREHOUSE set
 * the journeys go through the company that is served there.
 */
export default async function startCompany(): Promise<() => Promise<void>> {
  if (process.env["COCKPIT_URL"] !== undefined) return () => Promise.resolve();
  const company = await serveCompany(0.05);
  process.env["COCKPIT_URL"] = company.url;
  process.env["COCKPIT_WAREHOUSE"] = company.warehouse;
  return () => company.close();
}
