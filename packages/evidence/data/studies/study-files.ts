import ablon2018 from './ablon2018.json' with { type: 'json' };
import alam2014 from './alam2014.json' with { type: 'json' };
import albakaa2024 from './albakaa2024.json' with { type: 'json' };
import alexiades2018 from './alexiades2018.json' with { type: 'json' };
import ali2017 from './ali2017.json' with { type: 'json' };
import alqarqaz2018 from './alqarqaz2018.json' with { type: 'json' };
import alster2020 from './alster2020.json' with { type: 'json' };
import aust2010 from './aust2010.json' with { type: 'json' };
import bano2023 from './bano2023.json' with { type: 'json' };
import burnAps from './burn-aps.json' with { type: 'json' };
import cachafeiro2016 from './cachafeiro2016.json' with { type: 'json' };
import cassiano2022 from './cassiano2022.json' with { type: 'json' };
import chandrashekar2014 from './chandrashekar2014.json' with { type: 'json' };
import cho2012 from './cho2012.json' with { type: 'json' };
import claytor2022 from './claytor2022.json' with { type: 'json' };
import dalwig2020 from './dalwig2020.json' with { type: 'json' };
import dhollan from './dhollan.json' with { type: 'json' };
import dogra2014 from './dogra2014.json' with { type: 'json' };
import dt2022 from './dt2022.json' with { type: 'json' };
import elawar2018 from './elawar2018.json' with { type: 'json' };
import eldomyati2015 from './eldomyati2015.json' with { type: 'json' };
import eubanks2021 from './eubanks2021.json' with { type: 'json' };
import fabbrocini2012 from './fabbrocini2012.json' with { type: 'json' };
import fatemi2016 from './fatemi2016.json' with { type: 'json' };
import fmrfAfl71 from './fmrf-afl-71.json' with { type: 'json' };
import gallo2024 from './gallo2024.json' with { type: 'json' };
import garg2014 from './garg2014.json' with { type: 'json' };
import gold2016 from './gold2016.json' with { type: 'json' };
import hendel2023 from './hendel2023.json' with { type: 'json' };
import hkjdv2018 from './hkjdv2018.json' with { type: 'json' };
import iraqDepth from './iraq-depth.json' with { type: 'json' };
import ishfaq2022 from './ishfaq2022.json' with { type: 'json' };
import jbsaps from './jbsaps.json' with { type: 'json' };
import kang2022 from './kang2022.json' with { type: 'json' };
import kaur2024 from './kaur2024.json' with { type: 'json' };
import krithika2025 from './krithika2025.json' with { type: 'json' };
import kubiak2017 from './kubiak2017.json' with { type: 'json' };
import kwon2017 from './kwon2017.json' with { type: 'json' };
import lee2012 from './lee2012.json' with { type: 'json' };
import leheta2011 from './leheta2011.json' with { type: 'json' };
import majid2009 from './majid2009.json' with { type: 'json' };
import mfrKorea2023 from './mfr-korea2023.json' with { type: 'json' };
import mfrTurkey2019 from './mfr-turkey2019.json' with { type: 'json' };
import mfr2022 from './mfr2022.json' with { type: 'json' };
import naspolini2019 from './naspolini2019.json' with { type: 'json' };
import nassar2016 from './nassar2016.json' with { type: 'json' };
import neckDual2023 from './neck-dual-2023.json' with { type: 'json' };
import neckRct2024 from './neck-rct2024.json' with { type: 'json' };
import nguyen2022 from './nguyen2022.json' with { type: 'json' };
import nilforoush2020 from './nilforoush2020.json' with { type: 'json' };
import nimrfPeriorbital from './nimrf-periorbital.json' with { type: 'json' };
import nimrfStriae from './nimrf-striae.json' with { type: 'json' };
import nmrfThai from './nmrf-thai.json' with { type: 'json' };
import pakla2021 from './pakla2021.json' with { type: 'json' };
import poostiyan2023 from './poostiyan2023.json' with { type: 'json' };
import qu2025 from './qu2025.json' with { type: 'json' };
import rana2017 from './rana2017.json' with { type: 'json' };
import rfmnAcneItaly from './rfmn-acne-italy.json' with { type: 'json' };
import ryu2013 from './ryu2013.json' with { type: 'json' };
import saleh2019 from './saleh2019.json' with { type: 'json' };
import salemCase from './salem-case.json' with { type: 'json' };
import salem2023 from './salem2023.json' with { type: 'json' };
import seong2020 from './seong2020.json' with { type: 'json' };
import sharmaJpad from './sharma-jpad.json' with { type: 'json' };
import shin2012 from './shin2012.json' with { type: 'json' };
import skinpenDen160029 from './skinpen-den160029.json' with { type: 'json' };
import sobhi2019 from './sobhi2019.json' with { type: 'json' };
import sohag from './sohag.json' with { type: 'json' };
import svenning2019 from './svenning2019.json' with { type: 'json' };
import tanaka2017 from './tanaka2017.json' with { type: 'json' };
import thaiStriae from './thai-striae.json' with { type: 'json' };
import tirmizi2021 from './tirmizi2021.json' with { type: 'json' };
import warsaw2025 from './warsaw2025.json' with { type: 'json' };
import wu2022 from './wu2022.json' with { type: 'json' };
import yu2019 from './yu2019.json' with { type: 'json' };

/** The content of every study, unchecked. A bundler needs each of them named. */
export const studyFiles: readonly { readonly id: string }[] = [
  ablon2018,
  alam2014,
  albakaa2024,
  alexiades2018,
  ali2017,
  alqarqaz2018,
  alster2020,
  aust2010,
  bano2023,
  burnAps,
  cachafeiro2016,
  cassiano2022,
  chandrashekar2014,
  cho2012,
  claytor2022,
  dalwig2020,
  dhollan,
  dogra2014,
  dt2022,
  elawar2018,
  eldomyati2015,
  eubanks2021,
  fabbrocini2012,
  fatemi2016,
  fmrfAfl71,
  gallo2024,
  garg2014,
  gold2016,
  hendel2023,
  hkjdv2018,
  iraqDepth,
  ishfaq2022,
  jbsaps,
  kang2022,
  kaur2024,
  krithika2025,
  kubiak2017,
  kwon2017,
  lee2012,
  leheta2011,
  majid2009,
  mfrKorea2023,
  mfrTurkey2019,
  mfr2022,
  naspolini2019,
  nassar2016,
  neckDual2023,
  neckRct2024,
  nguyen2022,
  nilforoush2020,
  nimrfPeriorbital,
  nimrfStriae,
  nmrfThai,
  pakla2021,
  poostiyan2023,
  qu2025,
  rana2017,
  rfmnAcneItaly,
  ryu2013,
  saleh2019,
  salemCase,
  salem2023,
  seong2020,
  sharmaJpad,
  shin2012,
  skinpenDen160029,
  sobhi2019,
  sohag,
  svenning2019,
  tanaka2017,
  thaiStriae,
  tirmizi2021,
  warsaw2025,
  wu2022,
  yu2019,
];
