// Made from ceo.graphql by "npm run codegen".
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

/** Conditions on the name or the id of a member; all that are given must hold. Null stands for the unknown member. */
export type TextFilter = {
  readonly eq?: string | null | undefined;
  readonly ne?: string | null | undefined;
  readonly in?: ReadonlyArray<string | null | undefined> | null | undefined;
  readonly notIn?: ReadonlyArray<string | null | undefined> | null | undefined;
};

/** How far a target is met. */
export type TargetStatus =
  /** Met. */
  | 'GREEN'
  /** Nearly met. */
  | 'AMBER'
  /** Missed. */
  | 'RED';

/** What a period is compared with. */
export type Comparison =
  /** The span of the same length that ends the day before; whole months against whole months. */
  | 'PREVIOUS_PERIOD'
  /** The same days a year before. */
  | 'SAME_PERIOD_LAST_YEAR'
  /** The fiscal month, quarter or year before the smallest one that holds the period, at the same place in it. */
  | 'PREVIOUS_FISCAL_PERIOD'
  /** The same days of the same fiscal months of the fiscal year before. */
  | 'SAME_PERIOD_LAST_FISCAL_YEAR'
  /** The workdays of the previous period, the n-th against the n-th; days off go with the workday before them. */
  | 'SAME_WORKDAYS_PREVIOUS_PERIOD'
  /** The workdays of the same period a year before, the n-th against the n-th; days off go with the workday before them. */
  | 'SAME_WORKDAYS_LAST_YEAR'
  /** The days that lay as far from the Spring Festival before as these lie from theirs. */
  | 'SPRING_FESTIVAL_LAST_YEAR';

export type CustomerHealthFilter = {
  readonly region?: TextFilter | null | undefined;
  readonly customer?: TextFilter | null | undefined;
  readonly customerId?: TextFilter | null | undefined;
  readonly industry?: TextFilter | null | undefined;
  readonly tier?: TextFilter | null | undefined;
  readonly country?: TextFilter | null | undefined;
  readonly province?: TextFilter | null | undefined;
  readonly city?: TextFilter | null | undefined;
};

export type DeliveryFilter = {
  readonly region?: TextFilter | null | undefined;
  readonly customer?: TextFilter | null | undefined;
  readonly customerId?: TextFilter | null | undefined;
  readonly industry?: TextFilter | null | undefined;
  readonly tier?: TextFilter | null | undefined;
  readonly country?: TextFilter | null | undefined;
  readonly province?: TextFilter | null | undefined;
  readonly city?: TextFilter | null | undefined;
  readonly product?: TextFilter | null | undefined;
  readonly productId?: TextFilter | null | undefined;
  readonly productLine?: TextFilter | null | undefined;
  readonly family?: TextFilter | null | undefined;
  readonly itemType?: TextFilter | null | undefined;
  readonly sourceSystem?: TextFilter | null | undefined;
  readonly delayCause?: TextFilter | null | undefined;
};

export type ExpensesFilter = {
  readonly region?: TextFilter | null | undefined;
  readonly customer?: TextFilter | null | undefined;
  readonly customerId?: TextFilter | null | undefined;
  readonly industry?: TextFilter | null | undefined;
  readonly tier?: TextFilter | null | undefined;
  readonly country?: TextFilter | null | undefined;
  readonly province?: TextFilter | null | undefined;
  readonly city?: TextFilter | null | undefined;
  readonly organisation?: TextFilter | null | undefined;
  readonly organisationId?: TextFilter | null | undefined;
  readonly employee?: TextFilter | null | undefined;
  readonly employeeId?: TextFilter | null | undefined;
  readonly role?: TextFilter | null | undefined;
  readonly sourceSystem?: TextFilter | null | undefined;
  readonly account?: TextFilter | null | undefined;
};

export type FunnelFilter = {
  readonly region?: TextFilter | null | undefined;
  readonly customer?: TextFilter | null | undefined;
  readonly customerId?: TextFilter | null | undefined;
  readonly industry?: TextFilter | null | undefined;
  readonly tier?: TextFilter | null | undefined;
  readonly country?: TextFilter | null | undefined;
  readonly province?: TextFilter | null | undefined;
  readonly city?: TextFilter | null | undefined;
  readonly product?: TextFilter | null | undefined;
  readonly productId?: TextFilter | null | undefined;
  readonly productLine?: TextFilter | null | undefined;
  readonly family?: TextFilter | null | undefined;
  readonly itemType?: TextFilter | null | undefined;
  readonly employee?: TextFilter | null | undefined;
  readonly employeeId?: TextFilter | null | undefined;
  readonly role?: TextFilter | null | undefined;
  readonly stage?: TextFilter | null | undefined;
  readonly stageId?: TextFilter | null | undefined;
  readonly stageZh?: TextFilter | null | undefined;
  readonly sourceSystem?: TextFilter | null | undefined;
};

export type LeadToCashFilter = {
  readonly region?: TextFilter | null | undefined;
  readonly customer?: TextFilter | null | undefined;
  readonly customerId?: TextFilter | null | undefined;
  readonly industry?: TextFilter | null | undefined;
  readonly tier?: TextFilter | null | undefined;
  readonly country?: TextFilter | null | undefined;
  readonly province?: TextFilter | null | undefined;
  readonly city?: TextFilter | null | undefined;
  readonly product?: TextFilter | null | undefined;
  readonly productId?: TextFilter | null | undefined;
  readonly productLine?: TextFilter | null | undefined;
  readonly family?: TextFilter | null | undefined;
  readonly itemType?: TextFilter | null | undefined;
  readonly organisation?: TextFilter | null | undefined;
  readonly organisationId?: TextFilter | null | undefined;
  readonly employee?: TextFilter | null | undefined;
  readonly employeeId?: TextFilter | null | undefined;
  readonly role?: TextFilter | null | undefined;
  readonly sourceSystem?: TextFilter | null | undefined;
  readonly configurationOption?: TextFilter | null | undefined;
  readonly channel?: TextFilter | null | undefined;
  readonly promotion?: TextFilter | null | undefined;
  readonly currency?: TextFilter | null | undefined;
  readonly outcome?: TextFilter | null | undefined;
  readonly lostReason?: TextFilter | null | undefined;
  readonly competitor?: TextFilter | null | undefined;
};

export type OpportunitiesFilter = {
  readonly region?: TextFilter | null | undefined;
  readonly customer?: TextFilter | null | undefined;
  readonly customerId?: TextFilter | null | undefined;
  readonly industry?: TextFilter | null | undefined;
  readonly tier?: TextFilter | null | undefined;
  readonly country?: TextFilter | null | undefined;
  readonly province?: TextFilter | null | undefined;
  readonly city?: TextFilter | null | undefined;
  readonly product?: TextFilter | null | undefined;
  readonly productId?: TextFilter | null | undefined;
  readonly productLine?: TextFilter | null | undefined;
  readonly family?: TextFilter | null | undefined;
  readonly itemType?: TextFilter | null | undefined;
  readonly organisation?: TextFilter | null | undefined;
  readonly organisationId?: TextFilter | null | undefined;
  readonly employee?: TextFilter | null | undefined;
  readonly employeeId?: TextFilter | null | undefined;
  readonly role?: TextFilter | null | undefined;
  readonly sourceSystem?: TextFilter | null | undefined;
  readonly channel?: TextFilter | null | undefined;
  readonly outcome?: TextFilter | null | undefined;
  readonly lostReason?: TextFilter | null | undefined;
  readonly competitor?: TextFilter | null | undefined;
};

export type QuotaFilter = {
  readonly region?: TextFilter | null | undefined;
  readonly organisation?: TextFilter | null | undefined;
  readonly organisationId?: TextFilter | null | undefined;
  readonly employee?: TextFilter | null | undefined;
  readonly employeeId?: TextFilter | null | undefined;
  readonly role?: TextFilter | null | undefined;
  readonly sourceSystem?: TextFilter | null | undefined;
};

export type SalesFilter = {
  readonly region?: TextFilter | null | undefined;
  readonly customer?: TextFilter | null | undefined;
  readonly customerId?: TextFilter | null | undefined;
  readonly industry?: TextFilter | null | undefined;
  readonly tier?: TextFilter | null | undefined;
  readonly country?: TextFilter | null | undefined;
  readonly province?: TextFilter | null | undefined;
  readonly city?: TextFilter | null | undefined;
  readonly product?: TextFilter | null | undefined;
  readonly productId?: TextFilter | null | undefined;
  readonly productLine?: TextFilter | null | undefined;
  readonly family?: TextFilter | null | undefined;
  readonly itemType?: TextFilter | null | undefined;
  readonly organisation?: TextFilter | null | undefined;
  readonly organisationId?: TextFilter | null | undefined;
  readonly employee?: TextFilter | null | undefined;
  readonly employeeId?: TextFilter | null | undefined;
  readonly role?: TextFilter | null | undefined;
  readonly sourceSystem?: TextFilter | null | undefined;
  readonly configurationOption?: TextFilter | null | undefined;
  readonly channel?: TextFilter | null | undefined;
  readonly promotion?: TextFilter | null | undefined;
  readonly currency?: TextFilter | null | undefined;
};

export type SurveysFilter = {
  readonly region?: TextFilter | null | undefined;
  readonly customer?: TextFilter | null | undefined;
  readonly customerId?: TextFilter | null | undefined;
  readonly industry?: TextFilter | null | undefined;
  readonly tier?: TextFilter | null | undefined;
  readonly country?: TextFilter | null | undefined;
  readonly province?: TextFilter | null | undefined;
  readonly city?: TextFilter | null | undefined;
  readonly product?: TextFilter | null | undefined;
  readonly productId?: TextFilter | null | undefined;
  readonly productLine?: TextFilter | null | undefined;
  readonly family?: TextFilter | null | undefined;
  readonly itemType?: TextFilter | null | undefined;
  readonly organisation?: TextFilter | null | undefined;
  readonly organisationId?: TextFilter | null | undefined;
  readonly employee?: TextFilter | null | undefined;
  readonly employeeId?: TextFilter | null | undefined;
  readonly role?: TextFilter | null | undefined;
  readonly device?: TextFilter | null | undefined;
  readonly deviceId?: TextFilter | null | undefined;
  readonly deviceLot?: TextFilter | null | undefined;
  readonly deviceConfiguration?: TextFilter | null | undefined;
  readonly sourceSystem?: TextFilter | null | undefined;
  readonly configurationOption?: TextFilter | null | undefined;
  readonly channel?: TextFilter | null | undefined;
  readonly status?: TextFilter | null | undefined;
  readonly priority?: TextFilter | null | undefined;
  readonly faultCode?: TextFilter | null | undefined;
};

export type CeoQueryVariables = Exact<{
  period: PeriodInput;
  recent: PeriodInput;
  compare: Comparison;
  sales?: SalesFilter | null | undefined;
  opportunities?: OpportunitiesFilter | null | undefined;
  leadToCash?: LeadToCashFilter | null | undefined;
  funnel?: FunnelFilter | null | undefined;
  delivery?: DeliveryFilter | null | undefined;
  quota?: QuotaFilter | null | undefined;
  surveys?: SurveysFilter | null | undefined;
  customerHealth?: CustomerHealthFilter | null | undefined;
  expenses?: ExpensesFilter | null | undefined;
  byRegion: boolean;
  byProductLine: boolean;
  byCustomer: boolean;
}>;


export type CeoQuery = { readonly sales: { readonly isConnected: boolean, readonly total: { readonly revenue: string | number | null, readonly grossMargin: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null, readonly compare: { readonly revenue: string | number | null, readonly grossMargin: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null } | null } | null, readonly byRegion?: ReadonlyArray<{ readonly revenue: string | number | null, readonly grossMargin: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null, readonly member: string | null, readonly compare: { readonly revenue: string | number | null, readonly grossMargin: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null } | null }> | null, readonly byProductLine?: ReadonlyArray<{ readonly revenue: string | number | null, readonly grossMargin: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null, readonly member: string | null, readonly compare: { readonly revenue: string | number | null, readonly grossMargin: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null } | null }> | null, readonly byCustomer?: ReadonlyArray<{ readonly revenue: string | number | null, readonly grossMargin: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null, readonly member: string | null, readonly compare: { readonly revenue: string | number | null, readonly grossMargin: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null } | null }> | null } | null, readonly salesByMonth: { readonly overTime: ReadonlyArray<{ readonly period: string | null, readonly revenue: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null }> | null } | null, readonly delivery: { readonly isConnected: boolean, readonly total: { readonly otdRate: number | null, readonly compare: { readonly otdRate: number | null } | null } | null, readonly byProductLine: ReadonlyArray<{ readonly productLine: string | null, readonly dueLines: number | null, readonly lateLines: number | null }> | null } | null, readonly deliveryByMonth: { readonly overTime: ReadonlyArray<{ readonly period: string | null, readonly otdRate: number | null }> | null } | null, readonly opportunities: { readonly isConnected: boolean, readonly total: { readonly winRate: number | null, readonly compare: { readonly winRate: number | null } | null } | null } | null, readonly opportunitiesByMonth: { readonly overTime: ReadonlyArray<{ readonly period: string | null, readonly winRate: number | null }> | null } | null, readonly capacity: { readonly isConnected: boolean, readonly total: { readonly utilisation: number | null, readonly compare: { readonly utilisation: number | null } | null } | null, readonly byProductionLine: ReadonlyArray<{ readonly productionLine: string | null, readonly utilisation: number | null }> | null } | null, readonly capacityByMonth: { readonly overTime: ReadonlyArray<{ readonly period: string | null, readonly utilisation: number | null }> | null } | null, readonly surveys: { readonly isConnected: boolean, readonly total: { readonly csat: number | null, readonly compare: { readonly csat: number | null } | null } | null } | null, readonly surveysByMonth: { readonly overTime: ReadonlyArray<{ readonly period: string | null, readonly csat: number | null }> | null } | null, readonly quota: { readonly isConnected: boolean, readonly total: { readonly attainment: number | null, readonly attainmentStatus: TargetStatus | null, readonly compare: { readonly attainment: number | null } | null } | null } | null, readonly quotaByMonth: { readonly overTime: ReadonlyArray<{ readonly period: string | null, readonly attainment: number | null }> | null } | null, readonly expenses: { readonly isConnected: boolean, readonly byOrganisation: ReadonlyArray<{ readonly organisation: string | null, readonly overspend: string | number | null, readonly expenseToPlan: number | null }> | null } | null, readonly leadToCash: { readonly isConnected: boolean, readonly total: { readonly leads: number | null, readonly opportunities: number | null, readonly opportunityAmount: string | number | null, readonly wonCount: number | null, readonly wonAmount: string | number | null, readonly orders: number | null, readonly orderedAmount: string | number | null, readonly deliveredAmount: string | number | null, readonly invoicedAmount: string | number | null, readonly receivedAmount: string | number | null } | null } | null, readonly funnel: { readonly isConnected: boolean, readonly byStage: ReadonlyArray<{ readonly stage: string | null, readonly entered: number | null, readonly amount: string | number | null, readonly byStageZh: ReadonlyArray<{ readonly stageZh: string | null }> | null }> | null } | null, readonly customerHealth: { readonly isConnected: boolean, readonly total: { readonly score: number | null, readonly customersAtRisk: number | null } | null, readonly byCustomer: ReadonlyArray<{ readonly customer: string | null, readonly score: number | null }> | null } | null };

export type SalesFiguresFragment = { readonly revenue: string | number | null, readonly grossMargin: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null };

export type SalesFiguresBeforeFragment = { readonly revenue: string | number | null, readonly grossMargin: string | number | null, readonly grossMarginRate: number | null, readonly discountRate: number | null };

export const Ceo: Operation<CeoQuery, CeoQueryVariables> = {
  name: "Ceo",
  text: "query Ceo($period:PeriodInput!$recent:PeriodInput!$compare:Comparison!$sales:SalesFilter$opportunities:OpportunitiesFilter$leadToCash:LeadToCashFilter$funnel:FunnelFilter$delivery:DeliveryFilter$quota:QuotaFilter$surveys:SurveysFilter$customerHealth:CustomerHealthFilter$expenses:ExpensesFilter$byRegion:Boolean!$byProductLine:Boolean!$byCustomer:Boolean!){sales(period:$period where:$sales){isConnected total{...SalesFigures compare(to:$compare){...SalesFiguresBefore}}byRegion(orderBy:{revenue:DESC})@include(if:$byRegion){member:region ...SalesFigures compare(to:$compare){...SalesFiguresBefore}}byProductLine(orderBy:{revenue:DESC}first:20)@include(if:$byProductLine){member:productLine ...SalesFigures compare(to:$compare){...SalesFiguresBefore}}byCustomer(orderBy:{revenue:DESC}first:20)@include(if:$byCustomer){member:customer ...SalesFigures compare(to:$compare){...SalesFiguresBefore}}}salesByMonth:sales(period:$recent where:$sales){overTime(grain:MONTH){period revenue grossMarginRate discountRate}}delivery(period:$period where:$delivery){isConnected total{otdRate compare(to:$compare){otdRate}}byProductLine(orderBy:{lateLines:DESC}first:12){productLine dueLines lateLines}}deliveryByMonth:delivery(period:$recent where:$delivery){overTime(grain:MONTH){period otdRate}}opportunities(period:$period where:$opportunities){isConnected total{winRate compare(to:$compare){winRate}}}opportunitiesByMonth:opportunities(period:$recent where:$opportunities){overTime(grain:MONTH){period winRate}}capacity(period:$period){isConnected total{utilisation compare(to:$compare){utilisation}}byProductionLine(orderBy:{utilisation:DESC}){productionLine utilisation}}capacityByMonth:capacity(period:$recent){overTime(grain:MONTH){period utilisation}}surveys(period:$period where:$surveys){isConnected total{csat compare(to:$compare){csat}}}surveysByMonth:surveys(period:$recent where:$surveys){overTime(grain:MONTH){period csat}}quota(period:$period where:$quota){isConnected total{attainment attainmentStatus compare(to:$compare){attainment}}}quotaByMonth:quota(period:$recent where:$quota){overTime(grain:MONTH){period attainment}}expenses(period:$period where:$expenses){isConnected byOrganisation(orderBy:{overspend:DESC}first:1){organisation overspend expenseToPlan}}leadToCash(period:$period where:$leadToCash){isConnected total{leads opportunities opportunityAmount wonCount wonAmount orders orderedAmount deliveredAmount invoicedAmount receivedAmount}}funnel(period:$period where:$funnel){isConnected byStage{stage entered amount byStageZh(first:1){stageZh}}}customerHealth(period:$period where:$customerHealth){isConnected total{score customersAtRisk}byCustomer(orderBy:{score:ASC}first:6){customer score}}}fragment SalesFigures on SalesCut{revenue grossMargin grossMarginRate discountRate}fragment SalesFiguresBefore on SalesValues{revenue grossMargin grossMarginRate discountRate}",
};
