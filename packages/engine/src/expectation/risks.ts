import {
  courseRegionOf,
  pains,
  pihModifiers,
  rareHarms,
  recoveries,
  risksFor,
  routes as allRoutes,
  type CourseRegion,
  type DeviceSheet,
  type HarmModifier,
  type Pain,
  type Phototype,
  type RareHarm,
  type Recovery,
  type RiskAnswer,
  type Route,
  type Site,
} from '@percuta/evidence';
import type { Case } from '../case/case.ts';

/** What is on record of the harms of one kind of needles for people and places like this one. */
export interface RouteRisks {
  readonly route: Route;
  /** Every harm a person asks about, whether or not anybody has counted it. */
  readonly harms: readonly RiskAnswer[];
  readonly recoveries: readonly Recovery[];
  readonly pains: readonly Pain[];
}

/** What can go wrong with a course. Counts of single studies, never pooled; reports stay words. */
export interface CourseRisks {
  readonly phototype: Phototype;
  readonly region: CourseRegion;
  readonly routes: readonly RouteRisks[];
  /** What makes dark marks more likely: an order, never a multiplier. */
  readonly pihModifiers: readonly HarmModifier[];
  readonly rareHarms: readonly RareHarm[];
}

/** Needles alone, needles with current, or both: what the devices that were asked for can do. */
export const routesOf = (sheets: readonly DeviceSheet[]): Route[] =>
  allRoutes.filter((route) => sheets.some((sheet) => (sheet.class === 'rf') === (route === 'rf')));

/**
 * The risks of a course by the phototype of the person and the region of the site. Trials report harms neither by
 * setting nor by number of sessions, so that every course of a plan has the same.
 */
export const risksOf = (
  { person: { phototype } }: Case,
  site: Site,
  routes: readonly Route[] = ['needling'],
): CourseRisks => {
  const region = courseRegionOf(site.id);
  return {
    phototype,
    region,
    routes: routes.map((route) => ({
      route,
      harms: risksFor({ modality: route, phototype, region }),
      recoveries: recoveries().filter(({ modality }) => modality === route),
      pains: pains().filter(({ modality }) => modality === route),
    })),
    pihModifiers: pihModifiers(),
    rareHarms: rareHarms(),
  };
};
