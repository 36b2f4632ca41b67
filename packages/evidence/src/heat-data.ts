// What the heat of a problem needs and no more: a command that solves one starts without the rest of the evidence.
export { kineticsRecords, type KineticsRecord } from './heat/kinetics-records.ts';
export { spectra, type SpectrumRecord } from './heat/spectra.ts';
export { thermalTissues, type ThermalTissue } from './heat/tissues.ts';
export { centralValues, parameter } from './parameter/parameter.ts';
export type { Parameter } from './parameter/parameter.ts';
export { cite } from './provenance/reference.ts';
