import abdomen from './sites/abdomen.json' with { type: 'json' };
import back from './sites/back.json' with { type: 'json' };
import breast from './sites/breast.json' with { type: 'json' };
import buttock from './sites/buttock.json' with { type: 'json' };
import cheek from './sites/cheek.json' with { type: 'json' };
import chin from './sites/chin.json' with { type: 'json' };
import decolletageChest from './sites/decolletage_chest.json' with { type: 'json' };
import flank from './sites/flank.json' with { type: 'json' };
import forearm from './sites/forearm.json' with { type: 'json' };
import forehead from './sites/forehead.json' with { type: 'json' };
import glabella from './sites/glabella.json' with { type: 'json' };
import handDorsum from './sites/hand_dorsum.json' with { type: 'json' };
import jawline from './sites/jawline.json' with { type: 'json' };
import knee from './sites/knee.json' with { type: 'json' };
import lowerEyelid from './sites/lower_eyelid.json' with { type: 'json' };
import lowerLeg from './sites/lower_leg.json' with { type: 'json' };
import neck from './sites/neck.json' with { type: 'json' };
import nose from './sites/nose.json' with { type: 'json' };
import periorbitalCrowsFeet from './sites/periorbital_crows_feet.json' with { type: 'json' };
import scalp from './sites/scalp.json' with { type: 'json' };
import temple from './sites/temple.json' with { type: 'json' };
import thighAnterior from './sites/thigh_anterior.json' with { type: 'json' };
import thighInner from './sites/thigh_inner.json' with { type: 'json' };
import thighPosterior from './sites/thigh_posterior.json' with { type: 'json' };
import upperArm from './sites/upper_arm.json' with { type: 'json' };
import upperLipPerioral from './sites/upper_lip_perioral.json' with { type: 'json' };

/** The content of every file in sites/, unchecked. A bundler needs each of them named. */
export const siteFiles: readonly { readonly id: string }[] = [
  abdomen,
  back,
  breast,
  buttock,
  cheek,
  chin,
  decolletageChest,
  flank,
  forearm,
  forehead,
  glabella,
  handDorsum,
  jawline,
  knee,
  lowerEyelid,
  lowerLeg,
  neck,
  nose,
  periorbitalCrowsFeet,
  scalp,
  temple,
  thighAnterior,
  thighInner,
  thighPosterior,
  upperArm,
  upperLipPerioral,
];
