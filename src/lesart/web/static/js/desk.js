// Desk: every page works without this; here the keyboard, the evidence under the pointer and the selection are added.
import { listenToKeys } from "./keys.js";
import { showEvidence } from "./evidence.js";
import { offerPassage } from "./passage.js";

listenToKeys(document);
showEvidence(document);
offerPassage(document);
