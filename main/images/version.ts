/** Raise it when a fact changes its meaning: what an older version measured is measured again. */
export const inspectionVersion = 8;
