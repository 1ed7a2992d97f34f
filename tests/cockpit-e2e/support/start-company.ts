import { serveCompany } from "./company";

/** Starts one small company for all journeys; none of them changes it. */
export default async function startCompany(): Promise<() => Promise<void>> {
  return await startCompanyOf(0.02);
}

/**
 * Serves a company of a scale and tells the journeys where. With COCKPIT_URL and COCKPIT_WAREHOUSE set they go through
 * the company that is served there.
 */
export async function startCompanyOf(scale: number): Promise<() => Promise<void>> {
  if (process.env["COCKPIT_URL"] !== undefined) return () => Promise.resolve();
  const company = await serveCompany(scale);
  process.env["COCKPIT_URL"] = company.url;
  process.env["COCKPIT_WAREHOUSE"] = company.warehouse;
  return () => company.close();
}
