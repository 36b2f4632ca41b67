import agnes from './agnes.json' with { type: 'json' };
import collagenPin from './collagen_pin.json' with { type: 'json' };
import dermapen4 from './dermapen4.json' with { type: 'json' };
import dermapen2012 from './dermapen_2012.json' with { type: 'json' };
import dermapenMd from './dermapen_md.json' with { type: 'json' };
import dermarollerMf8 from './dermaroller_mf8.json' with { type: 'json' };
import dermarollerSem from './dermaroller_sem.json' with { type: 'json' };
import dermarollerStd from './dermaroller_std.json' with { type: 'json' };
import drpen from './drpen.json' with { type: 'json' };
import exceed from './exceed.json' with { type: 'json' };
import exion from './exion.json' with { type: 'json' };
import genericRoller from './generic_roller.json' with { type: 'json' };
import geniusInfini from './genius_infini.json' with { type: 'json' };
import intensif from './intensif.json' with { type: 'json' };
import micropen from './micropen.json' with { type: 'json' };
import mnrf7x7 from './mnrf_7x7.json' with { type: 'json' };
import morpheus8 from './morpheus8.json' with { type: 'json' };
import potenza from './potenza.json' with { type: 'json' };
import profound from './profound.json' with { type: 'json' };
import profoundMatrix from './profound_matrix.json' with { type: 'json' };
import propen from './propen.json' with { type: 'json' };
import rejuvapenNxt from './rejuvapen_nxt.json' with { type: 'json' };
import scarletS from './scarlet_s.json' with { type: 'json' };
import secretRf from './secret_rf.json' with { type: 'json' };
import skinpenPrecision from './skinpen_precision.json' with { type: 'json' };
import skinstylus from './skinstylus.json' with { type: 'json' };
import stampGeneric from './stamp_generic.json' with { type: 'json' };
import sylfirmX from './sylfirm_x.json' with { type: 'json' };
import tripollar6x6 from './tripollar_6x6.json' with { type: 'json' };
import vivace from './vivace.json' with { type: 'json' };
import wootten2mode from './wootten_2mode.json' with { type: 'json' };

/** The content of every sheet, unchecked. A bundler needs each of them named. */
export const sheetFiles: readonly { readonly id: string }[] = [
  agnes,
  collagenPin,
  dermapen4,
  dermapen2012,
  dermapenMd,
  dermarollerMf8,
  dermarollerSem,
  dermarollerStd,
  drpen,
  exceed,
  exion,
  genericRoller,
  geniusInfini,
  intensif,
  micropen,
  mnrf7x7,
  morpheus8,
  potenza,
  profound,
  profoundMatrix,
  propen,
  rejuvapenNxt,
  scarletS,
  secretRf,
  skinpenPrecision,
  skinstylus,
  stampGeneric,
  sylfirmX,
  tripollar6x6,
  vivace,
  wootten2mode,
];
