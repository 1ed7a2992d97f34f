// Made from start.graphql by "npm run codegen".
import type { Operation } from "../../../lib/graphql/operation";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A span of days. */
export type PeriodInput = {
  /** First day, inclusive. */
  readonly from: string;
  /** Last day, inclusive. */
  readonly to: string;
};

export type Language =
  | 'ZH_CN'
  | 'EN';

export type Unit =
  | 'MONEY'
  | 'QUANTITY'
  | 'COUNT'
  | 'RATIO'
  | 'MINUTES'
  | 'HOURS'
  | 'DAYS'
  | 'SCORE';

/** Which way of a change is good news. */
export type GoodDirection =
  | 'NONE'
  | 'UP'
  | 'DOWN';

export type StartQueryVariables = Exact<{
  language: Language;
  day: PeriodInput;
}>;


export type StartQuery = { readonly currency: string, readonly measures: ReadonlyArray<{ readonly subject: string, readonly name: string, readonly label: string, readonly description: string, readonly unit: Unit, readonly good: GoodDirection }>, readonly regions: ReadonlyArray<{ readonly name: string | null }>, readonly sales: { readonly lastDate: string | null } | null, readonly opportunities: { readonly lastDate: string | null } | null, readonly tickets: { readonly lastDate: string | null } | null, readonly surveys: { readonly lastDate: string | null } | null, readonly capacity: { readonly lastDate: string | null } | null };

export const Start: Operation<StartQuery, StartQueryVariables> = {
  name: "Start",
  text: "query Start($language:Language!$day:PeriodInput!){measures{subject name label(language:$language)description(language:$language)unit good}currency regions:members(dimension:REGION){name}sales(period:$day){lastDate}opportunities(period:$day){lastDate}tickets(period:$day){lastDate}surveys(period:$day){lastDate}capacity(period:$day){lastDate}}",
};
